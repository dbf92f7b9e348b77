import { type IsoDate, isIsoDate } from '../units.ts';
import type { DateSlot, Span } from './slots.ts';
import { spanOver, type Token, wordAt } from './tokens.ts';

const MONTH_STEMS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
export const WEEKDAY_STEMS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const WEEKDAY =
  /^(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?$/;
const ORDINAL = /^(?:st|nd|rd|th)$/;
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
/** Days that people name in place of a date, of every year or of one. */
export const NAMED_DAYS: ReadonlyMap<string, { readonly month: number; readonly day: number; readonly year?: number }> =
  new Map(
    (
      [
        ['halloween', 10, 31],
        ['xmas eve|christmas eve', 12, 24],
        ['xmas|christmas', 12, 25],
        ['boxing day', 12, 26],
        ['nye|new years eve|new year eve', 12, 31],
        ['new years day|new year day|new yrs day|new years|new yrs', 1, 1],
        ['thanksgiving', 11, 27],
        ['valentines', 2, 14],
        ['liberation day', 4, 2, 2025],
        ['trump was sworn in|he was sworn in|trump took office|he took office|he was inaugurated', 1, 20, 2025],
        ['trump was inaugurated|trumps inauguration|trump inauguration|the inauguration|inauguration', 1, 20, 2025],
        ['chatgpt came out|chatgpt launched|chatgpt was released|chatgpt launch|chatgpt release', 11, 30, 2022],
        ['the brexit vote|brexit vote|brexit referendum|the brexit referendum|brexit day|day of brexit', 6, 23, 2016],
        ['lehman|lehman collapsed|lehman went under|lehman failed', 9, 15, 2008],
        ['svb|svb failed|svb collapsed', 3, 10, 2023],
      ] as const
    ).flatMap(([phrases, month, day, year]) =>
      phrases.split('|').map((phrase) => [phrase, { month, day, ...(year !== undefined && { year }) }] as const),
    ),
  );
export const LONGEST_NAMED = 4;
const FIRST_YEAR = 1950;
const LAST_YEAR = 2049;

export const monthOf = (word: string): number | undefined =>
  MONTH.test(word) ? MONTH_STEMS.indexOf(word.slice(0, 3)) + 1 : undefined;

export const plainInteger = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  return token?.kind === 'number' && !token.isMoney && token.sign === '' && /^\d+$/.test(token.word)
    ? Number(token.word)
    : undefined;
};

/** `2024`, `'24`; not a year where something counts or measures it. */
export const yearAt = (tokens: readonly Token[], at: number): number | undefined => {
  const value = plainInteger(tokens, at);
  const next = tokens[at + 1];
  if (value === undefined || (next?.isGlued === true && next.kind === 'word')) return undefined;
  return value >= FIRST_YEAR && value <= LAST_YEAR && wordAt(tokens, at).length === 4 ? value : undefined;
};
export const shortYearAt = (tokens: readonly Token[], at: number): number | undefined => {
  const value = plainInteger(tokens, at);
  return value !== undefined && wordAt(tokens, at).length === 2 && value <= 49 ? 2000 + value : undefined;
};

const MEASURED =
  /^(?:bps?|beeps?|bips?|basis|points?|pts?|%|percent|pct|increments?|steps?|clips?|x|times|cuts?|hikes?|moves?|min|mins|minutes?|hours?|days?|weeks?|months?|mos?|years?|yrs?|degrees|of|lower|higher|less|more|off|down|up)$/;
const [NEWEST_SHORT, OLDEST_SHORT] = [29, 88];
const TAKES_IN =
  /^(?:price|prices|priced|pricing|factor|put|throw|chuck|bung|pencil|penciled|pencilled|plug|type|stick|all|add|come|comes|came|get|back)$/;
const OF_YEAR =
  /^(?:meetings?|fomc|decisions?|dates|calendar|schedule|projections|dots|end|rest|start|beginning|summer|winter|spring|autumn|easing|tightening)$/;
/** `sum of 24`, `all cuts of 24`: no size that moves have. */
const OF_YEAR_TOO = /^(?:sum|total|all)$/;
const YEAR_BEFORE = /^(?:meetings|mtgs|dates|calendar|schedule)$/;
const COUNTED = /^(?:last|next|past|first|previous|coming|of|by|over|after|within)$/;
const NEWEST_COUNT = 18;
const NTH = /^(?:first|second|third|last|final|largest|biggest)$/;

/**
 * `meeting of 27`, `down over 26`, `in 05`, `04 thru 06`: two digits where a year stands and no size does.
 * A size that moves have, `over 25`, `between 10 and 20`, stays a number.
 */
export const yearSaidShort = (tokens: readonly Token[], at: number): number | undefined => {
  const short = (place: number): number | undefined => {
    const value = plainInteger(tokens, place);
    const next = tokens[place + 1];
    // "08 cuts all in": a count has no zero in front
    const isZero = /^0\d$/.test(wordAt(tokens, place)) && /^(?:cuts?|hikes?|moves?)$/.test(wordAt(tokens, place + 1));
    const isMeasured =
      (!isZero && MEASURED.test(wordAt(tokens, place + 1))) || (next?.isGlued === true && next.kind === 'word');
    const isDay = monthOf(wordAt(tokens, place + 1)) !== undefined;
    return value !== undefined &&
      wordAt(tokens, place).length === 2 &&
      (value <= NEWEST_SHORT || value >= OLDEST_SHORT) &&
      !isMeasured &&
      !isDay
      ? value
      : undefined;
  };
  const value = short(at);
  if (value === undefined) return undefined;
  const [lead, before, third] = [1, 2, 3].map((back) => wordAt(tokens, at - back)) as [string, string, string];
  const isSize = value % 5 === 0 && value > 9;
  const isPair = (first: number, link: string, second: number): boolean => {
    const [one, other] = [short(first), short(second)];
    const isOpen = /^(?:thru|through)$/.test(link) || (link === 'and' && wordAt(tokens, first - 1) === 'between');
    const isZero = /^0/.test(wordAt(tokens, first)) && /^(?:to|till|until|-|\u2013)$/.test(link);
    return (
      one !== undefined && other !== undefined && other > one && (isZero || (isOpen && (one % 5 > 0 || other % 5 > 0)))
    );
  };
  // "total cuts 24 25": no two sizes stand side by side
  let head = at;
  while (short(head - 1) !== undefined && short(head - 1) === (short(head) ?? 0) - 1) head -= 1;
  const isBeside =
    value > 9 &&
    (short(at + 1) === value + 1 || head < at) &&
    !/^(?:compare|cut|hike|by)$/.test(wordAt(tokens, head - 1));
  const isListed = /^(?:and|&|-|to)$/.test(lead) && !isSize && (yearSaidShort(tokens, at - 2) ?? NaN) < 2000 + value;
  const isYear =
    isBeside ||
    (/^0\d$/.test(wordAt(tokens, at)) && /^(?:cuts?|hikes?|moves?)$/.test(wordAt(tokens, at + 1))) ||
    isListed ||
    isPair(at, wordAt(tokens, at + 1), at + 2) ||
    isPair(at - 2, lead, at) ||
    lead === 'during' ||
    // "like summer 24"
    (/^(?:spring|summer|autumn|winter)$/.test(lead) && (!isSize || /^(?:like|since|of)$/.test(before))) ||
    // "how many cuts by 27"
    (lead === 'by' &&
      !isSize &&
      tokens.some(({ word }, place) => word === 'how' && wordAt(tokens, place + 1) === 'many')) ||
    (lead === 'since' && value > 9 && wordAt(tokens, at + 1) !== '/') ||
    (lead === 'in' && (!TAKES_IN.test(before) || (before === 'back' && !isSize))) ||
    (lead === 'over' && !isSize) ||
    // "no. of cuts 24", "hikes 22": sizes are of one move
    (/^(?:cuts|hikes|moves|meetings|decisions)$/.test(lead) &&
      !isSize &&
      !/^[\d+&/–-]/.test(wordAt(tokens, at + 1)) &&
      !/^(?:compare|two|three|fed|fomc|powell|it|he|they|who|if|when|bank|board|reserve|and|then)$/.test(before)) ||
    /^(?:ended|finished|closed)$/.test(lead) ||
    (lead === 'end' && /^(?:|by|to|till|until|at|the|and|from|since)$/.test(before)) ||
    // "all the 27 meetings"
    (value >= NEWEST_COUNT &&
      (YEAR_BEFORE.test(wordAt(tokens, at + 1)) ||
        (/^(?:meeting|fed|fomc|rate)$/.test(wordAt(tokens, at + 1)) && YEAR_BEFORE.test(wordAt(tokens, at + 2)))) &&
      !COUNTED.test(lead) &&
      monthOf(lead) === undefined) ||
    (lead === 'of' &&
      (OF_YEAR.test(before) ||
        (!isSize && (OF_YEAR_TOO.test(before) || (/^(?:moves|hikes|cuts)$/.test(before) && OF_YEAR_TOO.test(third)))) ||
        ((before === 'half' || (!isSize && MOVE_NOUN.test(before))) && NTH.test(third))));
  return isYear ? (value >= OLDEST_SHORT ? 1900 : 2000) + value : undefined;
};

export const dayOfMonthAt = (tokens: readonly Token[], at: number): { day: number; to: number } | undefined => {
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

export const UNIT_WORDS = /^(?:bps?|bips?|basis|%|percent|pct|points?|pts?|x)$/;
export const MOVE_NOUN = /^(?:cut|cuts|hike|hikes|move|meeting|fomc|decision|trim|rise|raise|jumbo|liftoff)$/;
const BY = '^(?:the |that |fed |fomc |rate |they |first |last |it )*';
const EVENTS = [
  [
    'cut',
    new RegExp(`${BY}(?:cut|trim|eased|lowered|(?:came|went|moved) down|(?:put|took|brought) (?:it |rates )?down)`),
  ],
  [
    'hike',
    new RegExp(`${BY}(?:hike|rise|raise|liftoff|tightened|(?:went|moved) up|(?:put|took|brought) (?:it |rates )?up)`),
  ],
  ['meeting', /^(?:meeting|fomc|decision|jumbo)$/],
] as const;
/** What `cut`, `they raised rates` or `meeting` says of the day beside it. */
export const eventOf = (words: string): DateSlot['event'] | undefined => EVENTS.find(([, is]) => is.test(words))?.[0];

/** `the sept fed`, `the july 24 fed cut`: a month's meeting by whose it is. */
export const ofFed = (tokens: readonly Token[], from: number, to: number): DateSlot['event'] => {
  const [lead, word, next] = [from - 1, to, to + 1].map((at) => wordAt(tokens, at)) as [string, string, string];
  if (!/^(?:fed|feds)$/.test(word) || !/^(?:the|last|that)$/.test(lead)) return undefined;
  if (MOVE_NOUN.test(next)) return eventOf(next) ?? 'meeting';
  return /^(?:|to|until|till|and|now|[?.,!;]|vs|please|pls|day|thing|date)$/.test(next) ? 'meeting' : undefined;
};

type Parts = Omit<DateSlot, keyof Span | 'kind' | 'duty' | 'date'>;

export const dated = (tokens: readonly Token[], from: number, to: number, parts: Parts): DateSlot => {
  const { year, month, day } = parts;
  const isWhole = year !== undefined && month !== undefined && day !== undefined && !parts.isAmbiguous;
  const text = isWhole ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : '';
  const event = eventOf(wordAt(tokens, to)) ?? (parts.month ? ofFed(tokens, from, to) : undefined);
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
export const dayAndMonth = (tokens: readonly Token[], at: number): DateSlot | undefined => {
  const [one, other] = [plainInteger(tokens, at), plainInteger(tokens, at + 2)];
  const isGlued = wordAt(tokens, at + 1) === '/' && tokens[at + 1]?.isGlued && tokens[at + 2]?.isGlued;
  if (one === undefined || other === undefined || !isGlued || wordAt(tokens, at + 3) === '/') return undefined;
  const isFraction = one < other && [2, 3, 4, 5, 8].includes(other);
  const isDay = one >= 1 && other >= 1 && Math.max(one, other) <= 31 && Math.min(one, other) <= 12;
  if (isFraction || !isDay || UNIT_WORDS.test(wordAt(tokens, at + 3))) return undefined;
  const [day, month] = one > 12 ? [one, other] : [other, one];
  return dated(tokens, at, at + 3, { day, month, ...(one <= 12 && other <= 12 && { isAmbiguous: true as const }) });
};

export const inSigns = (tokens: readonly Token[], at: number): DateSlot | undefined => {
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
export const isMonthHere = (tokens: readonly Token[], at: number): boolean => {
  const word = wordAt(tokens, at);
  // "have the SEP", "an updated sep": the projections
  const [lead, before, behind] = [wordAt(tokens, at - 1), wordAt(tokens, at - 2), wordAt(tokens, at + 1)];
  if (
    word === 'sep' &&
    /^(?:|\?|,|next|in|this|again|please|pls|then|meetings?)$/.test(behind) &&
    (/^(?:an?|has|have|get|gets|with|new|updated)$/.test(lead) ||
      (lead === 'the' && /^(?:has|have|get|gets|with|includes?|come|comes|when|whens|publish|release)$/.test(before)))
  )
    return false;
  if (word === 'may' && /^(?:i|we|one|you)$/.test(behind)) return false;
  if (word !== 'may' && word !== 'mar' && word !== 'march' && word !== 'dec' && word !== 'sun') return true;
  return (
    /^(?:in|since|by|until|till|from|to|between|during|around|btw|last|next|this|of|the|for|early|late|mid|end|and|or|before|after|,|then|no|nope|not|sorry|meant|mean|actually)$/.test(
      wordAt(tokens, at - 1),
    ) ||
    tokens[at + 1]?.kind === 'number' ||
    // "25 up dec", "take march out"
    (word !== 'may' &&
      /^(?:up|down|off|lower|higher|less|more|point|pt|bps?|another|qtr|quarter|half|take|drop|skip|lose|without|hold|hike|cut|if)$/.test(
        wordAt(tokens, at - 1),
      )) ||
    (word !== 'may' && /^(?:not|instead|rather)$/.test(wordAt(tokens, at + 1))) ||
    tokens[at - 1]?.kind === 'number' ||
    tokens.length <= 2
  );
};
