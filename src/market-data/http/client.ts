import type { Outcome, Provider } from '../outcome.ts';
import { createBreaker } from './breaker.ts';
import { type Reply, request } from './request.ts';
import type { Tools } from './tools.ts';

/** Gets text from one provider, politely. `what` names the thing loaded, for progress. */
export type Client = (path: string, what: string) => Promise<Outcome<string>>;

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 8_000_000;
const RETRY_AFTER_MS = 300;
const JITTER_MS = 700;

/** Only what a second try may mend. A slow reply is not asked for again: the next provider is quicker. */
const isWorthAnotherTry = (reply: Reply): boolean =>
  reply.kind === 'unavailable' && reply.problems.some(({ kind }) => kind === 'no-answer' || kind === 'server-fault');

/**
 * A provider under its base address: ten seconds and eight megabytes for a reply, a second try after a broken
 * connection or a server fault, and none for a while after a refusal.
 */
export const createClient = (provider: Provider, baseUrl: string, tools: Tools, stopped: AbortSignal): Client => {
  const breaker = createBreaker(provider);
  const base = baseUrl.replace(/\/+$/, '');
  return async (path, what) => {
    const pause = breaker.paused(tools.now());
    if (pause !== undefined) return pause;
    const once = (): Promise<Reply> =>
      request(`${base}${path}`, {
        provider,
        fetch: tools.fetch,
        timeoutMs: tools.timeoutMs ?? TIMEOUT_MS,
        maxBytes: tools.maxBytes ?? MAX_BYTES,
        stopped,
        onBytes: (bytes) => tools.onProgress?.({ provider, what, bytes }),
      });
    let reply = await once();
    if (isWorthAnotherTry(reply) && !stopped.aborted) {
      await tools.wait(RETRY_AFTER_MS + tools.random() * JITTER_MS);
      reply = await once();
    }
    if (reply.kind === 'ok') breaker.answered();
    else if (reply.problems.some(({ kind }) => kind === 'refused')) {
      breaker.refused(tools.now(), reply.retryAfterSeconds);
    }
    return reply.kind === 'ok' ? reply : { kind: 'unavailable', problems: reply.problems };
  };
};
