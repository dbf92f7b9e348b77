import type { z } from 'zod';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import { type DataResult, ok, type Provider, type Unavailable, unavailableBecause } from './port.ts';

/** Keeps a provider that has refused from being asked again too soon. */
interface Breaker {
  /** The result of every request while the provider is paused. */
  readonly paused: (now: IsoInstant) => Unavailable | undefined;
  readonly refused: (now: IsoInstant, retryAfterSeconds?: number) => void;
  readonly answered: () => void;
}

const FIRST_PAUSE_SECONDS = 15 * 60;
const LONGEST_PAUSE_SECONDS = 4 * 60 * 60;

/**
 * A circuit breaker: no request for a quarter of an hour after the first refusal, twice as long after each further one in a row, or as long as the
 * provider asks; never more than four hours.
 */
const createBreaker = (provider: Provider): Breaker => {
  let refusals = 0;
  let until: IsoInstant | undefined;
  return {
    paused: (now) =>
      until !== undefined && now < until
        ? unavailableBecause(
            provider,
            'paused',
            `${provider} refused and is left alone until ${until.slice(11, 16)} UTC`,
          )
        : undefined,
    refused: (now, retryAfterSeconds = 0) => {
      const seconds = Math.max(FIRST_PAUSE_SECONDS * 2 ** refusals, retryAfterSeconds);
      refusals += 1;
      until = addMilliseconds(now, Math.min(seconds, LONGEST_PAUSE_SECONDS) * 1_000);
    },
    answered: () => {
      refusals = 0;
      until = undefined;
    },
  };
};

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How one request is made. */
interface RequestOptions {
  readonly provider: Provider;
  readonly fetch: Fetch;
  /** For the whole reply, from the first byte sent to the last one read. */
  readonly timeoutMs: number;
  /** After decompression. */
  readonly maxBytes: number;
  /** Ends the request when the program stops. */
  readonly stopped: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
  /** Who asks. */
  readonly userAgent?: string;
}

/** A failed request, with how long the provider asks to be left alone where it says so. */
type HttpFailure = Unavailable & { readonly retryAfterSeconds?: number };
/** The text of a reply, or why there is none. */
type HttpReply = Extract<DataResult<string>, { kind: 'ok' }> | HttpFailure;

const USER_AGENT = 'RotationDesk/0.1 (market data for one Slack workspace)';

const refusal = (provider: Provider, response: Response): HttpFailure => {
  const { status } = response;
  if (status === 401 || status === 403 || status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const why = status === 429 ? 'too many requests' : 'not allowed';
    return {
      ...unavailableBecause(provider, 'refused', `${provider} answered ${status} (${why})`),
      ...(Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
    };
  }
  if (status === 404) return unavailableBecause(provider, 'not-found', `${provider} answered 404 (not found)`);
  return unavailableBecause(provider, status >= 500 ? 'server-fault' : 'rejected', `${provider} answered ${status}`);
};

/** Reads a body up to a number of bytes; undefined where it is longer. */
const readAtMost = async (response: Response, { maxBytes, onBytes }: RequestOptions): Promise<string | undefined> => {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
    onBytes?.(bytes);
  }
  return text + decoder.decode();
};

const failedWith = (error: unknown, { provider, timeoutMs }: RequestOptions): HttpFailure => {
  const { name, cause } = error instanceof Error ? error : new Error();
  if (name === 'TimeoutError')
    return unavailableBecause(provider, 'too-slow', `${provider} took longer than ${timeoutMs / 1_000} s`);
  const code = (cause as { code?: unknown } | undefined)?.code;
  const detail = typeof code === 'string' ? ` (${code})` : '';
  return unavailableBecause(provider, 'no-answer', `${provider} did not answer${detail}`);
};

/** Gets the text of one address. Never throws or rejects: whatever goes wrong is a problem in words. */
export const request = async (url: string, options: RequestOptions): Promise<HttpReply> => {
  const { provider, timeoutMs, maxBytes } = options;
  const abandoned = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), options.stopped, abandoned.signal]);
  try {
    const headers = {
      'user-agent': options.userAgent ?? USER_AGENT,
      accept: 'application/json, text/csv;q=0.9, */*;q=0.1',
    };
    const response = await options.fetch(url, { signal, headers });
    if (!response.ok) {
      abandoned.abort();
      return refusal(provider, response);
    }
    const text = await readAtMost(response, options);
    if (text !== undefined) return { kind: 'ok', value: text };
    abandoned.abort();
    return unavailableBecause(
      provider,
      'too-long',
      `${provider} sent more than ${Math.floor(maxBytes / 1_000_000)} MB`,
    );
  } catch (error) {
    return failedWith(error, options);
  }
};

/** How much of a long reply has come in. */
export interface Progress {
  readonly provider: Provider;
  /** What is being loaded: `^RUT`, `EFFR`. */
  readonly what: string;
  readonly bytes: number;
}

/** The network, clock, randomness and timers, passed in so that tests can replace them. */
export interface MarketDependencies {
  readonly fetch: Fetch;
  readonly now: () => IsoInstant;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  readonly onProgress?: (progress: Progress) => void;
  /** Called with an error of our own code during a load. */
  readonly onFault?: (error: unknown) => void;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Who asks, where a provider wants to know more than the program's name. */
  readonly userAgent?: string;
}

/** Gets text from one provider. `what` names the thing loaded, for progress. Never rejects. */
export type Client = (path: string, what: string) => Promise<DataResult<string>>;

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 8_000_000;
const RETRY_AFTER_MS = 300;
const JITTER_MS = 700;

/** Only what a retry may mend. A slow reply is not asked for again: the next provider is quicker. */
const isWorthAnotherTry = (reply: HttpReply): boolean =>
  reply.kind === 'unavailable' && reply.problems.some(({ kind }) => kind === 'no-answer' || kind === 'server-fault');

/**
 * A provider under its base address: ten seconds and eight megabytes for a reply, a second try after a broken
 * connection or a server fault, and none for a while after a refusal.
 */
export const createClient = (
  provider: Provider,
  baseUrl: string,
  dependencies: MarketDependencies,
  stopped: AbortSignal,
): Client => {
  const breaker = createBreaker(provider);
  const base = baseUrl.replace(/\/+$/, '');
  return async (path, what) => {
    const pause = breaker.paused(dependencies.now());
    if (pause !== undefined) return pause;
    const once = (): Promise<HttpReply> =>
      request(`${base}${path}`, {
        provider,
        fetch: dependencies.fetch,
        timeoutMs: dependencies.timeoutMs ?? TIMEOUT_MS,
        maxBytes: dependencies.maxBytes ?? MAX_BYTES,
        stopped,
        ...(dependencies.userAgent !== undefined && { userAgent: dependencies.userAgent }),
        onBytes: (bytes) => dependencies.onProgress?.({ provider, what, bytes }),
      });
    let reply = await once();
    if (isWorthAnotherTry(reply) && !stopped.aborted) {
      await dependencies.wait(RETRY_AFTER_MS + dependencies.random() * JITTER_MS);
      reply = await once();
    }
    if (reply.kind === 'ok') breaker.answered();
    else if (reply.problems.some(({ kind }) => kind === 'refused')) {
      breaker.refused(dependencies.now(), reply.retryAfterSeconds);
    }
    return reply.kind === 'ok' ? reply : { kind: 'unavailable', problems: reply.problems };
  };
};

const isWebPage = (text: string): boolean => /^\s*</.test(text);

/**
 * The problem of a reply that is not the data expected.
 *
 * @param expected what it should have been: `the columns DATE and RUT`
 */
export const unreadable = (provider: Provider, text: string, expected: string) =>
  unavailableBecause(
    provider,
    'unreadable',
    isWebPage(text)
      ? `${provider} sent a web page in place of data`
      : `${provider} sent something else than ${expected}`,
  );

/** The value of a JSON text; undefined where it is not JSON. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** JSON of a known shape, or a problem in words. */
export const readJson = <Schema extends z.ZodType>(
  provider: Provider,
  text: string,
  schema: Schema,
): DataResult<z.output<Schema>> => {
  const result = schema.safeParse(jsonIn(text));
  return result.success ? ok(result.data) : unreadable(provider, text, 'the data it is known to send');
};
