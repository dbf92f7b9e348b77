import { describe, expect } from 'vitest';
import type { FeedbackButtons } from '../../src/message/block-kit.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, CLICKER } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { it, only, type Workspace } from './workspace.ts';

const thumbsOn = ({ blocks }: Shown): FeedbackButtons | undefined =>
  blocks.flatMap((block) => (block.type === 'context_actions' ? block.elements : []))[0];

const vote = (workspace: Workspace, on: Shown, thumb: 'positive_button' | 'negative_button', user: string) => {
  const thumbs = thumbsOn(on);
  if (thumbs === undefined) throw new Error('there are no thumbs');
  const { action_id, [thumb]: clicked } = thumbs;
  return conversing(workspace).sent([
    () =>
      workspace.sender.sendClick({
        button: { type: 'feedback_buttons', action_id, value: clicked.value },
        ...{ isPrivate: false, ts: on.ts, threadTs: on.threadTs, user, responseUrl: workspace.slack.newResponseUrl() },
      }),
  ]);
};

describe.concurrent('the thumbs', () => {
  it('stand last under public answers with figures or views, and under nothing else', async ({ open }) => {
    const workspace = await open();
    const { slack, type } = workspace;
    const { say, ask, sent } = conversing(workspace);
    await sent([() => type('50bps')]);
    await say(`${BOT} who is bearish?`);
    await say('hike 25', { channel: DIRECT_MESSAGE });
    for (const message of slack.posted) expect(message.blocks.at(-1)?.type).toBe('context_actions');
    const [help] = await ask('help', { channel: DIRECT_MESSAGE });
    expect(help && thumbsOn(help)).toBeUndefined();
    await sent([() => type('50bps private')]);
    expect(thumbsOn(only(slack.privateReplies))).toBeUndefined();
  });

  it('count one vote a person and answer, by the kind of answer, and thank quietly', async ({ open }) => {
    const workspace = await open();
    const { slack, store, type } = workspace;
    await conversing(workspace).sent([() => type('50bps')]);
    const message = only(slack.posted);
    await vote(workspace, message, 'positive_button', ASKER);
    await vote(workspace, message, 'positive_button', ASKER);
    await vote(workspace, message, 'positive_button', CLICKER);
    expect(await store.votes()).toEqual([{ kind: 'rate-move', up: 2, down: 0 }]);
    await vote(workspace, message, 'negative_button', ASKER);
    expect(await store.votes()).toEqual([{ kind: 'rate-move', up: 1, down: 1 }]);
    expect(slack.privateReplies).toHaveLength(3);
    for (const thanks of slack.privateReplies) expect(thanks).toMatchObject({ via: 'response_url', replaces: false });
    expect(slack.posted).toHaveLength(1);
  });

  it('ask why where one is down: a choice is counted beside it, once, and takes the place of the question', async ({
    open,
  }) => {
    const workspace = await open();
    const { slack, store, type, sender } = workspace;
    await conversing(workspace).sent([() => type('50bps')]);
    const message = only(slack.posted);
    await vote(workspace, message, 'negative_button', ASKER);
    const asked = only(slack.privateReplies);
    expect(asked.text).toContain('What was wrong with it?');
    const buttons = asked.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons.map(({ text }) => text.text)).toEqual([
      'A number is wrong',
      'Not what I asked',
      'Too long',
      'Hard to understand',
    ]);
    const click = (at: number) =>
      conversing(workspace).sent([
        () =>
          sender.sendClick({
            button: buttons[at] as (typeof buttons)[number],
            ...{ isPrivate: true, ts: '1.1', user: ASKER, responseUrl: slack.newResponseUrl() },
          }),
      ]);
    await click(0);
    await click(2);
    expect(await store.votes()).toEqual([
      { kind: 'rate-move', up: 0, down: 1 },
      { kind: 'rate-move-why-wrong', up: 0, down: 0 },
      { kind: 'rate-move-why-long', up: 0, down: 1 },
    ]);
    expect(slack.privateReplies.at(-1)).toMatchObject({ via: 'response_url', replaces: true });
    expect(slack.privateReplies.at(-1)?.text).toContain('Thank you.');
  });

  it('refuse what no thumb of ours carries', async ({ open }) => {
    const workspace = await open();
    const { slack, store, sender } = workspace;
    const button = { type: 'feedback_buttons', action_id: 'feedback', value: 'up:What about 50 bp?' } as const;
    await conversing(workspace).sent([
      () => sender.sendClick({ button, isPrivate: false, ts: '1.1', responseUrl: slack.newResponseUrl() }),
    ]);
    expect(await store.votes()).toEqual([]);
    expect(workspace.log.references()).toHaveLength(1);
    expect(workspace.log.text()).not.toContain('What about');
  });
});
