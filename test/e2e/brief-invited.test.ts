import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import { ASKER, BOT_USER, CLICKER, joinedEvent } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER, OUTSIDE } from '../doubles/web-api.ts';
import { briefing, conversing } from './conversing.ts';
import { it, only, type Workspace } from './workspace.ts';

const TEAM = 'T0TEAM';

const invite = async (workspace: Workspace): Promise<void> => {
  workspace.slack.invite(OUTSIDE);
  await conversing(workspace).sent([() => workspace.sender.sendEvent(joinedEvent(BOT_USER, OUTSIDE))]);
};

const channelsOf = async ({ store }: Workspace) => (await store.schedules(TEAM)).map(({ channel }) => channel);

describe.concurrent('after an invitation', () => {
  it('a brief is set up that had to be held back', async ({ workspace }) => {
    const words = `weekdays 07:30 <#${OUTSIDE}|out>`;
    expect(await briefing(workspace).privateReplyTo(words)).toContain('I do it then, and you need not say it again');
    // somebody else came in
    await workspace.sender.sendEvent(joinedEvent(CLICKER, OUTSIDE));
    expect(await channelsOf(workspace)).toEqual([]);
    await invite(workspace);
    expect(await channelsOf(workspace)).toEqual([OUTSIDE]);
    const intro = only(workspace.slack.posted);
    expect(intro).toMatchObject({ channel: OUTSIDE, text: expect.stringContaining(`Set up by <@${ASKER}>`) });
    // who asked elsewhere is told there
    expect(workspace.slack.privateReplies.at(-1)).toMatchObject({
      ...{ channel: MEMBER, user: ASKER, text: expect.stringMatching(/^Brief set up in <#C0OUTSIDE>/) },
    });
    await invite(workspace);
    expect(workspace.slack.posted).toHaveLength(1);
  });

  it('one that was asked for in the channel itself is one message there', async ({ workspace }) => {
    await briefing(workspace).type('first business day of the month at 8', { channel: OUTSIDE });
    const before = workspace.slack.privateReplies.length;
    await invite(workspace);
    expect(only(workspace.slack.posted).text).toContain('the first business day of the month');
    expect(workspace.slack.privateReplies).toHaveLength(before);
  });

  it('one is moved there that had to stay', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    expect(await briefing(workspace).privateReplyTo(`move it to <#${OUTSIDE}|out>`)).toContain('I am not in');
    await invite(workspace);
    expect(await channelsOf(workspace)).toEqual([OUTSIDE]);
  });

  it('what was asked more than a day ago is not done any more', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-20T14:30:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type(`weekdays 07:30 <#${OUTSIDE}|out>`, { channel: DIRECT_MESSAGE });
    clock.now = isoInstant('2026-11-21T14:31:00Z');
    await invite(workspace);
    expect(await channelsOf(workspace)).toEqual([]);
  });
});
