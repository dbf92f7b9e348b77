import {
  type Amount,
  firstWordOf,
  hasAny,
  isMadeOf,
  lexiconOf,
  licenceOf,
  type Mark,
  marksOf,
  matcherOf,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  says,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from '../rate-move/question.ts';
import { withChanges } from '../rate-move/read-assumed.ts';
import { countedIn } from '../rate-move/read-counted.ts';
import type { Figures } from '../rate-move/read-figures.ts';
import { hedgesAll, SUPPOSES } from '../rate-move/read-refinements.ts';
import { lostIn, takesOutCounted } from '../rate-move/read-taken-out.ts';
import { onlyOf, signedBps, type Turned, turnedBy, wordsOfChanges, wordsOfMove } from '../rate-move/read-turned.ts';
import { exactly, type Reading, type ReadTopic } from '../reading.ts';
import { METHOD_ASPECTS, type MethodAspect, type MethodQuestion } from './question.ts';
import { citedIn, cutOf, METHOD_NAMES, whence } from './read-cited.ts';
import words from './words.json' with { type: 'json' };

/** What is asked of the model, by the words for it. */
const ASPECTS = lexiconOf(words);

const OF_MODEL = /^(?:rate-move|compare-moves|solve|method)$/;

const aspects = (list: string): readonly MethodAspect[] =>
  list.split('|').flatMap((name) => METHOD_ASPECTS.filter((one) => one === name));

/** The narrower question first: `why is the tax …` is of tax, `how is the cover calculated` of the cover. */
const ORDER = aspects(
  'rounding|lift ratio|growth|tax|hedges|refinancing|cash|floor|coverage|companies|timing|formula|assumptions|why',
);
/** What the model leaves out, each asked for by itself. */
const LEFT_OUT = aspects('tax|hedges|refinancing|cash');
/** What a sentence with a size may mention without asking for it. */
const BESIDE_SIZE = new Set(
  aspects('timing|coverage|assumptions|companies|floor|cash|lift ratio|growth|refinancing|hedges'),
);
/** Words that are of the model only beside words that ask it of a reply. */
const LOOSE =
  /^(?:cash|cover|tax|taxes|floor|lag|maturity|deposits|reason|inputs|proxy|more sensitive|annual|immediate|working|maturities|divided by|overnight)$/;
const ASKS =
  /^(?:what|whats|how|hows|is|are|do|does|did|any|and|but|which|why|show|explain|after|before|pre|post|net|so|ok|can|with)$/;

const QUESTION = /^(?:what|whats|how|is|are|does|do|did|which|why|any)$/;

const HIGHEST_TAX_RATE = 99;
const SHORT = 6;
const LONG = 16;

/** The tax rate that is asked about, where it is no figure of a reply. */
const taxRateIn = ({ others }: Figures, cited: readonly Place[]) => {
  const tax = others.find(
    ({ parameter, isChange, uses }) =>
      parameter === 'tax' && !isChange && !cited.some((one) => uses.some((used) => overlaps(used, one))),
  );
  return tax && tax.value >= 0 && tax.value <= HIGHEST_TAX_RATE ? tax : undefined;
};

/** The move a question is about: the one it names, else the one asked about last. */
const moveMeant = (
  turned: Turned,
  uses: readonly Place[],
  cited: readonly Amount[] = [],
): { of?: RateMoveQuestion; uses: readonly Place[]; sizes: readonly Amount[] } => {
  const { figures, numbers, utterance } = turned;
  const [size, second] = figures.sizes.filter(({ isDenied }) => !isDenied);
  const amount = size?.amounts[0];
  const isTaken = (one: Amount) => cited.includes(one) || uses.some((used) => overlaps(used, one));
  const isSize = size && amount && !isTaken(amount) && second === undefined && size.bps <= LARGEST_MOVE_BPS;
  if (!isSize || !licenceOf(utterance, amount, uses, false).isGiven)
    return { ...(numbers.move && { of: numbers.move }), uses: [], sizes: [] };
  const moveBps = signedBps(size, turned);
  return {
    of: { kind: 'rate-move', moveBps, ...withChanges(turned.base, figures.changes, onlyOf(turned)) },
    uses: [...size.uses, ...wordsOfChanges(figures)],
    sizes: size.amounts,
  };
};

/** Words of other topics, which a word of the model does not make a question of the model. */
const isOfOthers = ({ marks, slots }: Utterance, aspect: MethodAspect, found: readonly Mark[]): boolean => {
  const isRatio = aspect !== 'lift ratio' && aspect !== 'coverage';
  // "using 10y or short end"
  const isTenor = (value: string): boolean => aspect === 'formula' && value === 'tenor';
  const others = [
    ...marks.filter(
      ({ tag, value }) =>
        (/^(?:views|other|advice|brief|odds)$/.test(tag) && !isTenor(value)) || (tag === 'ratio' && isRatio),
    ),
    ...slots.filter(({ kind }) => kind === 'stance' || kind === 'who'),
  ];
  return others.some((one) => !found.some((mark) => overlaps(mark, one)));
};

/** `why?` alone asks the reason of a reply of the model, and the source of any other; `why so much more` asks for no source. */
const bareWhy = (
  utterance: Utterance,
  own: readonly Mark[],
  context: Context | undefined,
): readonly Reading[] | undefined => {
  const uses = [...own, ...marksOf(utterance, 'reference', 'compare', 'correction', 'more')];
  const isBare = isMadeOf(utterance, uses);
  const last = context?.last;
  if (!isBare || (last && OF_MODEL.test(last.kind))) return undefined;
  return last === undefined || last.kind === 'source' || last.kind === 'help' || says(utterance, /^more$/)
    ? []
    : [exactly({ kind: 'source', of: last }, 'Where that comes from', uses)];
};

/** Whose the tax is, or who takes it. */
const TAKES = '=take|=takes|=took|=taken|=pay|=pays|=paid|=taxed|=charge|=charged|=his|=he|=they|=at';

/** `and at 30%?`, `same for 75bp`: a question of the model again, at another tax rate or of another move. */
const again = (turned: Turned, phrases: Phrases): readonly Reading[] => {
  const { utterance, context, figures } = turned;
  const last = context?.last;
  const matches = matcherOf(utterance, phrases);
  const [amount, second] = slotsOf(utterance, 'amount');
  if (last?.kind !== 'method' || last.aspect !== 'tax' || context?.stale || !amount || second) return [];
  // "suppose he takes 25 instead": of the tax; "and 25" may be of the move
  const isShare =
    amount.unit === '%' ||
    (amount.unit === undefined && !amount.isFraction && (amount.value % 25 !== 0 || matches(TAKES)));
  const isElse =
    matches('@rate|@move|@company') ||
    marksOf(utterance, 'parameter').some(({ value }) => value !== 'tax') ||
    utterance.unknown.size > 0;
  if (isShare && !isElse && amount.value <= HIGHEST_TAX_RATE) {
    const uses = phrases.has('aspect', 'tax')
      ? [wholeOf(utterance)]
      : [amount, ...marksOf(utterance, 'wants', 'correction', 'fed', 'compare')];
    return [exactly({ ...last, taxRate: amount.value }, `After ${amount.value}% tax`, uses)];
  }
  if (!matches('@reference:same') || figures.changes.length > 0 || amount.unit !== 'bp') return [];
  const { of, uses, sizes } = moveMeant(turned, []);
  return of && sizes.length > 0
    ? [exactly({ ...last, of }, 'After tax', [...uses, ...wordsOfMove(utterance)], { sizes })]
    : [];
};

const MATTERS =
  /\b(?:(?:do|does)(?:nt| not| it| that| this| the \S+(?: \S+)?)? (?:even |really |actually )?(?:nothing|matter|count)|makes? (?:no|any|a) (?:odds|difference)|(?:has|have) (?:no|any) (?:effect|impact|bearing)|changes? nothing|irrelevant)\b/;

/** `so the coupon does nothing??`: what a starting rate has to do with it, which the formula tells. */
const rateMatters = ({ utterance, numbers, figures }: Turned): readonly Reading[] => {
  const isAsked =
    marksOf(utterance, 'parameter').some(({ value }) => /^(?:rate|plainRate)$/.test(value)) &&
    MATTERS.test(utterance.joined);
  if (!isAsked || figures.free.length > 0 || figures.changes.length > 0 || utterance.unknown.size > 0) return [];
  const of = numbers.move;
  return [
    exactly({ kind: 'method', aspect: 'formula', ...(of && { of }) }, METHOD_NAMES.formula, [wholeOf(utterance)]),
  ];
};

const EXPLAINED =
  /^(?:(?:and|so|ok|sorry|please|pls|but|huh|hm+|can you|could you|can u|pls can you) )*(?:explain(?: (?:it|that|this|yourself|more|further|what that means|what this means))*|(?:i |we )?(?:do not|dont|cant|cannot|didnt|not) (?:really |quite |fully )?(?:get|getting|understand|follow|following)(?: (?:it|that|this|any of (?:it|this|that)|at all))?|what (?:does|do|did) (?:that|this|it|all that|all this|these|those)(?: all)? mean|meaning(?: what)?|what do (?:you|u) mean(?: by (?:that|this|it))?|wdym|in (?:plain |simple |normal |simpler |plainer )?(?:english|words|terms)|(?:in )?lay ?mans? terms|eli5|for dummies|(?:you )?lost me|im (?:lost|confused)|elaborate)(?: (?:please|pls|again|exactly|though|tho|then|to me|for me|mate))*(?: \?)*$/;

/** How the model works, and what it leaves out, of the move in question. */
export const readMethod: ReadTopic = (utterance, context, _library, known) => {
  const phrases = phrasesOf(utterance, ASPECTS);
  const matches = matcherOf(utterance, phrases);
  const found = phrases.all;
  const cited = citedIn(utterance);
  // "where is the 4.39 from": a figure of a reply
  const isWhence = cited.length > 0 && phrases.has('aspect', 'whence');
  const first = ORDER.find((one) => phrases.has('aspect', one)) ?? (isWhence ? 'formula' : undefined);
  // "why is small more sensitive", rather than by how much
  const aspect =
    first === 'lift ratio' && /^(?:(?:and|so|ok) )*(?:why|whys|what makes)\b/.test(utterance.joined) ? 'why' : first;
  const turned = turnedBy(utterance, context, known);
  const { figures, numbers } = turned;
  const matter = rateMatters(turned);
  if (matter.length > 0) return matter;
  const isOfReply = context !== undefined && OF_MODEL.test(context.last.kind);
  const isWhy = phrases.has('aspect', 'why') && !matches('#direction');
  const isSought = phrases.has('aspect', 'whence', 'formula') || /\bfrom\W*$/i.test(utterance.typed);
  const inputs = isWhy || isSought ? whence(utterance, found, isOfReply, numbers.move) : [];
  if (inputs.length > 0) return inputs;
  // "i don't get it", behind a move: how it comes about
  if (isOfReply && !context.stale && EXPLAINED.test(utterance.joined)) {
    const of = numbers.move;
    const asks = { kind: 'method', aspect: 'formula', ...(of && { of }) } as const;
    return [exactly(asks, METHOD_NAMES.formula, [wholeOf(utterance)])];
  }
  if (aspect === undefined) return again(turned, phrases);
  const taxed = aspect === 'tax' ? again(turned, phrases) : [];
  if (taxed.length > 0) return taxed;
  const isOfShown = isOfReply || numbers.move !== undefined;
  const cut = cited[0] && !isOfShown ? cutOf(cited[0].value) : undefined;
  if (cited.length > 0 && !isOfShown && !cut) return [];
  const own = phrases.of('aspect', aspect, ...(isWhence ? ['whence'] : []));
  // in a thread of the model, a verb of any kind: "the fixed side just sits there?"
  const isAskedOn = isOfReply && !context.stale && matches('? -#number') && own.some(({ from, to }) => to - from > 1);
  // "the pdf says 17.55, did i mess up"
  const printed = utterance.typed.match(/\b17[.,]5[56]\b/g) ?? [];
  // "why does the note print 17.55 when you say 17.56"
  const isBoth = printed.length > 1;
  if (aspect === 'rounding' && (isBoth || (printed[0] && !hasAny(utterance, 'other', 'ratio', 'document')))) {
    const of = numbers.move ?? cut;
    return [exactly({ kind: 'method', aspect, ...(of && { of }) }, METHOD_NAMES[aspect], [wholeOf(utterance)])];
  }
  if (strangeIn(utterance, found).length > (isAskedOn ? 1 : 0) || isOfOthers(utterance, aspect, found)) return [];
  const isNumbered = slotsOf(utterance, 'ignored').some(({ start, end }) =>
    /\d/.test(utterance.typed.slice(start, end)),
  );
  if (aspect !== 'tax' && isNumbered) return [];
  // "scrap all that, standard assumptions again" changes something
  if (aspect === 'assumptions' && turned.isReset && numbers.move) return [];
  const isNamed = (place: Place): boolean => found.some((mark) => overlaps(mark, place));
  const isSized = figures.sizes.some(({ amounts }) => !amounts.some((one) => isNamed(one) || cited.includes(one)));
  if (isSized && BESIDE_SIZE.has(aspect)) return [];
  if (aspect === 'why') {
    const bare = bareWhy(utterance, own, context);
    if (bare) return bare;
    const isOfModel = isOfReply || hasAny(utterance, 'company', 'income', 'more', 'reference') || matches('#direction');
    if (!isOfModel || utterance.words.length > LONG) return [];
  }
  const isLoose = own.every(({ from, to }) => LOOSE.test(utterance.words.slice(from, to).join(' ')));
  const isPut = utterance.words.length <= SHORT && ASKS.test(utterance.words[firstWordOf(utterance)] ?? '');
  if (isLoose && !isOfShown && !isPut && !isSized && figures.others.length === 0 && !matches('?')) return [];
  const tax = aspect === 'tax' ? taxRateIn(figures, cited) : undefined;
  // "tax at 25", "163j on, 21 tax, 75 lower": counted in the move
  // "how much of that survives 21% tax"
  const isSurviving = says(utterance, /^surviv/);
  const isCounted =
    tax &&
    (isSurviving || SUPPOSES.test(utterance.joined) || (!matches('?') && !says(utterance, QUESTION))) &&
    (isSized || countedIn(context) !== undefined);
  // "all of it hedged"
  const isWhole = aspect === 'hedges' && countedIn(context) !== undefined && hedgesAll(utterance);
  // "50bps 163j"
  const isCapped = aspect === 'tax' && isSized && matches('=163j|=163') && !matches('?') && !says(utterance, QUESTION);
  // "no tax no hedges, 50 down"
  const isLeftOut =
    LEFT_OUT.includes(aspect) && isSized && lostIn(utterance).length > 0 && !matches('?') && !says(utterance, QUESTION);
  if (
    isLeftOut ||
    isCounted ||
    isWhole ||
    isCapped ||
    ((LEFT_OUT.includes(aspect) || aspect === 'timing') && takesOutCounted(utterance, context))
  )
    return [];
  const { of = cut, uses, sizes } = moveMeant(turned, [...found, ...(tax?.uses ?? [])], cited);
  const asked = (one: MethodAspect): MethodQuestion => ({ kind: 'method', aspect: one, ...(of && { of }) });
  // "after tax and hedging": one is answered, the others offered beside it
  const others = LEFT_OUT.filter((one) => one !== aspect && phrases.has('aspect', one)).map((one) => ({
    name: METHOD_NAMES[one],
    question: asked(one),
  }));
  // figures of the reply itself, as in "why is it 4.39": what is asked about, and no input
  const isOfFigure = aspect === 'formula' || aspect === 'rounding' || aspect === 'why';
  const accounted = [
    ...found,
    ...(tax?.uses ?? []),
    ...uses,
    ...figures.free.filter(({ isDecimal }) => isOfFigure && isDecimal),
    ...cited,
    ...wordsOfMove(utterance),
    ...(figures.scope?.marks ?? []),
    ...marksOf(utterance, 'parameter', 'income', 'past', 'company', 'compare', 'wants', 'name', 'clock'),
    ...slotsOf(utterance, 'direction'),
    ...slotsOf(utterance, 'duration'),
  ];
  return [
    exactly({ ...asked(aspect), ...(tax && { taxRate: tax.value }) }, METHOD_NAMES[aspect], accounted, {
      sizes,
      ...(others.length > 0 && { others }),
    }),
  ];
};
