import {
  type DataProblem,
  factsNow,
  type LiveSettings,
  type MarketData,
  type MarketSettings,
  marketDependencies,
  openMarketData,
} from '../market-data/index.ts';
import type { CurrentFacts } from '../slack/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Acted, Emit, State } from './protocol.ts';

/** What data answers rest on, and how a person chooses others. */

const SOURCES = { off: 'notes', synthetic: 'synthetic', csv: 'csv', live: 'live' } as const;

const inWords = (problems: readonly DataProblem[]): string =>
  `${[...new Set(problems.map(({ words }) => words))].join('; ')}.`;

/** Which closes are known, and to which day. */
const closesOf = (market: MarketData): string => {
  const [closes] = market.health();
  if (closes?.state === 'ok') return `closes to ${closes.asOf}, ${closes.source}`;
  return closes?.state === 'loading' ? 'closes are being loaded' : 'no closes';
};

const LABELS: Readonly<Record<MarketData['mode'], (market: MarketData) => string>> = {
  off: () => 'the five notes only',
  synthetic: () => 'made-up prices',
  csv: closesOf,
  live: closesOf,
};

export interface DataParts {
  /** What to begin with. */
  readonly settings: MarketSettings;
  /** What "live" is, also where it is begun with. */
  readonly live: LiveSettings;
  readonly now: () => IsoInstant;
  readonly emit: Emit;
}

export const openData = async ({ settings, live, now, emit }: DataParts) => {
  const open = (by: MarketSettings): Promise<MarketData> => openMarketData(by, marketDependencies(now));
  let chosen = settings.kind === 'live' ? live : settings;
  let market = await open(chosen);
  let problem: string | undefined;

  const state = (): State['data'] => ({
    source: SOURCES[market.mode],
    label: LABELS[market.mode](market),
    ...(problem !== undefined && { problem }),
  });
  const told = (): void => emit({ kind: 'data', data: state() });

  /** Once all that was asked for has come or has not, says what is missing. */
  const awaitAnswers = async (opened: MarketData): Promise<void> => {
    const { arriving } = opened.snapshot();
    await arriving;
    if (market !== opened) return;
    const missing = opened
      .health()
      .flatMap(({ state, problems }) => (state === 'unavailable' ? problems : []))
      .filter(({ kind }) => kind !== 'off');
    if (missing.length > 0) problem = inWords(missing);
    if (arriving !== undefined || problem !== undefined) told();
  };

  const take = (opened: MarketData, by: MarketSettings): Acted => {
    market.stop();
    [market, chosen, problem] = [opened, by, undefined];
    told();
    void awaitAnswers(opened);
    return { ok: true };
  };

  void awaitAnswers(market);

  return {
    state,
    isSynthetic: (): boolean => market.mode === 'synthetic',
    facts: (): CurrentFacts => factsNow(market, now()),
    choose: async (source: 'notes' | 'synthetic' | 'live'): Promise<Acted> => {
      const by: Readonly<Record<typeof source, MarketSettings>> = {
        notes: { kind: 'off' },
        synthetic: { kind: 'synthetic', seed: 1 },
        live,
      };
      return take(await open(by[source]), by[source]);
    },
    /** Takes the text of a file of closes. Where it cannot be read, what was chosen before stays. */
    chooseCsv: async (name: string, text: string): Promise<Acted> => {
      const by: MarketSettings = { kind: 'csv-text', name, text };
      const opened = await open(by);
      const closes = await opened.closes();
      if (closes.kind === 'ok') return take(opened, by);
      problem = `${name}: ${inWords(closes.problems)}`;
      told();
      return { ok: false, problem };
    },
    /** Waits for what is due by the clock, where no network is needed for it. */
    catchUp: async (): Promise<void> => {
      if (chosen.kind !== 'live') await market.snapshot().arriving;
    },
    /** Reads everything anew, after the clock was set back: nothing is known of days to come. */
    reopen: async (): Promise<void> => {
      if (chosen.kind !== 'live') take(await open(chosen), chosen);
    },
    stop: (): void => market.stop(),
  };
};

export type Data = Awaited<ReturnType<typeof openData>>;
