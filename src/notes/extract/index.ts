export {
  type ClaimRole,
  type ExtractedClaim,
  type ExtractedNote,
  type KnownNames,
  type KnownPerson,
  knownNamesOf,
  type NoteHeader,
  type ProposedFigure,
  type ProposedStance,
} from './claim.ts';
export { extractClaims } from './extract.ts';
export { bodyPlaces } from './paragraphs.ts';
export { entitiesIn } from './sides.ts';
