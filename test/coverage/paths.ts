/**
 * Runs the real listeners over the fake Slack, with market data, and prints in how many files, and in how many functions
 * of them, code ran while one request was handled: a slash command, a follow-up in its thread, and a brief that is due;
 * and in how many files besides those that read words.
 * Each is done twice: the first time what the bot works out once and keeps (names, findings) is worked out too. What runs
 * while a module is loaded is not counted.
 *
 *     npm run -s paths            the counts
 *     npm run -s paths -- files   the files too, each with its functions
 */
import { Session } from 'node:inspector/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { COMMANDS } from '../../commands/index.ts';
import { startBot } from '../../src/slack/index.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { isoInstant } from '../../src/units.ts';
import { newSchedule } from '../brief/clocks.ts';
import { autumnFacts } from '../doubles/brief-facts.ts';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, messageEvent } from '../doubles/payloads.ts';
import { httpSender, SIGNING_SECRET } from '../doubles/sending.ts';
import { BOT_TOKEN, MEMBER, TEAM } from '../doubles/web-api.ts';

const ROOT = new URL('../../', import.meta.url).href;
const OURS = /^(?:src|commands)\//;
/** What the fake Slack runs to check what it is sent, and the bot does not. */
const OF_THE_FAKE = /^src\/(?:message\/message-problems|playground\/.*)\.ts$/;
/** What makes a question of words. */
const READING = /^src\/(?:language|periods|reading|(?:topics\/[^/]+|brief)\/read(?:-[^/]+)?\.ts$)/;
const POLL_MS = 5;
const LIMIT_MS = 20_000;

/** Names of the functions that ran, by file. */
type Ran = ReadonlyMap<string, readonly string[]>;

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

/** What ran since the last call; a module's own code is no function. */
const takeRan = async (): Promise<Ran> => {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return new Map(
    result
      .filter(({ url }) => url.startsWith(ROOT))
      .map(({ url, functions }): [string, string[]] => [
        url.slice(ROOT.length),
        functions
          .filter(({ functionName, ranges: [range] }) => range && range.count > 0 && !isModule(functionName, range))
          .map(({ functionName, ranges: [range] }) => functionName || `(at ${range?.startOffset})`),
      ])
      .filter(([file, functions]) => OURS.test(file) && !OF_THE_FAKE.test(file) && functions.length > 0)
      .sort(([one], [other]) => one.localeCompare(other)),
  );
};

const isModule = (name: string, { startOffset }: { readonly startOffset: number }): boolean =>
  name === '' && startOffset === 0;

const slack = await startFakeSlack();
const store = createMemoryStore();
const lines: { readonly outcome?: string; readonly reference?: string }[] = [];

/** Sets the clock and takes new facts; answers given before are computed again from then on. */
const factsAt = (now: string, newestClose: string) => ({ now: isoInstant(now), facts: autumnFacts(now, newestClose) });
let current = factsAt('2026-11-20T14:30:00Z', '2026-11-19');

const desk = await startBot({
  connection: {
    kind: 'http',
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    apiUrl: slack.apiUrl,
    host: '127.0.0.1',
    port: 0,
  },
  commands: COMMANDS,
  store,
  now: () => current.now,
  facts: () => ({ facts: current.facts }),
  log: pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
});
const sender = httpSender(desk.port ?? 0);

/** Does something, and waits until the bot has posted a message and is through with it. */
const done = async (work: () => Promise<unknown>): Promise<void> => {
  const before = { posted: slack.posted.length, lines: lines.length };
  await work();
  const end = performance.now() + LIMIT_MS;
  const isThrough = () => lines.slice(before.lines).some(({ outcome }) => outcome !== undefined);
  while (slack.posted.length === before.posted || !isThrough()) {
    if (performance.now() > end) throw new Error(`nothing came of it: ${JSON.stringify(lines.slice(before.lines))}`);
    await wait(POLL_MS);
  }
  const failed = lines.find(({ reference }) => reference !== undefined);
  if (failed) throw new Error(`it failed: ${JSON.stringify(failed)}`);
};

const ratecut = () => sender.sendCommand({ text: '50bps', responseUrl: slack.newResponseUrl() });

let lastTs = 0;
/** Asks in the thread of the first answer. */
const followUp = (): Promise<unknown> => {
  lastTs += 1;
  const ts = `1795185900.${String(lastTs).padStart(6, '0')}`;
  const threadTs = slack.posted[0]?.ts;
  return sender.sendEvent(messageEvent({ text: 'and for 100?', user: ASKER, channel: MEMBER, ts, threadTs }));
};

const write = (line: string): void => void process.stdout.write(`${line}\n`);

const print = (name: string, ran: Ran): void => {
  const files = [...ran.keys()];
  const functions = [...ran.values()].flat().length;
  const others = files.filter((file) => !READING.test(file));
  write(`${name}: ${functions} functions in ${files.length} files, ${others.length} without those that read words`);
  if (process.argv.includes('files')) for (const [file, names] of ran) write(`  ${file}: ${names.join(', ')}`);
};

const measure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  await takeRan();
  await done(work);
  print(name, await takeRan());
};

await measure('/ratecut 50bps, the first time', ratecut);
await measure('and for 100?, the first time', followUp);
await store.addSchedule(newSchedule({ team: TEAM, channel: MEMBER, createdAt: current.now }), 1);
current = factsAt('2026-11-23T12:30:10Z', '2026-11-20');
await measure('a due brief, the first time', desk.runDue);
current = factsAt('2026-11-24T12:30:10Z', '2026-11-23');
await measure('/ratecut 50bps', ratecut);
await measure('and for 100?', followUp);
await measure('a due brief', desk.runDue);

await desk.stop();
await store.close();
await slack.close();
session.disconnect();
