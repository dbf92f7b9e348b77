export {
  type AnalystView,
  type Claim,
  type ClaimRecord,
  type Figure,
  isNoteId,
  type Library,
  MOST_WORDS_QUOTED,
  NOTE_NUMBER,
  NOTE_TOPICS,
  type Note,
  type NoteFile,
  NoteFileSchema,
  type NoteTopic,
  noteNumberOf,
  quotedSentence,
  STANCES,
  type Stance,
} from './format.ts';
export {
  LibraryError,
  type LibraryFile,
  NOTES,
  readLibrary,
  takesStance,
  withNotes,
} from './library.ts';
export { type LintReport, lintLibrary } from './lint.ts';
export type { NoteText } from './lint-texts.ts';
export {
  hasExpired,
  isNamedSource,
  isNewOn,
  isTeamNote,
  leadingFirst,
  newSince,
  notesBy,
  onePerVoice,
  RISK_CLAIM_IDS,
  selectViews,
  stanceCounts,
} from './selection.ts';
