import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeSlack } from './fake-slack.ts';
import { type SlashCommand, sendCommand, slashCommand } from './slash-command.ts';

const ROUND_LIMIT_MS = 30_000;

/** People asking at once, each in a channel of their own; each asks again once the answer is there. */
export const PEOPLE = 16;

export interface Round {
  readonly postsPerSecond: number;
  readonly ackMs: readonly number[];
  readonly answerMs: readonly number[];
  readonly lastForm: string;
}

/** Some of the questions there are. */
export interface Questions {
  /** What is typed behind the command, by number. */
  readonly text: (index: number) => string;
  readonly from: number;
  readonly count: number;
}

/** Every person's commands, signed before the clock runs. */
const commandsFor = (slackPort: number, { text, from, count }: Questions): SlashCommand[][] =>
  Array.from({ length: PEOPLE }, (_, person) =>
    Array.from({ length: count / PEOPLE }, (_, turn) =>
      slashCommand(`C${1000 + person}`, text(from + turn * PEOPLE + person), slackPort),
    ),
  );

/** Asks until every person has had all their answers. */
export const runRound = async (port: number, slack: FakeSlack, questions: Questions): Promise<Round> => {
  const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE });
  const everybody = commandsFor(slack.port, questions);
  const ackMs: number[] = [];
  const answerMs: number[] = [];
  let lastForm = '';
  const ask = async (turns: readonly SlashCommand[]): Promise<void> => {
    for (const command of turns) {
      const start = performance.now();
      const posted = slack.nextPost(command.channel).then((form) => {
        answerMs.push(performance.now() - start);
        lastForm = form;
      });
      ackMs.push((await sendCommand(port, command, agent)).ackMs);
      await posted;
    }
  };
  const over = new AbortController();
  const limit = wait(ROUND_LIMIT_MS, undefined, { signal: over.signal }).then(() => {
    const seconds = ROUND_LIMIT_MS / 1000;
    throw new Error(`${ackMs.length} acks and ${answerMs.length} of ${questions.count} messages within ${seconds} s`);
  });
  const start = performance.now();
  try {
    await Promise.race([Promise.all(everybody.map(ask)), slack.surprise, limit]);
  } finally {
    over.abort();
    agent.destroy();
  }
  const seconds = (performance.now() - start) / 1000;
  return { postsPerSecond: answerMs.length / seconds, ackMs, answerMs, lastForm };
};
