import type { Changed, RateMoveAnswer } from '../answers/index.ts';
import type { ReadAs } from '../questions/index.ts';
import { type NetIncomeEffect, PUBLISHED_FLOATING_SHARES, type RateMoveEffect } from '../sensitivity/index.ts';
import type { Line } from './build.ts';
import {
  age,
  basisPointsOf,
  change,
  day,
  dollars,
  dollarsGiven,
  RATIO_NAME,
  share,
  timesGiven,
  unbroken,
} from './wording.ts';

const changedWords = ({ changed, effects }: RateMoveAnswer): string => {
  const shown = ({ rule }: Changed, value: number): string =>
    rule.unit === '%' ? share(value) : rule.unit === '×' ? timesGiven(value) : dollarsGiven(value);
  return changed
    .map((one, at) => {
      const company = changed[at - 1]?.company === one.company ? '' : `${effects[one.company].borrower.name} `;
      return `${company}${one.rule.label} ${shown(one, one.from)} → ${shown(one, one.to)}`;
    })
    .join('; ');
};

const READ_AS: Record<ReadAs, (move: number) => string> = {
  'percentage points': (move) => `As percentage points: ${basisPointsOf(Math.abs(move))}`,
  'basis points': (move) => `As basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as basis points': (move) => `Points as basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as percentage points': (move) => `Points as percentage points: ${basisPointsOf(Math.abs(move))}`,
  'minus as a cut': () => 'The minus as a cut',
  'plus as a hike': () => 'The plus as a hike',
};

const floorWords = ({ small, large }: RateMoveAnswer['effects']): string => {
  const floors = [small, large].flatMap(({ borrower, floorAt }) =>
    floorAt === undefined ? [] : [{ name: borrower.name, from: basisPointsOf(-floorAt) }],
  );
  if (floors.length < 2) return floors.map(({ name, from }) => `${name}'s floating rate is zero from ${from}`).join('');
  return `Floating rates are zero: ${floors.map(({ name, from }) => `${name}'s from ${from}`).join(', ')}`;
};

const whyWords = ({ effects: { small, large }, move }: RateMoveAnswer): string => {
  if (move === 0) {
    return `Interest stays at ${dollars(small.before.total)} and ${dollars(large.before.total)} a year`;
  }
  const owed = ({ borrower }: RateMoveEffect, isFirst: boolean) =>
    isFirst
      ? `${borrower.name} owes ${timesGiven(borrower.debtToEbitda)} EBITDA, ${share(borrower.floatingShare)} of it floating`
      : `${borrower.name} ${timesGiven(borrower.debtToEbitda)}, ${share(borrower.floatingShare)}`;
  return `${owed(small, true)}; ${owed(large, false)}`;
};

/** `SmallCap +2.93 to +4.98% at published 30–51% floating; +3.47% after 21% tax`; only for a borrower with a profit. */
const rangeWords = ({ range: { low, high, afterTax } }: RateMoveAnswer): string | undefined => {
  const lift = (effect: NetIncomeEffect) => (effect.kind === 'lift' ? change(effect.lift) : undefined);
  const [from, to, kept] = [lift(low), lift(high), lift(afterTax)];
  if (!from || !to || !kept) return undefined;
  const { low: lowest, high: highest } = PUBLISHED_FLOATING_SHARES;
  const shares = `${lowest.share}–${share(highest.share)}`;
  return `SmallCap ${from.replace('%', '')} to ${to} at published ${shares} floating; ${kept} after 21% tax`;
};

const marketWords = ({ reading }: RateMoveAnswer): string => {
  if (!reading) return 'No reading of Russell 2000 ÷ S&P 500 in the notes by this day';
  const { printed, on, isInferred, note, monthsOld } = reading;
  const old = monthsOld === 0 ? '' : `, ${age(monthsOld)}`;
  return `${RATIO_NAME} at ${printed} ${isInferred ? 'about' : 'on'} ${day(on)} (${unbroken(`note ${note.slice(0, 3)}`)})${old}`;
};

const catchWords = (move: number): string => {
  if (move < 0) return `A recession would undo it (note 000); a weak economy may too (note 004)`;
  return move > 0
    ? 'The notes weigh cuts only: no view below is about a hike'
    : 'The notes weigh cuts only: no view below is about a hold';
};

/** The labelled lines under the table: what was read, why, how far opinions differ, where the market stands, the catch. */
export const reasons = (answer: RateMoveAnswer): Line[] => {
  const { changed, effects, move, question, slip } = answer;
  const floor = floorWords(effects);
  const range = move === 0 ? undefined : rangeWords(answer);
  const all: (Line | undefined)[] = [
    question.readAs && { label: 'Read', words: question.readAs.map((one) => READ_AS[one](move)).join('; ') },
    floor ? { label: 'Floor', words: floor } : undefined,
    changed.length > 0 ? { label: 'Changed', words: changedWords(answer) } : { label: 'Why', words: whyWords(answer) },
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
