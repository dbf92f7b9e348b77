import { dateFrom, nextSession, previousSession, yearOf } from '../../calendar/index.ts';
import {
  isBefore,
  lexiconOf,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { backOf, type Days, daysIn, lengthsIn, type Near } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Back, RotationQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

/** The words by which the ratio and its spans are asked about. */
export const SPAN_WORDINGS = lexiconOf(words);

/** The first cut of the cycle that began in 2024. */
export const FIRST_CUT = isoDate('2024-09-18');

/** What an utterance says of the ratio and of days, before it is known what is asked. */
export interface RotationWords {
  readonly utterance: Utterance;
  readonly phrases: Phrases;
  readonly days: Days;
  readonly places: readonly Place[];
  /** A start of a span, as far as one is said. */
  readonly start?: RotationQuestion;
  readonly ago?: Back;
  readonly isPerformance: boolean;
  readonly index?: 'rut' | 'spx';
  readonly level?: number;
  readonly distance?: NonNullable<RotationQuestion['distance']>;
}

export const BARE: RotationQuestion = { kind: 'rotation' };

const startOf = (
  phrases: Phrases,
  utterance: Utterance,
  lengths: ReturnType<typeof lengthsIn>,
): RotationQuestion | undefined => {
  const spans = slotsOf(utterance, 'span');
  // "28 november this year" is a day
  const isDay = slotsOf(utterance, 'date').some(
    ({ day, to }) => day && phrases.of('toDate').some(({ from }) => from === to),
  );
  const toDate = isDay ? undefined : (phrases.of('toDate')[0]?.value ?? spans.find((span) => span.toDate)?.toDate);
  if (toDate === 'year') return { ...BARE, ytd: true };
  if (toDate === 'quarter' || toDate === 'month') return { ...BARE, toDate };
  const last = phrases.of('sinceLast')[0]?.value;
  if (last) return { ...BARE, sinceLast: last as 'cut' | 'hike' | 'move' };
  // "since covid low" is of that low
  const named = phrases.of('sinceDay')[0]?.value;
  if (named) return { ...BARE, from: isoDate(named) };
  if (phrases.has('sinceEvent', 'covid')) return { ...BARE, sinceEvent: 'covid' };
  if (phrases.has('first')) return { ...BARE, from: FIRST_CUT };
  // "the past year and a half" is longer than the past year
  const isLonger = lengths.some(({ to }) => spans.some((span) => span.back && span.from < to && span.to < to));
  const typed = isLonger ? undefined : spans.find((span) => span.back)?.back;
  const back = (typed && backOf(typed.count, typed.unit)) ?? lengths.find(({ isAgo }) => !isAgo)?.back;
  if (back) return { ...BARE, back };
  const isYear = phrases.has('subject', 'pair') && /\ban? (?:year|yr)\W*$/.test(utterance.joined);
  const longest = lengths.some(({ isAgo }) => isAgo)
    ? undefined
    : (phrases.of('back')[0]?.value ?? (isYear && '1 year'));
  const [count, unit = ''] = (longest || '').split(' ');
  const length = backOf(Number(count), unit);
  if (length) return { ...BARE, back: length };
  const sessions = slotsOf(utterance, 'count').find(
    (slot) => slot.of === 'thing' && /^sessions$/.test(utterance.words[slot.to - 1] ?? ''),
  );
  return sessions ? { ...BARE, sessions: sessions.value } : undefined;
};

/** What a first day is called: `since the tariff low on 8 april 25`. */
export const startLabels = (phrases: Phrases, { words }: Utterance): readonly Place[] =>
  phrases.of('label').filter(({ from }) => /^(?:since|from|off)$/.test(words[from - 1] ?? ''));

/** `start it at the low, 8 april`: the low is what that day is called. */
const isDated = ({ slots }: Utterance, { since, until }: Days, mark: Place): boolean =>
  (since ?? until) !== undefined &&
  slots.some(({ kind, from }) => kind === 'date' && from >= mark.to && from - mark.to <= 1);

/** `its low in 2020`, `the top back in 2014`. */
export const isInPeriod = ({ words, slots }: Utterance, at?: number): boolean =>
  slots.some(
    ({ kind, from }) =>
      kind === 'date' &&
      /(?:^| )(?:in|during|of)$/.test(words.slice(0, from).join(' ')) &&
      (at === undefined || (from > at && from - at <= 3)),
  );

const distanceOf = (phrases: Phrases, utterance: Utterance, named: Days): RotationWords['distance'] => {
  const [mark] = phrases
    .of('distance')
    .filter((one) => ![...startLabels(phrases, utterance), ...phrases.of('sinceDay')].some((at) => overlaps(at, one)))
    .filter((one) => !isDated(utterance, named, one));
  const days = slotsOf(utterance, 'duration').find(
    ({ unit, from }) =>
      unit === 'day' && /^(?:its|the|their|vs|versus|against|above|below)$/.test(utterance.words[from - 1] ?? ''),
  );
  // "above its 50 day"
  if (mark === undefined && days && isBefore(phrases.of('away'), [days], 2))
    return { of: 'average', sessions: days.count };
  if (mark === undefined) return undefined;
  const isAway = isBefore(phrases.of('away'), [mark], 5) || phrases.of('away').some(({ from }) => from >= mark.to);
  // "this year's high", "the post-2020 high"
  const isOfPeriod =
    utterance.slots.some(({ kind, to }) => /^(?:date|span|duration)$/.test(kind) && to === mark.from) ||
    /^(?:highest|lowest)$/.test(utterance.words[mark.from] ?? '') ||
    // "12m high of it"
    lengthsIn(utterance).some(({ to }) => to === mark.from) ||
    phrases.of('toDate').some(({ to }) => to === mark.from) ||
    isInPeriod(utterance, mark.to);
  if (!isAway && !isOfPeriod && utterance.words.length > 5) return undefined;
  if (mark.value !== 'average') return { of: mark.value as 'high' | 'low' };
  const glued = /^(\d{2,3})(?:d|dma)$/.exec(utterance.words.slice(mark.from, mark.to).join(''));
  const amount = slotsOf(utterance, 'amount').find((one) => one.to === mark.from && Number.isInteger(one.value));
  const length = slotsOf(utterance, 'duration').find((one) => one.unit === 'day' && one.to === mark.from);
  const sessions = glued ? Number(glued[1]) : (length?.count ?? amount?.value);
  return { of: 'average', ...(sessions !== undefined && sessions >= 2 && { sessions }) };
};

/** `the day before the 2024 election`: the session next to the day that is named. */
const besideDay = (phrases: Phrases, utterance: Utterance, days: Days): Days => {
  const [mark, [one, other]] = [phrases.of('shift')[0], days.alone];
  const isOfDay = mark && slotsOf(utterance, 'date').some(({ from }) => from >= mark.to && from - mark.to <= 1);
  if (!isOfDay || !one || other || one.first !== one.last) return days;
  const session = mark.value === 'next' ? nextSession(one.first) : previousSession(one.first);
  const day = session.kind === 'session' ? session.date : one.first;
  return { ...days, alone: [{ first: day, last: day }] };
};

const END_OF_IT = /\b(?:to|until|till|through) (?:the )?end of (?:that|the same|the) year\b/;
const LEAST_LEVEL = 0.05;
const MOST_LEVEL = 2;

/** @param near days of the talk, which days without a year are next to */
export const rotationWordsIn = (
  utterance: Utterance,
  today: IsoDate | undefined,
  sense?: 0 | 1,
  near?: Near,
): RotationWords => {
  const phrases = phrasesOf(utterance, SPAN_WORDINGS);
  // "the day before the july 24 cpi" is one day
  const named = [...phrases.of('dayNamed'), ...phrases.of('sinceDay')];
  const slots = utterance.slots.filter((slot) => !named.some((mark) => overlaps(mark, slot)));
  const found = daysIn({ ...utterance, slots }, today, sense, near);
  // "from 20 feb 2020 to end of that year"
  const year = found.since && !found.until && END_OF_IT.test(utterance.joined) && yearOf(found.since.first);
  const ended = year ? { ...found, until: { first: dateFrom(year, 12, 31), last: dateFrom(year, 12, 31) } } : found;
  const days = besideDay(phrases, utterance, ended);
  const distance = distanceOf(phrases, utterance, days);
  const averages = phrases.of('distance', 'average');
  const isOfAverage = (place: Place): boolean =>
    distance?.of === 'average' && averages.some(({ from }) => from === place.to);
  const lengths = lengthsIn(utterance).filter(
    (one) => !isOfAverage(one) && !(distance?.of === 'average' && one.back.count === distance.sessions),
  );
  const start = startOf(phrases, utterance, lengths);
  const ago = lengths.find(({ isAgo }) => isAgo)?.back;
  // "leave out the s&p", "the russell without the s&p"
  const out = phrases.of('leftOut');
  const isLeft = ({ from }: Place): boolean =>
    out.some(({ to }) => to === from || (to === from - 1 && utterance.words[to] === 'the'));
  const sides = phrases.of('subject', 'rut', 'spx');
  const kept = sides.filter((mark) => !isLeft(mark));
  // "small caps" are companies too, but for how far they are from their high, or alone
  const isIndex = (mark: Place): boolean =>
    distance !== undefined || phrases.has('alone') || !phrases.of('loose').some((one) => overlaps(one, mark));
  const indexes = new Set(
    kept.length > 0
      ? kept.filter(isIndex).map(({ value }) => value)
      : sides.map(({ value }) => (value === 'rut' ? 'spx' : 'rut')),
  );
  const level = slotsOf(utterance, 'amount').find(
    ({ unit, value, isDecimal }) => unit === undefined && isDecimal && value >= LEAST_LEVEL && value <= MOST_LEVEL,
  );
  const isLevel =
    level &&
    /^(?:to|at|reach|hit|of|regain|about|back|see|until|the|and|\/)$/.test(utterance.words[level.from - 1] ?? '');
  const averaged = utterance.slots.filter(
    (slot) =>
      (slot.kind === 'duration' && distance?.of === 'average' && slot.count === distance.sessions) ||
      ((slot.kind === 'duration' || slot.kind === 'amount') && isOfAverage(slot)),
  );
  const spans = slotsOf(utterance, 'span').filter((span) => span.toDate ?? span.back);
  const counted = start?.sessions === undefined ? [] : slotsOf(utterance, 'count').filter(({ of }) => of === 'thing');
  // a number is accounted for by what asks for it, and not because a word of ours stands in it
  const numbers = numbersIn(utterance);
  const own = phrases.all.filter(
    (mark) =>
      !/^(?:other|alone|leftOut)$/.test(mark.tag) &&
      (/^(?:distance|toDate)$/.test(mark.tag) || !numbers.some((number) => overlaps(number, mark))),
  );
  const index = indexes.size === 1 && !phrases.has('subject', 'ratio') ? ([...indexes][0] as 'rut' | 'spx') : undefined;
  return {
    utterance,
    phrases,
    days,
    places: [
      ...own,
      ...(kept.length < sides.length ? out : []),
      ...days.places,
      ...lengths,
      ...averaged,
      ...spans,
      ...counted,
      ...(isLevel ? [level] : []),
    ],
    ...(start && { start }),
    ...(ago && { ago }),
    // "dont need the change"
    isPerformance: phrases.of('verb').some(({ from }) => !/^(?:need|want)$/.test(utterance.words[from - 2] ?? '')),
    ...(index && { index }),
    ...(isLevel && { level: level.value }),
    ...(distance && { distance }),
  };
};
