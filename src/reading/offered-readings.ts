import { has, hasAny, marked, type Passage, type Utterance } from '../language/index.ts';
import type { Context, Standing } from '../topics/context.ts';
import type { Question } from '../topics/questions.ts';
import { moveButtonName } from '../topics/rate-move/read-assumed.ts';
import { LONGEST_NAME, type Reading } from '../topics/reading.ts';
import type { NamedQuestion, Turn } from '../topics/turn.ts';
import { contextAfter } from './context-after.ts';
import { isAnswer, type Judged, turnOf } from './judged.ts';
import { LEAST_OFFERED } from './nearest.ts';
import { likenessIn } from './ranker/read.ts';

const MOST_OFFERED = 3;

/** A reading as a button, and where the conversation would stand behind it. */
export interface Offered extends NamedQuestion {
  readonly stands: Standing | undefined;
  readonly passage?: Passage;
  readonly wantedCount?: number;
  /** How many words its reading accounts for. */
  readonly covers: number;
  readonly how: Reading['how'];
  /** What it is as an answer, where it may be one. */
  readonly turn?: Turn;
}

/** Not offered: what does something, or says that nothing is answered. */
const NO_OFFERS: ReadonlySet<string> = new Set(['unclear', 'silence', 'brief', 'help', 'refusal', 'not-known']);

export const isQuestion = ({ reading: { asks } }: Judged): boolean => !NO_OFFERS.has(asks.kind);

/** What has moves and numbers of its own: another bank's, a share's, a fund's. */
const OTHERS: ReadonlySet<string> = new Set(['central bank', 'stock', 'economy', 'tenor']);

const isOfOthers = (utterance: Utterance): boolean =>
  !has(utterance, 'fed', 'fed') &&
  (has(utterance, 'other', 'business') ||
    (marked(utterance, 'other').some(({ value }) => OTHERS.has(value)) &&
      !hasAny(utterance, 'rate', 'company', 'parameter')));

/** A size that may well be none of ours is not offered, or a reply to an appointment would be `Cut 9 bp?` */
export const isOffered = (utterance: Utterance, { reading, passage }: Judged): boolean => {
  const sizes = reading.sizes ?? [];
  const isDirect = utterance.slots.some((slot) => slot.kind === 'direction' && slot.of === 'rate');
  const isTiny = sizes.some(
    ({ unit, value, isDecimal, isFraction }) =>
      unit === undefined && !isDecimal && !isFraction && value < LEAST_OFFERED,
  );
  if (isTiny && !isDirect) return false;
  if (passage.kind === 'stopped' && passage.why === 'unlicensed' && isOfOthers(utterance)) return false;
  const isBare =
    sizes.length > 0 &&
    sizes.every(({ unit, isDecimal, isFraction }) => unit === undefined && !isDecimal && !isFraction);
  if (passage.kind === 'stopped' && passage.why === 'unread' && isBare && !isDirect) return false;
  if (passage.kind === 'passed' || passage.why === 'unread') return true;
  const isSized = sizes.some(({ unit }) => unit === 'bp');
  const isDirected = utterance.slots.some((slot) => slot.kind === 'direction' && slot.of === 'rate' && slot.isStrong);
  return isSized || (isDirected && sizes.every(({ value }) => value >= 10));
};

const standingAfter = (question: Question, { reading }: Judged, context: Context | undefined): Standing | undefined => {
  const after = contextAfter(
    { kind: 'question', question, private: false, ...(reading.keeps && { keeps: reading.keeps }) },
    context,
  );
  if (after === undefined) return undefined;
  const { tentative: _, ...standing } = after;
  return standing;
};

export const offersOf = (
  utterance: Utterance,
  judged: readonly Judged[],
  context: Context | undefined,
): readonly Offered[] => {
  const likeness = likenessIn(utterance);
  return judged
    .filter(isQuestion)

    .sort(
      (one, other) =>
        Number(other.reading.how === 'exact') - Number(one.reading.how === 'exact') ||
        likeness(other.reading.asks.kind) - likeness(one.reading.asks.kind),
    )
    .flatMap((one): readonly Offered[] => {
      const { reading, passage } = one;
      const { asks, name, others = [], keeps } = reading;
      const isUnlicensed = passage.kind === 'stopped' && passage.why === 'unlicensed';
      const named = [{ name: isUnlicensed ? `Fed: ${name}`.slice(0, LONGEST_NAME) : name, question: asks as Question }];
      return [...named, ...others].map((offer) => ({
        ...offer,
        stands: standingAfter(offer.question, one, context),
        passage,
        covers: one.covers,
        how: reading.how,
        ...(isAnswer(one) && offer.name === named[0]?.name && { turn: turnOf(utterance, one) }),
        ...(keeps?.wantedCount && { wantedCount: keeps.wantedCount }),
      }));
    });
};

export const offerKey = ({ question }: NamedQuestion): string => JSON.stringify(question);

/** What was found among the words of the notes alone. */
const isQuoted = ({ question, passage }: Offered): boolean =>
  passage?.kind === 'passed' && question.kind === 'views' && question.claims !== undefined;

/** Each question and each name once, three at most; words found in the notes come last. */
export const few = (all: readonly Offered[]): readonly Offered[] => {
  const offers = [...all.filter((one) => !isQuoted(one)), ...all.filter(isQuoted)];
  const isFirst = (keyed: (offer: Offered) => string) => (one: Offered, at: number, among: readonly Offered[]) =>
    among.findIndex((other) => keyed(other) === keyed(one)) === at;
  // two moves of one name are told apart by all that they assume
  const isNamesake = (one: Offered) => (other: Offered) => other.name === one.name && offerKey(other) !== offerKey(one);
  return offers
    .map((one) =>
      one.question.kind === 'rate-move' && offers.some(isNamesake(one))
        ? { ...one, name: moveButtonName(one.question) }
        : one,
    )
    .filter(isFirst(offerKey))
    .filter(isFirst(({ name }) => name))
    .slice(0, MOST_OFFERED);
};
