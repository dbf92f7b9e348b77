import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { BriefTiming } from '../../src/brief/index.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { eventually } from './eventually.ts';
import { httpSettings, it } from './program.ts';
import { NOW } from './workspace.ts';

const INSTALLER = 'U0INSTALLER';

/** A store that was closed well, and whose workspace knows who installed the bot. */
const closedStore = async (path: string): Promise<void> => {
  const store = await openStore({ path, now: NOW, report: () => undefined });
  await store.changeSettings('T0TEAM', (was) => ({ ...was, installer: INSTALLER }));
  await store.deleteExpired(NOW);
  await store.close();
};

describe.concurrent('a store that is damaged when the bot starts', { timeout: 30_000 }, () => {
  it('is replaced by its copy, and the installer is told what was lost', async ({ slack, run, storePath }) => {
    await closedStore(storePath);
    writeFileSync(storePath, '{"version":1,');
    await run({ ...httpSettings(slack), STORE_PATH: storePath }).ready();
    await eventually(() => expect(slack.posted).toHaveLength(1));
    const [told] = slack.posted;
    expect(slack.callsTo('chat.postMessage')[0]?.arguments['channel']).toBe(INSTALLER);
    expect(told?.text).toMatch(
      /^When I started, my store's file could not be used: it is not JSON\. I went on from its copy of \d{4}-\d\d-\d\d \d\d:\d\d UTC\. Lost is what was changed after that: briefs, settings, votes and what threads were about\. .* The damaged file is kept beside it as desk\.json\.corrupt-/,
    );
  });

  it('is told of to those who set up briefs, where the installer cannot be told', async ({ slack, run, storePath }) => {
    const store = await openStore({ path: storePath, now: NOW, report: () => undefined });
    await store.changeSettings('T0TEAM', (was) => ({ ...was, installer: INSTALLER }));
    const brief = { team: 'T0TEAM', channel: 'C0MEMBER', owner: 'U0OWNER', onClosed: 'say', onStale: 'say' } as const;
    const timing: BriefTiming = { kind: 'clock', days: ['mon'], time: '07:30', zone: 'America/New_York' };
    await store.addSchedule({ ...brief, timing, createdAt: NOW }, 5);
    await store.deleteExpired(NOW);
    await store.close();
    writeFileSync(storePath, '{"version":1,');
    slack.script.once('chat.postMessage', { error: 'account_inactive' });
    await run({ ...httpSettings(slack), STORE_PATH: storePath }).ready();
    await eventually(() => expect(slack.posted).toHaveLength(1));
    const told = slack.callsTo('chat.postMessage').map((call) => call.arguments['channel']);
    expect(told).toEqual([INSTALLER, 'U0OWNER']);
  });

  it('without a good copy is told of to whom the damaged file names', async ({ slack, run, storePath }) => {
    await closedStore(storePath);
    writeFileSync(storePath, `["T0TEAM",{"replies":{},"installer":"${INSTALLER}"}]`);
    rmSync(`${storePath}.backup`);
    await run({ ...httpSettings(slack), STORE_PATH: storePath }).ready();
    await eventually(() => expect(slack.posted).toHaveLength(1));
    expect(slack.callsTo('chat.postMessage')[0]?.arguments['channel']).toBe(INSTALLER);
    expect(slack.posted[0]?.text).toContain('There was no good copy of it, so I began with nothing');
  });

  it('stops the start where a later version wrote it', async ({ slack, run, storePath }) => {
    await closedStore(storePath);
    writeFileSync(storePath, '{"version":2}');
    const { code, said } = await run({ ...httpSettings(slack), STORE_PATH: storePath }).ended;
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^STORE_PATH: .* was written by a later version of Rotation Desk .*\n$/),
    });
  });

  it('is refused at once where no file can be', async ({ slack, run }) => {
    const { code, said } = await run({ ...httpSettings(slack), STORE_PATH: '/proc/x/s.json' }).ended;
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('cannot be written') });
  });
});
