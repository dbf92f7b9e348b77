import type { ByCompany, ChangedAssumption, CompanyId, Fed } from '../facts/index.ts';
import {
  basisPointsOf,
  capitalized,
  change,
  day,
  dollarChange,
  dollarsGiven,
  listed,
  percentOf,
  share,
  times,
  timesGiven,
} from '../message/index.ts';
import type { RecessionTally } from '../record/index.ts';
import {
  type Borrower,
  BRIDGE_STEPS,
  type BridgeStep,
  type NetIncomeEffect,
  type RateMoveEffect,
} from '../sensitivity/index.ts';

const BPS_A_POINT = 100;

/** A changed assumption's value in its own unit. */
const shown = ({ rule }: ChangedAssumption, value: number | undefined): string => {
  if (value === undefined) return 'none';
  return rule.unit === '%' ? share(value) : rule.unit === '×' ? timesGiven(value) : dollarsGiven(value);
};

/** Debt given as an amount is a multiple with many decimals. */
const DECIMALS_TYPED = 4;

/** A new value; of debt that was given as an amount `$1,500m, 8.40×`. */
const shownNew = (one: ChangedAssumption, { totalDebt }: RateMoveEffect): string => {
  const isAmount = one.assumption === 'debtToEbitda' && Number(one.to.toFixed(DECIMALS_TYPED)) !== one.to;
  return isAmount ? `${dollarsGiven(Number(totalDebt.toFixed(2)))}, ${times(one.to)} EBITDA` : shown(one, one.to);
};

/** `SmallCap floating share 45% → 60%; LargeCap debt 2.3× → 3×`. */
export const changedWords = (changed: readonly ChangedAssumption[], effects: ByCompany<RateMoveEffect>): string =>
  changed
    .map((one, at) => {
      const company = changed[at - 1]?.company === one.company ? '' : `${effects[one.company].borrower.name} `;
      return `${company}${one.rule.label} ${shown(one, one.from)} → ${shownNew(one, effects[one.company])}`;
    })
    .join('; ');

const ownLimit = ({ borrower, limit }: RateMoveEffect): readonly string[] => {
  if (limit === undefined || limit.by === 'base rate') return [];
  if (limit.at > 0) return [`${borrower.name}'s loan floor takes the first ${basisPointsOf(limit.at)} of a hike`];
  if (limit.at === 0 && limit.by === 'loan floor')
    return [`${borrower.name}'s loan floor is above the Fed's rate: a cut brings nothing`];
  return limit.by === 'loan floor'
    ? [`${borrower.name}'s loan floor ends a cut at ${basisPointsOf(limit.at)}`]
    : [`${borrower.name}'s floating rate is zero from ${basisPointsOf(limit.at)}`];
};

/**
 * Why a move does not reach the floating rates in full: `The Fed's range ends at 4.00% (16 Sep 2026)`; empty where it does.
 *
 * @param effects of the furthest move, a company each
 */
export const floorWords = (effects: readonly RateMoveEffect[], { range }: Pick<Fed, 'range'>): string => {
  const isLimited = effects.some(({ limit }) => limit !== undefined);
  if (range.kind !== 'range') {
    const unknown = "the Fed's range is not known here";
    const hasFloor = effects.some(({ borrower }) => (borrower.loanFloor ?? 0) > 0);
    return capitalized(
      [
        ...effects.flatMap(ownLimit),
        ...(isLimited || hasFloor ? [hasFloor ? `${unknown}, so no loan floor is applied` : unknown] : []),
      ].join('; '),
    );
  }
  if (!isLimited) return '';
  const isBase = effects.some(({ move }) => -move > range.upper * BPS_A_POINT);
  const base = isBase ? [`the Fed's range ends at ${percentOf(range.upper)}, as of ${day(range.through)}`] : [];
  return capitalized([...base, ...effects.flatMap(ownLimit)].join('; '));
};

/**
 * What would undo a move, by the notes themselves, and of a cut what the record says of it.
 *
 * @param recessions in how many of them small caps led, where that is known
 */
export const catchWords = (move: number, recessions?: RecessionTally): string => {
  if (move < 0) {
    return recessions === undefined
      ? 'A recession would undo the gain (note 000); a weak economy may too (note 004)'
      : `A recession would undo the gain (note 000); in ${recessions.led} of the last ${recessions.of} small caps led`;
  }
  return 'The notes speak of cuts only: the views below are on small caps in general';
};

/** How what note 000 leaves out is written: `30% hedged`; undefined where it is not counted. */
export const COUNTED_AS: Readonly<Record<BridgeStep, (borrower: Borrower) => string | undefined>> = {
  cash: ({ cash }) => (cash === undefined ? undefined : `Cash ${dollarsGiven(cash)}`),
  hedged: ({ hedgedShare }) => (hedgedShare === undefined ? undefined : `${share(hedgedShare)} hedged`),
  'pass-through': ({ passThrough }) => (passThrough === undefined ? undefined : `Pass-through ${share(passThrough)}`),
  'loan floor': ({ loanFloor }) => (loanFloor ? `Loan floor ${share(loanFloor)}` : undefined),
  tax: ({ taxRate }) => (taxRate === undefined ? undefined : `Tax ${share(taxRate)}`),
  'interest cap': ({ interestCap }) => (interestCap === undefined ? undefined : '163(j) cap'),
};
/** `30% hedged`, `SmallCap cash $300m`: what is counted that the note leaves out. */
export const countedWords = (borrowers: readonly Borrower[]): readonly string[] =>
  BRIDGE_STEPS.filter((step) => step !== 'loan floor').flatMap((step) => {
    const said = borrowers.flatMap((one) => {
      const words = COUNTED_AS[step](one);
      return words === undefined ? [] : [{ name: one.name, words }];
    });
    const isSame = said.length === borrowers.length && new Set(said.map(({ words }) => words)).size === 1;
    return isSame ? said.slice(0, 1).map(({ words }) => words) : said.map(({ name, words }) => `${name} ${words}`);
  });

const isTaxed = (changed: readonly ChangedAssumption[]): boolean =>
  changed.some(({ assumption }) => assumption === 'taxRate');

const COUNTED = ['no', 'one input', 'two inputs', 'three inputs', 'four inputs'];

/** `Model of note 000, its two example companies, before tax`, or with how many inputs changed. */
export const modelWords = (
  changed: readonly ChangedAssumption[],
  companies: readonly CompanyId[] = ['small', 'large'],
): string =>
  changed.length === 0
    ? `Model of note 000, ${companies.length === 1 ? 'one of its example companies' : 'its two example companies'}, before tax`
    : `Model of note 000 with ${COUNTED[changed.length] ?? `${changed.length} inputs`} changed, ${isTaxed(changed) ? 'after' : 'before'} tax`;

/** `+2.19% or +4.39%`; `+2.19%, +4.39% or +8.78%`. */
export const alternatives = (words: readonly string[]): string => listed(words, 'or');

/** The lift in percent, where there is a profit to lift. */
export const liftOf = ({ netIncome }: RateMoveEffect): number | undefined =>
  netIncome.kind === 'lift' ? netIncome.lift : undefined;

/** `+4.39%`; in dollars where there is no profit to lift. */
export const netIncomeChange = (effect: NetIncomeEffect): string =>
  effect.kind === 'lift' ? change(effect.lift) : dollarChange(effect.change);

/** `2.56×`, or that no interest is due. */
export const coverShown = (cover: number | undefined): string =>
  cover === undefined ? 'no interest due' : times(cover);
