import type { Figure } from '../notes/index.ts';
import type { CheckQuestion } from '../questions/index.ts';
import { type Finding, isFlagged, VERDICTS, type Verdict } from '../record/index.ts';
import { dateOf } from '../units.ts';
import type { AnsweredFigure, CheckAnswer } from './answer.ts';
import type { Facts } from './facts.ts';
import { findingsFor } from './findings.ts';
import { pageOf } from './page.ts';
import { receiptOf } from './receipt.ts';

const FINDINGS_A_PAGE = 5;

const numberOf = ({ note }: Finding): string => note.slice(0, 3);

/** What the findings rest on: the notes' own figures, and the record's. */
const figuresOf = (findings: readonly Finding[], { notes }: Facts): readonly AnsweredFigure[] => {
  const printed = new Map(
    notes.claims.flatMap(({ figures, note }) => figures.map((figure) => [figure.id, { figure, note }] as const)),
  );
  const noted = findings.flatMap(({ figures }) =>
    figures.flatMap((id): AnsweredFigure[] => {
      const known = printed.get(id);
      return known ? [answeredFigure(known.figure, known.note.id)] : [];
    }),
  );
  const recomputed = findings.flatMap((finding): readonly AnsweredFigure[] =>
    finding.recomputed.map(({ id, value, unit, label, source }) => ({ id, value, unit, label, source })),
  );
  return [...noted, ...recomputed];
};

export const answeredFigure = ({ id, value, unit, label }: Figure, note: string): AnsweredFigure => ({
  id,
  value,
  unit,
  label,
  source: note,
});

const countsOf = (findings: readonly Finding[]): CheckAnswer['counts'] =>
  Object.fromEntries(VERDICTS.map((one) => [one, findings.filter(({ verdict }) => verdict === one).length])) as Record<
    Verdict,
    number
  >;

/** The notes' statements held against the record, worst first; what agrees or cannot be checked is folded. */
export const answerCheck = (question: CheckQuestion, facts: Facts): CheckAnswer => {
  const { note: number, findings: wanted } = question;
  const asked = findingsFor(facts).all.filter(
    (finding) =>
      (number === undefined || numberOf(finding) === number) && (wanted === undefined || wanted.includes(finding.id)),
  );
  const flagged = pageOf(asked.filter(isFlagged), question.page, FINDINGS_A_PAGE);
  const folded = asked.filter((finding) => !isFlagged(finding));
  const note = facts.notes.notes.find((one) => one.number === number);
  const shown = [...flagged.shown, ...folded];
  return {
    kind: 'check',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
    question,
    counts: countsOf(asked),
    flagged,
    folded,
    ...(note && { note }),
    figures: figuresOf(shown, facts),
    views: [],
    sources: [...new Set(shown.flatMap((finding) => [finding.note, ...finding.sources]))],
  };
};
