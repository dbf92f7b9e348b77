import { describe, expect } from 'vitest';
import {
  ASKER,
  filledInBrief,
  homeClickPayload,
  homeOpenedEvent,
  mentionEvent,
  submitPayload,
} from '../doubles/payloads.ts';
import {
  ADMIN,
  DIRECT_MESSAGE,
  GRID_TOKEN,
  MEMBER,
  ORG_TOKEN,
  ORGANISATION,
  OTHER_ADMIN,
  OTHER_TEAM,
  SISTER_ADMIN,
  SISTER_TEAM,
  TEAM,
} from '../doubles/web-api.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { ONLY_PEOPLE } from './guests.ts';
import { CUT_50, it, only, type Workspace } from './workspace.ts';

/** The same people in each; of an organisation as a whole, the request names no workspace of its own. */
const INSTALLED = [
  {
    where: 'one workspace of an organisation',
    botToken: GRID_TOKEN,
    key: TEAM,
    envelope: {
      ...{ team_id: TEAM, enterprise_id: ORGANISATION },
      authorizations: [{ team_id: TEAM, enterprise_id: ORGANISATION, is_enterprise_install: false }],
    },
    control: {
      ...{ team: { id: TEAM, enterprise_id: ORGANISATION }, enterprise: { id: ORGANISATION } },
      is_enterprise_install: false,
    },
  },
  {
    where: 'an organisation',
    botToken: ORG_TOKEN,
    key: ORGANISATION,
    envelope: {
      ...{ team_id: TEAM, enterprise_id: ORGANISATION },
      authorizations: [{ team_id: null, enterprise_id: ORGANISATION, is_enterprise_install: true }],
    },
    control: { team: null, enterprise: { id: ORGANISATION }, is_enterprise_install: true },
  },
] as const;
type Installed = (typeof INSTALLED)[number];

const typing = (workspace: Workspace, command: string, text: string, user = ASKER, team = TEAM) =>
  conversing(workspace).sent([
    () =>
      workspace.sender.sendCommand({
        ...{ command, text, user, team, more: { enterprise_id: ORGANISATION } },
        responseUrl: workspace.slack.newResponseUrl(),
      }),
  ]);

const silencing = (workspace: Workspace, { control }: Installed, user: string, team = TEAM) =>
  conversing(workspace).sent([
    () =>
      workspace.sender.sendInteraction({
        ...homeClickPayload(user, {
          ...{ type: 'multi_conversations_select', action_id: 'settings:silent', selected_conversations: [MEMBER] },
        }),
        ...{ ...control, user: { id: user, team_id: team } },
      }),
  ]);

describe.concurrent.for(INSTALLED)('installed in $where', (installed) => {
  const { botToken, key, envelope, control } = installed;

  it('answers its own people, by whatever they ask', async ({ open }) => {
    const workspace = await open('http', { botToken });
    const { slack, sender } = workspace;
    const { sent } = conversing(workspace);
    await typing(workspace, '/ratecut', '50bps');
    expect(only(slack.posted).text).toContain(CUT_50);
    for (const team of [TEAM, ORGANISATION]) {
      const written = { text: `${BOT} 50bps`, user: ASKER, channel: MEMBER, ts: newTs(), more: { user_team: team } };
      await sent([() => sender.sendEvent(mentionEvent(written), undefined, envelope)]);
    }
    await sent([
      () =>
        sender.sendClick({
          button: {
            action_id: 'ask:0',
            value: '{"kind":"views"}',
            text: { type: 'plain_text', text: 'Press', emoji: false },
          },
          ...{ isPrivate: false, ts: newTs(), more: { ...control, user: { id: ASKER, team_id: TEAM } } },
          responseUrl: slack.newResponseUrl(),
        }),
    ]);
    expect(slack.posted).toHaveLength(4);
    expect(slack.privateReplies).toEqual([]);
  });

  it('keeps their briefs, shows them at home, and lets them be removed', async ({ open }) => {
    const workspace = await open('http', { botToken });
    const { slack, sender, store } = workspace;
    const { sent } = conversing(workspace);
    await typing(workspace, '/brief', 'weekdays 07:30 New York');
    expect(await store.schedules(key)).toHaveLength(1);
    await sent([() => sender.sendEvent(homeOpenedEvent(ASKER, DIRECT_MESSAGE, 'home'), undefined, envelope)]);
    expect(JSON.stringify(slack.views.homes.at(-1)?.view)).toContain('07:30');
    await typing(workspace, '/brief', 'remove 1');
    expect(await store.schedules(key)).toEqual([]);
  });

  it('opens the form of briefs and takes it', async ({ open }) => {
    const workspace = await open('http', { botToken });
    const { slack, sender, store } = workspace;
    await typing(workspace, '/brief', '');
    const form = slack.views.forms[0];
    if (form === undefined) throw new Error('no form was opened');
    const payload = submitPayload(ASKER, {
      ...{ id: form.id, callbackId: form.view.callback_id, privateMetadata: form.view.private_metadata },
      filledIn: filledInBrief(),
    });
    await conversing(workspace).sent([
      () => sender.sendInteraction({ ...payload, ...control, user: { id: ASKER, team_id: TEAM } }),
    ]);
    expect(await store.schedules(key)).toHaveLength(1);
  });

  it('lets its own admin change the settings, and an admin of another company not', async ({ open }) => {
    const workspace = await open('http', { botToken });
    const { store } = workspace;
    await silencing(workspace, installed, OTHER_ADMIN, OTHER_TEAM);
    expect((await store.settings(key)).silentChannels).toEqual([]);
    await silencing(workspace, installed, ADMIN);
    expect((await store.settings(key)).silentChannels).toEqual([MEMBER]);
  });
});

describe.concurrent('an admin of a sister workspace', () => {
  const [inOne, inAll] = INSTALLED;

  it('may ask, and change nothing, where the bot is installed in one workspace', async ({ open }) => {
    const workspace = await open('http', { botToken: inOne.botToken });
    const { slack, store } = workspace;
    await typing(workspace, '/brief', 'weekdays 07:30');
    const before = await store.schedules(TEAM);
    await typing(workspace, '/ratecut', '50bps', SISTER_ADMIN, SISTER_TEAM);
    expect(slack.posted.at(-1)?.text).toContain(CUT_50);
    for (const words of ['list', 'remove 1', 'weekdays 06:00']) {
      await typing(workspace, '/brief', words, SISTER_ADMIN, SISTER_TEAM);
      expect(slack.privateReplies.at(-1)?.text).toMatch(ONLY_PEOPLE);
    }
    await silencing(workspace, inOne, SISTER_ADMIN, SISTER_TEAM);
    expect((await store.settings(TEAM)).silentChannels).toEqual([]);
    expect(await store.schedules(TEAM)).toEqual(before);
  });

  it('cannot send the bot away from ours', async ({ open }) => {
    const workspace = await open('http', { botToken: inOne.botToken });
    await typing(workspace, '/brief', 'weekdays 07:30');
    await conversing(workspace).sent([
      () =>
        workspace.sender.sendEvent({ type: 'app_uninstalled' }, undefined, {
          ...{ team_id: SISTER_TEAM, enterprise_id: ORGANISATION, authorizations: [] },
        }),
    ]);
    expect(await workspace.store.schedules(TEAM)).toHaveLength(1);
  });

  it('is an admin of ours, where the bot is installed in the organisation', async ({ open }) => {
    const workspace = await open('http', { botToken: inAll.botToken });
    await silencing(workspace, inAll, SISTER_ADMIN, SISTER_TEAM);
    expect((await workspace.store.settings(ORGANISATION)).silentChannels).toEqual([MEMBER]);
  });
});
