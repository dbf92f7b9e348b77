import type { Amount } from './amounts.ts';
import type { Overrides, Unclear } from './question.ts';

/** What one pass over the words has found so far. */
export interface Found {
  readonly amounts: Amount[];
  readonly overrides: { small: Overrides; large: Overrides };
  readonly unknown: string[];
  readonly problems: Unclear[];
  scope: 'small' | 'large' | 'both';
  cut: boolean;
  hike: boolean;
  hold: boolean;
  private: boolean;
}

export const nothingFound = (): Found => ({
  amounts: [],
  overrides: { small: {}, large: {} },
  unknown: [],
  problems: [],
  scope: 'small',
  cut: false,
  hike: false,
  hold: false,
  private: false,
});
