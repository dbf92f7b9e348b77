import { type Answered, answerIdOf, type Facts, type Page, pageOf } from '../../facts/index.ts';
import type { Claim } from '../../notes/index.ts';
import { type Conflict, conflictsIn } from '../../record/index.ts';
import { utcDateOf } from '../../units.ts';
import type { ConflictsQuestion } from './question.ts';

export interface ConflictsAnswer extends Answered {
  readonly kind: 'conflicts';
  readonly question: ConflictsQuestion;
  readonly conflicts: Page<Conflict>;
  /** The claims of both sides of those shown. */
  readonly claims: readonly Claim[];
}

const CONFLICTS_A_PAGE = 4;

/** Where two notes contradict one another: both sides, and which the record supports, if any. */
export const answerConflicts = (question: ConflictsQuestion, facts: Facts): ConflictsAnswer => {
  const { conflicts: wanted } = question;
  const conflicts = pageOf(
    conflictsIn(facts.notes, facts.record).filter(({ id }) => wanted === undefined || wanted.includes(id)),
    question.page,
    CONFLICTS_A_PAGE,
  );
  const known = new Map(facts.notes.claims.map((claim) => [claim.id, claim]));
  const claims = conflicts.shown.flatMap(({ sides }) =>
    sides.flatMap((side) => side.claims.flatMap((id) => known.get(id) ?? [])),
  );
  return {
    kind: 'conflicts',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    conflicts,
    claims,
    figures: [],
    views: [],
    sources: [...new Set(claims.map(({ note }) => note.id))],
  };
};
