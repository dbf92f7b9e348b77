import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import { homeClickPayload, homeOpenedEvent, submitPayload } from '../doubles/event-payloads.ts';
import { ASKER, CLICKER } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER, OUTSIDE } from '../doubles/web-api.ts';
import { briefing, briefsIn } from './briefing.ts';
import { conversing } from './conversing.ts';
import { it, only, type Workspace } from './workspace.ts';

const TEAM = 'T0TEAM';

/** With plain spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });

/** The form as a person leaves it who changes nothing but the channel. */
const FILLED_IN = {
  'brief-channel': { type: 'conversations_select', selected_conversation: MEMBER },
  'brief-days': { type: 'multi_static_select', selected_options: [{ value: 'mon' }, { value: 'thu' }] },
  'brief-time': { type: 'timepicker', selected_time: '08:15' },
  'brief-zone': chosen('Europe/London'),
  'brief-closed': chosen('skip'),
  'brief-stale': chosen('hold'),
};

const submit = async (workspace: Workspace, changed: Readonly<Record<string, object>> = {}) => {
  const form = workspace.slack.views.forms.at(-1);
  if (form === undefined) throw new Error('no form is open');
  const payload = submitPayload(ASKER, {
    id: form.id,
    callbackId: form.view.callback_id,
    privateMetadata: form.view.private_metadata,
    filledIn: { ...FILLED_IN, ...changed },
  });
  return workspace.sender.sendInteraction(payload);
};

const submitted = (workspace: Workspace, changed?: Readonly<Record<string, object>>) =>
  conversing(workspace).sent([() => submit(workspace, changed)]);

const openHome = async (workspace: Workspace, user = ASKER): Promise<string> => {
  await conversing(workspace).sent([() => workspace.sender.sendEvent(homeOpenedEvent(user, DIRECT_MESSAGE, 'home'))]);
  return plain(JSON.stringify(workspace.slack.views.homes.at(-1)?.view.blocks));
};

const clickAtHome = (workspace: Workspace, action: string, value: string, user = ASKER) =>
  conversing(workspace).sent([
    () => workspace.sender.sendInteraction(homeClickPayload(user, { action_id: `brief:${action}`, value })),
  ]);

describe.concurrent('the form of briefs', () => {
  it('opens behind /brief with the channel and the zone of who asks, and sets a brief up', async ({ open }) => {
    const workspace = await open();
    await briefing(workspace).type('');
    expect(workspace.slack.views.forms).toHaveLength(1);
    const words = plain(JSON.stringify(workspace.slack.views.forms[0]?.view.blocks));
    expect(words).toContain(`"initial_conversation":"${MEMBER}"`);
    expect(words).toContain('"initial_option":{"text":{"type":"plain_text","text":"New York (yours)"');
    await submitted(workspace);
    expect(await workspace.store.schedules(TEAM)).toEqual([
      expect.objectContaining({
        ...{ channel: MEMBER, owner: ASKER, onClosed: 'skip', onStale: 'hold' },
        timing: { kind: 'clock', days: ['mon', 'thu'], time: '08:15', zone: 'Europe/London' },
      }),
    ]);
    expect(only(workspace.slack.privateReplies).text).toMatch(/^Brief set up in <#C0MEMBER>, Mon and Thu 08:15 London/);
    expect(only(workspace.slack.posted).text).toContain('Morning brief here');
  });

  it('says at the field what is wrong', async ({ open }) => {
    const workspace = await open();
    await briefing(workspace).type('');
    const { body } = await submit(workspace, {
      'brief-days': { type: 'multi_static_select', selected_options: [] },
      'brief-channel': { type: 'conversations_select', selected_conversation: null },
    });
    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: { 'brief-days': 'At least one day', 'brief-channel': 'Choose a channel' },
    });
    expect(await workspace.store.schedules(TEAM)).toEqual([]);
  });

  it('says by direct message what it cannot say in a channel that it is not in', async ({ open }) => {
    const workspace = await open();
    await briefing(workspace).type('', { channel: OUTSIDE });
    await submitted(workspace, { 'brief-channel': { type: 'conversations_select', selected_conversation: OUTSIDE } });
    const reply = only(workspace.slack.posted);
    expect(reply.channel).toBe(DIRECT_MESSAGE);
    expect(reply.text).toContain('I am not in <#C0OUTSIDE>');
  });
});

describe.concurrent('the Home tab', () => {
  it('lists briefs with their next time in the reader’s zone, pauses, resumes and removes them', async ({ open }) => {
    const workspace = await open();
    await briefing(workspace).type('weekdays 07:30 Stockholm');
    const [schedule] = await workspace.store.schedules(TEAM);
    const id = schedule?.id ?? '';
    expect(await openHome(workspace)).toContain('Next Mon 23 Nov, 01:30');
    await clickAtHome(workspace, 'pause', id);
    expect(JSON.stringify(workspace.slack.views.homes.at(-1)?.view)).toContain('"Resume"');
    expect((await workspace.store.schedules(TEAM))[0]?.paused).toEqual({});
    await clickAtHome(workspace, 'resume', id);
    expect((await workspace.store.schedules(TEAM))[0]?.paused).toBeUndefined();
    await clickAtHome(workspace, 'remove', id);
    expect(await workspace.store.schedules(TEAM)).toEqual([]);
    expect(JSON.stringify(workspace.slack.views.homes.at(-1)?.view)).toContain('none of yours yet');
  });

  it('lets nobody change a brief of somebody else, by whatever means', async ({ open }) => {
    const workspace = await open();
    await briefing(workspace).type('weekdays 07:30');
    const [schedule] = await workspace.store.schedules(TEAM);
    expect(await openHome(workspace, CLICKER)).toContain('none of yours yet');
    await clickAtHome(workspace, 'remove', schedule?.id ?? '', CLICKER);
    expect(await workspace.store.schedules(TEAM)).toHaveLength(1);
    expect(JSON.stringify(workspace.slack.views.homes.at(-1)?.view)).toContain('Not changed: whoever set it up');
  });

  it('opens the form, and shows what it sets up', async ({ open }) => {
    const workspace = await open();
    await openHome(workspace);
    await clickAtHome(workspace, 'new', 'brief:new');
    await submitted(workspace);
    expect(workspace.slack.posted.map(({ channel }) => channel)).toEqual([MEMBER, DIRECT_MESSAGE]);
    expect(JSON.stringify(workspace.slack.views.homes.at(-1)?.view)).toContain('Mon and Thu');
  });
});

describe.concurrent('the button under a brief', () => {
  it('shows whose it is and how it is changed, to who clicks alone', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    clock.now = isoInstant('2026-11-23T12:30:00Z');
    await workspace.runDue();
    await conversing(workspace).sent([() => workspace.click('Manage brief', only(briefsIn(workspace.slack.posted)))]);
    expect(workspace.slack.privateReplies.at(-1)?.text).toMatch(/^One brief is set up\..*\/brief pause/s);
  });
});
