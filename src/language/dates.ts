import { type IsoDate, isIsoDate } from '../units.ts';
import type { DateSlot, Span } from './slots.ts';
import { spanOver, type Token, wordAt } from './tokens.ts';

const MONTH_STEMS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
  /^(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?$/;
const ORDINAL = /^(?:st|nd|rd|th)$/;
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
/** Days that people name in place of a date, of every year or of one. */
const NAMED_DAYS: ReadonlyMap<string, { readonly month: number; readonly day: number; readonly year?: number }> =
  new Map(
    (
      [
        ['halloween', 10, 31],
        ['xmas eve|christmas eve', 12, 24],
        ['xmas|christmas', 12, 25],
        ['nye|new years eve|new year eve', 12, 31],
        ['thanksgiving', 11, 27],
        ['valentines', 2, 14],
        ['liberation day', 4, 2, 2025],
        ['trump was sworn in|he was sworn in|trump took office|he took office|he was inaugurated', 1, 20, 2025],
        ['trump was inaugurated|trumps inauguration|trump inauguration|the inauguration|inauguration', 1, 20, 2025],
        ['chatgpt came out|chatgpt launched|chatgpt was released|chatgpt launch|chatgpt release', 11, 30, 2022],
        ['the brexit vote|brexit vote|brexit referendum|the brexit referendum', 6, 23, 2016],
        ['lehman|lehman collapsed|lehman went under|lehman failed', 9, 15, 2008],
        ['svb|svb failed|svb collapsed', 3, 10, 2023],
      ] as const
    ).flatMap(([phrases, month, day, year]) =>
      phrases.split('|').map((phrase) => [phrase, { month, day, ...(year !== undefined && { year }) }] as const),
    ),
  );
const LONGEST_NAMED = 4;
const FIRST_YEAR = 1950;
const LAST_YEAR = 2049;

const monthOf = (word: string): number | undefined =>
  MONTH.test(word) ? MONTH_STEMS.indexOf(word.slice(0, 3)) + 1 : undefined;

export const plainInteger = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  return token?.kind === 'number' && !token.isMoney && token.sign === '' && /^\d+$/.test(token.word)
    ? Number(token.word)
    : undefined;
};

/** `2024`, `'24`; not a year where something counts or measures it. */
const yearAt = (tokens: readonly Token[], at: number): number | undefined => {
  const value = plainInteger(tokens, at);
  const next = tokens[at + 1];
  if (value === undefined || (next?.isGlued === true && next.kind === 'word')) return undefined;
  return value >= FIRST_YEAR && value <= LAST_YEAR && wordAt(tokens, at).length === 4 ? value : undefined;
};
const shortYearAt = (tokens: readonly Token[], at: number): number | undefined => {
  const value = plainInteger(tokens, at);
  return value !== undefined && wordAt(tokens, at).length === 2 && value <= 49 ? 2000 + value : undefined;
};

const dayAt = (tokens: readonly Token[], at: number): { day: number; to: number } | undefined => {
  const spelled = ORDINALS.indexOf(wordAt(tokens, at)) + 1;
  const isOfMonth =
    monthOf(wordAt(tokens, at + 1)) ?? (wordAt(tokens, at + 1) === 'of' && monthOf(wordAt(tokens, at + 2)));
  // "the first may meeting" is of no day
  const isDay = isOfMonth && !MOVE_NOUN.test(wordAt(tokens, at + 2));
  if (spelled > 0) return isDay ? { day: spelled, to: at + 1 } : undefined;
  const day = plainInteger(tokens, at);
  if (day === undefined || day < 1 || day > 31) return undefined;
  const next = tokens[at + 1];
  return { day, to: next?.isGlued === true && ORDINAL.test(next.word) ? at + 2 : at + 1 };
};

const UNIT_WORDS = /^(?:bps?|bips?|basis|%|percent|pct|points?|pts?|x)$/;
const MOVE_NOUN = /^(?:cut|cuts|hike|hikes|move|meeting|fomc|decision)$/;
const eventOf = (word: string): DateSlot['event'] | undefined =>
  word.startsWith('cut')
    ? 'cut'
    : word.startsWith('hike')
      ? 'hike'
      : /^(?:meeting|fomc|decision)$/.test(word)
        ? 'meeting'
        : undefined;

type Parts = Omit<DateSlot, keyof Span | 'kind' | 'duty' | 'date'>;

const dated = (tokens: readonly Token[], from: number, to: number, parts: Parts): DateSlot => {
  const { year, month, day } = parts;
  const isWhole = year !== undefined && month !== undefined && day !== undefined && !parts.isAmbiguous;
  const text = isWhole ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : '';
  const event = eventOf(wordAt(tokens, to));
  return {
    kind: 'date',
    duty: 'may',
    ...parts,
    ...(isWhole && (isIsoDate(text) ? { date: text as IsoDate } : { isImpossible: true as const })),
    ...(event && { event }),
    ...spanOver(tokens, from, to),
  };
};

/** `10/12`: a day and a month, either way round; a half and a quarter are none. */
const dayAndMonth = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const [one, other] = [plainInteger(tokens, at), plainInteger(tokens, at + 2)];
  const isGlued = wordAt(tokens, at + 1) === '/' && tokens[at + 1]?.isGlued && tokens[at + 2]?.isGlued;
  if (one === undefined || other === undefined || !isGlued || wordAt(tokens, at + 3) === '/') return undefined;
  const isFraction = one < other && [2, 3, 4, 5, 8].includes(other);
  const isDay = one >= 1 && other >= 1 && Math.max(one, other) <= 31 && Math.min(one, other) <= 12;
  if (isFraction || !isDay || UNIT_WORDS.test(wordAt(tokens, at + 3))) return undefined;
  const [day, month] = one > 12 ? [one, other] : [other, one];
  return dated(tokens, at, at + 3, { day, month, ...(one <= 12 && other <= 12 && { isAmbiguous: true as const }) });
};

const inSigns = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const word = wordAt(tokens, at);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(word);
  if (iso) return dated(tokens, at, at + 1, { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const yearMonth = /^(\d{4})-(\d{2})$/.exec(word);
  if (yearMonth) return dated(tokens, at, at + 1, { year: Number(yearMonth[1]), month: Number(yearMonth[2]) });
  const either = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})$/.exec(word);
  if (!either) return undefined;
  const [one, other, typed] = [Number(either[1]), Number(either[2]), Number(either[3])];
  const year = typed < 100 ? 2000 + typed : typed;
  if (one > 12) return dated(tokens, at, at + 1, { year, month: other, day: one });
  if (other > 12) return dated(tokens, at, at + 1, { year, month: one, day: other });
  return dated(tokens, at, at + 1, { year, month: one, day: other, ...(one !== other && { isAmbiguous: true }) });
};

/** `may` and `march` are months only where a month can stand. */
const isMonthHere = (tokens: readonly Token[], at: number): boolean => {
  const word = wordAt(tokens, at);
  if (word !== 'may' && word !== 'mar' && word !== 'march' && word !== 'dec' && word !== 'sun') return true;
  return (
    /^(?:in|since|by|until|till|from|to|last|next|this|of|the|for|early|late|mid|end|and|or|before|after|,|then|no|nope|not|sorry|meant|mean|actually)$/.test(
      wordAt(tokens, at - 1),
    ) ||
    tokens[at + 1]?.kind === 'number' ||
    (word !== 'may' && /^(?:not|instead|rather)$/.test(wordAt(tokens, at + 1))) ||
    tokens[at - 1]?.kind === 'number' ||
    tokens.length <= 2
  );
};

/** `27/28 oct`, `15-16 september`: a meeting of two days is named by the day that it decides on. */
const twoDays = (tokens: readonly Token[], from: number): DateSlot | undefined => {
  const first = dayAt(tokens, from);
  if (first === undefined) return undefined;
  const next = /^[/\u2013-]$/.test(wordAt(tokens, first.to)) ? first.to + 1 : first.to;
  const second = next > first.to || tokens[next]?.isGlued === true ? dayAt(tokens, next) : undefined;
  if (second === undefined || second.day !== first.day + 1) return undefined;
  const day = inWords(tokens, next);
  return day?.month === undefined ? undefined : { ...day, from, start: tokens[from]?.start ?? day.start };
};

const inWords = (tokens: readonly Token[], from: number): DateSlot | undefined => {
  const both = twoDays(tokens, from);
  if (both) return both;
  const first = wordAt(tokens, from);
  const dayFirst = dayAt(tokens, from);
  if (dayFirst) {
    const of = wordAt(tokens, dayFirst.to) === 'of' ? 1 : 0;
    const month = monthOf(wordAt(tokens, dayFirst.to + of));
    if (month === undefined) return undefined;
    const to = dayFirst.to + of + 1;
    const comma = wordAt(tokens, to) === ',' ? 1 : 0;
    const year = yearAt(tokens, to + comma);
    const { day } = dayFirst;
    if (year !== undefined) return dated(tokens, from, to + comma + 1, { day, month, year });
    const short = shortYearAt(tokens, to);
    return short !== undefined && !UNIT_WORDS.test(wordAt(tokens, to + 1))
      ? dated(tokens, from, to + 1, { day, month, year: short })
      : dated(tokens, from, to, { day, month });
  }
  const month = monthOf(first);
  if (month !== undefined && isMonthHere(tokens, from)) {
    const next = from + 1;
    const of = wordAt(tokens, next) === 'of' ? 1 : 0;
    const year = yearAt(tokens, next + of);
    if (year !== undefined) return dated(tokens, from, next + of + 1, { month, year });
    const day = dayAt(tokens, next);
    if (day && !UNIT_WORDS.test(wordAt(tokens, day.to))) {
      const comma = wordAt(tokens, day.to) === ',' ? 1 : 0;
      const behind = yearAt(tokens, day.to + comma);
      if (behind !== undefined) return dated(tokens, from, day.to + comma + 1, { month, day: day.day, year: behind });
      const short = shortYearAt(tokens, next);
      // `the october 28 meeting` may well be of that day, `the sept 24 cut` is of that year
      if (MOVE_NOUN.test(wordAt(tokens, day.to)) && !/^meeting/.test(wordAt(tokens, day.to)) && short !== undefined)
        return dated(tokens, from, day.to, { month, year: short });
      return dated(tokens, from, day.to, {
        month,
        day: day.day,
        ...(day.to === next + 1 && short !== undefined && short >= 2000 && { year: short, isAmbiguous: true as const }),
      });
    }
    return dated(tokens, from, next, { month });
  }
  if (WEEKDAY.test(first) && (first.length > 3 || tokens.length < 6)) {
    return dated(tokens, from, from + 1, { weekday: WEEKDAYS.indexOf(first.slice(0, 3)) + 1 });
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
  return period !== undefined && RELATIVE.test(wordAt(tokens, at))
    ? dated(tokens, at, at + 2, { said: `${wordAt(tokens, at)} ${period}` })
    : undefined;
};

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

/** A day, month, quarter or year from a token on. */
export const dateAt = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const word = wordAt(tokens, at);
  const edge = EDGES.get(word);
  if (edge !== undefined) {
    const skip = ['of', 'the'].filter((each, place) => wordAt(tokens, at + 1 + place) === each).length;
    if (word === 'eoy' || word === 'yearend') return dated(tokens, at, at + 1, { edge, said: 'year end' });
    const of = inWords(tokens, at + 1 + skip) ?? periodSaid(tokens, at + 1 + skip);
    if (of === undefined) return undefined;
    // "end of jun 25" is no end of a day
    const { day, isAmbiguous, ...month } = of;
    return dated(tokens, at, of.to, {
      ...(isAmbiguous ? month : { ...month, ...(day !== undefined && { day }) }),
      edge,
    });
  }
  if (word === 'year' && wordAt(tokens, at + 1) === 'end')
    return dated(tokens, at, at + 2, { edge: 'end', said: 'year end' });
  const said = periodSaid(tokens, at);
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
