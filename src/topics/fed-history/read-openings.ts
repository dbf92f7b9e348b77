import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { type DateSlot, isBefore, isOnly, type Phrases, slotsOf } from '../../language/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Period } from '../days.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { type Asked, EARLIEST, type HistoryWords, type PastSpan, runsUntil } from './read-said.ts';

const isTurned =
  (way: FedWay | undefined) =>
  ({ change }: { change: number }): boolean =>
    way === 'cut' ? change < 0 : way === 'hike' ? change > 0 : change !== 0;

/** The newest move of that way up to a day. */
export const lastMove = (way: FedWay | undefined, until: IsoDate): IsoDate | undefined =>
  decisionsBetween(EARLIEST, until).findLast(isTurned(way))?.on;

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
  const start = isOfMove ? decisionsBetween(one.first, one.last).find(isTurned(named))?.on : undefined;
  return of === undefined && way === undefined ? span : { to: addDays(start ?? one.first, -1) };
};

/** `the last hike before the 2024 cuts`: the way that is asked is said first, or right behind `last`. */
const wayPicked = ({ phrases, way }: HistoryWords, tag: 'last' | 'first'): FedWay => {
  const marks = phrases.of(tag);
  const ways = phrases.of('way');
  const near = ways.find((one) => isBefore(marks, [one], 2)) ?? ways.find(({ value }) => value === way);
  return (near?.value as FedWay | undefined) ?? way ?? 'move';
};

export const isPast = (phrases: Phrases): boolean => phrases.has('past');
const isWay = (phrases: Phrases): boolean => phrases.has('way', 'cut', 'hike', 'hold');
const beginsWith = ({ utterance: { words } }: HistoryWords, first: RegExp): boolean => first.test(words[0] ?? '');
const narrow = (way: FedWay | undefined): Pick<Asked, 'way'> => (way && way !== 'move' ? { way } : {});

/** A month or a day on its own, and no longer stretch: a meeting. */
export const meetingOf = ({ utterance, days }: HistoryWords): FedHistoryQuestion['meeting'] => {
  const slots = slotsOf(utterance, 'date').filter(
    ({ month, weekday, said }) => month !== undefined || weekday || said === 'yesterday',
  );
  const slot: DateSlot | undefined = slots.find(({ year }) => year !== undefined) ?? slots[0];
  const one = days.alone[slot ? slots.indexOf(slot) : 0] ?? days.alone[0];
  const isTwo = slots.some(({ month }) => month !== slot?.month) || days.alone.length > slots.length;
  if (slot === undefined || isTwo || one === undefined) return undefined;
  const isDay = one.first === one.last;
  const hasYear =
    slot.year !== undefined ||
    slot.weekday !== undefined ||
    slot.said === 'yesterday' ||
    slotsOf(utterance, 'date').some(({ said }) => said === 'this year') ||
    days.places.length < slotsOf(utterance, 'date').length;
  return {
    month: Number(one.first.slice(5, 7)),
    ...(hasYear && { year: yearOf(one.first) }),
    ...(isDay &&
      (slot.day !== undefined || slot.weekday !== undefined || slot.said === 'yesterday') && {
        day: Number(one.first.slice(8)),
      }),
  };
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
export const isOrder = (said: HistoryWords): boolean =>
  beginsWith(said, /^(?:skip|hold|pause|slash|trim|cut|hike|raise|lower|move|lift|jack|ease|tighten)$/) &&
  said.phrases.of('way').some(({ from }) => from === 0) &&
  !isPast(said.phrases) &&
  said.phrases
    .of('count')
    .every(({ from, to }) => /^(?:bps?|points|pts|basis)$/.test(said.utterance.words.slice(from, to)[0] ?? ''));

/** `how long did they sit at 5.25-5.50`, `how long were they on hold before the september 2024 cut`, `is it still 3.50-3.75`. */
const stood = (said: HistoryWords): Asked | undefined => {
  const { phrases, level, days, span } = said;
  if (level && (phrases.has('howLong') || (phrases.has('zero') && beginsWith(said, /^(?:when|and|n)$/))))
    return { ask: 'stay', level: level.percent };
  if (level && phrases.has('still')) return { ask: 'range', claimed: level.percent };
  if (!phrases.has('howLong') || !phrases.has('stayed') || phrases.has('last') || phrases.has('inARow'))
    return undefined;
  const until = before(said, 'move')?.to ?? (days.alone.length === 1 ? days.alone[0]?.last : undefined);
  if (until) return { ask: 'stay', to: until };
  return phrases.has('way', 'hold') && !span ? { ask: 'stay' } : undefined;
};

/** `how long between the last cut and the sept hike`: from the day of one move to that of the other. */
const gapAsked = (said: HistoryWords): Asked | undefined => {
  const { phrases, today, days } = said;
  if (!phrases.has('gap') || !today) return undefined;
  const ways = phrases.of('way').map(({ value }) => value as FedWay);
  const [one = 'move', other = 'move'] = ways;
  const to = days.until?.last ?? days.alone.at(-1)?.last ?? today;
  const until = lastMove(ways.length > 1 ? other : one, to);
  const from = until && lastMove(one, addDays(until, -1));
  return from && until ? { ask: 'gap', from, to: until } : undefined;
};

/** `how many holds in a row before they hiked in sept`, `longest streak of holds`. */
const inARow = (said: HistoryWords): Asked | undefined => {
  const { phrases, today, span, days } = said;
  const ways = phrases.of('way').map(({ value }) => value as FedWay);
  const [way] = ways.filter((one) => one !== 'move');
  if (!phrases.has('inARow') || !way || !today) return undefined;
  const [word] = phrases.of('before');
  if (!word) return { ask: 'moves', way, ...span, inARow: true };
  const then = (phrases.of('way').find(({ from }) => from > word.to)?.value ?? 'move') as FedWay;
  const to = lastMove(then, days.alone.at(-1)?.last ?? today);
  const from = to && lastMove('move', addDays(to, -1));
  return from && to ? { ask: 'moves', way, from, to, inARow: true } : undefined;
};

/** Which one: the largest, the last before something, the first of a time. */
const picked = (said: HistoryWords): Asked | undefined => {
  const { phrases, way, only, span, utterance } = said;
  const isPicked = (tag: 'last' | 'first'): boolean =>
    isBefore(phrases.of(tag), phrases.of('way'), 2) ||
    (tag === 'last' && isBefore(phrases.of('way'), phrases.of('last'), 1) && /^when$/.test(utterance.words[0] ?? ''));
  if (phrases.has('largest') && way) return { ask: 'largest', way, ...only, ...span };
  const isHowLongAgo = phrases.has('howLong') || utterance.words.slice(0, 3).join(' ') === 'how long since';
  const ago = isHowLongAgo && isPast(phrases) ? { ago: true as const } : {};
  if (isPicked('last') && !phrases.has('count', 'count')) {
    const one = wayPicked(said, 'last');
    const inCycle = phrases.has('cycle') && span?.from ? span : before(said, one);
    return { ask: 'last', way: one, ...only, ...inCycle, ...ago };
  }
  const isOfSize = utterance.words.some((word) => /^(?:big|large|size)$/.test(word));
  if (isPicked('last') && isOfSize) return { ask: 'last', way: wayPicked(said, 'last'), ...only, ...span };
  // "when did they last do a half point"
  if (phrases.has('last') && only.sizeBps && isPast(phrases) && !isWay(phrases))
    return { ask: 'last', ...only, ...span };
  if (isPicked('first') || (phrases.has('first') && way && beginsWith(said, /^when$/))) {
    if (span) return { ask: 'first', way: wayPicked(said, 'first'), ...only, ...span };
    // "when did they start hiking": the run that goes on, and not the first on record
    return isPast(phrases) ? { ask: 'cycle' } : undefined;
  }
  return beginsWith(said, /^when$/) && way && way !== 'hold' && isPast(phrases) && !span
    ? { ask: 'last', way, ...only }
    : undefined;
};

/** The target on a day. */
const rangeAsked = ({ phrases, days, span, lengths, utterance, way }: HistoryWords): Asked | undefined => {
  if (!phrases.has('rate')) return undefined;
  const dates = slotsOf(utterance, 'date');
  const [one] = days.alone;
  // "are rates lower than at the end of 2024": lower cuts nothing
  if (phrases.has('than') && days.alone.length === 1 && !phrases.has('count') && !span?.back)
    return { ask: 'range', to: one?.last };
  if (isWay(phrases)) return undefined;
  if (lengths[0]?.isAgo) return { ask: 'range', back: lengths[0].back };
  const isThen = phrases.has('was') || dates.some(({ year }) => year !== undefined);
  const isNamed = days.alone.length === 0 && phrases.has('named') && span?.from !== undefined && span.from === span.to;
  if (!isThen || phrases.has('count', 'count') || way) return undefined;
  return days.alone.length === 1
    ? { ask: 'range', to: one?.last }
    : isNamed
      ? { ask: 'range', to: span?.to }
      : undefined;
};

/** What one meeting decided. */
const meetingAsked = (said: HistoryWords): Asked | undefined => {
  const { phrases, way, days } = said;
  const meeting = phrases.has('count', 'count') ? undefined : meetingOf(said);
  // "what day does the january decision land" is of the calendar
  const isToCome = /\b(?:what day|which day|when is|when does|lands?)\b/.test(said.utterance.words.join(' '));
  const isAsked = isPast(phrases) || (phrases.has('way', 'move') && !isToCome) || phrases.has('lastTime');
  if (meeting && isAsked && !days.since && !days.until) return { ask: 'meeting', ...narrow(way), meeting };
  if (!phrases.has('lastTime') || said.span || phrases.has('count')) return undefined;
  if (!isWay(phrases)) return { ask: 'meeting' };
  return way && beginsWith(said, /^(?:did|have|has)$/) ? { ask: 'meeting', way } : undefined;
};

/** How many and how much. */
const counted = (said: HistoryWords): Asked | undefined => {
  const { phrases, utterance, span, way, days, only } = said;
  const dates = slotsOf(utterance, 'date');
  if (only.unscheduled && phrases.has('last')) return { ask: 'last', way: way ?? 'move', ...only, ...span };
  if (only.unscheduled && (way || phrases.has('fed') || phrases.has('rate')))
    return { ask: 'moves', ...narrow(way), ...only, ...span };
  const isCounted = phrases.has('count') || isPast(phrases) || isWay(phrases);
  const isOfSize = only.sizeBps !== undefined && (phrases.has('ever') || isPast(phrases));
  if (isOfSize && isCounted && (way || phrases.has('ever'))) return { ask: 'moves', ...narrow(way), ...only, ...span };
  // "how many hikes by april" are to come
  const isUpTo =
    days.until !== undefined &&
    !days.since &&
    !span?.from &&
    dates.every(({ year, said: words }) => year === undefined && words === undefined);
  if (isUpTo && !isPast(phrases)) return undefined;
  if (span?.from && span.from === span.to && !only.sizeBps)
    return {
      ask: 'meeting',
      meeting: {
        month: Number(span.from.slice(5, 7)),
        year: Number(span.from.slice(0, 4)),
        day: Number(span.from.slice(8)),
      },
    };
  if (span && isCounted && (way || isPast(phrases))) {
    // "cuts in december" may be to come
    const isMonth = days.alone.length === 1 && dates.every(({ year }) => year === undefined) && !isPast(phrases);
    const limits = days.since || phrases.has('cycle') ? span : before(said, way);
    return isMonth && span.yearsAgo === undefined && span.from && span.to
      ? undefined
      : { ask: 'moves', ...narrow(way), ...only, ...limits };
  }
  const isOfYear = dates.some(({ year, month }) => year !== undefined && month === undefined);
  return span && isOfYear && phrases.has('fed') && isOnly(utterance, said.places)
    ? { ask: 'moves', ...span }
    : undefined;
};

/** `has the fed ever hiked in a december`, `have they ever cut`. */
const everAsked = ({ phrases, utterance, way, only, days, span }: HistoryWords): Asked | undefined => {
  const [date] = slotsOf(utterance, 'date');
  const isAnyYear = date?.month !== undefined && date.year === undefined && date.day === undefined;
  if (!phrases.has('ever') || (!way && !only.sizeBps)) return undefined;
  if (way && isPast(phrases) && isAnyYear && days.alone.length === 1)
    return { ask: 'moves', way, ...only, month: date.month };
  if (!isPast(phrases) || !(isWay(phrases) || only.sizeBps)) return undefined;
  return { ask: 'moves', ...(isWay(phrases) && way && { way }), ...only, ...(days.since && span) };
};

/** `cutting or hiking?`; a cycle of the past is a span. */
const cycleAsked = ({ phrases, days, span }: HistoryWords): Asked | undefined =>
  phrases.has('cycle', 'cycle') && days.alone.length === 0 && !span && !phrases.has('unscheduled')
    ? { ask: 'cycle' }
    : undefined;

/** In this order: what is asked by words that mean one thing comes first. */
const OPENINGS: readonly ((said: HistoryWords) => Asked | undefined)[] = [
  gapAsked,
  inARow,
  cycleAsked,
  (said) => (said.phrases.has('largest') && said.way ? picked(said) : undefined),
  everAsked,
  rangeAsked,
  (said) => (said.phrases.has('lastTime') && !meetingOf(said) ? meetingAsked(said) : undefined),
  picked,
  meetingAsked,
  counted,
];

/** Where the Fed, its rate or what it does to it is named; `number of moves in 2022` may be of anything. */
export const isOfFed = (said: HistoryWords): boolean => {
  const { phrases, only } = said;
  const isNamed = phrases.has('fed') || phrases.has('rate') || isWay(phrases);
  return isNamed || only.unscheduled === true || isOnMeeting(said) || said.level !== undefined || phrases.has('turned');
};

/** What words ask by themselves. */
export const historyOpening = (said: HistoryWords): Asked | undefined => {
  const { phrases, only } = said;
  const first = stood(said);
  if (first) return first;
  const isElse = only.unscheduled || only.sizeBps || isOnMeeting(said) || phrases.has('ever');
  const isOfMoves = phrases.has('way', 'move') && phrases.has('count') && said.span;
  if (!(isOfFed(said) || isElse || isOfMoves) || isOrder(said)) return undefined;
  for (const open of OPENINGS) {
    const asks = open(said);
    if (asks) return asks;
  }
  return undefined;
};

/** The run of moves one way that a day's move is part of. */
export const runAt = (on: IsoDate, today: IsoDate) => runsUntil(today).find(({ from, to }) => from <= on && on <= to);
