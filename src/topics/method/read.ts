import {
  type Amount,
  FUNCTION_WORDS,
  firstWordOf,
  has,
  hasAny,
  licenceOf,
  type Mark,
  marked,
  marksOf,
  numbersIn,
  overlaps,
  type Place,
  phrasesFound,
  says,
  slotsOf,
  strangeIn,
  type Utterance,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from '../rate-move/question.ts';
import { withChanges } from '../rate-move/read-assumed.ts';
import type { Figures } from '../rate-move/read-figures.ts';
import { onlyOf, signedBps, type Turned, turnedBy, wordsOfChanges, wordsOfMove } from '../rate-move/read-turned.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import { METHOD_ASPECTS, type MethodAspect, type MethodQuestion } from './question.ts';
import { ASPECTS } from './read-aspects.ts';
import { citedIn, cutOf, whence } from './read-cited.ts';
import { METHOD_NAMES } from './read-names.ts';

const isAspect = (value: string): value is MethodAspect => METHOD_ASPECTS.some((one) => one === value);

const OF_MODEL: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method']);

const aspects = (list: string): readonly MethodAspect[] => list.split('|').filter(isAspect);

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
const LOOSE: ReadonlySet<string> = new Set(
  `cash|cover|tax|taxes|floor|lag|maturity|deposits|reason|inputs|proxy|more sensitive|annual|immediate|working|maturities|divided by|overnight`.split(
    '|',
  ),
);

const HIGHEST_TAX_RATE = 99;

const taxRateOf = (
  { others }: Figures,
  cited: readonly Place[],
): { readonly rate?: number; readonly uses: readonly Place[] } => {
  const tax = others.find(
    ({ parameter, isChange, uses }) =>
      parameter === 'tax' && !isChange && !cited.some((one) => uses.some((used) => overlaps(used, one))),
  );
  return tax && tax.value >= 0 && tax.value <= HIGHEST_TAX_RATE ? { rate: tax.value, uses: tax.uses } : { uses: [] };
};

/** The move a question is about: the one it names, else the one asked about last. */
const moveMeant = (
  turned: Turned,
  uses: readonly Place[],
  cited: readonly Amount[] = [],
): { of?: RateMoveQuestion; uses: readonly Place[]; sizes: Reading['sizes'] } => {
  const { figures, numbers, utterance } = turned;
  const [size, second] = figures.sizes.filter(({ isDenied }) => !isDenied);
  const amount = size?.amounts[0];
  const isSize =
    size !== undefined &&
    !(amount && (cited.includes(amount) || uses.some((used) => overlaps(used, amount)))) &&
    second === undefined &&
    size.bps <= LARGEST_MOVE_BPS &&
    amount !== undefined;
  if (!isSize || !licenceOf(utterance, amount, uses, false).isGiven)
    return { ...(numbers.move && { of: numbers.move }), uses: [], sizes: [] };
  const of: RateMoveQuestion = {
    kind: 'rate-move',
    moveBps: signedBps(size, turned),
    ...withChanges(turned.base, figures.changes, onlyOf(turned)),
  };
  return { of, uses: [...size.uses, ...wordsOfChanges(figures)], sizes: size.amounts };
};

/** Words of other topics, which a word of the model does not make a question of the model. */
const isOfOthers = (utterance: Utterance, aspect: MethodAspect, found: readonly Mark[]): boolean => {
  const beside = (tag: string): boolean =>
    marked(utterance, tag).some((mark) => !found.some(({ from, to }) => mark.from < to && from < mark.to));
  const isNamed = utterance.slots.some(
    (slot) => (slot.kind === 'stance' || slot.kind === 'who') && !found.some((mark) => overlaps(mark, slot)),
  );
  const isView = beside('views') || isNamed;
  const isOther = beside('other') || beside('advice') || beside('brief') || beside('odds');
  const isRatio = beside('ratio') && aspect !== 'lift ratio' && aspect !== 'coverage';
  return isView || isOther || isRatio;
};

const isLoose = (utterance: Utterance, { from, to }: Mark): boolean =>
  LOOSE.has(utterance.words.slice(from, to).join(' '));

const isOfReply = (context: Context | undefined): boolean => context !== undefined && OF_MODEL.has(context.last.kind);

const SHORT = 6;

/** `why?` alone asks the reason of a reply of the model, and the source of any other. */
const bareWhy = (
  utterance: Utterance,
  found: readonly Mark[],
  context: Context | undefined,
): readonly Reading[] | undefined => {
  const words = [...found, ...marksOf(utterance, 'reference', 'compare', 'correction', 'more')];
  const isBare = utterance.tokens.every(
    ({ kind }, at) =>
      kind === 'sign' ||
      FUNCTION_WORDS.has(utterance.words[at] as string) ||
      words.some(({ from, to }) => from <= at && at < to),
  );
  if (!isBare) return undefined;
  if (context === undefined) return [];
  if (isOfReply(context)) return undefined;
  const { last } = context;
  if (last.kind === 'source') return [];
  return [{ asks: { kind: 'source', of: last }, name: 'Where that comes from', how: 'exact', uses: words }];
};

const OF_COMPANIES = ['company', 'income', 'more', 'direction', 'reference'] as const;

/** `and at 30%?`, `same for 75bp`: a question of the model again, at another tax rate or of another move. */
const again = (turned: Turned): readonly Reading[] => {
  const { utterance, context, figures } = turned;
  const last = context?.last;
  const [amount, second] = slotsOf(utterance, 'amount');
  if (last?.kind !== 'method' || last.aspect !== 'tax' || context?.stale || !amount || second) return [];
  const isElse = hasAny(utterance, 'rate', 'move', 'parameter', 'company') || utterance.unknown.size > 0;
  // "suppose he takes 25 instead": of the tax; "and 25" may be of the move
  const isTaken = says(utterance, /^(?:takes?|took|taken|pays?|paid|taxed|charged?|his|he|they|at)$/);
  const isShare = amount.unit === '%' || (amount.unit === undefined && (isTaken || amount.value % 25 !== 0));
  if (isShare && !isElse && amount.value <= HIGHEST_TAX_RATE)
    return [
      {
        asks: { ...last, taxRate: amount.value },
        name: `After ${amount.value}% tax`,
        how: 'exact',
        uses: [amount, ...marksOf(utterance, 'wants', 'correction', 'fed', 'compare')],
      },
    ];
  const isSame = has(utterance, 'reference', 'same') && figures.changes.length === 0 && amount.unit === 'bp';
  const { of, uses, sizes = [] } = isSame ? moveMeant(turned, []) : {};
  if (!of || sizes.length === 0) return [];
  const words = [...(uses ?? []), ...wordsOfMove(utterance)];
  return [{ asks: { ...last, of }, name: 'After tax', how: 'exact', uses: words, sizes }];
};

/** How the model works, and what it leaves out, of the move in question. */
export const readMethod: ReadTopic = (utterance, context, _library, known) => {
  const found = phrasesFound(utterance, ASPECTS);
  const aspect = ORDER.find((one) => found.some(({ value }) => value === one));
  const turned = turnedBy(utterance, context, known);
  const { figures, numbers } = turned;
  const asked = whence(utterance, found, isOfReply(context));
  if (asked.length > 0 && found.some(({ value }) => value === 'whence')) return asked;
  if (aspect === undefined) return again(turned);
  const figuresOfReply = citedIn(utterance);
  const [figure] = figuresOfReply;
  const isOfShown = isOfReply(context) || numbers.move !== undefined;
  const cited = figure && !isOfShown ? cutOf(figure.value) : undefined;
  if (figure && !isOfShown && !cited) return [];
  // in a thread of the model, a verb of any kind: "the fixed side just sits there?"
  const strange = strangeIn(utterance, found).length;
  const isOneOff =
    isOfReply(context) &&
    !context?.stale &&
    utterance.typed.trim().endsWith('?') &&
    numbersIn(utterance).length === 0 &&
    found.some(({ value, from, to }) => value === aspect && to - from > 1);
  if (strange > (isOneOff ? 1 : 0) || isOfOthers(utterance, aspect, found)) return [];
  const isDigit = ({ start, end }: { start: number; end: number }) => /\d/.test(utterance.typed.slice(start, end));
  if (aspect !== 'tax' && slotsOf(utterance, 'ignored').some(isDigit)) return [];
  // "scrap all that, standard assumptions again" changes something
  if (aspect === 'assumptions' && turned.isReset && numbers.move) return [];
  const own = found.filter(({ value }) => value === aspect);
  const isNamed = (place: Place): boolean => found.some(({ from, to }) => from < place.to && place.from < to);
  const isSized = figures.sizes.some(
    ({ amounts }) => !amounts.some((one) => isNamed(one) || figuresOfReply.includes(one)),
  );
  if (isSized && BESIDE_SIZE.has(aspect)) return [];
  if (aspect === 'why') {
    const bare = bareWhy(utterance, own, context);
    if (bare) return bare;
    const isOfModel = isOfReply(context) || hasAny(utterance, ...OF_COMPANIES);
    if (!isOfModel || utterance.words.length > 16) return [];
  }
  const isLooseOnly = own.every((mark) => isLoose(utterance, mark));
  const isPut =
    /^(?:what|whats|how|hows|is|are|do|does|did|any|and|but|which|why|show|explain|after|before|pre|post|net|so|ok|can|with)$/.test(
      utterance.words[firstWordOf(utterance)] ?? '',
    );
  const isAsked =
    isOfReply(context) ||
    numbers.move !== undefined ||
    (utterance.words.length <= SHORT && isPut) ||
    utterance.typed.trim().endsWith('?') ||
    isSized ||
    figures.others.length > 0;
  if (isLooseOnly && !isAsked) return [];
  const tax = aspect === 'tax' ? taxRateOf(figures, figuresOfReply) : { uses: [] };
  const { of = cited, uses, sizes } = moveMeant(turned, [...found, ...tax.uses], figuresOfReply);
  const question: MethodQuestion = {
    kind: 'method',
    aspect,
    ...(of && { of }),
    ...('rate' in tax && tax.rate !== undefined && { taxRate: tax.rate }),
  };
  // "after tax and hedging": one is answered, the others offered beside it
  const others = LEFT_OUT.filter((one) => one !== aspect && found.some(({ value }) => value === one)).map((one) => ({
    name: METHOD_NAMES[one],
    question: { kind: 'method' as const, aspect: one, ...(of && { of }) },
  }));
  // figures of the reply itself, as in "why is it 4.39": what is asked about, and no input
  const decimals =
    aspect === 'formula' || aspect === 'rounding' || aspect === 'why'
      ? figures.free.filter(({ isDecimal }) => isDecimal)
      : [];
  return [
    {
      asks: question,
      name: METHOD_NAMES[aspect],
      how: 'exact',
      uses: [
        ...found,
        ...tax.uses,
        ...uses,
        ...decimals,
        ...figuresOfReply,
        ...wordsOfMove(utterance),
        ...slotsOf(utterance, 'direction'),
        ...(figures.scope?.marks ?? []),
        ...marksOf(utterance, 'parameter', 'income', 'past', 'company', 'compare', 'wants', 'name', 'clock'),
        ...slotsOf(utterance, 'duration'),
      ],
      ...(sizes && { sizes }),
      ...(others.length > 0 && { others }),
    },
  ];
};
