export { findingsOnArrival } from './arrival.ts';
export { checkNotes } from './check-notes.ts';
export { type RecessionTally, recessionTally } from './checks/downturns.ts';
export { discountOf } from './checks/published-figures.ts';
export { CITED_PAIRS, CITED_RECORD, type CitedDay, closeLookupFrom, type RecordFacts } from './closes.ts';
export { apparentConflictsIn, conflictsIn } from './conflicts.ts';
export { type ApparentConflict, type Conflict, type Finding, isFlagged, VERDICTS, type Verdict } from './finding.ts';
export type { Phrase, PhraseValue } from './phrase.ts';
