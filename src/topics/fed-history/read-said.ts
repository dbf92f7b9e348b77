import { addDays } from '../../calendar/index.ts';
import {
  type Amount,
  asTyped,
  isBefore,
  lexiconOf,
  type Matches,
  matcherOf,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  sizeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import {
  backOf,
  type Days,
  daysIn,
  insideOf,
  lengthsIn,
  moveBeside,
  type Period,
  runsUntil,
} from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { exceptedIn, guessedIn, isSize, levelIn, wayMeant } from './read-ways.ts';
import words from './words.json' with { type: 'json' };

/** Words that are ours, and words that only say how those are meant. */
const SAID = lexiconOf({ ...words.said, named: { ...words.said.named, ...words.chairs } });
const HINTS = lexiconOf(words.hints);
/** Who chaired the Fed, by the days from which and to which: a time that only the Fed's record has. */
const CHAIR = lexiconOf({ chair: words.chairs });

export type PastAsked = Omit<FedHistoryQuestion, 'kind'>;
export type PastSpan = Pick<FedHistoryQuestion, 'from' | 'to' | 'back' | 'yearsAgo' | 'orEarlier'>;

/** What a text says of the Fed's past. */
export interface HistoryWords extends Pick<Phrases, 'of' | 'has'> {
  /** The text with its years written out. */
  readonly utterance: Utterance;
  readonly today: IsoDate | undefined;
  readonly days: Days;
  readonly lengths: ReturnType<typeof lengthsIn>;
  /** Sizes of moves that are asked for: `50bp cuts`. */
  readonly sizes: readonly Amount[];
  /** Which moves alone are asked for. */
  readonly only: Pick<FedHistoryQuestion, 'sizeBps' | 'orMore' | 'month' | 'unscheduled' | 'except'>;
  /** A level of the target that is spoken of, percent, with its places: `5.25-5.50`, `zero`. */
  readonly level?: { readonly percent: number; readonly places: readonly Place[] };
  /** Everything that is ours but numbers. */
  readonly places: readonly Place[];
  readonly span?: PastSpan;
  /** The span with both ends, where what lies inside is meant. */
  readonly wide?: PastSpan;
  readonly way?: FedWay;
  readonly isPast: boolean;
  /** A cut, a hike or a hold is named. */
  readonly isWay: boolean;
  /** Whether a pattern of such words holds. */
  readonly is: Matches;
}

/** `the 2022 cycle`, `the last hiking cycle`: from its first move to its last; one move is no cycle. */
const cycleSpan = (way: FedWay | undefined, period: Period | undefined, today: IsoDate): PastSpan | undefined => {
  const run = runsUntil(today).findLast(
    (one) =>
      (!way || way === 'move' || one.way === way) &&
      one.count > 1 &&
      (!period || (one.from <= period.last && one.to >= period.first)),
  );
  return run && { from: run.from, to: run.to };
};

const TWO_YEARS = /^(\d\d)(\d\d)-(\d\d)$/;
const wholeYears = (from: string, to: string = from): PastSpan => ({
  from: isoDate(`${from}-01-01`),
  to: isoDate(`${to}-12-31`),
});

const spanOf = (
  utterance: Utterance,
  { since, until, alone }: Days,
  lengths: HistoryWords['lengths'],
  { of, has }: Phrases,
  today: IsoDate | undefined,
): PastSpan | undefined => {
  const spans = slotsOf(utterance, 'span');
  const dates = slotsOf(utterance, 'date');
  const [one, other] = alone;
  const isSaid = (words: string): boolean => dates.some(({ said }) => said === words) && !dates.some((at) => at.month);
  const years = TWO_YEARS.exec(dates.map((slot) => asTyped(utterance, slot)).join());
  if (years) return wholeYears(`${years[1]}${years[2]}`, `${years[1]}${years[3]}`);
  // "first cut after 2023", "hikes after july 2023": from what lies behind it
  const isAfter = spans.some(({ from, since: start }) => start && utterance.words[from] === 'after');
  if (since)
    return { from: isAfter && !until ? addDays(since.last, 1) : since.first, ...(until && { to: until.last }) };
  if (spans.some(({ toDate }) => toDate === 'year') || isSaid('this year')) return { yearsAgo: 0 };
  if (isSaid('last year') && !other) return { yearsAgo: 1 };
  const isLonger = lengths.some(({ to }) => spans.some((one) => one.back && one.from < to && one.to < to));
  const typed = isLonger ? undefined : spans.find(({ back }) => back)?.back;
  const back = (typed && backOf(typed.count, typed.unit)) ?? lengths[0]?.back;
  if (back) return { back };
  if (until) return { ...(one && { from: one.first }), to: until.last };
  if (one && other) {
    const [firsts, lasts] = [alone.map(({ first }) => first).sort(), alone.map(({ last }) => last).sort()];
    return { from: firsts[0] as IsoDate, to: lasts.at(-1) as IsoDate };
  }
  if (!one) {
    // "when was the last emergency move, covid?" puts a guess behind
    const [named, second] = of('named');
    const isGuess = /,\s*\S+\?$/.test(utterance.typed.trim()) && utterance.words[(named?.from ?? 0) - 1] === ',';
    const [from, to] = (isGuess ? undefined : named)?.value.split('/') ?? [];
    // "cuts under powell before covid": what lies in both
    const [start = '', end = ''] = second && !isGuess ? second.value.split('/') : [];
    const isBefore = utterance.words[(second?.from ?? 0) - 1] === 'before';
    if (from && start) {
      const first = isBefore || start === end || start < from ? from : start;
      const last = isBefore ? addDays(isoDate(start), -1) : [end, to].filter(Boolean).toSorted()[0];
      return { from: isoDate(first), ...(last && { to: isoDate(last) }) };
    }
    // "the first hike after the covid cuts"
    if (to && from !== to && /^(?:after|following)$/.test(utterance.words[(named?.from ?? 0) - 1] ?? ''))
      return { from: addDays(isoDate(to), 1) };
    return from || to ? { ...(from && { from: isoDate(from) }), ...(to && { to: isoDate(to) }) } : undefined;
  }
  // the back end of a year is part of it, where moves are asked about
  const [date] = dates;
  if (one.first === one.last && date?.edge && !date.month && has('way')) return wholeYears(one.first.slice(0, 4));
  // "since that first one in sept 24"
  const isSince = utterance.words
    .slice(0, date?.from)
    .slice(-5)
    .join(' ')
    .match(/(?:^| )(?:since|from)(?: (?!fed |they |them )\S+)*$/);
  const isOpen = isSince !== null || (today !== undefined && one.last >= today && one.first <= today);
  return { from: one.first, ...(!isOpen && { to: one.last }) };
};

/** A calendar year, or several. */
export const isYear = ({ from, to, yearsAgo }: PastSpan): boolean =>
  yearsAgo !== undefined || (from?.endsWith('-01-01') === true && to?.endsWith('-12-31') === true);

/**
 * @param sense which of two senses an ambiguous day is taken in
 * @param place which day alone is meant: `2005 or 2018`
 */
export const historyWordsIn = (
  typed: Utterance,
  today: IsoDate | undefined,
  sense?: 0 | 1,
  place?: 0 | 1,
): HistoryWords => {
  const phrases = phrasesOf(typed, SAID);
  const hints = phrasesOf(typed, HINTS);
  const chairs = phrasesOf(typed, CHAIR).all;
  const lengthsSaid = [...phrases.of('howLong'), ...phrases.of('gap')];
  const sizesSaid = slotsOf(typed, 'amount').filter(({ unit }) => unit !== undefined);
  const beside = moveBeside(typed, today);
  const of: Phrases['of'] = (tag, ...values) =>
    (tag === 'chair' ? chairs : [...phrases.of(tag, ...values), ...hints.of(tag, ...values)]).filter(
      // "how many days" counts no moves, nor does the unit of a size
      (mark) =>
        (tag !== 'count' || ![...lengthsSaid, ...sizesSaid].some((one) => overlaps(one, mark))) &&
        !(beside && overlaps(beside, mark)),
    );
  const has: Phrases['has'] = (...asked) => of(...asked).length > 0;
  const excepted = exceptedIn(typed, phrases);
  const left = [...excepted.places, ...guessedIn(typed, of), ...(beside ? [beside] : [])];
  const utterance = { ...typed, slots: typed.slots.filter((slot) => !left.some((one) => overlaps(one, slot))) };
  const found = daysIn(utterance, today, sense);
  // "when lehman went, 15 sep 08" is one day
  const different = found.alone.filter(
    ({ first, last }, at) => found.alone.findIndex((one) => one.first === first && one.last === last) === at,
  );
  const alone = place === undefined ? different : different.slice(place, place + 1);
  const day = beside && { first: beside.on, last: beside.on };
  const isEnd = /^(?:before|until|till|to|of)$/.test(typed.words[(beside?.from ?? 0) - 1] ?? '');
  const days = { ...found, alone: day && isEnd ? [day] : alone, ...(day && !isEnd && { since: day }) };
  const lengths = lengthsIn(utterance);
  const way = wayMeant(utterance, { ...phrases, of, has });
  const [first, last = first] = [alone[0], alone.at(-1)];
  const period = first && last && { first: first.first, last: last.last };
  const isCycle =
    today !== undefined &&
    !has('there', 'run') &&
    (way ? has('cycle') : has('cycle', 'cycle')) &&
    (period !== undefined || has('last'));
  const inside = insideOf(utterance, days, way);
  const wide = spanOf(utterance, days, lengths, phrases, today);
  const span = (isCycle && cycleSpan(way, period, today)) || (inside ?? wide);
  const spans = slotsOf(utterance, 'span').filter(({ toDate, back }) => toDate ?? back);
  const inARow = has('inARow') ? slotsOf(utterance, 'amount').filter(({ value }) => value < 10) : [];
  const counts = slotsOf(utterance, 'count').filter(({ of: counted }) => counted === 'time');
  const isPart = (one: Amount): boolean => one.isFraction && isBefore(of('moreThan'), [one], 1);
  const level = slotsOf(utterance, 'amount').some(isPart) ? undefined : levelIn(utterance, phrases);
  const sizes = level
    ? []
    : slotsOf(utterance, 'amount').filter((one) => (isSize(one) || isPart(one)) && !inARow.includes(one));
  const [sized] = of('sized');
  const size = sizes.length === 1 && sizes[0] ? sizeOf(sizes[0])?.bps : sized && Number(sized.value);
  // a number is accounted for by what asks for it, and not because a word of ours stands in it
  const ours = phrases.all.filter((mark) => !numbersIn(utterance).some((number) => overlaps(number, mark)));
  return {
    ...{ utterance, today, of, has, days, lengths, sizes },
    only: {
      ...(size !== undefined && { sizeBps: Math.abs(size), ...(has('orMore') && { orMore: true as const }) }),
      // "bigger than 25": those of 25 and more, without those of 25
      ...(size !== undefined &&
        isBefore(of('moreThan'), sizes, 1) && { orMore: true as const, except: { sizeBps: Math.abs(size) } }),
      ...(has('unscheduled') && { unscheduled: true as const }),
      ...(excepted.except && { except: excepted.except }),
    },
    ...(level && { level }),
    places: [
      ...[...ours, ...days.places, ...lengths, ...spans, ...left],
      ...[...counts, ...inARow, ...slotsOf(utterance, 'direction')],
    ],
    ...(span && { span }),
    ...(inside && wide && { wide }),
    ...(way && { way }),
    isPast: has('past') || beside !== undefined,
    isWay: has('way', 'cut', 'hike', 'hold'),
    is: matcherOf(utterance, { all: phrases.all, of, has }),
  };
};
