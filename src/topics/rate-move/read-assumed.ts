import {
  type Amount,
  type Assumed,
  asTyped,
  type Company,
  isAssumed,
  type Place,
  type Scope,
  type Setting,
  type Utterance,
  valueIn,
} from '../../language/index.ts';
import { ASSUMPTIONS, type Borrower, isRefinement, LARGE_CAP, SMALL_CAP } from '../../sensitivity/index.ts';
import { percent } from '../../units.ts';
import type { Changed, Numbers } from '../context.ts';
import { LONGEST_NAME } from '../reading.ts';
import type { Unclear } from '../turn.ts';
import type { Overrides, RateMoveQuestion } from './question.ts';

/** An assumption to change, or to have again as note 000 has it. */
export interface Change {
  readonly parameter: Assumed;
  /** `default`: as in the note. */
  readonly value: number | 'default';
  readonly company?: Scope;
  readonly amount?: Amount;
  readonly uses: readonly Place[];
}

/** Assumptions of either company that differ from note 000's. */
export type Overridden = Pick<RateMoveQuestion, 'small' | 'large'>;

export const COMPANY_IDS: readonly Company[] = ['small', 'large'];

const noted = ({
  floatingShare,
  debtToEbitda,
  rate,
  loanFloor = percent(0),
  ebitda,
  netIncome,
}: Borrower): Record<Assumed, number> => ({ floatingShare, debtToEbitda, rate, loanFloor, ebitda, netIncome });

/** Note 000's own figures. */
export const NOTED: Readonly<Record<Company, Readonly<Record<Assumed, number>>>> = {
  small: noted(SMALL_CAP),
  large: noted(LARGE_CAP),
};

/** The question whose assumptions a follow-up changes. */
export const assumedIn = (
  numbers: Numbers | undefined,
): (Overridden & { readonly only?: Company | undefined }) | undefined =>
  numbers?.active === 'compare-moves'
    ? numbers.compare
    : numbers?.active === 'solve'
      ? (numbers.solve ?? numbers.move)
      : numbers?.move;

/** What a figure becomes is said with `up` or `down` only of a value within this factor of it. */
const NEAR = 2;

/**
 * What an assumption may come to that is so much higher or lower, the likeliest first: `leverage up one turn` is by that
 * much; `ebitda is up 10` may be percent or US$ m; `leverage up 7` may be what it is then.
 */
export const outcomesOf = (
  { parameter, step, amount }: Pick<Setting, 'parameter' | 'step' | 'amount'>,
  now: number,
  isCounted: boolean,
): readonly number[] => {
  if (step === undefined || !amount || !isAssumed(parameter)) return [];
  const { value, unit, isFraction } = amount;
  const by = now + step * value;
  const share = now * (1 + (step * value) / 100);
  const isMoney = parameter === 'ebitda' || parameter === 'netIncome';
  const isThere = step > 0 ? value > now && value <= now * NEAR : value < now && value >= now / NEAR;
  const isPart = isMoney ? unit === undefined && value <= 100 : parameter === 'floatingShare' && unit === '%';
  const all = [
    ...(isMoney && isPart ? [share] : []),
    by,
    ...(!isMoney && isPart ? [share] : []),
    ...(isThere && !isCounted && unit !== 'points' && !isFraction ? [value] : []),
  ];
  const { least, most } = ASSUMPTIONS[parameter];
  return [...new Set(all.map((one) => Number(one.toFixed(6))))].filter((one) => one >= least && one <= most);
};

const companiesOf = (scope: Scope): readonly Company[] => (scope === 'both' ? COMPANY_IDS : [scope]);

/** Whose a change is that names nobody: the one company shown, else SmallCap. */
const ownerOf = ({ company }: Change, scope: Scope | undefined): Scope =>
  company ?? (scope === 'large' ? 'large' : 'small');

/** The changes on top of what is changed already; what is set back to the note's figure is left out. */
export const withChanges = (
  before: Overridden | undefined,
  changes: readonly Change[],
  scope: Scope | undefined,
): Overridden => {
  const layers: Record<Company, Overrides> = { small: { ...before?.small }, large: { ...before?.large } };
  for (const change of changes) {
    for (const company of companiesOf(ownerOf(change, scope))) {
      const { [change.parameter]: _, ...rest } = layers[company];
      layers[company] = change.value === 'default' ? rest : { ...rest, [change.parameter]: change.value };
    }
  }
  return Object.fromEntries(
    COMPANY_IDS.flatMap((company) => (Object.keys(layers[company]).length > 0 ? [[company, layers[company]]] : [])),
  );
};

/** What a turn changed, and for whom. What is as in the note again is not gone on from. */
export const changedBy = (changes: readonly Change[], scope: Scope | undefined): readonly Changed[] =>
  changes.flatMap((change) =>
    change.value === 'default' ? [] : [{ what: change.parameter, company: ownerOf(change, scope) }],
  );

/** What cannot be: a value outside of its bounds, or two values for one assumption. */
export const problemIn = (
  changes: readonly Change[],
  typed: (change: Change) => string,
  scope: Scope | undefined,
): Unclear | undefined => {
  const seen = new Map<string, number>();
  for (const change of changes) {
    const { parameter, value } = change;
    if (value === 'default') continue;
    const { least, most } = ASSUMPTIONS[parameter];
    if (!(value >= least && value <= most))
      return { kind: 'unclear', reason: 'assumption-out-of-range', assumption: parameter, words: typed(change) };
    for (const company of companiesOf(ownerOf(change, scope))) {
      const key = `${company} ${parameter}`;
      if ((seen.get(key) ?? value) !== value)
        return { kind: 'unclear', reason: 'assumption-set-twice', words: typed(change) };
      seen.set(key, value);
    }
  }
  return undefined;
};

const OVERRIDE_NAMES: Readonly<Record<keyof Overrides, (value: number) => string>> = {
  floatingShare: (value) => `${Number(value.toFixed(1))}% floating`,
  debtToEbitda: (value) => `${value}x debt`,
  rate: (value) => `${value}% rate`,
  loanFloor: (value) => `${value}% loan floor`,
  ebitda: (value) => `EBITDA ${value}`,
  netIncome: (value) => `income ${value}`,
  cash: (value) => `cash ${value}`,
  cashYield: (value) => `cash at ${value}%`,
  hedgedShare: (value) => `${value}% hedged`,
  passThrough: (value) => `${value}% passed on`,
  taxRate: (value) => `${value}% tax`,
  interestCap: () => '163(j)',
};

/** A rate move as a button asks it, with all that is assumed: `Cut 75 bp`, `Hike 25 bp, 60% floating, 7x debt, SmallCap`. */
export const moveButtonName = ({ moveBps, only, small, large }: Omit<RateMoveQuestion, 'kind'>): string => {
  const size = moveBps === 0 ? 'Hold' : `${moveBps < 0 ? 'Cut' : 'Hike'} ${Math.abs(moveBps)} bp`;
  // what the note leaves out is counted at both, and named once
  const isShared = (parameter: keyof Overrides): boolean =>
    isRefinement(parameter) && only === undefined && small?.[parameter] === large?.[parameter];
  const named = (layer: Overrides | undefined, whose = ''): readonly string[] =>
    (Object.keys(OVERRIDE_NAMES) as (keyof Overrides)[]).flatMap((parameter) => {
      const value = layer?.[parameter];
      if (value === undefined || (layer === large && isShared(parameter))) return [];
      return [`${whose}${OVERRIDE_NAMES[parameter](value)}`];
    });
  const own = [
    ...named(small, only === 'large' ? 'SmallCap ' : ''),
    ...named(large, only === 'large' ? '' : 'LargeCap '),
  ];
  const shown = only === undefined ? [] : [only === 'small' ? 'SmallCap' : 'LargeCap'];
  return [size, ...own, ...shown].join(', ').slice(0, LONGEST_NAME);
};

/** A size that is larger than any that is answered. */
export const outOfRange = (utterance: Utterance, amounts: readonly Amount[]): Unclear => ({
  kind: 'unclear',
  reason: 'out-of-range',
  words: amounts.map((amount) => asTyped(utterance, amount)).join(' '),
});

const DECIMALS_KEPT = 6;

/**
 * Reads a value typed into a field that names its assumption and its unit, such as `Interest rate, %`. A share typed as a
 * fraction is read as one, as behind a command; a rate that could be either (`0.5`) is in the field's own unit.
 *
 * @returns undefined where it is no such value, or out of range
 */
export const readAssumptionValue = (assumption: Assumed, typed: string): number | undefined => {
  const value = valueIn(assumption, typed);
  const { least, most } = ASSUMPTIONS[assumption];
  return value !== undefined && value >= least && value <= most ? Number(value.toFixed(DECIMALS_KEPT)) : undefined;
};
