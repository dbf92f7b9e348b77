export {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  type ByCompany,
  type CompanyId,
  type DatedClaim,
  type DatedView,
  nothingAnswered,
  type Page,
  pageOf,
  type Side,
  type StanceCounts,
} from './answered.ts';
export {
  answeredFigure,
  companyFigures,
  FIGURE_PREFIX,
  floorFigure,
  liveFigures,
  netIncomeFigure,
  oddsFigures,
  rangeFigures,
  readingFigures,
  stanceFigures,
} from './answered-figures.ts';
export {
  assumedBorrowers,
  type ChangedAssumption,
  companiesIn,
  effectsOf,
  MODEL_NOTE,
  PRINTED_SLIP,
} from './assumptions.ts';
export {
  answeredView,
  datedClaim,
  findingsFor,
  isView,
  type NotedFigure,
  notedFigures,
  printedRatios,
  type RatioRow,
  recessionsIn,
  viewsOnMove,
} from './claims.ts';
export { type Facts, haveSameAnswers, type OwnFacts, ownPart, shippedFacts, withOwn } from './facts.ts';
export {
  baseRateOf,
  type Fed,
  fedAt,
  type Odds,
  type Priced,
  pricedIn,
  type StartMismatch,
  startMismatch,
} from './fed.ts';
export type { ClosesProvenance, CrossCheck, LiveMarket, NoData, Provenance } from './market.ts';
export {
  type KnownPair,
  PAIRS,
  type Pair,
  type PairCloses,
  type PairName,
  type SeriesId,
  US_PAIR,
} from './pairs.ts';
export {
  type ClosesStamp,
  closesKnown,
  type DatedReading,
  isProvisionalOn,
  type LiveReading,
  liveReading,
  pairKnown,
  printedReading,
} from './readings.ts';
