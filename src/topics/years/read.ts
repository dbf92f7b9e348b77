import {
  type Amount,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  overlaps,
  type Phrases,
  type Place,
  passes,
  passingOver,
  phrasesOf,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type Context, numbersOf } from '../context.ts';
import type { RateMoveQuestion } from '../rate-move/question.ts';
import { readRateMove } from '../rate-move/read.ts';
import { exactly, type ReadCommand, type Reading, type ReadTopic } from '../reading.ts';
import { type YearsQuestion, YearsSchema } from './question.ts';
import words from './words.json' with { type: 'json' };

const WORDS = lexiconOf(words);

const USUAL_YEARS = 3;
const MONTHS_A_YEAR = 12;

interface Time {
  readonly years?: number;
  readonly lagMonths?: number;
  readonly matures?: YearsQuestion['matures'];
  readonly uses: readonly Place[];
}

const inMonths = ({ count, unit }: { readonly count: number; readonly unit: string }): number | undefined =>
  unit.startsWith('month')
    ? count
    : unit.startsWith('quarter')
      ? count * 3
      : unit.startsWith('year')
        ? count * MONTHS_A_YEAR
        : undefined;

/** `a third`, `30%`: a part of the fixed debt. */
const shareOf = ({ value, unit, isFraction }: Amount): number | undefined =>
  isFraction && value < 1 ? value * 100 : unit === '%' ? value : undefined;

/** `a third matures next year at 8%`, `30% due in year 2 at 7`: the part before, the rate behind `at`. */
const maturingIn = (utterance: Utterance, phrases: Phrases): Time | undefined => {
  const [mark] = phrases.of('matures');
  if (mark === undefined) return undefined;
  const amounts = slotsOf(utterance, 'amount');
  const rate = amounts.find(({ from }) => /^(?:at|for|to)$/.test(utterance.words[from - 1] ?? '') && from > mark.from);
  const part = amounts.find((one) => one !== rate && one.from < (rate?.from ?? Infinity) && shareOf(one) !== undefined);
  const share = part && shareOf(part);
  if (rate === undefined || part === undefined || share === undefined) return undefined;
  const at = utterance.words.findIndex(
    (word, place) => word === 'year' && /^\d{1,2}$/.test(utterance.words[place + 1] ?? ''),
  );
  const [long] = slotsOf(utterance, 'duration');
  const spread = long && inMonths(long);
  // "15% matures each year", but not "in a year"
  const isEach = utterance.words.some(
    (word, place) =>
      /^(?:each|every|per|a)$/.test(word) &&
      utterance.words[place + 1] === 'year' &&
      !/^(?:in|within)$/.test(utterance.words[place - 1] ?? ''),
  );
  const years = spread === undefined ? (isEach ? USUAL_YEARS : 1) : Math.max(1, Math.round(spread / MONTHS_A_YEAR));
  const first = at < 0 ? 1 : Number(utterance.words[at + 1]);
  const uses: readonly Place[] = [
    ...phrases.all,
    rate,
    part,
    ...slotsOf(utterance, 'date').filter(({ said, from }) => said !== undefined || utterance.words[from] === 'next'),
    ...(long ? [long] : []),
    ...(at < 0 ? [] : [{ from: at, to: at + 2 }]),
  ];
  return {
    matures: Array.from({ length: years }, (_, year) => ({
      year: first + year,
      share: isEach ? share : share / years,
      rate: rate.value,
    })),
    uses,
  };
};

/** `over 5 years`, `with a 3 month lag`. */
const timeIn = (utterance: Utterance): Time | undefined => {
  const phrases = phrasesOf(utterance, WORDS);
  const maturing = maturingIn(utterance, phrases);
  // "cut 100 year by year" is no hundred years
  const lengths = slotsOf(utterance, 'duration').filter((one) => !phrases.all.some((mark) => overlaps(mark, one)));
  const lag = phrases.has('lag') ? lengths.find(({ unit }) => unit.startsWith('month')) : undefined;
  const over = lengths.find((one) => one !== lag && one.unit.startsWith('year') && !maturing?.matures);
  const isMeant = phrases.has('years') || maturing !== undefined || (lag !== undefined && phrases.has('lag'));
  if (!isMeant) return undefined;
  const months = lag && inMonths(lag);
  return {
    ...(over && { years: over.count }),
    ...(months !== undefined && { lagMonths: months }),
    ...maturing,
    uses: [...phrases.all, ...(lag ? [lag] : []), ...(over ? [over] : []), ...(maturing?.uses ?? [])],
  };
};

const questionOf = (
  move: RateMoveQuestion,
  time: Time,
  last: YearsQuestion | undefined,
  isPriced = false,
): YearsQuestion | undefined => {
  const { moveBps, parts, small, large, only } = move;
  const furthest = Math.max(0, ...(time.matures ?? []).map(({ year }) => year));
  const { data } = YearsSchema.safeParse({
    kind: 'years',
    ...(isPriced ? { moveBps: 0, path: 'priced' } : { moveBps, ...(parts && { parts }) }),
    years: time.years ?? Math.max(last?.years ?? USUAL_YEARS, furthest),
    ...((time.lagMonths ?? last?.lagMonths) !== undefined && { lagMonths: time.lagMonths ?? last?.lagMonths }),
    ...((time.matures ?? last?.matures) && { matures: time.matures ?? last?.matures }),
    ...(small && { small }),
    ...(large && { large }),
    ...(only && { only }),
  });
  return data;
};

const NAME = 'Year by year';

const lastOf = (context: Context | undefined): YearsQuestion | undefined =>
  context?.last.kind === 'years' && !context.stale ? context.last : undefined;

const PRICED_NAME = 'Path as priced, year by year';
const NO_MOVE: RateMoveQuestion = { kind: 'rate-move', moveBps: 0 };

/** `path as priced`, `year by year on the futures' path`: moves of futures, in place of the one asked about last. */
const readPriced = (utterance: Utterance, context: Context | undefined, time: Time | undefined): readonly Reading[] => {
  const phrases = phrasesOf(utterance, WORDS);
  const last = lastOf(context);
  const [mark] = marked(utterance, 'company');
  const isSame = last?.path !== undefined && (time !== undefined || mark !== undefined);
  if (!phrases.has('pricedPath') && !(phrases.has('priced') && (time ?? last)) && !isSame) return [];
  const uses = [...phrases.all, ...(time?.uses ?? []), ...marked(utterance, 'market')];
  const isAll = isOnly(utterance, [
    ...uses,
    ...marksOf(utterance, 'company', 'reference', 'only', 'parameter', 'move', 'private'),
  ]);
  const scope = mark && scopeOf(mark);
  const { small, large, only } = (isSame ? last : numbersOf(context).move) ?? NO_MOVE;
  const of = scope === 'small' || scope === 'large' ? scope : isSame && mark === undefined ? only : undefined;
  const inputs = { ...(small && { small }), ...(large && { large }), ...(of && { only: of }) };
  const asks = isAll ? questionOf({ ...NO_MOVE, ...inputs }, time ?? { uses: [] }, last, true) : undefined;
  return asks ? [exactly(asks, PRICED_NAME, [wholeOf(utterance)])] : [];
};

/** `100 bp cut year by year`, `what if a third matures next year at 8%`, `with a 3 month lag`. */
export const readYears: ReadTopic = (utterance, context, library, known) => {
  const time = timeIn(utterance);
  const priced = readPriced(utterance, context, time);
  if (priced.length > 0) return priced;
  if (time === undefined) return [];
  const last = lastOf(context);
  const standing = numbersOf(context).move;
  const isAll = isOnly(utterance, [
    ...time.uses,
    ...marksOf(utterance, 'company', 'reference', 'only', 'parameter', 'share', 'move'),
  ]);
  if (standing !== undefined && isAll) {
    const asks = questionOf(standing, time, last);
    return asks ? [exactly(asks, NAME, [wholeOf(utterance)])] : [];
  }
  return readRateMove(passingOver(utterance, time.uses), context, library, known).flatMap(
    (reading): readonly Reading[] => {
      if (reading.asks.kind !== 'rate-move') return [];
      const asks = questionOf(reading.asks, time, last);
      return asks ? [{ ...reading, asks, name: NAME, uses: [...reading.uses, ...time.uses] }] : [];
    },
  );
};

/** `/ratecut 100bps year by year`; undefined where time is not spoken of. */
export const readYearsCommand = (
  ...[utterance, library, known]: Parameters<ReadCommand>
): YearsQuestion | undefined => {
  const found = readYears(utterance, { last: { kind: 'help' }, wants: 'size' }, library, known).find(
    (one) => !one.isOffer && passes(utterance, one).kind === 'passed',
  );
  return found?.asks.kind === 'years' ? found.asks : undefined;
};
