import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type FakeSlack, type Shown, startFakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, buttonsOf, mentionEvent } from '../doubles/payloads.ts';
import { httpSender, type Sender } from '../doubles/sending.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { type Fault, holds, startKillable } from './killable.ts';

const KILLS = Number(process.env['KILLS'] ?? 200);
/** Slack takes so long for a post: a kill may come before it, in the middle, or behind it. */
const POST_MS = 30;
const LATEST_KILL_MS = 120;
const LAST_ANSWERS_MS = 120_000;

/** Everything that is asked has a size of its own, by which its answers are told. */
const moveOf = (number: number): number => (number % 2 === 0 ? -1 : 1) * (1 + Math.floor(number / 2));
const wordsOf = (move: number): string => `${move < 0 ? 'cut' : 'hike'} ${Math.abs(move)} bp`;

interface Kind {
  readonly name: string;
  readonly send: (sender: Sender, slack: FakeSlack, words: string) => Promise<unknown>;
}

let lastTs = 0;
const newTs = (): string => {
  lastTs += 1;
  return `1795100000.${String(lastTs).padStart(6, '0')}`;
};
const THREAD = newTs();

const mention = (words: string, threadTs?: string): object =>
  mentionEvent({ text: `<@U0BOT> ${words}`, user: ASKER, channel: MEMBER, ts: newTs(), threadTs });

const KINDS: readonly Kind[] = [
  { name: 'mentions', send: (sender, _, words) => sender.sendEvent(mention(words)) },
  { name: 'follow-ups', send: (sender, _, words) => sender.sendEvent(mention(words, THREAD)) },
  {
    name: 'commands',
    send: (sender, slack, text) => sender.sendCommand({ text, responseUrl: slack.newResponseUrl() }),
  },
  {
    name: 'private commands',
    send: (sender, slack, words) =>
      sender.sendCommand({ text: `${words} private`, responseUrl: slack.newResponseUrl() }),
  },
];

/** Answers and notices by the size of the move that they are about. */
const countShown = (shown: readonly Shown[]) => {
  const answers = new Map<number, number>();
  const notices = new Map<number, number>();
  const add = (counts: Map<number, number>, move: number) => void counts.set(move, (counts.get(move) ?? 0) + 1);
  for (const message of shown) {
    const { size, way } = /^(?<size>\d+) bp (?<way>cut|hike)/.exec(message.text)?.groups ?? {};
    if (size !== undefined) add(answers, way === 'cut' ? -Number(size) : Number(size));
    const value = message.text.startsWith('I was stopped') ? buttonsOf(message)[0]?.value : undefined;
    if (value !== undefined) add(notices, (JSON.parse(value) as { moveBps: number }).moveBps);
  }
  return { answers, notices };
};

const openIn = (file: string): number => {
  if (!existsSync(file)) return 0;
  const entries = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const ids = (what: string) =>
    entries.filter((line) => line.startsWith(`["${what}"`)).map((line) => JSON.parse(line)[1]);
  const dropped = new Set(ids('dropped'));
  return ids('kept').filter((id) => !dropped.has(id)).length;
};

export const fault: Fault = {
  name: `${KILLS} kills with -9 after acknowledgements`,
  run: async (report) => {
    const slack = await startFakeSlack();
    slack.script.always('chat.postMessage', { delayMs: POST_MS });
    const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-faults-'));
    const acknowledged = new Map<number, string>();
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const program = await startKillable(slack, folder);
        const sender = httpSender(program.port);
        const sent = KINDS.map(async ({ name, send }, place) => {
          const move = moveOf(kill * KINDS.length + place);
          await send(sender, slack, wordsOf(move));
          acknowledged.set(move, name);
        });
        await Promise.any(sent);
        await wait(Math.random() * LATEST_KILL_MS);
        await program.kill();
        await Promise.allSettled(sent);
        if (kill % 20 === 19) report(`${kill + 1} kills`);
      }
      const last = await startKillable(slack, folder);
      const giveUpAt = performance.now() + LAST_ANSWERS_MS;
      while (openIn(join(folder, 'desk.json.requests')) > 0 && performance.now() < giveUpAt) await wait(200);
      await last.kill();
    } finally {
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    }
    const { answers, notices } = countShown([...slack.posted, ...slack.privateReplies]);
    const moves = [...acknowledged.keys()];
    const lost = moves.filter((move) => !answers.has(move) && !notices.has(move));
    const doubled = [...answers].filter(([, count]) => count > 1);
    holds(
      lost.length === 0,
      `${lost.length} acknowledged requests got no word: ${lost.map((one) => acknowledged.get(one)).join(', ')}`,
    );
    holds(doubled.length === 0, `${doubled.length} requests were answered more than once`);
    return {
      acknowledged: moves.length,
      'answered once': moves.filter((move) => answers.get(move) === 1).length,
      'told that it is not certain, with the question as a button': moves.filter((move) => notices.has(move)).length,
      'without a word': 0,
      'answered twice': 0,
    };
  },
};
