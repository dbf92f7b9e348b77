import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import { ASKER } from '../doubles/payloads.ts';
import { BOT, conversing } from './conversing.ts';
import { it, NOW } from './workspace.ts';

const TEAM = 'T0TEAM';

describe.concurrent('a workspace that sends the bot away', () => {
  it.for([
    ['by uninstalling it', { type: 'app_uninstalled' }],
    ['by revoking its token', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }],
  ] as const)('%s is forgotten, in the file too', async ([, event], { open, storePath }) => {
    const store = await openStore({ path: storePath, now: NOW, report: () => undefined });
    const workspace = await open('http', { store });
    const { say, sent } = conversing(workspace);
    await say(`${BOT} 50bps`);
    await store.changeSettings(TEAM, (was) => ({ ...was, installer: ASKER }));
    expect(readFileSync(storePath, 'utf8')).toContain(TEAM);
    await sent([() => workspace.sender.sendEvent(event)]);
    const kept = readFileSync(storePath, 'utf8');
    expect(kept).not.toContain(TEAM);
    expect(kept).not.toContain(ASKER);
  });

  it('is not forgotten where a person takes back a token of their own', async ({ workspace }) => {
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`);
    await workspace.sender.sendEvent({ type: 'tokens_revoked', tokens: { oauth: [ASKER], bot: [] } });
    expect(await ask('and 100?', { thread })).toHaveLength(1);
  });
});
