import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { isBefore, isOnly, slotsOf } from '../../language/index.ts';
import type { Period } from '../days.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { type HistoryWords, isOfWay, lastMove, type PastAsked, type PastSpan } from './read-said.ts';

/** Up to the day before something that is named: `before 2024`, `before the 2024 cuts`, `before this year`. */
const spanBefore = ({ of, days, utterance, span }: HistoryWords): PastSpan | undefined => {
  const [word] = of('before');
  const [one] = days.alone;
  if (!word || !one) return span;
  if (slotsOf(utterance, 'date').some(({ said }) => said === 'this year')) return { yearsAgo: 1, orEarlier: true };
  const named = of('way', 'cut', 'hike').findLast(({ from }) => from > word.to)?.value as FedWay | undefined;
  const start = named && decisionsBetween(one.first, one.last).find(isOfWay(named))?.on;
  return { to: addDays(start ?? one.first, -1) };
};

/** `the last hike before the 2024 cuts`: the way that is asked is said first, or right behind `last`. */
const wayPicked = ({ of, way }: HistoryWords, tag: 'last' | 'first'): FedWay => {
  const near = of('way').find((one) => isBefore(of(tag), [one], 2)) ?? of('way').find(({ value }) => value === way);
  return (near?.value as FedWay | undefined) ?? way ?? 'move';
};

/** A way that is asked for; moves either way are asked for without one. */
export const narrow = (way: FedWay | undefined): Pick<PastAsked, 'way'> => (way && way !== 'move' ? { way } : {});

/** A month or a day on its own, and no longer stretch: a meeting. */
export const meetingOf = ({ utterance, days }: HistoryWords): FedHistoryQuestion['meeting'] => {
  const dates = slotsOf(utterance, 'date');
  const slots = dates.filter(({ month, weekday, said }) => month ?? weekday ?? said === 'yesterday');
  const slot = slots.find(({ year }) => year !== undefined) ?? slots[0];
  const one = (slot && days.alone[slots.indexOf(slot)]) ?? days.alone[0];
  const isTwo = slots.some(({ month }) => month !== slot?.month) || days.alone.length > slots.length;
  if (!slot || !one || isTwo) return undefined;
  const isRelative = slot.weekday !== undefined || slot.said === 'yesterday';
  const isMerged = days.places.length < dates.length || dates.some(({ said }) => said === 'this year');
  return {
    month: Number(one.first.slice(5, 7)),
    ...((slot.year || isRelative || isMerged) && { year: yearOf(one.first) }),
    ...((slot.day || isRelative) && { day: Number(one.first.slice(8)) }),
  };
};

/** True of a day on which a meeting sat or something was decided, and of every longer time. */
export const isMeetingDay = ({ first, last }: Period): boolean =>
  first !== last ||
  MEETINGS.some(({ start, decision }) => start === first || decision === first) ||
  decisionsBetween(first, last).length > 0;

/** A day alone on which a meeting decided: `17 june 26, what happened`. */
const isOnMeeting = ({ days, isPast, utterance, places }: HistoryWords): boolean => {
  const [one, other] = days.alone;
  return (
    one?.first === one?.last && !other && isPast && one !== undefined && isMeetingDay(one) && isOnly(utterance, places)
  );
};

/** `skip it until 7 december`, `hold at 50`: what is to be done, and not what was. */
export const isOrder = ({ opens, isPast }: HistoryWords): boolean => opens('order') && !isPast;

/** `how long did they sit at 5.25-5.50`, `how long were they on hold before the september 2024 cut`, `is it still 3.50-3.75`. */
const stayAsked = (said: HistoryWords): PastAsked | undefined => {
  const { has, opens, level, days, span } = said;
  if (level && (has('howLong') || (has('zero') && opens('opens', 'and')))) return { ask: 'stay', level: level.percent };
  if (level && has('still')) return { ask: 'range', claimed: level.percent };
  if (!has('howLong') || !has('stayed') || has('last') || has('inARow')) return undefined;
  const until = spanBefore(said)?.to ?? days.alone[0]?.last;
  if (until) return { ask: 'stay', to: until };
  return has('way', 'hold') && !span ? { ask: 'stay' } : undefined;
};

/** `how long between the last cut and the sept hike`: from the day of one move to that of the other. */
const gapAsked = ({ of, has, today, days }: HistoryWords): PastAsked | undefined => {
  if (!has('gap') || !today) return undefined;
  const [one = 'move', other = one] = of('way').map(({ value }) => value as FedWay);
  const until = lastMove(other, days.until?.last ?? days.alone.at(-1)?.last ?? today);
  const from = until && lastMove(one, addDays(until, -1));
  return from && { ask: 'gap', from, to: until };
};

/** `how many holds in a row before they hiked in sept`, `longest streak of holds`. */
const inARowAsked = ({ of, has, today, span, days }: HistoryWords): PastAsked | undefined => {
  const [way] = of('way', 'cut', 'hike', 'hold').map(({ value }) => value as FedWay);
  if (!has('inARow') || !way || !today) return undefined;
  const [word] = of('before');
  if (!word) return { ask: 'moves', way, ...span, inARow: true };
  const then = of('way').find(({ from }) => from > word.to)?.value as FedWay | undefined;
  const to = lastMove(then, days.alone.at(-1)?.last ?? today);
  const from = to && lastMove('move', addDays(to, -1));
  return from && { ask: 'moves', way, from, to, inARow: true };
};

/** Which one: the largest, the last before something, the first of a time. */
const oneAsked = (said: HistoryWords): PastAsked | undefined => {
  const { of, has, opens, way, only, span, isPast } = said;
  const isWhen = opens('opens', 'when') || opens('when');
  const isNear = (tag: 'last' | 'first'): boolean =>
    isBefore(of(tag), of('way'), 2) || (tag === 'last' && isWhen && isBefore(of('way'), of('last'), 1));
  if (isNear('last') && (!has('count', 'count') || has('size'))) {
    const within = has('cycle') && span?.from ? span : spanBefore(said);
    const ago = has('howLong') ? { ago: true as const } : {};
    return { ask: 'last', way: wayPicked(said, 'last'), ...only, ...within, ...ago };
  }
  // "when did they last do a half point"
  if (has('last') && only.sizeBps && isPast && !said.isWay) return { ask: 'last', ...only, ...span };
  if (isNear('first') || (has('first') && way && isWhen)) {
    if (span) return { ask: 'first', way: wayPicked(said, 'first'), ...only, ...span };
    // "when did they start hiking": the run that goes on, and not the first on record
    return isPast ? { ask: 'cycle' } : undefined;
  }
  return isWhen && way && way !== 'hold' && isPast && !span ? { ask: 'last', way, ...only } : undefined;
};

/** The target on a day. */
const rangeAsked = ({ has, days, span, lengths, utterance, way, isWay }: HistoryWords): PastAsked | undefined => {
  if (!has('rate')) return undefined;
  const [one, other] = days.alone;
  // "are rates lower than at the end of 2024": lower cuts nothing
  if (has('than') && one && !other && !has('count') && !span?.back) return { ask: 'range', to: one.last };
  if (isWay) return undefined;
  if (lengths[0]?.isAgo) return { ask: 'range', back: lengths[0].back };
  const isThen = has('was') || slotsOf(utterance, 'date').some(({ year }) => year !== undefined);
  if (!isThen || has('count', 'count') || way || other) return undefined;
  const to = one?.last ?? (has('named') && span?.from === span?.to ? span?.to : undefined);
  return to && { ask: 'range', to };
};

/** What one meeting decided. */
const meetingAsked = (said: HistoryWords): PastAsked | undefined => {
  const { has, opens, way, days, isPast, isWay } = said;
  const meeting = has('count', 'count') ? undefined : meetingOf(said);
  // "what day does the january decision land" is of the calendar
  const isAsked = isPast || (has('way', 'move') && !has('toCome')) || has('lastTime');
  if (meeting && isAsked && !days.since && !days.until) return { ask: 'meeting', ...narrow(way), meeting };
  if (!has('lastTime') || said.span || has('count')) return undefined;
  if (!isWay) return { ask: 'meeting' };
  return way && opens('opens', 'did') ? { ask: 'meeting', way } : undefined;
};

/** How many and how much. */
const movesAsked = (said: HistoryWords): PastAsked | undefined => {
  const { has, utterance, span, way, days, only, isPast, isWay } = said;
  const dates = slotsOf(utterance, 'date');
  if (only.unscheduled && has('theOne')) return { ask: 'last', way: way ?? 'move', ...only, ...span };
  const isOfSize = only.sizeBps !== undefined && (has('ever') || (isPast && way));
  if (only.unscheduled || isOfSize) return { ask: 'moves', ...narrow(way), ...only, ...span };
  if (!span) return undefined;
  // "how many hikes by april", "cuts in december" may be to come
  const isOpen = dates.every(({ year, said: words }) => year === undefined && words === undefined);
  if (days.until && !days.since && !span.from && isOpen && !isPast) return undefined;
  if (span.from && span.from === span.to) {
    const [year = 0, month = 0, day = 0] = span.from.split('-').map(Number);
    return { ask: 'meeting', meeting: { month, year, day } };
  }
  if ((way && (isWay || has('count'))) || isPast) {
    const isMonth = days.alone.length === 1 && dates.every(({ year }) => year === undefined) && !isPast;
    if (isMonth && span.yearsAgo === undefined && span.from && span.to) return undefined;
    return { ask: 'moves', ...narrow(way), ...only, ...(days.since || has('cycle') ? span : spanBefore(said)) };
  }
  const isOfYear = dates.some(({ year, month }) => year !== undefined && month === undefined);
  return isOfYear && has('fed') && isOnly(utterance, said.places) ? { ask: 'moves', ...span } : undefined;
};

/** `has the fed ever hiked in a december`, `have they ever cut`. */
const everAsked = ({ has, utterance, way, only, days, span, isPast, isWay }: HistoryWords): PastAsked | undefined => {
  if (!has('ever') || !isPast) return undefined;
  const [date] = slotsOf(utterance, 'date');
  const month = date?.year === undefined && date?.day === undefined ? date?.month : undefined;
  if (way && month) return { ask: 'moves', way, ...only, month };
  return isWay || only.sizeBps ? { ask: 'moves', ...narrow(way), ...only, ...(days.since && span) } : undefined;
};

/** In this order: what is asked by words that mean one thing comes first. */
const OPENINGS: readonly ((said: HistoryWords) => PastAsked | undefined)[] = [
  gapAsked,
  inARowAsked,
  // a cycle of the past is a span
  ({ has, days, span, only }) =>
    has('cycle', 'cycle') && days.alone.length === 0 && !span && !only.unscheduled ? { ask: 'cycle' } : undefined,
  ({ has, way, only, span }) => (has('largest') && way ? { ask: 'largest', way, ...only, ...span } : undefined),
  everAsked,
  rangeAsked,
  (said) => (said.has('lastTime') && !meetingOf(said) ? meetingAsked(said) : undefined),
  oneAsked,
  meetingAsked,
  movesAsked,
];

/** Where the Fed, its rate or what it does to it is named; `number of moves in 2022` may be of anything. */
export const isOfFed = (said: HistoryWords): boolean => {
  const { has, only, level, sizes, isPast, isWay } = said;
  const isOfMeeting = isOnMeeting(said) || (sizes.length > 0 && isPast && meetingOf(said) !== undefined);
  return has('fed') || has('rate') || has('turned') || isWay || only.unscheduled === true || !!level || isOfMeeting;
};

/** What words ask by themselves. */
export const historyOpening = (said: HistoryWords): PastAsked | undefined => {
  const stay = stayAsked(said);
  if (stay) return stay;
  const { has, only, span } = said;
  const isMoves = has('ever') || only.sizeBps || (has('way', 'move') && has('count') && span);
  if (!(isOfFed(said) || isMoves) || isOrder(said)) return undefined;
  for (const asks of OPENINGS) {
    const asked = asks(said);
    if (asked) return asked;
  }
  return undefined;
};
