import { basisPointsOf, change, day, dollars, type Line, share, timesGiven } from '../../message/index.ts';
import { FLOATING_SHARE_ESTIMATES, type NetIncomeEffect, type RateMoveEffect } from '../../sensitivity/index.ts';
import {
  catchWords,
  changedWords,
  contradicts,
  floorWords,
  marketWords,
  pricedWords,
  rateRange,
  whyNoOdds,
} from '../../wording/index.ts';
import type { RateMoveAnswer } from './answer.ts';
import type { ReadAs } from './question.ts';

const READ_AS: Record<ReadAs, (move: number) => string> = {
  'percentage points': (move) => `As percentage points: ${basisPointsOf(Math.abs(move))}`,
  'basis points': (move) => `As basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as basis points': (move) => `Points as basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as percentage points': (move) => `Points as percentage points: ${basisPointsOf(Math.abs(move))}`,
  'minus as a cut': () => 'The minus as a cut',
  'plus as a hike': () => 'The plus as a hike',
  'per basis point': () => 'For one basis point',
  'a level as the top of the range': () => 'The level as the top of the range',
  'a level as the bottom of the range': () => 'The level as the bottom of the range',
};

const whyWords = ({ companies, effects, move }: RateMoveAnswer): string => {
  const asked = companies.map((company) => effects[company]);
  if (move === 0) {
    return `Interest stays at ${asked.map(({ before }) => dollars(before.total)).join(' and ')} a year`;
  }
  const owed = ({ borrower }: RateMoveEffect, at: number) =>
    at === 0
      ? `${borrower.name} owes ${timesGiven(borrower.debtToEbitda)} EBITDA, ${share(borrower.floatingShare)} of it floating`
      : `${borrower.name} ${timesGiven(borrower.debtToEbitda)}, ${share(borrower.floatingShare)}`;
  return asked.map(owed).join('; ');
};

/** `SmallCap +2.93 to +4.98% at published 30–51% floating; +3.47% after 21% tax`; only for a borrower with a profit. */
const rangeWords = ({ companies, range: { low, high, afterTax } }: RateMoveAnswer): string | undefined => {
  if (!companies.includes('small')) return undefined;
  const lift = (effect: NetIncomeEffect) => (effect.kind === 'lift' ? change(effect.lift) : undefined);
  const [from, to, kept] = [lift(low), lift(high), lift(afterTax)];
  if (!from || !to || !kept) return undefined;
  const { low: lowest, high: highest } = FLOATING_SHARE_ESTIMATES;
  const shares = `${lowest.share}–${share(highest.share)}`;
  return `SmallCap ${from.replace('%', '')} to ${to} at published ${shares} floating; ${kept} after 21% tax`;
};

/** What futures imply; where futures are connected and say nothing, why. Nothing where none are. */
const pricedLine = ({ fed, priced, move, asOf }: RateMoveAnswer): Line | undefined => {
  if (priced) return { label: 'Priced', words: pricedWords(move, priced.odds, fed, asOf, priced.isSynthetic) };
  const isOff = fed.odds.kind === 'none' && fed.odds.why.kind === 'off';
  return isOff ? undefined : { label: 'Priced', words: whyNoOdds(fed.odds) };
};

/** A cut larger than the policy rate. */
const belowZeroLine = ({ isBelowZero, fed }: RateMoveAnswer): Line | undefined =>
  isBelowZero && fed.range.kind === 'range'
    ? {
        label: 'Flag',
        words: `Larger than the policy rate: the Fed is at ${rateRange(fed.range.lower, fed.range.upper)} as of ${day(fed.range.through)}`,
      }
    : undefined;

/** The labelled lines under the table: what was read, why, how far opinions differ, where the market stands, the catch. */
export const reasons = (answer: RateMoveAnswer): Line[] => {
  const { changed, companies, effects, move, question, slip } = answer;
  const floor = floorWords(companies.map((company) => effects[company]));
  const range = move === 0 ? undefined : rangeWords(answer);
  const said = pricedLine(answer);
  const isContradicted = answer.priced !== undefined && contradicts(move, answer.priced.odds);
  const all: (Line | undefined)[] = [
    // a market that prices the opposite is said before anything else
    isContradicted ? said : undefined,
    question.readAs && { label: 'Read', words: question.readAs.map((one) => READ_AS[one](move)).join('; ') },
    floor ? { label: 'Floor', words: floor } : undefined,
    changed.length > 0
      ? { label: 'Changed', words: changedWords(changed, effects) }
      : { label: 'Why', words: whyWords(answer) },
    range ? { label: 'Range', words: range } : undefined,
    isContradicted ? undefined : said,
    { label: 'Market', words: marketWords(answer) },
    { label: 'Catch', words: catchWords(move) },
    belowZeroLine(answer),
    slip && {
      label: 'Flag',
      words: `Note 000 prints ${slip.printed}, its own rounding slip: 10.4481 ÷ 59.5 is ${share(Number(slip.computed.toFixed(2)))}`,
    },
  ];
  return all.filter((line) => line !== undefined);
};
