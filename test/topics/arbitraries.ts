import fc from 'fast-check';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import { NOTE_TOPICS, STANCES } from '../../src/notes/format.ts';
import { NOTES } from '../../src/notes/library.ts';
import { ASSUMPTIONS } from '../../src/sensitivity/borrower.ts';
import { ABOUT_ASPECTS, TERMS } from '../../src/topics/about/question.ts';
import { FED_ASKS, FED_WAYS } from '../../src/topics/fed-history/question.ts';
import { METHOD_ASPECTS } from '../../src/topics/method/question.ts';
import { UNKNOWNS } from '../../src/topics/not-known/question.ts';
import { type Question, QuestionSchema } from '../../src/topics/questions.ts';
import { REFUSALS } from '../../src/topics/refusal/question.ts';
import { BENCHMARKS, INDEXES } from '../../src/topics/rotation/question.ts';
import { HORIZONS, NEEDS } from '../../src/topics/views/question.ts';
import { isoInstant } from '../../src/units.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';
import { testTools } from '../doubles/market-providers.ts';
import { ratioSeries, walk } from '../doubles/market-series.ts';

/** Questions of every kind, for properties that hold of all of them. */

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(6)) + 0);

const overrides = fc.record(
  Object.fromEntries(Object.entries(ASSUMPTIONS).map(([key, { least, most }]) => [key, number(least, most)])),
  { requiredKeys: [] },
);
const changed = { small: overrides, large: overrides };
const move = fc.oneof(fc.integer({ min: -600, max: 600 }), number(-600, 600));
const only = fc.constantFrom('small' as const, 'large' as const);
const optional = (keys: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]): fc.Arbitrary<unknown> =>
  fc.record(keys, { requiredKeys });
const kind = (name: string) => fc.constant(name);

const figures = NOTES.claims.flatMap((claim) => claim.figures.map(({ id }) => id));
const voices = [...new Set(NOTES.claims.flatMap(({ voice, firm }) => [voice, firm]))];
const number3 = fc.constantFrom(...NOTES.notes.map((note) => note.number), '007');
const some = <T>(of: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: most });
const page = fc.integer({ min: 1, max: 99 });
const figureId = fc.constantFrom(...figures, 'no such figure');

const yes = fc.constant(true);
/** Any day, most of them within the years that closes are had of. */
const date = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const back = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 36_500 }), unit: fc.constant('day') }),
  fc.record({ count: fc.integer({ min: 1, max: 100 }), unit: fc.constantFrom('week', 'month', 'year') }),
);

const month = fc.integer({ min: 1, max: 12 });
const year = fc.integer({ min: 1985, max: 2030 });
/** Moves that add up, or do not: what does not is not said. */
const part = optional({ moveBps: move, month, year }, ['moveBps']);
const level = fc.oneof(number(0, 10), fc.tuple(number(0, 10), number(0, 10)));

const rateMove = optional(
  {
    kind: kind('rate-move'),
    moveBps: move,
    ...changed,
    only,
    readAs: some(['per basis point', 'a level as the top of the range', 'minus as a cut'], 3),
    parts: fc.array(part, { minLength: 2, maxLength: 24 }),
    levels: optional({ from: level, to: level, isFed: yes }, ['from', 'to']),
  },
  ['kind', 'moveBps'],
);

const KINDS = {
  'rate-move': rateMove,
  'compare-moves': optional(
    { kind: kind('compare-moves'), moves: fc.array(move, { minLength: 2, maxLength: 4 }), ...changed },
    ['kind', 'moves'],
  ),
  solve: optional(
    {
      kind: kind('solve'),
      target: fc.oneof(
        fc.record({ of: kind('lift'), percent: number(-1_000, 1_000) }),
        fc.record({ of: kind('saving'), millions: number(-100_000, 100_000) }),
      ),
      only,
      ...changed,
    },
    ['kind', 'target'],
  ),
  method: optional({ kind: kind('method'), aspect: fc.constantFrom(...METHOD_ASPECTS), of: rateMove }, [
    'kind',
    'aspect',
  ]),
  views: optional(
    {
      kind: kind('views'),
      stances: some(STANCES, 4),
      who: some([...voices, 'Nobody Known'], 6),
      topics: some(NOTE_TOPICS, 6),
      notes: fc.uniqueArray(number3, { minLength: 1, maxLength: 6 }),
      withoutWho: some([...voices, 'Nobody Known'], 6),
      withoutTopics: some(NOTE_TOPICS, 6),
      withoutNotes: fc.uniqueArray(number3, { minLength: 1, maxLength: 6 }),
      needs: fc.constantFrom(...NEEDS),
      horizon: fc.constantFrom(...HORIZONS),
      expired: yes,
      proved: fc.constantFrom('right', 'wrong'),
      page,
    },
    ['kind'],
  ),
  check: optional({ kind: kind('check'), note: number3, page }, ['kind']),
  conflicts: optional({ kind: kind('conflicts'), page }, ['kind']),
  figure: optional(
    { kind: kind('figure'), figures: some([...figures, 'no such figure'], 12), page, claimed: fc.nat(100) },
    ['kind', 'figures'],
  ),
  valuation: fc.record({ kind: kind('valuation'), of: figureId, against: figureId }),
  ratio: optional({ kind: kind('ratio'), from: number(0.01, 100), to: number(0.01, 100) }, ['kind']),
  'rate-move-market': optional({ kind: kind('rate-move-market'), ...changed }, ['kind']),
  rotation: optional(
    {
      kind: kind('rotation'),
      from: date,
      to: date,
      ytd: yes,
      level: number(0.01, 100),
      cycles: yes,
      csv: yes,
      benchmark: fc.constantFrom(...BENCHMARKS),
      toDate: fc.constantFrom('month', 'quarter'),
      back,
      sessions: fc.integer({ min: 1, max: 10_000 }),
      sinceLast: fc.constantFrom('cut', 'hike', 'move'),
      sinceEvent: fc.constant('covid' as const),
      rates: fc.constant(true as const),
      at: fc.oneof(date, back),
      distance: fc.oneof(
        fc.record({ of: fc.constantFrom('high', 'low') }),
        optional({ of: fc.constant('average'), sessions: fc.integer({ min: 2, max: 10_000 }) }, ['of']),
      ),
      index: fc.constantFrom(...INDEXES),
    },
    ['kind'],
  ),
  fed: fc.record({ kind: kind('fed') }),
  'fed-history': optional(
    {
      kind: kind('fed-history'),
      ask: fc.constantFrom(...FED_ASKS),
      way: fc.constantFrom(...FED_WAYS),
      from: date,
      to: date,
      back,
      yearsAgo: fc.integer({ min: 0, max: 200 }),
      orEarlier: yes,
      meeting: optional({ month, year, day: fc.integer({ min: 1, max: 31 }) }, ['month']),
    },
    ['kind', 'ask'],
  ),
  about: fc.oneof(
    fc.record({ kind: kind('about'), aspect: fc.constantFrom(...ABOUT_ASPECTS) }),
    fc.record({ kind: kind('about'), aspect: fc.constant('terms'), term: fc.constantFrom(...TERMS) }),
  ),
  notes: optional({ kind: kind('notes'), note: number3 }, ['kind']),
  help: fc.record({ kind: kind('help') }),
  refusal: fc.record({ kind: kind('refusal'), reason: fc.constantFrom(...REFUSALS) }),
  'not-known': optional(
    {
      kind: kind('not-known'),
      what: fc.constantFrom(...UNKNOWNS),
      word: fc.constantFrom('buybacks', 'S&P 500', 'R&D (all of it) & more, 40 letters long…'.slice(0, 38), 'ärger'),
    },
    ['kind', 'what'],
  ),
};

const answerable: fc.Arbitrary<unknown> = fc.oneof(...Object.values(KINDS));

/** Any question that the schema takes. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .oneof({ arbitrary: answerable, weight: 6 }, fc.record({ kind: kind('source'), of: answerable }))
  .map((question) => QuestionSchema.parse(question));

/** Facts of every kind: with and without market data, of long and short series, on days with and without a record. */

const NOW = isoInstant('2026-11-20T14:30:00Z');
const synthetic = factsAt(NOW, (await openMarketData({ kind: 'synthetic', seed: 7 }, testTools(NOW))).snapshot());

const closes = walk(900, '2023-02-01');
const failed = { kind: 'unavailable', words: ['Yahoo did not answer', 'Cboe is <down> & out'] } as const;
const shipped = ['2026-11-20T14:30:00Z', '2024-07-12T00:00:00Z', '2019-01-01T00:00:00Z', '2031-02-28T23:59:59Z'].map(
  (now) => shippedFacts(isoInstant(now)),
);
const [first] = shipped as [Facts];

const ALL: readonly Facts[] = [
  ...shipped,
  { ...first, market: { ...first.market, kind: 'printed', why: failed } },
  { ...first, market: { ...first.market, kind: 'printed', why: { kind: 'loading' } } },
  synthetic,
  liveFacts('2026-09-21T14:00:00Z', { closes, futures: OCTOBER_PRICES }),
  liveFacts('2026-10-28T19:00:00Z', { closes, futures: failed }),
  liveFacts('2031-02-28T23:59:59Z', {
    closes: ratioSeries([0.4, 0.41]),
    provenance: {
      check: { kind: 'provisional', words: 'Yahoo alone: Cboe <em> & "co"' },
      isFallback: true,
      isCached: true,
    },
  }),
  liveFacts('2020-01-03T22:00:00Z', { closes: ratioSeries([0.4]) }),
  liveFacts('2010-01-03T22:00:00Z', { closes }),
];

/** Printed by what they are: a series is long. */
export const anyFacts: fc.Arbitrary<Facts> = fc.constantFrom(
  ...ALL.map((facts, at) => ({
    ...facts,
    [fc.toStringMethod]: () => `facts ${at}, ${facts.market.kind}, ${facts.now}`,
  })),
);
