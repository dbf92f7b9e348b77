import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { EARLIEST, fromMoveToMove, isOfWay, lastMove, pauseIn, runIn } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { FedWay } from './question.ts';
import type { HistoryWords, PastAsked, PastSpan } from './read-said.ts';

/** Times from one move of the Fed to another: a gap, a pause, a run of moves one way, the time at a level. */

/** The first and the last move of a kind in a span: `how long did that take`. */
export const firstAndLast = (way: FedWay | undefined, { from, to }: PastSpan, today: IsoDate): PastSpan | undefined => {
  const moves = decisionsBetween(isoDate(from ?? EARLIEST), isoDate(to ?? today)).filter(isOfWay(way));
  const [first, last] = [moves[0]?.on, moves.at(-1)?.on];
  return first && last && first < last ? { from: first, to: last } : undefined;
};

/** `how long between the last cut and the sept hike`: from the day of one move to that of the other. */
export const gapAsked = ({ of, has, today, days, span, way, utterance }: HistoryWords): PastSpan | undefined => {
  const moves = fromMoveToMove(utterance, undefined, today);
  if (moves) return moves;
  const [start, end] = [days.since, days.until];
  const [missed] = has('without') ? of('way', 'cut', 'hike') : [];
  const ended = end ?? days.alone.at(-1);
  if (today && missed && ended) {
    const within = decisionsBetween(ended.first, ended.last);
    const kind = missed.value as FedWay;
    const to = (within.find(isOfWay(kind)) ?? within.find(isOfWay('move')))?.on ?? ended.first;
    const from = lastMove(kind, addDays(to, -1));
    return from && { from, to };
  }
  if (start && end && start.first === start.last && end.first === end.last) return { from: start.first, to: end.last };
  if (today && span?.from && has('first') && has('last')) return firstAndLast(way, span, today);
  const [one = 'move', other = one] = of('way').map(({ value }) => value as FedWay);
  const [named] = days.alone;
  if (today && named && has('first') && one !== other) {
    const from = decisionsBetween(named.first, named.last).find(isOfWay(one))?.on;
    const to = from && decisionsBetween(addDays(from, 1), today).find(isOfWay(other))?.on;
    return to && { from, to };
  }
  const to = today && lastMove(other, days.until?.last ?? days.alone.at(-1)?.last ?? today);
  const from = to && lastMove(one, addDays(to, -1));
  return from && { from, to };
};

/** `the pause from july 23`, `the last pause`, `the hiking that began in march 2022`: time without a move, or moves one way. */
export const stretchAsked = ({ today, days, span, way, has }: HistoryWords): PastSpan | undefined => {
  const named = span?.from && { first: span.from, last: span.to ?? span.from };
  const said = days.since && !days.until ? days.since : named || undefined;
  // "when did the pause from july 2023 end" is of that month
  const period = said && { ...said, first: isoDate(`${said.first.slice(0, 8)}01`) };
  if (!today || !way || way === 'move' || !(period || (way === 'hold' && has('last')))) return undefined;
  const found = way === 'hold' ? pauseIn(period, today) : runIn(way, period, today, has('first'));
  return found && { from: found.from, to: found.to };
};

/** `longest pause since 2002`: of the time before the calendar of meetings only moves are on record. */
export const longestPause = ({ today, span, has }: HistoryWords): PastSpan | undefined => {
  const from = isoDate(span?.from ?? EARLIEST);
  const isKnown =
    has('inARow') || from >= (MEETINGS[0]?.decision ?? from) || span?.back || span?.yearsAgo !== undefined;
  const found = today && !isKnown ? pauseIn({ first: from, last: isoDate(span?.to ?? today) }, today) : undefined;
  // one that had begun before is no longest of that time
  return found && found.from >= from && found.to <= (span?.to ?? found.to)
    ? { from: found.from, to: found.to }
    : undefined;
};

const YEARS_RANKED =
  /^(?:(?:and|so|ok) )*(?:years?|yrs?) (?:with|without|when|in which|where|the fed|they)\b|\b(?:which|what|any|first|last|latest|only|busiest|biggest|best|worst|the|a|an|in a|how many|each|every|of|other|such|calendar) (?:calendar |such |single )?(?:years?|yrs?)\b/;
const HOW_RANKED =
  /\b(?:most|more than|fewest|least|smallest|largest|biggest|busiest|highest|lowest|fewer than|less than|no|not|without|with|none|nothing|didnt)\b/;
const OF_ITS_OWN =
  /\b(?:this|last|next|past|per|by|that|same|a) (?:years?|yrs?)(?: (?:ago|before|later|earlier|after|to|end))?$|\byears? (?:ago|end|before|later|earlier|to date)\b/;

/** `which year had most hikes`, `years with no moves since 2010`: which one it is shows in a row a year. */
export const yearsRanked = (said: HistoryWords, last: Context['last'] | undefined): PastAsked | undefined => {
  const { utterance, span, way, has } = said;
  const text = utterance.joined;
  // "the last such year"
  if (last?.kind === 'fed-history' && last.yearly && /\bsuch (?:a )?years?\b/.test(text)) {
    const { kind: _, ...same } = last;
    return same;
  }
  if (!YEARS_RANKED.test(text) || !HOW_RANKED.test(text) || OF_ITS_OWN.test(text.replace(/\W+$/, ''))) return undefined;
  // one year is named
  if (span?.yearsAgo !== undefined || (span?.from && span.from.slice(0, 4) === span.to?.slice(0, 4))) return undefined;
  if (!way && !has('fed')) return undefined;
  return { ask: 'moves', ...(way && way !== 'move' && way !== 'hold' && { way }), ...span, yearly: true };
};

/** `how many meetings did they hold at 5.25-5.5`: the newest time that the target stood there. */
export const heldAt = ({ level, today }: HistoryWords): Partial<PastAsked> | undefined => {
  const moves = today && level ? decisionsBetween(EARLIEST, today).filter(isOfWay('move')) : [];
  const at = moves.findLastIndex(({ upper }) => upper === level?.percent);
  const [from, to] = [moves[at]?.on, moves[at + 1]?.on];
  return from && { way: 'hold', from, ...(to && { to }) };
};

const EARLIEST_MEETING = MEETINGS[0]?.decision ?? EARLIEST;
/** `the meeting before the last hike`, `the meeting after svb`. */
export const nextTo = ({ utterance, days }: HistoryWords): Partial<PastAsked> | undefined => {
  const isBefore = /\b(?:meeting|mtg|fomc|sitting|decision) before the\b/.test(utterance.joined);
  const on = days.alone[0]?.first;
  const isAfter = /\b(?:meeting|mtg|fomc|sitting|decision) (?:right |just )?after \w+\W*$/.test(utterance.joined);
  const event = isAfter && !days.until && days.since?.first === days.since?.last ? days.since?.last : undefined;
  const day =
    (isBefore && on && MEETINGS.findLast(({ decision }) => decision < on)?.decision) ||
    (event && event > EARLIEST_MEETING && MEETINGS.find(({ decision }) => decision > event)?.decision);
  return day ? { meeting: { month: Number(day.slice(5, 7)), year: yearOf(day) } } : undefined;
};

const MOST_AHEAD = 100;

/** `range before covid and after they finished slashing`: the moves between the two. */
export const movesAround = ({ today, days, span, way }: HistoryWords): PastSpan | undefined => {
  const [one] = days.alone;
  const day = one?.first ?? span?.to;
  if (!today || !day || (way !== 'cut' && way !== 'hike')) return undefined;
  const run = runIn(way, one ?? { first: day, last: addDays(day, MOST_AHEAD) }, today, false);
  return run && { from: run.from, to: run.to };
};

/** `how many holds in a row before they hiked in sept`, `longest streak of holds`. */
export const runAsked = ({ of, today, span, days, sizes }: HistoryWords): Partial<PastAsked> | undefined => {
  const [way] = of('way', 'cut', 'hike', 'hold').map(({ value }) => value as FedWay);
  if (!way) return sizes.length > 0 ? { ...span, inARow: true } : undefined;
  const [word] = of('before');
  if (!word) return { way, ...span, inARow: true };
  const then = of('way').find(({ from }) => from > word.to)?.value as FedWay | undefined;
  const to = today && lastMove(then, days.alone.at(-1)?.last ?? today);
  const from = to && lastMove('move', addDays(to, -1));
  return from && { way, from, to, inARow: true };
};
