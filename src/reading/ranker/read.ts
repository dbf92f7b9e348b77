import { numbersIn, type Utterance } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import type { Context } from '../../topics/context.ts';
import type { Question } from '../../topics/questions.ts';
import type { Reading, ReadTopic } from '../../topics/reading.ts';
import type { NamedQuestion } from '../../topics/turn.ts';
import { filled } from './filled.ts';
import { type Ranked, ranked, type Sense } from './model.ts';

/** Measured by leaving out a fifth of the examples: above it 98 of 100 kinds are right. */
const SURE_OF_KIND = 0.9;
const SURE_OF_SENSE = 0.75;
const LEAST_WORDS = 2;
const LEAST_ANSWERED_WORDS = 3;
/** Which part of the words that say something has to speak for what is offered or answered. */
const LEAST_SUPPORT = 0.5;
const MOST_OFFERED = 3;
const LEAST_OFFERED = 0.06;
/** What is offered though nothing in the words names its subject. */
const LEAST_UNTOLD = 0.4;
/** Chat as likely as that is left alone. */
const MOST_CHAT = 0.5;

type SenseKind = Sense['kind'];

/** Kinds that take no number from the person: resemblance may answer for them. */
const ANSWERED: ReadonlySet<SenseKind> = new Set([
  ...(['views', 'method', 'notes', 'source', 'help', 'refusal', 'not-known', 'about'] as const),
  ...(['fed', 'fed-history', 'conflicts', 'check'] as const),
]);
const OFFERED: ReadonlySet<SenseKind> = new Set([
  ...(['views', 'method', 'notes', 'source', 'about', 'conflicts', 'check'] as const),
  ...(['fed', 'fed-history', 'rotation', 'ratio', 'rate-move-market'] as const),
]);
/** Kinds that a day or a span changes: without it they would answer something else. */
const DATED: ReadonlySet<SenseKind> = new Set(['fed', 'fed-history', 'rotation', 'ratio']);

/** What the words speak of where a kind is meant: resemblance alone guesses oddly. */
const TOLD_BY: Partial<Record<SenseKind, readonly string[]>> = {
  fed: ['fed', 'rate', 'market', 'odds'],
  'fed-history': ['fed', 'rate', 'past', 'move', 'market'],
  'rate-move-market': ['market', 'odds', 'move'],
  rotation: ['index', 'ratio', 'company', 'rotation'],
  ratio: ['index', 'ratio'],
  views: ['views', 'people', 'who', 'stance', 'topic', 'document', 'company', 'index'],
  check: ['document', 'note', 'past', 'views'],
  conflicts: ['document', 'note', 'views', 'people'],
  notes: ['document', 'note'],
  method: ['company', 'parameter', 'income', 'share', 'cash', 'rate', 'reference'],
};

const isDated = ({ slots }: Utterance): boolean =>
  slots.some(({ kind }) => kind === 'date' || kind === 'span' || kind === 'duration');

const isPlausible = ({ kind, support, chance }: Ranked, utterance: Utterance): boolean => {
  if (support < LEAST_SUPPORT || (DATED.has(kind) && isDated(utterance))) return false;
  const isTold = utterance.marks.some(({ tag }) => TOLD_BY[kind]?.includes(tag));
  return isTold || chance >= LEAST_UNTOLD;
};

const chatIn = (all: readonly Ranked[]): number => all.find(({ kind }) => kind === 'none')?.kindChance ?? 0;

/** What may be offered, the likest first, unless it is chat. */
const likest = (all: readonly Ranked[], utterance: Utterance): readonly Ranked[] =>
  chatIn(all) > MOST_CHAT
    ? []
    : all.filter((one) => OFFERED.has(one.kind) && one.chance >= LEAST_OFFERED && isPlausible(one, utterance));

/** What the words resemble far above anything else, or what may be offered, the likest first. */
export const chosenAmong = (
  rank: (utterance: Utterance) => readonly Ranked[],
  utterance: Utterance,
): { readonly isSure: boolean; readonly chosen: readonly Ranked[] } => {
  const words = utterance.tokens.filter(({ kind }) => kind === 'word').length;
  if (words < LEAST_WORDS || numbersIn(utterance).length > 0) return { isSure: false, chosen: [] };
  const all = rank(utterance);
  const best = all[0] as Ranked;
  const isSure =
    words >= LEAST_ANSWERED_WORDS &&
    ANSWERED.has(best.kind) &&
    best.support >= LEAST_SUPPORT &&
    best.kindChance >= SURE_OF_KIND &&
    best.chance >= SURE_OF_SENSE &&
    !(DATED.has(best.kind) && isDated(utterance));
  return isSure ? { isSure, chosen: [best] } : { isSure, chosen: likest(all, utterance).slice(0, MOST_OFFERED) };
};

/** What words resemble that no topic has put together: answered far above anything else, else offered. */
export const readRanked: ReadTopic = (utterance, context, library) => {
  const { isSure, chosen } = chosenAmong(ranked, utterance);
  return chosen.flatMap((one): readonly Reading[] => {
    const reading = filled(one, utterance, context, library);
    return reading ? [{ ...reading, how: 'ranked', ...(!isSure && { isOffer: true }) }] : [];
  });
};

/** Up to so many readings that the words resemble a little, the likest first, filled with what they name. */
export const likestTo = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  most: number,
): readonly NamedQuestion[] =>
  likest(ranked(utterance), utterance)
    .filter(({ kind }) => kind !== 'source')
    .slice(0, most)
    .flatMap((one) => {
      const reading = filled(one, utterance, context, library);
      return reading ? [{ name: reading.name, question: reading.asks }] : [];
    });

/** What a text is declined as, with its reason; an order to the bot is said plainly, and data are asked for. */
const isDecline = ({ asks }: Ranked): boolean =>
  asks?.kind === 'refusal' ? asks.reason !== 'instruction' : asks?.kind === 'not-known' && asks.what !== 'data';
/** Of texts that nothing was made of, all but one in fifty that are as likely declined were to be. */
const LEAST_DECLINED = 0.3;
const LEAST_UNLIKE = 0.33;
/** What is nothing of ours has a reason of its own where it resembles one so much. */
const LEAST_REASONED = 0.1;
const REASONS = /^(?:advice|single stocks|forecast|data)$/;
const isReason = ({ asks, chance }: Ranked): boolean =>
  chance >= LEAST_REASONED &&
  ((asks?.kind === 'refusal' && REASONS.test(asks.reason)) || (asks?.kind === 'not-known' && REASONS.test(asks.what)));

/**
 * What a text that nothing else was made of is most likely declined as, with its reason.
 *
 * @param foreignness how likely it is nothing of ours, from 0 to 1
 */
export const likelyDeclined = (utterance: Utterance, foreignness: number): Question | undefined => {
  const all = ranked(utterance);
  const declines = all.filter(isDecline);
  const chance = declines.reduce((sum, one) => sum + one.chance, 0);
  const likest = all.find(({ kind }) => OFFERED.has(kind) || NUMBERS.includes(kind))?.chance ?? 0;
  // "should we hold rates flat": of the Fed, whoever should
  const isOfRate = ['rate', 'direction'].every((tag) => utterance.marks.some((mark) => mark.tag === tag));
  if (isOfRate) return undefined;
  if (chance >= Math.max(LEAST_DECLINED, likest)) return declines[0]?.asks;
  if (foreignness < Math.max(LEAST_UNLIKE, likest)) return undefined;
  return all.find(isReason)?.asks ?? { kind: 'refusal', reason: 'off topic' };
};

const NUMBERS: readonly SenseKind[] = ['rate-move', 'compare-moves', 'solve'];
const LEAST_OF_NUMBERS = 0.5;

/** Whether the words resemble a question of moves and numbers more than chat. */
export const resemblesNumbers = (utterance: Utterance): boolean => {
  const all = ranked(utterance);
  const chance = NUMBERS.reduce((sum, kind) => sum + (all.find((one) => one.kind === kind)?.kindChance ?? 0), 0);
  return chance >= LEAST_OF_NUMBERS && chance > chatIn(all);
};

/** Kinds about as likely as one another stay in the order they were in. */
const SAME = 0.2;

/** How likely a kind of question is meant, in coarse steps: what is asked back is shown in this order. */
export const likenessIn = (utterance: Utterance): ((kind: string) => number) => {
  const chances = new Map<string, number>();
  for (const { kind, kindChance } of ranked(utterance)) chances.set(kind, Math.round(kindChance / SAME));
  return (kind) => chances.get(kind) ?? 0;
};
