import { addDays, calendarDaysBetween } from '../../calendar/index.ts';
import type { Decision } from '../../fed/index.ts';
import { basisPointsOf, capitalized, day, dayNear, month, moveName } from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { rateRange, unknownMeetings } from '../../wording/index.ts';
import { INFERRED_HOLDS_FROM } from './answer-decisions.ts';
import type { FedHistoryAnswer, History, Outcome, Spell } from './answer-figures.ts';
import { type AskedSpan, type FedHistoryQuestion, type FedWay, wayOf } from './question.ts';

/** How past decisions are counted, added up and dated in words. */

const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `three cuts`, `one hike`, `12 moves`, `no hold`. */
export const countOf = (count: number, way: FedWay): string =>
  `${IN_WORDS[count] ?? count} ${way}${count > 1 ? 's' : ''}`;

const sizeOf = (decisions: readonly Decision[]): number => decisions.reduce((sum, { change }) => sum + change, 0);

/** `three cuts, 100 bp in all`; `one hike, 25 bp`; `four cuts, 125 bp, and one hike, 25 bp`. */
export const tallyOf = (decisions: readonly Decision[]): string => {
  const cuts = decisions.filter(({ change }) => change < 0);
  const hikes = decisions.filter(({ change }) => change > 0);
  const isOneWay = cuts.length === 0 || hikes.length === 0;
  return [[cuts, 'cut'] as const, [hikes, 'hike'] as const]
    .filter(([moves]) => moves.length > 0)
    .map(
      ([moves, way]) =>
        `${countOf(moves.length, way)}, ${basisPointsOf(sizeOf(moves))}${isOneWay && moves.length > 1 ? ' in all' : ''}`,
    )
    .join(', and ');
};

/** `3.75–4.00%`. */
export const rangeOf = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  rateRange(lower, upper);

/** `25 bp hike on 16 Sep 2026, to 3.75–4.00%`; `held at 3.50–3.75% on 29 Jul 2026`. */
export const decisionWords = (decision: Decision): string =>
  decision.change === 0
    ? `held at ${rangeOf(decision)} on ${day(decision.on)}`
    : `${moveName(decision.change)} on ${day(decision.on)}, to ${rangeOf(decision)}`;

/** `25 bp on 16 Sep 2026, to 3.75–4.00%`, where the way is said already. */
export const sizeWords = ({ change, on, lower, upper }: Decision): string =>
  `${basisPointsOf(change)} on ${day(on)}, to ${rateRange(lower, upper)}`;

const isYearStart = (date: IsoDate): boolean => date.endsWith('-01-01');
const isYearEnd = (date: IsoDate): boolean => date.endsWith('-12-31');
const isMonthEnd = (date: IsoDate): boolean => addDays(date, 1).endsWith('-01');

/** ` in 2024`, ` in Mar 2020`, ` from 2022 to 2024`, ` since 18 Sep 2024`, ` up to the end of 2025`; nothing where none was asked for. */
export const spanWords = ({ from, to }: AskedSpan): string => {
  const year = (date: IsoDate) => date.slice(0, 4);
  if (from !== undefined && to !== undefined) {
    if (isYearStart(from) && isYearEnd(to)) {
      return year(from) === year(to) ? ` in ${year(from)}` : ` from ${year(from)} to ${year(to)}`;
    }
    const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isMonthEnd(to);
    return isMonth ? ` in ${month(from)}` : ` from ${day(from)} to ${day(to)}`;
  }
  if (from !== undefined) return ` since ${day(from)}`;
  if (to !== undefined) return isYearEnd(to) ? ` up to the end of ${year(to)}` : ` up to ${day(to)}`;
  return '';
};

/** ` as of 16 Sep`, where a meeting of the span has passed whose outcome is not known. */
const asKnown = ({ history, fed, asOf: today }: FedHistoryAnswer): string => {
  const [unknown] = unknownMeetings(fed);
  const to = 'span' in history ? history.span.to : undefined;
  const isOpen = unknown !== undefined && (to === undefined || to >= unknown);
  return isOpen && fed.range.kind === 'range' ? ` as of ${dayNear(fed.range.through, today)}` : '';
};

/** ` of 50 bp or more`, ` between meetings`: which moves alone are asked for. */
const onlyWords = ({ sizeBps, orMore, month: only, unscheduled, except }: FedHistoryQuestion): string =>
  `${except?.sizeBps === undefined || (orMore && except.sizeBps === sizeBps) ? '' : ` other than of ${basisPointsOf(except.sizeBps)}`}${except?.month === undefined ? '' : ` other than in ${MONTH_NAMES[except.month - 1]}`}${sizeBps === undefined ? '' : ` of ${orMore && except?.sizeBps === sizeBps ? 'more than ' : ''}${basisPointsOf(sizeBps)}${orMore && except?.sizeBps !== sizeBps ? ' or more' : ''}`}${only === undefined ? '' : ` in a ${MONTH_NAMES[only - 1]}`}${unscheduled ? ' between meetings' : ''}`;

const movesTitle = (moves: Extract<History, { kind: 'moves' }>, answer: FedHistoryAnswer): string => {
  const { question } = answer;
  const { span, asked, others, before, after } = moves;
  const newest = question.newest ? asked[0] : undefined;
  const when = newest
    ? `${onlyWords(question)}, the newest, since ${day(newest.on)}`
    : `${onlyWords(question)}${spanWords(span) || ' on record'}`;
  const way = question.way ?? 'move';
  const open = unknownMeetings(answer.fed).find((on) => span.from !== undefined && on >= span.from);
  const { range } = answer.fed;
  const isPastRecord = range.kind === 'range' && span.from !== undefined && span.from > range.through;
  if (open !== undefined && isPastRecord && asked.length === 0 && (span.to === undefined || span.to >= open)) {
    return `The outcome of ${day(open)} is not in my data`;
  }
  if (asked.length === 0) {
    const none = `${capitalized(countOf(0, way))}${when}${asKnown(answer)}`;
    if (others.length > 0) return `${none}: ${tallyOf(others)}`;
    return before ? `${none}: the range stayed at ${rangeOf(before)}` : none;
  }
  if (way === 'hold') {
    return `${capitalized(countOf(asked.length, 'hold'))}${when}${others.length > 0 ? `, and ${tallyOf(others)}` : ''}`;
  }
  const ends = before && after && others.length === 0 && !newest ? `: ${rangeOf(before)} to ${rangeOf(after)}` : '';
  const isMixed = new Set(asked.map(({ change }) => Math.sign(change))).size > 1;
  const net = sizeOf(asked);
  if (isMixed)
    return `${capitalized(countOf(asked.length, 'move'))}${when}: ${tallyOf(asked)}; net ${basisPointsOf(net)}${net === 0 ? '' : net < 0 ? ' down' : ' up'}`;
  const only = wayOf((asked[0] as (typeof asked)[number]).change);
  const size = basisPointsOf(asked.reduce((sum, { change }) => sum + change, 0));
  const on = question.unscheduled && asked[0] ? `, on ${day(asked[0].on)}` : '';
  const all = asked.length > 1 ? `${size} in all` : `${size}${on}`;
  // of moves of one size the rest is no other way
  const beside = others.length > 0 && !onlyWords(question) ? `; ${tallyOf(others)}` : '';
  return `${capitalized(countOf(asked.length, only))}${when}, ${all}${ends}${beside}`;
};

const oneTitle = (
  { which, span, decision, ties }: Extract<History, { kind: 'one' }>,
  answer: FedHistoryAnswer,
): string => {
  const way = answer.question.way ?? 'move';
  const words = way === 'cut' || way === 'hike' ? sizeWords(decision) : decisionWords(decision);
  const when = which !== 'last' || span.to !== undefined ? spanWords(span) : '';
  if (answer.question.ago) {
    const days = calendarDaysBetween(decision.on, answer.asOf);
    return `${days} days since the last ${way}${onlyWords(answer.question)}${asKnown(answer) && ' on record'}: ${words}`;
  }
  const name = `${capitalized(which)} ${way}${onlyWords(answer.question)}`;
  const tied = ties !== undefined && ties > 1 ? `, the newest of ${IN_WORDS[ties] ?? ties} of that size` : '';
  return `${name}${when || (asKnown(answer) && ' on record')}: ${words}${tied}`;
};

/** `Yes: `, where what the person thinks was decided. */
const verdict = ({ question: { way } }: FedHistoryAnswer, ways: readonly string[]): string => {
  if (way === undefined) return '';
  const isSo = ways.includes(way) || (way === 'move' && ways.some((one) => one !== 'hold'));
  return isSo ? 'Yes: ' : 'No: ';
};

const outcomeTitle = (outcome: Outcome, answer: FedHistoryAnswer): string => {
  const { asOf: today } = answer;
  switch (outcome.kind) {
    case 'decided': {
      const { decisions } = outcome;
      const yes = verdict(
        answer,
        decisions.map(({ change }) => wayOf(change)),
      );
      const [first] = decisions;
      if (first?.change === 0 && decisions.length === 1) {
        return `${yes}${yes ? 'the' : 'The'} Fed ${decisionWords(first)}`;
      }
      const words = decisions.map(decisionWords).join('; ');
      return `${yes}${yes ? words : capitalized(words)}`;
    }
    case 'outcome-unknown':
      return `The outcome of ${outcome.isLast ? 'the last meeting, ' : ''}${day(outcome.on)}${outcome.isLast ? ',' : ''} is not in my data; before it, ${outcome.newest.change === 0 ? 'it ' : 'a '}${decisionWords(outcome.newest)}`;
    case 'to-come':
      return `The meeting of ${dayNear(outcome.on, today)} is still to come`;
    case 'no-meeting': {
      const when = outcome.day ? `on ${day(outcome.day)}` : `in ${month(outcome.month)}`;
      // before the calendar of meetings only changes are on record: whether a meeting held is not known
      const what = (outcome.day ?? outcome.month) < INFERRED_HOLDS_FROM ? 'change' : 'decision';
      const said = answer.question.way === 'hold' ? '' : verdict(answer, ['none']);
      return `${said}${said ? 'no' : 'No'} ${what} ${when}${outcome.level ? `: the range stood at ${rangeOf(outcome.level)}` : ''}`;
    }
  }
};

const cycleTitle = ({ run, before }: Extract<History, { kind: 'cycle' }>): string => {
  const [first] = run;
  if (first === undefined) return 'No move is on record';
  const ing = first.change < 0 ? 'Cutting' : 'Hiking';
  const earlier = before.length > 0 ? `; before it ${tallyOf(before)}` : '';
  return `${ing} since ${day(first.on)}: ${tallyOf(run)}${earlier}`;
};

/** `420 days, 26 Jul 2023 to 18 Sep 2024`; `since 16 Sep 2026`. */
export const spellWords = ({ from, to, days }: Spell): string =>
  to === undefined ? `since ${day(from)}` : `${days} days, ${day(from)} to ${day(to)}`;

const stayTitle = (
  { level, spells }: Extract<History, { kind: 'stay' }>,
  { question: { extreme, from, to } }: FedHistoryAnswer,
): string => {
  const newest = spells.at(-1);
  if (newest === undefined || level === undefined)
    return `The target never stood at that level${from ? spanWords({ from, ...(to && { to }) } as AskedSpan) : ' on record'}`;
  const most = extreme ? `${capitalized(extreme)}${spanWords({ from, to } as AskedSpan) || ' on record'}: ` : '';
  return `${most}Fed at ${rangeOf(level)} ${newest.to === undefined ? '' : 'for '}${spellWords(newest)}`;
};

const RANGE_WIDTH = 0.25;

/** `No: …` only where every meeting since is on record. */
const rangeTitle = ({ level, last, on }: Extract<History, { kind: 'on-day' }>, answer: FedHistoryAnswer): string => {
  const { claimed } = answer.question;
  const [unknown] = unknownMeetings(answer.fed);
  if (claimed === undefined)
    return unknown !== undefined && on >= unknown
      ? `Fed at ${rangeOf(level)} as of ${day(last.on)}; the outcome of ${day(unknown)} is not in my data`
      : `Fed at ${rangeOf(level)} on ${day(on)}, after a ${moveName(last.change)} on ${day(last.on)}`;
  const isSo = claimed === level.upper;
  if (answer.question.to !== undefined) return `${isSo ? 'Yes' : 'No'}: ${rangeOf(level)} on ${day(on)}`;
  const known = `${rangeOf(level)} since ${day(last.on)}`;
  if (unknown !== undefined)
    return `As far as I know ${known}${isSo ? '' : `, not ${rangeOf({ lower: claimed - RANGE_WIDTH, upper: claimed })}`}; the outcome of ${day(unknown)} is not in my data`;
  return `${isSo ? 'Yes' : 'No'}: ${known}`;
};

/** `280 days: 25 bp cut on 10 Dec 2025, to 3.50–3.75%, then 25 bp hike on 16 Sep 2026, to 3.75–4.00%`. */
const gapTitle = ({ from, to, days, decisions }: Extract<History, { kind: 'gap' }>): string =>
  `${days} days: ${decisions.length === 2 ? decisions.map(decisionWords).join(', then ') : `${day(from)} to ${day(to)}`}`;

/** `Five holds in a row, 28 Jan 2026 to 29 Jul 2026, ended by a 25 bp hike on 16 Sep 2026`. */
const inARowTitle = (
  { run, ended, span }: Extract<History, { kind: 'in-a-row' }>,
  answer: FedHistoryAnswer,
): string => {
  const [first, last] = [run[0] as Decision, run.at(-1) as Decision];
  const { sizeBps } = answer.question;
  const most = answer.question.from === undefined && span.to === undefined ? ' at most' : '';
  const until = ended ? `, ended by a ${moveName(ended.change)} on ${day(ended.on)}` : `${asKnown(answer)}`;
  return `${capitalized(countOf(run.length, wayOf(first.change)))}${sizeBps ? ` of ${sizeBps} bp` : ''} in a row${most}, ${day(first.on)} to ${day(last.on)}${until}`;
};

/** `2022 to 2025: four cuts, …`, a row a year below. */
const byYearTitle = ({ years, span }: Extract<History, { kind: 'by-year' }>, answer: FedHistoryAnswer): string => {
  const moves = years.flatMap((one) => one.moves);
  const when = `${onlyWords(answer.question)}${spanWords(span) || ' on record'}`;
  if (answer.question.ask === 'range')
    return `At the end of each year${when}: ${years.map(({ year, level }) => `${year} ${level ? rangeOf(level) : 'not on record'}`).join(', ')}`;
  const way = answer.question.way ?? 'move';
  return moves.length === 0
    ? `${capitalized(countOf(0, way))}${when}`
    : `${capitalized(tallyOf(moves))}${when}: ${years.map((one) => `${one.moves.length} in ${one.year}`).join(', ')}`;
};

const since = (first: IsoDate | undefined): string =>
  first === undefined
    ? 'The Fed’s decisions of that time are not in my data'
    : `The Fed’s decisions are on record here from ${day(first)}`;

/** The answer in a line. */
export const historyTitle = (answer: FedHistoryAnswer): string => {
  const { history } = answer;
  switch (history.kind) {
    case 'moves':
      return movesTitle(history, answer);
    case 'one':
      return oneTitle(history, answer);
    case 'cycle':
      return cycleTitle(history);
    case 'on-day':
      return rangeTitle(history, answer);
    case 'gap':
      return gapTitle(history);
    case 'in-a-row':
      return inARowTitle(history, answer);
    case 'by-year':
      return byYearTitle(history, answer);
    case 'stay':
      return stayTitle(history, answer);
    case 'before-record':
      return since(history.first);
    case 'holds-not-recorded':
      return `Holds are on record here from ${day(history.first)}: before it, only cuts and hikes`;
    case 'unscheduled-not-recorded':
      return `Moves between meetings are marked here from ${day(history.first)}: before it, only that there was a move`;
    case 'runs-backwards':
      return `${capitalized(day(history.from))} to ${day(history.to)} runs backwards`;
    case 'in-the-future':
      return `${day(history.from)} has not come yet`;
    default:
      return outcomeTitle(history, answer);
  }
};
