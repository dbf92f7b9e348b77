import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { isOnly, says, slotsOf } from '../../language/index.ts';
import { dayOf, EARLIEST, runsUntil } from '../../periods/index.ts';
import { isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { type FedHistoryQuestion, isAskedBy } from './question.ts';
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
} from './read-picks.ts';
import type { HistoryWords, PastAsked } from './read-said.ts';
import { rangeThere, respanned, stepped } from './read-stepped.ts';
import { nextTo } from './read-stretches.ts';
import { askedOfIt } from './read-there.ts';

/** `and the cut before`, `the previous hike`. */
const ONE_BEFORE =
  /^(?:(?:and|ok|so|what about|how about|the|then|,) )*(?:(?:cut|hike|move|rise|increase|meeting|mtg|fomc|decision) before(?: (?:that|it|this))?|(?:previous|prior) (?:rate )?(?:cut|hike|move|rise|increase))\W*$/;
const ENDS_SINCE = /\bsince(?: then)?\W*$/;

/** One slot of the last question replaced: its year or span, its way, its size, or what is asked of it. */
export const historyFollowUp = (
  said: HistoryWords,
  before: Context['last'],
  earlier?: FedHistoryQuestion,
): PastAsked | undefined => {
  const { has, of, is, span, way, places, days, today, utterance } = said;
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
  const isLevelAsked = /^(?:(?:and|so|ok) )*(?:what|where) was (?:it|that)\b/.test(utterance.joined);
  const ended = has('before') ? spanBefore(said) : span;
  if (last.kind === 'fed-history' && isLevelAsked && earlier?.ask === 'range' && ended?.to && !way)
    return { ask: 'range', to: ended.to };
  const isOfRange = last.kind === 'fed' || (last.kind === 'fed-history' && last.ask === 'range');
  if (
    isOfRange &&
    has('isWhen') &&
    !says(utterance, /^last$/) &&
    (way ?? 'move') === 'move' &&
    isOnly(utterance, places)
  )
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
  if (last.way === 'hold' && last.to && last.to <= today && isPastIt.test(utterance.joined))
    return { ask: 'moves', way: 'hold', from: addDays(isoDate(last.to), 1) };
  // "last 75", behind how many of them were
  const isLastOf = /^(?:(?:and|the|ok|so) )*(?:last|latest|final) \S+(?: \?)?$/.test(utterance.joined);
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
      utterance.joined,
    );
  // "next meeting after that", behind what is long over
  const isNext = /\b(?:meeting|fomc|decision|mtg) after (?:that|it|this)(?: one)?(?: \?)?$/.test(utterance.joined);
  const following = isNext && on && !span ? MEETINGS.find(({ decision }) => decision > on)?.decision : undefined;
  if (following && following <= today)
    return { ask: 'meeting', meeting: { month: monthIn(following), year: yearOf(following) } };
  if (isToCome) return undefined;
  // "how many holds since", "and cuts since"
  const isAfter = has('way') && !(last.ask === 'moves' && !last.to) && ENDS_SINCE.test(utterance.joined);
  const isCounted = isOfMoves(last) || /^(?:meeting|cycle|range)$/.test(last.ask);
  if ((has('count') || has('idle') || isAfter) && has('since') && !span && on && isCounted)
    return { ask: 'moves', ...narrow(way), from: addDays(on, 1) };
  if (has('thatTime') && last.ask === 'meeting' && last.meeting && !span)
    return { ask: 'meeting', ...narrow(way), meeting: last.meeting };
  const step = of('step')[0] ?? (ONE_BEFORE.test(utterance.joined) ? { value: 'back' } : undefined);
  const there = askedOfIt(said, last, on, step?.value, today);
  if (there) return there;
  const isLater = last.ask === 'meeting' && has('shift') && said.lengths.length > 0;
  if (last.ask === 'range' || isLater || (last.ask === 'stay' && has('was'))) {
    const range = rangeThere(said, on ?? today, today);
    if (range) return range;
  }
  if (step && (!span?.back || step.value.startsWith('year'))) {
    // "what happened in the year after": whichever way
    const isOpen = has('either') && isOfMoves(last);
    const from = isOpen && step.value.startsWith('year') ? { ...last, way: undefined } : last;
    return stepped(from, isOpen && step.value === 'on' ? 'then' : step.value, said, today);
  }
  if (one) return one;
  const same = asksWithout(last);
  const [day] = days.alone;
  if (last.month && day && !slotsOf(utterance, 'date').some(({ year }) => year))
    return { ...same, month: monthIn(day.first), ...narrow(way) };
  if (last.yearsAgo === 1 && /^(?:and )?this\W*$/.test(utterance.joined)) return { ...same, yearsAgo: 0 };
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
  const isFollowing = /\b(?:after|afterwards|that followed|after (?:that|those|them))\W*$/.test(utterance.joined);
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
