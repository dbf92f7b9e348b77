import { addDays, dateBack, dateFrom, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { isOnly, slotsOf } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { isOrder, lastMove, meetingOf, runAt } from './read-openings.ts';
import { type Asked, EARLIEST, type HistoryWords, isYear, type PastSpan } from './read-said.ts';

const SPAN = ['from', 'to', 'back', 'yearsAgo', 'orEarlier'] as const;
const ONLY = ['sizeBps', 'orMore', 'unscheduled'] as const;

const picking = (last: FedHistoryQuestion, isKept: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(last).filter(([key]) => isKept(key)));

const without = (last: FedHistoryQuestion, ...keys: readonly string[]): Asked =>
  picking(last, (key) => key !== 'kind' && !keys.includes(key)) as Asked;

const keptOf = (last: FedHistoryQuestion, keys: readonly string[]): Partial<Asked> =>
  picking(last, (key) => keys.includes(key));

type Step = 'back' | 'on' | 'yearBack' | 'yearOn';

const isOfMoves = ({ ask }: FedHistoryQuestion): boolean => ['moves', 'last', 'first', 'largest'].includes(ask);

const dayIn = ({ meeting }: FedHistoryQuestion, today: IsoDate): IsoDate | undefined => {
  if (!meeting) return MEETINGS.findLast(({ decision }) => decision <= today)?.decision;
  const { month, year, day } = meeting;
  const is = (at: number) => dateFrom(at, month, day ?? 1);
  return is(year ?? (is(yearOf(today)) <= today ? yearOf(today) : yearOf(today) - 1));
};

/** The day that the last answer was about. */
const dayOf = (last: FedHistoryQuestion, today: IsoDate): IsoDate | undefined => {
  const { from, to, way, ask } = last;
  const until = to === undefined || to > today ? today : isoDate(to);
  if (ask === 'meeting') return dayIn(last, today);
  if (ask === 'range') return last.back ? dateBack(until, last.back) : until;
  const decided = decisionsBetween(from ? isoDate(from) : EARLIEST, until);
  const isMeant = ({ change }: { change: number }): boolean =>
    way === 'cut' ? change < 0 : way === 'hike' ? change > 0 : way === 'hold' ? change === 0 : change !== 0;
  return (ask === 'first' ? decided.find(isMeant) : decided.findLast(isMeant))?.on;
};

const monthOf = (on: IsoDate): number => Number(on.slice(5, 7));
const MONTHS_A_YEAR = 12;
/** The same day of another month, or its last one. */
const monthsOn = (on: IsoDate, months: number): IsoDate => {
  const end = dateFrom(yearOf(on), monthOf(on) + months + 1, 0);
  return dateFrom(yearOf(end), monthOf(end), Math.min(Number(on.slice(8)), Number(end.slice(8))));
};
const yearLong = (year: number): PastSpan => ({ from: dateFrom(year, 1, 1), to: dateFrom(year, 12, 31) });

/** The same question a year or a move on or back: `and the yr before`, `prior change to that?` */
const stepped = (last: FedHistoryQuestion, step: Step, way: FedWay | undefined, today: IsoDate): Asked | undefined => {
  const by = step === 'yearBack' || step === 'back' ? -1 : 1;
  const on = dayOf(last, today);
  if (step === 'yearBack' || step === 'yearOn') {
    const year =
      last.yearsAgo === undefined ? (last.from ?? last.to ?? on)?.slice(0, 4) : yearOf(today) - last.yearsAgo;
    if (year === undefined) return undefined;
    const next = Number(year) + by;
    if (last.ask === 'meeting')
      return {
        ...without(last),
        ...(way && { way }),
        meeting: { month: last.meeting?.month ?? monthOf(on ?? today), year: next },
      };
    if (last.ask === 'range') return { ask: 'range', to: monthsOn(on ?? today, by * MONTHS_A_YEAR) };
    return {
      ...without(last, ...SPAN),
      ask: isOfMoves(last) ? last.ask : 'moves',
      ...(way && { way }),
      ...yearLong(next),
    };
  }
  if (on === undefined) return undefined;
  if (last.ask === 'meeting' && way === undefined) {
    const meeting =
      step === 'back'
        ? MEETINGS.findLast(({ decision }) => decision < on)
        : MEETINGS.find(({ start, decision }) => start > on && decision.slice(0, 7) > on.slice(0, 7));
    if (!meeting || meeting.decision > today) return undefined;
    const { decision } = meeting;
    return { ask: 'meeting', meeting: { month: monthOf(decision), year: yearOf(decision) } };
  }
  if (last.ask === 'moves' && isYear(last) && step === 'on') return stepped(last, 'yearOn', way, today);
  const of = way ?? last.way ?? 'move';
  return step === 'back'
    ? { ask: 'last', way: of, to: addDays(on, -1) }
    : { ask: 'first', way: of, from: addDays(on, 1) };
};

/** The target on another day: `five yrs later same day`, `as at year-end?`, `and today` */
const shifted = (
  { lengths, phrases, days, span }: HistoryWords,
  last: FedHistoryQuestion,
  today: IsoDate,
): Asked | undefined => {
  const on = dayOf(last, today) ?? today;
  const [length] = lengths;
  if (length && !length.isAgo && phrases.has('shift')) {
    const { count, unit } = length.back;
    const months = unit === 'year' ? count * MONTHS_A_YEAR : unit === 'month' ? count : 0;
    const by = phrases.has('shift', 'later') ? 1 : -1;
    if (months === 0) return { ask: 'range', to: addDays(on, by * count * (unit === 'week' ? 7 : 1)) };
    return { ask: 'range', to: monthsOn(on, by * months) };
  }
  if (length) return { ask: 'range', back: length.back };
  if (phrases.has('now') && days.alone.length === 0) return { ask: 'range', to: today };
  if (!span) return undefined;
  return span.back ? { ask: 'range', back: span.back } : { ask: 'range', to: span.to ?? span.from };
};

/** `any 75s?`, `how many of 50`, `fifty or bigger`: among the moves shown, and no move of its own. */
const isSized = ({ utterance: { words }, sizes, phrases, only }: HistoryWords, last: FedHistoryQuestion): boolean =>
  only.orMore === true ||
  last.sizeBps !== undefined ||
  (sizes[0]?.isPlural ?? false) ||
  phrases.has('count') ||
  phrases.has('one') ||
  phrases.has('way') ||
  /^(?:any|which|only)$/.test(words[0] ?? '');

const isOfYearEnd = ({ utterance }: HistoryWords): boolean =>
  slotsOf(utterance, 'date').some(({ said }) => said === 'year end');

/** One slot of the last question replaced: its year or span, its way, its size, or what is asked of it. */
export const historyFollowUp = (said: HistoryWords, last: Context['last']): Asked | undefined => {
  const { phrases, span, way, places, only, days, today, utterance } = said;
  if (last.kind === 'fed' || (last.kind === 'fed-history' && last.ask === 'range')) {
    const isWhen = /^(?:and |oh |ok )?(?:since when|when (?:was|did|has)|when it changed)/.test(
      utterance.words.filter((word) => /\p{L}/u.test(word)).join(' '),
    );
    if (isWhen && (way === undefined || way === 'move') && isOnly(utterance, places))
      return { ask: 'last', way: 'move' };
  }
  if (last.kind !== 'fed-history' || !today) return undefined;
  const isOfSize = isOfMoves(last) && only.sizeBps !== undefined && isSized(said, last);
  if (said.sizes.length > 0 && (!isOfSize || isOrder(said))) return undefined;
  const same = without(last);
  const [step] = phrases.of('step');
  const on = dayOf(last, today);
  const isThere = /\b(?:in there|of that run|that run|that year|of those|of the lot)\b/.test(utterance.words.join(' '));
  if (phrases.has('gap') && on) {
    const next = decisionsBetween(addDays(on, 1), today).find(({ change }) =>
      last.way === 'cut' ? change < 0 : last.way === 'hike' ? change > 0 : change !== 0,
    );
    const previous = lastMove(last.way, addDays(on, -1));
    return next ? { ask: 'gap', from: on, to: next.on } : previous ? { ask: 'gap', from: previous, to: on } : undefined;
  }
  if (step && phrases.has('was', 'was') && on && isOfMoves(last)) return { ask: 'range', to: addDays(on, -1) };
  if (last.ask === 'stay' && said.level) return { ask: 'stay', level: said.level.percent };
  if (last.ask === 'stay' && phrases.has('now')) return { ask: 'stay' };
  if (last.ask === 'range' || (last.ask === 'stay' && !said.level && phrases.has('was'))) {
    if (isOfYearEnd(said)) return { ask: 'range', to: dateFrom(yearOf(on ?? today), 12, 31) };
    const there = !step || said.lengths.length > 0 ? shifted(said, last, today) : undefined;
    if (there) return there;
  }
  if (step && !span?.back) {
    const month = days.alone.length === 1 ? meetingOf(said) : undefined;
    const of = month && last.ask === 'meeting' ? { ...last, meeting: { ...last.meeting, ...month } } : last;
    // "what happened in the year after": whichever way
    const isOpen = /\bwhat (?:happened|did)\b/.test(utterance.words.join(' '));
    return stepped(
      isOpen && of.ask === 'moves' ? { ...without(of, 'way'), kind: of.kind } : of,
      step.value as Step,
      way,
      today,
    );
  }
  const picked = (['largest', 'last', 'first'] as const).find((tag) => phrases.has(tag));
  if (isOfMoves(last) || last.ask === 'meeting') {
    const of = { ...keptOf(last, ONLY), ...only };
    const run =
      isThere && !/that year/.test(utterance.words.join(' ')) && (last.ask === 'first' || last.ask === 'last') && on
        ? runAt(on, today)
        : undefined;
    const within = run ? { from: run.from, to: run.to } : keptOf(last, SPAN);
    if (picked && isOfMoves(last) && (phrases.has('one') || way || isOnly(utterance, places)) && !span) {
      const ends = run && picked === 'last' ? runEnd(run.to, today) : within;
      // "when was the last one that was" leaves the span for the record
      return { ...(picked === 'last' && !isThere ? {} : ends), ask: picked, way: way ?? last.way ?? 'move', ...of };
    }
    if (isOfMoves(last) && (only.unscheduled || isOfSize) && !span) {
      const isCounted = run !== undefined || phrases.has('count');
      return {
        ...without(last, 'inARow'),
        ...(run && within),
        ...(isCounted && { ask: 'moves' }),
        ...of,
        ...(way && way !== 'move' && { way }),
      };
    }
  }
  if (last.month && days.alone.length === 1 && !slotsOf(utterance, 'date').some(({ year }) => year))
    return {
      ...same,
      month: monthOf((days.alone[0] as (typeof days.alone)[number]).first),
      ...(way && way !== 'move' && { way }),
    };
  if (last.yearsAgo === 1 && /^(?:and )?this$/.test(utterance.words.join(' ').replace(/\W+$/, '')))
    return { ...same, yearsAgo: 0 };
  if (span) return respanned(said, last, span);
  // "net of the hike"
  if (phrases.has('count', 'count') && /^net\b/.test(utterance.words.join(' ')) && way !== last.way)
    return without(last, 'way');
  if (way && way !== 'move') {
    if (last.ask === 'cycle') return { ask: 'last', way };
    return { ...(last.ask === 'meeting' ? same : without(last, 'meeting', 'inARow')), way };
  }
  if (!phrases.has('when') && !phrases.has('count')) return undefined;
  // "what did all of them come to"
  const isOfAll = /\b(?:all of them|come to)\b/.test(utterance.words.join(' '));
  return isOfAll && (last.ask === 'first' || (last.ask === 'last' && !isThere)) ? { ...same, ask: 'moves' } : same;
};

/** Up to the day before the next move the other way. */
const runEnd = (to: IsoDate, today: IsoDate): PastSpan => {
  const next = decisionsBetween(addDays(to, 1), today).find(({ change }) => change !== 0);
  return next ? { to: addDays(next.on, -1) } : {};
};

/** The same of another time. */
const respanned = (said: HistoryWords, last: FedHistoryQuestion, span: PastSpan): Asked | undefined => {
  const { phrases, way, utterance } = said;
  const turned = way && way !== 'move' ? { way } : {};
  if (last.ask === 'meeting') {
    const meeting = meetingOf(said);
    const kept = { ...(last.way && { way: last.way }), ...turned };
    if (meeting) {
      const year = meeting.year ?? last.meeting?.year;
      return { ask: 'meeting', ...kept, meeting: { ...meeting, ...(year && { year }) } };
    }
    const [date] = slotsOf(utterance, 'date');
    if (last.meeting && date?.year && !date.month && isOnly(utterance, said.places) && !way)
      return { ask: 'meeting', ...kept, meeting: { month: last.meeting.month, year: date.year } };
  }
  const isMany = last.ask === 'meeting' || last.ask === 'cycle' || last.ask === 'gap' || last.ask === 'stay';
  const isCounted = (last.ask === 'last' || last.ask === 'first') && phrases.has('count');
  return {
    ...without(last, 'meeting', 'inARow', ...SPAN),
    ...said.only,
    ask: isMany || isCounted ? 'moves' : last.ask,
    ...turned,
    ...span,
  };
};
