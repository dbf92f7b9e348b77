import type { ClosesStamp, Pair, PairName } from '../facts/index.ts';
import { type Line, RATIO_NAME } from '../message/index.ts';
import type { RotationQuestion } from '../topics/rotation/question.ts';
import type { Offer } from './offers.ts';

/** What the two sides of a ratio are called, so that no line of one pair can be taken for another's. */
export interface PairNames {
  /** `Russell`, as rows and headlines have it. */
  readonly small: string;
  readonly smallName: string;
  readonly large: string;
  readonly largeName: string;
  /** `S&P`, where it stands beside the other. */
  readonly largeShort: string;
  /** `Russell 2000 ÷ S&P 500`. */
  readonly ratio: string;
  /** Who gains or loses ground, in the plural, at the beginning of a sentence and within one. */
  readonly caps: string;
  readonly capsWithin: string;
  /** `price indexes, not total return`. */
  readonly basis: string;
}

const PRICES = 'price indexes, not total return';

const US: PairNames = {
  small: 'Russell',
  smallName: 'Russell 2000',
  large: 'S&P 500',
  largeName: 'S&P 500',
  largeShort: 'S&P',
  ratio: RATIO_NAME,
  caps: 'Small caps',
  capsWithin: 'small caps',
  basis: PRICES,
};

const CAPS: Readonly<Record<PairName, readonly [first: string, within: string]>> = {
  'total return': ['With dividends small caps', 'with dividends small caps'],
  'S&P 600': ['S&P 600 small caps', 'S&P 600 small caps'],
  Nasdaq: ['Against the Nasdaq-100 small caps', 'against the Nasdaq-100 small caps'],
  'equal weight': ['Against equal weight small caps', 'against equal weight small caps'],
  OMXSSCPI: ['OMXSSCPI small caps', 'OMXSSCPI small caps'],
};

const namesOfPair = ({ small, large, basis }: Pair, name: PairName): PairNames => ({
  small: small.short,
  smallName: small.name,
  large: large.short,
  largeName: large.name,
  largeShort: large.short,
  ratio: `${small.name} ÷ ${large.name}`,
  caps: CAPS[name][0],
  capsWithin: CAPS[name][1],
  basis: basis === 'total return' ? 'dividends reinvested' : PRICES,
});

/** The names of the pair whose closes an answer rests on. */
export const pairNames = ({ pair }: Pick<ClosesStamp, 'pair'>): PairNames =>
  pair?.name === undefined ? US : namesOfPair(pair, pair.name);

/** Lines of another pair than the Russell 2000 and the S&P 500 each say whose they are. */
export const ofPair = (stamp: Pick<ClosesStamp, 'pair'>, lines: readonly Line[]): readonly Line[] => {
  if (stamp.pair === undefined) return lines;
  const { small, large } = pairNames(stamp);
  return lines.map((line) =>
    line.words.includes(small) || line.words.includes(large)
      ? line
      : { ...line, words: `${small} ÷ ${large}: ${line.words}` },
  );
};

/** Buttons that go on with the pair that was asked about. */
export const withinPair = ({ benchmark }: RotationQuestion, offers: readonly Offer[]): readonly Offer[] =>
  benchmark === undefined
    ? offers
    : offers.map((offer) =>
        offer.question.kind === 'rotation'
          ? {
              ...offer,
              question: { ...offer.question, benchmark },
              accessibilityLabel: `${offer.accessibilityLabel ?? offer.label}: ${benchmark}`,
            }
          : offer,
      );
