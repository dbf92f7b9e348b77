import { isNear } from './expected-numbers.ts';
import type { Judgement } from './judge.ts';
import type { MoveRead, RatecutCase } from './question-file.ts';
import { behaviourOf, kindOf, type Reply } from './reply.ts';

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
