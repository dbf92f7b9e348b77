import { describe, expect } from 'vitest';
import type { ControlValues, OpenModal } from '../../src/playground/protocol.ts';
import { filingOf } from '../doubles/company-facts.ts';
import { eventually } from '../e2e/eventually.ts';
import {
  controlsOf,
  DIRECT,
  headerOf,
  it,
  JONAS,
  labelled,
  MACRO,
  MAYA,
  only,
  RANDOM,
  type TestPlayground,
} from './playground-client.ts';

const BOT = '<@U0ROTATION>';

/** What the inputs of a form are set to, as a page reports it, some of them otherwise. */
const filled = ({ view }: OpenModal, otherwise: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { block_id: id, element } = block;
      const other = otherwise[id.replace(/\.\d+$/, '')];
      if (element.type !== 'static_select' && element.type !== 'plain_text_input') return [];
      const set: ControlValues =
        element.type === 'static_select'
          ? {
              [element.action_id]: {
                type: element.type,
                selected_option: { value: other ?? element.initial_option.value },
              },
            }
          : { [element.action_id]: { type: element.type, value: other ?? element.initial_value ?? null } };
      return [[id, set]];
    }),
  );

const openForm = async (playground: TestPlayground): Promise<OpenModal> => {
  const [answer] = await playground.say('/ratecut 50bps');
  if (answer === undefined) throw new Error('there is no answer');
  await playground.click('Change assumptions', answer);
  return only((await playground.state()).modals);
};

describe.concurrent('in a channel', { timeout: 20_000 }, () => {
  it('answers a command, with the call that would have gone to Slack', async ({ playground: { say, changes } }) => {
    const answer = only(await say('/ratecut 50bps'));
    expect(headerOf(answer)).toBe('50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%');
    expect(answer).toMatchObject({ channel: MACRO, author: 'bot', at: '2026-11-20T14:30:00.000Z', isSynthetic: false });
    expect(answer.text).toContain(`Asked by <@${MAYA}>`);
    expect(answer.sent).toMatchObject({ method: 'chat.postMessage', arguments: { channel: MACRO, text: answer.text } });
    expect(JSON.stringify(answer.sent?.arguments['blocks'])).not.toContain('block_id');
    await eventually(() => expect(changes.map(({ kind }) => kind)).toEqual(['state', 'working', 'message', 'working']));
  });

  it('answers a click in the thread, and follow-ups there without being named', async ({
    playground: { say, click },
  }) => {
    const answer = only(await say('/ratecut 50bps'));
    const hike = only(await click('Hike 50 bp', answer));
    expect(headerOf(hike)).toMatch(/^50 bp hike/);
    expect(hike.threadTs).toBe(answer.ts);
    const [said, reply] = await say('and 100?', { threadTs: answer.ts });
    expect(said).toMatchObject({ author: MAYA, text: 'and 100?', threadTs: answer.ts });
    expect(reply).toMatchObject({ author: 'bot', threadTs: answer.ts });
    expect(reply && headerOf(reply)).toMatch(/^100 bp hike/);
  });

  it('answers once where it is mentioned, though it gets two events', async ({ playground: { say } }) => {
    const [said, reply, ...more] = await say('@rotation desk who is bearish?');
    expect(said?.text).toBe(`${BOT} who is bearish?`);
    expect(reply).toMatchObject({ threadTs: said?.ts });
    expect(reply?.text).toMatch(/^4 lean bearish/);
    expect(more).toEqual([]);
  });

  it('passes over what is said to nobody', async ({ playground: { say } }) => {
    expect(only(await say('good morning, 50bps')).author).toBe(MAYA);
  });

  it('answers privately where it is no member, and to all once it is invited', async ({ playground: { say, act } }) => {
    const hidden = only(await say('/ratecut 50bps', { channel: RANDOM }));
    expect(hidden).toMatchObject({ onlyFor: MAYA, sent: { method: 'response_url' } });
    expect(hidden.text).toContain('/invite @Rotation Desk');
    expect(await act({ user: MAYA, kind: 'send text', channel: RANDOM, text: '@Rotation Desk 50bps' })).toEqual({
      ok: true,
      notice: 'Rotation Desk is not in #random and has not read this. Write /invite @Rotation Desk first.',
    });
    expect(only(await say('/invite @Rotation Desk', { channel: RANDOM })).text).toBe(
      `was added to the channel by <@${MAYA}>.`,
    );
    const open = only(await say('/ratecut 50bps', { channel: RANDOM }));
    expect(open.onlyFor).toBeUndefined();
    await say('/remove @Rotation Desk', { channel: RANDOM });
    expect(only(await say('@Rotation Desk 50bps', { channel: RANDOM })).author).toBe(MAYA);
  });

  it('fills the form of a company in with what filings give', async ({ play }) => {
    const filings = { company: async () => filingOf(), stop: () => undefined };
    const { say, click, state } = await play({ kind: 'off' }, filings);
    const found = only(await say('/company add ACME'));
    expect(found.onlyFor).toBe(MAYA);
    expect(headerOf(found)).toBe('ACME Holdings, Inc. (ACME): filings for the year to 31 Jan 2026');
    await click('Fill in the form', found);
    const form = JSON.stringify(only((await state()).modals).view.blocks);
    for (const value of ['ACME Holdings, Inc.', '14.2', '96', '610', '18'])
      expect(form).toContain(`"initial_value":"${value}"`);
  });

  it('sets up once it is invited what it had to hold back', async ({ playground: { say } }) => {
    expect(only(await say('/brief weekdays 07:30', { channel: RANDOM })).text).toContain('I am not in');
    const [came, intro] = await say('/invite @Rotation Desk', { channel: RANDOM });
    expect(came?.text).toContain('was added to the channel');
    expect(intro?.text).toContain('Morning brief here, weekdays 07:30');
  });

  it('replaces a private answer in place, and shares it', async ({ playground: { say, click, state } }) => {
    const hidden = only(await say('/ratecut 50bps private'));
    expect(hidden.onlyFor).toBe(MAYA);
    expect(await click('Hike 50 bp', hidden)).toEqual([]);
    const replaced = only((await state()).messages);
    expect(replaced).toMatchObject({ ts: hidden.ts, onlyFor: MAYA });
    expect(headerOf(replaced)).toMatch(/^50 bp hike/);
    await click('Share', replaced);
    const shared = only((await state()).messages);
    expect(shared.onlyFor).toBeUndefined();
    expect(headerOf(shared)).toMatch(/^50 bp hike/);
  });

  it('counts a thumb, and thanks who gave it', async ({ playground: { say, act, state } }) => {
    const answer = only(await say('/views bearish'));
    const thumbs = controlsOf(answer).find(({ action_id: id }) => id === 'feedback');
    const { positive_button: up } = thumbs as unknown as { positive_button: { value: string } };
    const on = { kind: 'message', channel: MACRO, ts: answer.ts } as const;
    const use = {
      user: JONAS,
      kind: 'block action',
      on,
      blockId: thumbs?.blockId ?? '',
      actionId: 'feedback',
    } as const;
    expect(await act({ ...use, value: up.value })).toEqual({ ok: true });
    expect((await state()).messages.at(-1)).toMatchObject({
      onlyFor: JONAS,
      text: expect.stringMatching(/^Thank you/),
    });
  });

  it('answers each suggestion', async ({ playground: { say, state } }) => {
    const { suggestions } = await state();
    expect(suggestions).toHaveLength(3);
    for (const { text } of suggestions) {
      const answer = (await say(text)).at(-1);
      expect(answer).toMatchObject({ author: 'bot' });
      expect(answer?.onlyFor, text).toBeUndefined();
    }
  });
});

describe.concurrent('in a form', { timeout: 20_000 }, () => {
  it('is opened, filled in wrongly, then rightly, and answered where it was opened', async ({ playground }) => {
    const { act, state } = playground;
    const form = await openForm(playground);
    expect(form).toMatchObject({ user: MAYA, view: { type: 'modal' } });
    const wrong = { 'small.floatingShare': '120', 'large.rate': 'a lot' };
    expect(await act({ user: MAYA, kind: 'submit modal', modal: form.id, values: filled(form, wrong) })).toEqual({
      ok: false,
      errors: { 'small.floatingShare.0': 'Between 0 and 100', 'large.rate.0': 'Between 0 and 50' },
    });
    expect((await state()).modals).toHaveLength(1);
    const right = { move: '25', 'small.floatingShare': '60' };
    expect(await act({ user: MAYA, kind: 'submit modal', modal: form.id, values: filled(form, right) })).toEqual({
      ok: true,
    });
    const { modals, messages } = await state();
    expect(modals).toEqual([]);
    expect(messages.at(-1)).toMatchObject({ author: 'bot', threadTs: messages[0]?.ts });
    expect(headerOf(messages.at(-1) as (typeof messages)[number])).toMatch(/^25 bp hike: SmallCap net income −2\.93%/);
    const ofModals = () => playground.changes.map(({ kind }) => kind).filter((kind) => kind.startsWith('modal'));
    await eventually(() => expect(ofModals()).toEqual(['modal', 'modal closed']));
  });

  it('is rendered again on Reset, the move as chosen', async ({ playground }) => {
    const form = await openForm(playground);
    const { blockId, action_id: actionId, value = '' } = labelled('Reset', form.view);
    const use = {
      user: MAYA,
      kind: 'block action',
      on: { kind: 'modal', id: form.id },
      blockId,
      actionId,
      value,
    } as const;
    expect(await playground.act({ ...use, values: filled(form, { move: '-100', 'large.rate': 'nonsense' }) })).toEqual({
      ok: true,
    });
    const again = only((await playground.state()).modals);
    expect(again.id).toBe(form.id);
    expect(JSON.stringify(filled(again))).toContain('"-100"');
    expect(JSON.stringify(filled(again))).not.toContain('nonsense');
  });

  it('is closed by who opened it, and by nobody else', async ({ playground }) => {
    const { id } = await openForm(playground);
    const gone = { ok: false, problem: 'That is no longer there.' };
    expect(await playground.act({ user: JONAS, kind: 'close modal', modal: id })).toEqual(gone);
    expect(await playground.act({ user: JONAS, kind: 'submit modal', modal: id, values: {} })).toEqual(gone);
    expect(await playground.act({ user: MAYA, kind: 'close modal', modal: id })).toEqual({ ok: true });
    expect(await playground.act({ user: MAYA, kind: 'submit modal', modal: id, values: {} })).toEqual(gone);
    expect((await playground.state()).modals).toEqual([]);
  });
});

describe.concurrent('alone with the bot', { timeout: 20_000 }, () => {
  it('answers in the thread of what is said, and offers prompts', async ({ playground: { say, act, state } }) => {
    expect(await act({ user: MAYA, kind: 'open direct message' })).toEqual({ ok: true });
    expect((await state()).prompts[MAYA]).toHaveLength(4);
    const [said, reply] = await say('50bps', { channel: DIRECT });
    expect(reply).toMatchObject({ channel: DIRECT, author: 'bot', threadTs: said?.ts });
    expect((await say('/ratecut hike 25', { channel: DIRECT })).map(({ channel }) => channel)).toEqual([DIRECT]);
  });

  it('shows the Home tab, and answers its buttons by direct message', async ({ playground: { act, state } }) => {
    expect(await act({ user: MAYA, kind: 'open home' })).toEqual({ ok: true });
    const home = (await state()).homes[MAYA];
    if (home === undefined) throw new Error('there is no Home tab');
    const { blockId, action_id: actionId, value = '' } = labelled('All views', home);
    await act({ user: MAYA, kind: 'block action', on: { kind: 'home' }, blockId, actionId, value });
    expect((await state()).messages.map(({ channel }) => channel)).toEqual([DIRECT]);
  });

  it('lets the admin change a setting there, and shows it', async ({ playground: { act, state, say } }) => {
    await act({ user: MAYA, kind: 'open home' });
    const home = async () => (await state()).homes[MAYA] ?? { blocks: [] };
    const list = controlsOf(await home()).find(({ action_id: id }) => id === 'settings:private');
    const set = { 'settings:private': { type: 'multi_conversations_select', selected_conversations: [MACRO] } };
    const use = { user: MAYA, kind: 'block action', on: { kind: 'home' }, actionId: 'settings:private', set } as const;
    expect(await act({ ...use, blockId: list?.blockId ?? '' })).toEqual({ ok: true });
    expect(JSON.stringify(await home())).toContain(`"initial_conversations":["${MACRO}"]`);
    expect(only(await say('/ratecut 50bps')).onlyFor).toBe(MAYA);
    await act({ user: JONAS, kind: 'open home' });
    expect(JSON.stringify((await state()).homes[JONAS])).not.toContain('settings:private');
  });

  it('sends the closes as a file that can be read', async ({ play }) => {
    const { say } = await play({ kind: 'synthetic', seed: 1 });
    const messages = await say('/rotation csv');
    const file = messages.find((message) => message.file !== undefined);
    expect(file).toMatchObject({ channel: DIRECT, threadTs: expect.any(String), isSynthetic: true });
    expect(file?.file).toMatchObject({ name: 'rotation-2026-11-20.csv', title: 'Closes as of 2026-11-20' });
    expect(file?.file?.content.split(/\r?\n/)[1]).toMatch(/^2025-11-19,\d/);
  });
});

describe.concurrent('what cannot be done is said', { timeout: 20_000 }, () => {
  it.for([
    [{ text: '/unknown' }, '/unknown is not a command here.'],
    [
      { text: '/ratecut 50bps', threadTs: '1.000001' },
      'Slack takes no commands in threads. Write the words without the slash.',
    ],
    [{ text: 'and 100?', threadTs: '1.000001' }, 'That thread is not there.'],
    [{ text: '  ' }, 'There is nothing to send.'],
    [{ text: 'hello', channel: 'D0JONAS' }, 'There is no such channel for you.'],
    [{ text: 'hello', channel: 'C0NOWHERE' }, 'There is no such channel for you.'],
    [{ text: '/invite @Rotation Desk' }, 'Rotation Desk is in this channel already.'],
    [{ text: '/remove @Rotation Desk', channel: RANDOM }, 'Rotation Desk is not in this channel.'],
    [{ text: '/invite somebody' }, 'Write /invite @Rotation Desk.'],
    [{ text: '/invite @Rotation Desk', channel: DIRECT }, '/invite is for channels.'],
  ] as const)('of %j', async ([said, problem], { playground: { act, state } }) => {
    expect(await act({ user: MAYA, kind: 'send text', channel: MACRO, ...said })).toEqual({ ok: false, problem });
    expect((await state()).messages).toEqual([]);
  });

  it('of a control that is not there, or not for this person', async ({ playground: { say, act } }) => {
    const hidden = only(await say('/ratecut 50bps private'));
    const { blockId, action_id: actionId } = labelled('Hike 50 bp', hidden);
    const on = { kind: 'message', channel: MACRO, ts: hidden.ts } as const;
    const gone = { ok: false, problem: 'That is no longer there.' };
    expect(await act({ user: JONAS, kind: 'block action', on, blockId, actionId })).toEqual(gone);
    expect(await act({ user: MAYA, kind: 'block action', on, blockId, actionId: 'none' })).toEqual(gone);
    expect(await act({ user: MAYA, kind: 'block action', on: { ...on, ts: '1.000001' }, blockId, actionId })).toEqual(
      gone,
    );
    expect(await act({ user: MAYA, kind: 'block action', on: { kind: 'home' }, blockId, actionId })).toEqual(gone);
  });
});
