export { createFilings, type Filings } from './filings.ts';
export type { Progress } from './http-client.ts';
export { type Probe, probeProviders } from './live-providers.ts';
export { factsAt, factsNow } from './market-facts.ts';
export { openMarketData } from './open-market-data.ts';
export { type DataProblem, fileProblem, type KindHealth, type MarketData } from './port.ts';
export {
  FILING_VARIABLES,
  type FilingSettings,
  filingSettings,
  type LiveSettings,
  liveSettings,
  MARKET_VARIABLES,
  type MarketSettings,
  marketDependencies,
  marketSettings,
} from './settings.ts';
