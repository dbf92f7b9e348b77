import { type BasisPoints, type Multiple, multiple, type Percent, percent } from '../units.ts';
import type { Borrower } from './borrower.ts';
import { type NetIncomeEffect, type RateMoveEffect, sizeOfEffect } from './note-sum.ts';
import { effectOf, FEDERAL_TAX_RATE, FLOATING_SHARE_ESTIMATES } from './rate-move.ts';

/** Whose debt a published share is of: that of small companies or of large ones. */
type Size = 'small' | 'large';

/** A published floating share of debt. */
interface PublishedShare {
  readonly by: string;
  /** `Sep 2023`. */
  readonly month: string;
  readonly shares: { readonly small: Percent; readonly large?: Percent };
  readonly url?: string;
  /** Where it was read, if not at its first source. */
  readonly secondHand?: string;
}

const { low, high } = FLOATING_SHARE_ESTIMATES;

/** The floating shares that others publish, the lowest first. A share of 41 % is quoted too, but no first source of it was found. */
export const PUBLISHED_SHARES: readonly PublishedShare[] = [
  { by: low.by, month: low.month, shares: low.shares, url: low.url },
  {
    by: 'Goldman Sachs',
    month: 'Sep 2024',
    shares: { small: percent(33), large: percent(7) },
    secondHand: 'pexeco.com',
  },
  { by: 'Plante Moran', month: 'Jul 2024', shares: { small: percent(36) }, url: 'https://www.plantemoran.com' },
  { by: high.by, month: high.month, shares: high.shares, url: high.url },
];

/** The same move at one floating share. */
export interface FanRow {
  readonly share: Percent;
  /** Absent of the borrower's own share. */
  readonly published?: PublishedShare;
  readonly effect: RateMoveEffect;
}

/**
 * The same move at each published floating share and at the borrower's own, the smallest share first.
 *
 * @param move basis points, negative for a cut
 * @param baseRate the Fed's rate before the move, percent, where it is known
 * @example fanOf('small', SMALL_CAP, basisPoints(-100)) // 5.853277 % at 30 %, 6.438605, 7.023933, 8.779916 at 45 %, 9.950571 at 51 %
 */
export const fanOf = (of: Size, borrower: Borrower, move: BasisPoints, baseRate?: Percent): readonly FanRow[] => {
  const at = (floatingShare: Percent) => effectOf({ ...borrower, floatingShare }, move, baseRate);
  const published = PUBLISHED_SHARES.flatMap((one): readonly FanRow[] => {
    const share = one.shares[of];
    return share === undefined ? [] : [{ share, published: one, effect: at(share) }];
  });
  const own: FanRow = { share: borrower.floatingShare, effect: at(borrower.floatingShare) };
  return [...published, own].sort((one, other) => one.share - other.share);
};

/** Net debt ÷ EBITDA without finance, October 2018, by Bank of America Merrill Lynch: the low end of leverage. */
const PUBLISHED_LEVERAGE: Readonly<Record<Size, Multiple>> = { small: multiple(3.5), large: multiple(1.8) };
/** Nobody publishes it: an even number that firms name in their filings. */
const HEDGED = percent(30);

const TORNADO_INPUTS = ['floating share', 'debt', 'hedged', 'tax'] as const;
export type TornadoInput = (typeof TORNADO_INPUTS)[number];

/** What the effect on net income is at both ends of one input, all else as assumed. */
export interface TornadoBar {
  readonly input: TornadoInput;
  /** In the input's own unit: percent, or a multiple of EBITDA. */
  readonly from: number;
  readonly to: number;
  readonly atFrom: NetIncomeEffect;
  readonly atTo: NetIncomeEffect;
  /** Distance of both ends: points of net income, or US$ millions where there is no profit. Never negative. */
  readonly distance: number;
}

/**
 * Which assumption matters most for a borrower: each moved between the ends that are published for it (hedges: none and
 * 30 %, tax: none and the federal rate), the widest first.
 *
 * @example tornadoOf('small', SMALL_CAP, basisPoints(-100)) // floating 4.097294, debt 4.052269, hedged 2.633975, tax 1.843782
 */
export const tornadoOf = (
  of: Size,
  borrower: Borrower,
  move: BasisPoints,
  baseRate?: Percent,
): readonly TornadoBar[] => {
  const at = (changes: Partial<Borrower>) => effectOf({ ...borrower, ...changes }, move, baseRate).netIncome;
  const bar = (input: TornadoInput, [from, to]: readonly [number, number], ends: readonly NetIncomeEffect[]) => {
    const [atFrom, atTo] = ends as [NetIncomeEffect, NetIncomeEffect];
    return { input, from, to, atFrom, atTo, distance: Math.abs(sizeOfEffect(atTo) - sizeOfEffect(atFrom)) };
  };
  const own = at({});
  const leverage = [PUBLISHED_LEVERAGE[of], borrower.debtToEbitda].sort((one, other) => one - other);
  const [least, most] = leverage as [Multiple, Multiple];
  const shares = [low.shares[of], high.shares[of]] as const;
  return [
    bar(
      'floating share',
      shares,
      shares.map((floatingShare) => at({ floatingShare })),
    ),
    bar(
      'debt',
      [least, most],
      leverage.map((debtToEbitda) => at({ debtToEbitda })),
    ),
    bar('hedged', [0, HEDGED], [own, at({ hedgedShare: HEDGED })]),
    bar('tax', [0, FEDERAL_TAX_RATE.rate], [own, at({ taxRate: FEDERAL_TAX_RATE.rate })]),
  ].sort((one, other) => other.distance - one.distance);
};
