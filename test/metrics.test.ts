import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { createMetrics, serveMetrics, watchSources } from '../src/metrics.ts';

const ALERTS = readFileSync(join(import.meta.dirname, '../deploy/alerts.yaml'), 'utf8');

const measured = (fetchedAt = '2026-11-20T14:00:00.000Z', troubles: readonly string[] = []) => {
  const { metrics, registry } = createMetrics();
  watchSources(registry, {
    market: () => [
      { what: 'closes', state: 'ok', fetchedAt: fetchedAt as never, problems: [] },
      { what: 'rates', state: 'loading', problems: [] },
      { what: 'futures', state: 'unavailable', problems: [] },
    ],
    troubles: async () => troubles,
    nowMs: () => Date.parse('2026-11-20T14:30:00Z'),
  });
  return { metrics, registry };
};

/** The lines of one metric, without its help. */
const linesOf = async ({ registry }: ReturnType<typeof measured>, name: string): Promise<readonly string[]> =>
  (await registry.metrics()).split('\n').filter((line) => line.startsWith(`rotation_desk_${name}`));

describe('metrics', () => {
  it('count requests by kind and outcome, and time those that were answered', async () => {
    const all = measured();
    all.metrics.taken('/ratecut')('channel', true);
    all.metrics.taken('/ratecut')('busy', false);
    all.metrics.taken('ask:2');
    expect(await linesOf(all, 'requests_total')).toEqual([
      'rotation_desk_requests_total{kind="/ratecut",outcome="channel"} 1',
      'rotation_desk_requests_total{kind="/ratecut",outcome="busy"} 1',
    ]);
    expect(await linesOf(all, 'request_seconds_count')).toEqual([
      'rotation_desk_request_seconds_count{kind="/ratecut"} 1',
    ]);
    expect(await linesOf(all, 'requests_in_hand')).toEqual(['rotation_desk_requests_in_hand 1']);
  });

  it('have acknowledgements in seconds, with a bound at the three that Slack waits', async () => {
    const all = measured();
    for (const ms of [4, 2_999, 3_001]) all.metrics.acknowledged(ms);
    const lines = await linesOf(all, 'ack_seconds');
    expect(lines).toContain('rotation_desk_ack_seconds_bucket{le="0.005"} 1');
    expect(lines).toContain('rotation_desk_ack_seconds_bucket{le="3"} 2');
    expect(lines).toContain('rotation_desk_ack_seconds_count 3');
  });

  it('tell how old the data in use are, and which no provider gives', async () => {
    const all = measured();
    expect(await linesOf(all, 'provider')).toEqual([
      'rotation_desk_provider_age_seconds{what="closes"} 1800',
      'rotation_desk_provider_failing{what="closes"} 0',
      'rotation_desk_provider_failing{what="rates"} 0',
      'rotation_desk_provider_failing{what="futures"} 1',
    ]);
  });

  it('say whether requests can be answered, and not why not', async () => {
    expect(await linesOf(measured(), 'ready')).toEqual(['rotation_desk_ready 1']);
    const text = await measured('2026-11-20T14:00:00Z', [
      'Slack refuses the bot token: token_revoked',
    ]).registry.metrics();
    expect(text).toContain('\nrotation_desk_ready 0\n');
    expect(text).not.toContain('token_revoked');
  });

  it.each(['U0ASKER', 'ask T0TEAM', 'what is the ratio?', '1795185000.000100', 'naïve', 'a'.repeat(80), ''])(
    'have no label for %j',
    async (word) => {
      const all = measured();
      all.metrics.taken(word)(word, true);
      all.metrics.answered(word);
      all.metrics.notUnderstood(word);
      all.metrics.delivered(word);
      const text = await all.registry.metrics();
      expect(text).toContain('rotation_desk_requests_total{kind="other",outcome="other"} 1');
      expect(text).toContain('rotation_desk_answers_total{topic="other"} 1');
      if (word !== '') expect(text).not.toContain(`"${word}"`);
    },
  );

  it('leave out of a kind what hangs on it', async () => {
    const all = measured();
    all.metrics.taken('ask:12')('not taken: is_archived', true);
    expect(await linesOf(all, 'requests_total')).toEqual([
      'rotation_desk_requests_total{kind="ask",outcome="not taken"} 1',
    ]);
  });

  it('are served at one path of a port of their own', async () => {
    const { metrics, registry } = measured();
    metrics.askedBack();
    const { at, stop } = await serveMetrics(registry, { host: '127.0.0.1', port: 0 });
    onTestFinished(stop);
    const page = await fetch(`${at}/metrics`);
    expect(page.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await page.text();
    for (const line of [
      'rotation_desk_asked_back_total 1',
      'process_resident_memory_bytes ',
      'nodejs_eventloop_lag_p99_seconds ',
    ]) {
      expect(text).toContain(`\n${line}`);
    }
    for (const [path, method] of [
      ['/', 'GET'],
      ['/metrics', 'POST'],
      ['/readyz', 'GET'],
    ] as const) {
      expect((await fetch(`${at}${path}`, { method })).status).toBe(404);
    }
  });
});

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string };
}

const alerts = (parse(ALERTS) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);

/** What PromQL has by itself, and Prometheus of every target. */
const NOT_OURS = new Set([
  'sum',
  'rate',
  'increase',
  'max',
  'by',
  'and',
  'on',
  'le',
  'up',
  'job',
  'instance',
  'histogram_quantile',
]);

/** The labels that Prometheus puts to whatever it reads. */
const OF_TARGETS = ['job', 'instance'];

const groupedBy = (expr: string): readonly string[] =>
  [...expr.matchAll(/\b(?:by|on) ?\(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(/,\s*/));

/** The names in an expression, without those of labels and what they are compared with. */
const namesIn = (expr: string): readonly string[] =>
  [...expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|on) ?\([^)]*\)/g, '').matchAll(/\b[a-z_][a-z_0-9]*\b/g)].map(
    ([name]) => name,
  );

/** The labels that an expression compares or groups by, each with its metric where it stands at one. */
const labelsIn = (expr: string): readonly (readonly [metric: string, label: string])[] =>
  [...expr.matchAll(/\b([a-z_0-9]+)\{([^}]*)\}/g)].flatMap(([, metric = '', inside = '']) =>
    [...inside.matchAll(/([a-z_]+)\s*(?:=~|!=|!~|=)/g)].map(([, label = '']) => [metric, label] as const),
  );

describe('deploy/alerts.yaml', () => {
  const known = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { registry } = measured();
    const metrics = await registry.getMetricsAsJSON();
    const definitions = registry.getMetricsAsArray() as unknown as readonly {
      name: string;
      labelNames?: readonly string[];
    }[];
    return new Map(
      metrics.flatMap(({ name, type }) => {
        const labels = definitions.find((one) => one.name === name)?.labelNames ?? [];
        const names =
          String(type) === 'histogram' ? ['_bucket', '_sum', '_count'].map((tail) => `${name}${tail}`) : [name];
        return names.map((one) => [one, labels] as const);
      }),
    );
  };

  it('names no metric and no label that there is not', async () => {
    const metrics = await known();
    for (const { alert, expr } of alerts) {
      const names = namesIn(expr).filter((name) => !NOT_OURS.has(name));
      expect(
        names.filter((name) => !metrics.has(name)),
        alert,
      ).toEqual([]);
      const labels = new Set([...metrics.values()].flat().concat(OF_TARGETS, 'le'));
      for (const label of groupedBy(expr)) expect(labels, alert).toContain(label);
      for (const [metric, label] of labelsIn(expr)) {
        expect([...(metrics.get(metric) ?? []), ...OF_TARGETS], `${alert}: ${label}`).toContain(label);
      }
    }
  });

  it('would notice one that there is not', async () => {
    const metrics = await known();
    expect(namesIn('sum by (topic) (rate(rotation_desk_answer_total{topic="x"}[5m])) > 1')).toEqual([
      'sum',
      'rate',
      'rotation_desk_answer_total',
    ]);
    expect(metrics.has('rotation_desk_answer_total')).toBe(false);
    expect(labelsIn('rotation_desk_answers_total{person="x"}')).toEqual([['rotation_desk_answers_total', 'person']]);
    expect(groupedBy('sum by (topic, person) (x) and on (team) y')).toEqual(['topic', 'person', 'team']);
    expect(metrics.get('rotation_desk_answers_total')).toEqual(['topic']);
  });

  it('compares outcomes and kinds with those there are', () => {
    const outcomes = alerts.flatMap(({ expr }) =>
      [...expr.matchAll(/outcome=~?"([^"]*)"/g)].flatMap(([, one = '']) => one.split('|')),
    );
    const sources = ['../src/slack/request-runner.ts', '../src/brief/schedule.ts'].map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8'),
    );
    expect(outcomes.length).toBeGreaterThan(3);
    for (const outcome of outcomes) expect(sources.join(), outcome).toContain(`'${outcome}'`);
  });

  it('counts from zero what one of is an alert', async () => {
    const text = await measured().registry.metrics();
    const first = alerts.filter(({ expr }) => expr.includes('deliveries_total'));
    const outcomes = first.flatMap(({ expr }) => /outcome=~?"([^"]*)"/.exec(expr)?.[1]?.split('|') ?? []);
    expect(outcomes).toHaveLength(4);
    for (const outcome of outcomes) expect(text).toContain(`rotation_desk_deliveries_total{outcome="${outcome}"} 0\n`);
  });

  it('says of each alert what is wrong and what to do', () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { alert, expr, labels, annotations } of alerts) {
      expect(expr, alert).toMatch(/[<>=]=? *[\d.]+|absent/);
      expect(['page', 'ticket'], alert).toContain(labels.severity);
      expect(annotations.summary.length, alert).toBeGreaterThan(10);
      expect(annotations.description.length, alert).toBeGreaterThan(40);
    }
  });
});
