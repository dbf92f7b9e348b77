import { type Claim, hasExpired, monthsBetween, type View } from '../notes/index.ts';
import { dateOf } from '../units.ts';
import type { AnsweredView, DatedClaim, DatedView } from './answer.ts';
import type { Facts } from './facts.ts';
import { flagOf } from './findings.ts';

/** The claim as it stands on the day of the answer, with the flag that goes wherever it is cited. */
export const dated = <C extends Claim>(claim: C, facts: Facts): DatedClaim<C> => {
  const today = dateOf(facts.now);
  const flag = flagOf(claim, facts);
  return {
    claim,
    monthsOld: monthsBetween(claim.note.date, today),
    expired: hasExpired(claim, today),
    ...(flag && { flag }),
  };
};

export const isView = (dated: DatedClaim): dated is DatedView => dated.claim.stance !== undefined;

export const cited = ({ claim }: DatedClaim<View>): AnsweredView => ({
  ...(claim.speaker !== undefined && { person: claim.speaker }),
  firm: claim.firm,
  stance: claim.stance,
  note: claim.note.id,
  claim: claim.id,
  paraphrase: claim.paraphrase,
});
