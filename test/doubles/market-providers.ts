import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import type { MarketDependencies } from '../../src/market-data/http-client.ts';
import type { LiveSettings } from '../../src/market-data/settings.ts';
import { isoInstant } from '../../src/units.ts';
import {
  cboeBody,
  fredBody,
  newYorkFedBody,
  type RateRow,
  type Row,
  yahooBody,
  yahooUnknown,
} from './market-bodies.ts';

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

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackServer {
  /** `http://127.0.0.1:port`, without a slash. */
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

/** A server on this machine that answers as it is told: slowly, endlessly, or like a provider. */
export const startServer = async (handler: Handler): Promise<LoopbackServer> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    handler(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** Sends headers at once and a byte now and then, for ever. */
export const trickle: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Accepts the request and says nothing. */
export const silence: Handler = () => undefined;

/** Sends as much as is taken, for ever. */
export const flood: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/csv' });
  const chunk = Buffer.alloc(64_000, 'x');
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
};

/** The real fetch, a clock that is set by hand, chance that is always half, and waits that take no time but are noted. */
export interface TestTools extends MarketDependencies {
  readonly waits: number[];
  readonly setClock: (now: string) => void;
}

export const testTools = (now: string, more: Partial<MarketDependencies> = {}): TestTools => {
  const waits: number[] = [];
  let clock = isoInstant(now);
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => clock,
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    ...more,
    waits,
    setClock: (next) => {
      clock = isoInstant(next);
    },
  };
};

/** A wait that never ends by itself: for races that something else is to win. */
export const endlessWait: MarketDependencies['wait'] = (_, signal) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('no longer waited for'))));

export const NEVER = new AbortController().signal;

/** A reply as a provider sends it, from test/recorded. */
export const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'recorded', name), 'utf8');
