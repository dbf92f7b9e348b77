export type { Progress, Tools } from './http/tools.ts';
export type { Known } from './keeper.ts';
export { openMarketData } from './open.ts';
export type { Outcome, Problem, ProblemKind, Provider } from './outcome.ts';
export type { KindHealth, MarketData, Snapshot } from './port.ts';
export { type Probe, probeProviders } from './probe.ts';
export { type LiveSettings, liveSettings, MARKET_VARIABLES, type MarketSettings, marketSettings } from './settings.ts';
export type { Closes, CrossCheck, Futures, Provenance, RateDay, Rates } from './values.ts';
export { worldTools } from './world.ts';
