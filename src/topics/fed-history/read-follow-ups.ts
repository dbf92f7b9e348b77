import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { isOnly, says, slotsOf } from '../../language/index.ts';
import { dayOf, EARLIEST, isOfWay, lastMove, runsUntil } from '../../periods/index.ts';
import { isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { type FedHistoryQuestion, isAskedBy, spanAsked } from './question.ts';
import { narrow, spanBefore } from './read-parts.ts';
import {
  among,
  asksKept,
  asksWithout,
  between,
  isOfMoves,
  monthAway,
  monthIn,
  ONLY,
  ofSpoken,
  PICKS,
  SPAN,
} from './read-picks.ts';
import type { HistoryWords, PastAsked } from './read-said.ts';
import { rangeThere, respanned, stepped } from './read-stepped.ts';
import { firstAndLast, nextTo } from './read-stretches.ts';

/** `and the cut before`, `the previous hike`. */
const ONE_BEFORE =
  /^(?:(?:and|ok|so|what about|how about|the|then|,) )*(?:(?:cut|hike|move|rise|increase) before(?: (?:that|it|this))?|(?:previous|prior) (?:rate )?(?:cut|hike|move|rise|increase))\W*$/;
const ENDS_SINCE = /\bsince(?: then)?\W*$/;

/** One slot of the last question replaced: its year or span, its way, its size, or what is asked of it. */
export const historyFollowUp = (
  said: HistoryWords,
  before: Context['last'],
  earlier?: FedHistoryQuestion,
): PastAsked | undefined => {
  const { has, of, is, span, way, places, days, today, utterance, level } = said;
  if (!today) return undefined;
  // "and a year ago" behind today's range
  const isRangeAgo =
    before.kind === 'fed' &&
    !before.ask &&
    !before.calendar &&
    (said.lengths.some(({ isAgo }) => isAgo) || (has('was', 'was') && span !== undefined && way === undefined));
  const last: Context['last'] = isRangeAgo ? { kind: 'fed-history', ask: 'range' } : before;
  // "gap?", behind two that were looked up
  const isGap = has('gap') && isOnly(utterance, places);
  if ((has('between') || isGap) && !said.only.unscheduled) {
    const found = between(last, way, today, earlier);
    if (!found || !(has('howLong') || has('gap'))) return found;
    // "days between", behind the 75s of a year
    const all =
      last.kind === 'fed-history' && last.ask === 'moves'
        ? decisionsBetween(isoDate(last.from ?? EARLIEST), isoDate(last.to ?? today)).filter(isAskedBy(last))
        : [];
    if (all.length > 1) return { ask: 'gap', from: all[0]?.on, to: all.at(-1)?.on };
    return found.from && found.to ? { ask: 'gap', ...asksKept(found, ['from', 'to']) } : undefined;
  }
  // "what was it right before lehman", and "at the end of 2014" behind a pick, are of the range
  const isLevelAsked = /^(?:(?:and|so|ok) )*(?:what|where) was (?:it|that)\b/.test(utterance.words.join(' '));
  const ended = has('before') ? spanBefore(said) : span;
  if (last.kind === 'fed-history' && isLevelAsked && earlier?.ask === 'range' && ended?.to && !way)
    return { ask: 'range', to: ended.to };
  const isOfRange = last.kind === 'fed' || (last.kind === 'fed-history' && last.ask === 'range');
  if (isOfRange && has('isWhen') && (way ?? 'move') === 'move' && isOnly(utterance, places))
    return { ask: 'last', way: 'move', ...('to' in last && last.to && { to: last.to }) };
  if (isOfRange && has('sinceWhen') && way === undefined && isOnly(utterance, places)) return { ask: 'stay' };
  if (last.kind !== 'fed-history') return undefined;
  // "all cuts, not just the emergencies"
  if (has('notOnly') && said.only.unscheduled && !span) return { ...asksWithout(last, ...ONLY), ...narrow(way) };
  const spoken = ofSpoken(said, last, today);
  if (spoken) return spoken;
  const away = monthAway(said, last, today, earlier);
  if (away) return away;
  // "and after the hike", behind the holds before it
  const isPastIt = /^(?:(?:and|so|ok|what about|how about) )*(?:after|since) (?:the|that) (?:cut|hike|move)\W*$/;
  if (last.way === 'hold' && last.to && last.to <= today && isPastIt.test(utterance.words.join(' ')))
    return { ask: 'moves', way: 'hold', from: addDays(isoDate(last.to), 1) };
  // "last 75", behind how many of them were
  const isLastOf = /^(?:(?:and|the|ok|so) )*(?:last|latest|final) \S+(?: \?)?$/.test(utterance.words.join(' '));
  if (isLastOf && said.only.sizeBps && last.ask === 'moves' && said.sizes.length === 1 && !span)
    return {
      ...asksWithout(last, 'orMore', 'except', 'inARow', 'newest'),
      ...said.only,
      ask: 'last',
      way: last.way ?? 'move',
    };
  const one = among(said, last, today);
  if (said.sizes.length > 0) return one;
  const on = dayOf(last, today);
  // "next fomc?", "when is the one after dec" are of the calendar
  const isToCome =
    /\bnext (?:fomc|fed|meeting|decision|sit|mtg|one meet)\b|\b(?:sit|meet|gather) next\b|^whe?n(?:s| is) the (?:one|meeting) after\b/.test(
      utterance.words.join(' '),
    );
  // "next meeting after that", behind what is long over
  const isNext = /\b(?:meeting|fomc|decision|mtg) after (?:that|it|this)(?: one)?(?: \?)?$/.test(
    utterance.words.join(' '),
  );
  const following = isNext && on && !span ? MEETINGS.find(({ decision }) => decision > on)?.decision : undefined;
  if (following && following <= today)
    return { ask: 'meeting', meeting: { month: monthIn(following), year: yearOf(following) } };
  if (isToCome) return undefined;
  // "how many holds since", "and cuts since"
  const isAfter = has('way') && !(last.ask === 'moves' && !last.to) && ENDS_SINCE.test(utterance.words.join(' '));
  const isCounted = isOfMoves(last) || last.ask === 'meeting';
  if ((has('count') || isAfter) && has('since') && !span && on && isCounted)
    return { ask: 'moves', ...narrow(way), from: addDays(on, 1) };
  if (has('thatTime') && last.ask === 'meeting' && last.meeting && !span)
    return { ask: 'meeting', ...narrow(way), meeting: last.meeting };
  const step = of('step')[0] ?? (ONE_BEFORE.test(utterance.words.join(' ')) ? { value: 'back' } : undefined);
  // "did it stay there until the autumn", "and when did that end"
  const isStay =
    has('stayed') && says(utterance, /^(?:there|level|put)$/) && !has('howLong') && !has('rangeAfter') && !level;
  const isHeld = last.ask === 'range' || last.ask === 'meeting' || last.way === 'hold';
  if (on && isStay && (isHeld || isOfMoves(last)) && !span?.from) {
    const until = days.until?.last;
    return { ask: 'first', way: 'move', from: addDays(on, 1), ...(until && until > on && { to: until }) };
  }
  // the stay says both its ends
  const isAsked = has('opens', 'when') || /\bwhat (?:ended|stopped|broke)\b/.test(utterance.words.join(' '));
  if (last.ask === 'stay' && isAsked && (way || has('ended')) && says(utterance, /^(?:it|that)$/) && !span && !level)
    return asksWithout(last);
  if (on && has('ended') && isAsked && !span) {
    if (isHeld || last.ask === 'stay') return { ask: 'first', way: 'move', from: addDays(on, 1) };
    const run = isOfMoves(last) && runsUntil(today).find(({ from, to }) => from <= on && on <= to);
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
  if (
    has('howLong') &&
    (has('stayed') || says(utterance, /^there$/)) &&
    PICKS.includes(last.ask) &&
    on &&
    !level &&
    !span
  ) {
    const upper = decisionsBetween(on, on)[0]?.upper;
    return { ask: 'stay', ...(upper !== undefined && { level: upper }), from: on };
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
    return { ask: 'range', to: step.value === 'on' ? on : addDays(on, -1) };
  if (last.ask === 'stay' && step?.value === 'back' && has('was') && on) return { ask: 'range', to: addDays(on, -1) };
  if (last.ask === 'stay' && level) return { ask: 'stay', level: level.percent };
  if (last.ask === 'stay' && has('now')) {
    if (says(utterance, /^wheres?$/)) return { ask: 'range' };
    const level = decisionsBetween(EARLIEST, today).at(-1)?.upper;
    return { ask: 'stay', ...(level && { level }) };
  }
  const isLater = last.ask === 'meeting' && has('shift') && said.lengths.length > 0;
  if (last.ask === 'range' || isLater || (last.ask === 'stay' && has('was'))) {
    const there = rangeThere(said, on ?? today, today);
    if (there) return there;
  }
  if (step && (!span?.back || step.value.startsWith('year'))) {
    // "what happened in the year after": whichever way
    const isOpen = has('either') && last.ask === 'moves';
    return stepped(isOpen ? { kind: 'fed-history', ...asksWithout(last, 'way') } : last, step.value, said, today);
  }
  if (one) return one;
  const same = asksWithout(last);
  const [day] = days.alone;
  if (last.month && day && !slotsOf(utterance, 'date').some(({ year }) => year))
    return { ...same, month: monthIn(day.first), ...narrow(way) };
  if (last.yearsAgo === 1 && /^(?:and )?this\W*$/.test(utterance.words.join(' '))) return { ...same, yearsAgo: 0 };
  const { meeting } = nextTo(said) ?? {};
  if (meeting && last.ask === 'meeting' && !way) return { ask: 'meeting', meeting };
  if (span) return respanned(said, last, isOfMoves(last) ? (spanBefore(said) ?? span) : span);
  // "net of the hike", "hikes included"
  if (has('turned', 'netted') && isOfMoves(last)) return { ...asksWithout(last, 'way', 'inARow'), ask: 'moves' };
  // "hike included, net figure"
  if ((is('^opens:net') || has('opens', 'with')) && way !== last.way) return asksWithout(last, 'way');
  // "cuts?", behind how long it was between two moves
  if (last.ask === 'range' && way)
    return earlier?.from && last.to ? { ask: 'moves', ...narrow(way), from: earlier.from, to: last.to } : undefined;
  if (last.ask === 'gap' && way) return { ...same, ask: 'moves', ...narrow(way) };
  // "and the way down after", behind hikes: the run that follows them
  const isFollowing = /\b(?:after|afterwards|that followed|after (?:that|those|them))\W*$/.test(
    utterance.words.join(' '),
  );
  const run =
    isFollowing && on && last.ask === 'moves' && last.way !== way
      ? runsUntil(today).find((one) => one.way === way && one.from > on)
      : undefined;
  if (run) return { ask: 'moves', ...narrow(way), from: run.from, to: run.to };
  if (way && way !== 'move')
    return last.ask === 'cycle'
      ? { ask: 'last', way }
      : { ...(last.ask === 'meeting' ? same : asksWithout(last, 'meeting', 'inARow')), way };
  if (!has('when') && !has('count')) return undefined;
  // "what did all of them come to", "and the total"
  return has('allOf') && PICKS.includes(last.ask) ? { ...asksWithout(last, 'ago'), ask: 'moves' } : same;
};
