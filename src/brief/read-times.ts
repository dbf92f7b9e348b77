import { MARKET_ZONE } from '../calendar/index.ts';
import { slotsOf } from '../language/index.ts';
import { type BriefText, numberTable, phraseAt, phraseTable, skipping, wordSet } from './read-text.ts';
import words from './words.json' with { type: 'json' };

/** A time of day among words, up to the word `to`. */
export type TimeRead =
  | {
      readonly kind: 'time';
      /** `07:30` */
      readonly time: string;
      /** True for `8`, `730` and `0.40`, which by themselves could be anything. */
      readonly isBare: boolean;
      /** Of a time that the exchange's session gives. */
      readonly zone?: string;
      /** It counts back from the open. */
      readonly isBeforeOpen?: true;
      readonly to: number;
    }
  /** Looks like one, and no clock shows it: `25:61`. */
  | { readonly kind: 'no-such-time'; readonly to: number }
  /** `before the open`, without saying how long. */
  | { readonly kind: 'open-ended'; readonly to: number };

const NAMED = phraseTable(words.namedTimes);
const HOURS = numberTable(words.hours);
const PAST_HOUR = numberTable(words.pastHour);

const MINUTES = 60;
const HOURS_A_DAY = 24;
const NOON = 12;

/** `7`, `7am`, `07:30`, `7.30pm`, `7h30`. */
const APART = /^(\d{1,2})(?:[:.h](\d\d))?(am|pm|a|p|h)?$/;
/** `0730`, `730pm`. */
const TOGETHER = /^(\d{1,2})(\d\d)(am|pm|a|p|h)?$/;
const BARE = /^(?:\d{1,3}|(?:19|20)\d\d|0\.\d\d)$/;
const GLUED = /^(?:[:.,]|[\d:.,]+|am|pm|a|p|h|h\d\d)$/;

const written = (minutes: number): string =>
  [Math.floor(minutes / MINUTES) % HOURS_A_DAY, minutes % MINUTES]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');

/** The hour from 0 to 23; undefined for one that no clock has. */
const hourOn = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined || half === 'h') return hour < HOURS_A_DAY ? hour : undefined;
  return hour < 1 || hour > NOON ? undefined : (hour % NOON) + (half.startsWith('p') ? NOON : 0);
};

/** `am`, `p.m.` behind a time. */
const halfAt = (words: readonly string[], at: number): { half: string; to: number } | undefined => {
  const [first = '', dot, second] = words.slice(at, at + 3);
  if (first === 'am' || first === 'pm') return { half: first, to: at + 1 };
  if (!/^[ap]$/.test(first)) return undefined;
  if (dot === 'm') return { half: `${first}m`, to: at + 2 };
  if (dot !== '.' || second !== 'm') return undefined;
  return { half: `${first}m`, to: words[at + 3] === '.' ? at + 4 : at + 3 };
};

const timeOf = (hour: number, minutes: number, half: string | undefined, to: number, isBare: boolean): TimeRead => {
  const on = hourOn(hour, half);
  if (on === undefined || minutes >= MINUTES) return { kind: 'no-such-time', to };
  return { kind: 'time', time: written(on * MINUTES + minutes), isBare, to };
};

/** Digits, with what is set onto them: `7h30`, `25:61`, `7 pm`. */
const inDigits = ({ words, utterance: { tokens } }: BriefText, at: number): TimeRead | undefined => {
  if (tokens[at]?.kind !== 'number' || tokens[at]?.isMoney) return undefined;
  let to = at + 1;
  const isPart = (place: number): boolean => {
    const next = /^[:.,]$/.test(words[place] ?? '') ? tokens[place + 1] : undefined;
    const isOpen = next === undefined ? /^[:.,]$/.test(words[place] ?? '') : !next.isGlued || next.kind !== 'number';
    return tokens[place]?.isGlued === true && GLUED.test(words[place] ?? '') && !isOpen;
  };
  while (isPart(to)) to += 1;
  let word = words.slice(at, to).join('');
  // "7 15"
  const next = words[to] ?? '';
  const isApart = to === at + 1 && /^\d{1,2}$/.test(word) && /^[0-5][05]$/.test(next) && LEADS.has(words[at - 1] ?? '');
  if (isApart) {
    word += `:${next}`;
    to += 1;
  }
  const half = /[apm]$/.test(word) ? undefined : halfAt(words, to);
  if (half) {
    word += half.half;
    to = half.to;
  } else if (tokens[to]?.isGlued && tokens[to]?.kind === 'word' && words[to] !== 'hrs') return undefined;
  else if (/^\d{4}$/.test(word) && /^(?:hrs|hours)$/.test(words[to] ?? '')) to += 1;
  const [, hours, minutes = '00', on] = APART.exec(word) ?? TOGETHER.exec(word) ?? [];
  if (hours === undefined) return { kind: 'no-such-time', to };
  return timeOf(Number(hours), Number(minutes), on, to, BARE.test(word));
};

const hourAt = ({ words, utterance: { tokens } }: BriefText, at: number): number | undefined => {
  const digits = tokens[at]?.kind === 'number' && /^\d{1,2}$/.test(words[at] ?? '') ? Number(words[at]) : undefined;
  return digits ?? HOURS.get(words[at] ?? '');
};

const LEADS = wordSet('at around about by @ past');

/** `half 7`, `quarter to eight`, `seven thirty`, `at seven`. */
const inWords = (text: BriefText, at: number): TimeRead | undefined => {
  const { words } = text;
  const isDigits = /^(?:5|10|20|25) (?:to|past)$/.test(words.slice(at, at + 2).join(' '));
  const part = isDigits ? { value: Number(words[at]), to: at + 1 } : phraseAt(PAST_HOUR, words, at);
  const side = part && /^(?:past|after|to|before)$/.exec(words[part.to] ?? '')?.[0];
  const hourPlace = part && side !== undefined ? part.to + 1 : part?.value === 30 ? part.to : undefined;
  const hour = hourPlace === undefined ? undefined : hourAt(text, hourPlace);
  if (part && hourPlace !== undefined && hour !== undefined && hour <= NOON) {
    const half = halfAt(words, hourPlace + 1);
    const isTo = side === 'to' || side === 'before';
    const whole = hourOn(hour, half?.half);
    const to = half?.to ?? hourPlace + 1;
    if (whole === undefined) return { kind: 'no-such-time', to };
    const minutes = whole * MINUTES + (isTo ? HOURS_A_DAY * MINUTES - part.value : part.value);
    return { kind: 'time', time: written(minutes), isBare: false, to };
  }
  const spelled = HOURS.get(words[at] ?? '');
  const whole = spelled ?? (/^\d{1,2}$/.test(words[at] ?? '') ? Number(words[at]) : undefined);
  if (whole === undefined) return undefined;
  const behind = phraseAt(PAST_HOUR, words, at + 1);
  const isBehind = behind !== undefined && /^(?:fif|twen|thir|for|ten)/.test(words[at + 1] ?? '');
  const half = halfAt(words, isBehind ? behind.to : at + 1);
  if (isBehind) return timeOf(whole, behind.value, half?.half, half?.to ?? behind.to, false);
  if (spelled === undefined) return undefined;
  const isSure = half !== undefined || words[at + 1] === 'oclock' || LEADS.has(words[at - 1] ?? '');
  return isSure ? timeOf(spelled, 0, half?.half, half?.to ?? at + 1, false) : undefined;
};

const LENGTHS = numberTable(words.lengths);
const SESSION = phraseTable(words.session);
const SIDES = phraseTable(words.sides);
const ARTICLES = wordSet('the a us');
/** Regular trading hours of the NYSE, minutes after midnight in New York. */
const BELLS = { open: 570, close: 960 } as const;
const MOST_AWAY = 8 * MINUTES;

/** A length of time that begins at a word, in minutes. */
const lengthOf = ({ words, utterance }: BriefText, at: number): { value: number; to: number } | undefined => {
  const slot = slotsOf(utterance, 'duration').find(({ from }) => from === at);
  const perUnit = slot?.unit === 'minute' ? 1 : slot?.unit === 'hour' ? MINUTES : undefined;
  const length = phraseAt(LENGTHS, words, at) ?? (slot && perUnit && { value: slot.count * perUnit, to: slot.to });
  return length && Number.isInteger(length.value) ? length : undefined;
};

const SHIFTS = numberTable(words.shifts);
const SHIFTS_AHEAD = numberTable(words.shiftsAhead);

/** `half an hour earlier`, `back half an hour`, `by an hour`: minutes, below zero for earlier; without them for `an hour before`, of what is not said. */
export const lengthAt = (text: BriefText, at: number): { minutes?: number; to: number } | undefined => {
  const { words } = text;
  // "bring it forward" is an order of its own
  const ahead = phraseAt(SHIFTS_AHEAD, words, SHIFTS_AHEAD.has(words[at - 1] ?? '') ? at - 1 : at);
  const by = ahead?.to ?? (words[at] === 'by' ? at + 1 : at);
  const length = lengthOf(text, by);
  if (ahead) return length && { minutes: length.value * ahead.value, to: length.to };
  const side = length && phraseAt(SHIFTS, words, length.to);
  if (!length || (!side && by === at) || phraseAt(SESSION, words, skipping(ARTICLES, words, side?.to ?? 0)))
    return undefined;
  if (!side) return { minutes: length.value, to: length.to };
  return { ...(side.value !== 0 && { minutes: length.value * side.value }), to: side.to };
};

/** `before the open`, where it is not said how long. */
const USUAL_BEFORE_OPEN = 60;

/** `half an hour before the open`, `at the close`: in New York, where the exchange is. */
const bySession = (text: BriefText, at: number): TimeRead | undefined => {
  const { words } = text;
  const length = lengthOf(text, at);
  const side = phraseAt(SIDES, words, length?.to ?? at);
  const bell = side && phraseAt(SESSION, words, skipping(ARTICLES, words, side.to));
  const read = (of: 'open' | 'close', away: number, to: number): TimeRead => ({
    ...{ kind: 'time' as const, time: written(BELLS[of] + away), isBare: false, zone: MARKET_ZONE, to },
    ...(of === 'open' && away <= 0 && { isBeforeOpen: true as const }),
  });
  if (!side || !bell) {
    return /^pre ?market$/.test(words[at] ?? '') ? read('open', -USUAL_BEFORE_OPEN, at + 1) : undefined;
  }
  if (side.value === 'at') return length ? undefined : read(bell.value, 0, bell.to);
  if (side.value === 'before' && bell.value === 'open' && !length) return read('open', -USUAL_BEFORE_OPEN, bell.to);
  if (!length || length.value > MOST_AWAY) return { kind: 'open-ended', to: bell.to };
  return read(bell.value, length.value * (side.value === 'before' ? -1 : 1), bell.to);
};

/** Reads the time of day that begins at a word. */
export const timeAt = (text: BriefText, at: number): TimeRead | undefined => {
  const named = NAMED.get(text.words[at] ?? '');
  if (named !== undefined) return { kind: 'time', time: named, isBare: false, to: at + 1 };
  return bySession(text, at) ?? inWords(text, at) ?? inDigits(text, at);
};

/** `stop the 7.30 in #macro`, `has the 0730 gone out yet`: a time that can only be a brief's. */
export const isNamedByTime = (text: BriefText): boolean =>
  text.words.some((word, at) => {
    const time = word === 'the' ? timeAt(text, at + 1) : undefined;
    const typed = time?.kind === 'time' ? text.words.slice(at + 1, time.to).join('') : '';
    return /^(?:\d{1,2}[.:][0-5][05]|[01]\d[0-5][05]|\d{1,2}(?:[.:]?[0-5]\d)?(?:am|pm))$/.test(typed);
  });

/** `twenty`, `ten`: of the hour of `was`, or, before one, of the hour that is nearest. */
export const timeInHour = (part: string, isTo: boolean, was: string): string | undefined => {
  const minutes = /^\d+$/.test(part) ? Number(part) : PAST_HOUR.get(part.replace('-', ' '));
  if (minutes === undefined) return undefined;
  const hour = Number(was.slice(0, 2)) * MINUTES;
  const isNext = Number(was.slice(3)) >= MINUTES / 2 - minutes / 2 && was.slice(3) !== '00';
  return written(isTo ? hour - minutes + (isNext ? MINUTES : 0) + HOURS_A_DAY * MINUTES : hour + minutes);
};

/** `8` said to be in the evening is 20:00. */
export const inTheAfternoon = (time: string): string => {
  const hour = Number(time.slice(0, 2));
  return time > '00:00' && hour < NOON ? `${hour + NOON}${time.slice(2)}` : time;
};

/** `4`, `ten past four` and `0.30` are of either half of the day; `04:00`, `4h30` and hours from six are not. */
export const isEitherHalf = (time: string, typed: string): boolean =>
  time < '06:00' && !/^(?:0|midnight)|\d ?h|\d ?[ap]\b|[ap]\.? ?m\b/i.test(typed);

const MORNING = wordSet('morning mornings overnight');
/** Whether it is said that a time is of the morning; a greeting says nothing. */
export const isOfMorning = ({ words }: BriefText): boolean =>
  words.some((word, at) => at > 0 && MORNING.has(word) && words[at - 1] !== 'good');
