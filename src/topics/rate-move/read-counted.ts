import { isOnly, type Lexicon, lexiconOf, marksOf, phrasesOf, slotsOf, type Utterance } from '../../language/index.ts';
import type { Refinement } from '../../sensitivity/index.ts';
import type { Context } from '../context.ts';
import type { Reading } from '../reading.ts';
import { type Overrides, type RateMoveQuestion, RateMoveSchema } from './question.ts';
import { COMPANY_IDS, moveButtonName } from './read-assumed.ts';
import words from './words.json' with { type: 'json' };

/** Words of what note 000 leaves out. */
export const REFINED_WORDS: Lexicon = lexiconOf(words);

/** The move as a reading, where it is one that is answered. */
export const movedReading = (
  question: RateMoveQuestion,
  reading: Omit<Reading, 'asks' | 'name'>,
): readonly Reading[] => {
  const { data } = RateMoveSchema.safeParse(question);
  return data ? [{ ...reading, asks: data, name: moveButtonName(data) }] : [];
};

const DROPS = /\b(?:without|lose|remove|drop|scrap|ditch|kill|no|forget|bin|minus|take (?:off|out|away)|not)\b/;
const REST = lexiconOf({
  rest: {
    rest: 'rest to be kept|keep the rest|rest as is|the rest as is|rest stays|the rest stays|keep the floor|keep the debt|keep the floating|keep the leverage',
  },
});

const REFINEMENTS: ReadonlyMap<string, readonly Refinement[]> = new Map([
  ['hedged', ['hedgedShare']],
  ['pass', ['passThrough']],
  ['cash', ['cash', 'cashYield']],
  ['tax', ['taxRate']],
  ['cap', ['interestCap']],
]);

/** `keep the floor, lose the hedge`: one of them no longer counted. */
const withoutRefined = (utterance: Utterance, move: RateMoveQuestion): readonly Reading[] => {
  const phrases = phrasesOf(utterance, REFINED_WORDS);
  if (!DROPS.test(utterance.words.join(' ')) || slotsOf(utterance, 'amount').some(({ duty }) => duty === 'must'))
    return [];
  const gone = phrases.all.flatMap(({ tag }) => REFINEMENTS.get(tag) ?? []);
  const left = (layer: Overrides | undefined): Overrides | undefined => {
    const all = Object.entries(layer ?? {}).filter(([field]) => !gone.some((one) => one === field));
    return all.length > 0 ? Object.fromEntries(all) : undefined;
  };
  const { small, large, ...rest } = move;
  const [smallLeft, largeLeft] = [left(small), left(large)];
  const asks = { ...rest, ...(smallLeft && { small: smallLeft }), ...(largeLeft && { large: largeLeft }) };
  const uses = [
    ...phrases.all,
    ...phrasesOf(utterance, REST).all,
    ...marksOf(utterance, 'drop', 'negation', 'undo', 'reset', 'company', 'correction'),
  ];
  const isChanged = gone.some((field) => small?.[field] !== undefined || large?.[field] !== undefined);
  return isChanged && isOnly(utterance, uses)
    ? movedReading(asks, { how: 'exact', uses: [{ from: 0, to: utterance.tokens.length }] })
    : [];
};

const SHARES = ['hedgedShare', 'passThrough', 'taxRate', 'cashYield'] as const;
const INSTEAD = /^(?:not|and not|rather than|instead of)$/;

/** `30 not 20`, `without that bit`: one of them put right, or what was counted last no longer counted. */
const putRight = (utterance: Utterance, context: Context | undefined, move: RateMoveQuestion): readonly Reading[] => {
  const whole = { how: 'exact' as const, uses: [{ from: 0, to: utterance.tokens.length }] };
  const [value, old] = slotsOf(utterance, 'amount');
  const around = marksOf(utterance, 'correction', 'negation', 'drop', 'reference', 'private');
  const layers = COMPANY_IDS.filter((company) => SHARES.some((field) => move[company]?.[field] !== undefined));
  if (layers.length === 0) return [];
  const before = context?.before?.move;
  const isBack = /\b(?:without|drop|lose|scrap) (?:that|it|this)\b/.test(utterance.words.join(' '));
  const isPlain = !COMPANY_IDS.some((company) => SHARES.some((field) => before?.[company]?.[field] !== undefined));
  if (!value && isBack && isPlain && before?.moveBps === move.moveBps && isOnly(utterance, around))
    return movedReading(before, whole);
  if (!value || !old || !INSTEAD.test(utterance.words.slice(value.to, old.from).join(' '))) return [];
  if (!isOnly(utterance, [...around, value, old]) || Math.abs(move.moveBps) === old.value) return [];
  const isMeant = (field: (typeof SHARES)[number]): boolean =>
    layers.some((company) => move[company]?.[field] === old.value);
  const [field, other] = SHARES.filter(isMeant);
  if (!field || other || layers.some((company) => move[company]?.floatingShare === old.value)) return [];
  const changed = layers
    .filter((company) => move[company]?.[field] === old.value)
    .map((company) => [company, { ...move[company], [field]: value.value }]);
  return movedReading({ ...move, ...Object.fromEntries(changed) }, whole);
};

/** What a move counts beside the note, no longer counted or put right. */
export const recountedBeside = (
  utterance: Utterance,
  context: Context | undefined,
  move: RateMoveQuestion,
): readonly Reading[] => [...withoutRefined(utterance, move), ...putRight(utterance, context, move)];
