import { type Facts, findingsFor } from '../../facts/index.ts';
import { type Claim, hasExpired } from '../../notes/index.ts';
import type { Finding } from '../../record/index.ts';
import { utcDateOf } from '../../units.ts';
import type { ViewsQuestion } from './question.ts';

/** Views whose horizon has passed, and those that the record confirms or contradicts. */

const VERDICT_OF = { right: 'agrees', wrong: 'disagrees' } as const;

/**
 * Whether a claim's time is up, or the record has settled it, where that was asked for. Settled are views that take a side
 * or look ahead: a fact that a view mentions says nothing of whether the view was right.
 */
export const isSettled = ({ expired, proved }: ViewsQuestion, claim: Claim, facts: Facts): boolean => {
  if (expired && !hasExpired(claim, utcDateOf(facts.now))) return false;
  if (proved === undefined) return true;
  const looksAhead = claim.kind === 'view' && (claim.stance !== undefined || claim.horizon !== undefined);
  return looksAhead && findingOn(claim, proved, facts) !== undefined;
};

/** What the record says for or against a claim. */
export const findingOn = (claim: Claim, proved: keyof typeof VERDICT_OF, facts: Facts): Finding | undefined =>
  findingsFor(facts)
    .byClaim.get(claim.id)
    ?.find(({ verdict }) => verdict === VERDICT_OF[proved]);
