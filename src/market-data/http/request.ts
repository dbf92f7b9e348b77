import { because, type Outcome, type Provider, type Unavailable } from '../outcome.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
  readonly provider: Provider;
  readonly fetch: Fetch;
  /** For the whole reply, from the first byte sent to the last one read. */
  readonly timeoutMs: number;
  /** After decompression. */
  readonly maxBytes: number;
  /** Ends the request when the program stops. */
  readonly stopped: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

/** A failed request, with how long the provider asks to be left alone where it says so. */
export type Failure = Unavailable & { readonly retryAfterSeconds?: number };
export type Reply = Extract<Outcome<string>, { kind: 'ok' }> | Failure;

const USER_AGENT = 'RotationDesk/0.1 (market data for one Slack workspace)';

const refusal = (provider: Provider, response: Response): Failure => {
  const { status } = response;
  if (status === 401 || status === 403 || status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const why = status === 429 ? 'too many requests' : 'not allowed';
    return {
      ...because(provider, 'refused', `${provider} answered ${status} (${why})`),
      ...(Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
    };
  }
  if (status === 404) return because(provider, 'not-found', `${provider} answered 404 (not found)`);
  return because(provider, status >= 500 ? 'server-fault' : 'rejected', `${provider} answered ${status}`);
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

const failedWith = (error: unknown, { provider, timeoutMs }: RequestOptions): Failure => {
  const { name, cause } = error instanceof Error ? error : new Error();
  if (name === 'TimeoutError')
    return because(provider, 'too-slow', `${provider} took longer than ${timeoutMs / 1_000} s`);
  const code = (cause as { code?: unknown } | undefined)?.code;
  const detail = typeof code === 'string' ? ` (${code})` : '';
  return because(provider, 'no-answer', `${provider} did not answer${detail}`);
};

/** Gets one address. Whatever goes wrong is a problem in words; nothing is thrown. */
export const request = async (url: string, options: RequestOptions): Promise<Reply> => {
  const { provider, timeoutMs, maxBytes } = options;
  const abandoned = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), options.stopped, abandoned.signal]);
  try {
    const headers = { 'user-agent': USER_AGENT, accept: 'application/json, text/csv;q=0.9, */*;q=0.1' };
    const response = await options.fetch(url, { signal, headers });
    if (!response.ok) {
      abandoned.abort();
      return refusal(provider, response);
    }
    const text = await readAtMost(response, options);
    if (text !== undefined) return { kind: 'ok', value: text };
    abandoned.abort();
    return because(provider, 'too-long', `${provider} sent more than ${Math.floor(maxBytes / 1_000_000)} MB`);
  } catch (error) {
    return failedWith(error, options);
  }
};
