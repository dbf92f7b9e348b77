import { describe, expect } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { it, SLOW, saveScreenshot, say, WAITING } from './fixtures.ts';

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
    await saveScreenshot(page, 'desktop-clock-run');
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
