import { addDays, dateFrom, yearOf } from '../../calendar/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import { isOnly, says, slotsOf } from '../../language/index.ts';
import { dayOf, isOfWay, lastMove, runsUntil } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { type FedHistoryQuestion, type FedWay, spanAsked } from './question.ts';
import { isOrder, narrow } from './read-parts.ts';
import { type HistoryWords, isYear, type PastAsked } from './read-said.ts';
import { firstAndLast } from './read-stretches.ts';

/** Moves among those that were spoken of: one of them, those between two, and from one to another. */

export const SPAN = ['from', 'to', 'back', 'yearsAgo', 'orEarlier'] as const;
export const ONLY = ['sizeBps', 'orMore', 'unscheduled'] as const;

const picking = (last: object, isKept: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(last).filter(([key]) => isKept(key)));
export const asksWithout = (last: FedHistoryQuestion, ...keys: readonly string[]): PastAsked =>
  picking(last, (key) => key !== 'kind' && !keys.includes(key)) as PastAsked;
export const asksKept = (last: object, keys: readonly string[]): Partial<PastAsked> =>
  picking(last, (key) => keys.includes(key));

export const PICKS = ['last', 'first', 'largest', 'smallest'];
const isOfSize = ({ ask }: FedHistoryQuestion): boolean => ask === 'largest' || ask === 'smallest';
export const isOfMoves = ({ ask }: FedHistoryQuestion): boolean => ask === 'moves' || PICKS.includes(ask);
export const monthIn = (on: IsoDate): number => Number(on.slice(5, 7));
const firstMove = (from: IsoDate, today: IsoDate): IsoDate | undefined =>
  decisionsBetween(from, today).find(isOfWay('move'))?.on;

/** `how many holds in between`: between the move spoken of and the one next to it, or over the time spoken of. */
export const between = (
  last: Context['last'],
  way: FedWay | undefined,
  today: IsoDate,
  earlier: FedHistoryQuestion | undefined,
): PastAsked | undefined => {
  const asked = { ask: 'moves' as const, ...narrow(way) };
  // "difference between the two", behind the range on two days
  const isLevel = (one: Context['last'] | undefined): one is FedHistoryQuestion & { readonly to: string } =>
    one?.kind === 'fed-history' && one.ask === 'range' && one.to !== undefined;
  if (isLevel(last) && isLevel(earlier) && last.to !== earlier.to) {
    const [start, end] = [isoDate(earlier.to), isoDate(last.to)].toSorted() as [IsoDate, IsoDate];
    return { ...asked, from: addDays(start, 1), to: end };
  }
  // the two that were looked up one after the other
  const isPick = (one: Context['last'] | undefined): one is FedHistoryQuestion =>
    one?.kind === 'fed-history' &&
    (one.ask === 'last' ||
      one.ask === 'first' ||
      (one.ask === 'moves' && !firstAndLast(one.way, spanAsked(one, today), today)));
  const [one, other] = isPick(last) && isPick(earlier) ? [dayOf(earlier, today), dayOf(last, today)].toSorted() : [];
  if (one && other && one < other) return { ...asked, from: one, to: other };
  const on = last.kind === 'fed-history' ? dayOf(last, today) : undefined;
  // the move spoken of, and the one that it was found from
  if (on && last.kind === 'fed-history' && last.ask === 'last' && last.to && !last.from)
    return { ...asked, from: on, to: addDays(isoDate(last.to), 1) };
  const over = asksKept(last, ['from', 'back', ...('from' in last && last.from ? ['to'] : [])]);
  if (Object.keys(over).length > 0) return { ...asked, ...over };
  const from = on && lastMove('move', on);
  if (!on || !from) return undefined;
  const to = firstMove(addDays(on, 1), today);
  return { ...asked, ...(to ? { from, to } : { from: lastMove('move', addDays(from, -1)), to: from }) };
};

const THAT_RUN = /\b(?:that|the) (?:cycle|run|campaign)\b/;
const BARE_LAST = /^(?:(?:and|so|ok|the|then|what about|,) )*last(?: one)?\W*$/;

/** One of the moves spoken of, or those of a size: `the biggest in there`, `any 75s?`, `were any of em between meetings` */
export const among = (said: HistoryWords, last: FedHistoryQuestion, today: IsoDate): PastAsked | undefined => {
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
    has('there', 'run') && on && (isOne || THAT_RUN.test(utterance.joined))
      ? runsUntil(today).find(({ from, to }) => from <= on && on <= to)
      : undefined;
  if (!isOfMoves(last) && !run) return undefined;
  if (run && has('count') && !picked && THAT_RUN.test(utterance.joined))
    return { ask: 'moves', way: run.way, from: run.from, to: run.to };
  if (has('ever') && has('one') && picked && !span && last.ask !== 'stay')
    return { ask: picked, way: way ?? last.way ?? 'move', ...only };
  const within = run ? { from: run.from, to: run.to } : asksKept(last, SPAN);
  const of = { ...asksKept(last, ONLY), ...only };
  // "drop the september one", "only the last two"
  if (only.except && !has('way') && last.ask === 'moves') return { ...asksWithout(last), except: only.except };
  const [, few = ''] =
    /\b(?:last|latest|newest) (two|three|four|five|[2-9])(?: ones| of (?:them|those|these))?(?: \?)?$/.exec(
      utterance.joined,
    ) ?? [];
  const newest = few && (COUNTED.indexOf(few) + 2 > 1 ? COUNTED.indexOf(few) + 2 : Number(few));
  if (newest && last.ask === 'moves') return { ...asksWithout(last), newest };
  // "first and last of them": all of them
  if (has('first') && has('last') && last.ask === 'moves') return asksWithout(last);
  // "first cut after all that"
  const isBehind = /\bafter (?:all )?(?:of )?(?:that|those|these|them)\b/.test(utterance.joined);
  if (picked === 'first' && isBehind && way && last.ask === 'moves' && last.to)
    return { ask: 'first', way, from: addDays(isoDate(last.to), 1) };
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
    const isWithin = picked !== 'last' || has('there') || (isYear(last) && BARE_LAST.test(utterance.joined));
    return { ...(isWithin ? ends : {}), ask: picked, way: way ?? last.way ?? 'move', ...kept };
  }
  // "any 75s?", "how many of 50", "fifty or bigger": no move of its own
  // "25 bp only"
  const isOnlyOf = /\bonly(?: please| pls)?\W*$/.test(utterance.joined);
  const isNamed = is('sized|orMore|count|one|way|^opens:only');
  const isSized = sizes[0]?.isPlural || last.sizeBps !== undefined || isNamed || isOnlyOf;
  if (!only.unscheduled && !(only.sizeBps && isSized && !isOrder(said))) return undefined;
  const isCounted = run !== undefined || has('count');
  return {
    ...asksWithout(last, 'inARow'),
    ...(run && within),
    ...((isCounted || (only.unscheduled && isOfSize(last))) && { ask: 'moves' }),
    ...of,
    ...narrow(way),
  };
};

const BESIDE_MONTH =
  /^(?:(?:and|n|ok|so|then|what about|the|in|that) )*(?:(previous|prior|next|following) )?(?:[a-z]+|[a-z]+ (?:the )?year)(?: (before|prior|earlier|after|later)(?: (?:that|it|then|this)(?: one)?)?)?(?: again)?(?: \?)?$/;
const SEVERAL_MONTHS =
  /\b(two|three|four|five|[2-5]) (?:january|march|may|june|july|september|october|december|february|april|august|november)\b/;
const COUNTED = ['two', 'three', 'four', 'five'];

/** `and the september before that`, `december the year before`, `those three septembers`: that month of another year. */
export const monthAway = (
  said: HistoryWords,
  last: FedHistoryQuestion,
  today: IsoDate,
  earlier: FedHistoryQuestion | undefined,
): PastAsked | undefined => {
  const { utterance, has, way } = said;
  const text = utterance.joined;
  const on = dayOf(last, today);
  const dates = slotsOf(utterance, 'date');
  const month =
    dates.length === 1 && !dates[0]?.year && !dates[0]?.day && !dates[0]?.said ? dates[0]?.month : undefined;
  if (!on || !(last.ask === 'meeting' || last.ask === 'moves' || isOfMoves(last))) return undefined;
  const [year, now] = [yearOf(on), monthIn(on)];
  const [, count = ''] = SEVERAL_MONTHS.exec(text) ?? [];
  const years = COUNTED.indexOf(count) + 2 > 1 ? COUNTED.indexOf(count) + 2 : Number(count);
  if (month && years)
    return {
      ask: 'moves',
      ...narrow(way),
      month,
      from: dateFrom(year, month, 1),
      to: dateFrom(year + years - 1, month + 1, 0),
    };
  const [, lead, behind] = BESIDE_MONTH.exec(text) ?? [];
  const word = lead ?? behind;
  const isBack = word !== undefined && /^(?:previous|prior|before|earlier)$/.test(word);
  // the third of such a row: "and the one before that"
  const isRow =
    last.meeting &&
    earlier?.meeting?.month === last.meeting.month &&
    earlier.meeting.day === undefined &&
    dayOf(earlier, today)?.slice(0, 4) === String(year + 1);
  if (!month && isRow && has('step', 'back') && !way)
    return { ask: 'meeting', meeting: { month: now, year: year - 1 } };
  if (!month || !word) return undefined;
  const isByYear = has('step', 'yearBack', 'yearOn');
  const of = isBack ? (isByYear || month >= now ? year - 1 : year) : isByYear || month <= now ? year + 1 : year;
  if (last.ask === 'meeting') return { ask: 'meeting', ...narrow(way), meeting: { month, year: of } };
  return {
    ...asksWithout(last, ...SPAN),
    ask: 'moves',
    ...narrow(way),
    from: dateFrom(of, month, 1),
    to: dateFrom(of, month + 1, 0),
  };
};

/** The one calendar year that is asked about. */
export const yearIn = (asks: PastAsked | undefined): number | undefined =>
  asks && isYear(asks) && asks.from && asks.to?.slice(0, 4) === asks.from.slice(0, 4)
    ? Number(asks.from.slice(0, 4))
    : undefined;

/** The calendar year in which all lies that was spoken of. */
export const yearSpoken = (last: Context['last'] | undefined, today: IsoDate | undefined): number | undefined => {
  if (last?.kind !== 'fed-history' || !today || last.orEarlier || last.back) return undefined;
  const { from, to } = spanAsked(last, today);
  if (last.ask === 'range') return to && yearOf(to);
  return isOfMoves(last) && from && to?.slice(0, 4) === from.slice(0, 4) ? yearOf(from) : undefined;
};

const REST =
  /^(?:(?:and|n|ok|so|what about|how about|just|only|list|,) )*the (?:others|other ones|rest|remaining ones)(?: (?:then|of (?:them|those)))?\W*$/;

/** Those of a month among what was spoken of, all of a year, and the rest: `which of those were in march`, `and holds that year`, `n the others`. */
export const ofSpoken = (said: HistoryWords, last: FedHistoryQuestion, today: IsoDate): PastAsked | undefined => {
  const { utterance, has, way, only, span } = said;
  const dates = slotsOf(utterance, 'date');
  const [date] = dates;
  if (REST.test(utterance.joined) && last.sizeBps && !last.orMore && last.ask === 'moves')
    return { ...asksWithout(last, 'sizeBps'), except: { sizeBps: last.sizeBps } };
  if (has('there', 'run') && isOfMoves(last) && dates.length === 1 && date?.month && !date.year && !date.day)
    return { ...asksWithout(last), ...only, ask: 'moves', ...narrow(way), month: date.month };
  const on = dayOf(last, today);
  const year = has('there', 'year') ? (yearSpoken(last, today) ?? (on && yearOf(on))) : undefined;
  const picked = (['largest', 'smallest', 'last', 'first'] as const).find((tag) => has(tag));
  if (!year || (span?.from && !picked) || !(way || has('count') || has('either'))) return undefined;
  const of = way ?? (isOfMoves(last) && !has('either') ? last.way : undefined);
  const whole = { ...only, from: dateFrom(year, 1, 1), to: dateFrom(year, 12, 31) };
  return picked ? { ask: picked, way: of ?? 'move', ...whole } : { ask: 'moves', ...narrow(of), ...whole };
};

const BESIDE = /\b(?:side by side|next to (?:each|one)|compare|which (?:one |year )?(?:was|had))\b/;

/** `add the two years up`: those spoken of, or which two is not known. */
export const twoYears = (
  { has, utterance }: HistoryWords,
  spoken: PastAsked | undefined,
  earlier: PastAsked | undefined,
): PastAsked | undefined => {
  // "those two years net": cuts and hikes alike
  const { way, ...either } = spoken ?? {};
  const asks = spoken && (says(utterance, /^net$/) ? { ...either, ask: spoken.ask } : spoken);
  const [year, other] = [yearIn(asks), yearIn(earlier)];
  if (!has('bothYears') || !asks || !year || !other || other === year) return undefined;
  const { sizeBps: _, orMore: __, ...anySize } = asks;
  const isAnySize = /\b(?:any|all|every|whatever) sizes?\b/.test(utterance.joined);
  return {
    ...(isAnySize ? anySize : asks),
    from: isoDate(`${Math.min(year, other)}-01-01`),
    to: isoDate(`${Math.max(year, other)}-12-31`),
    // a row a year: what lies between them is not theirs
    ...((Math.abs(year - other) > 1 || BESIDE.test(utterance.joined)) && { ask: 'moves', yearly: true as const }),
  };
};
