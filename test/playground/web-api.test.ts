import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import { DIRECT, it, JONAS, MACRO, MAYA, only, RANDOM, type TestPlayground } from './playground-client.ts';

const SECTION = { type: 'section', text: { type: 'mrkdwn', text: 'Sound.', verbatim: true }, expand: true };
const MODAL = {
  type: 'modal',
  ...{ callback_id: 'form', private_metadata: '{}', blocks: [SECTION] },
  ...Object.fromEntries(
    ['title', 'submit', 'close'].map((part) => [part, { type: 'plain_text', text: 'Word', emoji: false }]),
  ),
};

/** Has the bot be called at a response address: a command whose answer is private gives one. */
const responseUrl = async ({ say, state }: TestPlayground): Promise<{ url: string; ts: string }> => {
  const { ts } = only(await say('/ratecut abc'));
  expect((await state()).messages).toHaveLength(1);
  return { url: '/response/R1', ts };
};

const post = ({ address }: TestPlayground, path: string, body: object): Promise<Response> =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe.concurrent('blocks that break a limit', { timeout: 20_000 }, () => {
  it.for([
    ['a header that is too long', [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }], /151/],
    ['a block of no known type', [{ type: 'carousel' }], /carousel/],
    ['a block without what it needs', [{ type: 'section' }], /lacks what its type needs/],
    ['words that are not escaped', [{ ...SECTION, text: { ...SECTION.text, text: 'a < b' } }], /not escaped/],
    ['an id that stands twice', Array.from({ length: 51 }, () => SECTION), /blocks: 51/],
  ] as const)(
    'are refused, and shown with the reason: %s',
    async ([, blocks, reason], { playground: { call, state } }) => {
      const given = { channel: MACRO, text: 'Words.', blocks };
      expect(await call('chat.postMessage', given)).toEqual({ ok: false, error: 'invalid_blocks' });
      const refused = only((await state()).messages);
      expect(refused.refused?.join()).toMatch(reason);
      expect(refused).toMatchObject({
        channel: MACRO,
        blocks: [],
        sent: { method: 'chat.postMessage', arguments: given },
      });
    },
  );

  it('are refused where they are no list', async ({ playground: { call, state } }) => {
    expect(await call('chat.postMessage', { channel: MACRO, text: 'Words.', blocks: 'none' })).toEqual({
      ok: false,
      error: 'invalid_blocks_format',
    });
    expect(only((await state()).messages).refused?.join()).toContain('blocks: ');
  });

  it('are refused in a private message too, and shown to that person', async ({ playground: { call, state } }) => {
    const given = { channel: MACRO, user: JONAS, text: 'Words.', blocks: [{ type: 'carousel' }] };
    expect(await call('chat.postEphemeral', given)).toMatchObject({ error: 'invalid_blocks' });
    expect(only((await state()).messages)).toMatchObject({ onlyFor: JONAS, refused: [expect.any(String)] });
  });

  it('do not take the place of what stands there', async ({ playground: { call, state } }) => {
    const { ts } = await call('chat.postMessage', { channel: MACRO, text: 'First.', blocks: [SECTION] });
    const given = { channel: MACRO, ts, text: 'Second.', blocks: [{ type: 'carousel' }] };
    expect(await call('chat.update', given)).toMatchObject({ error: 'invalid_blocks' });
    expect((await state()).messages.map(({ text, refused }) => [text, refused !== undefined])).toEqual([
      ['First.', false],
      ['Second.', true],
    ]);
  });

  it('make no view; whom it was for is shown why', async ({ playground: { call, state } }) => {
    const view = { type: 'home', blocks: [{ type: 'section' }] };
    expect(await call('views.publish', { user_id: JONAS, view })).toMatchObject({ error: 'invalid_arguments' });
    expect(await call('views.publish', { user_id: JONAS, view: MODAL })).toMatchObject({ error: 'invalid_arguments' });
    const { messages, homes } = await state();
    expect(homes).toEqual({});
    expect(messages.map(({ channel, onlyFor }) => [channel, onlyFor])).toEqual(Array(2).fill(['D0JONAS', JONAS]));
    expect(messages[1]?.refused).toContain('the view is no home');
  });
});

describe.concurrent('messages', { timeout: 20_000 }, () => {
  it.for([
    ['chat.postMessage', { channel: 'C0NOWHERE', text: 'a' }, 'channel_not_found'],
    ['chat.postMessage', { channel: RANDOM, text: 'a' }, 'not_in_channel'],
    ['chat.postMessage', { channel: MACRO }, 'no_text'],
    ['chat.postMessage', { channel: MACRO, text: 'a', thread_ts: '1.000001' }, 'thread_not_found'],
    ['chat.postEphemeral', { channel: RANDOM, user: MAYA, text: 'a' }, 'not_in_channel'],
    ['chat.postEphemeral', { channel: MACRO, user: 'U0NOBODY', text: 'a' }, 'user_not_in_channel'],
    ['chat.update', { channel: MACRO, ts: '1.000001', text: 'a' }, 'message_not_found'],
    ['chat.delete', { channel: MACRO, ts: '1.000001' }, 'message_not_found'],
    ['conversations.info', { channel: 'C0NOWHERE' }, 'channel_not_found'],
    ['conversations.history', { channel: RANDOM }, 'not_in_channel'],
    ['users.info', { user: 'U0NOBODY' }, 'user_not_found'],
    ['files.completeUploadExternal', { channel_id: MACRO, files: [{ id: 'F1' }] }, 'file_not_found'],
    ['views.open', { trigger_id: 'none', view: MODAL }, 'invalid_trigger_id'],
    ['views.update', { view_id: 'none', view: MODAL }, 'not_found'],
    ['pins.add', {}, 'unknown_method'],
  ] as const)('%s with %j: %s', async ([method, given, error], { playground: { call, state } }) => {
    expect(await call(method, given)).toEqual({ ok: false, error });
    expect((await state()).messages).toEqual([]);
  });

  it('takes calls by the bot only', async ({ playground: { call } }) => {
    expect(await call('auth.test', {}, 'xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' });
  });

  it('go to a person in their direct message', async ({ playground: { call } }) => {
    expect(await call('chat.postMessage', { channel: MAYA, text: 'a' })).toMatchObject({ ok: true, channel: DIRECT });
    expect(await call('conversations.open', { users: MAYA })).toEqual({ ok: true, channel: { id: DIRECT } });
  });

  it('are found again by their metadata, newest first, without what is private or in threads', async ({
    playground: { call, say, machine },
  }) => {
    const metadata = { event_type: 'brief', event_payload: { slot: '2026-11-20' } };
    const { ts } = await call('chat.postMessage', { channel: MACRO, text: 'a', metadata });
    await call('chat.postMessage', { channel: MACRO, text: 'in its thread', thread_ts: ts });
    await call('chat.postEphemeral', { channel: MACRO, user: MAYA, text: 'private' });
    await say('hello & <b>');
    const history = { channel: MACRO, include_all_metadata: true };
    expect(await call('conversations.history', history)).toMatchObject({
      has_more: false,
      messages: [
        { text: 'hello &amp; &lt;b&gt;', user: MAYA },
        { ts, text: 'a', bot_id: 'B0ROTATION', metadata },
      ],
    });
    expect(await call('conversations.history', { ...history, limit: 1, oldest: ts })).toMatchObject({
      messages: [{ user: MAYA }],
      has_more: false,
    });
    expect(await call('conversations.history', { ...history, latest: ts, inclusive: true })).toMatchObject({
      messages: [{ ts }],
    });
    expect(await call('conversations.replies', { channel: MACRO, ts })).toMatchObject({
      messages: [{ ts }, { text: 'in its thread', thread_ts: ts }],
    });
    const { messages } = await call('conversations.history', { channel: MACRO });
    expect(JSON.stringify(messages)).not.toContain('slot');
    machine(isoInstant('2026-11-20T13:00:00Z'));
    const later = await call('chat.postMessage', { channel: MACRO, text: 'the clock went back' });
    expect(Number(later['ts'])).toBeGreaterThan(Number(ts));
  });

  it('may be changed and taken back by the bot, others may not', async ({ playground: { call, say, state } }) => {
    const { ts } = await call('chat.postMessage', { channel: MACRO, text: 'First.' });
    const said = only(await say('hello'));
    expect(await call('chat.update', { channel: MACRO, ts, text: 'Second.' })).toMatchObject({ ok: true, ts });
    expect((await state()).messages[0]).toMatchObject({ ts, text: 'Second.', isEdited: true });
    expect(await call('chat.update', { channel: MACRO, ts: said.ts, text: 'a' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call('chat.delete', { channel: MACRO, ts: said.ts })).toMatchObject({ error: 'cant_delete_message' });
    expect(await call('chat.delete', { channel: MACRO, ts })).toMatchObject({ ok: true });
    expect((await state()).messages).toEqual([said]);
  });

  it('that one person sees can be neither changed by the bot nor answered in a thread', async ({
    playground: { call },
  }) => {
    const { message_ts: ts } = await call('chat.postEphemeral', { channel: MACRO, user: MAYA, text: 'a' });
    expect(await call('chat.update', { channel: MACRO, ts, text: 'b' })).toMatchObject({ error: 'message_not_found' });
    expect(await call('chat.postMessage', { channel: MACRO, text: 'b', thread_ts: ts })).toMatchObject({
      error: 'thread_not_found',
    });
  });
});

describe.concurrent('a response address', { timeout: 20_000 }, () => {
  it('takes five answers, then none', async ({ playground }) => {
    const { url } = await responseUrl(playground);
    const statuses: number[] = [];
    for (let use = 0; use < 5; use += 1) statuses.push((await post(playground, url, { text: 'a' })).status);
    // the first of the five was the answer to the command
    expect(statuses).toEqual([200, 200, 200, 200, 404]);
    expect((await playground.state()).messages.every(({ onlyFor }) => onlyFor === MAYA)).toBe(true);
  });

  it('takes none after half an hour by the clock', async ({ playground }) => {
    const { url } = await responseUrl(playground);
    await playground.act({ user: MAYA, kind: 'advance clock', minutes: 31 });
    expect((await post(playground, url, { text: 'a' })).status).toBe(404);
  });

  it('posts to the channel where requested, and refuses what breaks a limit', async ({ playground }) => {
    const { url } = await responseUrl(playground);
    expect((await post(playground, url, { text: 'to all', response_type: 'in_channel' })).status).toBe(200);
    expect((await playground.state()).messages.at(-1)?.onlyFor).toBeUndefined();
    expect((await post(playground, url, { text: 'a', blocks: [{ type: 'carousel' }] })).status).toBe(400);
    expect((await playground.state()).messages.at(-1)).toMatchObject({ onlyFor: MAYA, refused: [expect.any(String)] });
  });
});

describe.concurrent('a trigger', { timeout: 20_000 }, () => {
  it('opens one form, once', async ({ playground: { call, say, state } }) => {
    await say('/ratecut 50bps');
    const given = { trigger_id: '1.2.1', view: MODAL };
    const opened = await call('views.open', given);
    expect(opened).toMatchObject({ ok: true });
    expect(only((await state()).modals)).toMatchObject({ user: MAYA });
    expect(await call('views.open', given)).toEqual({ ok: false, error: 'exchanged_trigger_id' });
  });
});
