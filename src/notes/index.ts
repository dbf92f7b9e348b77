export { STANCES, type Stance } from './format.ts';
export { type Claim, type Library, LibraryError, type Note, readLibrary, type View } from './library.ts';
export { hasExpired, monthsBetween, onePerVoice, viewsFor, voicesByStance } from './selection.ts';
export { NOTES } from './shipped.ts';
