import {
  isLinked,
  isMadeOf,
  isOnly,
  type Lexicon,
  lexiconOf,
  type Mark,
  marked,
  marksOf,
  phrasesOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { REFINEMENTS, type Refinement } from '../../sensitivity/index.ts';
import { type Context, numbersOf } from '../context.ts';
import { type Question, QuestionSchema } from '../questions.ts';
import { LONGEST_NAME, type Reading } from '../reading.ts';
import { COMPANY_IDS, moveButtonName } from './read-assumed.ts';
import { isRoundSize } from './read-inferred.ts';
import { numberButtonName } from './read-number-question.ts';

import words from './words.json' with { type: 'json' };

/** Words of what note 000 leaves out. */
export const REFINED_WORDS: Lexicon = lexiconOf(words.refined);

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

const FIELDS: ReadonlyMap<string, readonly Refinement[]> = new Map([
  ['hedged', ['hedgedShare']],
  ['pass', ['passThrough']],
  ['cash', ['cash', 'cashYield']],
  ['tax', ['taxRate']],
  ['cap', ['interestCap']],
]);

export const refinementsOf = ({ tag }: Pick<Mark, 'tag'>): readonly Refinement[] => FIELDS.get(tag) ?? [];

const SHARES = ['hedgedShare', 'passThrough', 'taxRate', 'cashYield'] as const;
const INSTEAD = /^(?:not|and not|rather than|instead of)$/;

/** `30 not 20`, `without that bit`: one of them put right, or what was counted last no longer counted. */
export const shareCorrected = (
  utterance: Utterance,
  context: Context | undefined,
  move: Counted,
): readonly Reading[] => {
  const whole = { how: 'exact' as const, uses: [wholeOf(utterance)] };
  const [value, old] = slotsOf(utterance, 'amount');
  const around = marksOf(utterance, 'correction', 'negation', 'drop', 'reference', 'private');
  const layers = COMPANY_IDS.filter((company) => SHARES.some((field) => move[company]?.[field] !== undefined));
  if (layers.length === 0) return [];
  const before = context?.before?.move;
  const isBack = /\b(?:without|drop|lose|scrap) (?:that|it|this)\b/.test(utterance.joined);
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
export const scaledBeside = (utterance: Utterance, move: Counted): readonly Reading[] => {
  const [mark, second] = phrasesOf(utterance, REFINED_WORDS).all;
  const [field] = mark ? refinementsOf(mark) : [];
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
  if (!isMadeOf(utterance, [{ from, to: amount.to + on }], /^course$/)) return [];
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
