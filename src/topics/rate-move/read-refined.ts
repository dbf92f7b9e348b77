import {
  type Amount,
  isOnly,
  marked,
  marksOf,
  type Phrases,
  type Place,
  passes,
  passingOver,
  phrasesOf,
  scopeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { FEDERAL_TAX_RATE, INTEREST_CAP, type Refinement } from '../../sensitivity/index.ts';
import { type Context, numbersOf } from '../context.ts';
import { exactly, type ReadCommand, type Reading, type ReadTopic } from '../reading.ts';
import type { Overrides, RateMoveQuestion } from './question.ts';
import { readRateMove } from './read.ts';
import { movedReading, REFINED_WORDS, recountedBeside } from './read-counted.ts';

/** What note 000 leaves out, in words: `30% hedged`, `after tax`, `300m cash at 4%`, `80% pass-through`, `163(j)`. */

type Refined = Partial<Record<Refinement, number>>;

interface Found {
  readonly refined: Refined;
  readonly uses: readonly Place[];
}

/** How far a number may stand from the word it belongs to: `30% of it hedged`. */
const MOST_BETWEEN = 3;
const BETWEEN =
  /^(?:=|of|is|are|at|to|it|the|them|that|its|their|debt|floating|rate|share|with|a|an|:|for|only|about|around|gets|get|got|say|now)$/;

const isNear = ({ words: said }: Utterance, one: Place, other: Place): boolean => {
  const between = one.to <= other.from ? said.slice(one.to, other.from) : said.slice(other.to, one.from);
  return between.length <= MOST_BETWEEN && between.every((word) => BETWEEN.test(word));
};

const partOf = ({ value, unit, isFraction }: Amount): number | undefined =>
  unit === '%' ? value : isFraction && value <= 1 ? value * 100 : undefined;

/** `hedged portion is 20`: a part of something, whose number needs no unit. */
const isPart = ({ words: said }: Utterance, { to }: Place, { from, unit, value, sign }: Amount): boolean =>
  unit === undefined &&
  sign === '' &&
  value >= 1 &&
  value <= 100 &&
  from === to + 1 &&
  /^(?:share|portion|part|bit|slice)$/.test(said[to - 1] ?? '') &&
  /^(?:is|at|of|to|=|are)$/.test(said[to] ?? '');

const percentNear = (utterance: Utterance, mark: Place, taken: readonly Amount[]): Amount | undefined =>
  slotsOf(utterance, 'amount')
    .filter((one) => !taken.includes(one) && (partOf(one) !== undefined || isPart(utterance, mark, one)))
    // "floating=60% tax": the number is set to something else
    .filter(
      (one) => isNear(utterance, mark, one) && (utterance.words[one.from - 1] !== '=' || one.from - 1 === mark.to),
    )
    .sort((one, other) => Math.abs(one.from - mark.from) - Math.abs(other.from - mark.from))[0];

const part = (
  utterance: Utterance,
  phrases: Phrases,
  tag: string,
  field: 'hedgedShare' | 'passThrough',
  taken: readonly Amount[],
): Found | undefined => {
  for (const mark of phrases.of(tag)) {
    const amount = percentNear(utterance, mark, taken);
    const value = amount && (partOf(amount) ?? amount.value);
    if (amount && value !== undefined) return { refined: { [field]: value }, uses: [mark, amount] };
  }
  return undefined;
};

/** `300m cash`, `$300m of cash at 4%`. */
const cashIn = (
  utterance: Utterance,
  phrases: Phrases,
): (Found & { readonly amounts: readonly Amount[] }) | undefined => {
  for (const mark of phrases.of('cash')) {
    const amounts = slotsOf(utterance, 'amount');
    const isSet = utterance.words[mark.to] === '=';
    const cash = amounts.find(
      ({ unit, ...at }) => (unit === 'money' || (isSet && unit === undefined)) && isNear(utterance, mark, at),
    );
    if (cash === undefined) continue;
    const rate = amounts.find(
      ({ from, unit }) =>
        unit === '%' && from > mark.from && /^(?:at|earning|yielding|on)$/.test(utterance.words[from - 1] ?? ''),
    );
    return {
      refined: { cash: cash.value, ...(rate && { cashYield: rate.value }) },
      uses: [mark, cash, ...(rate ? [rate] : [])],
      amounts: [cash, ...(rate ? [rate] : [])],
    };
  }
  return undefined;
};

const UNCOUNTED = /^(?:no|without|not|before|ex|excluding|ignoring|ignore|minus|never)$/;

/** `after tax`, `tax=25%`, `25% tax`: the federal rate unless another is given. */
const taxIn = (utterance: Utterance, phrases: Phrases, taken: readonly Amount[]): Found | undefined => {
  const [mark] = phrases.of('tax');
  if (mark === undefined || UNCOUNTED.test(utterance.words[mark.from - 1] ?? '')) return undefined;
  const amount = percentNear(utterance, mark, taken);
  const rate = amount?.unit === '%' ? amount : undefined;
  return { refined: { taxRate: rate?.value ?? FEDERAL_TAX_RATE.rate }, uses: [mark, ...(rate ? [rate] : [])] };
};

const refinedIn = (utterance: Utterance): Found | undefined => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  if (phrases.all.length === 0) return undefined;
  const cash = cashIn(utterance, phrases);
  const taken: Amount[] = [...(cash?.amounts ?? [])];
  const hedged = part(utterance, phrases, 'hedged', 'hedgedShare', taken);
  const passed = part(utterance, phrases, 'pass', 'passThrough', taken);
  const used = [...(hedged?.uses ?? []), ...(passed?.uses ?? [])];
  for (const amount of slotsOf(utterance, 'amount'))
    if (used.some(({ from }) => from === amount.from)) taken.push(amount);
  const tax = taxIn(utterance, phrases, taken);
  const [cap] = phrases.of('cap');
  const capped: Found | undefined = cap && {
    refined: { interestCap: INTEREST_CAP, ...(tax ? {} : { taxRate: FEDERAL_TAX_RATE.rate }) },
    uses: [cap],
  };
  const found = [cash, hedged, passed, tax, capped].filter((one) => one !== undefined);
  return found.length === 0
    ? undefined
    : {
        refined: Object.assign({}, ...found.map(({ refined }) => refined)) as Refined,
        uses: found.flatMap(({ uses }) => uses),
      };
};

/** `tax`, and nothing with a number or a name: a question of the method rather than of the move. */
const isOnlyTax = ({ refined }: Found): boolean => Object.keys(refined).every((field) => field === 'taxRate');

/** Cash is one company's; tax, hedges and their like are counted at both unless one is named. */
const withRefined = (
  question: RateMoveQuestion,
  { cash, cashYield, ...both }: Refined,
  utterance: Utterance,
): RateMoveQuestion => {
  const [mark] = marked(utterance, 'company');
  const scope = mark && scopeOf(mark);
  const named = question.only ?? (scope === 'both' ? undefined : scope);
  const held = { ...(cash !== undefined && { cash }), ...(cashYield !== undefined && { cashYield }) };
  const at = (company: 'small' | 'large'): Overrides | undefined => {
    const isMeant = named === undefined || named === company;
    const isHolder = (named ?? 'small') === company;
    const all = { ...question[company], ...(isMeant && both), ...(isHolder && held) };
    return Object.keys(all).length > 0 ? all : undefined;
  };
  const { small: _, large: __, ...rest } = question;
  const [small, large] = [at('small'), at('large')];
  return { ...rest, ...(small && { small }), ...(large && { large }) };
};

const standingMove = (context: Context | undefined): RateMoveQuestion | undefined =>
  context?.stale ? undefined : numbersOf(context).move;

/** `cut 100 with 30% hedged`, `cut 50 after tax`, and of the move asked about last `with 30% hedged`, `300m cash at 4%`. */
export const readRefined: ReadTopic = (utterance, context, library, known) => {
  const standing = standingMove(context);
  const dropped = standing ? recountedBeside(utterance, context, standing) : [];
  if (dropped.length > 0) return dropped;
  const found = refinedIn(utterance);
  if (found === undefined) return [];
  const rest = passingOver(utterance, found.uses);
  const sized = readRateMove(rest, context, library, known).flatMap((reading): readonly Reading[] =>
    reading.asks.kind === 'rate-move' && (reading.sizes ?? []).length > 0
      ? movedReading(withRefined(reading.asks, found.refined, utterance), {
          ...reading,
          uses: [...reading.uses, ...found.uses],
        })
      : [],
  );
  if (sized.length > 0) return sized;
  const move = standing;
  const isAll = isOnly(utterance, [
    ...found.uses,
    ...marksOf(utterance, 'company', 'reference', 'only', 'parameter', 'share', 'correction'),
    ...marked(utterance, 'fed', 'they'),
  ]);
  if (move === undefined || !isAll || isOnlyTax(found)) return [];
  const { how: _, asks: __, name: ___, ...plain } = exactly(move, '', [{ from: 0, to: utterance.tokens.length }]);
  return movedReading(withRefined(move, found.refined, utterance), { ...plain, how: 'exact' });
};

/** `/ratecut 100bps tax hedged=30% 163j`; undefined where nothing is counted that the note leaves out. */
export const readRefinedCommand = (
  ...[utterance, library, known]: Parameters<ReadCommand>
): RateMoveQuestion | undefined => {
  const found = readRefined(utterance, { last: { kind: 'help' }, wants: 'size' }, library, known).find(
    (one) => !one.isOffer && passes(utterance, one).kind === 'passed',
  );
  return found?.asks.kind === 'rate-move' ? found.asks : undefined;
};
