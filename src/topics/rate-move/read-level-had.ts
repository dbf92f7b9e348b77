import { dateFrom } from '../../calendar/index.ts';
import { decisionsBetween, targetRangeOn } from '../../fed/index.ts';
import {
  asTyped,
  hasAny,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  numbersIn,
  overlaps,
  type Place,
  phrasesOf,
  rateWays,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { isIsoDate, isoDate } from '../../units.ts';
import type { Reading } from '../reading.ts';
import { moveReading, type Turned, wordsOfChanges, wordsOfMove } from './read-turned.ts';
import words from './words.json' with { type: 'json' };

/** Levels that the Fed's range had: `the 23 peak`, `where it ended 2019`, `back there` behind a range of the record. */

type Range = readonly [lower: number, upper: number];

const LEXICON = lexiconOf(words.level);

const CENTURY = 2000;
const MOST_BACK = 40;

/** `2019`, `where they were in 23`, or `the 22 one` behind a range of the record. */
const yearIn = (utterance: Utterance, isShort: boolean): (Place & { readonly year: number }) | undefined => {
  const [date, second] = slotsOf(utterance, 'date').filter(({ year, month }) => year !== undefined && !month);
  if (date?.year && !second) return { year: date.year, from: date.from, to: date.to };
  const [amount, other] = slotsOf(utterance, 'amount').filter((one) => /^[0-3]\d$/.test(asTyped(utterance, one)));
  return isShort && amount && !other ? { year: CENTURY + amount.value, from: amount.from, to: amount.to } : undefined;
};

const rangeOn = (on: string): Range | undefined => {
  const range = isIsoDate(on) ? targetRangeOn(isoDate(on)) : undefined;
  return range?.kind === 'range' ? [range.lower, range.upper] : undefined;
};

/** Each level of a year that such words may name, the likeliest first. */
const rangesOf = (year: number, level: string): readonly Range[] => {
  const [first, last] = [dateFrom(year, 1, 1), dateFrom(year, 12, 31)];
  const start = rangeOn(first);
  const all: readonly Range[] = [
    ...(start ? [start] : []),
    ...decisionsBetween(first, last).map(({ lower, upper }) => [lower, upper] as const),
  ].toSorted(([, one], [, other]) => one - other);
  const end = rangeOn(last);
  const named: ReadonlyMap<string, Range | undefined> = new Map([
    ['highest', all.at(-1)],
    ['lowest', all[0]],
    ['end', end],
    ['start', start],
  ]);
  const meant = level === 'any' ? [end, start] : [named.get(level)];
  const ranges = meant.filter((one) => one !== undefined);
  return ranges.filter(([, upper], at) => ranges.findIndex(([, other]) => other === upper) === at);
};

/** `back to the 23 peak`, `what gets us back there`: the move from today's range to that one; two where the year had two. */
export const levelHad = (turned: Turned): readonly Reading[] => {
  const { utterance, context, known, figures } = turned;
  const { targetLower: lower, targetUpper: upper, today } = known;
  const { last } = context ?? {};
  const record = last?.kind === 'fed-history' && last.ask === 'range' ? last : undefined;
  const isOfRecord = record !== undefined || context?.history?.ask === 'range';
  const phrases = phrasesOf(utterance, LEXICON);
  const [level] = phrases.of('level');
  const isRatio = marked(utterance, 'ratio').some((mark) => !level || !overlaps(mark, level));
  if (lower === undefined || upper === undefined || !today || isRatio || hasAny(utterance, 'index', 'views', 'brief'))
    return [];
  const year = yearIn(utterance, level?.value === 'any' || (isOfRecord && utterance.words.includes('one')));
  const isBack = phrases.has('back', 'to');
  const isFull = year !== undefined && isBack && (level !== undefined || isOfRecord);
  if (year && (year.year > Number(today.slice(0, 4)) || year.year < Number(today.slice(0, 4)) - MOST_BACK)) return [];
  const ranges = isFull
    ? rangesOf(year.year, level?.value ?? 'end')
    : record?.to && phrases.has('back', 'there') && !year
      ? [rangeOn(record.to)].filter((one) => one !== undefined)
      : [];
  const uses = [
    ...phrases.all,
    ...(year ? [year] : []),
    ...wordsOfMove(utterance),
    ...wordsOfChanges(figures),
    ...marksOf(utterance, 'wants', 'past', 'compare', 'company', 'undo', 'relation'),
    ...slotsOf(utterance, 'topic'),
  ];
  const isMore = figures.sizes.some(({ amounts }) => amounts.some(({ from }) => from !== year?.from));
  if (ranges.length === 0 || isMore || figures.levels.length > 0 || !isOnly(utterance, uses)) return [];
  const ways = rateWays(utterance).map(({ way }) => way);
  const own = { ...turned, base: undefined, figures: { ...figures, sizes: [], counts: [], free: [] } };
  const [first, ...others] = ranges.flatMap((to) => {
    const moveBps = Math.round((to[1] - upper) * 100);
    if (moveBps === 0 || ways.includes(moveBps < 0 ? 'hike' : 'cut')) return [];
    return [
      moveReading(own, moveBps, [], [{ from: 0, to: utterance.tokens.length }], {
        levels: { from: [lower, upper], to: to[0] === to[1] ? to[1] : [to[0], to[1]], isFed: true },
        isSizeWanted: true,
      }),
    ];
  });
  const beside = others.flatMap(({ name, asks }) => (asks.kind === 'rate-move' ? [{ name, question: asks }] : []));
  return first ? [{ ...first, ...(beside.length > 0 && { others: beside }) }] : [];
};

const BOUND = lexiconOf({
  bound: {
    lower:
      'lower end|low end|bottom end|bottom|lower bound|lower|low|the bottom of it|bottom of the range|bottom of it|as the bottom|as bottom|as the floor|as the bottom of the range',
    upper:
      'upper end|top end|high end|upper bound|top|upper|high|the top of it|top of the range|top of it|as the top|as top|as the ceiling|as the top of the range',
  },
  beside: {
    beside:
      'i mean|i meant|the|of|range|end|make it|that|is|that is|meant|mean|as|for|on|no|sorry|pls|please|should be|with|it|at|ends',
  },
});

/** `lower end i mean`, behind a level: it was the other end of the range. */
export const boundMeant = ({ utterance, context, ...turned }: Turned): readonly Reading[] => {
  const { targetLower: lower, targetUpper: upper } = turned.known;
  const { levels, ...base } = context?.last.kind === 'rate-move' ? context.last : { levels: undefined };
  const to = levels?.to;
  const phrases = phrasesOf(utterance, BOUND);
  const [bound, second] = phrases.of('bound');
  if (!bound || second || lower === undefined || upper === undefined || !levels?.isFed || typeof to !== 'number')
    return [];
  // "i mean 3 as the bottom"
  const named = slotsOf(utterance, 'amount').filter(({ value }) => value === to);
  const uses = [...phrases.all, ...named, ...marksOf(utterance, 'correction', 'rate', 'reference', 'direction')];
  if (!('moveBps' in base) || numbersIn(utterance).length > named.length || !isOnly(utterance, uses)) return [];
  const isLower = bound.value === 'lower';
  const moveBps = Math.round((to - (isLower ? lower : upper)) * 100);
  const all = { ...turned, utterance, context, base: { ...base, kind: 'rate-move' as const, moveBps } };
  const own: Turned = { ...all, figures: { ...turned.figures, sizes: [], levels: [] } };
  return [
    moveReading(own, moveBps, [], [{ from: 0, to: utterance.tokens.length }], {
      levels,
      readAs: [isLower ? 'a level as the bottom of the range' : 'a level as the top of the range'],
    }),
  ];
};
