export {
  type Choice,
  DRAFT_DAYS,
  type DraftClaim,
  draftOf,
  isChosen,
  isLink,
  type NoteDraft,
  NoteDraftSchema,
  withClaim,
  withHeader,
} from './draft.ts';
export {
  filesIn,
  type KeptNote,
  KeptNoteSchema,
  type KeptNotes,
  libraryOf,
  MOST_CLAIMS,
  NO_NOTES,
  type NoteEffect,
  type NotesChange,
  nextNumber,
  numberOf,
  type TeamNotes,
  withImportedNotes,
  withNote,
  withNoteHeader,
  withRetired,
  withSpelling,
} from './kept-notes.ts';
export { draftOfRest, missingIn, noteOf, sameNote } from './note-of-draft.ts';
export { isWithinSmallCaps } from './shown-side.ts';
