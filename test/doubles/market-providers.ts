import type { RatioSeries } from '../../src/index-ratio/series.ts';
import type { LiveSettings } from '../../src/market-data/settings.ts';
import {
  cboeBody,
  fredBody,
  newYorkFedBody,
  type RateRow,
  type Row,
  yahooBody,
  yahooUnknown,
} from './market-bodies.ts';
import { type Handler, type LoopbackServer, startServer } from './market-server.ts';

/** What the providers know. */
interface ProvidersKnow {
  readonly closes: RatioSeries;
  /** By Yahoo's symbol, `ZQV26.CBT`. */
  readonly futures?: Readonly<Record<string, readonly Row[]>>;
  readonly rates?: readonly RateRow[];
}

type PlayedProvider = 'yahoo' | 'cboe' | 'newYorkFed' | 'fred';

export interface PlayedProviders extends Omit<LoopbackServer, 'url'> {
  readonly settings: (cachePath: string, fredApiKey?: string) => LiveSettings;
  readonly know: (known: ProvidersKnow) => void;
  /** From now on a provider answers in its own way; without a way, properly again. */
  readonly answer: (provider: PlayedProvider, way?: Handler) => void;
}

const rowsOf = ({ dates }: RatioSeries, closes: readonly number[]): readonly Row[] =>
  dates.map((on, at) => ({ on, close: closes[at] ?? null }));

const bodyFor = (url: URL, { closes, futures = {}, rates = [] }: ProvidersKnow): string | undefined => {
  const path = decodeURIComponent(url.pathname);
  const symbol = path.split('/').at(-1) ?? '';
  if (path.startsWith('/v8/finance/chart/')) {
    if (symbol === '^RUT') return yahooBody(symbol, rowsOf(closes, closes.numerator));
    if (symbol === '^GSPC') return yahooBody(symbol, rowsOf(closes, closes.denominator));
    return symbol in futures ? yahooBody(symbol, futures[symbol] ?? []) : undefined;
  }
  if (symbol === 'RUT_History.csv') return cboeBody('RUT', rowsOf(closes, closes.numerator));
  if (symbol === 'SPX_History.csv') return cboeBody('SPX', rowsOf(closes, closes.denominator));
  if (path.startsWith('/api/rates/')) return newYorkFedBody(rates);
  const pick = { DFEDTARU: 'upper', DFEDTARL: 'lower', DFF: 'effective' } as const;
  const field = pick[url.searchParams.get('series_id') as keyof typeof pick];
  return field && fredBody(rates.map((row) => ({ on: row.on, value: row[field] })));
};

const providerOf = (path: string): PlayedProvider =>
  path.startsWith('/v8')
    ? 'yahoo'
    : path.startsWith('/api/global')
      ? 'cboe'
      : path.startsWith('/api')
        ? 'newYorkFed'
        : 'fred';

/** Yahoo, Cboe, the New York Fed and FRED on one loopback server. */
export const playProviders = async (knowing: ProvidersKnow): Promise<PlayedProviders> => {
  let known = knowing;
  const ways = new Map<PlayedProvider, Handler>();
  const { url, asked, stop } = await startServer((request, response) => {
    const way = ways.get(providerOf(request.url ?? ''));
    if (way !== undefined) {
      way(request, response);
      return;
    }
    const body = bodyFor(new URL(request.url ?? '', url), known);
    response.writeHead(body === undefined ? 404 : 200).end(body ?? yahooUnknown);
  });
  return {
    asked,
    stop,
    settings: (cachePath, fredApiKey) => ({
      kind: 'live',
      cachePath,
      yahooUrl: url,
      cboeUrl: url,
      newYorkFedUrl: url,
      fredUrl: url,
      ...(fredApiKey !== undefined && { fredApiKey }),
    }),
    know: (next) => {
      known = next;
    },
    answer: (provider, way) => {
      if (way === undefined) ways.delete(provider);
      else ways.set(provider, way);
    },
  };
};

/** A status and nothing else. */
export const status =
  (code: number, body = ''): Handler =>
  (_, response) =>
    void response.writeHead(code).end(body);
