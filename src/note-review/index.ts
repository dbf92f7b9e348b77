export { reviewOf } from './doubts.ts';
export { type DraftEnd, renderDraft, renderDraftEnd } from './draft-message.ts';
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
export {
  ADD_NOTE,
  claimCounts,
  heldOf,
  type NoteAction,
  noteActionOf,
  noteRightIn,
  noteRightsBlocks,
  notesAtHome,
  renderNoteForTerminal,
  renderNoteHelp,
  renderNoteList,
} from './message.ts';
export { type NoteNotice, renderNoteNotice } from './notice.ts';
export { claimNumberOf, confirmedFrom, DROP_VOICE, NOTE_REVIEW, type ReviewPlace, renderReview } from './review.ts';
