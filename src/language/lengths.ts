import { plainInteger } from './date-parts.ts';
import { numeralAt } from './numerals.ts';
import type { ClockSlot, DurationSlot, SpanSlot } from './slots.ts';
import { spanOver, type Token, wordAt } from './tokens.ts';

const UNITS: ReadonlyMap<string, DurationSlot['unit']> = new Map(
  (
    [
      ['minute', 'minute minutes min mins'],
      ['hour', 'hour hours hr hrs h'],
      ['day', 'day days d'],
      ['week', 'week weeks wk wks'],
      ['month', 'month months mth mths mo mos'],
      ['quarter', 'quarter quarters'],
      ['year', 'year years yr yrs'],
    ] as const
  ).flatMap(([unit, list]) => list.split(' ').map((word) => [word, unit] as const)),
);

/** `7am`, `7:30`, `12:30 pm`, `3 o'clock`, and `7` behind an `at` and before a `sharp`. */
export const clockAt = (tokens: readonly Token[], at: number): ClockSlot | undefined => {
  const word = wordAt(tokens, at);
  const [hours, minutes] = word.includes(':') ? word.split(':').map(Number) : [plainInteger(tokens, at), undefined];
  if (hours === undefined || !/^\d{1,2}(?::\d\d)?$/.test(word)) return undefined;
  const behind = wordAt(tokens, at + 1).replaceAll('.', '');
  const half = /^[ap]m$/.test(behind) ? behind : undefined;
  const isOclock = behind === 'oclock';
  if (minutes === undefined && half === undefined && !isOclock) return undefined;
  const hour = half === 'pm' && hours < 12 ? hours + 12 : half === 'am' && hours === 12 ? 0 : hours;
  const isTime = hour < 24 && (half === undefined || (hours >= 1 && hours <= 12));
  return {
    kind: 'clock',
    duty: 'may',
    ...(isTime && { time: `${String(hour).padStart(2, '0')}:${String(minutes ?? 0).padStart(2, '0')}` }),
    ...spanOver(tokens, at, half === undefined && !isOclock ? at + 1 : at + 2),
  };
};

const OF_A_POINT = /^(?:point|pt|percent|pct|%|cut|hike)$/;

/** `6 months`, `two weeks`, `12 m`. */
export const durationAt = (tokens: readonly Token[], at: number): DurationSlot | undefined => {
  const slot = (count: number, unit: DurationSlot['unit'], to: number): DurationSlot => ({
    kind: 'duration',
    duty: 'may',
    count,
    unit,
    ...spanOver(tokens, at, to),
  });
  const single = LONGER.get(wordAt(tokens, at));
  if (single) return slot(single.times, single.unit, at + 1);
  const numeral = numeralAt(tokens, at);
  if (numeral === undefined || numeral.isMoney || numeral.sign !== '') return undefined;
  const longer = LONGER.get(wordAt(tokens, numeral.to));
  if (longer) return slot(numeral.value * longer.times, longer.unit, numeral.to + 1);
  const unit = UNITS.get(wordAt(tokens, numeral.to));
  // "3 quarter pt cuts"
  const isSize =
    unit === 'quarter' && (numeral.isFraction || OF_A_POINT.test(wordAt(tokens, numeral.to + 1).replace(/s$/, '')));
  return unit === undefined || isSize ? undefined : slot(numeral.value, unit, numeral.to + 1);
};

/** Units of their own that count others. */
const LONGER: ReadonlyMap<string, { readonly times: number; readonly unit: DurationSlot['unit'] }> = new Map([
  ['fortnight', { times: 2, unit: 'week' }],
  ['fortnights', { times: 2, unit: 'week' }],
  ['decade', { times: 10, unit: 'year' }],
  ['decades', { times: 10, unit: 'year' }],
]);
const BACK = /^(?:last|past|previous|trailing|preceding|prior)$/;
const TO_DATE: ReadonlyMap<string, SpanSlot['toDate']> = new Map([
  ['ytd', 'year'],
  ['mtd', 'month'],
  ['qtd', 'quarter'],
]);

/** `ytd`, `year to date`, `so far this year`, `last 6 months`, `the past year`: a span without a named day. */
export const spanAt = (tokens: readonly Token[], at: number): SpanSlot | undefined => {
  const word = wordAt(tokens, at);
  const three = [word, wordAt(tokens, at + 1), wordAt(tokens, at + 2)].join(' ');
  const span = (to: number, rest: Partial<SpanSlot>): SpanSlot => ({
    kind: 'span',
    duty: 'may',
    ...rest,
    ...spanOver(tokens, at, to),
  });
  const toDate = TO_DATE.get(word);
  if (toDate) return span(at + 1, { toDate });
  if (three === 'year to date' || three === 'month to date') return span(at + 3, { toDate: word as 'year' | 'month' });
  if (three === 'so far this' && wordAt(tokens, at + 3) === 'year') return span(at + 4, { toDate: 'year' });
  if (three === 'this year so') return span(at + 4, { toDate: 'year' });
  if (!BACK.test(word)) return undefined;
  const duration = durationAt(tokens, at + 1);
  if (duration && duration.unit !== 'minute' && duration.unit !== 'hour') {
    return span(duration.to, { back: { count: duration.count, unit: duration.unit } });
  }
  const unit = word === 'past' || word === 'trailing' ? UNITS.get(wordAt(tokens, at + 1)) : undefined;
  return unit && unit !== 'minute' && unit !== 'hour' ? span(at + 2, { back: { count: 1, unit } }) : undefined;
};
