import {
  has,
  isIn,
  isLinked,
  isOnly,
  type Lexicon,
  lexiconOf,
  type Mark,
  marked,
  marksOf,
  passingOver,
  phrasesOf,
  placesOf,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { REFINEMENTS, type Refinement } from '../../sensitivity/index.ts';
import { type Context, numbersOf } from '../context.ts';
import { type Question, QuestionSchema } from '../questions.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import type { Overrides } from './question.ts';
import { readRateMove } from './read.ts';
import { COMPANY_IDS, moveButtonName } from './read-assumed.ts';
import { isRoundSize } from './read-inferred.ts';
import { numberButtonName } from './read-number-question.ts';

import words from './words.json' with { type: 'json' };

type Rest = [library: Parameters<ReadTopic>[2], known: Parameters<ReadTopic>[3]];

/** Words of what note 000 leaves out. */
export const REFINED_WORDS: Lexicon = lexiconOf(words);

/** A question that counts with the assumptions of the two companies. */
export type Counted = Extract<Question, { readonly kind: (typeof COUNTED)[number] }>;
const COUNTED = ['rate-move', 'compare-moves', 'solve', 'rate-move-market', 'fan', 'years'] as const;
const isCounted = (question: Question | undefined): question is Counted =>
  COUNTED.some((kind) => kind === question?.kind);

/** What stands, of whatever kind it is. */
export const countedIn = (context: Context | undefined): Counted | undefined => {
  const { active, move, compare, solve } = numbersOf(context);
  const last = context?.last.kind === 'method' ? context.last.of : context?.last;
  if (isCounted(last)) return last;
  return active === 'compare-moves' ? compare : active === 'solve' ? solve : move;
};

const NAMES = { 'rate-move-market': 'What is priced', fan: 'What matters most', years: 'Year by year' } as const;
const nameOf = (question: Counted): string => {
  if (question.kind === 'rate-move') return moveButtonName(question);
  const { small, large, only } = { only: undefined, ...question };
  const assumed = { ...(small && { small }), ...(large && { large }), ...(only && { only }) };
  const plain =
    question.kind === 'compare-moves' || question.kind === 'solve' ? numberButtonName(question) : NAMES[question.kind];
  return `${plain}${moveButtonName({ moveBps: 0, ...assumed }).slice('Hold'.length)}`.slice(0, LONGEST_NAME);
};

/** The question as a reading, where it is one that is answered. */
export const movedReading = (question: Counted, reading: Omit<Reading, 'asks' | 'name'>): readonly Reading[] => {
  const { data } = QuestionSchema.safeParse(question);
  return isCounted(data) ? [{ ...reading, asks: data, name: nameOf(data) }] : [];
};

const DROPS =
  /^(?:without|o|lose|losing|remove|drop|scrap|ditch|kill|no|forget|bin|minus|out|away|off|not|nix|strip|ex|pre|zero|never|skip|undo|yank|dump|clear|cut|back|scratch|excl?|exclude|excluding|ignore|ignoring|disregard|cancel|less|rid|none|nothing|untaxed|default|original|reset|revert)$/;
/** Behind what is taken out: `163j off`, `set the tax to zero`, `cash 0`. */
const OFF =
  /^(?:(?:is|are|set|at|to|=|:|back|right) )*(?:off|out|away|aside|zero|nil|none|0(?! (?:%|bp))|default|the default|as before|as it was)(?= |$)/;
const DOES = /^(?:take|taking|turn|switch|put|set|leave|leaving|get|make|go|bring|scratch)$/;
const KEEPS = /^(?:keep|keeping|leave|leaving|retain|hold)$/;
const STAYS = /^(?:stays?|remains?|holds|kept|stands)$/;
const REST = lexiconOf({
  rest: {
    rest: 'rest to be kept|keep the rest|rest as is|the rest as is|rest stays|the rest stays|keep the floor|keep the debt|keep the floating|keep the leverage|keep|pre',
  },
});

const FIELDS: ReadonlyMap<string, readonly Refinement[]> = new Map([
  ['hedged', ['hedgedShare']],
  ['pass', ['passThrough']],
  ['cash', ['cash', 'cashYield']],
  ['tax', ['taxRate']],
  ['cap', ['interestCap']],
]);

const fieldsOf = ({ tag }: Pick<Mark, 'tag'>): readonly Refinement[] => FIELDS.get(tag) ?? [];

const offBehind = (said: readonly string[], to: number): string | undefined => OFF.exec(said.slice(to).join(' '))?.[0];

/** `lose the tax, keep the hedge`: those under a word that drops, and none that is kept. */
const droppedIn = ({ words: said }: Utterance, all: readonly Mark[]): readonly Mark[] => {
  const marks = [...all].sort((one, other) => one.from - other.from);
  let isDropped = false;
  return marks.filter(({ from, to }, at) => {
    // "w / o" ends in one of them
    const verb = said.slice(marks[at - 1]?.to ?? 0, from).findLast((word) => DROPS.test(word) || KEEPS.test(word));
    if (STAYS.test(said[to] ?? '')) return false;
    if (/^unhedge/.test(said[from] ?? '') || offBehind(said, to)) return true;
    isDropped = verb === undefined ? isDropped || /^(?:away|off|out)$/.test(said[to] ?? '') : DROPS.test(verb);
    return isDropped;
  });
};

const LOSES =
  /^(?:out|off|lose|losing|drop|scrap|ditch|kill|no|not|forget|bin|without|minus|remove|strip|zero|ignore|exclude|skip)$/;

/** What words say is no longer counted, beside what they set: `lose the tax, half hedged`. */
export const lostIn = (utterance: Utterance): readonly Refinement[] =>
  phrasesOf(utterance, REFINED_WORDS)
    .all.filter(({ from, to }) => {
      const before = utterance.words[from - 1] ?? '';
      const verb = /^(?:the|that|my|its|their|with)$/.test(before) ? (utterance.words[from - 2] ?? '') : before;
      // "drop pass-through to 80%"
      return (LOSES.test(verb) && utterance.words[to] !== 'to') || offBehind(utterance.words, to) !== undefined;
    })
    .flatMap(fieldsOf);

export const withoutFields = <T extends Counted>(
  move: T,
  gone: readonly Refinement[],
  companies: readonly ('small' | 'large')[] = COMPANY_IDS,
): T => {
  const left = (layer: Overrides | undefined): Overrides | undefined => {
    const all = Object.entries(layer ?? {}).filter(([field]) => !gone.some((one) => one === field));
    return all.length > 0 ? Object.fromEntries(all) : undefined;
  };
  const { small, large, ...rest } = move;
  const smallLeft = companies.includes('small') ? left(small) : small;
  const largeLeft = companies.includes('large') ? left(large) : large;
  return { ...rest, ...(smallLeft && { small: smallLeft }), ...(largeLeft && { large: largeLeft }) } as T;
};

/** What is taken out of a move, and the words that say so; undefined where the move has none of it. */
const takenOut = (utterance: Utterance, move: Counted) => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  // "cap off again"
  const caps = utterance.words.flatMap((word, at) =>
    word === 'cap' && !marked(utterance, 'company').some((mark) => isIn([mark], at))
      ? [{ tag: 'cap', value: 'cap', isGuessed: false, from: at, to: at + 1 }]
      : [],
  );
  const named = [...phrases.all, ...caps];
  const dropped = droppedIn(utterance, named);
  const gone = dropped.flatMap(fieldsOf);
  const off = dropped.flatMap(({ to }) => {
    const said = offBehind(utterance.words, to);
    return said ? [{ said, from: to, to: to + said.split(' ').length }] : [];
  });
  // "tax 0" of what has none: as it stands
  const isZero = off.some(({ said }) => /zero|nil|0/.test(said));
  const isChanged = isZero || gone.some((field) => COMPANY_IDS.some((company) => move[company]?.[field] !== undefined));
  // "half hedged, lose the tax": a number of what is kept
  const isNumbered = slotsOf(utterance, 'amount').some(({ duty }) => duty === 'must');
  if (!isChanged || (isNumbered && named.length > 1)) return undefined;
  const verbs = placesOf(utterance, DROPS);
  const around = marksOf(utterance, 'drop', 'negation', 'undo', 'reset', 'correction', 'reference', 'sum');
  const isAll = isOnly(utterance, [
    ...named,
    ...phrasesOf(utterance, REST).all,
    ...around,
    ...verbs,
    ...placesOf(utterance, DOES),
    ...off,
  ]);
  return { gone, isAll, words: [...named, ...verbs] };
};

/** Whether words take out what is counted in the move asked about last, or in one that was offered, rather than ask about it. */
export const takesOutCounted = (utterance: Utterance, context: Context | undefined): boolean => {
  const moves = [
    context?.stale ? undefined : countedIn(context),
    ...(context?.tentative ?? []).map(({ move }) => move),
  ];
  const isAsked = /^(?:is|are|was|were|do|does|did|why|how|what)$/.test(utterance.words[0] ?? '');
  return !isAsked && moves.some((move) => move !== undefined && takenOut(utterance, move)?.isAll === true);
};

/** `keep the floor, lose the hedge`, `same for small, no cash there`: one of them no longer counted, and what else is said of it. */
const withoutRefined = (
  utterance: Utterance,
  context: Context | undefined,
  move: Counted,
  ...[library, known]: Rest
): readonly Reading[] => {
  const out = takenOut(utterance, move);
  if (!out) return [];
  const asks = withoutFields(move, out.gone);
  if (out.isAll) return movedReading(asks, { how: 'exact', uses: [wholeOf(utterance)] });
  const rest = passingOver(utterance, out.words);
  if (asks.kind !== 'rate-move') return [];
  return readRateMove(rest, { last: asks, ...context, move: asks }, library, known).flatMap((reading) =>
    reading.asks.kind === 'rate-move'
      ? movedReading(reading.asks, { ...reading, uses: [...reading.uses, ...out.words] })
      : [],
  );
};

const SHARES = ['hedgedShare', 'passThrough', 'taxRate', 'cashYield'] as const;
const INSTEAD = /^(?:not|and not|rather than|instead of)$/;

/** `30 not 20`, `without that bit`: one of them put right, or what was counted last no longer counted. */
const putRight = (utterance: Utterance, context: Context | undefined, move: Counted): readonly Reading[] => {
  const whole = { how: 'exact' as const, uses: [wholeOf(utterance)] };
  const [value, old] = slotsOf(utterance, 'amount');
  const around = marksOf(utterance, 'correction', 'negation', 'drop', 'reference', 'private');
  const layers = COMPANY_IDS.filter((company) => SHARES.some((field) => move[company]?.[field] !== undefined));
  if (layers.length === 0) return [];
  const before = context?.before?.move;
  const isBack = /\b(?:without|drop|lose|scrap) (?:that|it|this)\b/.test(utterance.words.join(' '));
  const isPlain = !COMPANY_IDS.some((company) => SHARES.some((field) => before?.[company]?.[field] !== undefined));
  if (!value && isBack && isPlain && 'moveBps' in move && before?.moveBps === move.moveBps && isOnly(utterance, around))
    return movedReading(before, whole);
  if (!value || !old || !INSTEAD.test(utterance.words.slice(value.to, old.from).join(' '))) return [];
  if (!isOnly(utterance, [...around, value, old]) || ('moveBps' in move && Math.abs(move.moveBps) === old.value))
    return [];
  const isMeant = (field: (typeof SHARES)[number]): boolean =>
    layers.some((company) => move[company]?.[field] === old.value);
  const [field, other] = SHARES.filter(isMeant);
  if (!field || other || layers.some((company) => move[company]?.floatingShare === old.value)) return [];
  const changed = layers
    .filter((company) => move[company]?.[field] === old.value)
    .map((company) => [company, { ...move[company], [field]: value.value }]);
  return movedReading({ ...move, ...Object.fromEntries(changed) } as Counted, whole);
};

/** `twice the cash`, `half the hedge`: so many times what is counted. */
const scaledBeside = (utterance: Utterance, move: Counted): readonly Reading[] => {
  const [mark, second] = phrasesOf(utterance, REFINED_WORDS).all;
  const [field] = mark ? fieldsOf(mark) : [];
  const part = slotsOf(utterance, 'amount').find(({ isFraction, unit, value }) => isFraction && value < 1 && !unit);
  const scale = [...marked(utterance, 'scale'), ...(part ? [part] : [])].find(
    ({ value, to }) =>
      Number(value) > 0 && mark && isLinked(utterance, to, mark.from, /^(?:the|its|their|that|as|much)$/, 2),
  );
  // "half hedged" is so much of the debt
  const isSet = scale?.to === mark?.from && scale === part;
  const held = COMPANY_IDS.filter((company) => field && move[company]?.[field] !== undefined);
  if (!mark || !field || second || !scale || isSet || held.length === 0 || !isOnly(utterance, [mark, scale])) return [];
  const times = (now = 0): number => Number((now * Number(scale.value)).toFixed(6));
  const layers = held.map((company) => [company, { ...move[company], [field]: times(move[company]?.[field]) }]);
  return movedReading({ ...move, ...Object.fromEntries(layers) } as Counted, {
    how: 'exact',
    uses: [wholeOf(utterance)],
    keeps: { changed: [{ what: field }] },
  });
};

const YIELDS = /^(?:at|earning|earns|yielding|yields|yield|pays|paying|making)$/;
const ON_CASH = /^on (?:the |that |its )?(?:t - )?(?:bills|tbills|cash|pile|deposits)\b/;
const AROUND =
  /^(?:and|n|what|whats|how|about|at|to|make|it|ok|okay|no|nah|actually|rather|try|only|just|sorry|i|meant|mean|then|with|if|instead|say|of|that|is|its|be|should|now|so|or|more|like|same|please|pls|tho|oh|course|wait|hm|yeah|yes|well|lets|do)$/;

/** What was counted last, or asked back: a number alone is for it. */
const pendingIn = (
  context: Context | undefined,
): { readonly move: Counted; readonly field: Refinement; readonly isAsked: boolean } | undefined => {
  const offered = (context?.offered ?? []).flatMap((one) => (one.kind === 'rate-move' ? [one] : []));
  const [first, second] = offered;
  const differs = REFINEMENTS.filter((field) =>
    COMPANY_IDS.some((company) => first?.[company]?.[field] !== second?.[company]?.[field]),
  );
  if (first && second && differs[0] && !differs[1] && first.moveBps === second.moveBps)
    return { move: first, field: differs[0], isAsked: true };
  const move = countedIn(context);
  const { changed } = numbersOf(context);
  const field = REFINEMENTS.find((one) => changed?.at(-1)?.what === one);
  return move && field && !context?.stale ? { move, field, isAsked: false } : undefined;
};

/** `40 pct`, `what about 21`, `yielding 4`, behind a hedge, a tax or cash: its number. */
export const numberGiven = (utterance: Utterance, context: Context | undefined): readonly Reading[] => {
  const [amount, second] = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const pending = pendingIn(context);
  if (!pending || !amount || second || amount.sign !== '') return [];
  const { move, isAsked } = pending;
  const { value, unit, isFraction } = amount;
  // "3.5 on the bills"
  const on = ON_CASH.exec(utterance.words.slice(amount.to).join(' '))?.[0].split(' ').length ?? 0;
  const isYield = pending.field === 'cash' && (on > 0 || YIELDS.test(utterance.words[amount.from - 1] ?? ''));
  const field = isYield ? 'cashYield' : pending.field;
  const isPart = unit === '%' || unit === undefined;
  const isRound = unit === undefined && !isFraction && isRoundSize(value) && !isAsked && !isYield;
  const isSizeToo = numbersOf(context).changed?.some(({ what }) => what === 'size');
  if (field === 'cash' ? unit !== 'money' : !isPart || (isRound && isSizeToo)) return [];
  const from = isYield && on === 0 ? amount.from - 1 : amount.from;
  const isAll = utterance.tokens.every(
    ({ kind }, at) =>
      kind === 'sign' || (at >= from && at < amount.to + on) || AROUND.test(utterance.words[at] as string),
  );
  if (!isAll) return [];
  const held = COMPANY_IDS.filter((company) => move[company]?.[pending.field] !== undefined);
  const set = isFraction && unit === undefined && value < 1 ? Number((value * 100).toFixed(6)) : value;
  const layers = held.map((company) => [company, { ...move[company], [field]: set }]);
  return movedReading({ ...move, ...Object.fromEntries(layers) } as Counted, {
    how: 'exact',
    uses: [wholeOf(utterance)],
    keeps: { changed: [{ what: isYield ? 'cash' : field }] },
    ...(isRound && { isOffer: true as const }),
  });
};

/** `only the small one is hedged`, `tax just on the large one`: no longer at the other company. */
const onlyAt = (utterance: Utterance, move: Counted): readonly Reading[] => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  const fields = phrases.all.flatMap(fieldsOf);
  const [mark, second] = marked(utterance, 'company');
  const scope = mark && !second ? scopeOf(mark) : 'both';
  const others = COMPANY_IDS.filter((company) => company !== scope && fields.some((one) => move[company]?.[one]));
  const isKept = fields.some((one) => scope !== 'both' && move[scope]?.[one] !== undefined);
  const isLeft = slotsOf(utterance, 'amount').some(({ duty }) => duty === 'must');
  if (scope === 'both' || !has(utterance, 'only') || !isKept || isLeft || others.length === 0) return [];
  const uses = [...phrases.all, ...marksOf(utterance, 'company', 'only', 'correction', 'reference', 'parameter')];
  return isOnly(utterance, uses)
    ? movedReading(withoutFields(move, fields, others), { how: 'exact', uses: [wholeOf(utterance)] })
    : [];
};

/** What a move counts beside the note, no longer counted or put right. */
export const recountedBeside = (
  utterance: Utterance,
  context: Context | undefined,
  move: Counted,
  ...rest: Rest
): readonly Reading[] => [
  ...onlyAt(utterance, move),
  ...withoutRefined(utterance, context, move, ...rest),
  ...putRight(utterance, context, move),
  ...scaledBeside(utterance, move),
];
