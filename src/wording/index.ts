export { noteNumberOf } from '../notes/index.ts';
export { alternatives, catchWords, changedWords, coverShown, floorWords, liftOf, modelWords } from './borrowers.ts';
export {
  affiliation,
  agesOf,
  locatedCitation,
  otherSideWords,
  paragraphOf,
  STANCE_LABEL,
  STANCE_PEOPLE,
  shortName,
  stanceSentence,
  viewLine,
  viewLines,
  viewList,
} from './citations.ts';
export {
  ageOf,
  closesSource,
  fedSource,
  futuresSource,
  isInDoubt,
  isStale,
  liveWords,
  marketWords,
  noDataWords,
  printedTable,
  ratioLevelGiven,
  SYNTHETIC,
} from './closes.ts';
export {
  chanceOf,
  contradicts,
  impliedWords,
  likeliestWords,
  missingOutcomeLines,
  movedBy,
  movePriced,
  movesPricedWords,
  oddsOf,
  oddsWords,
  pricedWords,
  rangeWords,
  rankOf,
  rateRange,
  sizesWords,
  unknownMeetings,
  whyNoOdds,
  whyNotImplied,
} from './fed.ts';
export { findingLines, findingMrkdwn, findingWords, foldedMrkdwn, phraseText, VERDICT_LABEL } from './findings.ts';
export { byline, shortTitle } from './note-byline.ts';
export type { Offer } from './offers.ts';
export {
  AFTER_CUTS,
  AFTER_RATES,
  ALL_VIEWS,
  CHECK,
  CONFLICTS,
  FED,
  HOW_COMPUTED,
  helpOffer,
  moveLabel,
  movesOffered,
  NOTE_NUMBERS,
  nextPageOffer,
  PRICED,
  pageLabel,
  RANGE_WORDS,
  ROTATION,
  YEAR_TO_DATE,
} from './offers.ts';
export { ofPair, type PairNames, pairNames, withinPair } from './pairs.ts';
