import type { Overrides } from '../../topics/rate-move/question.ts';
import type { Unclear } from '../../topics/turn.ts';
import type { Amount } from './amounts.ts';

export type Scope = 'small' | 'large' | 'both';

/** What one pass over the words has found so far. */
export interface Found {
  readonly amounts: Amount[];
  readonly overrides: { small: Overrides; large: Overrides };
  /** Words that mean something the reader does not know; one is enough to ask back. */
  readonly unknown: string[];
  readonly problems: Unclear[];
  /** The companies that the next assumption is for. */
  scope: Scope;
  /** The last company named, until an assumption has followed it. */
  companyWaiting: string | undefined;
  /** The companies that the last assumption was for. */
  lastScope: Scope | undefined;
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
  companyWaiting: undefined,
  lastScope: undefined,
  cut: false,
  hike: false,
  hold: false,
  private: false,
});
