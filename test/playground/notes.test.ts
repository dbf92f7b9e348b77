import { describe, expect } from 'vitest';
import type { ControlValues, OpenModal, PostedMessage } from '../../src/playground/protocol.ts';
import { plain } from '../e2e/workspace.ts';
import { pdfOf } from '../note-files/made-files.ts';
import { NOTE_TEXT } from '../team-notes/made-draft.ts';
import { controlsOf, DIRECT, headerOf, it, MACRO, MAYA, only, type TestPlayground } from './playground-client.ts';

/** What the inputs of a form begin with, some of them otherwise. */
const filled = ({ view }: OpenModal, otherwise: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    view.blocks.flatMap((block): (readonly [string, ControlValues])[] => {
      if (block.type !== 'input') return [];
      const { block_id: id, element } = block;
      const { action_id: action, type } = element;
      if (element.type === 'plain_text_input')
        return [[id, { [action]: { type, value: otherwise[id] ?? element.initial_value ?? null } }]];
      if (element.type === 'datepicker')
        return [[id, { [action]: { type, selected_date: otherwise[id] ?? element.initial_date ?? null } }]];
      return [];
    }),
  );

const openModal = async ({ state }: TestPlayground): Promise<OpenModal> => {
  const modal = (await state()).modals.at(-1);
  if (modal === undefined) throw new Error('no form is open');
  return modal;
};

/** Sends a pdf in the direct message; the bot's reply. */
const sendPdf = async ({ act, state }: TestPlayground): Promise<PostedMessage | undefined> => {
  // as long as a line of the page is, so that none runs over its edge
  const lines = NOTE_TEXT.split('\n').flatMap((line) => (line === '' ? [''] : (line.match(/.{1,90}(?:\s|$)/g) ?? [])));
  const base64 = Buffer.from(pdfOf([lines.map((line) => line.trim())])).toString('base64');
  expect(await act({ user: MAYA, kind: 'send file', channel: DIRECT, name: 'refinancing.pdf', base64 })).toEqual({
    ok: true,
  });
  return (await state()).messages.at(-1);
};

describe.concurrent('a note in the playground', { timeout: 40_000 }, () => {
  it('is added from a pdf, confirmed in a few clicks, and cited first with its day and place', async ({
    playground,
  }) => {
    const { act, click, say } = playground;
    const found = await sendPdf(playground);
    expect(headerOf(found as PostedMessage)).toMatch(/claims found/);
    const label = controlsOf(found as PostedMessage)[0]?.text?.text ?? '';
    await click(label, found as PostedMessage);
    const details = await openModal(playground);
    expect(details.view.callback_id).toBe('note-details');
    const publisher = { 'note-publisher': 'Norrgate Research', 'note-date': '2026-09-18', 'note-title': 'Refinancing' };
    await act({ user: MAYA, kind: 'submit modal', modal: details.id, values: filled(details, publisher) });
    const review = await openModal(playground);
    expect(review.view.callback_id).toBe('note-review');
    const before = plain(review.view.submit.text);
    const select = controlsOf(review.view).find(({ action_id: id }) => id.startsWith('note-choice:'));
    if (select === undefined) throw new Error('there is nothing to choose');
    const drop = { [select.action_id]: { type: 'static_select', selected_option: { value: 'drop' } } };
    await act({
      ...{ user: MAYA, kind: 'block action', on: { kind: 'modal', id: review.id } },
      ...{ blockId: select.blockId, actionId: select.action_id, set: drop, values: { [select.blockId]: drop } },
    });
    const after = await openModal(playground);
    expect(after.id).toBe(review.id);
    expect(plain(after.view.submit.text)).not.toBe('');
    expect(before).toMatch(/^Confirm \d$/);
    const keep = { [select.action_id]: { type: 'static_select', selected_option: { value: 'bearish' } } };
    const again = controlsOf(after.view).find(({ action_id: id }) => id === select.action_id);
    await act({
      ...{ user: MAYA, kind: 'block action', on: { kind: 'modal', id: review.id } },
      ...{ blockId: again?.blockId ?? '', actionId: select.action_id, set: keep, values: {} },
    });
    await act({ user: MAYA, kind: 'submit modal', modal: review.id, values: {} });
    expect((await playground.state()).modals).toEqual([]);
    expect(plain((await playground.state()).messages.at(-1)?.text)).toMatch(/^Note T1: 4 claims in the library/);
    const [, answer] = await say('who is bearish?', { channel: DIRECT });
    const cited = plain(answer?.text).match(/\((?:T1|00\d), [^)]*para \d+[^)]*\)/g) ?? [];
    expect(cited[0]).toMatch(/^\(T1, 18 Sep, para \d+/);
  });

  it('refuses a file that is none of its conversation, and has none for strangers', async ({ playground }) => {
    const base64 = Buffer.from(NOTE_TEXT).toString('base64');
    expect(
      await playground.act({ user: MAYA, kind: 'send file', channel: MACRO, name: 'a.txt', base64 }),
    ).toMatchObject({ ok: false });
    await playground.act({ user: MAYA, kind: 'send file', channel: DIRECT, name: 'a.txt', base64 });
    const sent = (await playground.state()).messages.find(({ sharedFile }) => sharedFile !== undefined);
    expect((await fetch(`${playground.address}/files/${sent?.sharedFile?.id}`)).status).toBe(404);
  });

  it('begins from a message by its shortcut', async ({ playground }) => {
    const [said] = await playground.say(NOTE_TEXT, { channel: MACRO });
    const { name, callback } = only((await playground.state()).shortcuts);
    expect(name).toBe('Add as a note');
    const ts = said?.ts ?? '';
    await playground.act({ user: MAYA, kind: 'message shortcut', channel: MACRO, ts, callback });
    expect((await openModal(playground)).view.callback_id).toBe('note-details');
  });

  it('is pasted as Slack lets it: 3,000 characters a field', async ({ playground }) => {
    await playground.say('/note add', { channel: MACRO });
    const form = await openModal(playground);
    const values = filled(form, { 'note-text-1': `${NOTE_TEXT}${'More of it. '.repeat(300)}` });
    expect(await playground.act({ user: MAYA, kind: 'submit modal', modal: form.id, values })).toEqual({
      ok: false,
      errors: { 'note-text-1': 'At most 3,000 characters' },
    });
  });
});
