export {
  detailsError,
  NOTE_DETAILS,
  NOTE_FORM,
  parseNoteDetails,
  pastedNote,
  renderNoteDetails,
  renderNoteForm,
  textError,
} from './form.ts';
export {
  type NoteAction,
  type NoteNotice,
  noteActionOf,
  noteRightIn,
  noteRightsBlocks,
  notesAtHome,
  renderDraft,
  renderNoteForTerminal,
  renderNoteHelp,
  renderNoteList,
  renderNoteNotice,
} from './message.ts';
export { readNoteCommand } from './read.ts';
export {
  type ClaimOrigin,
  choicesIn,
  claimNumberOf,
  NOTE_CLAIM,
  NOTE_REVIEW,
  parseClaimForm,
  type ReviewedClaim,
  type ReviewOrigin,
  renderClaimForm,
  renderReview,
  reviewOf,
} from './review.ts';
