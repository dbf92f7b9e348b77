import { addDays } from '../../calendar/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import { isOnly, says } from '../../language/index.ts';
import { EARLIEST, isOfWay, lastMove, moveNamed, runsUntil } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { type FedHistoryQuestion, spanAsked } from './question.ts';
import { narrow } from './read-parts.ts';
import { asksKept, asksWithout, isOfMoves, PICKS, SPAN } from './read-picks.ts';
import { type HistoryWords, isYear, type PastAsked } from './read-said.ts';
import { firstAndLast } from './read-stretches.ts';

/** What is asked of the decision, the range or the time spoken of: what ended it, how long it stood, what was before it. */

const ENDER = /\b(?:what|which (?:one|move|cut|hike)) (?:finally )?(?:ended|stopped|broke|finished)\b/;
/** `what was it before`, `from what`, `it had been where before`. */
const BEFORE_IT =
  /^(?:(?:and|so|ok) )*(?:(?:what|where) (?:was|were|had) (?:it|they|that|rates|the range|the rate)(?: been)?(?: at)? (?:just |right )?(?:before|beforehand|prior|previously)(?: (?:that|it|then))?|(?:up|down|coming|moved)? ?from (?:what|where)(?: range| level)?|what (?:came|was) (?:there )?before(?: (?:that|it))?)\W*$/;

/** `in weeks`, behind how long it was; `on average`, behind how many: the answer has what there is of it. */
const DETAIL =
  /^(?:(?:and|so|ok|thats|that|or|what|how many|its|s|is|it) )*(?:in (?:calendar )?(days|weeks|months|years|meetings)|on average|average|avg|per (?:meeting|move|cut|hike)|each time|from what to what|size of each)(?: is (?:that|it))?\W*$/;

/** How long it stood where it stood on a day. */
const stayAt = (on: IsoDate): PastAsked => {
  const moved = decisionsBetween(EARLIEST, on).findLast(isOfWay('move'));
  return { ask: 'stay', ...(moved && { level: moved.upper, from: moved.on }) };
};

const [STOOD_THERE, AFTER_IT, SINCE_IT] = [
  /\blast (?:time )?(?:it |they |rates )?(?:stand|stood|was|were|sat|sit)(?: at)? (?:there|that level|that)\W*$|\blast (?:at|there)\W*$/,
  /^(?:(?:and|so|but) )*(?:did|have|has|any|were|was)\b.*\b(?:after|afterwards|since)(?: (?:that|it|this|then))?\W*$/,
  /^(?:(?:and|so|what about|how about|then) )*(?:since|after)(?: (?:then|that|it))?\W*$/,
];

const nextMove = (on: IsoDate, today: IsoDate): IsoDate | undefined =>
  decisionsBetween(addDays(on, 1), today).find(isOfWay('move'))?.on;

export const askedOfIt = (
  { has, way, span, level, days, utterance, places }: HistoryWords,
  last: FedHistoryQuestion,
  on: IsoDate | undefined,
  step: string | undefined,
  today: IsoDate,
): PastAsked | undefined => {
  // "did it stay there until the autumn", "and when did that end"
  const isStay =
    has('stayed') && says(utterance, /^(?:there|level|put)$/) && !has('howLong') && !has('rangeAfter') && !level;
  const until = last.to && last.to < today ? isoDate(last.to) : on;
  if (SINCE_IT.test(utterance.joined) && isOfMoves(last) && until)
    return { ask: 'moves', ...narrow(last.way), from: addDays(until, 1) };
  if (AFTER_IT.test(utterance.joined) && way && way !== last.way && isOfMoves(last) && on && !span)
    return { ask: 'moves', ...narrow(way), from: addDays(on, 1) };
  const isOfDay = last.ask === 'range' || last.ask === 'meeting';
  if (isOfDay && on && STOOD_THERE.test(utterance.joined)) return { ask: 'stay', level: stayAt(on).level };
  const named = last.ask === 'range' ? moveNamed(utterance, today) : undefined;
  if (named && 'at' in named) return { ask: 'range', to: named.at };
  // "how long before that was the one before"
  const earlier = has('howLong') && step === 'back' && isOfMoves(last) && on && !span;
  const from = earlier ? lastMove(way ?? last.way ?? 'move', addDays(on, -1)) : undefined;
  if (from && on) return { ask: 'gap', from, to: on };
  if (
    isOfMoves(last) &&
    on &&
    /^(?:(?:and|so) )*(?:was|were) (?:that|it|this)\b.*\b(?:meetings?|scheduled|unscheduled|emergency)\W*$/.test(
      utterance.joined,
    )
  ) {
    const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
    return { ask: 'meeting', meeting: { year, month, day } };
  }
  // "what had they done before that": of any size, either way
  if (
    step === 'back' &&
    on &&
    !way &&
    isOfMoves(last) &&
    /\bwhat (?:had|did|have) (?:they|the fed|it) (?:do|done)\b/.test(utterance.joined)
  )
    return { ask: 'last', way: 'move', to: addDays(on, -1) };
  const isHeld = last.ask === 'range' || last.ask === 'meeting' || last.way === 'hold';
  if (on && isStay && (isHeld || isOfMoves(last)) && !span?.from) {
    const until = days.until?.last;
    return { ask: 'first', way: 'move', from: addDays(on, 1), ...(until && until > on && { to: until }) };
  }
  // the stay says both its ends
  const isEnder = ENDER.test(utterance.joined);
  const isAsked = has('opens', 'when') || isEnder;
  if (last.ask === 'stay' && isAsked && (way || has('ended')) && says(utterance, /^(?:it|that)$/) && !span && !level)
    return asksWithout(last);
  if (on && has('ended') && isAsked && !span) {
    if (isHeld || last.ask === 'stay') return { ask: 'first', way: 'move', from: addDays(on, 1) };
    const run = isOfMoves(last) && runsUntil(today).find(({ from, to }) => from <= on && on <= to);
    if (run && isEnder) return { ask: 'first', way: 'move', from: addDays(run.to, 1) };
    if (run) return { ask: 'last', way: run.way, from: run.from, to: run.to };
  }
  if (has('howLong') && has('took') && (last.ask === 'moves' || last.from)) {
    const start = last.from && lastMove('move', isoDate(last.from));
    const ends =
      last.ask === 'moves'
        ? firstAndLast(last.way, spanAsked(last, today), today)
        : start && on && { from: start, to: on };
    if (ends) return { ask: 'gap', ...ends };
  }
  // "how long before the next rise after that one"
  if (has('howLong') && has('step', 'on') && isOfMoves(last) && on && !span) {
    const to = decisionsBetween(addDays(on, 1), today).find(isOfWay(way ?? last.way ?? 'move'))?.on;
    return to && { ask: 'gap', from: on, to };
  }
  const isStood = PICKS.includes(last.ask) || last.ask === 'meeting' || (last.ask === 'range' && last.to);
  if (has('howLong') && (has('stayed') || says(utterance, /^there$/)) && isStood && on && !level && !span)
    return stayAt(on);
  if (on && BEFORE_IT.test(utterance.joined) && last.ask !== 'moves') {
    const moved = last.ask === 'range' ? lastMove('move', on) : on;
    return moved && { ask: 'range', to: addDays(moved, -1) };
  }
  // "how long until the first cut", behind a hike; "how many meetings was that", behind a length
  const then = has('howLong') && has('first') && way && way !== last.way && on && isOfMoves(last);
  const next = then && decisionsBetween(addDays(on, 1), today).find(isOfWay(way))?.on;
  if (next) return { ask: 'gap', from: on, to: next };
  if (last.ask === 'gap' && has('count') && says(utterance, /^meetings$/) && !span)
    return { ...asksKept(last, SPAN), ask: 'moves', way: 'hold' };
  // "how long ago is that now", and the same of the other way
  if (has('howLong') && PICKS.includes(last.ask) && !level && !span && !has('first'))
    return { ...asksWithout(last), ...narrow(way), ask: 'last', ago: true };
  if (has('dayBefore') && on && isOfMoves(last)) return { ask: 'range', to: addDays(on, -1) };
  if (
    (has('rangeAfter') ||
      (has('was') && has('rate') && (has('opens', 'then') || isOnly(utterance, places)) && !step)) &&
    on &&
    !span &&
    (isOfMoves(last) || last.ask === 'meeting')
  )
    return { ask: 'range', to: on };
  if (step && has('was', 'was') && on && isOfMoves(last))
    return { ask: 'range', to: step === 'on' ? on : addDays(on, -1) };
  if (last.ask === 'stay' && step === 'back' && has('was') && on) return { ask: 'range', to: addDays(on, -1) };
  if (last.ask === 'stay' && level) return { ask: 'stay', level: level.percent };
  if (last.ask === 'stay' && has('now')) {
    if (says(utterance, /^wheres?$/)) return { ask: 'range' };
    const level = decisionsBetween(EARLIEST, today).at(-1)?.upper;
    return { ask: 'stay', ...(level && { level }) };
  }
  if (has('now') && last.ask !== 'range' && !way && days.alone.length === 0 && isOnly(utterance, places))
    return isYear(last) && last.ask === 'moves' ? { ...asksWithout(last, ...SPAN), yearsAgo: 0 } : { ask: 'range' };
  const isDetail = DETAIL.exec(utterance.joined);
  if (isDetail?.[1] === 'meetings' && last.ask === 'stay' && on)
    return { ask: 'moves', way: 'hold', from: on, ...(nextMove(on, today) && { to: nextMove(on, today) }) };
  if (isDetail?.[1] === 'meetings' && last.ask === 'gap') return { ...asksKept(last, SPAN), ask: 'moves', way: 'hold' };
  const isOfDetail = isDetail?.[1] ? last.ask === 'stay' || last.ask === 'gap' : last.ask === 'moves';
  return isDetail && isOfDetail ? asksWithout(last) : undefined;
};
