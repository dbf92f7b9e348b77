import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, mentionEvent } from '../doubles/payloads.ts';
import { httpSender } from '../doubles/sending.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { type Fault, holds, startKillable } from './killable.ts';

/** Longer than is waited for in a thread's order. */
const BUSY_SECONDS = 45;
const FOLLOW_UPS = 5;
const EACH_MS = 10_000;
const BUSY = { status: 429, retryAfterSeconds: BUSY_SECONDS } as const;

const ts = (number: number): string => `1795100000.${String(number).padStart(6, '0')}`;

export const fault: Fault = {
  name: `an answer that Slack takes after ${BUSY_SECONDS} s, and what is asked in its thread meanwhile`,
  run: async (report) => {
    const slack = await startFakeSlack();
    const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-faults-'));
    const program = await startKillable(slack, folder);
    const sender = httpSender(program.port);
    const ask = (number: number): Promise<unknown> => {
      const thread = number === 1 ? undefined : ts(1);
      const text = `<@U0BOT> cut ${number} bp`;
      return sender.sendEvent(mentionEvent({ text, user: ASKER, channel: MEMBER, ts: ts(number), threadTs: thread }));
    };
    const until = async (isSo: () => boolean, ms: number, words: string): Promise<void> => {
      const giveUpAt = performance.now() + ms;
      while (!isSo()) {
        holds(performance.now() < giveUpAt, words);
        await wait(50);
      }
    };
    try {
      for (const method of ['chat.postMessage', 'chat.postEphemeral', 'chat.postMessage']) {
        slack.script.once(method, BUSY);
      }
      const start = performance.now();
      await ask(1);
      await until(() => slack.callsTo('chat.postMessage').length === 2, EACH_MS, 'the first was not tried');
      let slowest = 0;
      for (let number = 2; number < 2 + FOLLOW_UPS; number += 1) {
        const askedAt = performance.now();
        await ask(number);
        await until(() => slack.posted.length === number - 1, EACH_MS, 'a follow-up waited for the first answer');
        slowest = Math.max(slowest, performance.now() - askedAt);
      }
      report('the follow-ups are answered');
      const late = () => slack.privateReplies.find(({ text }) => text.startsWith('1 bp cut'));
      await until(() => late() !== undefined, (BUSY_SECONDS + 30) * 1_000, 'the first answer never came');
      holds(late()?.text.includes('This comes late') === true, 'the late answer does not say so');
      holds(slack.posted.length === FOLLOW_UPS, 'something was answered twice');
      return {
        'follow-ups answered meanwhile': FOLLOW_UPS,
        'the slowest of them, ms': Math.round(slowest),
        'the late answer came after, s': Math.round((performance.now() - start) / 1_000),
      };
    } finally {
      await program.kill();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
