import { describe, expect } from 'vitest';
import { accessibilityViolations, IS_SKIPPED } from './chromium.ts';
import { dropFile, it, PHONE, SLOW, saveScreenshot, say, WAITING } from './fixtures.ts';

const OVER = 'Drop the CSV of closes';
const CLOSES = 'date,rut_close,spx_close\n2026-03-12,10,40\n2026-03-13,11,40\n';

describe.skipIf(IS_SKIPPED)('the data', SLOW, () => {
  it('are missing on the first screen, which says why and offers made-up prices in one click', async ({ open }) => {
    const page = await open();
    const offer = page.getByRole('region', { name: 'No prices yet' });
    expect(await offer.innerText()).toContain('Index history belongs to its owners, so none is shipped.');
    await offer.getByRole('button', { name: 'Use made-up prices' }).click();
    await page.getByLabel('Data: Made-up prices').waitFor();
    await page.getByText('Answers rest on made-up prices.').waitFor();
    await say(page, '/rotation');
    await page.getByRole('img', { name: /^Line chart/ }).waitFor();
  });

  it('are a file of closes that the first screen lets choose in one click', async ({ open }) => {
    const page = await open();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a CSV of closes' }).first().click();
    await (await chosen).setFiles({ name: 'closes.csv', mimeType: 'text/csv', buffer: Buffer.from(CLOSES) });
    await page.getByText('Answers rest on closes to 13 Mar 2026, your file closes.csv.').waitFor();
  });

  it('are a CSV dropped anywhere with the mouse, or its wrong line and column are said', async ({ open }) => {
    const page = await open();
    await dropFile(page, 'closes.csv', 'day,russell\n2026-01-02,2400\n', OVER);
    const told = page.getByRole('alert');
    await told.getByText('line 1: no column holds closes').waitFor();
    expect(await told.innerText()).toContain('closes.csv');
    await saveScreenshot(page, 'desktop-csv');

    await dropFile(page, 'closes.csv', CLOSES, OVER);
    await page.getByLabel(/^Data: closes to 13 Mar 2026/).waitFor();
    expect(await told.innerText()).toBe('');
    // a file that is dropped opens nowhere
    expect(page.url()).toMatch(/^http:/);
  });
});

describe.skipIf(IS_SKIPPED)('the clock', SLOW, () => {
  it('is set in words as messages write them, runs ahead and goes back', async ({ open }) => {
    const page = await open();
    await page.getByLabel(/^Time of the workspace/).click();
    const field = page.getByRole('textbox', { name: 'Date and time' });
    expect(await field.inputValue()).toMatch(/^\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d$/);
    await field.fill('31 Nov 2026, 8:00');
    await field.press('Enter');
    await page.getByText('A day and a time, such as ').waitFor();
    await field.fill('25 Nov 2026, 8:00');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByLabel(/Wed 25 Nov 2026, 08:00 in New York/).waitFor();
    await page.getByRole('button', { name: 'Run to morning' }).click();
    await page.getByLabel(/Wed 25 Nov 2026, 09:00 in New York/).waitFor();
    await page.getByRole('button', { name: 'Run a week' }).click();
    await page.getByLabel(/Wed 2 Dec 2026, 09:00 in New York/).waitFor();
    await page.getByRole('button', { name: 'Back to this machine’s time' }).click();
    await page.getByRole('button', { name: 'Back to this machine’s time', disabled: true }).waitFor();
  });

  it('shows how far a run has come, and stops where it is told to', async ({ open, program }) => {
    const page = await open();
    await say(page, '/brief every day 07:30 #macro');
    await page.getByRole('article').filter({ hasText: '/brief preview' }).waitFor();
    // a month, so that there is time to stop it
    const run = fetch(`${program.address}/playground/action`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'U0MAYA', kind: 'advance clock', minutes: 31 * 24 * 60 }),
    });
    const progress = page.getByRole('progressbar', {
      name: /^The clock runs to \w{3} \d{1,2} \w{3} \d{4}, \d\d:\d\d$/,
    });
    await progress.waitFor();
    const share = () => progress.evaluate((bar) => Number(bar.getAttribute('value')) / Number(bar.getAttribute('max')));
    await expect.poll(share, WAITING).toBeGreaterThan(0);
    expect(await share()).toBeLessThan(1);
    await page.getByRole('button', { name: 'Stop the clock' }).click();
    await progress.waitFor({ state: 'detached' });
    expect(await (await run).json()).toEqual({ ok: true });
    const briefs = await page.getByRole('article').filter({ hasText: 'Morning brief ·' }).count();
    expect(briefs).toBeLessThan(31);
    await page
      .getByLabel(/^Time of the workspace/)
      .getByText('set')
      .waitFor();
  });
});

describe.skipIf(IS_SKIPPED)('the Slackbot conversation', SLOW, () => {
  it('calls a tool by its form, draws its blocks, and replaces them where a control calls again', async ({ open }) => {
    const page = await open();
    await page.getByRole('link', { name: 'Slackbot' }).click();
    await page.getByText('Effect of a Fed rate move').click();
    await page.getByRole('combobox', { name: 'direction' }).selectOption('cut');
    await page.getByRole('textbox', { name: 'sizeBps' }).fill('50');
    await page.getByRole('button', { name: 'Call rate_move' }).click();
    const message = page.getByRole('article');
    await message.getByRole('heading', { name: '50 bp cut: SmallCap net income +4.39%' }).waitFor();
    await page.getByText('Effect of a Fed rate move').click();
    await saveScreenshot(page, 'desktop-slackbot');
    expect(await accessibilityViolations(page)).toEqual([]);

    await message.getByRole('combobox', { name: 'Another move' }).selectOption({ label: 'Hike 50 bp' });
    await message.getByRole('heading', { name: '50 bp hike' }).waitFor();
    await message.getByRole('button', { name: 'All views' }).click();
    await message.getByRole('heading', { name: /bullish/ }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await message.getByText('Figures, views and sources').click();
    expect(await message.locator('pre:visible').innerText()).toContain('"kind": "views"');
  });

  it('shows a wrong argument as the tool says it, on a phone too', async ({ open }) => {
    const page = await open(PHONE);
    await page.goto('/#/slackbot');
    await page.getByText('Effect of a Fed rate move').click();
    await page.getByRole('combobox', { name: 'direction' }).selectOption('hold');
    await page.getByRole('textbox', { name: 'sizeBps' }).fill('-5');
    await page.getByRole('button', { name: 'Call rate_move' }).click();
    await page.getByRole('article').getByText('Argument sizeBps: must be above 0').first().waitFor();
    await saveScreenshot(page, 'phone-slackbot');
  });
});
