import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, CLICKER, homeClickPayload, homeOpenedEvent, submitPayload } from '../doubles/payloads.ts';
import { ADMIN, DIRECT_MESSAGE, MEMBER, OUTSIDE, SHARED } from '../doubles/web-api.ts';
import { briefing, briefsIn, conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, only, plain, type Workspace } from './workspace.ts';

const TEAM = 'T0TEAM';

const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });

/** The form as a person leaves it who changes nothing but the channel. */
const FILLED_IN = {
  'brief-channel': { type: 'conversations_select', selected_conversation: MEMBER },
  'brief-often': chosen('weekly'),
  'brief-date': { type: 'datepicker', selected_date: null },
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
  it('opens behind /brief with the channel and the zone of who asks, and sets a brief up', async ({ workspace }) => {
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
    // the channel's own message says it: who asked reads it there
    expect(workspace.slack.privateReplies).toEqual([]);
    expect(only(workspace.slack.posted).text).toContain('Morning brief here, Mon and Thu 08:15 London');
  });

  it('says at the field what is wrong', async ({ workspace }) => {
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

  it.for<[string, string, string, (workspace: Workspace) => Promise<unknown>]>([
    ['that I am not in', OUTSIDE, 'I am not in this channel. Type /invite @Rotation Desk', async () => undefined],
    ['that another company reads', SHARED, 'Another company reads along', async () => undefined],
    [
      'that is to be silent',
      MEMBER,
      'I am to be silent there',
      ({ store }) => store.changeSettings(TEAM, (was) => ({ ...was, silentChannels: [MEMBER] })),
    ],
  ])(
    'keeps what was filled in, with the error at the channel, for one %s',
    async ([, channel, words, before], { workspace }) => {
      await before(workspace);
      await briefing(workspace).type('', { channel: DIRECT_MESSAGE });
      const picked = { 'brief-channel': { type: 'conversations_select', selected_conversation: channel } };
      const { body } = await submit(workspace, picked);
      expect(JSON.parse(body)).toEqual({
        response_action: 'errors',
        errors: { 'brief-channel': expect.stringContaining(words) },
      });
      expect(workspace.slack.posted).toEqual([]);
      expect(await workspace.store.schedules(TEAM)).toEqual([]);
      // the form is open still, and goes through once the channel is another
      if (channel !== OUTSIDE) return;
      await submitted(workspace);
      expect(await workspace.store.schedules(TEAM)).toHaveLength(1);
    },
  );

  it('keeps it too where its day has passed, or the same brief is there', async ({ workspace }) => {
    await briefing(workspace).type('');
    const once = { 'brief-often': chosen('once'), 'brief-date': { type: 'datepicker', selected_date: '2026-11-19' } };
    expect(JSON.parse((await submit(workspace, once)).body).errors).toEqual({ 'brief-date': 'That time has passed' });
    await submitted(workspace);
    await briefing(workspace).type('');
    expect(JSON.parse((await submit(workspace)).body).errors).toEqual({
      'brief-time': 'The same brief is set up in that channel already',
    });
  });

  it('answers behind the acknowledgement where Slack is slow to tell of the channel', async ({ workspace }) => {
    await briefing(workspace).type('', { channel: OUTSIDE });
    workspace.slack.script.always('conversations.info', { delayMs: 2_500 });
    await submitted(workspace, { 'brief-channel': { type: 'conversations_select', selected_conversation: OUTSIDE } });
    await eventually(() => expect(only(workspace.slack.posted).text).toContain('I am not in <#C0OUTSIDE>'));
    expect(only(workspace.slack.posted).channel).toBe(DIRECT_MESSAGE);
  });
});

/** Clicks a button of the newest private reply. */
const clickInList = (workspace: Workspace, label: string, user = ASKER) =>
  conversing(workspace).sent([
    () => workspace.click(label, workspace.slack.privateReplies.at(-1) as Shown, { user, channel: MEMBER }),
  ]);

describe.concurrent('a brief is edited', () => {
  it('in a form from the list, which begins as the brief is', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30 Stockholm skip holidays');
    await briefing(workspace).type('list');
    await clickInList(workspace, 'Edit');
    const words = plain(JSON.stringify(workspace.slack.views.forms.at(-1)?.view));
    for (const part of [
      '"Edit brief"',
      '"initial_time":"07:30"',
      '"Stockholm"',
      `"initial_conversation":"${MEMBER}"`,
    ]) {
      expect(words).toContain(part);
    }
    await submitted(workspace, { 'brief-often': chosen('month-last'), 'brief-days': FILLED_IN['brief-days'] });
    expect(await workspace.store.schedules(TEAM)).toEqual([
      expect.objectContaining({
        ...{ number: 1, channel: MEMBER, onClosed: 'skip', onStale: 'hold' },
        timing: expect.objectContaining({ time: '08:15', zone: 'Europe/London', on: { kind: 'month', which: 'last' } }),
      }),
    ]);
    expect(workspace.slack.privateReplies.at(-1)?.text).toMatch(
      /^Changed: the brief in <#C0MEMBER>, the last business day of the month 08:15 London.*Next: Mon 30 Nov/,
    );
  });

  it('in a form that is typed for, by its number where there are several', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    await briefing(workspace).type('edit');
    expect(plain(JSON.stringify(workspace.slack.views.forms.at(-1)?.view))).toContain('"initial_time":"07:30"');
    await briefing(workspace).type('weekdays 16:30');
    expect(await briefing(workspace).privateReplyTo('edit')).toMatch(/^Which one\?.*\/brief edit 1/s);
    await briefing(workspace).type('edit 2');
    expect(plain(JSON.stringify(workspace.slack.views.forms.at(-1)?.view))).toContain('"initial_time":"16:30"');
    expect(await briefing(workspace).privateReplyTo('edit 7')).toContain('There is no brief 7');
  });

  it('in a form from the Home tab, which shows it as it is from then on', async ({ workspace }) => {
    await briefing(workspace).type('when ratio > 0.40');
    const [schedule] = await workspace.store.schedules(TEAM);
    await openHome(workspace);
    await clickAtHome(workspace, 'edit', schedule?.id ?? '');
    const form = workspace.slack.views.forms.at(-1);
    expect(JSON.stringify(form?.view)).toContain('"initial_value":"0.4"');
    await conversing(workspace).sent([
      () =>
        workspace.sender.sendInteraction(
          submitPayload(ASKER, {
            ...{ id: form?.id ?? '', callbackId: 'new-brief', privateMetadata: form?.view.private_metadata ?? '' },
            filledIn: {
              'brief-channel': { type: 'conversations_select', selected_conversation: MEMBER },
              'brief-watch': chosen('below'),
              'brief-level': '0.385',
              'brief-stale': chosen('say'),
            },
          }),
        ),
    ]);
    expect((await workspace.store.schedules(TEAM))[0]?.timing).toEqual({
      ...{ kind: 'crossing', of: { kind: 'ratio', side: 'below', level: 0.385 } },
    });
    expect(JSON.stringify(workspace.slack.views.homes.at(-1)?.view)).toContain('below 0.385');
  });

  it('keeps what was filled in where the new channel is closed to me', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    await briefing(workspace).type('list');
    await clickInList(workspace, 'Edit');
    const { body } = await submit(workspace, {
      'brief-channel': { type: 'conversations_select', selected_conversation: OUTSIDE },
    });
    expect(JSON.parse(body).errors).toEqual({ 'brief-channel': expect.stringContaining('I am not in this channel') });
    expect((await workspace.store.schedules(TEAM))[0]).toMatchObject({ channel: MEMBER, timing: { time: '07:30' } });
  });

  it('by whoever set it up and by admins alone', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    await briefing(workspace).type('list');
    const list = workspace.slack.privateReplies.at(-1) as Shown;
    const edit = (user: string) => conversing(workspace).sent([() => workspace.click('Edit', list, { user })]);
    await edit(CLICKER);
    expect(workspace.slack.privateReplies.at(-1)?.text).toContain('this brief is not yours');
    expect(workspace.slack.views.forms).toEqual([]);
    await edit(ADMIN);
    expect(workspace.slack.views.forms).toHaveLength(1);
  });

  it('is paused and removed by the buttons of the list, and says so where it is gone', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    await briefing(workspace).type('list');
    const list = workspace.slack.privateReplies.at(-1) as Shown;
    const press = (label: string) =>
      conversing(workspace).sent([() => workspace.click(label, list, { user: ASKER, channel: MEMBER })]);
    await press('Pause');
    expect(workspace.slack.privateReplies.at(-1)?.text).toMatch(/^Paused: the brief in <#C0MEMBER>/);
    await press('Remove');
    expect(workspace.slack.privateReplies.at(-1)?.text).toMatch(/^Removed/);
    for (const label of ['Edit', 'Pause']) {
      await press(label);
      expect(workspace.slack.privateReplies.at(-1)?.text).toContain('That brief is gone: it was removed.');
    }
    expect(workspace.slack.views.forms).toEqual([]);
  });
});

describe.concurrent('the Home tab', () => {
  it('lists briefs with their next time in the reader’s zone, pauses, resumes and removes them', async ({
    workspace,
  }) => {
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

  it('lets nobody change a brief of somebody else, by whatever means', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    const [schedule] = await workspace.store.schedules(TEAM);
    expect(await openHome(workspace, CLICKER)).toContain('none of yours yet');
    await clickAtHome(workspace, 'remove', schedule?.id ?? '', CLICKER);
    expect(await workspace.store.schedules(TEAM)).toHaveLength(1);
    expect(JSON.stringify(workspace.slack.views.homes.at(-1)?.view)).toContain('Not changed: whoever set it up');
  });

  it('opens the form, and shows what it sets up', async ({ workspace }) => {
    await openHome(workspace);
    await clickAtHome(workspace, 'new', 'brief:new');
    await submitted(workspace);
    expect(workspace.slack.posted.map(({ channel }) => channel)).toEqual([MEMBER]);
    const home = JSON.stringify(workspace.slack.views.homes.at(-1)?.view);
    expect(home).toContain('Mon and Thu');
    expect(home).toContain('Set up: it is in the list.');
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
    expect(workspace.slack.privateReplies.at(-1)?.text).toMatch(/^One brief is set up\..*\/brief change to 08:00/s);
  });
});
