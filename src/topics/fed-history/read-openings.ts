import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import { type DateSlot, isBefore, isOnly, type Phrases, sizeOf, slotsOf } from '../../language/index.ts';
import type { IsoDate } from '../../units.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { type Asked, EARLIEST, type HistoryWords, type PastSpan } from './read-said.ts';

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

/** The meeting of the last move of that size. */
const lastOfSize = ({ sizes, way }: HistoryWords, today: IsoDate | undefined): Asked | undefined => {
  const [size] = sizes;
  if (!size || today === undefined || sizes.length > 1) return undefined;
  const found = decisionsBetween(EARLIEST, today).findLast(
    ({ change }) =>
      Math.abs(change) === sizeOf(size)?.bps && (way === 'cut' ? change < 0 : way === 'hike' ? change > 0 : true),
  );
  if (!found) return undefined;
  const [year, month, day] = found.on.split('-').map(Number) as [number, number, number];
  return { ask: 'meeting', ...(way && way !== 'move' && { way }), meeting: { month, year, day } };
};

export const historyOpening = (said: HistoryWords, today: IsoDate | undefined): Asked | undefined => {
  const { phrases, utterance, span, way, days, lengths } = said;
  const isOfFed = phrases.has('fed') || phrases.has('rate') || phrases.has('way', 'cut', 'hike', 'hold');
  if (!isOfFed) return undefined;
  if (phrases.has('cycle') && days.alone.length === 0 && !span) return { ask: 'cycle' };
  if (phrases.has('ever') && phrases.has('way', 'cut', 'hike', 'hold') && isPast(phrases)) {
    return { ask: 'moves', ...(way && { way }), ...(days.since && span) };
  }
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
  const sized = isPicked('last') || phrases.has('lastTime') ? lastOfSize(said, today) : undefined;
  if (sized) return sized;
  if (isPicked('last') && !phrases.has('count', 'count')) {
    const picked = wayPicked(said, 'last') ?? 'move';
    const limits = before(said, picked);
    return { ask: 'last', way: picked, ...limits };
  }
  if (isPicked('last') && utterance.words.some((word) => /^(?:big|large|size)$/.test(word))) {
    return { ask: 'last', way: wayPicked(said, 'last') ?? 'move', ...span };
  }
  if (isPicked('first') || (phrases.has('first') && way && utterance.words[0] === 'when')) {
    if (span) return { ask: 'first', way: wayPicked(said, 'first') ?? 'move', ...span };
    // "when did they start hiking": the run that goes on, and not the first on record
    return isPast(phrases) ? { ask: 'cycle' } : undefined;
  }
  if (utterance.words[0] === 'when' && way && way !== 'hold' && isPast(phrases) && !span) return { ask: 'last', way };
  const meeting = phrases.has('count') ? undefined : meetingOf(said);
  if (meeting && (isPast(phrases) || phrases.has('way', 'move')) && !days.since && !days.until) {
    return { ask: 'meeting', ...(way && way !== 'move' && { way }), meeting };
  }
  const isCounted = phrases.has('count') || isPast(phrases) || phrases.has('way', 'cut', 'hike', 'hold');
  if (span && isCounted && (way || phrases.has('past'))) {
    // "cuts in december" may be to come
    const isMonth =
      days.alone.length === 1 && slotsOf(utterance, 'date').every(({ year }) => year === undefined) && !isPast(phrases);
    return isMonth && span.yearsAgo === undefined
      ? undefined
      : { ask: 'moves', ...(way && way !== 'move' && { way }), ...span };
  }
  const isYear = slotsOf(utterance, 'date').some(({ year, month }) => year !== undefined && month === undefined);
  return span && isYear && phrases.has('fed') && isOnly(utterance, said.places) ? { ask: 'moves', ...span } : undefined;
};
