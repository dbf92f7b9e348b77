import type { DatedReading, RateMoveAnswer } from '../answers/index.ts';
import type { ReadAs } from '../questions/index.ts';
import { type NetIncomeEffect, PUBLISHED_FLOATING_SHARES, type RateMoveEffect } from '../sensitivity/index.ts';
import { catchWords, changedWords, floorWords } from './assumption-words.ts';
import type { Line } from './build.ts';
import { age, basisPointsOf, change, day, dollars, RATIO_NAME, share, timesGiven, unbroken } from './wording.ts';

const READ_AS: Record<ReadAs, (move: number) => string> = {
  'percentage points': (move) => `As percentage points: ${basisPointsOf(Math.abs(move))}`,
  'basis points': (move) => `As basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as basis points': (move) => `Points as basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as percentage points': (move) => `Points as percentage points: ${basisPointsOf(Math.abs(move))}`,
  'minus as a cut': () => 'The minus as a cut',
  'plus as a hike': () => 'The plus as a hike',
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
  const { low: lowest, high: highest } = PUBLISHED_FLOATING_SHARES;
  const shares = `${lowest.share}–${share(highest.share)}`;
  return `SmallCap ${from.replace('%', '')} to ${to} at published ${shares} floating; ${kept} after 21% tax`;
};

/** The newest ratio that a note prints, with its day and its age. */
export const marketWords = ({ reading }: { readonly reading?: DatedReading | undefined }): string => {
  if (!reading) return 'No reading of Russell 2000 ÷ S&P 500 in the notes by this day';
  const { printed, on, isInferred, note, monthsOld } = reading;
  const old = monthsOld === 0 ? '' : `, ${age(monthsOld)}`;
  return `${RATIO_NAME} at ${printed} ${isInferred ? 'about' : 'on'} ${day(on)} (${unbroken(`note ${note.slice(0, 3)}`)})${old}`;
};

/** The labelled lines under the table: what was read, why, how far opinions differ, where the market stands, the catch. */
export const reasons = (answer: RateMoveAnswer): Line[] => {
  const { changed, companies, effects, move, question, slip } = answer;
  const floor = floorWords(companies.map((company) => effects[company]));
  const range = move === 0 ? undefined : rangeWords(answer);
  const all: (Line | undefined)[] = [
    question.readAs && { label: 'Read', words: question.readAs.map((one) => READ_AS[one](move)).join('; ') },
    floor ? { label: 'Floor', words: floor } : undefined,
    changed.length > 0
      ? { label: 'Changed', words: changedWords(changed, effects) }
      : { label: 'Why', words: whyWords(answer) },
    range ? { label: 'Range', words: range } : undefined,
    { label: 'Market', words: marketWords(answer) },
    { label: 'Catch', words: catchWords(move) },
    slip && {
      label: 'Flag',
      words: `Note 000 prints ${slip.printed}, its own rounding slip: 10.4481 ÷ 59.5 is ${share(Number(slip.computed.toFixed(2)))}`,
    },
  ];
  return all.filter((line) => line !== undefined);
};
