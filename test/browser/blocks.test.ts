import { describe, expect } from 'vitest';
import { accessibilityViolations, IS_SKIPPED } from './chromium.ts';
import { botMessage, stateWith } from './fake-server.ts';
import { it, SLOW, saveScreenshot } from './fixtures.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const options = (...values: readonly string[]) => values.map((value) => ({ text: plain(value), value }));
const input = (label: string, element: object, more: object = {}) => ({
  ...{ type: 'input', label: plain(label), element: { action_id: 'value', ...element } },
  ...more,
});

const FORM = [
  input('Channel', { type: 'conversations_select', filter: { include: ['public'] } }, { block_id: 'where' }),
  input(
    'Days',
    { type: 'checkboxes', options: options('Mon', 'Tue'), initial_options: options('Mon') },
    { block_id: 'days' },
  ),
  input('Time', { type: 'timepicker', initial_time: '07:30' }, { block_id: 'time' }),
  input('From', { type: 'datepicker', initial_date: '2026-11-23' }, { block_id: 'from' }),
  input('Kind', { type: 'radio_buttons', options: options('short', 'long') }, { block_id: 'kind' }),
  input('Moves', { type: 'multi_static_select', options: options('25', '50') }, { block_id: 'moves', optional: true }),
  input('Level', { type: 'number_input', is_decimal_allowed: true }, { block_id: 'level', hint: plain('A ratio') }),
];

const MODAL = {
  id: 'V1',
  user: 'U1',
  view: {
    type: 'modal',
    callback_id: 'brief',
    title: plain('New brief'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: FORM,
  },
} as never;

describe.skipIf(IS_SKIPPED)('the blocks of Slack', SLOW, () => {
  it('show their words as they are, and never nothing', async ({ stage }) => {
    const { page } = await stage(
      stateWith({
        messages: [
          botMessage([
            { type: 'header', text: plain('R&amp;D &lt;b&gt; *x* 9:30–16:00') },
            {
              type: 'section',
              text: mrkdwn('*Bold* _it_ `co` ~no~ &lt;i&gt; <@U2> <#C2|general> <https://a.example|there>'),
            },
            { type: 'context', elements: [mrkdwn('<!date^1795185000^{date_short} {time}|Friday>')] },
            {
              type: 'rich_text',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    { type: 'text', text: '*literal* <b> &amp; 9:30–16:00', style: { bold: true } },
                    { type: 'text', text: 'x = 2', style: { code: true } },
                    { type: 'user', user_id: 'U2' },
                  ],
                },
                {
                  type: 'rich_text_list',
                  style: 'bullet',
                  elements: ['first', 'second'].map((text) => ({
                    type: 'rich_text_section',
                    elements: [{ type: 'text', text }],
                  })),
                },
                { type: 'rich_text_quote', elements: [] },
              ],
            },
            { type: 'card', title: plain('a card') },
            { type: 'image', image_url: 'https://a.example/x.png', alt_text: 'x' },
            { type: 'hologram' },
            { type: 'actions', elements: [{ type: 'workflow_button', action_id: 'w', text: plain('Flow') }] },
          ]),
          botMessage([], { ts: '2.000001', refused: ['blocks[1].text: more than 3000 characters'] }),
          botMessage([], {
            ts: '3.000001',
            text: 'closes',
            file: { name: 'c.csv', title: 'Closes', content: 'date,ratio\n2026-11-20,0.343\n' },
          }),
        ],
      }),
    );
    const [first, second, third] = ['said', 'refuse', 'Closes'].map((_, index) => page.getByRole('article').nth(index));
    expect(await first?.getByRole('heading', { level: 3 }).innerText()).toBe('R&D <b> *x* 9:30–16:00');
    const bold = first?.locator('strong').filter({ hasText: '*literal* <b> &amp; 9:30–16:00' });
    expect(await bold?.count()).toBe(1);
    expect(await first?.locator('code').filter({ hasText: 'x = 2' }).count()).toBe(1);
    expect(await first?.getByRole('listitem').allInnerTexts()).toEqual(['first', 'second']);
    const words = (await first?.innerText()) ?? '';
    expect(words).toContain('Bold it co no <i> @Jonas #general there');
    expect(words).toContain('20 Nov 2026 09:30');
    for (const type of ['user', 'rich_text_quote', 'card', 'image', 'hologram', 'workflow_button'])
      expect(words).toContain(`This page cannot draw ${type}`);
    expect(await first?.getByRole('link', { name: 'there' }).getAttribute('href')).toBe('https://a.example');
    expect(await second?.innerText()).toContain('more than 3000 characters');
    expect(await third?.innerText()).toContain('c.csv, 2 lines, 28 bytes');
    expect(await accessibilityViolations(page)).toEqual([]);
    await saveScreenshot(page, 'blocks-message');
  });

  it('send the bot the values of a form as Slack does', async ({ stage }) => {
    const { page, actions, answers } = await stage(stateWith({ modals: [MODAL] }));
    const form = page.getByRole('dialog', { name: 'New brief' });
    await form.getByLabel('Channel').selectOption('#general');
    await form.getByRole('checkbox', { name: 'Tue' }).check();
    expect(await form.getByLabel('From').inputValue()).toBe('23 Nov 2026');
    await form.getByLabel('From').fill('24 november 2026');
    await form.getByLabel('Time').fill('8:15');
    expect(await form.getByLabel('From').inputValue()).toBe('24 Nov 2026');
    await form.getByRole('radio', { name: 'long' }).check();
    await form.getByLabel('Moves').click();
    await form.getByRole('checkbox', { name: '50' }).check();
    await page.keyboard.press('Escape');
    await form.getByLabel('Level').fill('0.4');
    await saveScreenshot(page, 'blocks-form');
    expect(await accessibilityViolations(page)).toEqual([]);
    answers.push({ ok: false, errors: { kind: 'Choose short', where: 'I am not in #general' } });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('I am not in #general').waitFor();
    expect(await form.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    expect(actions).toMatchObject([
      {
        kind: 'submit modal',
        modal: 'V1',
        values: {
          where: { value: { type: 'conversations_select', selected_conversation: 'C2' } },
          days: { value: { selected_options: [{ value: 'Mon' }, { value: 'Tue' }] } },
          time: { value: { selected_time: '08:15' } },
          from: { value: { selected_date: '2026-11-24' } },
          kind: { value: { selected_option: { value: 'long' } } },
          moves: { value: { selected_options: [{ value: '50' }] } },
          level: { value: { value: '0.4' } },
        },
      },
    ]);
    await page.keyboard.press('Escape');
    await expect.poll(() => actions.at(-1)).toMatchObject({ kind: 'close modal', modal: 'V1' });
  });

  it('ask for confirmation where they have to, and send what a menu was set to', async ({ stage }) => {
    const confirm = {
      title: plain('Remove it?'),
      text: plain('It stops at once.'),
      confirm: plain('Remove'),
      deny: plain('Keep'),
    };
    const { page, actions } = await stage(
      stateWith({
        messages: [
          botMessage([
            {
              type: 'section',
              text: mrkdwn('*#macro*  weekdays 7:30'),
              accessory: { type: 'overflow', action_id: 'brief', options: options('Pause', 'Remove'), confirm },
            },
            {
              type: 'actions',
              elements: [
                { type: 'static_select', action_id: 'size', placeholder: plain('Size'), options: options('25', '50') },
                { type: 'button', action_id: 'go', text: plain('Go'), value: 'now', style: 'danger', confirm },
              ],
            },
            {
              type: 'context_actions',
              elements: [
                {
                  ...{ type: 'feedback_buttons', action_id: 'thumb' },
                  positive_button: { text: plain('Good'), value: 'up', accessibility_label: 'This helped' },
                  negative_button: { text: plain('Bad'), value: 'down', accessibility_label: 'This did not help' },
                },
              ],
            },
          ]),
        ],
      }),
    );
    await page.getByLabel('More actions').click();
    await page.getByRole('button', { name: 'Remove' }).click();
    const asked = page.getByRole('dialog', { name: 'Remove it?' });
    await saveScreenshot(page, 'blocks-confirm');
    await asked.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    await asked.getByRole('button', { name: 'Remove' }).click();
    await page.getByLabel('Size').selectOption('50');
    await page.getByRole('button', { name: 'This helped' }).click();
    await page.getByRole('button', { name: 'This helped', pressed: true }).waitFor();
    await expect.poll(() => actions.length).toBe(3);
    const on = { kind: 'message', channel: 'C1', ts: '1.000001' };
    expect(actions).toMatchObject([
      { kind: 'block action', user: 'U1', on, blockId: 'b1', actionId: 'go', value: 'now' },
      {
        kind: 'block action',
        on,
        blockId: 'b1',
        actionId: 'size',
        set: { size: { selected_option: { value: '50' } } },
      },
      { kind: 'block action', on, blockId: 'b2', actionId: 'thumb', value: 'up' },
    ]);
  });
});
