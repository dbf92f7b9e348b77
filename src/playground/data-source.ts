import { refuseFile } from '../config.ts';
import {
  type DataProblem,
  factsNow,
  fileProblem,
  type LiveSettings,
  type MarketData,
  type MarketSettings,
  marketDependencies,
  openMarketData,
} from '../market-data/index.ts';
import { day, NBSP } from '../message/index.ts';
import type { CurrentFacts } from '../slack/index.ts';
import type { IsoInstant } from '../units.ts';
import type { ActionResult, Emit, PlaygroundState } from './protocol.ts';

const SOURCES = { off: 'notes', synthetic: 'synthetic', csv: 'csv', live: 'live' } as const;

const problemText = (problems: readonly DataProblem[]): string =>
  `${[...new Set(problems.map(({ words }) => words))].join('; ')}.`;

/** `closes to 19 Nov 2026, Yahoo`, or that there are none. */
const closesLabel = (market: MarketData): string => {
  const [closes] = market.health();
  if (closes?.state === 'ok')
    return `closes to ${closes.asOf && day(closes.asOf).replaceAll(NBSP, ' ')}, ${closes.source}`;
  return closes?.state === 'loading' ? 'closes are being loaded' : 'no closes';
};

const LABELS: Readonly<Record<MarketData['mode'], (market: MarketData) => string>> = {
  off: () => 'the five notes only',
  synthetic: () => 'made-up prices',
  csv: closesLabel,
  live: closesLabel,
};

interface DataSourceParts {
  /** The data at the start. */
  readonly settings: MarketSettings;
  /** The settings of live data, also when `settings` asks for them. */
  readonly live: LiveSettings;
  readonly now: () => IsoInstant;
  readonly emit: Emit;
}

/** The market data that answers use, and how users change them. Every change is emitted. */
export const openDataSource = async ({ settings, live, now, emit }: DataSourceParts) => {
  const open = (by: MarketSettings): Promise<MarketData> => openMarketData(by, marketDependencies(now));
  let chosen = settings.kind === 'live' ? live : settings;
  let market = await open(chosen);
  refuseFile(fileProblem(market));
  let problem: string | undefined;

  const state = (): PlaygroundState['data'] => ({
    source: SOURCES[market.mode],
    label: LABELS[market.mode](market),
    ...(problem !== undefined && { problem }),
  });
  const emitState = (): void => emit({ kind: 'data', data: state() });

  /** Waits for the first load to end and says what could not be loaded. */
  const reportMissing = async (opened: MarketData): Promise<void> => {
    const { arriving } = opened.snapshot();
    await arriving;
    if (market !== opened) return;
    const missing = opened
      .health()
      .flatMap(({ state, problems }) => (state === 'unavailable' ? problems : []))
      .filter(({ kind }) => kind !== 'off');
    if (missing.length > 0) problem = problemText(missing);
    if (arriving !== undefined || problem !== undefined) emitState();
  };

  const use = (opened: MarketData, by: MarketSettings): ActionResult => {
    market.stop();
    [market, chosen, problem] = [opened, by, undefined];
    emitState();
    void reportMissing(opened);
    return { ok: true };
  };

  void reportMissing(market);

  return {
    state,
    isSynthetic: (): boolean => market.mode === 'synthetic',
    facts: (): CurrentFacts => factsNow(market, now()),
    choose: async (source: 'notes' | 'synthetic' | 'live'): Promise<ActionResult> => {
      const by: Readonly<Record<typeof source, MarketSettings>> = {
        notes: { kind: 'off' },
        synthetic: { kind: 'synthetic', seed: 1 },
        live,
      };
      return use(await open(by[source]), by[source]);
    },
    /** Uses the text of a CSV of closes. If it cannot be read, the earlier data stay. */
    chooseCsv: async (name: string, text: string): Promise<ActionResult> => {
      const by: MarketSettings = { kind: 'csv-text', name, text };
      const opened = await open(by);
      const closes = await opened.closes();
      const { pairs = [] } = opened.snapshot();
      // a file may hold another pair than the Russell and the S&P
      if (closes.kind === 'ok' || pairs.length > 0) return use(opened, by);
      problem = `${name}: ${problemText(closes.problems)}`;
      emitState();
      return { ok: false, problem };
    },
    /** Waits for data that are due by the clock, unless they come over the network. */
    catchUp: async (): Promise<void> => {
      if (chosen.kind !== 'live') await market.snapshot().arriving;
    },
    /** Loads the data again, after the clock was set back, so that no later closes are known. */
    reopen: async (): Promise<void> => {
      if (chosen.kind !== 'live') use(await open(chosen), chosen);
    },
    stop: (): void => market.stop(),
  };
};

export type OpenDataSource = Awaited<ReturnType<typeof openDataSource>>;
