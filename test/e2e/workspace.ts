import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Connection } from '../../src/config.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Filings } from '../../src/market-data/filings.ts';
import { toolRoute } from '../../src/mcp/index.ts';
import type { Metrics } from '../../src/metrics.ts';
import type { CurrentFacts } from '../../src/slack/answer-cache.ts';
import { startBot } from '../../src/slack/index.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import { type FakeSlack, type Shown, startFakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, type Button, buttonOf, CLICKER } from '../doubles/payloads.ts';
import { type Acknowledged, httpSender, type Sender, SIGNING_SECRET, socketSender } from '../doubles/sending.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { APP_TOKEN, BOT_TOKEN, MEMBER } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';

export const NOW = isoInstant('2026-11-20T14:30:00Z');

const SHIPPED = shippedFacts(NOW);

/** The header of the answer to `/ratecut 50bps`. */
export const CUT_50 = '50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%';

/** What a person is told when something went wrong, with the reference. */
export const FAILED = /^That failed on our side\. Reference ([0-9A-Z]{4})\.$/;

interface Entry {
  readonly level: number;
  readonly msg: string;
  readonly what?: string;
  readonly outcome?: string;
  readonly reference?: string;
}

/** The app's log, kept in memory. */
export const memoryLog = () => {
  const lines: string[] = [];
  const entries = (): readonly Entry[] => lines.map((line) => JSON.parse(line) as Entry);
  return {
    log: pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) }),
    text: (): string => lines.join(''),
    entries,
    /** Of failures, each once. */
    references: (): readonly string[] => [...new Set(entries().flatMap(({ reference }) => reference ?? []))],
  };
};

interface TypeOptions {
  /** `/ratecut` unless said. */
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
  /** How often the request's own address takes a post. */
  readonly responses?: number;
}

interface ClickOptions extends Omit<TypeOptions, 'command'> {
  /** Sent in the place of what the button carries. */
  readonly value?: string;
}

/** A workspace with the bot running in it. */
export interface Workspace {
  readonly slack: FakeSlack;
  readonly port: number | undefined;
  readonly log: ReturnType<typeof memoryLog>;
  /** Types a command with these words behind it. */
  readonly type: (words: string, options?: TypeOptions) => Promise<Acknowledged>;
  /** Clicks a button, given by its label, on a message. */
  readonly click: (label: string, on: Shown, options?: ClickOptions) => Promise<Acknowledged>;
  /** Sends whatever else Slack sends. */
  readonly sender: Sender;
  /** Waits until this many requests are through, answered, passed over or failed. */
  readonly through: (requests: number) => Promise<void>;
  readonly store: Store;
  /** Deals with every brief that is due by the clock. */
  readonly runDue: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Over = 'http' | 'socket' | 'socket with health pages';

const connectionTo = (apiUrl: string, over: Over, botToken = BOT_TOKEN): Connection => {
  const api = { botToken, apiUrl };
  const server = { host: '127.0.0.1', port: 0 };
  if (over === 'http') return { kind: 'http', signingSecret: SIGNING_SECRET, ...api, ...server };
  return {
    kind: 'socket',
    appToken: APP_TOKEN,
    ...api,
    ...(over === 'socket with health pages' && { health: server }),
  };
};

/** Work that is done the first time only. */
const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
};

/** What a workspace starts with, where it is not a new one. */
interface Start {
  /** Closed with the workspace. */
  readonly store?: Store;
  /** Says what the bot is installed in; one workspace of no organisation unless said. */
  readonly botToken?: string;
  /** Goes on where another workspace ended. */
  readonly slack?: FakeSlack;
  /** What answers rest on; what the product ships with unless said. */
  readonly facts?: () => CurrentFacts;
  /** What companies file; nobody asks for it unless said. */
  readonly filings?: Filings;
  /** The clock of the workspace, which may be set; it stands still otherwise, at NOW unless said. */
  readonly clock?: { now: IsoInstant };
  /** How long a call to Slack may take; as in production unless said. */
  readonly callTimeoutMs?: number;
  /** Counts what is done; nothing unless said. */
  readonly metrics?: Metrics;
  /** How the work on briefs lets time pass; in real time unless said. */
  readonly wait?: (ms: number) => Promise<void>;
}

const openWorkspace = async (over: Over, start: Start = {}): Promise<Workspace> => {
  const slack = start.slack ?? (await startFakeSlack());
  const store = start.store ?? createMemoryStore();
  const log = memoryLog();
  const clock = start.clock ?? { now: NOW };
  const facts = start.facts ?? (() => ({ facts: clock.now === NOW ? SHIPPED : shippedFacts(clock.now) }));
  const bot: Awaited<ReturnType<typeof startBot>> = await startBot({
    connection: connectionTo(slack.apiUrl, over, start.botToken),
    commands: COMMANDS,
    store,
    now: () => clock.now,
    facts,
    filings: start.filings,
    route: toolRoute({
      ...{
        signingSecret: SIGNING_SECRET,
        facts: () => facts().facts,
        log: log.log,
        metrics: start.metrics,
        own: (caller) => bot.ownFacts(caller),
      },
      propose: async (caller, note) => bot.proposeNote(caller, note),
    }),
    log: log.log,
    metrics: start.metrics,
    callTimeoutMs: start.callTimeoutMs,
    wait: start.wait,
  });
  const sender = over === 'http' ? httpSender(bot.port ?? 0) : socketSender(slack.link);
  return {
    slack,
    store,
    sender,
    port: bot.port,
    log,
    runDue: bot.runDue,
    type: (words, { command = '/ratecut', user = ASKER, channel = MEMBER, responses } = {}) =>
      sender.sendCommand({ text: words, command, user, channel, responseUrl: slack.newResponseUrl(responses) }),
    click: (label, on, { user = CLICKER, channel = on.channel ?? MEMBER, responses, value } = {}) => {
      const button: Button = { ...buttonOf(on, label), ...(value !== undefined && { value }) };
      const { ts, threadTs, via } = on;
      const isPrivate = via !== 'chat.postMessage';
      return sender.sendClick({
        ...{ button, isPrivate, ts, threadTs, user, channel },
        responseUrl: slack.newResponseUrl(responses),
      });
    },
    through: async (requests) => {
      const answered = () => log.entries().filter(({ outcome }) => outcome !== undefined).length;
      await eventually(() => expect(answered() + log.references().length).toBe(requests));
    },
    close: once(async () => {
      await bot.stop();
      await store.close();
      await slack.close();
      expect(slack.problems, 'rules of Slack that were broken').toEqual([]);
      for (const secret of [BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, '/response/']) {
        expect(log.text()).not.toContain(secret);
      }
    }),
  };
};

/** With plain spaces, as a test writes it. */
export const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

/** A fake Slack for one test, at whose end it is checked that all rules of Slack were kept. */
export const slackOfTest = async ({
  onTestFinished,
}: {
  readonly onTestFinished: (end: () => Promise<void>) => void;
}): Promise<FakeSlack> => {
  const slack = await startFakeSlack();
  onTestFinished(async () => {
    await slack.close();
    expect(slack.problems, 'rules of Slack that were broken').toEqual([]);
  });
  return slack;
};

/** A test that has a workspace, or opens several; each is closed, and checked for broken rules and leaked secrets, when it ends. */
export const it = test
  .extend('storePath', ({ onTestFinished }) => {
    const folder = temporaryFolder(onTestFinished);
    return join(folder, 'data', 'desk.json');
  })
  .extend('open', ({ onTestFinished }) => async (over: Over = 'http', start: Start = {}): Promise<Workspace> => {
    const workspace = await openWorkspace(over, start);
    onTestFinished(workspace.close);
    return workspace;
  })
  .extend('workspace', ({ open }) => open());

/** The one message in a list. */
export const only = (shown: readonly Shown[]): Shown => {
  expect(shown).toHaveLength(1);
  return shown[0] as Shown;
};

/** The header of a message, or nothing. */
export const headerOf = ({ blocks }: Shown): string | undefined =>
  blocks.flatMap((block) => (block.type === 'header' ? block.text.text.replaceAll('\u00a0', ' ') : []))[0];
