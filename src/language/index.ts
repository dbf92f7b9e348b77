export { type SizeReadAs, sizeOf } from './amounts.ts';
export { yearSaidShort } from './date-parts.ts';
export { type Account, numbersIn, type Passage, passes } from './gate.ts';
export { type Lexicon, lexiconOf, type Mark, phrasesIn, type Said, type Tables, words } from './lexicon.ts';
export { type Licence, licenceOf } from './licence.ts';
export { nearestTo } from './mending.ts';
export { scaled } from './numerals.ts';
export { type Matches, matcherOf } from './patterns.ts';
export {
  firstWordOf,
  inFull,
  isBefore,
  type Phrases,
  pageIn,
  phrasesOf,
  told,
  typedAt,
  unreadIn,
  wholeOf,
} from './phrases.ts';
export { type Search, searchOf } from './search.ts';
export { isStepAway, type Setting, scopeOf, valueIn } from './setting-pairs.ts';
export { isScaledBefore } from './setting-scales.ts';
export { isAssumed, settingsIn } from './settings.ts';
export type { Place, RateLevel, Size, Sizes } from './size.ts';
export { isDenied, isNetted, rateWays, scaleSaid } from './size-qualifiers.ts';
export { sizesIn } from './sizes.ts';
export type {
  Amount,
  Assumed,
  ClockSlot,
  Company,
  Count,
  DateSlot,
  Direction,
  DurationSlot,
  Duty,
  Named,
  Parameter,
  Scope,
  Slot,
  SlotOf,
  Span,
  SpanSlot,
} from './slots.ts';
export { type Target, targetsIn } from './targets.ts';
export { type Tongue, tongueOf, tongueOfProse } from './tongue.ts';
export {
  asTyped,
  has,
  hasAny,
  hullOf,
  isIn,
  isLinked,
  isMadeOf,
  isOnly,
  LONGEST_READ,
  leftIn,
  madeOnce,
  marked,
  marksOf,
  type Names,
  ofTheRate,
  overlaps,
  passingOver,
  phrasesFound,
  placesOf,
  retold,
  says,
  slotsAlone,
  slotsOf,
  spanOf,
  strangeIn,
  type Utterance,
  utteranceOf,
  withoutStrange,
} from './utterance.ts';
export { FUNCTION_WORDS, HARMLESS_WORDS, OMITTING, TELLING_WORDS } from './words.ts';
