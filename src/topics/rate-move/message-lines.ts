import type { CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  day,
  dollars,
  dollarsGiven,
  type Line,
  listed,
  month,
  monthName,
  moveName,
  share,
  timesGiven,
} from '../../message/index.ts';
import {
  FLOATING_SHARE_ESTIMATES,
  type NetIncomeEffect,
  owesMoreThanItEarns,
  type RateMoveEffect,
  turnsToLoss,
} from '../../sensitivity/index.ts';
import { isoDate } from '../../units.ts';
import {
  catchWords,
  changedWords,
  contradicts,
  floorWords,
  marketWords,
  netIncomeChange,
  pricedWords,
  rateRange,
  whyNoOdds,
} from '../../wording/index.ts';
import { changedInputs, isBridged, type RateMoveAnswer } from './answer.ts';
import { bridgeCatch, bridgeLines } from './message-bridge.ts';
import type { Level, MovePart, RateMoveQuestion, ReadAs } from './question.ts';

/** The labelled lines under the table of a rate move: how its words were read, why, how far opinions differ, the catch. */

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
const readLine = (answer: RateMoveAnswer): Line | undefined => {
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

const isZero = (effect: NetIncomeEffect): boolean => effect.kind === 'lift' && effect.lift === 0;

/** Those that the move reaches and whose profit stays one: a percentage of it says nothing of the others. */
const withProfit = ({ companies, effects, ranges }: RateMoveAnswer): readonly CompanyId[] =>
  companies.filter((company) => {
    const { netIncome } = effects[company];
    return netIncome.kind === 'lift' && !turnsToLoss(effects[company]) && !isZero(ranges[company].high);
  });

/** A share of one's own has no range. */
const hasOwnShare = ({ changed }: RateMoveAnswer, company: CompanyId): boolean =>
  changed.some((one) => one.company === company && one.assumption === 'floatingShare');

/** `SmallCap +2.93 to +4.98% (30–51% floating), LargeCap +0.16 to +0.65% (6–25%)`: by the shares that others publish. */
const rangeLine = (answer: RateMoveAnswer): readonly Line[] => {
  const { low, high } = FLOATING_SHARE_ESTIMATES;
  const companies = withProfit(answer).filter((company) => !hasOwnShare(answer, company));
  const said = companies.map((company, at) => {
    const range = answer.ranges[company];
    const shares = `${low.shares[company]}–${share(high.shares[company])}`;
    const from =
      at > 0 ? `(${shares})` : companies.length > 1 ? `(${shares} floating)` : `at published ${shares} floating`;
    return `${answer.effects[company].borrower.name} ${netIncomeChange(range.low).replace('%', '')} to ${netIncomeChange(range.high)} ${from}`;
  });
  return said.length === 0 ? [] : [{ label: 'Range', words: said.join(', ') }];
};

/** `SmallCap +3.47%, LargeCap +0.18% after 21%`. */
const taxLine = (answer: RateMoveAnswer): readonly Line[] => {
  const said = withProfit(answer).map(
    (company) => `${answer.effects[company].borrower.name} ${netIncomeChange(answer.ranges[company].afterTax)}`,
  );
  return said.length === 0 ? [] : [{ label: 'Tax', words: `${said.join(', ')} after 21% federal tax` }];
};

/** What futures imply; where futures are connected and have no prices, why. Empty where none are connected. */
const pricedLine = ({ fed, priced, move, asOf }: RateMoveAnswer): Line | undefined => {
  if (priced) return { label: 'Priced', words: pricedWords(move, priced.odds, fed, asOf, priced.isSynthetic) };
  const isOff = fed.odds.kind === 'none' && fed.odds.why.kind === 'off';
  return isOff ? undefined : { label: 'Priced', words: whyNoOdds(fed.odds) };
};

/** A profit that the move turns into a loss, and interest that is more than what it is paid from. */
const lossLines = ({ companies, effects, move }: RateMoveAnswer): readonly Line[] => {
  const asked = companies.map((company) => effects[company]);
  return [
    ...asked
      .filter(turnsToLoss)
      .map(
        ({ borrower, netIncomeAfter }): Line => ({
          label: 'Loss',
          words: `${borrower.name}'s profit of ${dollarsGiven(borrower.netIncome)} turns to a loss of ${dollars(-netIncomeAfter)}`,
        }),
      ),
    ...asked
      .filter(owesMoreThanItEarns)
      .map(
        ({ borrower, before }): Line => ({
          label: 'Flag',
          words: `${borrower.name}'s interest, ${dollars(before.total)} a year${move === 0 ? '' : ' before the move'}, is above its EBITDA of ${dollarsGiven(borrower.ebitda)}`,
        }),
      ),
  ];
};

/** The labelled lines under the table: what was read, why, how far opinions differ, where the market stands, the catch. */
export const reasons = (answer: RateMoveAnswer): Line[] => {
  const { changed, companies, effects, move, slip } = answer;
  const inputs = changedInputs(answer);
  const floor = floorWords(
    companies.map((company) => effects[company]),
    answer.fed,
  );
  const said = pricedLine(answer);
  const isContradicted = answer.priced !== undefined && contradicts(move, answer.priced.odds);
  const all: (Line | undefined)[] = [
    // where futures price the opposite, that comes first
    isContradicted ? said : undefined,
    readLine(answer),
    floor ? { label: 'Floor', words: floor } : undefined,
    inputs.length > 0 ? { label: 'Changed', words: changedWords(inputs, effects) } : undefined,
    ...(isBridged(answer) ? bridgeLines(answer) : []),
    changed.length > 0 ? undefined : { label: 'Why', words: whyWords(answer) },
    ...lossLines(answer),
    ...(move === 0 ? [] : [...rangeLine(answer), ...(isBridged(answer) ? [] : taxLine(answer))]),
    isContradicted ? undefined : said,
    { label: 'Market', words: marketWords(answer) },
    { label: 'Catch', words: (isBridged(answer) && bridgeCatch(answer)) || catchWords(move, answer.recessions) },
    slip && {
      label: 'Flag',
      words: `Note 000 prints ${slip.printed}, its own rounding slip: 10.4481 ÷ 59.5 is ${share(Number(slip.computed.toFixed(2)))}`,
    },
  ];
  return all.filter((line) => line !== undefined);
};
