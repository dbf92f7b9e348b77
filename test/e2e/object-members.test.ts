import { describe, expect } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { BOT, conversing } from './conversing.ts';
import { it, type Workspace } from './workspace.ts';

/** Words that are names of members of every object. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

const shownIn = ({ slack }: Workspace): readonly Shown[] => [...slack.posted, ...slack.privateReplies];

/** One reply for each word, and none of them a failure or a trace of what objects have. */
const expectReplies = (workspace: Workspace): void => {
  const shown = shownIn(workspace);
  expect(shown).toHaveLength(NAMES.length);
  for (const { text, blocks } of shown) {
    expect(text).not.toMatch(/failed on our side/);
    expect(JSON.stringify([text, blocks])).not.toMatch(/native code|\[object |function |undefined/);
  }
};

describe.concurrent('names of object members over HTTP', () => {
  it.for(COMMANDS.map(({ name }) => name))('are words like any other behind %s', async (command, { open }) => {
    const workspace = await open();
    for (const [at, name] of NAMES.entries()) {
      const { status } = await workspace.type(name, { command });
      expect(status).toBe(200);
      await workspace.through(at + 1);
    }
    expectReplies(workspace);
  });

  it('are words like any other in a mention', async ({ open }) => {
    const workspace = await open();
    const { say } = conversing(workspace);
    for (const name of NAMES) await say(`${BOT} what about ${name}`);
    expectReplies(workspace);
  });
});
