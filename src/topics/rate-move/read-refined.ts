import {
  type Amount,
  hullOf,
  isIn,
  isOnly,
  marked,
  marksOf,
  numbersIn,
  type Phrases,
  type Place,
  passes,
  passingOver,
  phrasesOf,
  rateWays,
  says,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { FEDERAL_TAX_RATE, INTEREST_CAP, REFINEMENTS, type Refinement } from '../../sensitivity/index.ts';
import type { Context, Kept } from '../context.ts';
import type { ReadCommand, Reading, ReadTopic } from '../reading.ts';
import type { Overrides, RateMoveQuestion } from './question.ts';
import { readRateMove } from './read.ts';
import { type Counted, countedIn, movedReading, numberGiven, REFINED_WORDS, recountedBeside } from './read-counted.ts';

/** What note 000 leaves out, in words: `30% hedged`, `after tax`, `300m cash at 4%`, `80% pass-through`, `163(j)`. */

type Refined = Partial<Record<Refinement, number>>;

interface Found {
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
const MOST_BETWEEN = 4;
const BETWEEN =
  /^(?:=|of|is|are|at|to|it|the|them|that|its|their|debt|floating|floats?|floaters?|loans?|book|rate|share|with|a|an|:|for|only|about|around|gets?|got|say|now|cuts?|hikes?|move|whatever|also|in|on|just|was|be)$/;
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
const foundAt = ({ taken }: Among, mark: Place, amount: Amount, refined: Refined): Found => {
  taken.push(amount);
  return { refined, uses: [hullOf([mark, amount])] };
};

const part = (among: Among, tag: string, field: 'hedgedShare' | 'passThrough'): Found | undefined => {
  for (const mark of among.phrases.of(tag)) {
    const amount = percentNear(among, mark);
    if (amount) return foundAt(among, mark, amount, { [field]: partOf(amount) ?? amount.value });
    const from = allBefore(among.utterance, mark.from);
    if (from !== undefined) return { refined: { [field]: 100 }, uses: [{ from, to: mark.to }] };
  }
  return undefined;
};

const ALL = /^(?:all|everything|fully|entirely|completely|wholly)$/;
const OF_ALL = /^(?:of|it|that|the|their|its|debt|floating|floater|float|floats|is|was|being|gets)$/;

/** `all of it hedged`, `fully hedged`: where that begins; not `are they fully hedged`, which asks whether it is so. */
const allBefore = ({ words }: Utterance, to: number): number | undefined => {
  let at = to - 1;
  while (OF_ALL.test(words[at] ?? '')) at -= 1;
  const isSaid = ALL.test(words[at] ?? '') && !/^(?:not|isnt|arent)$/.test(words[at - 1] ?? '');
  return isSaid && !ASKS.test(words[0] ?? '') ? at : undefined;
};

/** Whether a text says that all of the floating debt is hedged. */
export const hedgesAll = (utterance: Utterance): boolean =>
  phrasesOf(utterance, REFINED_WORDS)
    .of('hedged')
    .some(({ from }) => allBefore(utterance, from) !== undefined);

const YIELDS = /^(?:at|earning|earns|yielding|yields|yield|pays|paying|on|making)$/;

/** `300m cash`, `$300m of cash at 4%`, `10bn in t-bills`. */
const cashIn = ({ utterance, phrases, taken }: Among): Found | undefined => {
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

const BESIDE_CAP = /^(?:and|n|with|w|plus|\+|&|,)?$/;

/** `after tax`, `tax=25%`, `25% tax`, `163j plus 21`: the federal rate unless another is given. */
const taxIn = (among: Among, cap: Place | undefined): Found | undefined => {
  const { utterance, taken } = among;
  const [mark] = among.phrases.of('tax');
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

const refinedIn = (utterance: Utterance, isBehindMove: boolean): Found | undefined => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  if (phrases.all.length === 0) return undefined;
  const among: Among = { utterance, phrases, taken: [], isBehindMove };
  const [cap] = phrases.of('cap').filter(({ from }) => !UNCOUNTED.test(utterance.words[from - 1] ?? ''));
  const parts = [cashIn(among), part(among, 'hedged', 'hedgedShare'), part(among, 'pass', 'passThrough')];
  const tax = taxIn(among, cap);
  const capped: Found | undefined = cap && {
    refined: { interestCap: INTEREST_CAP, ...(tax ? {} : { taxRate: FEDERAL_TAX_RATE.rate }) },
    uses: [{ from: cap.from, to: utterance.words[cap.to] === 'on' ? cap.to + 1 : cap.to }],
  };
  const found = [...parts, tax, capped].filter((one) => one !== undefined);
  return found.length === 0
    ? undefined
    : {
        refined: Object.assign({}, ...found.map(({ refined }) => refined)) as Refined,
        uses: found.flatMap(({ uses }) => uses),
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
const vagueIn = (utterance: Utterance): Found | undefined => {
  const [mark] = phrasesOf(utterance, REFINED_WORDS).all.filter(({ tag }) => SAMPLES.has(tag));
  const some = utterance.words.flatMap((word, at) => (SOME.test(word) ? [{ from: at, to: at + 1 }] : []));
  const [first] = some;
  const samples = mark && SAMPLES.get(mark.tag);
  return mark && first && samples ? { refined: {}, samples, uses: [mark, ...some] } : undefined;
};

/** `tax`, and no number for it: a question of the method rather than of the move. */
const isOnlyTax = ({ refined }: Found, utterance: Utterance): boolean =>
  Object.keys(refined).join() === 'taxRate' && numbersIn(utterance).length === 0;

/** Cash is one company's; tax, hedges and their like are counted at both unless one is named. */
const withRefined = <T extends Counted>(
  question: T,
  { cash, cashYield, ...both }: Refined,
  utterance: Utterance,
): T => {
  const [mark] = marked(utterance, 'company');
  const scope = mark && scopeOf(mark);
  const only = 'only' in question ? question.only : undefined;
  const named = only ?? (scope === 'both' ? undefined : scope);
  const held = { ...(cash !== undefined && { cash }), ...(cashYield !== undefined && { cashYield }) };
  const at = (company: 'small' | 'large'): Overrides | undefined => {
    const isMeant = named === undefined || named === company;
    const isHolder = (named ?? 'small') === company;
    const all = { ...question[company], ...(isMeant && both), ...(isHolder && held) };
    return Object.keys(all).length > 0 ? all : undefined;
  };
  const { small: _, large: __, ...rest } = question;
  const [small, large] = [at('small'), at('large')];
  return { ...rest, ...(small && { small }), ...(large && { large }) } as T;
};

const ASKS = /^(?:matters?|does|do|did|is|are|counts?|counted|assumed?|included?|modelled)$/;

const keptOf = ({ refined }: Found, isSized: boolean): Kept => ({
  changed: [
    ...(isSized ? [{ what: 'size' as const }] : []),
    ...REFINEMENTS.filter((field) => field !== 'cashYield' && refined[field] !== undefined).map((what) => ({ what })),
  ],
});

const OF_CARDS: ReadonlyMap<string, Refinement> = new Map([
  ['hedges', 'hedgedShare'],
  ['tax', 'taxRate'],
  ['timing', 'passThrough'],
]);
const USES = /^(?:use|try|take|put|say|with|at)$/;

/** `use 70 with 50 lower`, behind a card on one of them: its number, and a size. */
const ofCard = (utterance: Utterance, context: Context | undefined): Found | undefined => {
  const { last } = context ?? {};
  const field = last?.kind === 'method' ? OF_CARDS.get(last.aspect) : undefined;
  const [amount] = slotsOf(utterance, 'amount');
  const isPart = amount && (amount.unit === undefined || amount.unit === '%') && amount.value <= 100;
  if (!field || !isPart || !USES.test(utterance.words[amount.from - 1] ?? '') || utterance.words[amount.to] !== 'with')
    return undefined;
  return { refined: { [field]: amount.value }, uses: [{ from: amount.from - 1, to: amount.to + 1 }] };
};

/** `cut 100 with 30% hedged`, `cut 50 after tax`, and of the move asked about last `with 30% hedged`, `300m cash at 4%`. */
export const readRefined: ReadTopic = (utterance, context, library, known) => {
  const named = countedIn(context);
  const standing = context?.stale ? undefined : named;
  const again = [
    ...(named ? recountedBeside(utterance, context, named, library, known) : []),
    ...numberGiven(utterance, context),
  ];
  if (again.length > 0) return again;
  const found = ofCard(utterance, context) ?? refinedIn(utterance, standing !== undefined) ?? vagueIn(utterance);
  if (found === undefined) return [];
  const all = (found.samples ?? [found.refined]).map((refined): Found => ({ ...found, refined }));
  // "hedged on half of it, does that matter?": of the method as likely
  const isAsked = utterance.typed.trim().endsWith('?') && says(utterance, ASKS);
  const isOffer = (found.samples || isAsked) && { isOffer: true as const };
  const rest = passingOver(utterance, found.uses);
  const sized = readRateMove(rest, context, library, known).flatMap((reading): readonly Reading[] => {
    const { asks, sizes = [] } = reading;
    if (asks.kind !== 'rate-move' || sizes.length === 0) return [];
    return all.flatMap((one) =>
      movedReading(withRefined(asks, one.refined, utterance), {
        ...reading,
        ...isOffer,
        uses: [...reading.uses, ...one.uses],
        keeps: { ...reading.keeps, ...keptOf(one, true) },
      }),
    );
  });
  if (sized.length > 0) return sized;
  const isAll = isOnly(utterance, [
    ...found.uses,
    ...marksOf(utterance, 'company', 'reference', 'only', 'parameter', 'share', 'correction', 'drop', 'more'),
    ...marked(utterance, 'fed', 'they'),
    // "how much of that survives 21% tax"
    ...(says(utterance, /^surviv/) ? marksOf(utterance, 'wants', 'income') : []),
  ]);
  if (standing === undefined || !isAll || isOnlyTax(found, utterance)) return [];
  return all.flatMap((one) =>
    movedReading(withRefined(standing, one.refined, utterance), {
      how: 'exact',
      ...isOffer,
      uses: [wholeOf(utterance)],
      keeps: keptOf(one, false),
    }),
  );
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
