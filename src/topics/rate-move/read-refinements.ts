import {
  type Amount,
  hullOf,
  isIn,
  marked,
  type Phrases,
  type Place,
  phrasesOf,
  placesOf,
  rateWays,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { FEDERAL_TAX_RATE, INTEREST_CAP, type Refinement } from '../../sensitivity/index.ts';
import { REFINED_WORDS } from './read-counted.ts';

/** What note 000 leaves out, in words: `30% hedged`, `after tax`, `300m cash at 4%`, `80% pass-through`, `163(j)`. */

export type Refined = Partial<Record<Refinement, number>>;

export interface Refining {
  readonly refined: Refined;
  /** Where no number is said: some that are offered. */
  readonly samples?: readonly Refined[];
  readonly uses: readonly Place[];
}

/** Words that are read together: each number is taken once. */
interface Among {
  readonly utterance: Utterance;
  readonly phrases: Phrases;
  readonly taken: Amount[];
  readonly isBehindMove: boolean;
}

/** How far a number may stand from the word it belongs to: `30% of it hedged`. */
const MOST_BETWEEN = 6;
const BETWEEN =
  /^(?:=|of|is|are|at|to|it|the|them|that|its|their|debt|floating|floats?|floaters?|loans?|book|rate|share|with|a|an|:|for|only|about|around|gets?|got|say|now|cuts?|hikes?|move|whatever|also|in|on|just|was|were|be|has|been|part|being|piece|stack)$/;
/** What sets a number without a unit behind its word: `tax at 25`, `hedged portion is 20`. */
const SETS = /^(?:=|it|that|them|is|are|at|of|to|say|only|about|around|just|:|was|the)$/;
/** `50 after tax`: the number is none of the tax. */
const TIED = /^(?:after|post|net|with|pre)$/;

const betweenOf = ({ words: said }: Utterance, one: Place, other: Place): readonly string[] =>
  one.to <= other.from ? said.slice(one.to, other.from) : said.slice(other.to, one.from);

const isNear = (utterance: Utterance, one: Place, other: Place): boolean => {
  const between = betweenOf(utterance, one, other);
  const start = Math.min(one.to, other.to);
  const isCompany = (at: number): boolean => isIn(marked(utterance, 'company'), at);
  return between.length <= MOST_BETWEEN && between.every((word, at) => BETWEEN.test(word) || isCompany(start + at));
};

const partOf = ({ value, unit, isFraction }: Amount): number | undefined =>
  unit === '%' ? value : isFraction && value <= 1 ? Number((value * 100).toFixed(6)) : undefined;

/** `hedge 30`, `tax at 25`, `21 tax` beside a size: a part of something, whose number needs no unit. */
const isPart = ({ utterance, isBehindMove }: Among, mark: Place, { from, to, unit, value, sign }: Amount): boolean => {
  const isPlain = unit === undefined && sign === '' && value >= 1 && value <= 100;
  const isTurned = rateWays(utterance).some((way) => way.to === from || way.from === to);
  if (!isPlain || isTurned) return false;
  if (from >= mark.to) return betweenOf(utterance, mark, { from, to }).every((word) => SETS.test(word));
  const isSizedToo = slotsOf(utterance, 'amount').some((other) => other.from !== from && other.duty === 'must');
  const isTied = TIED.test(utterance.words[mark.from] ?? '') || (!isSizedToo && !isBehindMove && value % 25 === 0);
  return mark.from === to && !isTied;
};

const percentNear = (among: Among, mark: Place): Amount | undefined =>
  slotsOf(among.utterance, 'amount')
    .filter((one) => !among.taken.includes(one) && (partOf(one) !== undefined || isPart(among, mark, one)))
    // "floating=60% tax": the number is set to something else
    .filter(
      (one) =>
        isNear(among.utterance, mark, one) && (among.utterance.words[one.from - 1] !== '=' || one.from - 1 === mark.to),
    )
    .sort((one, other) => Math.abs(one.from - mark.from) - Math.abs(other.from - mark.from))[0];

/** What a number says of a place, and that number used by nothing else. */
const foundAt = ({ taken }: Among, mark: Place, amount: Amount, refined: Refined): Refining => {
  taken.push(amount);
  return { refined, uses: [hullOf([mark, amount])] };
};

const part = (among: Among, tag: string, field: 'hedgedShare' | 'passThrough'): Refining | undefined => {
  for (const mark of among.phrases.of(tag)) {
    const amount = percentNear(among, mark);
    if (amount) {
      const said = partOf(amount) ?? amount.value;
      // "only 70% unhedged"
      const isRest = /^unhedge/.test(among.utterance.words[mark.from] ?? '');
      return foundAt(among, mark, amount, { [field]: isRest ? 100 - said : said });
    }
    const from = allBefore(among.utterance, mark.from);
    if (from !== undefined) return { refined: { [field]: 100 }, uses: [{ from, to: mark.to }] };
  }
  return undefined;
};

/** `what if tax is 21%?`, `and with 21% tax?`: counted, though it asks. */
export const SUPPOSES = /^(?:(?:and|so|ok|then|but) )*(?:what if|if|suppose|supposing|say|assume|assuming|with)\b/;

export const ASKS_WHETHER = /^(?:matters?|does|do|did|is|are|counts?|counted|assumed?|included?|modelled)$/;

const ALL = /^(?:all|everything|fully|entirely|completely|wholly)$/;
const OF_ALL = /^(?:of|it|that|the|their|its|debt|floating|floater|float|floats|is|was|being|gets)$/;

/** `all of it hedged`, `fully hedged`: where that begins; not `are they fully hedged`, which asks whether it is so. */
const allBefore = ({ words }: Utterance, to: number): number | undefined => {
  let at = to - 1;
  while (OF_ALL.test(words[at] ?? '')) at -= 1;
  const isSaid = ALL.test(words[at] ?? '') && !/^(?:not|isnt|arent)$/.test(words[at - 1] ?? '');
  return isSaid && !ASKS_WHETHER.test(words[0] ?? '') ? at : undefined;
};

/** Whether a text says that all of the floating debt is hedged. */
export const hedgesAll = (utterance: Utterance): boolean =>
  phrasesOf(utterance, REFINED_WORDS)
    .of('hedged')
    .some(({ from }) => allBefore(utterance, from) !== undefined);

const YIELDS = /^(?:at|earning|earns|yielding|yields|yield|pays|paying|on|making)$/;

/** `300m cash`, `$300m of cash at 4%`, `10bn in t-bills`. */
const cashIn = ({ utterance, phrases, taken }: Among): Refining | undefined => {
  for (const mark of phrases.of('cash')) {
    const amounts = slotsOf(utterance, 'amount');
    const isSet = utterance.words[mark.to] === '=';
    const cash = amounts.find(
      ({ unit, ...at }) => (unit === 'money' || (isSet && unit === undefined)) && isNear(utterance, mark, at),
    );
    if (cash === undefined) continue;
    const earned = amounts.find(
      ({ from, unit, value }) =>
        from >= Math.max(mark.to, cash.to) &&
        (unit === '%' || (unit === undefined && value <= MOST_YIELD)) &&
        YIELDS.test(utterance.words[from - 1] ?? ''),
    );
    taken.push(cash, ...(earned ? [earned] : []));
    return {
      refined: { cash: cash.value, ...(earned && { cashYield: earned.value }) },
      uses: [hullOf([mark, cash]), ...(earned ? [{ from: earned.from - 1, to: earned.to }] : [])],
    };
  }
  return undefined;
};

const MOST_YIELD = 15;
const UNCOUNTED = /^(?:no|without|not|before|ex|excluding|ignoring|ignore|minus|never)$/;
const UNTAXED = /^(?:untaxed|pretax)$/;

const BESIDE_CAP = /^(?:and|n|with|w|plus|\+|&|,)?$/;

/** `after tax`, `tax=25%`, `25% tax`, `163j plus 21`: the federal rate unless another is given. */
const taxIn = (among: Among, cap: Place | undefined): Refining | undefined => {
  const { utterance, taken } = among;
  const [mark] = among.phrases.of('tax');
  if (mark && UNTAXED.test(utterance.words[mark.from] ?? '')) return undefined;
  if (mark && !UNCOUNTED.test(utterance.words[mark.from - 1] ?? '')) {
    const rate = percentNear(among, mark);
    return rate && !rate.isFraction
      ? foundAt(among, mark, rate, { taxRate: rate.value })
      : { refined: { taxRate: FEDERAL_TAX_RATE.rate }, uses: [mark] };
  }
  const isRate = ({ unit, value, isFraction }: Amount): boolean =>
    (unit === '%' || unit === undefined) && value >= 10 && value <= 45 && !isFraction && value % 25 !== 0;
  const beside = slotsOf(utterance, 'amount').find(
    (one) => cap && isRate(one) && !taken.includes(one) && BESIDE_CAP.test(betweenOf(utterance, cap, one).join(' ')),
  );
  return beside && cap && foundAt(among, cap, beside, { taxRate: beside.value });
};

export const refinedIn = (utterance: Utterance, isBehindMove: boolean): Refining | undefined => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  if (phrases.all.length === 0) return undefined;
  const among: Among = { utterance, phrases, taken: [], isBehindMove };
  const [cap] = phrases.of('cap').filter(({ from }) => !UNCOUNTED.test(utterance.words[from - 1] ?? ''));
  const parts = [cashIn(among), part(among, 'hedged', 'hedgedShare'), part(among, 'pass', 'passThrough')];
  // "the 30% interest cap": its own
  const own = slotsOf(utterance, 'amount').find(
    ({ to, unit, value }) =>
      cap !== undefined &&
      to === cap.from &&
      unit === '%' &&
      value <= 100 &&
      /^(?:cap|limitation)$/.test(utterance.words[cap.to - 1] ?? ''),
  );
  if (own) among.taken.push(own);
  const tax = taxIn(among, cap);
  const capped: Refining | undefined = cap && {
    refined: { interestCap: own?.value ?? INTEREST_CAP, ...(tax ? {} : { taxRate: FEDERAL_TAX_RATE.rate }) },
    uses: [{ from: own?.from ?? cap.from, to: utterance.words[cap.to] === 'on' ? cap.to + 1 : cap.to }],
  };
  const found = [...parts, tax, capped].filter((one) => one !== undefined);
  return found.length === 0
    ? undefined
    : {
        refined: Object.assign({}, ...found.map(({ refined }) => refined)) as Refined,
        uses: [...found.flatMap(({ uses }) => uses), ...(tax ? placesOf(utterance, TIED) : [])],
      };
};

const SOME =
  /^(?:some|partly|part|bits?|most|mostly|much|lots?|pile|piles|loads|plenty|heaps|ton|tons|chunk|stack|sitting|sits|sit)$/;
const SAMPLES: ReadonlyMap<string, readonly Refined[]> = new Map([
  ['hedged', [{ hedgedShare: 25 }, { hedgedShare: 50 }, { hedgedShare: 75 }]],
  ['pass', [{ passThrough: 25 }, { passThrough: 50 }, { passThrough: 75 }]],
  ['cash', [{ cash: 100 }, { cash: 1_000 }, { cash: 10_000 }]],
]);

/** `some of it hedged`, `they sit on a pile of t-bills`: of how much is asked. */
export const vagueIn = (utterance: Utterance): Refining | undefined => {
  const [mark] = phrasesOf(utterance, REFINED_WORDS).all.filter(({ tag }) => SAMPLES.has(tag));
  const some = placesOf(utterance, SOME);
  const [first] = some;
  const samples = mark && SAMPLES.get(mark.tag);
  return mark && first && samples ? { refined: {}, samples, uses: [mark, ...some] } : undefined;
};
