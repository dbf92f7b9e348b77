export { type Figure, STANCES, type Stance, TOPICS, type Topic } from './format.ts';
export { type Claim, type Library, LibraryError, type Note, readLibrary, type View } from './library.ts';
export { hasExpired, monthsBetween, onePerVoice, viewsFor, voicesByStance } from './selection.ts';
export { NOTES } from './shipped.ts';
