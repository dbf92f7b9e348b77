import {
  type Amount,
  type Assumed,
  type Company,
  marked,
  type Place,
  type Scope,
  type Utterance,
} from '../../language/index.ts';
import { LARGE_CAP, SMALL_CAP } from '../../sensitivity/index.ts';
import type { Numbers } from '../context.ts';

/** An assumption to change, or to have again as note 000 has it. */
export interface Change {
  readonly parameter: Assumed;
  /** `default`: as in the note. */
  readonly value: number | 'default';
  readonly company?: Scope;
  readonly amount?: Amount;
  readonly uses: readonly Place[];
}

export const note = ({
  floatingShare,
  debtToEbitda,
  rate,
  ebitda,
  netIncome,
}: typeof SMALL_CAP): Readonly<Record<Assumed, number>> => ({
  floatingShare,
  debtToEbitda,
  rate,
  ebitda,
  netIncome,
});

/** Note 000's own figures. */
export const NOTED: Readonly<Record<Company, Readonly<Record<Assumed, number>>>> = {
  small: note(SMALL_CAP),
  large: note(LARGE_CAP),
};

/** The question whose assumptions a follow-up changes. */
export const changed = (numbers: Numbers | undefined) =>
  numbers?.active === 'compare-moves'
    ? numbers.compare
    : numbers?.active === 'solve'
      ? (numbers.solve ?? numbers.move)
      : numbers?.move;

export const has = (utterance: Utterance, tag: string, value?: string): boolean =>
  marked(utterance, tag, value).length > 0;
