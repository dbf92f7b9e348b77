import { describe, expect } from 'vitest';
import { ASKER, homeClickPayload, homeOpenedEvent, submitPayload } from '../doubles/payloads.ts';
import { ADMIN, DIRECT_MESSAGE, MEMBER, OTHER_ADMIN, OUTSIDE, SCOPES } from '../doubles/web-api.ts';
import { conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, only, type Workspace } from './workspace.ts';

const openTab = async (workspace: Workspace, user = ASKER, tab: 'home' | 'messages' = 'home') => {
  await conversing(workspace).sent([() => workspace.sender.sendEvent(homeOpenedEvent(user, DIRECT_MESSAGE, tab))]);
  return workspace.slack.views.homes.at(-1);
};

const wordsOn = (home: Awaited<ReturnType<typeof openTab>>): string => JSON.stringify(home?.view.blocks);

const use = (workspace: Workspace, user: string, action: object) =>
  conversing(workspace).sent([() => workspace.sender.sendInteraction(homeClickPayload(user, action))]);

const choose = (workspace: Workspace, user: string, list: string, channels: readonly string[]) =>
  use(workspace, user, {
    type: 'multi_conversations_select',
    action_id: `settings:${list}`,
    selected_conversations: channels,
  });

const button = (workspace: Workspace, label: string) => {
  const all = workspace.slack.views.homes
    .at(-1)
    ?.view.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const found = all?.find(({ text }) => text.text === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found;
};

describe.concurrent('the Home tab', () => {
  it('shows the questions there are, the notes with their flags, the settings, and what is stored', async ({
    workspace,
  }) => {
    const home = await openTab(workspace);
    expect(home?.user).toBe(ASKER);
    const words = wordsOn(home);
    for (const part of [
      '/ratecut 50bps',
      '"000"',
      '"004"',
      'Flags',
      'Settings',
      'Help',
      'Support',
      'Privacy',
      '30 days',
    ]) {
      expect(words).toContain(part);
    }
    expect(
      home?.view.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).map(({ style }) => style),
    ).toEqual(['primary', undefined, undefined, undefined]);
    expect(words).toContain('without a mention what I am sure of');
  });

  it('says that follow-ups need a mention where the history scopes are not granted', async ({ workspace }) => {
    workspace.slack.grant(SCOPES.filter((scope) => !scope.startsWith('groups:history')));
    const words = wordsOn(await openTab(workspace));
    expect(words).toContain('Mention me each time');
    expect(words).toContain('groups:history');
    expect(words).not.toContain('channels:history');
  });

  it('answers its buttons by direct message, each the root of a thread', async ({ workspace }) => {
    const { slack } = workspace;
    await openTab(workspace);
    for (const label of ['Index ratio', 'All views', 'Check the notes'])
      await use(workspace, ASKER, button(workspace, label));
    expect(slack.posted.map(({ channel, threadTs }) => ({ channel, threadTs }))).toEqual(
      Array(3).fill({ channel: DIRECT_MESSAGE, threadTs: undefined }),
    );
    const reply = only(
      await conversing(workspace).ask('and the bears?', { channel: DIRECT_MESSAGE, thread: slack.posted[1]?.ts }),
    );
    expect(reply.text).toMatch(/^4 lean bearish/);
  });

  it('opens the form with its green button, and answers it by direct message', async ({ workspace }) => {
    const { slack, sender } = workspace;
    await openTab(workspace);
    await use(workspace, ASKER, button(workspace, 'Rate move'));
    const form = slack.views.forms[0];
    if (form === undefined) throw new Error('no form was opened');
    const payload = submitPayload(ASKER, {
      id: form.id,
      callbackId: form.view.callback_id,
      privateMetadata: form.view.private_metadata,
      filledIn: { 'move.0': '-25', 'small.floatingShare.0': '45' },
    });
    await conversing(workspace).sent([() => sender.sendInteraction(payload)]);
    expect(only(slack.posted)).toMatchObject({ channel: DIRECT_MESSAGE });
    expect(only(slack.posted).text).toMatch(/^25 bp cut/);
  });

  it('lets an admin change the settings, which hold at once', async ({ workspace }) => {
    const { slack, store } = workspace;
    await openTab(workspace, ADMIN);
    await choose(workspace, ADMIN, 'private', [MEMBER]);
    await choose(workspace, ADMIN, 'shared', [OUTSIDE]);
    await choose(workspace, ADMIN, 'silent', [OUTSIDE, MEMBER]);
    await choose(workspace, ADMIN, 'silent', []);
    expect(await store.settings('T0TEAM')).toEqual({
      replies: { [MEMBER]: 'private' },
      silentChannels: [],
      allowedSharedChannels: [OUTSIDE],
      installer: ADMIN,
    });
    expect(slack.views.homes).toHaveLength(5);
    expect(wordsOn(slack.views.homes.at(-1))).toContain(`"initial_conversations":["${MEMBER}"]`);
    await conversing(workspace).sent([() => workspace.type('50bps')]);
    expect(only(slack.privateReplies).text).toContain('an admin has set replies in this channel to private');
  });

  it('lets nobody else change them, counts channels without naming them, and says so', async ({ workspace }) => {
    const { slack, store } = workspace;
    await store.changeSettings('T0TEAM', (was) => ({ ...was, silentChannels: [MEMBER] }));
    const words = wordsOn(await openTab(workspace));
    expect(words).toContain('1 channel');
    expect(words).not.toMatch(new RegExp(`${MEMBER}|multi_conversations_select`));
    await choose(workspace, ASKER, 'silent', []);
    expect((await store.settings('T0TEAM')).silentChannels).toEqual([MEMBER]);
    expect(wordsOn(slack.views.homes.at(-1))).toContain('Not changed: you may not change them.');
  });

  it('takes the first admin who opens it for whoever set the bot up, and nobody else', async ({ workspace }) => {
    const installer = async () => (await workspace.store.settings('T0TEAM')).installer;
    await openTab(workspace, ASKER);
    await openTab(workspace, OTHER_ADMIN);
    expect(await installer()).toBeUndefined();
    await openTab(workspace, ADMIN);
    expect(await installer()).toBe(ADMIN);
    await workspace.store.changeSettings('T0TEAM', (was) => ({ ...was, installer: 'U0EARLIER' }));
    await openTab(workspace, ADMIN);
    expect(await installer()).toBe('U0EARLIER');
  });

  it('lets whoever set the bot up change nothing once they are no admin any more', async ({ workspace }) => {
    const { store } = workspace;
    await store.changeSettings('T0TEAM', (was) => ({ ...was, installer: ASKER }));
    await choose(workspace, ASKER, 'silent', [MEMBER]);
    expect((await store.settings('T0TEAM')).silentChannels).toEqual([]);
  });

  it('lets nobody change them where Slack does not tell who is an admin', async ({ workspace }) => {
    workspace.slack.script.always('users.info', { error: 'missing_scope' });
    await choose(workspace, ADMIN, 'silent', [MEMBER]);
    expect((await workspace.store.settings('T0TEAM')).silentChannels).toEqual([]);
  });
});

describe.concurrent('the Messages tab', () => {
  it('offers four prompts when it is opened, and no thread', async ({ workspace }) => {
    await openTab(workspace, ASKER, 'messages');
    const [call] = workspace.slack.callsTo('assistant.threads.setSuggestedPrompts');
    expect(call?.arguments['prompts']).toHaveLength(4);
    expect(call?.arguments['channel_id']).toBe(DIRECT_MESSAGE);
    expect(workspace.slack.views.homes).toEqual([]);
  });

  it('answers each of its prompts', async ({ workspace }) => {
    await openTab(workspace, ASKER, 'messages');
    const prompts = workspace.slack.callsTo('assistant.threads.setSuggestedPrompts')[0]?.arguments['prompts'];
    for (const { message } of prompts as { message: string }[]) {
      const [reply] = await conversing(workspace).ask(message, { channel: DIRECT_MESSAGE });
      expect(reply?.text).not.toMatch(/did not understand|could not read/);
    }
  });

  it('goes without prompts where the app is no agent', async ({ workspace }) => {
    workspace.slack.script.once('assistant.threads.setSuggestedPrompts', { error: 'not_allowed' });
    await openTab(workspace, ASKER, 'messages');
    expect(workspace.log.references()).toEqual([]);
  });

  it('shows that an answer is under way where Slack makes it wait, and only there', async ({ workspace }) => {
    const { slack } = workspace;
    const { say } = conversing(workspace);
    await say('25bps', { channel: DIRECT_MESSAGE });
    expect(slack.callsTo('agents.sessions.setStatus')).toEqual([]);
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 2 });
    const thread = await say('50bps', { channel: DIRECT_MESSAGE });
    expect(slack.callsTo('agents.sessions.setStatus').map((call) => call.arguments)).toEqual([
      { channel_id: DIRECT_MESSAGE, thread_ts: thread, status: 'processing', team_id: 'T0TEAM' },
      { channel_id: DIRECT_MESSAGE, thread_ts: thread, status: 'active', team_id: 'T0TEAM' },
    ]);
    expect(slack.posted).toHaveLength(2);
  });

  it('stops what is under way when the person presses stop, and leaves no status standing', async ({ workspace }) => {
    const { slack, sender } = workspace;
    const { sent } = conversing(workspace);
    const stop = {
      type: 'agent_session_stopped',
      channel: DIRECT_MESSAGE,
      user: ASKER,
      thread_ts: '1795100002.000001',
      event_ts: '1795100003.000001',
    };
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 2 });
    const said = conversing(workspace).say('50bps', { channel: DIRECT_MESSAGE, ts: '1795100002.000001' });
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1));
    await sent([() => sender.sendEvent(stop)]);
    await said;
    await workspace.through(2);
    expect(slack.posted).toEqual([]);
    expect(slack.callsTo('agents.sessions.setStatus').at(-1)?.arguments).toMatchObject({ status: 'active' });
  });
});
