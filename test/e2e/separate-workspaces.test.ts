import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { BRIEF_FORM } from '../../src/brief/form.ts';
import { COMPANY_FORM } from '../../src/company-list/form.ts';
import { IMPORT_FORM } from '../../src/company-list/import-form.ts';
import { ASK_ACTION, SHARE_ACTION } from '../../src/message/block-builders.ts';
import { NOTE_FORM } from '../../src/note-review/form.ts';
import { CHANGE_ACTION, CHANGE_FORM } from '../../src/surface/assumptions-form.ts';
import { FEEDBACK_ACTION } from '../../src/surface/reply-buttons.ts';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import {
  clickPayload,
  filledInBrief,
  homeClickPayload,
  joinedEvent,
  messageEvent,
  submitPayload,
} from '../doubles/payloads.ts';
import { ADMIN } from '../doubles/web-api.ts';
import { callBody, postSigned } from '../mcp/calling.ts';
import { conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import type { Start } from './installed.ts';
import { channelOf, install, it, ONE, TWO } from './installed.ts';

/** What the first workspace alone has, wherever it may show. */
const OWN_COMPANY = 'Zweigwerk';
const OWN_TIME = '06:41';
const OWN = new RegExp(`${OWN_COMPANY}|${OWN_TIME}|T0ONE|C0ONE|U0ONE`);

/** An admin of the second workspace. */
const THEIR_ADMIN = { team: 'T0TWO', user: ADMIN };
const THEIRS = { team: { id: 'T0TWO', domain: 'two' }, user: { id: ADMIN, name: 'admin', team_id: 'T0TWO' } };

type Started = Awaited<ReturnType<Start>>;

/** Two workspaces, of which the first has something of everything. */
const twoWorkspaces = async (slack: FakeSlack, start: Start) => {
  const started = await start();
  const { port, store, people, sender, log } = started;
  for (const who of [ONE, TWO]) await install(slack, who, port);
  await eventually(() => expect(slack.posted).toHaveLength(2));
  const { sent } = conversing({ slack, sender, log });
  await sent([() => people(ONE).types('/brief', `weekdays ${OWN_TIME} utc`)]);
  const now = (await store.installation('T0ONE'))?.installedAt;
  if (now === undefined) throw new Error('it was not installed');
  const company = { name: OWN_COMPANY, netIncome: 40, debt: 200, floatingShare: 50, rate: 8 };
  await store.changeCompanies('T0ONE', () => [company], { user: 'U0ONE', now });
  await store.changeSettings('T0ONE', (was) => ({ ...was, silentChannels: ['C0SILENT'] }));
  await sent([() => people(ONE).says('<@U0BOT> 50bps', '1763649000.000001')]);
  const [schedule] = await store.schedules('T0ONE');
  if (schedule === undefined) throw new Error('no brief was set up');
  return { ...started, sent, id: schedule.id, thread: '1763649000.000001' };
};

const allOf = async ({ store }: Started, id: string) => ({
  schedules: await store.schedules('T0ONE'),
  deliveries: await store.deliveries('T0ONE', id),
  settings: await store.settings('T0ONE'),
  companies: await store.companies('T0ONE'),
  notes: await store.notes('T0ONE'),
  thread: await store.thread(
    { team: 'T0ONE', channel: 'C0ONE', thread: '1763649000.000001' },
    (await store.installation('T0ONE'))?.installedAt as never,
  ),
  installation: await store.installation('T0ONE'),
});

/** What people of the second workspace were shown since, and what was called in the name of the first. */
const since = (slack: FakeSlack) => {
  const marks = { calls: slack.calls.length, homes: slack.views.homes.length, forms: slack.views.forms.length };
  return () => ({
    calls: slack.calls.slice(marks.calls),
    views: JSON.stringify([slack.views.homes.slice(marks.homes), slack.views.forms.slice(marks.forms)]),
  });
};

const QUESTION = JSON.stringify({ kind: 'rate-move', moveBps: -50 });
const COMPANIES = JSON.stringify({ kind: 'companies', moveBps: -50 });

/** Every button and control, with what it may carry of the first workspace's. */
const actionsOn = (id: string): readonly (readonly [action: string, value: string])[] => [
  ...['new', 'edit', 'manage', 'pause', 'resume', 'remove', 'choose'].map((what) => [`brief:${what}`, id] as const),
  ...['add', 'edit', 'remove', 'list', 'import'].map((what) => [`company:${what}`, OWN_COMPANY] as const),
  ...['add', 'list', 'edit', 'retire', 'review', 'confirm', 'drop'].map((what) => [`note:${what}`, 'T1'] as const),
  ...[QUESTION, COMPANIES].flatMap((value) => [[`${ASK_ACTION}:0`, value] as const, [SHARE_ACTION, value] as const]),
  [CHANGE_ACTION, QUESTION],
  [FEEDBACK_ACTION, 'up:rate-move'],
];

const formsOn = (id: string) =>
  [
    [BRIEF_FORM, { channel: 'C0ONE', isHome: false, edited: id }],
    [BRIEF_FORM, { channel: 'C0ONE', isHome: true }],
    [COMPANY_FORM, { channel: 'C0ONE', edited: OWN_COMPANY }],
    [IMPORT_FORM, { channel: 'C0ONE' }],
    [NOTE_FORM, { channel: 'C0ONE' }],
    [CHANGE_FORM, { channel: 'C0ONE', isPrivate: false, drawing: 0, threadTs: '1763649000.000001' }],
  ] as const;

const FILLED_IN = { ...filledInBrief('C0ONE'), 'move.0': '-25' };

/** Every request that people of the second workspace can make Slack send, with ids of the first in it. */
const requestsOf = ({ people, sender }: Started, slack: FakeSlack, id: string) => {
  const they = people(THEIR_ADMIN);
  const words = [
    '',
    'list',
    'remove 1',
    `remove ${OWN_COMPANY}`,
    'pause',
    'history',
    'help',
    '50bps',
    OWN_COMPANY,
    'retire T1',
  ];
  const clicked = (action: string, value: string) => ({
    button: { action_id: action, value, text: { type: 'plain_text', text: 'Press', emoji: false } } as const,
    ...{ isPrivate: false, ts: newTs(), threadTs: '1763649000.000001', channel: 'C0ONE', user: ADMIN },
    responseUrl: slack.newResponseUrl(),
  });
  const said = (text: string, event: object = {}) =>
    they.sends({
      ...messageEvent({ text, user: ADMIN, channel: 'C0ONE', ts: newTs(), threadTs: '1763649000.000001' }),
      ...{ team: 'T0TWO', user_team: 'T0TWO', ...event },
    });
  return [
    ...COMMANDS.flatMap(({ name }) => words.map((text) => () => they.types(name, text, 'C0ONE'))),
    ...actionsOn(id).flatMap(([action, value]) => [
      () => sender.sendInteraction({ ...clickPayload(clicked(action, value)), ...THEIRS }),
      () => sender.sendInteraction({ ...homeClickPayload(ADMIN, { action_id: action, value }), ...THEIRS }),
    ]),
    ...['silent', 'shared', 'private'].map((list) => () => {
      const chosen = { type: 'multi_conversations_select', selected_conversations: ['C0ONE'] };
      return sender.sendInteraction({
        ...homeClickPayload(ADMIN, { ...chosen, action_id: `settings:${list}` }),
        ...THEIRS,
      });
    }),
    ...formsOn(id).map(([callbackId, metadata]) => () => {
      const form = { id: 'V0', callbackId, privateMetadata: JSON.stringify(metadata), filledIn: FILLED_IN };
      return sender.sendInteraction({ ...submitPayload(ADMIN, form), ...THEIRS });
    }),
    ...[
      '<@U0BOT> brief list',
      '<@U0BOT> remove brief 1',
      `<@U0BOT> ${OWN_COMPANY}`,
      'and 100?',
      '<@U0BOT> stop',
    ].flatMap((text) => [() => said(text), () => said(text, { type: 'app_mention' })]),
    () =>
      they.sends({
        type: 'agent_session_stopped',
        channel: 'D0ONE',
        thread_ts: '1763649000.000001',
        event_ts: newTs(),
      }),
    () => they.sends(joinedEvent('U0BOT', 'C0ONE')),
    () => they.opensHome(),
  ];
};

/** Nothing of the first was shown to the second, done in its name, or changed. */
const expectUntouched = async (
  started: Started,
  id: string,
  before: object,
  shown: ReturnType<ReturnType<typeof since>>,
) => {
  expect(await allOf(started, id)).toEqual(before);
  for (const { method, team, arguments: given } of shown.calls) {
    expect(team ?? 'T0TWO', method).toBe('T0TWO');
    // what was asked for there names its channel; what is said in it is all there is to see
    const { channel: _, channel_id: __, text, blocks } = given;
    expect(JSON.stringify([text, blocks]), method).not.toMatch(
      new RegExp(`${OWN_COMPANY} |${OWN_TIME}|silentChannels`),
    );
  }
  expect(shown.views).not.toMatch(new RegExp(`"${OWN_COMPANY}"|${OWN_TIME}|C0SILENT`));
};

describe('people of one workspace, with all ids of another,', () => {
  it('see nothing of it and change nothing by any command, button, form or event', { timeout: 120_000 }, async ({
    slack,
    start,
  }) => {
    const started = await twoWorkspaces(slack, start);
    const { id, log } = started;
    const before = await allOf(started, id);
    const shown = since(slack);
    for (const send of requestsOf(started, slack, id)) expect((await send()).status).toBe(200);
    await eventually(
      () => expect(log.entries().filter(({ outcome }) => outcome !== undefined).length).toBeGreaterThan(100),
      30_000,
    );
    await expectUntouched(started, id, before, shown());
    expect(slack.posted.slice(4).filter(({ channel }) => channel === channelOf(ONE))).toEqual([]);
  });

  it('nor by any of them in any order', { timeout: 120_000 }, async ({ slack, start }) => {
    const started = await twoWorkspaces(slack, start);
    const { id } = started;
    const before = await allOf(started, id);
    const shown = since(slack);
    const count = requestsOf(started, slack, id).length;
    const orders = fc.uniqueArray(fc.nat(count - 1), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const requests = requestsOf(started, slack, id);
        await Promise.all(order.map((place) => requests[place]?.()));
        await expectUntouched(started, id, before, shown());
      }),
      { numRuns: 12 },
    );
    await started.sent([() => started.people(THEIR_ADMIN).opensHome()]);
    await expectUntouched(started, id, before, shown());
  });

  it('are answered by the tools, and people of a workspace that is none of them are not', async ({ slack, start }) => {
    const { port } = await twoWorkspaces(slack, start);
    const url = new URL(`http://127.0.0.1:${port}/mcp`);
    const call = (team: string) =>
      callBody('rate_move', { direction: 'cut', sizeBps: 50 }, { user_id: ADMIN, team_id: team, enterprise_id: null });
    const [one, two, none] = await Promise.all(
      ['T0ONE', 'T0TWO', 'T0THREE'].map((team) => postSigned(url, call(team))),
    );
    expect([one?.status, two?.status, none?.status]).toEqual([200, 200, 403]);
    expect(JSON.stringify([one?.message, two?.message])).not.toMatch(OWN);
    const own = (team: string) =>
      callBody(
        'own_companies',
        { direction: 'cut', sizeBps: 50 },
        { user_id: ADMIN, team_id: team, enterprise_id: null },
      );
    const [theirs, others] = await Promise.all(['T0ONE', 'T0TWO'].map((team) => postSigned(url, own(team))));
    expect(JSON.stringify(theirs?.message)).toContain(OWN_COMPANY);
    expect(JSON.stringify(others?.message)).not.toMatch(OWN);
  });

  it('take nothing of it along when they leave', async ({ slack, start }) => {
    const started = await twoWorkspaces(slack, start);
    const { id, people, store, sent } = started;
    const before = await allOf(started, id);
    await sent([() => people(TWO).types('/ratecut', '50bps')]);
    slack.oauth.uninstall('T0TWO');
    await sent([() => people(TWO).sends({ type: 'app_uninstalled' })]);
    expect((await store.installations()).map(({ team }) => team)).toEqual(['T0ONE']);
    expect(await allOf(started, id)).toEqual(before);
    await sent([() => people(ONE).types('/ratecut', '25bps')]);
    expect(slack.posted.at(-1)).toMatchObject({ team: 'T0ONE', channel: 'C0ONE' });
  });
});
