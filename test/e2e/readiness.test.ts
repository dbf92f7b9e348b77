import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import { BOT, conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, NOW, type Workspace } from './workspace.ts';

const ready = async ({ port }: Workspace) => {
  const page = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: page.status, words: (await page.text()).trim() };
};

const READY = { status: 200, words: 'ready' };

describe.concurrent('/readyz', () => {
  it.for(['token_revoked', 'account_inactive', 'invalid_auth', 'token_expired'])(
    'falls when Slack answers any call with %s, and comes back when it takes the token again',
    async (error, { open }) => {
      const workspace = await open();
      const { slack, type, through } = workspace;
      expect(await ready(workspace)).toEqual(READY);
      slack.script.once('chat.postMessage', { error });
      await type('50bps');
      await through(1);
      expect(await ready(workspace)).toEqual({ status: 503, words: `Slack refuses the bot token: ${error}` });
      await type('50bps');
      await through(2);
      expect(await ready(workspace)).toEqual(READY);
    },
  );

  it.for(['not_in_channel', 'ratelimited', 'internal_error', 'missing_scope'])(
    'stays where Slack answers %s, which says nothing of the token',
    async (error, { open }) => {
      const workspace = await open();
      workspace.slack.script.once('chat.update', { error });
      workspace.slack.script.once('chat.postMessage', { error });
      await workspace.type('50bps');
      await eventually(() => expect(workspace.slack.callsTo('chat.postMessage').length).toBeGreaterThan(0));
      expect(await ready(workspace)).toEqual(READY);
    },
  );

  it.for<[string, object]>([
    ['the app is uninstalled', { type: 'app_uninstalled' }],
    ['its token is revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }],
  ])('falls when Slack reports that %s', async ([, event], { open }) => {
    const workspace = await open();
    await conversing(workspace).sent([() => workspace.sender.sendEvent(event)]);
    expect(await ready(workspace)).toEqual({ status: 503, words: 'the app is no longer installed' });
  });

  it('stays when a person takes back a token of their own', async ({ open }) => {
    const workspace = await open();
    await workspace.sender.sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U0ASKER'], bot: [] } });
    await conversing(workspace).say(`${BOT} 50bps`);
    expect(await ready(workspace)).toEqual(READY);
  });

  it('falls when the store cannot be written, and comes back when it can', { timeout: 20_000 }, async ({
    open,
    storePath,
  }) => {
    const store = await openStore({ path: storePath, now: NOW, report: () => undefined });
    const workspace = await open('http', { store });
    expect(await ready(workspace)).toEqual(READY);
    const folder = dirname(storePath);
    renameSync(folder, `${folder}-away`);
    await eventually(
      async () => expect(await ready(workspace)).toEqual({ status: 503, words: 'the store cannot be written' }),
      8_000,
    );
    renameSync(`${folder}-away`, folder);
    await eventually(async () => expect(await ready(workspace)).toEqual(READY), 8_000);
  });

  it('over Socket Mode tells what is wrong with the connection', async ({ open }) => {
    const workspace = await open('socket with health pages');
    expect(await ready(workspace)).toEqual(READY);
    workspace.slack.link.disconnect('link_disabled');
    await eventually(async () =>
      expect(await ready(workspace)).toEqual({ status: 503, words: 'no WebSocket to Slack is open' }),
    );
  });

  it('says in one line of the log what it listens on', async ({ open }) => {
    const { log, port } = await open();
    const lines = log.entries().filter(({ msg }) => msg === 'listening');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      at: `http://127.0.0.1:${port}`,
      paths: ['/slack/events', '/healthz', '/readyz'],
    });
  });
});
