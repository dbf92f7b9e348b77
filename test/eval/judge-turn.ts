import { isNear } from './expected-numbers.ts';
import type { Gold, MoveRead, RatecutCase } from './files.ts';
import { judgeGoldNumbers } from './gold-numbers.ts';
import type { Judgement } from './judge.ts';
import { CLARIFYING_KINDS, KINDS_THAT_COMPUTE } from './mapping.ts';
import { behaviourOf, kindOf, type Reply } from './reply.ts';

/**
 * One class for each turn of a set. A program sees behaviour and numbers: whether a claim is true, a person the right one or
 * a button the right reading is for a reader, who is stricter.
 */
export const TURN_CLASSES = ['right', 'asked back', 'declined', 'incomplete', 'wrong number', 'not declined'] as const;
type TurnClass = (typeof TURN_CLASSES)[number];

export interface TurnJudged {
  readonly turnClass: TurnClass;
  readonly reasons: readonly string[];
}

type Done = 'answer' | 'ask-back' | 'decline' | 'not understood';

/** Unclear answers that say no rather than ask; every other reason asks back. */
const DECLINING: readonly string[] = ['not-in-notes', 'unknown-note', 'language', 'out-of-range'];

const doneBy = (reply: Reply, { behaviour }: Gold): Done => {
  const { kind, reason, unclear } = reply.answer;
  if (kind === 'refusal' || kind === 'not-known') return 'decline';
  // help, or a word of thanks, answers whoever asked for it and gives nobody else a number
  if (kind !== 'unclear') return behaviour !== 'answer' && CLARIFYING_KINDS.includes(kind) ? 'ask-back' : 'answer';
  const why = reason ?? unclear?.reason ?? 'not-understood';
  if (why === 'not-understood') return 'not understood';
  return DECLINING.includes(why) ? 'decline' : 'ask-back';
};

const ASKS = /^ask/i;
const DECLINES = /^declin/i;

const movesIn = (value: unknown): readonly number[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'moveBps' && typeof inner === 'number') return [inner];
    // a button holds its question as JSON
    if (key === 'value' && typeof inner === 'string' && inner.startsWith('{')) return movesIn(JSON.parse(inner));
    return movesIn(inner);
  });
};

/** Asking back is right where the gold says so, and, where it names a move, with that move on a button. */
const mayAsk = ({ behaviour, accept, numbers }: Gold, reply: Reply): boolean => {
  if (behaviour === 'ask-back') return true;
  if (!accept.some((one) => ASKS.test(one))) return false;
  const { moveBps } = numbers;
  return typeof moveBps !== 'number' || movesIn(reply.blocks).some((move) => isNear(move, moveBps));
};

/** Words that only a reader can hold against a reply, which the program takes as given. */
const acceptsMore = ({ accept }: Gold): boolean => accept.some((one) => !ASKS.test(one) && !DECLINES.test(one));

/** What `mustNot` says literally: a number taken for a move, or any move at all. */
const forbiddenMoves = ({ mustNot }: Gold, reply: Reply): readonly string[] => {
  if (!KINDS_THAT_COMPUTE.includes(kindOf(reply))) return [];
  const moves = [reply.question?.moveBps ?? [], reply.question?.moves ?? []].flat().map(Math.abs);
  return mustNot.filter((words) => {
    if (/as a Fed move|Fed-move figures/.test(words)) return true;
    const named = /\bbp\b|\dbp|basis points|move|^-\d/.test(words) ? (words.match(/\d+(?:\.\d+)?/g) ?? []) : [];
    return named.some((number) => moves.some((move) => isNear(move, Number(number))));
  });
};

const judgeToDecline = (gold: Gold, reply: Reply, done: Done): TurnJudged => {
  if (done === 'decline' || done === 'not understood') return { turnClass: 'right', reasons: [] };
  if (done === 'ask-back') {
    return mayAsk(gold, reply)
      ? { turnClass: 'right', reasons: [] }
      : { turnClass: 'asked back', reasons: ['to decline'] };
  }
  const kind = kindOf(reply);
  if (KINDS_THAT_COMPUTE.includes(kind))
    return { turnClass: 'wrong number', reasons: [`${kind} where none was asked`] };
  return acceptsMore(gold)
    ? { turnClass: 'right', reasons: [] }
    : { turnClass: 'not declined', reasons: [`answered as ${kind}`] };
};

export const judgeTurn = (gold: Gold, reply: Reply | { readonly error: string }): TurnJudged => {
  if ('error' in reply) return { turnClass: 'declined', reasons: [reply.error] };
  const forbidden = forbiddenMoves(gold, reply);
  if (forbidden.length > 0) return { turnClass: 'wrong number', reasons: forbidden };
  const done = doneBy(reply, gold);
  if (gold.behaviour === 'decline') return judgeToDecline(gold, reply, done);
  if (done === 'not understood') return { turnClass: 'declined', reasons: ['not understood'] };
  if (done === 'decline') {
    return gold.accept.some((one) => DECLINES.test(one))
      ? { turnClass: 'right', reasons: [] }
      : { turnClass: 'declined', reasons: [`declined as ${kindOf(reply)}`] };
  }
  if (done === 'ask-back') {
    return mayAsk(gold, reply)
      ? { turnClass: 'right', reasons: [] }
      : { turnClass: 'asked back', reasons: [reply.text] };
  }
  const { wrong, missing } = judgeGoldNumbers(gold, reply);
  if (wrong.length > 0) return { turnClass: 'wrong number', reasons: wrong };
  if (gold.behaviour === 'ask-back' && KINDS_THAT_COMPUTE.includes(kindOf(reply)) && !acceptsMore(gold)) {
    return { turnClass: 'wrong number', reasons: ['a guess where it should ask'] };
  }
  return missing.length > 0 ? { turnClass: 'incomplete', reasons: missing } : { turnClass: 'right', reasons: [] };
};

/** Whether the words behind `/ratecut` were read as one of the readings that are right. */

const overrides = ({ question }: Reply): Readonly<Record<string, unknown>> => ({
  ...question?.small,
  ...Object.fromEntries(Object.entries(question?.large ?? {}).map(([key, value]) => [`large ${key}`, value])),
});

const isReadAs = ({ cutBps, params, error }: MoveRead, reply: Reply): boolean => {
  if (error !== undefined) return behaviourOf(reply) === 'clarify';
  const moveBps = reply.question?.moveBps;
  if (cutBps === undefined || moveBps === undefined || !isNear(moveBps, -cutBps)) return false;
  const set = overrides(reply);
  const expected = params === undefined ? {} : { floatingShare: params.floatingShareSmall };
  return (
    Object.keys(set).length === Object.keys(expected).length &&
    (params === undefined || isNear(Number(set['floatingShare']), params.floatingShareSmall))
  );
};

const inWords = ({ cutBps, params, error }: MoveRead): string =>
  error ?? `a cut of ${cutBps} bp${params ? ` at ${params.floatingShareSmall} % floating` : ''}`;

export const judgeRatecut = (
  { expected, alsoFine }: RatecutCase,
  reply: Reply | { readonly error: string },
): Judgement => {
  if ('error' in reply) return { outcome: 'wrong', reasons: [reply.error], wrongNumbers: [] };
  if ([expected, ...alsoFine].some((one) => isReadAs(one, reply))) {
    return { outcome: 'right', reasons: [], wrongNumbers: [] };
  }
  const moveBps = reply.question?.moveBps;
  const reasons = [`expected ${inWords(expected)}, got ${kindOf(reply)}`];
  if (moveBps === undefined) return { outcome: 'refused', reasons, wrongNumbers: [] };
  const set = JSON.stringify(overrides(reply));
  return { outcome: 'wrong', reasons, wrongNumbers: [`read as ${moveBps} bp${set === '{}' ? '' : ` with ${set}`}`] };
};
