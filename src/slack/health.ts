import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { SlackFailure } from './errors.ts';

/** What has to be in order before requests can be answered. */
type Part = 'token' | 'connection' | 'store';

/** Nothing that was heard longer ago than this counts: a bot that nobody asks hears nothing. */
const STALE_MS = 60_000;
/** The store is written to at most this often for a health page. */
const BETWEEN_STORE_CHECKS_MS = 5_000;
/** Whoever asks waits no longer for checks; what they find is told the next time. */
const PATIENCE_MS = 800;

/** What a health page looks into by itself. */
interface HealthChecks {
  /** Any call to Slack; what it is answered is heard. Never rejects. */
  readonly slack: () => Promise<unknown>;
  /** Rejects where the store cannot be written. */
  readonly store: () => Promise<void>;
}

/** Whether requests can be answered: by what Slack says of the token, by the connection, and by the store. */
export const createHealth = (nowMs: () => number) => {
  const troubles = new Map<Part, string>([['token', 'waiting for Slack to accept the bot token']]);
  let heardAtMs = nowMs();
  let storeCheckedAtMs = Number.NEGATIVE_INFINITY;
  let checks: HealthChecks | undefined;

  /** @param trouble in words; undefined where the part is in order */
  const set = (part: Part, trouble: string | undefined): void => {
    if (trouble === undefined) troubles.delete(part);
    else troubles.set(part, trouble);
  };

  const checkStore = async ({ store }: HealthChecks): Promise<void> => {
    if (nowMs() - storeCheckedAtMs < BETWEEN_STORE_CHECKS_MS) return;
    storeCheckedAtMs = nowMs();
    await store().then(
      () => set('store', undefined),
      () => set('store', 'the store cannot be written'),
    );
  };

  const check = async (asked: HealthChecks): Promise<void> => {
    const isStale = nowMs() - heardAtMs > STALE_MS;
    if (isStale) heardAtMs = nowMs();
    await Promise.all([checkStore(asked), isStale && asked.slack()]);
  };

  return {
    set,
    /** What Slack answered a call with: a failure, or none. Only what it says of the token counts. */
    heard: (failure: SlackFailure | undefined): void => {
      heardAtMs = nowMs();
      if (failure === undefined) set('token', undefined);
      else if (failure.meaning === 'token dead') set('token', `Slack refuses the bot token: ${failure.code}`);
    },
    /** From now on health pages look for themselves. */
    watch: (given: HealthChecks): void => {
      checks = given;
    },
    /** What is not in order, after a look; nothing where requests can be answered. */
    troubles: async (): Promise<readonly string[]> => {
      if (checks) await Promise.race([check(checks), wait(PATIENCE_MS, undefined, { ref: false })]);
      return [...troubles.values()];
    },
  };
};

/** Whether requests can be answered. */
export type Health = ReturnType<typeof createHealth>;

const reply = (response: ServerResponse, status: number, words: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
};

/** `/healthz`: the process is up. `/readyz`: requests can be answered, or what keeps them from it. */
export const healthRoutes = (health: Health) => [
  {
    path: '/healthz',
    method: 'GET',
    handler: (_request: IncomingMessage, response: ServerResponse) => reply(response, 200, 'ok'),
  },
  {
    path: '/readyz',
    method: 'GET',
    handler: (_request: IncomingMessage, response: ServerResponse) =>
      void health.troubles().then((troubles) => {
        if (troubles.length === 0) reply(response, 200, 'ready');
        else reply(response, 503, troubles.join('\n'));
      }),
  },
];

/** The path of a request, without what is asked of it. */
export const pathOf = ({ url = '' }: IncomingMessage): string | undefined => url.split('?')[0];

/** The health pages alone, for a process that Slack reaches over a WebSocket. */
export const healthServer = (health: Health): Server => {
  const routes = new Map(healthRoutes(health).map(({ path, handler }) => [path, handler]));
  return createServer((request, response) => {
    const handler = request.method === 'GET' ? routes.get(pathOf(request) ?? '') : undefined;
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
};
