import { describe, expect } from 'vitest';
import type { FeedbackButtons } from '../../src/message/block-kit.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, CLICKER, labelsOf } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, OUTSIDE } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, FAILED, headerOf, it, only, type Workspace } from './workspace.ts';

const publicAnswer = async ({ slack, type, through }: Workspace) => {
  await type('50bps');
  await through(1);
  return only(slack.posted);
};

const privateAnswer = async ({ slack, type, through }: Workspace, words = '50bps private') => {
  await type(words);
  await through(1);
  return only(slack.privateReplies);
};

describe('a button on a public answer', () => {
  it('is answered in the thread of that message, naming the clicker', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    const message = await publicAnswer(workspace);
    const { status, body, ackMs } = await click('Hike 50 bp', message);
    expect({ status, body }).toEqual({ status: 200, body: '' });
    expect(ackMs).toBeLessThan(1_000);
    await through(2);
    const second = only(slack.posted.slice(1));
    expect(headerOf(second)).toBe('50 bp hike: SmallCap net income −4.39%, LargeCap −0.23%');
    expect(second.threadTs).toBe(message.ts);
    expect(second.text).toContain(`Asked by <@${CLICKER}>`);
    expect(slack.privateReplies).toEqual([]);
  });

  it('keeps to the same thread when the message is in one', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    const message = await publicAnswer(workspace);
    await click('100 bp', message);
    await through(2);
    await click('Hike 100 bp', only(slack.posted.slice(1)));
    await through(3);
    expect(slack.posted.map(({ threadTs }) => threadTs)).toEqual([undefined, message.ts, message.ts]);
  });

  it('is answered whichever it is', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    const message = await publicAnswer(workspace);
    const labels = labelsOf(message)
      .map((label) => label.replaceAll('\u00a0', ' '))
      .filter((label) => label !== 'Change assumptions');
    for (const label of labels) await click(label, message);
    await through(1 + labels.length);
    expect(slack.posted).toHaveLength(1 + labels.length);
    expect(slack.posted.map(headerOf)).toContainEqual(
      expect.stringMatching(/^16 voices in the notes: 13 bullish, 4 bearish/),
    );
  });

  it('is answered privately, naming nobody, once the bot is out of the channel', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    const message = await publicAnswer(workspace);
    slack.script.always('chat.postMessage', { error: 'not_in_channel' });
    await click('Hike 50 bp', message);
    await through(2);
    const answer = only(slack.privateReplies);
    expect(answer.replaces).toBe(false);
    expect(answer.text).toContain('/invite @Rotation Desk');
    expect(answer.text).not.toContain('Asked by');
    expect(slack.posted).toHaveLength(1);
  });
});

describe('a button on a private answer', () => {
  it('replaces it with the new answer, which can be shared too', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('Hike 50 bp', await privateAnswer(workspace));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(second.replaces).toBe(true);
    expect(headerOf(second)).toBe('50 bp hike: SmallCap net income −4.39%, LargeCap −0.23%');
    expect(labelsOf(second)).toContain('Share');
    expect(slack.posted).toEqual([]);
  });

  it('leads from words that were not understood to an answer', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('Cut 50 bp', await privateAnswer(workspace, 'abc'));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(headerOf(second)).toBe(CUT_50);
    expect(second.replaces).toBe(true);
    expect(labelsOf(second)).toContain('Share');
  });

  it('replaces it with help', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('Help', await privateAnswer(workspace, ''));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(headerOf(second)).toBe('Ask what a Fed move does to small and large companies');
    expect(second.replaces).toBe(true);
  });

  it('replaces it with all views, which can be shared too', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('All views', await privateAnswer(workspace));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(headerOf(second)).toMatch(/^16 voices in the notes/);
    expect(second.replaces).toBe(true);
    expect(labelsOf(second)).toContain('Share');
  });
});

describe('the Share button', () => {
  it('posts the answer for all, naming the clicker, and takes the private one away', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    const { ackMs } = await click('Share', await privateAnswer(workspace));
    expect(ackMs).toBeLessThan(1_000);
    await through(2);
    const shared = only(slack.posted);
    expect(headerOf(shared)).toBe(CUT_50);
    expect(shared.text).toContain(`Asked by <@${CLICKER}>`);
    expect(shared.threadTs).toBeUndefined();
    expect(labelsOf(shared)).not.toContain('Share');
    expect(slack.callsTo('response_url').at(-1)?.arguments).toEqual({ delete_original: true });
  });

  it('shares the answer with the assumptions it was given on', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('Share', await privateAnswer(workspace, '50bps floating=60% private'));
    await through(2);
    expect(headerOf(only(slack.posted))).toBe('50 bp cut: SmallCap net income +5.85%, LargeCap +0.23%');
  });

  it('leaves the private answer standing where the bot may not post', async ({
    workspace: { slack, type, click, through },
  }) => {
    await type('50bps', { channel: OUTSIDE });
    await through(1);
    await click('Share', only(slack.privateReplies), { channel: OUTSIDE });
    await through(2);
    expect(slack.posted).toEqual([]);
    expect(slack.callsTo('response_url').map((call) => call.arguments['delete_original'])).not.toContain(true);
    expect(slack.privateReplies.at(-1)?.text).toContain('/invite @Rotation Desk');
  });
});

describe('a button whose value was tampered with', () => {
  it.for([
    ['no JSON at all', 'tamperedword'],
    ['a move out of range', '{"kind":"rate-move","moveBps":9007199254740000}'],
    ['an unknown kind', '{"kind":"tamperedword"}'],
    ['a key that does not belong', '{"kind":"rate-move","moveBps":-50,"tamperedword":1}'],
    ['nothing', ''],
  ] as const)(
    'with %s, is answered with a reference and logged without its value',
    async ([, value], { workspace }) => {
      const { slack, click, log } = workspace;
      const message = await publicAnswer(workspace);
      const { status } = await click('Hike 50 bp', message, { value });
      expect(status).toBe(200);
      await eventually(() => expect(slack.privateReplies).toHaveLength(1));
      const [, reference] = FAILED.exec(only(slack.privateReplies).text) ?? [];
      expect(log.references()).toEqual([reference]);
      // sixteen digits stand in no timestamp of a log
      expect(log.text()).not.toMatch(/tamperedword|9007199254740000/);
      expect(slack.posted).toHaveLength(1);
    },
  );
});

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
  it('stand last under public answers with figures or views, and under nothing else', async ({ workspace }) => {
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

  it('count one vote a person and answer, by the kind of answer, and thank quietly', async ({ workspace }) => {
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
    workspace,
  }) => {
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

  it('refuse what no thumb of ours carries', async ({ workspace }) => {
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
