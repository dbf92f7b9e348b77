import {
  dated,
  dayAndMonth,
  dayOfMonthAt,
  inSigns,
  isMonthHere,
  LONGEST_NAMED,
  MOVE_NOUN,
  monthOf,
  NAMED_DAYS,
  ofFed,
  plainInteger,
  shortYearAt,
  UNIT_WORDS,
  WEEKDAY,
  WEEKDAY_STEMS,
  yearAt,
} from './date-parts.ts';
import type { DateSlot } from './slots.ts';
import { spanOver, type Token, wordAt } from './tokens.ts';

/** `27/28 oct`, `15-16 september`: a meeting of two days is named by the day that it decides on. */
const twoDays = (tokens: readonly Token[], from: number): DateSlot | undefined => {
  const first = dayOfMonthAt(tokens, from);
  if (first === undefined) return undefined;
  const next = /^[/\u2013-]$/.test(wordAt(tokens, first.to)) ? first.to + 1 : first.to;
  const second = next > first.to || tokens[next]?.isGlued === true ? dayOfMonthAt(tokens, next) : undefined;
  if (second === undefined || second.day !== first.day + 1) return undefined;
  const day = inWords(tokens, next);
  return day?.month === undefined ? undefined : { ...day, from, start: tokens[from]?.start ?? day.start };
};

const inWords = (tokens: readonly Token[], from: number): DateSlot | undefined => {
  const both = twoDays(tokens, from);
  if (both) return both;
  const first = wordAt(tokens, from);
  const dayFirst = dayOfMonthAt(tokens, from);
  if (dayFirst) {
    const of = wordAt(tokens, dayFirst.to) === 'of' ? 1 : 0;
    const month = monthOf(wordAt(tokens, dayFirst.to + of));
    if (month === undefined) return undefined;
    const to = dayFirst.to + of + 1;
    // "1-jul-2023"
    const isDashed = wordAt(tokens, to) === '-' && tokens[to]?.isGlued === true && tokens[to + 1]?.isGlued === true;
    const comma = isDashed || wordAt(tokens, to) === ',' ? 1 : 0;
    const year = yearAt(tokens, to + comma);
    const { day } = dayFirst;
    if (year !== undefined) return dated(tokens, from, to + comma + 1, { day, month, year });
    const digits = isDashed ? plainInteger(tokens, to + 1) : undefined;
    if (digits !== undefined && digits < 50) return dated(tokens, from, to + 2, { day, month, year: 2000 + digits });
    const short = shortYearAt(tokens, to);
    // "25 dec 25 jan": no year
    return short !== undefined && !UNIT_WORDS.test(wordAt(tokens, to + 1)) && !monthOf(wordAt(tokens, to + 1))
      ? dated(tokens, from, to + 1, { day, month, year: short })
      : dated(tokens, from, to, { day, month });
  }
  const month = monthOf(first);
  if (month !== undefined && isMonthHere(tokens, from)) {
    const next = from + 1;
    const of = wordAt(tokens, next) === 'of' ? 1 : 0;
    const year = yearAt(tokens, next + of);
    if (year !== undefined) return dated(tokens, from, next + of + 1, { month, year });
    const day = dayOfMonthAt(tokens, next);
    // "25 dec 25 jan", "25 in dec 25 in jan": of the size behind it
    const [back, ahead] = [
      wordAt(tokens, from - 1) === 'in' ? from - 2 : from - 1,
      wordAt(tokens, next + 1) === 'in' ? next + 2 : next + 1,
    ];
    const isNext = monthOf(wordAt(tokens, ahead)) !== undefined && plainInteger(tokens, back) !== undefined;
    if (day && !isNext && !UNIT_WORDS.test(wordAt(tokens, day.to))) {
      const comma = wordAt(tokens, day.to) === ',' ? 1 : 0;
      const last = shortYearAt(tokens, day.to) ?? 0;
      // "march 17 27"
      const isShort =
        last >= 2020 &&
        last < 2030 &&
        !/^(?:bps?|bips?|basis|%|percent|pct|points?|pts?|x|cuts?|hikes?)$/.test(wordAt(tokens, day.to + 1));
      const behind = yearAt(tokens, day.to + comma) ?? (isShort ? last : undefined);
      if (behind !== undefined) return dated(tokens, from, day.to + comma + 1, { month, day: day.day, year: behind });
      const short = shortYearAt(tokens, next);
      // `the october 28 meeting` may well be of that day, `the sept 24 cut` is of that year
      const noun = wordAt(tokens, day.to);
      const isOfYear = (MOVE_NOUN.test(noun) && !/^meeting/.test(noun)) || ofFed(tokens, from, day.to);
      if (isOfYear && short !== undefined) return dated(tokens, from, day.to, { month, year: short });
      return dated(tokens, from, day.to, {
        month,
        day: day.day,
        ...(day.to === next + 1 && short !== undefined && short >= 2000 && { year: short, isAmbiguous: true as const }),
      });
    }
    return dated(tokens, from, next, { month });
  }
  if (WEEKDAY.test(first)) {
    // "saturday, the 28th of november"
    const skip = [',', 'the'].reduce((at, one) => (wordAt(tokens, at) === one ? at + 1 : at), from + 1);
    const date = inWords(tokens, skip);
    if (date?.day !== undefined) return { ...date, ...spanOver(tokens, from, date.to) };
  }
  if (WEEKDAY.test(first) && (first.length > 3 || tokens.length < 6)) {
    return dated(tokens, from, from + 1, { weekday: WEEKDAY_STEMS.indexOf(first.slice(0, 3)) + 1 });
  }
  const part = /^(?:([qh])([1-4])|([1-4])([qh]))$/.exec(first);
  if (part) {
    const [kind, number] = [part[1] ?? part[4], Number(part[2] ?? part[3])];
    const of = wordAt(tokens, from + 1) === 'of' ? 1 : 0;
    const year = yearAt(tokens, from + 1 + of) ?? shortYearAt(tokens, from + 1);
    const said = periodSaid(tokens, from + 1 + of)?.said;
    const isSaid = year === undefined && said !== undefined && said.endsWith('year');
    return dated(tokens, from, isSaid ? from + 3 + of : year === undefined ? from + 1 : from + 2 + of, {
      ...(kind === 'q' ? { quarter: number } : { half: number }),
      ...(year !== undefined && { year }),
      ...(isSaid && { said }),
    });
  }
  const year = yearAt(tokens, from);
  return year === undefined ? undefined : dated(tokens, from, from + 1, { year });
};

const EDGES: ReadonlyMap<string, DateSlot['edge']> = new Map(
  (
    [
      ['end', 'end ended ending finish finished eoy yearend late'],
      ['start', 'start beginning early'],
      ['mid', 'mid middle'],
    ] as const
  ).flatMap(([edge, list]) => list.split(' ').map((word) => [word, edge] as const)),
);
const RELATIVE = /^(?:last|next|this|previous|past|coming)$/;
const PERIODS: ReadonlyMap<string, string> = new Map(
  [
    ['year', 'year years yr yrs'],
    ['month', 'month mth'],
    ['week', 'week wk'],
    ['quarter', 'quarter qtr'],
    ...['summer', 'winter', 'spring', 'autumn'].map((season) => [season, season]),
  ].flatMap(([unit = '', list = '']) => list.split(' ').map((word) => [word, unit] as const)),
);

/** `last year`, `this quarter`, `this yr's`. */
const periodSaid = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const period = PERIODS.get(wordAt(tokens, at + 1));
  // "last quarter point cut"
  const isSize = period === 'quarter' && /^(?:points?|pts?)$/.test(wordAt(tokens, at + 2));
  return period !== undefined && !isSize && RELATIVE.test(wordAt(tokens, at))
    ? dated(tokens, at, at + 2, { said: `${wordAt(tokens, at)} ${period}` })
    : undefined;
};

/** What the name of a day may begin with: most words do not, and are passed by. */
const NAME_BEGINS: ReadonlySet<string> = new Set([...NAMED_DAYS.keys()].map((name) => name.split(' ')[0] as string));

/** `xmas 23`, `the 24 election`, `the day chatgpt came out`, `liberation day (2 april 25)`: a day by its name. */
const namedDayAt = (tokens: readonly Token[], from: number): DateSlot | undefined => {
  const at = wordAt(tokens, from) === 'day' ? from + 1 : from;
  const isSince = /^(?:since|after|post)$/.test(
    wordAt(tokens, wordAt(tokens, from - 1) === 'the' ? from - 2 : from - 1),
  );
  // "since the election": of the president
  if (isSince && wordAt(tokens, at) === 'election')
    return dated(tokens, from, at + 1, { month: 11, day: 5, year: 2024 });
  const short = yearAt(tokens, at) ?? shortYearAt(tokens, at);
  if (short !== undefined && /^elections?$/.test(wordAt(tokens, at + 1)) && short % 2 === 0) {
    // the Tuesday behind the first Monday of November
    const day = 2 + ((8 - new Date(Date.UTC(short, 10, 1)).getUTCDay()) % 7);
    return dated(tokens, from, at + 2, { month: 11, day, year: short });
  }
  if (!NAME_BEGINS.has(wordAt(tokens, at))) return undefined;
  for (let length = LONGEST_NAMED; length > 0; length -= 1) {
    const phrase = Array.from({ length }, (_, each) => wordAt(tokens, at + each)).join(' ');
    const named = NAMED_DAYS.get(phrase);
    if (named === undefined) continue;
    const to = at + length;
    // its date where that is said too
    const skip = /^(?:on|,|\(|-)$/.test(wordAt(tokens, to)) ? 1 : 0;
    const date = inSigns(tokens, to + skip) ?? inWords(tokens, to + skip);
    if (date?.day !== undefined) return { ...date, ...spanOver(tokens, from, date.to) };
    const year = named.year ?? yearAt(tokens, to) ?? shortYearAt(tokens, to);
    return dated(tokens, from, year === named.year ? to : to + 1, { ...named, ...(year !== undefined && { year }) });
  }
  return undefined;
};

/** `year end`, `year end 2023`. */
const yearEnd = (tokens: readonly Token[], from: number, to: number): DateSlot => {
  const of = wordAt(tokens, to) === 'of' || wordAt(tokens, to) === 'in' ? 1 : 0;
  const year = yearAt(tokens, to + of);
  return year === undefined
    ? dated(tokens, from, to, { edge: 'end', said: 'year end' })
    : dated(tokens, from, to + of + 1, { edge: 'end', year });
};

/** `the 2010s`, `the 90s`: two digits with an s are sizes but for these. */
const decadeAt = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const word = wordAt(tokens, at);
  const ends = tokens[at + 1]?.isGlued === true && wordAt(tokens, at + 1) === 's';
  const year = /^(?:19|20)\d0$/.test(word) ? Number(word) : { '80': 1980, '90': 1990, '00': 2000 }[word];
  return ends && year !== undefined ? dated(tokens, at, at + 2, { year, isDecade: true }) : undefined;
};

const PARTS = ['first', 'second', 'third', 'fourth'];

/** `the first half of 2022`, `third quarter of 24`. */
const partInWords = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const number = PARTS.indexOf(wordAt(tokens, at)) + 1;
  const kind = /^(half|quarter|qtr)$/.exec(wordAt(tokens, at + 1))?.[1];
  const next = at + 2 + ['of', 'in'].filter((one) => wordAt(tokens, at + 2) === one).length;
  const year = yearAt(tokens, next) ?? (next > at + 2 ? shortYearAt(tokens, next) : undefined);
  if (number === 0 || kind === undefined || year === undefined || (kind === 'half' && number > 2)) return undefined;
  return dated(tokens, at, next + 1, { year, ...(kind === 'half' ? { half: number } : { quarter: number }) });
};

const WHOLE = /^(?:from )?(?:the )?(?:start|beginning) (?:to|until|till|through) (?:the )?end (?:of )?(?:the )?/;

/** `from the start to the end of 2023`: all of it. */
const wholeAt = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  if (!/^(?:from|start|beginning)$/.test(wordAt(tokens, at))) return undefined;
  const [lead] = WHOLE.exec(Array.from({ length: 9 }, (_, each) => wordAt(tokens, at + each)).join(' ')) ?? [];
  const next = at + (lead?.trim().split(' ').length ?? 0);
  const of = lead ? (inWords(tokens, next) ?? periodSaid(tokens, next)) : undefined;
  return of && { ...of, ...spanOver(tokens, at, of.to) };
};

/** A day, month, quarter or year from a token on. */
export const dateAt = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const word = wordAt(tokens, at);
  const whole = wholeAt(tokens, at);
  if (whole) return whole;
  const edge = EDGES.get(word);
  if (edge !== undefined) {
    const skip = ['of', 'the'].filter((each, place) => wordAt(tokens, at + 1 + place) === each).length;
    if (word === 'eoy' || word === 'yearend') return yearEnd(tokens, at, at + 1);
    const of = inWords(tokens, at + 1 + skip) ?? periodSaid(tokens, at + 1 + skip);
    if (of === undefined) return undefined;
    // "end of jun 25" is no end of a day
    const { day, isAmbiguous, ...month } = of;
    return dated(tokens, at, of.to, {
      ...(isAmbiguous ? month : { ...month, ...(day !== undefined && { day }) }),
      edge,
    });
  }
  if (word === 'year' && wordAt(tokens, at + 1) === 'end') return yearEnd(tokens, at, at + 2);
  const said = decadeAt(tokens, at) ?? partInWords(tokens, at) ?? periodSaid(tokens, at);
  if (said) return said;
  if (RELATIVE.test(word) && at + 1 < tokens.length && word !== 'past') {
    const month = monthOf(wordAt(tokens, at + 1));
    if (month !== undefined) return dated(tokens, at, at + 2, { month, said: word });
  }
  if (word === 'yesterday') return dated(tokens, at, at + 1, { said: word });
  const day = inSigns(tokens, at) ?? dayAndMonth(tokens, at) ?? namedDayAt(tokens, at) ?? inWords(tokens, at);
  // "aug end", "q2 24 end"
  return day && day.day === undefined && day.weekday === undefined && wordAt(tokens, day.to) === 'end'
    ? dated(tokens, at, day.to + 1, { ...day, edge: 'end' })
    : day;
};
