import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { KindHealth } from './market-data/index.ts';

/** What is counted of what the bot does. Kinds, outcomes and durations: never an id, never somebody's words. */
export interface Metrics {
  /** A request is taken. @param kind names it in the log too @returns to be called once; false of what was passed over */
  readonly taken: (kind: string) => (outcome: string, isAnswered: boolean) => void;
  /** @param ms from when a request was read until Slack had its acknowledgement */
  readonly acknowledged: (ms: number) => void;
  readonly answered: (topic: string) => void;
  /** A call of the tools was answered. @param status of its HTTP answer */
  readonly toolAnswered: (ms: number, status: number) => void;
  /** Words had several readings, and their asker chooses. */
  readonly askedBack: () => void;
  readonly notUnderstood: (reason: string) => void;
  /** What came of a brief that was due. */
  readonly delivered: (outcome: string) => void;
  readonly storeFailed: (how: 'away' | 'failed') => void;
}

/** What is looked up whenever somebody asks for the metrics. */
export interface MetricSources {
  readonly market: () => readonly KindHealth[];
  /** What keeps requests from being answered, as `/readyz` has it. */
  readonly troubles: () => Promise<readonly string[]>;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

/** Our own names of kinds and outcomes; whatever else a label may be given is told by no more than that it is something else. */
const LABEL = /^\/?[a-z][a-z_:. -]{0,39}$/;
/** Sizes and places that hang on a name: `ask:0`, `not taken: is_archived`. */
const TAIL = /:(?:\d+| .*)$/;

const labelOf = (name: string): string => {
  const bare = name.replace(TAIL, '');
  return LABEL.test(bare) ? bare : 'other';
};

const ACK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const ANSWER_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 120];

/** Counts in memory, with the process's own memory, processor time and event-loop lag; no other registry is touched. */
export const createMetrics = (): { readonly metrics: Metrics; readonly registry: Registry } => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const named = (name: string, help: string) => ({ name: `rotation_desk_${name}`, help, registers: [registry] });

  const requests = new Counter({
    ...named('requests_total', 'Requests by kind and by what came of them.'),
    labelNames: ['kind', 'outcome'] as const,
  });
  const inHand = new Gauge(named('requests_in_hand', 'Requests that are taken and not answered yet.'));
  const answerSeconds = new Histogram({
    ...named('request_seconds', 'Seconds from when a request was taken until it was answered.'),
    labelNames: ['kind'] as const,
    buckets: ANSWER_SECONDS,
  });
  const ackSeconds = new Histogram({
    ...named('ack_seconds', 'Seconds from when a request was read until it was acknowledged; Slack waits three.'),
    buckets: ACK_SECONDS,
  });
  const answers = new Counter({ ...named('answers_total', 'Answers by topic.'), labelNames: ['topic'] as const });
  const toolSeconds = new Histogram({
    ...named('tool_call_seconds', 'Seconds from when a call of the tools was read until it was answered.'),
    labelNames: ['status'] as const,
    buckets: ACK_SECONDS,
  });
  const askedBack = new Counter(named('asked_back_total', 'Words with several readings that were asked back.'));
  const notUnderstood = new Counter({
    ...named('not_understood_total', 'Words that were not understood, by reason.'),
    labelNames: ['reason'] as const,
  });
  const deliveries = new Counter({
    ...named('deliveries_total', 'Briefs that were due, by what came of them.'),
    labelNames: ['outcome'] as const,
  });
  const storeErrors = new Counter({
    ...named('store_errors_total', 'Work on the store that failed, or for which it was away.'),
    labelNames: ['kind'] as const,
  });
  // an alert on the first of a kind needs a zero to count from
  for (const kind of ['away', 'failed']) storeErrors.inc({ kind }, 0);
  for (const outcome of ['posted', 'uncertain', 'too late', 'given up', 'cannot post']) deliveries.inc({ outcome }, 0);

  return {
    registry,
    metrics: {
      taken: (name) => {
        const kind = labelOf(name);
        const end = answerSeconds.startTimer({ kind });
        inHand.inc();
        return (outcome, isAnswered) => {
          inHand.dec();
          if (isAnswered) end();
          requests.inc({ kind, outcome: labelOf(outcome) });
        };
      },
      acknowledged: (ms) => ackSeconds.observe(ms / 1_000),
      answered: (topic) => answers.inc({ topic: labelOf(topic) }),
      toolAnswered: (ms, status) => toolSeconds.observe({ status }, ms / 1_000),
      askedBack: () => askedBack.inc(),
      notUnderstood: (reason) => notUnderstood.inc({ reason: labelOf(reason) }),
      delivered: (outcome) => deliveries.inc({ outcome: labelOf(outcome) }),
      storeFailed: (kind) => storeErrors.inc({ kind }),
    },
  };
};

/** Adds what is looked up at each look: whether requests can be answered, and how old the providers' data are. */
export const watchSources = (registry: Registry, { market, troubles, nowMs }: MetricSources): void => {
  new Gauge({
    name: 'rotation_desk_ready',
    help: '1 where requests can be answered, as /readyz has it; else 0.',
    registers: [registry],
    async collect() {
      this.set((await troubles()).length === 0 ? 1 : 0);
    },
  });
  new Gauge({
    name: 'rotation_desk_provider_age_seconds',
    help: 'Seconds since the data in use were fetched; none where there are none. They are fetched when somebody asks.',
    labelNames: ['what'] as const,
    registers: [registry],
    collect() {
      this.reset();
      for (const { what, fetchedAt } of market()) {
        if (fetchedAt !== undefined) this.set({ what }, (nowMs() - Date.parse(fetchedAt)) / 1_000);
      }
    },
  });
  new Gauge({
    name: 'rotation_desk_provider_failing',
    help: '1 where no provider gives this kind of data; else 0.',
    labelNames: ['what'] as const,
    registers: [registry],
    collect() {
      for (const { what, state } of market()) this.set({ what }, state === 'unavailable' ? 1 : 0);
    },
  });
};

/** Serves `/metrics` to whoever reaches that port. @returns where, and how to end it */
export const serveMetrics = async (
  registry: Registry,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly at: string; readonly stop: () => void }> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await once(server.listen(port, host), 'listening');
  // a process that ends does not wait for whoever looks at it
  server.unref();
  const { address, family, port: used } = server.address() as AddressInfo;
  return { at: `http://${family === 'IPv6' ? `[${address}]` : address}:${used}`, stop: () => void server.close() };
};
