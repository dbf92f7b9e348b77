import {
  isMadeOf,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  OMITTING,
  overlaps,
  passes,
  passingOver,
  phrasesOf,
  placesOf,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type Context, numbersOf } from '../context.ts';
import type { RateMoveQuestion } from '../rate-move/question.ts';
import { readRateMove } from '../rate-move/read.ts';
import { goesOn } from '../rate-move/read-gone-on.ts';
import { omittedIn } from '../rate-move/read-scope.ts';
import { exactly, type ReadCommand, type Reading, type ReadTopic } from '../reading.ts';
import { type YearsQuestion, YearsSchema } from './question.ts';
import { inMonths, MONTHS_A_YEAR, maturingIn, type Time, timesOf, USUAL_YEARS } from './read-maturing.ts';
import words from './words.json' with { type: 'json' };

const WITHOUT = new RegExp(`^(?:${OMITTING}|no|without|zero)$`);

const WORDS = lexiconOf(words);

const QUARTER_MONTHS = 3;
/** `over 3 yrs`, behind a move. */
const OVER = /^(?:and |n |ok |so |what about )*over (?:the )?(?:next )?\S+ (?:years?|yrs?)\W*$/;
const MOST_LAG = 24;

/** `over 5 years`, `with a 3 month lag`, `loans lag a quarter`, `no lag`; `5 yrs` behind years. */
const timeIn = (utterance: Utterance, last: YearsQuestion | undefined, isOfMove: boolean): Time | undefined => {
  const phrases = phrasesOf(utterance, WORDS);
  // "cut 100 year by year" is no hundred years
  const lengths = slotsOf(utterance, 'duration').filter((one) => !phrases.all.some((mark) => overlaps(mark, one)));
  const [mark] = phrases.of('lag');
  const lag = mark && lengths.find(({ unit }) => unit.startsWith('month') || unit.startsWith('quarter'));
  const quarter =
    mark && !lag
      ? slotsOf(utterance, 'amount').find(
          ({ from, to, value, unit, isSpelled }) =>
            isSpelled && value === 0.25 && unit === undefined && (from - mark.to <= 1 || mark.from === to),
        )
      : undefined;
  // "pay 3m late", "feel it after half a year"
  const said =
    mark && !lag && !quarter
      ? slotsOf(utterance, 'amount').find(
          ({ from, to, unit, value, isFraction }) =>
            (from - mark.to <= 1 || mark.from - to <= 1) &&
            ((unit === 'money' && value <= MOST_LAG) ||
              (isFraction && value === 0.5 && /^a (?:year|yr)$/.test(utterance.words.slice(to, to + 2).join(' ')))),
        )
      : undefined;
  const isWithout = mark !== undefined && WITHOUT.test(utterance.words[mark.from - 1] ?? '');
  const isMaturing = phrases.has('matures');
  const over = lengths.find(
    (one) =>
      one !== lag &&
      one.unit.startsWith('year') &&
      (!isMaturing || phrases.has('years') || phrases.has('each') || last),
  );
  // "yr by yr over 4"
  const bare = slotsOf(utterance, 'amount').find(
    ({ from, unit, duty }) =>
      phrases.has('years') && !over && unit === undefined && duty === 'must' && utterance.words[from - 1] === 'over',
  );
  const count = over?.count ?? bare?.value;
  const years = count ?? last?.years;
  const isOver = isOfMove && over !== undefined && OVER.test(utterance.joined);
  const maturing = maturingIn(utterance, phrases, years ?? USUAL_YEARS);
  const isMeant =
    phrases.has('years') ||
    isOver ||
    maturing !== undefined ||
    lag ||
    quarter ||
    said ||
    (isWithout && last) ||
    (last && over);
  if (!isMeant) return undefined;
  const months = lag
    ? inMonths(lag)
    : ((quarter && QUARTER_MONTHS) ??
      (said && (said.unit === 'money' ? said.value : MONTHS_A_YEAR / 2)) ??
      (isWithout ? 0 : undefined));
  return {
    ...(count !== undefined && !maturing && { years: count }),
    ...(months !== undefined && { lagMonths: months }),
    ...maturing,
    uses: [
      ...phrases.all,
      ...[lag, over, bare, quarter, said].filter((one) => one !== undefined),
      ...(isWithout ? [{ from: mark.from - 1, to: mark.to }] : []),
      ...(maturing?.uses ?? []),
    ],
  };
};

const questionOf = (
  move: RateMoveQuestion,
  time: Time,
  last: YearsQuestion | undefined,
  isPriced = false,
): YearsQuestion | undefined => {
  const { moveBps, parts, small, large, only } = move;
  const lagMonths = time.lagMonths ?? last?.lagMonths;
  const furthest = Math.max(0, ...(time.matures ?? []).map(({ year }) => year));
  const { data } = YearsSchema.safeParse({
    kind: 'years',
    ...(isPriced ? { moveBps: 0, path: 'priced' } : { moveBps, ...(parts && { parts }) }),
    years: time.years ?? Math.max(last?.years ?? USUAL_YEARS, furthest),
    ...(lagMonths && { lagMonths }),
    ...((time.matures ?? last?.matures) && { matures: time.matures ?? last?.matures }),
    ...(small && { small }),
    ...(large && { large }),
    ...(only && { only }),
  });
  return data;
};

const NAME = 'Year by year';
/** `3 yrs will do`. */
const ENOUGH = /^(?:will|ll|do|does|enough|plenty|fine|suffices)$/;

const lastOf = (context: Context | undefined): YearsQuestion | undefined =>
  context?.last.kind === 'years' ? context.last : undefined;

/** Behind words that were not read, all but a company is only offered. */
const asFarAsSure = (
  utterance: Utterance,
  context: Context | undefined,
  readings: readonly Reading[],
): readonly Reading[] =>
  context?.stale &&
  !context.offered?.some(({ kind }) => kind === 'years') &&
  !(context.missed !== true && isOnly(utterance, marksOf(utterance, 'company', 'only', 'reference')))
    ? readings.map((one) => ({ ...one, isOffer: true as const }))
    : readings;

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

const NEW_DEBT =
  /^(?:papers?|debt|issues?|coupons?|rate|refi|bonds?|loans?|forgot|pct|percent|repric(?:e|es|ing)|refinanc(?:e|es|ing)|rolls?)$/;

/** `7 on the new paper`, `at 6.5 then`: what debt that matures is replaced at. */
const readNewRate = (utterance: Utterance, context: Context | undefined): readonly Reading[] => {
  const offered = context?.offered?.find((one) => one.kind === 'years' && one.matures);
  const base = offered?.kind === 'years' ? offered : lastOf(context);
  const [amount, second] = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const isRate = amount && amount.sign === '' && /^(?:|%)$/.test(amount.unit ?? '') && amount.value < MOST_RATE;
  if (!base?.matures || !isRate || second || !isMadeOf(utterance, [amount], NEW_DEBT)) return [];
  const { data } = YearsSchema.safeParse({
    ...base,
    matures: base.matures.map((one) => ({ ...one, rate: amount.value })),
  });
  return data ? [exactly(data, NAME, [wholeOf(utterance)])] : [];
};

const MOST_RATE = 20;

/** `large only`, `and 50`, `with 60% floating`: the years asked for last, of what the words make of their move. */
const readAgain = (last: YearsQuestion, ...said: Parameters<ReadTopic>): readonly Reading[] =>
  (goesOn(said[0]) || omittedIn(said[0], marked(said[0], 'company')).length > 0) &&
  phrasesOf(said[0], WORDS).all.length === 0
    ? readRateMove(...said).flatMap((reading): readonly Reading[] => {
        const asks = reading.asks.kind === 'rate-move' ? questionOf(reading.asks, { uses: [] }, last) : undefined;
        return asks ? [{ ...reading, asks, name: NAME }] : [];
      })
    : [];

/** `100 bp cut year by year`, `what if a third matures next year at 8%`, `with a 3 month lag`. */
export const readYears: ReadTopic = (utterance, context, library, known) =>
  asFarAsSure(utterance, context, yearsRead(utterance, context, library, known));

const yearsRead: ReadTopic = (utterance, context, library, known) => {
  const last = lastOf(context);
  const time = timeIn(utterance, last, context?.last.kind === 'rate-move');
  const priced = readPriced(utterance, context, time);
  if (priced.length > 0) return priced;
  if (time === undefined) {
    const again = readNewRate(utterance, context);
    return again.length > 0 || !last || last.path ? again : readAgain(last, utterance, context, library, known);
  }
  const standing = numbersOf(context).move;
  const isAll = isOnly(utterance, [
    ...time.uses,
    ...marksOf(utterance, 'company', 'reference', 'only', 'parameter', 'share', 'move', 'correction', 'drop'),
    ...(last ? placesOf(utterance, ENOUGH) : []),
  ]);
  const times = timesOf(time);
  const isOffer = times.length > 1 && { isOffer: true as const };
  const named = (one: Time): string => (isOffer ? `New debt at ${one.matures?.[0]?.rate}%` : NAME);
  if (standing !== undefined && isAll)
    return times.flatMap((one): readonly Reading[] => {
      const asks = questionOf(standing, one, last);
      return asks ? [exactly(asks, named(one), [wholeOf(utterance)], { ...isOffer })] : [];
    });
  return readRateMove(passingOver(utterance, time.uses), context, library, known).flatMap((reading) =>
    times.flatMap((one): readonly Reading[] => {
      const asks = reading.asks.kind === 'rate-move' ? questionOf(reading.asks, one, last) : undefined;
      return asks ? [{ ...reading, asks, name: named(one), uses: [...reading.uses, ...time.uses], ...isOffer }] : [];
    }),
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
