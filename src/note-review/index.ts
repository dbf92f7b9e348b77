export { type ReviewedClaim, reviewOf } from './doubts.ts';
export {
  detailsError,
  NOTE_CLAIM,
  NOTE_DETAILS,
  NOTE_FORM,
  parseClaimForm,
  parseNoteDetails,
  pastedNote,
  renderClaimForm,
  renderNoteDetails,
  renderNoteForm,
  textError,
} from './form.ts';
export { noteRightIn, noteRightsBlocks, notesAtHome } from './home.ts';
export {
  ADD_NOTE,
  heldOf,
  type NoteAction,
  noteActionOf,
  renderNoteForTerminal,
  renderNoteHelp,
  renderNoteList,
} from './message.ts';
export { type NoteNotice, renderNoteNotice } from './notice.ts';
export { claimNumberOf, type DraftEnd, NOTE_REVIEW, renderDraft, renderDraftEnd, renderReview } from './review.ts';
