import { addDays, dateBack, dateFrom, monthsBefore, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { isOnly, says, slotsOf } from '../../language/index.ts';
import { type IsoDate, isoDate, isoMonthOf } from '../../units.ts';
import type { Context } from '../context.ts';
import { type FedHistoryQuestion, type FedWay, isAskedBy, spanAsked } from './question.ts';
import { firstAndLast, isOrder, meetingOf, narrow, spanBefore } from './read-parts.ts';
import {
  EARLIEST,
  type HistoryWords,
  isOfWay,
  lastMove,
  type PastAsked,
  type PastSpan,
  runsUntil,
} from './read-said.ts';

const SPAN = ['from', 'to', 'back', 'yearsAgo', 'orEarlier'] as const;
const ONLY = ['sizeBps', 'orMore', 'unscheduled'] as const;
const MONTHS_A_YEAR = 12;

const picking = (last: object, isKept: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(last).filter(([key]) => isKept(key)));
const without = (last: FedHistoryQuestion, ...keys: readonly string[]): PastAsked =>
  picking(last, (key) => key !== 'kind' && !keys.includes(key)) as PastAsked;
const keptOf = (last: object, keys: readonly string[]): Partial<PastAsked> =>
  picking(last, (key) => keys.includes(key));

const PICKS = ['last', 'first', 'largest', 'smallest'];
const isOfMoves = ({ ask }: FedHistoryQuestion): boolean => ask === 'moves' || PICKS.includes(ask);
const monthOf = (on: IsoDate): number => Number(on.slice(5, 7));
const firstMove = (from: IsoDate, today: IsoDate): IsoDate | undefined =>
  decisionsBetween(from, today).find(isOfWay('move'))?.on;

/** The day that the last answer was about. */
const dayOf = (question: FedHistoryQuestion, today: IsoDate): IsoDate | undefined => {
  const { from, to, ask, back, meeting } = question;
  const until = to === undefined || to > today ? today : isoDate(to);
  if (ask === 'range') return back ? dateBack(until, back) : until;
  if (ask === 'meeting') {
    if (!meeting) return MEETINGS.findLast(({ decision }) => decision <= today)?.decision;
    const inYear = (year: number) => dateFrom(year, meeting.month, meeting.day ?? 1);
    const newest = inYear(yearOf(today)) <= today ? yearOf(today) : yearOf(today) - 1;
    const on = inYear(meeting.year ?? newest);
    return meeting.day
      ? on
      : (MEETINGS.find(({ decision }) => isoMonthOf(decision) === isoMonthOf(on))?.decision ?? on);
  }
  const decided = decisionsBetween(from ? isoDate(from) : EARLIEST, until);
  return (ask === 'first' ? decided.find(isAskedBy(question)) : decided.findLast(isAskedBy(question)))?.on;
};

/** The same question a year or a move on or back: `and the yr before`, `prior change to that?` */
const stepped = (
  last: FedHistoryQuestion,
  step: string,
  { way, only }: HistoryWords,
  today: IsoDate,
): PastAsked | undefined => {
  const on = dayOf(last, today);
  if (on === undefined) return undefined;
  const turned = way ? { way } : {};
  if (step === 'yearBack' || step === 'yearOn') {
    const now =
      last.yearsAgo === undefined ? yearOf(isoDate(last.from ?? last.to ?? on)) : yearOf(today) - last.yearsAgo;
    const isEndless = last.ask === 'moves' && last.yearsAgo === undefined && !last.from && !last.to;
    const year = (step === 'yearOn' ? Math.max(now, yearOf(isoDate(last.to ?? `${now}-01-01`))) : now - 2) + 1;
    if (isEndless || year > yearOf(today)) return undefined;
    if (last.ask === 'meeting')
      return { ...without(last), ...turned, meeting: { month: last.meeting?.month ?? monthOf(on), year } };
    if (last.ask === 'range') return { ask: 'range', to: monthsBefore(on, (now - year) * MONTHS_A_YEAR) };
    const whole = { from: dateFrom(year, 1, 1), to: dateFrom(year, 12, 31) };
    return { ...without(last, ...SPAN), ask: isOfMoves(last) ? last.ask : 'moves', ...turned, ...whole };
  }
  if (last.ask === 'meeting' && way === undefined) {
    const day =
      step === 'back'
        ? MEETINGS.findLast(({ decision }) => decision < on)?.decision
        : MEETINGS.find(({ decision }) => decision.slice(0, 7) > on.slice(0, 7))?.decision;
    return day && day <= today ? { ask: 'meeting', meeting: { month: monthOf(day), year: yearOf(day) } } : undefined;
  }
  const of = way ?? last.way ?? 'move';
  return step === 'back'
    ? {
        ask: 'last',
        way: of,
        ...keptOf(last, ONLY),
        ...only,
        to: addDays(last.ask === 'moves' && last.from ? isoDate(last.from) : on, -1),
      }
    : { ask: 'first', way: of, ...only, from: addDays(on, 1) };
};

/** The target on another day: `five yrs later same day`, `as at year-end?`, `and today` */
const shifted = (said: HistoryWords, on: IsoDate, today: IsoDate): PastAsked | undefined => {
  const { lengths, has, span, utterance } = said;
  const [length] = lengths;
  if (slotsOf(utterance, 'date').some((date) => date.said === 'year end'))
    return { ask: 'range', to: dateFrom(yearOf(on), 12, 31) };
  if (length && !length.isAgo && has('shift')) {
    const count = length.back.count * (has('shift', 'later') ? -1 : 1);
    return { ask: 'range', to: dateBack(on, { ...length.back, count }) };
  }
  if (length) return { ask: 'range', back: length.back };
  if (has('step')) return undefined;
  if (has('now')) return { ask: 'range', to: today };
  const to = span?.to ?? span?.from;
  return span?.back ? { ask: 'range', back: span.back } : to && { ask: 'range', to };
};

/** `how many holds in between`: between the move spoken of and the one next to it, or over the time spoken of. */
const between = (
  last: Context['last'],
  way: FedWay | undefined,
  today: IsoDate,
  earlier: FedHistoryQuestion | undefined,
): PastAsked | undefined => {
  const asked = { ask: 'moves' as const, ...narrow(way) };
  // "difference between the two", behind the range on two days
  const days = [earlier, last].map((each) =>
    each?.kind === 'fed-history' && each.ask === 'range' ? dayOf(each, today) : undefined,
  );
  const [first, second] = days.toSorted();
  if (first && second && first < second) return { ask: 'moves', ...narrow(way), from: addDays(first, 1), to: second };
  // the two that were looked up one after the other
  const isPick = (one: Context['last'] | undefined): one is FedHistoryQuestion =>
    one?.kind === 'fed-history' && (one.ask === 'last' || one.ask === 'first');
  const [one, other] = isPick(last) && isPick(earlier) ? [dayOf(earlier, today), dayOf(last, today)].toSorted() : [];
  if (one && other && one < other) return { ...asked, from: one, to: other };
  const on = last.kind === 'fed-history' ? dayOf(last, today) : undefined;
  // the move spoken of, and the one that it was found from
  if (on && last.kind === 'fed-history' && last.ask === 'last' && last.to && !last.from)
    return { ...asked, from: on, to: addDays(isoDate(last.to), 1) };
  const over = keptOf(last, ['from', 'back', ...('from' in last && last.from ? ['to'] : [])]);
  if (Object.keys(over).length > 0) return { ...asked, ...over };
  const from = on && lastMove('move', on);
  if (!on || !from) return undefined;
  const to = firstMove(addDays(on, 1), today);
  return { ...asked, ...(to ? { from, to } : { from: lastMove('move', addDays(from, -1)), to: from }) };
};

/** The same of another time. */
const respanned = (said: HistoryWords, last: FedHistoryQuestion, span: PastSpan): PastAsked => {
  const { has, way, utterance, only, places } = said;
  const turned = narrow(way);
  if (last.ask === 'meeting') {
    const [date] = slotsOf(utterance, 'date');
    const isOfYear = last.meeting && date?.year && !date.month && isOnly(utterance, places) && !way;
    const named = meetingOf(said) ?? (isOfYear ? { month: last.meeting?.month ?? 1, year: date.year } : undefined);
    const year = named?.year ?? last.meeting?.year;
    if (named)
      return { ask: 'meeting', ...keptOf(last, ['way']), ...turned, meeting: { ...named, ...(year && { year }) } };
  }
  // "by how much in total until 2018": from where it began
  const isOpen = span.to && !span.from && last.from && last.from < span.to;
  const isCounted = has('count') && (last.ask === 'last' || last.ask === 'first');
  // "cuts 24", behind hikes of 75
  const isOther = way !== undefined && way !== last.way && only.sizeBps === undefined;
  const isSame = (isOfMoves(last) && !isCounted) || last.ask === 'range';
  return {
    ...without(last, 'meeting', 'inARow', 'level', ...SPAN, ...(isOther ? ONLY : [])),
    ...only,
    ask: isSame ? last.ask : 'moves',
    ...turned,
    ...span,
    ...(isOpen && { from: last.from }),
  };
};

/** One of the moves spoken of, or those of a size: `the biggest in there`, `any 75s?`, `were any of em between meetings` */
const among = (said: HistoryWords, last: FedHistoryQuestion, today: IsoDate): PastAsked | undefined => {
  const { has, is, way, only, sizes, span, utterance, places } = said;
  if (last.ask === 'meeting' && only.unscheduled && !span) {
    const month = dayOf(last, today)?.slice(0, 7) ?? '';
    const ends = {
      from: isoDate(`${month}-01`),
      to: dateFrom(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 0),
    };
    return { ask: 'moves', ...narrow(way), ...only, ...ends };
  }
  if (span) return undefined;
  const on = dayOf(last, today);
  const isOne = last.ask === 'first' || last.ask === 'last';
  const picked = (['largest', 'smallest', 'last', 'first'] as const).find((tag) => has(tag));
  const run =
    has('there', 'run') && isOne && on ? runsUntil(today).find(({ from, to }) => from <= on && on <= to) : undefined;
  if (!isOfMoves(last)) return undefined;
  if (has('ever') && has('one') && picked && !span && last.ask !== 'stay')
    return { ask: picked, way: way ?? last.way ?? 'move', ...only };
  const within = run ? { from: run.from, to: run.to } : keptOf(last, SPAN);
  const of = { ...keptOf(last, ONLY), ...only };
  const isBySize = picked === 'largest' || picked === 'smallest';
  // "when did they start going back up", behind cuts: from these on
  const isTurned = way && last.way && way !== last.way && ![way, last.way].includes('move');
  if (picked === 'first' && isTurned && on && !has('there')) return { ask: 'first', way, from: on };
  if (picked && (has('one') || way || isOnly(utterance, places))) {
    // up to the day before the next move the other way
    const end = run && firstMove(addDays(run.to, 1), today);
    const ends = run && picked === 'last' ? (end ? { to: addDays(end, -1) } : {}) : within;
    // "when was the last one that was" leaves the span for the record
    const kept = isBySize ? only : of;
    return { ...(picked !== 'last' || has('there') ? ends : {}), ask: picked, way: way ?? last.way ?? 'move', ...kept };
  }
  // "any 75s?", "how many of 50", "fifty or bigger": no move of its own
  const isSized = sizes[0]?.isPlural || last.sizeBps !== undefined || is('sized|orMore|count|one|way|^opens:only');
  if (!only.unscheduled && !(only.sizeBps && isSized && !isOrder(said))) return undefined;
  const isCounted = run !== undefined || has('count');
  return { ...without(last, 'inARow'), ...(run && within), ...(isCounted && { ask: 'moves' }), ...of, ...narrow(way) };
};

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
  if (has('between') && !said.only.unscheduled) {
    const found = between(last, way, today, earlier);
    return found && (has('howLong') || has('gap')) ? { ask: 'gap', ...keptOf(found, ['from', 'to']) } : found;
  }
  const isOfRange = last.kind === 'fed' || (last.kind === 'fed-history' && last.ask === 'range');
  if (isOfRange && has('isWhen') && (way ?? 'move') === 'move' && isOnly(utterance, places))
    return { ask: 'last', way: 'move' };
  if (isOfRange && has('sinceWhen') && way === undefined && isOnly(utterance, places)) return { ask: 'stay' };
  if (last.kind !== 'fed-history') return undefined;
  // "all cuts, not just the emergencies"
  if (has('notOnly') && said.only.unscheduled && !span) return { ...without(last, ...ONLY), ...narrow(way) };
  // "n the others", behind those of one size
  if (last.sizeBps && !last.orMore && !said.only.sizeBps && says(utterance, /^(?:others?|rest|remaining)$/) && !span)
    return { ...without(last, ...ONLY), ...narrow(way), ask: 'moves', except: { sizeBps: last.sizeBps } };
  const one = among(said, last, today);
  if (said.sizes.length > 0) return one;
  const on = dayOf(last, today);
  // "next fomc?", "when is the one after dec" are of the calendar
  const isToCome =
    /\bnext (?:fomc|fed|meeting|decision|sit|mtg|one meet)\b|\b(?:sit|meet|gather) next\b|^whe?n(?:s| is) the (?:one|meeting) after\b/.test(
      utterance.words.join(' '),
    );
  if (isToCome) return undefined;
  // "how many holds since"
  if (has('count') && has('since') && !span && on && (isOfMoves(last) || last.ask === 'meeting'))
    return { ask: 'moves', ...narrow(way), from: addDays(on, 1) };
  if (has('thatTime') && last.ask === 'meeting' && last.meeting && !span)
    return { ask: 'meeting', ...narrow(way), meeting: last.meeting };
  const [step] = of('step');
  if (has('howLong') && has('took') && last.ask === 'moves') {
    const ends = firstAndLast(last.way, spanAsked(last, today), today);
    if (ends) return { ask: 'gap', ...ends };
  }
  // "how long ago is that now", and the same of the other way
  if (has('howLong') && PICKS.includes(last.ask) && !level && !span)
    return { ...without(last), ...narrow(way), ask: 'last', ago: true };
  if (
    (has('rangeAfter') || (has('was') && has('rate') && has('opens', 'then'))) &&
    on &&
    !span &&
    (isOfMoves(last) || last.ask === 'meeting')
  )
    return { ask: 'range', to: on };
  if (has('dayBefore') && on && isOfMoves(last)) return { ask: 'range', to: addDays(on, -1) };
  if (step && has('was', 'was') && on && isOfMoves(last)) return { ask: 'range', to: addDays(on, -1) };
  if (last.ask === 'stay' && step?.value === 'back' && has('was') && on) return { ask: 'range', to: addDays(on, -1) };
  if (last.ask === 'stay' && level) return { ask: 'stay', level: level.percent };
  if (last.ask === 'stay' && has('now')) {
    const level = decisionsBetween(EARLIEST, today).at(-1)?.upper;
    return { ask: 'stay', ...(level && { level }) };
  }
  if (last.ask === 'range' || (last.ask === 'stay' && has('was'))) {
    const there = shifted(said, on ?? today, today);
    if (there) return there;
  }
  if (step && !span?.back) {
    const month = last.ask === 'meeting' ? meetingOf(said) : undefined;
    const moved = month ? { ...last, meeting: { ...last.meeting, ...month } } : last;
    // "what happened in the year after": whichever way
    const isOpen = has('either') && last.ask === 'moves';
    return stepped(isOpen ? { kind: 'fed-history', ...without(last, 'way') } : moved, step.value, said, today);
  }
  if (one) return one;
  const same = without(last);
  const [day] = days.alone;
  if (last.month && day && !slotsOf(utterance, 'date').some(({ year }) => year))
    return { ...same, month: monthOf(day.first), ...narrow(way) };
  if (last.yearsAgo === 1 && /^(?:and )?this\W*$/.test(utterance.words.join(' '))) return { ...same, yearsAgo: 0 };
  if (span) return respanned(said, last, isOfMoves(last) ? (spanBefore(said) ?? span) : span);
  // "net of the hike", "hikes included"
  if (has('turned', 'netted') && isOfMoves(last)) return { ...without(last, 'way', 'inARow'), ask: 'moves' };
  // "hike included, net figure"
  if ((is('^opens:net') || has('opens', 'with')) && way !== last.way) return without(last, 'way');
  if (way && way !== 'move')
    return last.ask === 'cycle'
      ? { ask: 'last', way }
      : { ...(last.ask === 'meeting' ? same : without(last, 'meeting', 'inARow')), way };
  if (!has('when') && !has('count')) return undefined;
  // "what did all of them come to", "and the total"
  return has('allOf') && PICKS.includes(last.ask) ? { ...without(last, 'ago'), ask: 'moves' } : same;
};
