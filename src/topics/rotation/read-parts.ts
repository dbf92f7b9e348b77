import { addDays, dateFrom, monthsBefore, nextSession, previousSession, yearOf } from '../../calendar/index.ts';
import { asTyped, isOnly, marked, slotsOf, told } from '../../language/index.ts';
import { backOf, periodOf } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { RotationQuestion } from './question.ts';
import type { RotationWords } from './read-said.ts';

/** Parts of a question before, and what a word or a number puts in place of one. */

/** What a span is counted from; each replaces the others. */
export const STARTS = ['from', 'ytd', 'toDate', 'back', 'sessions', 'sinceLast', 'sinceEvent'] as const;
/** Asked for once: an index and a distance stay. */
const ONCE = ['csv', 'level', 'cycles', 'rates', 'benchmark', 'at'] as const;

export const without = (
  question: RotationQuestion,
  ...keys: readonly Exclude<keyof RotationQuestion, 'kind'>[]
): RotationQuestion => {
  const rest = { ...question };
  for (const key of keys) delete rest[key];
  return rest;
};

export const hasStart = (question: RotationQuestion): boolean => STARTS.some((start) => question[start] !== undefined);
export const kept = (question: RotationQuestion): RotationQuestion => without(question, ...ONCE);
export const opened = (question: RotationQuestion): RotationQuestion => without(question, 'to');
export const unlimited = (question: RotationQuestion): RotationQuestion => without(question, ...STARTS, 'to');

const WHOLE_MONTHS = /-(?:28|29|30|31)$/;
/** From the last day of a month to the last day of one: a period by its name. */
export const isPeriod = ({ from, to }: RotationQuestion): boolean =>
  WHOLE_MONTHS.test(from ?? '') && WHOLE_MONTHS.test(to ?? '');

const [FIRST_YEAR, LAST_YEAR] = [1950, 2049];
const YEAR_END = /-12-31$/;
const isYear = ({ from, to }: RotationQuestion): boolean => YEAR_END.test(from ?? '') && YEAR_END.test(to ?? '');

export const yearEarlier = (date: string): IsoDate => monthsBefore(isoDate(date), 12);

/** A number alone takes the place of the one before: `60` sessions, `five` years, the year `22`, the `50` days of an average. */
export const numbered = (said: RotationWords, last: RotationQuestion): RotationQuestion | undefined => {
  const numbers = slotsOf(said.utterance, 'amount').filter(({ value, isSpelled }) => value !== 1 || !isSpelled);
  const isClock = numbers.some(({ from }) => said.utterance.words[from - 1] === 'at');
  const [one, other, third] = numbers.map(({ value }) => value);
  const isPlain = numbers.every(
    ({ unit, sign, isDecimal, isFraction }) => !unit && sign === '' && !isDecimal && !isFraction,
  );
  if (one === undefined || third !== undefined || !isPlain || isClock) return undefined;
  const isOfYear = last.ytd && /^(?:for|in)$/.test(said.utterance.words[(numbers[0]?.from ?? 0) - 1] ?? '');
  if (isYear(last) || isOfYear) {
    if (one < 10 || (one >= 100 && (one < FIRST_YEAR || one > LAST_YEAR))) return undefined;
    const [first, end] = [one, other ?? one].map((value) => (value < 100 ? 2000 + value : value)) as [number, number];
    return { ...unlimited(kept(last)), from: dateFrom(first - 1, 12, 31), to: dateFrom(end, 12, 31) };
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
export const partOf = ({ utterance }: RotationWords, last: RotationQuestion, today: IsoDate | undefined) => {
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

export const isoDateOf = (value: RotationQuestion['at']): IsoDate | undefined =>
  typeof value === 'string' ? isoDate(value) : undefined;

/** `day after`, on the sessions of the exchange. */
export const shifted = (said: RotationWords, last: RotationQuestion): RotationQuestion | undefined => {
  const way = said.phrases.of('shift')[0]?.value;
  const day = isoDateOf(last.at ?? last.to);
  if (way === undefined || day === undefined || said.days.alone.length > 0) return undefined;
  const session = way === 'next' ? nextSession(day) : previousSession(day);
  const date = session.kind === 'session' ? session.date : addDays(day, way === 'next' ? 1 : -1);
  return last.at === undefined ? { ...last, to: date } : { ...last, at: date };
};

const MONTHS_IN: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
]);

/** `a year earlier`, `two weeks after that`: so long before or behind the day asked about. */
export const dayAway = (
  { phrases, utterance }: RotationWords,
  last: RotationQuestion,
): RotationQuestion | undefined => {
  const day = isoDateOf(last.at);
  if (day === undefined) return undefined;
  if (phrases.has('yearBefore')) return { ...last, at: yearEarlier(day) };
  const units = phrases.of('unit').map(({ value, to }) => ({ count: 1, unit: value, to }));
  const [one] = [...slotsOf(utterance, 'duration'), ...units];
  const way = /^(?:earlier|before|prior|later|after|on)$/.exec(utterance.words[one?.to ?? -1] ?? '')?.[0];
  if (one === undefined || way === undefined) return undefined;
  const [count, months] = [/^(?:later|after|on)$/.test(way) ? -one.count : one.count, MONTHS_IN.get(one.unit)];
  return {
    ...last,
    at: months ? monthsBefore(day, count * months) : addDays(day, -count * (one.unit === 'week' ? 7 : 1)),
  };
};

/** What stood just before, with what stood before that. */
const BOTH =
  /^(?:and |so |then |ok |put |over |across )*(?:both|the two|them|all)(?: years| months| of them| days)?(?: together| combined| taken together| (?:in|as|into) one)$/;
const ACROSS =
  /^(?:and |so |then )*(?:over both(?: years| months)?|from (?:one to the other|the one to the other|the first to the second|the second to the first))$/;

/** Of two days that were asked for one after the other. */
const CHANGE =
  /^(?:and |so |then |ok |whats |what is |what was |the )*(?:(?:pct|percent|percentage|relative|total) )?(?:change|move|diff|difference|growth)(?: (?:in|as) (?:pct|percent|percentage))?$|^(?:and |so |then |by )*how (?:much|far)(?: (?:did|has|have) (?:it|that|the ratio|they) (?:change|changed|move|moved)(?: by)?)?(?: over that (?:time|stretch|period))?$/;

/** `both in one`, `between the two`; behind two days `so pct change`. */
export const saysBoth = (
  { utterance, places }: RotationWords,
  last?: RotationQuestion,
  before?: RotationQuestion,
): boolean => {
  const text = told(utterance);
  if (isoDateOf(last?.at) && isoDateOf(before?.at) && CHANGE.test(text)) return true;
  const between = marked(utterance, 'relation', 'between');
  const isBetween = between.length > 0 && isOnly(utterance, [...places, ...between]);
  return isBetween || BOTH.test(text) || ACROSS.test(text);
};

/** Two spans as one, or from the one day to the other. */
export const bothOf = (last: RotationQuestion, before: RotationQuestion | undefined): RotationQuestion | undefined => {
  if (before === undefined) return undefined;
  const ends = [last, before].map(({ from, to, at }) => (typeof at === 'string' ? [at, at] : [from, to]));
  const [first, second] = ends.map(([from]) => from).toSorted();
  const [, end] = ends.map(([, to]) => to).toSorted();
  return first === undefined || second === undefined || end === undefined
    ? undefined
    : { ...without(unlimited(kept(last)), 'index'), from: first, to: end };
};
