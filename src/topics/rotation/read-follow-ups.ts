import { addDays, dateFrom, monthsBefore, nextSession, previousSession, yearOf } from '../../calendar/index.ts';
import { asTyped, numbersIn, says, slotsOf, unreadIn } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { Near } from '../days.ts';
import { backOf } from '../lengths-of-time.ts';
import { periodOf } from '../periods.ts';
import type { Benchmark, RotationQuestion } from './question.ts';
import { firstDayOfSpan, lengthBehind } from './read-moves.ts';
import { BARE, limitsOf, overPeriod, type RotationWords, spanned } from './read-said.ts';

/** What a span is counted from; each replaces the others. */
const STARTS = ['from', 'ytd', 'toDate', 'back', 'sessions', 'sinceLast', 'sinceEvent'] as const;
/** Asked for once: an index and a distance stay. */
const ONCE = ['csv', 'level', 'cycles', 'rates', 'benchmark', 'at'] as const;

const without = (
  question: RotationQuestion,
  ...keys: readonly Exclude<keyof RotationQuestion, 'kind'>[]
): RotationQuestion => {
  const rest = { ...question };
  for (const key of keys) delete rest[key];
  return rest;
};

const hasStart = (question: RotationQuestion): boolean => STARTS.some((start) => question[start] !== undefined);
const kept = (question: RotationQuestion): RotationQuestion => without(question, ...ONCE);
const opened = (question: RotationQuestion): RotationQuestion => without(question, 'to');
const unlimited = (question: RotationQuestion): RotationQuestion => without(question, ...STARTS, 'to');

const isCorrected = ({ utterance }: RotationWords): boolean =>
  utterance.marks.some(({ tag }) => tag === 'correction' || tag === 'negation');

/** `no i meant`, `i wanted … not …`: the turn corrects the one before. */
export const isTurned = (said: RotationWords): boolean =>
  isCorrected(said) || said.utterance.words.includes('wanted') || said.utterance.words.includes('not');

const WHOLE_MONTHS = /-(?:28|29|30|31)$/;
/** From the last day of a month to the last day of one: a period by its name. */
const isPeriod = ({ from, to }: RotationQuestion): boolean =>
  WHOLE_MONTHS.test(from ?? '') && WHOLE_MONTHS.test(to ?? '');

const YEAR_END = /-12-31$/;
const isYear = ({ from, to }: RotationQuestion): boolean => YEAR_END.test(from ?? '') && YEAR_END.test(to ?? '');

const HALF_A_YEAR = 183;

/** Days of the question before, which days without a year are next to; an end is behind its start. */
export const nearOf = ({ from, to, at }: RotationQuestion): Near => {
  const day = typeof at === 'string' ? at : undefined;
  const [start, end] = [from ?? day, to ?? day ?? from];
  return {
    ...(start && { since: isoDate(start), until: addDays(isoDate(start), HALF_A_YEAR) }),
    ...(end && { alone: isoDate(end) }),
  };
};

const yearEarlier = (date: string): IsoDate => monthsBefore(isoDate(date), 12);

/** What is said beside the numbers, dates and words of spans: none, and the turn is no more than a change of one. */
export const isChangeOnly = ({ utterance, places }: RotationWords): boolean => {
  const numbers = [...numbersIn(utterance), ...slotsOf(utterance, 'ignored')];
  return unreadIn(utterance, [...places, ...numbers]).length === 0;
};

/** A number alone takes the place of the one before: `60` sessions, `five` years, the year `22`, the `50` days of an average. */
export const numbered = (said: RotationWords, last: RotationQuestion): RotationQuestion | undefined => {
  const numbers = slotsOf(said.utterance, 'amount').filter(({ value, isSpelled }) => value !== 1 || !isSpelled);
  const isClock = numbers.some(({ from }) => said.utterance.words[from - 1] === 'at');
  const [one, other, third] = numbers.map(({ value }) => value);
  const isPlain = numbers.every(
    ({ unit, sign, isDecimal, isFraction }) => !unit && sign === '' && !isDecimal && !isFraction,
  );
  if (one === undefined || third !== undefined || !isPlain || isClock) return undefined;
  if (isYear(last)) {
    if (one < 10) return undefined;
    const [first, end] = [one, other ?? one].map((value) => (value < 100 ? 2000 + value : value)) as [number, number];
    return { ...kept(last), from: dateFrom(first - 1, 12, 31), to: dateFrom(end, 12, 31) };
  }
  if (other !== undefined) return undefined;
  if (last.distance?.of === 'average' && one >= 2) return { ...last, distance: { of: 'average', sessions: one } };
  if (last.sessions !== undefined) return { ...last, sessions: one };
  const length = last.back ?? (typeof last.at === 'object' ? last.at : undefined);
  const back = length && backOf(one, length.unit);
  if (back === undefined) return undefined;
  const isChange = last.back !== undefined || said.isPerformance;
  return isChange ? { ...unlimited(kept(last)), back } : { ...last, at: back };
};

/** `26th?`, `q2`: a part of a date, of the month or year before. */
const partOf = ({ utterance }: RotationWords, last: RotationQuestion, today: IsoDate | undefined) => {
  const [part, other] = slotsOf(utterance, 'ignored').map((slot) => asTyped(utterance, slot).toLowerCase());
  const day = isoDateOf(last.to ?? last.at ?? last.from);
  const matched = /^(?:(\d{1,2})(?:st|nd|rd|th)|q([1-4])|([1-4])q)$/.exec(part ?? '');
  if (!matched || other !== undefined || day === undefined) return undefined;
  const slot = { kind: 'date', duty: 'may', from: 0, to: 0, start: 0, end: 0 } as const;
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))];
  const quarter = Number(matched[2] ?? matched[3]);
  const period = periodOf(
    quarter ? { ...slot, quarter, year } : { ...slot, day: Number(matched[1]), month, year },
    today,
  );
  return typeof period === 'string' ? undefined : period;
};

const isoDateOf = (value: RotationQuestion['at']): IsoDate | undefined =>
  typeof value === 'string' ? isoDate(value) : undefined;

/** `day after`, on the sessions of the exchange. */
const shifted = (said: RotationWords, last: RotationQuestion): RotationQuestion | undefined => {
  const way = said.phrases.of('shift')[0]?.value;
  const day = isoDateOf(last.at ?? last.to);
  if (way === undefined || day === undefined) return undefined;
  const session = way === 'next' ? nextSession(day) : previousSession(day);
  const date = session.kind === 'session' ? session.date : addDays(day, way === 'next' ? 1 : -1);
  return last.at === undefined ? { ...last, to: date } : { ...last, at: date };
};

/** What is asked of a span: the file, an index, both, or none and all that was said of days. */
const spanTurned = (
  said: RotationWords,
  last: RotationQuestion,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { days, phrases, utterance, start, index } = said;
  const span = spanned(said, today);
  const isReplaced = isCorrected(said) || /\b(?:start|starting|begin|beginning|base)\b/.test(utterance.words.join(' '));
  if (days.until && !days.since && !start) {
    if (last.at !== undefined)
      return [{ ...kept(last), from: isoDateOf(last.at) ?? days.until.first, to: days.until.last }];
    return hasStart(last) ? [{ ...kept(last), to: days.until.last }] : [];
  }
  if (phrases.has('open') && !span) return hasStart(last) ? [opened(kept(last))] : [];
  if (phrases.has('yearBefore') && last.from !== undefined && last.to !== undefined)
    return [{ ...kept(last), from: yearEarlier(last.from), to: yearEarlier(last.to) }];
  const [one] = days.alone;
  if (one && days.alone.length === 1 && !days.since && !start) return aloneTurned(said, one, last, today);
  if (span?.at !== undefined) return [{ ...span, ...(index && { index }) }];
  if (span === undefined) return [];
  const { kind: _, ...rest } = span;
  // "and since 2023" keeps no end of the span before, "start it on the 27th" does
  const isWithin = isReplaced && rest.from !== undefined && last.to !== undefined && rest.from < last.to;
  return [{ ...without(isWithin ? kept(last) : opened(kept(last)), ...STARTS), ...rest }];
};

/** A day or a period by itself: another day, another period, or either end of a span of days. */
const aloneTurned = (
  said: RotationWords,
  one: { readonly first: IsoDate; readonly last: IsoDate },
  last: RotationQuestion,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { utterance, phrases } = said;
  if (last.at !== undefined) return [{ ...BARE, at: one.last, ...(last.index && { index: last.index }) }];
  // "vs end of 2024": from that close to the newest
  const [day] = slotsOf(utterance, 'date');
  const lead = utterance.words.slice(0, day?.from).findLast((word) => !/^(?:the|at|where|we|in)$/.test(word)) ?? '';
  if (/^(?:vs|versus|against|than)$/.test(lead)) return [{ ...unlimited(kept(last)), from: one.last }];
  const isWhole = last.from !== undefined && last.to !== undefined;
  // "no i meant june" behind "since july"
  if (last.from !== undefined && !isWhole && phrases.has('goingOn') && isCorrected(said))
    return [{ ...without(kept(last), ...STARTS), from: one.first }];
  const isDay = one.first === one.last;
  // "what was it on 3 march 26"
  const isAt = /\b(?:was|were|where|stood|on)\b/.test(utterance.words.slice(0, day?.from).join(' '));
  if (isDay && isAt && !said.isPerformance && !isCorrected(said))
    return [{ ...BARE, at: one.last, ...(last.index && { index: last.index }) }];
  if (isWhole && isCorrected(said) && !isDay && !isPeriod(last))
    return [
      { ...kept(last), from: one.first },
      { ...kept(last), to: one.last },
    ];
  // "26th?" behind "9 jul to 25 jul"
  if (isWhole && isDay && !isPeriod(last) && one.last > (last.from ?? '')) return [{ ...kept(last), to: one.last }];
  const { kind: _, ...rest } = spanned({ ...said, isPerformance: true }, today) ?? BARE;
  const { distance, ...open } = unlimited(kept(last));
  // "are we higher than where we finished 2024" asks of that day, and of no high
  return [{ ...open, ...(distance && !utterance.words.includes('than') && { distance }), ...rest }];
};

/**
 * What a short turn makes of the question before: another start, another end, another length, another index, a day, a
 * distance. Two where a bare day may be either end.
 *
 * @param said with days next to those of the question before
 */
export const rotationFollowUp = (
  said: RotationWords,
  context: Context,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { phrases, days, level, distance, index } = said;
  const last = lastSpan(context);
  const isBoth = phrases.has('subject', 'ratio');
  if (distance) {
    const about = index ?? (isBoth ? undefined : last.index);
    const span = spanned(said, today);
    const isKept = span === undefined && !phrases.has('allTime') && (last.distance !== undefined || isTurned(said));
    const limits = isKept ? without(kept(last), 'index', 'distance') : BARE;
    return [{ ...limits, ...limitsOf(said, span), distance, ...(about && { index: about }) }];
  }
  if (phrases.has('allTime') && last.distance) return [unlimited(last)];
  // a level behind the printed ratio is of that
  if (level !== undefined) return context.last.kind === 'ratio' ? [] : [{ ...BARE, level }];
  const benchmark = phrases.of('benchmark')[0]?.value as Benchmark | undefined;
  if (benchmark) return [{ ...BARE, benchmark }];
  if (phrases.has('rates')) return [{ ...BARE, rates: true }];
  if (phrases.has('cycles')) return [{ ...BARE, cycles: true }];
  const first = firstDayOfSpan(last, today);
  const within = phrases.of('within')[0]?.value;
  if (within && first) return [{ ...unlimited(kept(last)), from: first, to: lengthBehind(first, within) }];
  const unit = phrases.of('unit')[0]?.value;
  const isBeside = ['yearBefore', 'shift', 'that'].some((tag) => phrases.has(tag));
  const isUnit = unit !== undefined && !said.start && !isBeside && isChangeOnly(said);
  const single = isUnit ? backOf(1, unit) : undefined;
  if (single && !days.since && !days.until) return [{ ...unlimited(kept(last)), back: single }];
  const back = said.start?.back;
  // "50d?" behind the 200 days of an average
  if (last.distance?.of === 'average' && back?.unit === 'day')
    return [{ ...last, distance: { of: 'average', sessions: back.count } }];
  const moved = shifted(said, last) ?? numbered(said, last);
  if (moved) return [moved];
  const part = partOf(said, last, today);
  if (part)
    return part.first === part.last
      ? aloneTurned(said, part, last, today)
      : [{ ...unlimited(kept(last)), ...overPeriod(part, today) }];
  const turned = spanTurned(said, last, today);
  if (turned.length > 0) return turned;
  if (phrases.has('csv')) return [last];
  if (index) return [last.distance || last.at !== undefined ? { ...last, index } : last];
  // "by how much is it lagging"
  const isLead = says(said.utterance, /^(?:lag|lead|led|outperf|underperf|ahead|behind|gap|widen|narrow|beat)/);
  if (isLead || ['subject', 'leg', 'that', 'normal'].some((tag) => phrases.has(tag))) {
    return [without(last, 'index', 'benchmark')];
  }
  return [];
};

/** The span that a turn goes on from. */
export const lastSpan = (context: Context): RotationQuestion =>
  context.last.kind === 'ratio' ? BARE : (context.span ?? BARE);
