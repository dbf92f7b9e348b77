import { existsSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { httpSender, socketSender } from '../doubles/sending.ts';
import { freePort } from '../doubles/temporary.ts';
import { APP_TOKEN, BOT_TOKEN } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import { httpSettings, it, type Program } from './program.ts';

const statusOf = async (port: number, path: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}${path}`)).status;

const blocksPosted = async (program: Program, slack: FakeSlack, user: string) => {
  const { sendCommand } = httpSender(await program.ready());
  await sendCommand({ text: '50bps', user, responseUrl: slack.newResponseUrl() });
  const byUser = () => slack.posted.find(({ text }) => text.includes(user));
  await eventually(() => expect(byUser()).toBeDefined());
  return JSON.stringify(byUser()?.blocks).replaceAll(user, 'somebody');
};

describe.concurrent('the program', { timeout: 60_000 }, () => {
  it('serves health pages and answers a signed command over HTTP, and ends well on SIGTERM', async ({ slack, run }) => {
    const program = run(httpSettings(slack));
    const port = await program.ready();
    expect(await Promise.all([statusOf(port, '/healthz'), statusOf(port, '/readyz')])).toEqual([200, 200]);
    const { status, body } = await httpSender(port).sendCommand({ text: '50bps', responseUrl: slack.newResponseUrl() });
    expect({ status, body }).toEqual({ status: 200, body: '' });
    await eventually(() => expect(slack.posted).toHaveLength(1));
    expect(slack.posted[0]?.text).toContain('SmallCap net income +4.39%, LargeCap +0.23%');
    program.stop('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, said: '' });
  });

  it('answers over Socket Mode, and ends well on SIGINT', async ({ slack, run }) => {
    const { SLACK_SIGNING_SECRET: _, ...settings } = httpSettings(slack);
    const program = run({ ...settings, SLACK_APP_TOKEN: APP_TOKEN });
    const port = await program.ready();
    expect(await statusOf(port, '/readyz')).toBe(200);
    await socketSender(slack.link).sendCommand({ text: '50bps', responseUrl: slack.newResponseUrl() });
    await eventually(() => expect(slack.posted).toHaveLength(1));
    program.stop('SIGINT');
    expect(await program.ended).toEqual({ code: 0, said: '' });
  });

  it('waits for a Slack that cannot be reached yet or is out of order, alive but not ready', async ({ slack, run }) => {
    slack.script.once('auth.test', { status: 503 });
    for (const error of ['internal_error', 'service_unavailable']) slack.script.once('auth.test', { error });
    const port = await freePort();
    const program = run({ ...httpSettings(slack), PORT: String(port) });
    const ready = program.ready();
    await eventually(async () => expect(await statusOf(port, '/healthz')).toBe(200), 45_000);
    expect(await statusOf(port, '/readyz')).toBe(503);
    await ready;
    expect(await statusOf(port, '/readyz')).toBe(200);
    expect(slack.callsTo('auth.test')).toHaveLength(4);
  });

  it('ends well while it still waits for Slack', async ({ slack, run }) => {
    slack.script.always('auth.test', { status: 503 });
    const port = await freePort();
    const program = run({ ...httpSettings(slack), PORT: String(port) });
    await eventually(async () => expect(await statusOf(port, '/healthz')).toBe(200), 45_000);
    program.stop('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, said: '' });
  });

  it('answers what it has acknowledged before it ends', async ({ slack, run }) => {
    slack.script.always('conversations.info', { delayMs: 800 });
    const program = run(httpSettings(slack));
    const sender = httpSender(await program.ready());
    await sender.sendCommand({ text: '50bps', responseUrl: slack.newResponseUrl() });
    program.stop('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, said: '' });
    expect(slack.posted).toHaveLength(1);
  });

  it('ends within ten seconds, and takes nothing more, whoever leaves it waiting', async ({ slack, run }) => {
    slack.script.always('chat.postMessage', { delayMs: 25_000 });
    const program = run(httpSettings(slack));
    const port = await program.ready();
    await httpSender(port).sendCommand({ text: '50bps', responseUrl: slack.newResponseUrl() });
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1));
    // a request that never comes to its end
    const half = connect(port, '127.0.0.1').on('error', () => undefined);
    half.write('POST /slack/events HTTP/1.1\r\nHost: desk\r\nContent-Length: 100\r\n\r\nhalf');
    const stoppedMs = performance.now();
    program.stop('SIGTERM');
    await eventually(async () => await expect(statusOf(port, '/healthz')).rejects.toThrow());
    expect(await program.ended).toEqual({ code: 0, said: '' });
    expect(performance.now() - stoppedMs).toBeLessThan(10_000);
    half.destroy();
  });

  it('serves metrics where METRICS_PORT is set, on a port of their own and to this machine only', async ({
    slack,
    run,
  }) => {
    const metricsPort = await freePort();
    const program = run({ ...httpSettings(slack), METRICS_PORT: String(metricsPort) });
    const port = await program.ready();
    expect(await statusOf(port, '/metrics')).toBe(404);
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toContain('\nrotation_desk_ready 1\n');
    await expect(statusOf(metricsPort, '/healthz')).resolves.toBe(404);
    program.stop('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, said: '' });
  });

  it('ends with 1 where Slack refuses a new connection, so that it is started anew', async ({ slack, run }) => {
    const program = run({ ...httpSettings(slack), SLACK_APP_TOKEN: APP_TOKEN });
    await program.ready();
    slack.script.always('apps.connections.open', { error: 'invalid_auth' });
    slack.link.disconnect('refresh_requested');
    expect((await program.ended).code).toBe(1);
  }, 20_000);

  it('opens the playground with no settings at all, and writes nothing to disk', async ({ run, storePath }) => {
    const program = run({ PORT: '0', STORE_PATH: storePath });
    const port = await program.ready();
    const act = await fetch(`http://127.0.0.1:${port}/playground/action`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'U0MAYA', kind: 'send text', channel: 'C0MACRO', text: '/ratecut 50bps' }),
    });
    expect(await act.json()).toEqual({ ok: true });
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain('Rotation Desk');
    const messages = async () => {
      const state = await fetch(`http://127.0.0.1:${port}/playground/state`);
      return ((await state.json()) as { messages: { text: string }[] }).messages;
    };
    await eventually(async () => expect(await messages()).toHaveLength(1));
    expect((await messages())[0]?.text).toContain('SmallCap net income +4.39%, LargeCap +0.23%');
    program.stop('SIGINT');
    expect(await program.ended).toEqual({ code: 0, said: '' });
    expect(existsSync(dirname(storePath))).toBe(false);
  });

  it('posts the same blocks wherever its clock stands', async ({ slack, run }) => {
    const zones = ['America/Los_Angeles', 'Pacific/Kiritimati'];
    const blocks = await Promise.all(
      zones.map((zone, at) => blocksPosted(run({ ...httpSettings(slack), TZ: zone }), slack, `U0ZONE${at}`)),
    );
    expect(blocks[0]).toContain('+4.39%');
    expect(new Set(blocks).size).toBe(1);
  });
});

describe.concurrent('the program does not start, and says why', { timeout: 30_000 }, () => {
  it('with a token but no way for Slack to reach it', async ({ run }) => {
    const { code, said } = await run({ SLACK_BOT_TOKEN: BOT_TOKEN }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(
      /SLACK_SIGNING_SECRET.*SLACK_APP_TOKEN.*With none of them set, npm start opens the playground/s,
    );
    expect(said).not.toContain('SLACK_BOT_TOKEN');
  });

  it('as a playground that others could reach', async ({ run }) => {
    const { code, said } = await run({ HOST: '0.0.0.0', PORT: '0' }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(/^HOST 0\.0\.0\.0 is not for the playground: it listens on 127\.0\.0\.1 only.*Remove HOST/);
  });

  it('with a setting that is wrong, without repeating it', async ({ slack, run }) => {
    const { code, said } = await run({ ...httpSettings(slack), SLACK_BOT_TOKEN: 'xoxp-somebody' }).ended;
    expect({ code, said }).toEqual({ code: 1, said: 'SLACK_BOT_TOKEN must start with xoxb-\n' });
  });

  it.for(['in Slack', 'as a playground'])(
    'with a CSV that is not there, %s',
    async (how, { slack, run, storePath }) => {
      const settings = how === 'in Slack' ? httpSettings(slack) : { PORT: '0' };
      const refused = async (path: string) => (await run({ ...settings, MARKET_DATA: `csv:${path}` }).ended).said;
      const words = 'MARKET_DATA cannot be read as it is.';
      expect(await refused('/nowhere/closes.csv')).toBe(`${words} closes.csv cannot be read: there is no such file.\n`);
      mkdirSync(storePath, { recursive: true });
      expect(await refused(storePath)).toBe(`${words} desk.json cannot be read: it is a folder.\n`);
    },
  );

  it('with a token that Slack refuses', async ({ slack, run }) => {
    slack.script.always('auth.test', { error: 'invalid_auth' });
    const { code, said } = await run(httpSettings(slack)).ended;
    expect({ code, said }).toEqual({ code: 1, said: 'SLACK_BOT_TOKEN was refused by Slack: invalid_auth\n' });
  });

  it('with an app token that Slack refuses', async ({ slack, run }) => {
    slack.script.always('apps.connections.open', { error: 'invalid_auth' });
    const { code, said } = await run({ ...httpSettings(slack), SLACK_APP_TOKEN: APP_TOKEN }).ended;
    expect({ code, said }).toEqual({ code: 1, said: 'SLACK_APP_TOKEN was refused by Slack: invalid_auth\n' });
  });

  it('on a store that another process holds, nor on one that cannot be written', async ({ slack, run, storePath }) => {
    const first = run({ ...httpSettings(slack), STORE_PATH: storePath });
    await first.ready();
    const { code, said } = await run({ ...httpSettings(slack), STORE_PATH: storePath }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(
      /^STORE_PATH: \S+desk\.json is in use by process \d+\. Stop it, or set STORE_PATH to another file/,
    );
    const other = await run({ ...httpSettings(slack), STORE_PATH: '/proc/desk.json' }).ended;
    expect(other.code).toBe(1);
    expect(other.said).toMatch(/^STORE_PATH: \S+ cannot be written/);
    first.stop('SIGTERM');
    expect((await first.ended).code).toBe(0);
    const second = run({ ...httpSettings(slack), STORE_PATH: storePath });
    await second.ready();
  });

  it.for(['over HTTP', 'over Socket Mode', 'as a playground'])(
    'on a port that is taken, %s',
    async (how, { slack, run }) => {
      const settings = {
        'over HTTP': httpSettings(slack),
        'over Socket Mode': { ...httpSettings(slack), SLACK_APP_TOKEN: APP_TOKEN },
        'as a playground': {},
      }[how];
      const { code, said } = await run({ ...settings, PORT: String(slack.port) }).ended;
      expect(code).toBe(1);
      expect(said).toBe(
        `Cannot listen on 127.0.0.1:${slack.port}. PORT ${slack.port} is taken. Set PORT to another one, or end what listens there.\n`,
      );
    },
  );
});
