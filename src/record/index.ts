export { checkNotes, findingsByClaim } from './check-notes.ts';
export { CITED_CLOSES, type Close, type Closes, type IndexName } from './closes.ts';
export type { ApparentConflict, Conflict, Side } from './conflict.ts';
export { apparentConflictsIn, conflictsIn } from './conflicts.ts';
export { CITED_RECORD, type RecordFacts } from './facts.ts';
export { type Finding, isFlagged, type RecordFigure, VERDICTS, type Verdict } from './finding.ts';
export type { Measured, Phrase } from './phrase.ts';
export { type Cited, type FirstCut, PUBLISHED_FACTS, type PublishedFacts } from './published.ts';
export type { Source } from './source.ts';
