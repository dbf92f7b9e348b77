import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import {
  type Amount,
  type DateSlot,
  isBefore,
  isOnly,
  marked,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  sizeOf,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { backOf, type Days, dayNamed, daysIn, lengthsIn } from '../days.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { HISTORY_WORDS } from './read-words.ts';

type Asked = Omit<FedHistoryQuestion, 'kind'>;
type Span = Pick<FedHistoryQuestion, 'from' | 'to' | 'back' | 'yearsAgo' | 'orEarlier'>;

interface Said {
  /** Sizes of moves that are asked for: `50bp cuts`. */
  readonly sizes: readonly Amount[];
  readonly utterance: Utterance;
  readonly phrases: Phrases;
  readonly days: Days;
  readonly lengths: ReturnType<typeof lengthsIn>;
  readonly places: readonly Place[];
  readonly span?: Span;
  readonly way?: FedWay;
}

const EARLIEST = isoDate('1900-01-01');
const CENTURY = 2000;
const [FIRST_SHORT_YEAR, LAST_SHORT_YEAR] = [0, 49];

/** `22-23` behind a word of moves: two years. */
const shortYears = (utterance: Utterance): readonly Amount[] => {
  const amounts = slotsOf(utterance, 'amount');
  const areYears =
    amounts.length === 2 &&
    amounts.every(
      ({ unit, value, isDecimal }) =>
        unit === undefined && !isDecimal && value >= FIRST_SHORT_YEAR && value <= LAST_SHORT_YEAR,
    ) &&
    /^(?:-|–|\/|to|and)$/.test(utterance.words[(amounts[0] as Amount).to] ?? '-') &&
    (amounts[1] as Amount).value > (amounts[0] as Amount).value;
  return areYears ? amounts : [];
};

const spanOf = (utterance: Utterance, days: Days, lengths: Said['lengths']): Span | undefined => {
  const { since, until, alone } = days;
  const spans = slotsOf(utterance, 'span');
  const [one, other] = alone;
  const saids = slotsOf(utterance, 'date').map(({ said }) => said);
  if (since) return { from: since.first, ...(until && { to: until.last }) };
  if (spans.some(({ toDate }) => toDate === 'year')) return { yearsAgo: 0 };
  if (saids.includes('this year')) return { yearsAgo: 0 };
  if (saids.includes('last year') && alone.length === 1 && !slotsOf(utterance, 'date').some(({ month }) => month))
    return { yearsAgo: 1 };
  const typed = spans.find(({ back }) => back)?.back;
  const back = (typed && backOf(typed.count, typed.unit)) ?? lengths[0]?.back;
  if (back) return { back };
  if (until) return { to: until.last };
  const years = shortYears(utterance);
  if (years[0] && years[1])
    return { from: isoDate(`${CENTURY + years[0].value}-01-01`), to: isoDate(`${CENTURY + years[1].value}-12-31`) };
  if (one && other) {
    const [first, last] = one.first < other.first ? [one, other] : [other, one];
    return { from: first.first, to: last.last };
  }
  return one && { from: one.first, to: one.last };
};

const wayOf = (phrases: Phrases): FedWay | undefined => {
  const ways = new Set(phrases.of('way').map(({ value }) => value as FedWay));
  const named = (['cut', 'hike', 'hold'] as const).filter((way) => ways.has(way));
  return named.length === 1 ? named[0] : named.length > 1 || ways.has('move') ? 'move' : undefined;
};

const MOST_SIZE = 300;
const SIZE_STEP = 25;
/** `when was the last 50bp cut`, `did they do 50`: of moves that were decided. */
const sizesSaid = (utterance: Utterance): readonly Amount[] =>
  slotsOf(utterance, 'amount').filter(
    ({ unit, value }) =>
      unit === 'bp' || (unit === undefined && value > 0 && value % SIZE_STEP === 0 && value <= MOST_SIZE),
  );

const saidIn = (utterance: Utterance, today: IsoDate | undefined, sense?: 0 | 1): Said => {
  const phrases = phrasesOf(utterance, HISTORY_WORDS);
  const days = daysIn(utterance, today, sense);
  const lengths = lengthsIn(utterance);
  const span = spanOf(utterance, days, lengths);
  const way = wayOf(phrases);
  const spans = slotsOf(utterance, 'span').filter(({ toDate, back }) => toDate ?? back);
  const times = slotsOf(utterance, 'count').filter(({ of }) => of === 'time');
  const directions = slotsOf(utterance, 'direction');
  // a number is accounted for by what asks for it, and not because a word of ours stands in it
  const numbers = numbersIn(utterance);
  const words = phrases.all.filter(
    ({ tag, ...mark }) => tag !== 'other' && !numbers.some((number) => overlaps(number, mark)),
  );
  return {
    sizes: sizesSaid(utterance),
    utterance,
    phrases,
    days,
    lengths,
    places: [...words, ...[...days.places, ...lengths, ...spans, ...times, ...directions, ...shortYears(utterance)]],
    ...(span && { span }),
    ...(way && { way }),
  };
};

/** Up to the day before something that is named: `before 2024`, `before the 2024 cuts`, `before this year`. */
const before = ({ phrases, days, utterance, span, way }: Said, of: FedWay | undefined): Span | undefined => {
  const [word] = phrases.of('before');
  const [one] = days.alone;
  if (!word || !one || !days.places.some(({ from }) => from >= word.to)) return span;
  if (slotsOf(utterance, 'date').some(({ said }) => said === 'this year')) return { yearsAgo: 1, orEarlier: true };
  const named = phrases.of('way').findLast(({ from }) => from > word.to)?.value;
  const isOfMove = named === 'cut' || named === 'hike';
  const start = isOfMove
    ? decisionsBetween(one.first, one.last).find(({ change }) => (named === 'cut' ? change < 0 : change > 0))?.on
    : undefined;
  return of === undefined && way === undefined ? span : { to: addDays(start ?? one.first, -1) };
};

/** `the last hike before the 2024 cuts`: the way that is asked is said first, or right behind `last`. */
const wayPicked = ({ phrases, way }: Said, tag: 'last' | 'first'): FedWay | undefined => {
  const marks = phrases.of(tag);
  const near = phrases.of('way').find((one) => isBefore(marks, [one], 2));
  return (near?.value as FedWay | undefined) ?? way;
};

const isPast = (phrases: Phrases): boolean => phrases.has('past');

const hasYearOrDay = ({ day, weekday, said }: DateSlot): boolean =>
  day !== undefined || weekday !== undefined || said === 'yesterday';

/** A month or a day on its own, and no longer stretch: a meeting. */
const meetingOf = ({ utterance, days }: Said): FedHistoryQuestion['meeting'] => {
  const [slot, ...more] = slotsOf(utterance, 'date').filter(
    ({ month, weekday, said }) => month !== undefined || weekday || said === 'yesterday',
  );
  const [one] = days.alone;
  if (slot === undefined || more.length > 0 || days.alone.length !== 1 || one === undefined) return undefined;
  const isDay = one.first === one.last;
  const month = Number(one.first.slice(5, 7));
  const hasYear =
    slot.year !== undefined ||
    slot.weekday !== undefined ||
    slot.said === 'yesterday' ||
    days.places.length < slotsOf(utterance, 'date').length;
  return {
    month,
    ...(hasYear && { year: yearOf(one.first) }),
    ...(isDay && hasYearOrDay(slot) && { day: Number(one.first.slice(8)) }),
  };
};

/** The meeting of the last move of that size. */
const lastOfSize = ({ sizes, way }: Said, today: IsoDate | undefined): Asked | undefined => {
  const [size] = sizes;
  if (!size || today === undefined || sizes.length > 1) return undefined;
  const found = decisionsBetween(EARLIEST, today).findLast(
    ({ change }) =>
      Math.abs(change) === sizeOf(size)?.bps && (way === 'cut' ? change < 0 : way === 'hike' ? change > 0 : true),
  );
  if (!found) return undefined;
  const [year, month, day] = found.on.split('-').map(Number) as [number, number, number];
  return { ask: 'meeting', ...(way && way !== 'move' && { way }), meeting: { month, year, day } };
};

const opening = (said: Said, today: IsoDate | undefined): Asked | undefined => {
  const { phrases, utterance, span, way, days, lengths } = said;
  const isOfFed = phrases.has('fed') || phrases.has('rate') || phrases.has('way', 'cut', 'hike', 'hold');
  if (!isOfFed) return undefined;
  if (phrases.has('cycle') && days.alone.length === 0 && !span) return { ask: 'cycle' };
  if (phrases.has('ever') && phrases.has('way', 'cut', 'hike', 'hold') && isPast(phrases)) {
    return { ask: 'moves', ...(way && { way }), ...(days.since && span) };
  }
  const isRange = phrases.has('rate') && !phrases.has('way', 'cut', 'hike', 'hold');
  if (isRange && lengths.some(({ isAgo }) => isAgo))
    return { ask: 'range', ...(lengths[0] && { back: lengths[0].back }) };
  const isThen = phrases.has('was') || slotsOf(utterance, 'date').some(({ year }) => year !== undefined);
  if (isRange && isThen && days.alone.length === 1 && !phrases.has('count') && !phrases.has('way'))
    return { ask: 'range', to: days.alone[0]?.last };
  if (phrases.has('lastTime') && !phrases.has('way', 'cut', 'hike', 'hold')) return { ask: 'meeting' };
  if (phrases.has('lastTime') && way && /^(?:did|have|has)$/.test(utterance.words[0] ?? ''))
    return { ask: 'meeting', way };
  const isPicked = (tag: 'last' | 'first'): boolean =>
    isBefore(phrases.of(tag), phrases.of('way'), 2) ||
    (tag === 'last' &&
      isBefore(phrases.of('way', 'cut', 'hike', 'hold'), phrases.of('last'), 1) &&
      utterance.words[0] === 'when');
  const sized = isPicked('last') || phrases.has('lastTime') ? lastOfSize(said, today) : undefined;
  if (sized) return sized;
  if (isPicked('last') && !phrases.has('count', 'count')) {
    const picked = wayPicked(said, 'last') ?? 'move';
    const limits = before(said, picked);
    return { ask: 'last', way: picked, ...limits };
  }
  if (isPicked('last') && utterance.words.some((word) => /^(?:big|large|size)$/.test(word))) {
    return { ask: 'last', way: wayPicked(said, 'last') ?? 'move', ...span };
  }
  if (isPicked('first') || (phrases.has('first') && way && utterance.words[0] === 'when')) {
    return span || isPast(phrases) ? { ask: 'first', way: wayPicked(said, 'first') ?? 'move', ...span } : undefined;
  }
  if (utterance.words[0] === 'when' && way && way !== 'hold' && isPast(phrases) && !span) return { ask: 'last', way };
  const meeting = phrases.has('count') ? undefined : meetingOf(said);
  if (meeting && (isPast(phrases) || phrases.has('way', 'move')) && !days.since && !days.until) {
    return { ask: 'meeting', ...(way && way !== 'move' && { way }), meeting };
  }
  const isCounted = phrases.has('count') || isPast(phrases) || phrases.has('way', 'cut', 'hike', 'hold');
  if (span && isCounted && (way || phrases.has('past'))) {
    // "cuts in december" may be to come
    const isMonth =
      days.alone.length === 1 && slotsOf(utterance, 'date').every(({ year }) => year === undefined) && !isPast(phrases);
    return isMonth && span.yearsAgo === undefined
      ? undefined
      : { ask: 'moves', ...(way && way !== 'move' && { way }), ...span };
  }
  const isYear = slotsOf(utterance, 'date').some(({ year, month }) => year !== undefined && month === undefined);
  return span && isYear && phrases.has('fed') && isOnly(utterance, said.places) ? { ask: 'moves', ...span } : undefined;
};

const withoutSpan = ({
  from: _,
  to: __,
  back: ___,
  yearsAgo: ____,
  orEarlier: _____,
  ...rest
}: FedHistoryQuestion): FedHistoryQuestion => rest;

/** `and in 2023?`, `and hikes?`, `when was that?`, `and before that?` */
const followUp = (said: Said, context: Context, today: IsoDate | undefined): Asked | undefined => {
  const { last } = context;
  const { phrases, span, way, places } = said;
  if (last.kind !== 'fed-history') {
    const isWhen =
      last.kind === 'fed' &&
      way === undefined &&
      /^when (?:was|did)/.test(said.utterance.words.join(' ')) &&
      isOnly(said.utterance, places);
    return isWhen ? { ask: 'last', way: 'move' } : undefined;
  }
  if (!isOnly(said.utterance, places)) return undefined;
  const { kind: _, ...same } = last;
  if (phrases.has('beforeThat') && !span && today) {
    const isMeant = ({ change }: { change: number }): boolean =>
      last.way === 'cut' ? change < 0 : last.way === 'hike' ? change > 0 : change !== 0;
    const until = last.to === undefined || last.to > today ? today : isoDate(last.to);
    const on = decisionsBetween(EARLIEST, until).findLast(isMeant)?.on;
    return on && { ask: 'last', way: last.way ?? 'move', to: addDays(on, -1) };
  }
  if (span) {
    const meeting = last.ask === 'meeting' ? meetingOf(said) : undefined;
    if (meeting) {
      const year = meeting.year ?? last.meeting?.year;
      return {
        ask: 'meeting',
        ...((way ?? last.way) ? { way: way ?? last.way } : {}),
        meeting: { ...meeting, ...(year && { year }) },
      };
    }
    if (last.ask === 'range')
      return span.back ? { ask: 'range', back: span.back } : { ask: 'range', to: span.to ?? span.from };
    const { kind: __, meeting: ___, ...rest } = withoutSpan(last);
    const ask =
      last.ask === 'meeting' || last.ask === 'cycle' || (last.ask === 'last' && phrases.has('count'))
        ? 'moves'
        : last.ask;
    return { ...rest, ask, ...(way && way !== 'move' && { way }), ...span };
  }
  if (way && way !== 'move') {
    const { meeting: __, ...rest } = same;
    return last.ask === 'cycle' ? { ask: 'last', way } : { ...(last.ask === 'meeting' ? same : rest), way };
  }
  if (phrases.has('when') || phrases.has('count')) return same;
  return undefined;
};

const isElsewhere = ({ utterance, phrases }: Said): boolean =>
  phrases.has('other') ||
  ['who', 'note', 'clock'].some((kind) =>
    utterance.slots.some(
      (slot) =>
        slot.kind === kind && !marked(utterance, 'fed').some((mark) => mark.from <= slot.from && slot.from < mark.to),
    ),
  ) ||
  marked(utterance, 'advice').length > 0 ||
  (marked(utterance, 'other').length > 0 &&
    !marked(utterance, 'other').every(({ value }) => value === 'tenor' && false));

const WAYS: Record<FedWay, string> = { cut: 'Cuts', hike: 'Hikes', hold: 'Holds', move: 'Moves' };
/** A question about the Fed's past as a button asks it. */
export const historyName = ({ ask, way = 'move', from, yearsAgo }: Asked): string => {
  const when = from ? ` since ${dayNamed(from)}` : yearsAgo === 0 ? ' this year' : '';
  const name =
    ask === 'last' || ask === 'first'
      ? `The ${ask} ${way}`
      : ask === 'moves'
        ? `${WAYS[way]}${when}`
        : { meeting: 'What the Fed did', range: 'The target range then', cycle: 'Cutting or hiking' }[ask];
  return name.slice(0, LONGEST_NAME);
};

/** The Fed by name, outside of what counts moves: `3 fed moves`. */
const namesOfFed = (utterance: Utterance): readonly Place[] =>
  marked(utterance, 'fed').filter((mark) => !numbersIn(utterance).some((number) => overlaps(number, mark)));

/** The table of moves and a meeting's outcome show every size. */
const sizesUsed = ({ sizes, phrases }: Said, { ask }: Asked): readonly Amount[] =>
  (ask === 'moves' || ask === 'meeting') && (isPast(phrases) || phrases.has('count') || phrases.has('last'))
    ? sizes
    : [];

/** Past decisions of the Fed: counted, the last or first, a meeting's outcome, the range on a day. */
export const readFedHistory: ReadTopic = (utterance, context, _library, known) => {
  const { today } = known;
  const readingOf = (said: Said, asks: Asked, isOffer = false): Reading => ({
    asks: { kind: 'fed-history', ...asks },
    name: historyName(asks),
    how: 'exact',
    uses: [...said.places, ...namesOfFed(utterance), ...sizesUsed(said, asks)],
    ...(isOffer && { isOffer: true as const }),
  });
  const read = (said: Said): Asked | undefined =>
    (context && !context.stale ? followUp(said, context, today) : undefined) ?? opening(said, today);
  const said = saidIn(utterance, today);
  if (isElsewhere(said) || strangeIn(utterance, said.places).length > 0) return [];
  const isCountAsked = /^how (?:many|often) /.test(utterance.words.join(' '));
  // "what does a 50bp cut in 2027 do" asks of a move that is none yet
  if (slotsOf(utterance, 'amount').some(({ unit }) => unit === 'bp') && !isPast(said.phrases) && !isCountAsked)
    return [];
  const { not } = said.days;
  if (not?.why === 'ambiguous-date') {
    return ([0, 1] as const).flatMap((sense) => {
      const meant = saidIn(utterance, today, sense);
      const asks = meant.days.not ? undefined : read(meant);
      return asks ? [readingOf(meant, asks, true)] : [];
    });
  }
  if (not?.why === 'no-such-date' && (said.phrases.has('fed') || said.way) && isPast(said.phrases)) {
    const words = utterance.typed.slice(not.slot.start, not.slot.end);
    return [
      {
        asks: { kind: 'unclear', reason: 'no-such-date', words },
        name: 'A day that exists',
        how: 'exact',
        uses: [wholeOf(utterance)],
      },
    ];
  }
  const asks = not ? undefined : read(said);
  return asks ? [readingOf(said, asks)] : [];
};
