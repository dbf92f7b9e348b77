import type { Tools } from './http/tools.ts';
import { openLive } from './open-live.ts';
import { openQuiet } from './open-quiet.ts';
import type { MarketData } from './port.ts';
import type { MarketSettings } from './settings.ts';

/** Opens market data as the settings say. Never rejects for want of data. */
export const openMarketData = (settings: MarketSettings, tools: Tools): Promise<MarketData> =>
  settings.kind === 'live' ? openLive(settings, tools) : openQuiet(settings, tools);
