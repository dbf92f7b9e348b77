import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import { toolRoute } from '../../src/mcp/index.ts';
import { type RunningBot, startBot } from '../../src/slack/index.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { type Allowing, CLIENT } from '../doubles/oauth.ts';
import { homeOpenedEvent, mentionEvent } from '../doubles/payloads.ts';
import { httpSender, type Sender, SIGNING_SECRET } from '../doubles/sending.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { DIRECT_MESSAGE, INSTALLING } from '../doubles/web-api.ts';
import { memoryLog, slackOfTest } from './workspace.ts';

const STATE_SECRET = 'a state secret that nobody guesses, ever';
export const newKey = (): Buffer => randomBytes(32);

/** Whoever installs the app, and asks. */
export const ONE: Allowing = { team: 'T0ONE', user: 'U0ONE' };
export const TWO: Allowing = { team: 'T0TWO', user: 'U0TWO' };

/** The channel of a workspace that the bot is in. */
export const channelOf = ({ team }: Allowing): string => new Map(Object.entries(INSTALLING)).get(team) ?? '';

const at = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`;

/** What a browser has when it comes to Slack's page. */
interface Begun {
  readonly cookie: string;
  readonly page: URL;
}

/** Opens the link that installs the app. */
export const beginInstalling = async (port: number): Promise<Begun> => {
  const { status, headers } = await fetch(at(port, '/slack/install'), { redirect: 'manual' });
  expect(status).toBe(302);
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '', page: new URL(headers.get('location') ?? '') };
};

/** Allows the app on Slack's page. @returns where Slack leads back to */
export const allow = async (
  slack: FakeSlack,
  { page }: Begun,
  { team, user, isOrgWide }: Allowing,
  port: number,
): Promise<string> => {
  slack.leadBackTo(at(port, '/slack/oauth_redirect'));
  const choosing = new URL(page);
  for (const [name, value] of Object.entries({ team, user, org: isOrgWide ? 'yes' : 'no' })) {
    choosing.searchParams.set(name, value);
  }
  const { headers } = await fetch(choosing, { redirect: 'manual' });
  return headers.get('location') ?? '';
};

export const comeBack = (url: string, { cookie }: Pick<Begun, 'cookie'>): Promise<Response> =>
  fetch(url, { headers: { cookie } });

/** Installs the app as a person does in a browser. @param ports where it is begun, and where it ends */
export const install = async (slack: FakeSlack, allowing: Allowing, ...ports: readonly number[]): Promise<Response> => {
  const [first = 0, last = first] = ports;
  const begun = await beginInstalling(first);
  return comeBack(await allow(slack, begun, allowing, last), begun);
};

/** What people of one workspace do. */
export const peopleOf = ({ team, user, isOrgWide = false }: Allowing, sender: Sender, slack: FakeSlack) => {
  const channel = channelOf({ team, user });
  const envelope = {
    team_id: team,
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      isOrgWide
        ? { enterprise_id: team, team_id: null, user_id: 'U0BOT', is_bot: true, is_enterprise_install: true }
        : { enterprise_id: null, team_id: team, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
    ],
  };
  const inOwn = { team: { id: team }, user: { id: user, team_id: team } };
  return {
    envelope,
    types: (command: string, text: string, where = channel) =>
      sender.sendCommand({ command, text, team, user, channel: where, responseUrl: slack.newResponseUrl() }),
    says: (text: string, ts: string) =>
      sender.sendEvent({ ...mentionEvent({ text, user, channel, ts }), team }, undefined, envelope),
    opensHome: () => sender.sendEvent(homeOpenedEvent(user, DIRECT_MESSAGE, 'home'), undefined, envelope),
    sends: (event: object, around: object = envelope) => sender.sendEvent(event, undefined, around),
    uses: (payload: object) => sender.sendInteraction({ ...payload, ...inOwn }),
    inOwn,
  };
};

/** How a bot is started that workspaces install. */
interface StartOptions {
  readonly store?: Store;
  readonly keys?: readonly Buffer[];
  readonly clock?: () => IsoInstant;
}

const startInstalled = async (
  slack: FakeSlack,
  { store = createMemoryStore(), keys = [newKey()], clock }: StartOptions,
) => {
  const now = clock ?? (() => isoInstant(new Date().toISOString()));
  const log = memoryLog();
  const facts = () => ({ facts: shippedFacts(now()) });
  const bot: RunningBot = await startBot({
    connection: {
      ...{ kind: 'installed', signingSecret: SIGNING_SECRET, apiUrl: slack.apiUrl, host: '127.0.0.1', port: 0 },
      ...{ clientId: CLIENT.id, clientSecret: CLIENT.secret, stateSecret: STATE_SECRET, tokenKeys: keys },
    },
    ...{ commands: COMMANDS, store, now, facts, log: log.log },
    route: toolRoute({
      signingSecret: SIGNING_SECRET,
      own: (caller) => bot.ownFacts(caller),
      facts: () => facts().facts,
      log: log.log,
    }),
  });
  const { port = 0 } = bot;
  const sender = httpSender(port);
  return { store, port, log, sender, bot, people: (who: Allowing) => peopleOf(who, sender, slack) };
};

export type Start = (options?: StartOptions) => ReturnType<typeof startInstalled>;

/** A test that may start bots that workspaces install; each is stopped, and checked for leaked secrets, when it ends. */
export const it = test
  .extend('slack', slackOfTest)
  .extend('folder', ({ onTestFinished }) => {
    const folder = temporaryFolder(onTestFinished);
    return folder;
  })
  .extend('start', ({ slack, onTestFinished }) => async (start: StartOptions = {}) => {
    const started = await startInstalled(slack, start);
    onTestFinished(async () => {
      await started.bot.stop().catch(() => undefined);
      const logged = started.log.text();
      for (const secret of [...slack.oauth.tokens(), CLIENT.secret, STATE_SECRET, '/response/', 'code-']) {
        expect(logged).not.toContain(secret);
      }
    });
    return started;
  });
