export type { Progress } from './http-client.ts';
export { factsAt, factsNow } from './market-facts.ts';
export { openMarketData } from './open.ts';
export type { DataProblem } from './outcome.ts';
export type { KindHealth, MarketData } from './port.ts';
export { type Probe, probeProviders } from './probe.ts';
export {
  type LiveSettings,
  liveSettings,
  MARKET_VARIABLES,
  type MarketSettings,
  marketDependencies,
  marketSettings,
} from './settings.ts';
