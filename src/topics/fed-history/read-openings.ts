import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { type DateSlot, isBefore, isOnly, type Phrases, slotsOf } from '../../language/index.ts';
import type { Period } from '../days.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import type { Asked, HistoryWords, PastSpan } from './read-said.ts';

/** Up to the day before something that is named: `before 2024`, `before the 2024 cuts`, `before this year`. */
const before = (
  { phrases, days, utterance, span, way }: HistoryWords,
  of: FedWay | undefined,
): PastSpan | undefined => {
  const [word] = phrases.of('before');
  const [one] = days.alone;
  if (!word || !one || !days.places.some(({ from }) => from >= word.to)) return span;
  if (slotsOf(utterance, 'date').some(({ said }) => said === 'this year')) return { yearsAgo: 1, orEarlier: true };
  const named = phrases.of('way').findLast(({ from }) => from > word.to)?.value;
  const isOfMove = named === 'cut' || named === 'hike';
  const start = isOfMove
    ? decisionsBetween(one.first, one.last).find(({ change }) => (named === 'cut' ? change < 0 : change > 0))?.on
    : undefined;
  return of === undefined && way === undefined ? span : { to: addDays(start ?? one.first, -1) };
};

/** `the last hike before the 2024 cuts`: the way that is asked is said first, or right behind `last`. */
const wayPicked = ({ phrases, way }: HistoryWords, tag: 'last' | 'first'): FedWay | undefined => {
  const marks = phrases.of(tag);
  const near = phrases.of('way').find((one) => isBefore(marks, [one], 2));
  return (near?.value as FedWay | undefined) ?? way;
};

export const isPast = (phrases: Phrases): boolean => phrases.has('past');

const hasYearOrDay = ({ day, weekday, said }: DateSlot): boolean =>
  day !== undefined || weekday !== undefined || said === 'yesterday';

/** A month or a day on its own, and no longer stretch: a meeting. */
export const meetingOf = ({ utterance, days }: HistoryWords): FedHistoryQuestion['meeting'] => {
  const [slot, ...more] = slotsOf(utterance, 'date').filter(
    ({ month, weekday, said }) => month !== undefined || weekday || said === 'yesterday',
  );
  const [one] = days.alone;
  if (slot === undefined || more.length > 0 || days.alone.length !== 1 || one === undefined) return undefined;
  const isDay = one.first === one.last;
  const month = Number(one.first.slice(5, 7));
  const hasYear =
    slot.year !== undefined ||
    slot.weekday !== undefined ||
    slot.said === 'yesterday' ||
    days.places.length < slotsOf(utterance, 'date').length;
  return {
    month,
    ...(hasYear && { year: yearOf(one.first) }),
    ...(isDay && hasYearOrDay(slot) && { day: Number(one.first.slice(8)) }),
  };
};

/** `how long did they sit at 5.25-5.50`, `how long were they on hold before the september 2024 cut`. */
const stayOf = (said: HistoryWords): Asked | undefined => {
  const { phrases, level, days, span } = said;
  if (!phrases.has('howLong') || !phrases.has('stayed') || phrases.has('last')) return undefined;
  if (level) return { ask: 'stay', level: level.percent };
  const until = before(said, 'move')?.to ?? (days.alone.length === 1 ? days.alone[0]?.last : undefined);
  if (until) return { ask: 'stay', to: until };
  return phrases.has('way', 'hold') && !span ? { ask: 'stay' } : undefined;
};

/** True of a day on which a meeting sat or something was decided, and of every longer time. */
export const isMeetingDay = ({ first, last }: Period): boolean =>
  first !== last ||
  MEETINGS.some(({ start, decision }) => start === first || decision === first) ||
  decisionsBetween(first, last).length > 0;

/** A day alone on which a meeting decided: `17 june 26, what happened`. */
const isOnMeeting = ({ days, phrases, utterance, places }: HistoryWords): boolean => {
  const [one] = days.alone;
  const isDay = one !== undefined && one.first === one.last && days.alone.length === 1;
  return isDay && isPast(phrases) && isMeetingDay(one) && isOnly(utterance, places);
};

/** `skip it until 7 december`, `hold at 50`: what is to be done, and not what was. */
const isOrder = ({ phrases, utterance: { words } }: HistoryWords): boolean =>
  /^(?:skip|hold|pause|slash|trim|cut|hike|raise|lower|move)$/.test(words[0] ?? '') &&
  phrases.of('way').some(({ from }) => from === 0) &&
  !isPast(phrases) &&
  !phrases.has('count');

export const historyOpening = (said: HistoryWords): Asked | undefined => {
  const { phrases, utterance, span, way, days, lengths, only } = said;
  const stay = stayOf(said);
  if (stay) return stay;
  const isOfFed = phrases.has('fed') || phrases.has('rate') || phrases.has('way', 'cut', 'hike', 'hold');
  if ((!isOfFed && !only.unscheduled && !isOnMeeting(said)) || isOrder(said)) return undefined;
  if (phrases.has('cycle') && days.alone.length === 0 && !span) return { ask: 'cycle' };
  if (phrases.has('largest') && way) return { ask: 'largest', way, ...only, ...span };
  // "has the fed ever hiked in a december"
  const [inMonth] = slotsOf(utterance, 'date');
  const isAnyYear = inMonth?.month !== undefined && inMonth.year === undefined && inMonth.day === undefined;
  if (phrases.has('ever') && way && isPast(phrases) && isAnyYear && days.alone.length === 1)
    return { ask: 'moves', way, ...only, month: inMonth.month };
  if (phrases.has('ever') && phrases.has('way', 'cut', 'hike', 'hold') && isPast(phrases)) {
    return { ask: 'moves', ...(way && { way }), ...only, ...(days.since && span) };
  }
  // "are rates lower than at the end of 2024": lower cuts nothing
  if (phrases.has('rate') && phrases.has('than') && days.alone.length === 1 && !phrases.has('count') && !span?.back)
    return { ask: 'range', to: days.alone[0]?.last };
  const isRange = phrases.has('rate') && !phrases.has('way', 'cut', 'hike', 'hold');
  if (isRange && lengths.some(({ isAgo }) => isAgo))
    return { ask: 'range', ...(lengths[0] && { back: lengths[0].back }) };
  const isThen = phrases.has('was') || slotsOf(utterance, 'date').some(({ year }) => year !== undefined);
  if (isRange && isThen && days.alone.length === 1 && !phrases.has('count') && !phrases.has('way'))
    return { ask: 'range', to: days.alone[0]?.last };
  if (phrases.has('lastTime') && !phrases.has('way', 'cut', 'hike', 'hold')) return { ask: 'meeting' };
  if (phrases.has('lastTime') && way && /^(?:did|have|has)$/.test(utterance.words[0] ?? ''))
    return { ask: 'meeting', way };
  const isPicked = (tag: 'last' | 'first'): boolean =>
    isBefore(phrases.of(tag), phrases.of('way'), 2) ||
    (tag === 'last' &&
      isBefore(phrases.of('way', 'cut', 'hike', 'hold'), phrases.of('last'), 1) &&
      utterance.words[0] === 'when');
  if (isPicked('last') && !phrases.has('count', 'count')) {
    const picked = wayPicked(said, 'last') ?? 'move';
    const limits = before(said, picked);
    return { ask: 'last', way: picked, ...only, ...limits };
  }
  if (isPicked('last') && utterance.words.some((word) => /^(?:big|large|size)$/.test(word))) {
    return { ask: 'last', way: wayPicked(said, 'last') ?? 'move', ...only, ...span };
  }
  if (isPicked('first') || (phrases.has('first') && way && utterance.words[0] === 'when')) {
    if (span) return { ask: 'first', way: wayPicked(said, 'first') ?? 'move', ...only, ...span };
    // "when did they start hiking": the run that goes on, and not the first on record
    return isPast(phrases) ? { ask: 'cycle' } : undefined;
  }
  if (utterance.words[0] === 'when' && way && way !== 'hold' && isPast(phrases) && !span)
    return { ask: 'last', way, ...only };
  const meeting = phrases.has('count') ? undefined : meetingOf(said);
  if (meeting && (isPast(phrases) || phrases.has('way', 'move')) && !days.since && !days.until) {
    return { ask: 'meeting', ...(way && way !== 'move' && { way }), meeting };
  }
  const isCounted = phrases.has('count') || isPast(phrases) || phrases.has('way', 'cut', 'hike', 'hold');
  if (only.unscheduled && phrases.has('last')) return { ask: 'last', way: way ?? 'move', ...only, ...span };
  if (only.unscheduled && (way || phrases.has('fed') || phrases.has('rate')))
    return { ask: 'moves', ...(way && way !== 'move' && { way }), ...only, ...span };
  if (only.sizeBps !== undefined && way && !span && isCounted && (phrases.has('ever') || isPast(phrases)))
    return { ask: 'moves', ...(way !== 'move' && { way }), ...only };
  // "how many hikes by april" are to come
  const isUpTo =
    days.until !== undefined &&
    !days.since &&
    slotsOf(utterance, 'date').every(({ year, said }) => year === undefined && said === undefined);
  if (isUpTo && !isPast(phrases)) return undefined;
  if (span && isCounted && (way || phrases.has('past'))) {
    // "cuts in december" may be to come
    const isMonth =
      days.alone.length === 1 && slotsOf(utterance, 'date').every(({ year }) => year === undefined) && !isPast(phrases);
    return isMonth && span.yearsAgo === undefined
      ? undefined
      : { ask: 'moves', ...(way && way !== 'move' && { way }), ...only, ...(days.since ? span : before(said, way)) };
  }
  const isYear = slotsOf(utterance, 'date').some(({ year, month }) => year !== undefined && month === undefined);
  return span && isYear && phrases.has('fed') && isOnly(utterance, said.places) ? { ask: 'moves', ...span } : undefined;
};
