import type { Question, SourceQuestion } from '../questions/index.ts';
import { FEDERAL_TAX_RATE, PUBLISHED_FLOATING_SHARES } from '../sensitivity/index.ts';
import { dateOf } from '../units.ts';
import type { Answer, LiveReading, Publication, SourceAnswer } from './answer.ts';
import type { Facts } from './facts.ts';
import { receiptOf } from './receipt.ts';
import { citedNotes } from './source-places.ts';

const TAX: Publication = {
  name: FEDERAL_TAX_RATE.source,
  url: FEDERAL_TAX_RATE.url,
  gave: `${FEDERAL_TAX_RATE.rate}% federal tax`,
};

const SHARES: readonly Publication[] = Object.values(PUBLISHED_FLOATING_SHARES).map(({ by, month, url, share }) => ({
  name: by,
  month,
  url,
  gave: `${share}% floating`,
}));

const hasRange = (answer: Answer): boolean =>
  answer.kind === 'rate-move' && answer.move !== 0 && answer.companies.includes('small');

const isAfterTax = (answer: Answer): boolean =>
  hasRange(answer) || (answer.kind === 'method' && answer.question.aspect === 'tax');

const isNoteId = (source: string): boolean => /^\d{3}-\d{4}-\d{2}-\d{2}$/.test(source);

/** Whose closes an answer shows, if any. */
const closesOf = ({ live }: { readonly live?: LiveReading }): readonly string[] =>
  live ? [live.provenance.source] : [];

const recordsOf = (answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'check':
      return [...answer.flagged.shown, ...answer.folded].flatMap(({ sources }) => sources);
    case 'figure':
      return answer.noted.shown.flatMap(({ finding }) => finding?.sources ?? []);
    case 'ratio':
      return [...answer.rows.flatMap(({ finding }) => finding?.sources ?? []), ...closesOf(answer)];
    case 'rotation':
    case 'fed':
    case 'rate-move-market':
      return answer.sources.filter((source) => !isNoteId(source));
    case 'rate-move':
      return [
        ...closesOf(answer),
        ...(answer.priced && answer.fed.odds.kind === 'path' ? [answer.fed.odds.source] : []),
      ];
    default:
      return [];
  }
};

/** What is held against a note may be another note; it is no record then. */
const isRecord = (name: string): boolean => !name.startsWith('Note ');

/**
 * Where an answer had its figures and views from.
 *
 * @param answerTo answers the question asked about, as everywhere
 */
export const answerSource = (
  question: SourceQuestion,
  facts: Facts,
  answerTo: (question: Question, facts: Facts) => Answer,
): SourceAnswer => {
  const about = answerTo(question.of, facts);
  const notes = citedNotes(about, facts.notes);
  const publications = hasRange(about) ? SHARES : [];
  const laws = isAfterTax(about) ? [TAX] : [];
  const records = [...new Set(recordsOf(about).filter(isRecord))];
  return {
    kind: 'source',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
    question,
    about: about.id,
    notes,
    publications,
    laws,
    records,
    figures: [],
    views: [],
    sources: [...notes.map(({ note }) => note.id), ...[...publications, ...laws].map(({ name }) => name), ...records],
  };
};
