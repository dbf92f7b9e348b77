/** Id of the note whose model and example companies the rate-move answer uses. */
export const MODEL_NOTE = '000-2024-09-18';
