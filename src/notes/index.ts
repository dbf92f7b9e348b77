export { type Figure, STANCES, type Stance, TOPICS, type Topic } from './format.ts';
export {
  type Claim,
  type Library,
  LibraryError,
  type LibraryFile,
  type Note,
  readLibrary,
  type View,
} from './library.ts';
export { type LintReport, lintLibrary } from './lint.ts';
export type { NoteText } from './lint-texts.ts';
export { RISK_CLAIMS } from './risks.ts';
export { hasExpired, isNamed, monthsBetween, onePerVoice, viewsFor, voicesByStance } from './selection.ts';
export { NOTES } from './shipped.ts';
