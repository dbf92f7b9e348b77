import { describe, expect } from 'vitest';
import { BRIEF_FORM } from '../../src/brief/form.ts';
import { ASK_ACTION, SHARE_ACTION } from '../../src/message/block-builders.ts';
import { CHANGE_ACTION } from '../../src/surface/assumptions-form.ts';
import { FEEDBACK_ACTION } from '../../src/surface/reply-buttons.ts';
import {
  ASKER,
  type Clickable,
  filledInBrief,
  homeClickPayload,
  homeOpenedEvent,
  messageEvent,
} from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER, OTHER_ADMIN, OTHER_TEAM, SHARED, TEAM } from '../doubles/web-api.ts';
import { BOT, briefing, conversing, newTs } from './conversing.ts';
import { guest, ONLY_PEOPLE, setUpIn, shownIn, THEIR_CLICK, withBrief } from './guests.ts';
import { CUT_50, it, only, type Workspace } from './workspace.ts';

const QUESTION = JSON.stringify({ kind: 'rate-move', moveBps: -50 });

const button = (action: string, value: string): Clickable => ({
  ...{ action_id: action, value },
  text: { type: 'plain_text', text: 'Press', emoji: false },
});

/** Does something that shows and changes nothing, and is told so in private. */
const expectRefused = async (workspace: Workspace, doIt: () => Promise<void>): Promise<void> => {
  const before = await setUpIn(workspace);
  const posted = workspace.slack.posted.length;
  const privateReplies = workspace.slack.privateReplies.length;
  await doIt();
  expect(await setUpIn(workspace)).toEqual(before);
  expect(workspace.slack.posted).toHaveLength(posted);
  expect(only(workspace.slack.privateReplies.slice(privateReplies)).text).toMatch(ONLY_PEOPLE);
  expect(workspace.slack.views.forms).toEqual([]);
  expect(workspace.log.references()).toEqual([]);
};

const COMMANDS = [
  '',
  'list',
  'remove 1',
  'remove',
  'pause',
  'resume',
  'skip',
  'history',
  'weekdays 06:00',
  'when ratio > 0.40',
];

describe.concurrent.for(['http', 'socket'] as const)('an admin of another company, over %s', (over) => {
  it.for(COMMANDS)('gets nowhere by /brief %s', async (words, { open }) => {
    const workspace = await open(over);
    await withBrief(workspace);
    await expectRefused(workspace, () => guest(workspace).types('/brief', words));
  });

  it('gets nowhere by the button that lists briefs', async ({ open }) => {
    const workspace = await open(over);
    await withBrief(workspace);
    await expectRefused(workspace, () => guest(workspace).clicks(button('brief:manage', 'manage')));
    await expectRefused(workspace, () =>
      guest(workspace).clicks(button('brief:manage', 'manage'), { by: THEIR_CLICK }),
    );
  });

  it('gets nowhere by the button that opens the form of briefs', async ({ open }) => {
    const workspace = await open(over);
    await withBrief(workspace);
    await expectRefused(workspace, () => guest(workspace).clicks(button('brief:new', 'new')));
  });

  it.for(['pause', 'resume', 'remove'])('gets nowhere by the button that would %s a brief', async (what, { open }) => {
    const workspace = await open(over);
    const id = await withBrief(workspace);
    const before = await setUpIn(workspace);
    await guest(workspace).clicks(button(`brief:${what}`, id));
    await guest(workspace).usesAtHome({ action_id: `brief:${what}`, value: id });
    expect(await setUpIn(workspace)).toEqual(before);
    expect(shownIn(workspace)).not.toContain(id);
    for (const { view } of workspace.slack.views.homes) expect(JSON.stringify(view)).toMatch(/Only people of/);
  });

  it('counts for no vote', async ({ open }) => {
    const workspace = await open(over);
    await withBrief(workspace);
    const thumb = { type: 'feedback_buttons', action_id: FEEDBACK_ACTION, value: 'up:rate-move' } as const;
    await expectRefused(workspace, () => guest(workspace).clicks(thumb));
  });

  it('changes no setting', async ({ open }) => {
    const workspace = await open(over);
    await withBrief(workspace);
    const before = await setUpIn(workspace);
    for (const list of ['silent', 'shared', 'private']) {
      await guest(workspace).usesAtHome({
        ...{ type: 'multi_conversations_select', action_id: `settings:${list}`, selected_conversations: [MEMBER] },
      });
    }
    expect(await setUpIn(workspace)).toEqual(before);
    const homes = workspace.slack.views.homes.map(({ user, view }) => [user, JSON.stringify(view)] as const);
    expect(homes).toHaveLength(3);
    for (const [user, words] of homes) {
      expect(user).toBe(OTHER_ADMIN);
      expect(words).toMatch(/Only people of/);
      expect(words).not.toMatch(/Settings|07:30|C0/);
    }
  });
});

describe.concurrent('an admin of another company', () => {
  it.for([
    ['app_mention', `${BOT} brief list`],
    ['message', `${BOT} remove brief 1`],
    ['app_mention', `${BOT} brief weekdays 06:00`],
  ] as const)('gets nowhere by a %s: %s', async ([as, words], { workspace }) => {
    await withBrief(workspace);
    await expectRefused(workspace, () => guest(workspace).says(words, { as }));
  });

  it('gets nowhere in a thread of the bot', async ({ workspace }) => {
    await withBrief(workspace);
    await guest(workspace).types('/ratecut', '50bps');
    const thread = workspace.slack.posted.at(-1)?.ts ?? '';
    await expectRefused(workspace, () => guest(workspace).says('brief list', { thread }));
    await expectRefused(workspace, () => guest(workspace).says(`${BOT} brief remove`, { thread }));
  });

  it.for([true, false])('gets nowhere by submitting the form of briefs', async (isSaidToBeOurs, { workspace }) => {
    await withBrief(workspace);
    const form = {
      callbackId: BRIEF_FORM,
      privateMetadata: JSON.stringify({ channel: SHARED, isHome: false }),
      filledIn: filledInBrief(),
    };
    await expectRefused(workspace, () => guest(workspace).submits(form, isSaidToBeOurs));
  });

  it.for([{}, { team_id: OTHER_TEAM, context_team_id: TEAM, is_ext_shared_channel: true }])(
    'sees nothing of the workspace on the Home tab',
    async (envelope, { workspace }) => {
      await withBrief(workspace);
      await guest(workspace).opensHome('home', envelope);
      const home = only(workspace.slack.views.homes.map(({ view }) => view as never));
      expect(JSON.stringify(home)).toMatch(/Only people of/);
      expect(JSON.stringify(home)).not.toMatch(/Settings|07:30|C0/);
    },
  );

  it('is offered no prompts', async ({ workspace }) => {
    await guest(workspace).opensHome('messages', {
      team_id: OTHER_TEAM,
      context_team_id: TEAM,
      is_ext_shared_channel: true,
    });
    expect(workspace.slack.callsTo('assistant.threads.setSuggestedPrompts')).toEqual([]);
  });

  it('is no admin by a flag that is said of another workspace', async ({ workspace }) => {
    await withBrief(workspace);
    // whatever the request says, Slack tells whose admin it is
    await expectRefused(workspace, () => briefing(workspace).type('remove 1', { user: OTHER_ADMIN, channel: SHARED }));
    await conversing(workspace).sent([
      () =>
        workspace.sender.sendInteraction(
          homeClickPayload(OTHER_ADMIN, {
            ...{ type: 'multi_conversations_select', action_id: 'settings:silent', selected_conversations: [MEMBER] },
          }),
        ),
    ]);
    expect((await workspace.store.settings(TEAM)).silentChannels).toEqual([]);
  });
});

describe.concurrent('somebody of another company asks', () => {
  const allow = ({ store }: Workspace) =>
    store.changeSettings(TEAM, (was) => ({ ...was, allowedSharedChannels: [SHARED] }));

  it('and is answered in a shared channel that an admin has allowed', async ({ workspace }) => {
    const { slack } = workspace;
    await allow(workspace);
    const { types, says, clicks } = guest(workspace);
    await types('/ratecut', '50bps');
    expect(only(slack.posted).text).toContain(CUT_50);
    const thread = newTs();
    await says(`${BOT} 50bps`, { thread });
    await says('and 100?', { thread });
    expect(slack.posted.at(-1)?.text).toMatch(/^100 bp cut/);
    await clicks(button(`${ASK_ACTION}:0`, QUESTION));
    await clicks(button(SHARE_ACTION, QUESTION), { isPrivate: true });
    expect(slack.posted).toHaveLength(5);
    await says('stop', { thread });
    expect(slack.posted.at(-1)?.text).toMatch(/^Silent in this thread/);
    await clicks(button(CHANGE_ACTION, QUESTION));
    const form = slack.views.forms.at(-1);
    await guest(workspace).submits({
      ...{ callbackId: form?.view.callback_id ?? '', privateMetadata: form?.view.private_metadata ?? '' },
      filledIn: { 'move.0': '-25' },
    });
    expect(slack.posted.at(-1)?.text).toMatch(/^25 bp cut/);
    await types('/brief', 'now');
    expect(slack.posted[7]?.text).toContain('Morning brief');
    expect(slack.privateReplies).toEqual([]);
  });

  it.for([
    ['by a command', (one) => one.types('/ratecut', '50bps')],
    ['by a preview', (one) => one.types('/brief', 'preview')],
    ['by a mention', (one) => one.says(`${BOT} 50bps`, { as: 'app_mention' })],
    ['by a button', (one) => one.clicks(button(`${ASK_ACTION}:0`, QUESTION))],
    ['by Share', (one) => one.clicks(button(SHARE_ACTION, QUESTION), { isPrivate: true })],
    ['by the button of the form', (one) => one.clicks(button(CHANGE_ACTION, QUESTION))],
  ] as const satisfies readonly (readonly [string, (one: ReturnType<typeof guest>) => Promise<void>])[])(
    '%s, and is told that it is not for them where no admin has',
    async ([, ask], { workspace }) => {
      await expectRefused(workspace, () => ask(guest(workspace)));
      expect(shownIn(workspace)).not.toContain('50 bp');
    },
  );

  it('in words to nobody, and reads nothing where no admin has', async ({ workspace }) => {
    const thread = await conversing(workspace).say(`${BOT} 50bps`, { channel: SHARED });
    await guest(workspace).says('and 100?', { thread });
    expect(workspace.slack.posted).toEqual([]);
    expect(workspace.slack.privateReplies).toHaveLength(1);
  });

  it('without taking anything from our own people there', async ({ workspace }) => {
    const id = await withBrief(workspace);
    await guest(workspace).types('/brief', 'list');
    const reply = await briefing(workspace).privateReplyTo('list', { channel: SHARED });
    expect(reply).toContain('07:30');
    await briefing(workspace).type('remove 1', { channel: SHARED });
    expect((await workspace.store.schedules(TEAM)).map((one) => one.id)).not.toContain(id);
  });
});

describe.concurrent.for(['http', 'socket'] as const)('a request for another installation, over %s', (over) => {
  const REQUESTS: readonly (readonly [string, (workspace: Workspace) => Promise<{ status?: number; body: string }>])[] =
    [
      [
        'a command',
        ({ sender, slack }) =>
          sender.sendCommand({
            ...{ text: 'list', command: '/brief', user: OTHER_ADMIN, team: OTHER_TEAM },
            responseUrl: slack.newResponseUrl(),
          }),
      ],
      [
        'a button',
        ({ sender, slack }) =>
          sender.sendClick({
            ...{ button: button(`${ASK_ACTION}:0`, QUESTION), isPrivate: false, ts: newTs(), more: THEIR_CLICK },
            responseUrl: slack.newResponseUrl(),
          }),
      ],
      [
        'a setting',
        ({ sender }) =>
          sender.sendInteraction({
            ...homeClickPayload(OTHER_ADMIN, { action_id: 'settings:silent', selected_conversations: [MEMBER] }),
            ...THEIR_CLICK,
          }),
      ],
      [
        'an event that says so',
        ({ sender }) =>
          sender.sendEvent(
            messageEvent({ text: `${BOT} 50bps`, user: ASKER, channel: MEMBER, ts: newTs() }),
            undefined,
            { authorizations: [{ team_id: OTHER_TEAM, enterprise_id: null, user_id: 'U0BOT', is_bot: true }] },
          ),
      ],
      [
        'an event from elsewhere',
        ({ sender }) =>
          sender.sendEvent(
            messageEvent({ text: `${BOT} 50bps`, user: OTHER_ADMIN, channel: MEMBER, ts: newTs() }),
            undefined,
            { team_id: OTHER_TEAM },
          ),
      ],
      [
        'a Home tab',
        ({ sender }) =>
          sender.sendEvent(homeOpenedEvent(OTHER_ADMIN, DIRECT_MESSAGE, 'home'), undefined, {
            team_id: OTHER_TEAM,
            authorizations: [{ team_id: OTHER_TEAM, user_id: 'U0BOT', is_bot: true }],
          }),
      ],
      [
        'a farewell',
        ({ sender }) =>
          sender.sendEvent({ type: 'app_uninstalled' }, undefined, { team_id: OTHER_TEAM, authorizations: [] }),
      ],
    ];

  it.for(REQUESTS)('is acknowledged and gets nothing: %s', async ([, send], { open }) => {
    const workspace = await open(over);
    const before = await setUpIn(workspace);
    const { status = 200, body } = await send(workspace);
    expect({ status, body }).toEqual({ status: 200, body: '' });
    await workspace.through(1);
    expect(await setUpIn(workspace)).toEqual(before);
    expect(
      workspace.slack.calls.map(({ method }) => method).filter((one) => !/^(auth|apps|conversations.info)/.test(one)),
    ).toEqual([]);
    const line = only(workspace.log.entries().filter(({ outcome }) => outcome === 'not for us') as never) as object;
    expect(line).toMatchObject({ team: expect.stringMatching(/^T0/) });
    expect(JSON.stringify(line)).not.toMatch(/50bps|list/);
  });
});
