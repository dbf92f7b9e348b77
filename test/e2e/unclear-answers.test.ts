import { describe, expect } from 'vitest';
import { addMilliseconds, type IsoInstant, isoInstant } from '../../src/units.ts';
import { type Behaviour, DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { BOT, briefing, briefsIn, conversing, slotsIn } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, FAILED, headerOf, it, only, type Workspace } from './workspace.ts';

/** Time for a call on a busy machine, and no more. */
const CALL_TIMEOUT_MS = 2_000;
const HTML = { body: '<!DOCTYPE html><html><body>Just a moment</body></html>', type: 'text/html' };

/** Slack carries the call out, and the answer does not say so. */
const UNCLEAR: [string, Behaviour][] = [
  ['stalls in the middle', 'stall the answer'],
  ['is cut in the middle', 'cut the answer'],
  ['is 200 with a page of HTML', HTML],
  ['is 200 with half of its JSON', { body: '{"ok":true', type: 'application/json' }],
  ['is 200 with nothing', { body: '', type: 'application/json' }],
  ['is 200 with JSON that is no answer', { body: 'null', type: 'application/json' }],
  ['is 200 with a refusal that gives no reason', { body: '{"ok":false}', type: 'application/json' }],
];

/** Names a posted brief in its metadata; other messages of ours carry some too. */
const BRIEF_EVENT = 'rotation_desk_brief';
const SUNDAY = isoInstant('2026-11-22T12:00:00Z');
/** Half past seven in New York. */
const MONDAY = isoInstant('2026-11-23T12:30:00Z');

interface Start {
  readonly clock: { now: IsoInstant };
  readonly callTimeoutMs: number;
  readonly wait: (ms: number) => Promise<void>;
}

/** A workspace with a brief that is due, whose clock runs as far as the bot waits. */
const onMonday = async (open: (over: 'http', start: Start) => Promise<Workspace>) => {
  const clock: { now: IsoInstant } = { now: SUNDAY };
  const workspace = await open('http', {
    clock,
    callTimeoutMs: CALL_TIMEOUT_MS,
    wait: async (ms) => {
      clock.now = addMilliseconds(clock.now, ms);
    },
  });
  await briefing(workspace).type('weekdays 07:30 New York');
  clock.now = MONDAY;
  const { slack } = workspace;
  const toOwner = () => slack.posted.filter(({ text }) => text.includes('could not be posted'));
  const triedBriefs = () =>
    slack
      .callsTo('chat.postMessage')
      .filter(({ arguments: { metadata } }) => JSON.stringify(metadata ?? '').includes(BRIEF_EVENT));
  return {
    workspace,
    clock,
    slack,
    toOwner,
    triedBriefs,
    history: () => briefing(workspace).privateReplyTo('history'),
  };
};

describe.concurrent('a brief whose post', { timeout: 30_000 }, () => {
  it.for(UNCLEAR)('%s stands once, with one thread, and is on record as posted', async ([, answer], { open }) => {
    const { workspace, slack, toOwner, triedBriefs, history } = await onMonday(open);
    slack.script.once('chat.postMessage', answer);
    await workspace.runDue();
    expect(slotsIn(slack.posted)).toEqual(['2026-11-23']);
    expect(triedBriefs()).toHaveLength(1);
    const { ts } = only(briefsIn(slack.posted));
    expect(slack.posted.filter(({ threadTs }) => threadTs === ts)).toHaveLength(1);
    expect(toOwner()).toEqual([]);
    expect(await history()).toContain('Mon 23 Nov posted');
  });

  it.for(UNCLEAR)('and the look for it %s too, stands once', async ([, answer], { open }) => {
    const { workspace, slack, triedBriefs, history } = await onMonday(open);
    slack.script.once('chat.postMessage', answer);
    slack.script.once('conversations.history', answer);
    await workspace.runDue();
    expect(triedBriefs()).toHaveLength(1);
    expect(slotsIn(slack.posted)).toEqual(['2026-11-23']);
    expect(await history()).toContain('Mon 23 Nov posted');
  });

  it.for(['token_revoked', 'invalid_auth', 'ratelimited', 'team_access_not_granted', 'an_error_not_yet_known'])(
    'is refused once with %s is made a little later, and nobody hears of it',
    async (error, { open }) => {
      const { workspace, slack, toOwner, history } = await onMonday(open);
      slack.script.once('chat.postMessage', { error });
      await workspace.runDue();
      expect(slotsIn(slack.posted)).toEqual(['2026-11-23']);
      expect(toOwner()).toEqual([]);
      expect(await history()).toContain('Mon 23 Nov posted');
    },
  );

  it('is refused for half an hour is left out, and nothing untrue is said of its channel', async ({ open }) => {
    const { workspace, slack, clock, toOwner, history } = await onMonday(open);
    slack.script.always('chat.postMessage', { error: 'token_revoked' });
    await workspace.runDue();
    expect(clock.now > addMilliseconds(MONDAY, 25 * 60_000)).toBe(true);
    slack.script.always('chat.postMessage', { delayMs: 0 });
    expect(slotsIn(slack.posted)).toEqual([]);
    expect(toOwner()).toEqual([]);
    expect(await history()).toContain('left out: the bot was stopped, or Slack did not take it');
    expect(workspace.log.text()).toContain('token_revoked');
  });

  it.for([
    ['restricted_action', 'may not post in it', 'I may not post in the channel'],
    ['restricted_action_read_only_channel', 'may not post in it', 'I may not post in the channel'],
    ['is_archived', 'The channel is archived.', 'the channel is archived'],
    ['not_in_channel', 'I am no longer in the channel.', 'I was not in the channel'],
    ['channel_not_found', 'The channel is gone, or it is private', 'the channel is gone, or I am not in it'],
  ] as const)('is refused with %s gives its owner the true reason', async ([error, told, recorded], { open }) => {
    const { workspace, slack, toOwner, history } = await onMonday(open);
    slack.script.once('chat.postMessage', { error });
    slack.script.once('users.info', { error: 'internal_error' });
    slack.script.once('users.info', { status: 503 });
    await workspace.runDue();
    await eventually(() => expect(only(toOwner()).channel).toBe(DIRECT_MESSAGE));
    expect(only(toOwner()).text).toContain(told);
    expect(await history()).toContain(`not posted: ${recorded}`);
  });

  it('stands, though its thread is lost: neither is sent again', async ({ open }) => {
    const { workspace, slack, triedBriefs, history } = await onMonday(open);
    slack.script.once('chat.postMessage', { delayMs: 0 });
    slack.script.once('chat.postMessage', 'cut the answer');
    await workspace.runDue();
    const { ts } = only(briefsIn(slack.posted));
    expect(triedBriefs()).toHaveLength(1);
    expect(slack.posted.filter(({ threadTs }) => threadTs === ts)).toHaveLength(1);
    expect(await history()).toContain('Mon 23 Nov posted');
  });
});

describe.concurrent('setting a brief up', () => {
  it.for(UNCLEAR)('is confirmed once and stored, where the answer %s', async ([, answer], { open }) => {
    const workspace = await open('http', { callTimeoutMs: CALL_TIMEOUT_MS });
    workspace.slack.script.once('chat.postMessage', answer);
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30')).not.toContain('may not post');
    expect(workspace.slack.posted).toHaveLength(1);
    expect(await workspace.store.schedules('T0TEAM')).toHaveLength(1);
  });

  it('goes out as a direct message; where that is not confirmed, to the asker alone, with a remark', async ({
    open,
  }) => {
    const workspace = await open('http', { callTimeoutMs: CALL_TIMEOUT_MS });
    const { slack } = workspace;
    slack.script.once('chat.postMessage', 'cut the answer');
    await conversing(workspace).say('/brief list', { channel: DIRECT_MESSAGE });
    expect(only(slack.posted).text).toContain('No brief');
    expect(only(slack.privateReplies).text).toContain('Slack did not confirm the post');
    expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
  });

  it('says nothing untrue of the channel where Slack does not take the first words', async ({ workspace }) => {
    workspace.slack.script.once('chat.postMessage', { error: 'token_revoked' });
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30')).toContain('Slack did not take my first words');
    workspace.slack.script.once('conversations.info', { error: 'token_revoked' });
    const reply = await briefing(workspace).privateReplyTo('weekdays 07:30');
    expect(reply).not.toContain('I am not in');
    expect(reply).toContain('Slack does not tell me who can read');
    expect(await workspace.store.schedules('T0TEAM')).toEqual([]);
  });
});

describe.concurrent('the answer to /ratecut', () => {
  it.for(UNCLEAR)('reaches the asker once, and says why, where the post %s', async ([, answer], { open }) => {
    const { slack, type, through, log } = await open('http', { callTimeoutMs: CALL_TIMEOUT_MS });
    slack.script.once('chat.postMessage', answer);
    await type('50bps');
    await through(1);
    expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(only(slack.privateReplies).text).toContain('Slack did not confirm the post in the channel.');
    expect(log.references()).toEqual([]);
    expect(log.text()).not.toContain('Just a moment');
  });

  it.for([
    ['token_revoked', 'Slack refuses my access to this workspace.'],
    ['invalid_arguments', 'Slack did not take the post in the channel. Press Share'],
  ] as const)(
    'comes privately, and says that it was not posted, where Slack answers %s',
    async ([error, told], { workspace: { slack, type, through, log } }) => {
      slack.script.once('chat.postMessage', { error });
      await type('50bps');
      await through(1);
      expect(slack.posted).toEqual([]);
      expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
      expect(only(slack.privateReplies).text).toContain(told);
      expect(log.entries().at(-1)?.outcome).toBe(`not taken: ${error}`);
    },
  );

  it.for<[string, Behaviour]>([
    ['503', { status: 503 }],
    ['fatal_error', { error: 'fatal_error' }],
  ])(
    'is not posted again after %s, which leaves open whether it stands',
    async ([, fault], { workspace: { slack, type, through } }) => {
      slack.script.once('chat.postMessage', fault);
      await type('50bps');
      await through(1);
      expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
      expect(only(slack.privateReplies).text).toContain('Slack did not confirm the post in the channel.');
    },
  );

  it.for(UNCLEAR)(
    'is answered once in a thread, to the asker alone, where the answer %s',
    async ([, answer], { open }) => {
      const workspace = await open('http', { callTimeoutMs: CALL_TIMEOUT_MS });
      const { slack } = workspace;
      slack.script.once('chat.postMessage', answer);
      await conversing(workspace).say(`${BOT} 50bps`);
      expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
      expect(only(slack.privateReplies)).toMatchObject({ via: 'chat.postEphemeral', channel: MEMBER });
      expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    },
  );
});

describe.concurrent('a private reply', () => {
  it.for<[string, Behaviour]>([
    ['the connection breaks', 'lose the answer'],
    ['Slack answers 502', { status: 502 }],
  ])(
    'is not sent again where %s, and the asker hears that it was not confirmed',
    async ([, fault], { workspace: { slack, type, log } }) => {
      slack.script.once('response_url', fault);
      await type('50bps private');
      await eventually(() => expect(slack.privateReplies.at(-1)?.text).toContain('Slack did not confirm that.'));
      expect(slack.privateReplies.filter((one) => headerOf(one) === CUT_50).length).toBeLessThanOrEqual(1);
      expect(slack.callsTo('chat.postEphemeral')).toEqual([]);
      expect(slack.privateReplies.at(-1)?.text).not.toMatch(FAILED);
      expect(log.references()).toHaveLength(1);
    },
  );

  it('stands once where Slack accepts it and stalls', async ({ open }) => {
    const { slack, type, through } = await open('http', { callTimeoutMs: CALL_TIMEOUT_MS });
    slack.script.once('response_url', 'stall the answer');
    await type('50bps private');
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
  });

  it.for(UNCLEAR)('by chat.postEphemeral is not sent again where its answer %s', async ([, answer], { open }) => {
    const { slack, type } = await open('http', { callTimeoutMs: CALL_TIMEOUT_MS });
    slack.script.once('chat.postEphemeral', answer);
    await type('50bps private', { responses: 0 });
    await eventually(() => expect(slack.privateReplies.at(-1)?.text).toContain('Slack did not confirm that.'));
    expect(slack.privateReplies.filter((one) => headerOf(one) === CUT_50)).toHaveLength(1);
  });
});

describe.concurrent('a form', () => {
  it('whose opening Slack did not confirm is not called failed', async ({ workspace }) => {
    const { slack } = workspace;
    slack.script.once('views.open', HTML);
    await briefing(workspace).type('');
    await eventually(() => expect(only(slack.privateReplies).text).toContain('Slack did not confirm that.'));
    expect(slack.callsTo('views.open')).toHaveLength(1);
  });
});
