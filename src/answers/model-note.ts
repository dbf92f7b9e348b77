/** Id of the note whose model and example companies the rate-move answer uses. */
export const MODEL_NOTE = '000-2024-09-18';

/** Note 000 prints 17.55 % for SmallCap at 200 bp, a rounding slip of its own: 10.4481 ÷ 59.5 is 17.559832 %. */
export const PRINTED_SLIP = { moveBps: -200, printed: '17.55%' };
