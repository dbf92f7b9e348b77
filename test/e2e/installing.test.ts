import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { isoInstant } from '../../src/units.ts';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { eventually } from './eventually.ts';
import { allow, beginInstalling, channelOf, comeBack, install, it, newKey, ONE, TWO } from './installed.ts';
import { CUT_50 } from './workspace.ts';

const HOUR_S = 3_600;

const answersIn = ({ posted }: FakeSlack) => posted.filter(({ channel }) => channel === channelOf(ONE));

describe.concurrent('installing the app by its link', () => {
  it('leads to Slack and back, and tells whoever installed it what to do first, and nobody else anything', async ({
    slack,
    start,
  }) => {
    const { port, log } = await start();
    const { page } = await beginInstalling(port);
    expect(page.pathname).toBe('/oauth/v2/authorize');
    expect(page.searchParams.get('scope')?.split(',')).toEqual(
      expect.arrayContaining(['commands', 'chat:write', 'mcp:connect']),
    );
    const answer = await install(slack, ONE, port);
    const text = await answer.text();
    expect([answer.status, text]).toEqual([200, expect.stringContaining('Rotation Desk is installed')]);
    // a workspace may call itself anything
    expect(text).toContain('&lt;T0ONE&gt;');
    await eventually(() => expect(slack.posted).toHaveLength(1));
    const [told] = slack.posted;
    expect(slack.callsTo('chat.postMessage')).toMatchObject([{ team: 'T0ONE', arguments: { channel: 'U0ONE' } }]);
    expect(told?.text).toMatch(/how to begin/);
    expect(told?.text).toContain('/invite @Rotation Desk');
    await eventually(() => expect(log.text()).toContain('told how to begin'));
    expect(slack.privateReplies).toEqual([]);
  });

  it('answers each workspace by its own token, and nobody whose workspace has not installed it', async ({
    slack,
    start,
  }) => {
    const { port, people, log } = await start();
    await install(slack, ONE, port);
    await install(slack, TWO, port);
    await eventually(() => expect(slack.posted).toHaveLength(2));
    await people(ONE).types('/ratecut', '50bps');
    await people(TWO).says('<@U0BOT> 50bps', '1763649000.000100');
    await eventually(() => expect(slack.posted).toHaveLength(4));
    const answers = slack.posted.slice(2).map(({ team, channel, text }) => [team, channel, text.startsWith(CUT_50)]);
    expect(answers.toSorted()).toEqual([
      ['T0ONE', 'C0ONE', true],
      ['T0TWO', 'C0TWO', true],
    ]);
    const { status } = await people({ team: 'T0THREE', user: 'U0THREE' }).types('/ratecut', '50bps', 'C0ONE');
    expect(status).toBe(200);
    await eventually(() => expect(log.text()).toContain('not for us'));
    expect(slack.posted).toHaveLength(4);
    expect(slack.callsTo('auth.test').every(({ team }) => team !== undefined)).toBe(true);
  });

  it('looks for the workspace of a request once', async ({ slack, start }) => {
    const store = createMemoryStore();
    const looked: string[] = [];
    const installation = (team: string) => {
      looked.push(team);
      return store.installation(team);
    };
    const { port, people } = await start({ store: { ...store, installation } });
    await install(slack, ONE, port);
    looked.length = 0;
    await people(ONE).types('/ratecut', '50bps');
    await eventually(() => expect(answersIn(slack)).toHaveLength(1));
    expect(looked).toEqual(['T0ONE']);
  });

  it('takes a state once, from the browser it was given to, unchanged and within ten minutes', async ({
    slack,
    start,
  }) => {
    const { port, store } = await start();
    const begun = await beginInstalling(port);
    const back = await allow(slack, begun, ONE, port);
    const [other, spoilt] = [await beginInstalling(port), new URL(back)];
    expect((await comeBack(back, { cookie: '' })).status).toBe(400);
    expect((await comeBack(back, other)).status).toBe(400);
    spoilt.searchParams.set('state', `${spoilt.searchParams.get('state')}x`);
    const name = begun.cookie.split('=')[0];
    const withSpoilt = { cookie: `${name}=${spoilt.searchParams.get('state')}` };
    expect((await comeBack(spoilt.href, withSpoilt)).status).toBe(400);
    expect(await store.installations()).toEqual([]);
    expect((await comeBack(back, begun)).status).toBe(200);
    const again = await comeBack(await allow(slack, begun, TWO, port), begun);
    expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('was used before')]);
    expect((await store.installations()).map(({ team }) => team)).toEqual(['T0ONE']);
  });

  it('takes a state once, whichever process is asked', async ({ slack, start }) => {
    const store = createMemoryStore();
    const [here, there] = [await start({ store }), await start({ store })];
    const begun = await beginInstalling(here.port);
    const backs = await Promise.all([here, there].map(({ port }) => allow(slack, begun, ONE, port)));
    const answers = await Promise.all(backs.map((back) => comeBack(back, begun)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it.for([
    ['?error=access_denied&state=x', 200, 'was not allowed'],
    ['?code=1', 400, 'Something is missing'],
    ['', 400, 'Something is missing'],
  ] as const)('says in words what became of it: %s', async ([query, status, words], { start }) => {
    const { port, store } = await start();
    const answer = await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect${query}`);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
    expect(await store.installations()).toEqual([]);
  });

  it('says so where Slack does not take the code', async ({ slack, start }) => {
    const { port, store } = await start();
    slack.script.once('oauth.v2.access', { error: 'invalid_code' });
    const answer = await install(slack, ONE, port);
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('Not installed')]);
    expect(await store.installations()).toEqual([]);
  });

  it('keeps no token that can be read, and goes on after a restart', async ({ slack, start }) => {
    const [store, keys] = [createMemoryStore(), [newKey()]];
    const first = await start({ store, keys });
    await install(slack, ONE, first.port);
    expect(JSON.stringify(await store.installations())).not.toMatch(/xox|U0ONE/);
    const second = await start({ store, keys });
    await second.people(ONE).types('/ratecut', '50bps');
    await eventually(() => expect(slack.posted.at(-1)).toMatchObject({ team: 'T0ONE', channel: channelOf(ONE) }));
  });

  it('seals tokens anew with a new first key, and does not start without the key that sealed them', async ({
    slack,
    start,
  }) => {
    const [store, old, fresh] = [createMemoryStore(), newKey(), newKey()];
    const first = await start({ store, keys: [old] });
    await install(slack, ONE, first.port);
    await expect(start({ store, keys: [fresh] })).rejects.toThrow(
      'SLACK_TOKEN_KEYS opens the tokens of 0 of 1 workspaces',
    );
    await start({ store, keys: [fresh, old] });
    const last = await start({ store, keys: [fresh] });
    await last.people(ONE).types('/ratecut', '50bps');
    await eventually(() => expect(slack.posted.at(-1)).toMatchObject({ team: 'T0ONE', channel: channelOf(ONE) }));
  });

  it('in all of an organisation answers in each of its workspaces', async ({ slack, start }) => {
    const { port, sender, store } = await start();
    const org = { team: 'E0ORG', user: 'U0ORG', isOrgWide: true };
    expect((await install(slack, org, port)).status).toBe(200);
    await sender.sendCommand({
      ...{ text: '50bps', team: 'T0TEAM', user: 'U0ASKER', responseUrl: slack.newResponseUrl() },
      more: { enterprise_id: 'E0ORG', is_enterprise_install: 'true' },
    });
    await eventually(() => expect(slack.posted.at(-1)).toMatchObject({ team: 'E0ORG', channel: 'C0MEMBER' }));
    expect((await store.installations()).map(({ team }) => team)).toEqual(['E0ORG']);
    slack.oauth.uninstall('E0ORG');
    const gone = { team_id: null, enterprise_id: 'E0ORG', authorizations: [] };
    await sender.sendEvent({ type: 'app_uninstalled' }, undefined, { ...gone, event_time: Date.now() / 1_000 });
    await eventually(async () => expect(await store.installations()).toEqual([]));
  });
});

describe.concurrent('a workspace that leaves', () => {
  it('is in no file any more, and what was under way for it ends quietly', async ({ slack, start, folder }) => {
    const path = join(folder, 'desk.json');
    const store = await openStore({ path, now: isoInstant(new Date().toISOString()), report: () => undefined });
    const { port, people, log, bot } = await start({ store });
    for (const who of [ONE, TWO]) await install(slack, who, port);
    await eventually(() => expect(slack.posted).toHaveLength(2));
    for (const who of [ONE, TWO]) await people(who).types('/brief', 'weekdays 07:30 utc');
    await eventually(async () => expect(await store.schedules('T0TWO')).toHaveLength(1));
    for (const method of ['chat.postMessage', 'response_url']) slack.script.once(method, { delayMs: 800 });
    await people(TWO).types('/ratecut', '50bps');
    slack.oauth.uninstall('T0TWO');
    await people(TWO).sends({ type: 'app_uninstalled' });
    await people(TWO).sends({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } });
    await eventually(() => expect(log.text()).toContain('"outcome":"forgotten"'));
    await people(TWO).types('/ratecut', '50bps');
    await people(ONE).types('/ratecut', '50bps');
    await eventually(() => expect(answersIn(slack).at(-1)?.text).toContain(CUT_50));
    expect(await store.schedules('T0ONE')).toHaveLength(1);
    await bot.stop();
    await store.close();
    const kept = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    expect(kept).toContain('T0ONE');
    expect(kept).not.toMatch(/T0TWO|C0TWO|U0TWO/);
    expect(log.references()).toEqual([]);
  });

  it('is not one whose old token was revoked when it was exchanged', async ({ slack, start }) => {
    const { port, people, store, log } = await start();
    await install(slack, ONE, port);
    await people(ONE).sends({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } });
    await eventually(() => expect(log.text()).toContain('passed over'));
    expect(await store.installation('T0ONE')).toBeDefined();
    slack.oauth.uninstall('T0ONE');
    await people(ONE).sends({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } });
    await eventually(async () => expect(await store.installation('T0ONE')).toBeUndefined());
  });

  it('and has come back is not sent away by what Slack said of the time before', async ({ slack, start }) => {
    const { port, people, store, log } = await start();
    await install(slack, ONE, port);
    const { envelope } = people(ONE);
    const before = { ...envelope, event_time: envelope.event_time - 60 };
    await people(ONE).sends({ type: 'app_uninstalled' }, before);
    await eventually(() => expect(log.text()).toContain('passed over'));
    expect(await store.installation('T0ONE')).toBeDefined();
    // our clock may be ahead of Slack's: where the token is dead, it was removed
    slack.oauth.uninstall('T0ONE');
    await people(ONE).sends({ type: 'app_uninstalled' }, before);
    await eventually(async () => expect(await store.installation('T0ONE')).toBeUndefined());
  });
});

describe.concurrent('whoever opens Home', () => {
  it('reads how to begin, until their workspace has set up something', async ({ slack, start }) => {
    const { port, people, store } = await start();
    await install(slack, ONE, port);
    await people(ONE).opensHome();
    await eventually(() => expect(JSON.stringify(slack.views.homes.at(-1)?.view)).toContain('How to begin'));
    await people(ONE).types('/brief', 'weekdays 07:30 utc');
    await eventually(async () => expect(await store.schedules('T0ONE')).toHaveLength(1));
    await people(ONE).opensHome();
    await eventually(() => expect(slack.views.homes).toHaveLength(2));
    expect(JSON.stringify(slack.views.homes[1]?.view)).not.toContain('How to begin');
    expect((await store.settings('T0ONE')).installer).toBe('U0ONE');
  });
});

describe.concurrent('what holds up one workspace', () => {
  it('holds up no other: Slack asks one to wait, and the other is answered meanwhile', async ({ slack, start }) => {
    const { port, people } = await start();
    for (const who of [ONE, TWO]) await install(slack, who, port);
    await eventually(() => expect(slack.posted).toHaveLength(2));
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 3 });
    await people(ONE).types('/ratecut', '50bps');
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(3));
    await people(TWO).types('/ratecut', '50bps');
    await eventually(() => expect(slack.posted).toHaveLength(4), 10_000);
    expect(slack.posted.slice(2).map(({ team }) => team)).toEqual(['T0TWO', 'T0ONE']);
  });

  it('holds up no other: all connections of one are taken, and the other has its own', async ({ slack, start }) => {
    const { port, people } = await start();
    for (const who of [ONE, TWO]) await install(slack, who, port);
    await eventually(() => expect(slack.posted).toHaveLength(2));
    for (let call = 0; call < 50; call += 1) slack.script.once('chat.postMessage', { delayMs: 4_000 });
    await Promise.all(Array.from({ length: 70 }, (_, bps) => people(ONE).types('/ratecut', `${bps + 1}bps`)));
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(52));
    await people(TWO).types('/ratecut', '50bps');
    await eventually(() => expect(slack.posted.at(-1)).toMatchObject({ team: 'T0TWO', channel: 'C0TWO' }), 3_000);
    await eventually(() => expect(answersIn(slack)).toHaveLength(70), 20_000);
  });
});

describe.concurrent('tokens that end', () => {
  const inHours = (hours: number) => () => isoInstant(new Date(Date.now() + hours * HOUR_S * 1_000).toISOString());

  it('are exchanged by one of the processes before their end, and all go on with the new one', async ({
    slack,
    start,
  }) => {
    const [store, keys] = [createMemoryStore(), [newKey()]];
    slack.oauth.rotate(12 * HOUR_S);
    const first = await start({ store, keys });
    await install(slack, ONE, first.port);
    const exchanges = () => slack.callsTo('oauth.v2.access').length - 1;
    const bots = await Promise.all([11, 11, 11].map((hours) => start({ store, keys, clock: inHours(hours) })));
    await Promise.all(
      bots.flatMap(({ people }) => ['25bps', '50bps', '75bps'].map((text) => people(ONE).types('/ratecut', text))),
    );
    await eventually(() => expect(answersIn(slack)).toHaveLength(9));
    await eventually(() => expect(exchanges()).toBe(1));
    // the second token serves from now on
    await bots[0]?.people(ONE).types('/ratecut', '100bps');
    await eventually(() => expect(answersIn(slack)).toHaveLength(10));
    expect(exchanges()).toBe(1);
  });

  it('are waited for where they have ended, by all processes', async ({ slack, start }) => {
    const [store, keys] = [createMemoryStore(), [newKey()]];
    slack.oauth.rotate(12 * HOUR_S);
    const first = await start({ store, keys });
    await install(slack, ONE, first.port);
    slack.script.once('oauth.v2.access', { delayMs: 600 });
    const late = inHours(13);
    const bots = await Promise.all([1, 2].map(() => start({ store, keys, clock: late })));
    await Promise.all(bots.map(({ people }) => people(ONE).types('/ratecut', '50bps')));
    await eventually(() => expect(answersIn(slack)).toHaveLength(2));
    expect(slack.callsTo('oauth.v2.access')).toHaveLength(2);
  });

  it('are used on for as long as they live where Slack gives no other', async ({ slack, start }) => {
    const [store, keys] = [createMemoryStore(), [newKey()]];
    slack.oauth.rotate(12 * HOUR_S);
    const first = await start({ store, keys });
    await install(slack, ONE, first.port);
    slack.script.once('oauth.v2.access', { error: 'invalid_refresh_token' });
    const bot = await start({ store, keys, clock: inHours(11) });
    for (const text of ['25bps', '50bps']) await bot.people(ONE).types('/ratecut', text);
    await eventually(() => expect(answersIn(slack)).toHaveLength(2));
    await eventually(() => expect(bot.log.text()).toContain('a token could not be renewed'));
    expect(slack.callsTo('oauth.v2.access')).toHaveLength(2);
  });
});
