export {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  type CompanyId,
  type DatedClaim,
  type DatedView,
  nothingAnswered,
  type Page,
  type Pair,
  pageOf,
  type Side,
  type StanceCounts,
} from './answered.ts';
export {
  answeredFigure,
  companyFigures,
  FIGURES_OF,
  floorFigure,
  liveFigures,
  netIncomeFigure,
  rangeFigures,
  readingFigures,
  voiceFigures,
} from './answered-figures.ts';
export { assumedIn, type Changed, companiesIn, effectsOf, MODEL_NOTE, PRINTED_SLIP } from './assumed.ts';
export { backgroundOf } from './background.ts';
export { cited, dated, findingsFor, isView } from './claims.ts';
export { type CrossCheck, type Facts, type LiveMarket, type NoData, type Provenance, shippedFacts } from './facts.ts';
export { type Fed, fedAt, type Odds } from './fed-facts.ts';
export { oddsFigures, type Priced, pricedIn } from './odds.ts';
export { type NotedFigure, notedFigures, type RatioRow, rowsOf } from './printed-figures.ts';
export {
  type ClosesStamp,
  closesKnown,
  type DatedReading,
  isProvisionalOn,
  type LiveReading,
  liveReading,
} from './readings.ts';
