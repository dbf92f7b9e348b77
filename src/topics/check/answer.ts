import {
  type Answered,
  type AnsweredFigure,
  answeredFigure,
  answerIdOf,
  type Facts,
  findingsFor,
  type Page,
  pageOf,
} from '../../facts/index.ts';
import type { Note } from '../../notes/index.ts';
import { noteNumberOf } from '../../notes/index.ts';
import { type Finding, isFlagged, VERDICTS, type Verdict } from '../../record/index.ts';
import { utcDateOf } from '../../units.ts';
import type { CheckQuestion } from './question.ts';

export interface CheckAnswer extends Answered {
  readonly kind: 'check';
  readonly question: CheckQuestion;
  /** How many of the selected findings have each verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Those that a citation warns of; where a verdict was asked for, those that have it. */
  readonly flagged: Page<Finding>;
  /** Those that agree, and those that cannot be checked; none where a verdict was asked for. */
  readonly folded: readonly Finding[];
  readonly note?: Note;
}

const FINDINGS_A_PAGE = 5;
/** Those that nothing follows from are short. */
const SHORT_ONES_A_PAGE = 9;

const numberOf = ({ note }: Finding): string => noteNumberOf(note);

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

const countsOf = (findings: readonly Finding[]): CheckAnswer['counts'] =>
  Object.fromEntries(VERDICTS.map((one) => [one, findings.filter(({ verdict }) => verdict === one).length])) as Record<
    Verdict,
    number
  >;

/** The notes' statements held against the record, worst first; what agrees or cannot be checked is collapsed. */
export const answerCheck = (question: CheckQuestion, facts: Facts): CheckAnswer => {
  const { note: number, findings: wanted, verdicts } = question;
  const asked = findingsFor(facts).all.filter(
    (finding) =>
      (number === undefined || numberOf(finding) === number) && (wanted === undefined || wanted.includes(finding.id)),
  );
  const main = asked.filter((finding) => verdicts?.includes(finding.verdict) ?? isFlagged(finding));
  const flagged = pageOf(main, question.page, main.some(isFlagged) ? FINDINGS_A_PAGE : SHORT_ONES_A_PAGE);
  const folded = verdicts ? [] : asked.filter((finding) => !isFlagged(finding));
  const note = facts.notes.notes.find((one) => one.number === number);
  const shown = [...flagged.shown, ...folded];
  return {
    kind: 'check',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
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
