import { basisPointsOf, day, type Line, listed, month, monthName, moveName, share } from '../../message/index.ts';
import { isoDate } from '../../units.ts';
import { rateRange } from '../../wording/index.ts';
import type { RateMoveAnswer } from './answer.ts';
import type { Level, MovePart, RateMoveQuestion, ReadAs } from './question.ts';

/** How the words of a move were read: the Read line. */

const READ_AS: Record<ReadAs, (move: number) => string> = {
  'percentage points': (move) => `As percentage points: ${basisPointsOf(Math.abs(move))}`,
  'basis points': (move) => `As basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as basis points': (move) => `Points as basis points: ${basisPointsOf(Math.abs(move))}`,
  'points as percentage points': (move) => `Points as percentage points: ${basisPointsOf(Math.abs(move))}`,
  'minus as a cut': () => 'The minus as a cut',
  'plus as a hike': () => 'The plus as a hike',
  'per basis point': () => 'For one basis point: up on a cut, down on a hike',
  'a level as the top of the range': () => 'The level as the top of the range',
  'a level as the bottom of the range': () => 'The level as the bottom of the range',
  'net debt as all debt': () => 'Net debt as all debt: the model knows no cash',
};

const BPS_A_POINT = 100;
/** Below this, two sums differ by floating point alone. */
const SAME_BPS = 1e-6;

const isSame = (one: number, other: number): boolean => Math.abs(one - other) < SAME_BPS;

/** ` (Jan)`, ` (Jan 2027)`. */
const whenOf = ({ month: number, year }: MovePart): string => {
  if (number === undefined) return year === undefined ? '' : ` (${year})`;
  const date = isoDate(`${year ?? '2000'}-${String(number).padStart(2, '0')}-01`);
  return ` (${year === undefined ? monthName(date) : month(date)})`;
};

/** `25 bp and 25 bp (Jan), 50 bp in all`; `3 times 25 bp, 75 bp in all`. Nothing where they do not add up to the move. */
const partsWords = ({ parts, moveBps }: RateMoveQuestion): string | undefined => {
  const [first] = parts ?? [];
  if (parts === undefined || first === undefined) return undefined;
  if (
    !isSame(
      parts.reduce((sum, part) => sum + part.moveBps, 0),
      moveBps,
    )
  )
    return undefined;
  const isOneWay = parts.every((part) => Math.sign(part.moveBps) === Math.sign(moveBps));
  const sizeOf = (bps: number) => (isOneWay ? basisPointsOf(bps) : moveName(bps));
  const isRepeated = parts.every((part) => part.moveBps === first.moveBps && whenOf(part) === '');
  const named = isRepeated
    ? `${parts.length === 2 ? 'Twice' : `${parts.length} times`} ${sizeOf(first.moveBps)}`
    : listed(parts.map((part) => `${sizeOf(part.moveBps)}${whenOf(part)}`));
  const all = moveBps === 0 ? 'no change' : sizeOf(moveBps);
  return `${named}, ${all} in all`;
};

const levelWords = (level: Level): string => (typeof level === 'number' ? share(level) : rateRange(...level));

const boundOf = (level: Level, isBottom: boolean): number =>
  typeof level === 'number' ? level : level[isBottom ? 0 : 1];

/** `From 3.75–4.00%, the Fed’s range as of 16 Sep 2026, to 3.5% as its top: 50 bp cut`. Nothing where that is not the move. */
const levelsWords = ({ question, fed }: RateMoveAnswer): string | undefined => {
  const { levels, readAs, moveBps } = question;
  if (levels === undefined) return undefined;
  const { from, to } = levels;
  const isBottom = readAs?.includes('a level as the bottom of the range') ?? false;
  const change = (isAtBottom: boolean) => (boundOf(to, isAtBottom) - boundOf(from, isAtBottom)) * BPS_A_POINT;
  const areRanges = typeof from !== 'number' && typeof to !== 'number';
  if (!isSame(change(isBottom), moveBps) || (areRanges && !isSame(change(!isBottom), moveBps))) return undefined;
  const { range } = fed;
  const isFeds =
    levels.isFed &&
    typeof from !== 'number' &&
    range.kind === 'range' &&
    isSame(from[0], range.lower) &&
    isSame(from[1], range.upper);
  const whose = isFeds && range.kind === 'range' ? `, the Fed’s range as of ${day(range.through)},` : '';
  const sense = typeof from !== 'number' && typeof to === 'number' ? ` as its ${isBottom ? 'bottom' : 'top'}` : '';
  return `From ${levelWords(from)}${whose} to ${levelWords(to)}${sense}: ${moveName(moveBps)}`;
};

/** How the words were read: sums, levels, and units that could be read in two ways; undefined where they were plain. */
export const readLine = (answer: RateMoveAnswer): Line | undefined => {
  const { question, move } = answer;
  const levels = levelsWords(answer);
  const isSaid = (one: ReadAs) => levels !== undefined && one.startsWith('a level');
  const all = [
    partsWords(question),
    levels,
    ...(question.readAs ?? []).filter((one) => !isSaid(one)).map((one) => READ_AS[one](move)),
  ].filter((words) => words !== undefined);
  return all.length === 0 ? undefined : { label: 'Read', words: all.join('; ') };
};
