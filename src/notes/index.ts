export {
  type ClaimRecord,
  type Figure,
  isNoteId,
  isTeamNote,
  MOST_WORDS_QUOTED,
  NOTE_NUMBER,
  NOTE_TOPICS,
  type NoteFile,
  NoteFileSchema,
  type NoteTopic,
  noteNumberOf,
  quotedSentence,
  STANCES,
  type Stance,
} from './format.ts';
export { leadingFirst } from './leading-view.ts';
export {
  type AnalystView,
  type Claim,
  type Library,
  LibraryError,
  type LibraryFile,
  NOTES,
  type Note,
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
  newSince,
  notesBy,
  onePerVoice,
  RISK_CLAIM_IDS,
  selectViews,
  stanceCounts,
} from './selection.ts';
