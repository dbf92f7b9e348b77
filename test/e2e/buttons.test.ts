import { describe, expect } from 'vitest';
import { CLICKER, labelsOf } from '../doubles/payloads.ts';
import { OUTSIDE } from '../doubles/web-api.ts';
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
  it('is answered in the thread of that message, naming the clicker', async ({ open }) => {
    const workspace = await open();
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

  it('keeps to the same thread when the message is in one', async ({ open }) => {
    const workspace = await open();
    const { slack, click, through } = workspace;
    const message = await publicAnswer(workspace);
    await click('100 bp', message);
    await through(2);
    await click('Hike 100 bp', only(slack.posted.slice(1)));
    await through(3);
    expect(slack.posted.map(({ threadTs }) => threadTs)).toEqual([undefined, message.ts, message.ts]);
  });

  it('is answered whichever it is', async ({ open }) => {
    const workspace = await open();
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

  it('is answered privately, naming nobody, once the bot is out of the channel', async ({ open }) => {
    const workspace = await open();
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
  it('replaces it with the new answer, which can be shared too', async ({ open }) => {
    const workspace = await open();
    const { slack, click, through } = workspace;
    await click('Hike 50 bp', await privateAnswer(workspace));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(second.replaces).toBe(true);
    expect(headerOf(second)).toBe('50 bp hike: SmallCap net income −4.39%, LargeCap −0.23%');
    expect(labelsOf(second)).toContain('Share');
    expect(slack.posted).toEqual([]);
  });

  it('leads from words that were not understood to an answer', async ({ open }) => {
    const workspace = await open();
    const { slack, click, through } = workspace;
    await click('Cut 50 bp', await privateAnswer(workspace, 'abc'));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(headerOf(second)).toBe(CUT_50);
    expect(second.replaces).toBe(true);
    expect(labelsOf(second)).toContain('Share');
  });

  it('replaces it with help', async ({ open }) => {
    const workspace = await open();
    const { slack, click, through } = workspace;
    await click('Help', await privateAnswer(workspace, ''));
    await through(2);
    const second = only(slack.privateReplies.slice(1));
    expect(headerOf(second)).toBe('Ask what a Fed move does to small and large companies');
    expect(second.replaces).toBe(true);
  });

  it('replaces it with all views, which can be shared too', async ({ open }) => {
    const workspace = await open();
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
  it('posts the answer for all, naming the clicker, and takes the private one away', async ({ open }) => {
    const workspace = await open();
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

  it('shares the answer with the assumptions it was given on', async ({ open }) => {
    const workspace = await open();
    const { slack, click, through } = workspace;
    await click('Share', await privateAnswer(workspace, '50bps floating=60% private'));
    await through(2);
    expect(headerOf(only(slack.posted))).toBe('50 bp cut: SmallCap net income +5.85%, LargeCap +0.23%');
  });

  it('leaves the private answer standing where the bot may not post', async ({ open }) => {
    const { slack, type, click, through } = await open();
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
  ] as const)('with %s, is answered with a reference and logged without its value', async ([, value], { open }) => {
    const workspace = await open();
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
  });
});
