import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { it, PHONE, SLOW, saveScreenshot, say } from './fixtures.ts';

const DATA = /^Data: /;

const setClock = async (page: Page, local: string, shown: RegExp): Promise<void> => {
  await page.getByLabel(/^Time of the workspace/).click();
  await page.getByLabel('Date and time').fill(local);
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByLabel(shown).waitFor();
};

const madeUpPrices = async (page: Page): Promise<void> => {
  await page.getByLabel(DATA).click();
  await page.getByRole('radio', { name: 'Synthetic' }).click();
  await page.getByLabel('Data: Made-up prices').waitFor();
  await page.keyboard.press('Escape');
};

describe.skipIf(IS_SKIPPED)('the morning brief', SLOW, () => {
  it('is set up with the form, and a week of it is read in seconds', async ({ open }) => {
    const page = await open();
    await madeUpPrices(page);
    await setClock(page, '2026-11-22T12:00', /Sun 22 Nov 2026, 12:00 in New York/);
    await page.keyboard.press('Escape');
    await say(page, '/brief');
    const form = page.getByRole('dialog', { name: 'New brief' });
    // by its words, as a person does, and back again
    const days = form.getByText('Monday, Tuesday, Wednesday, Thursday, Friday');
    await days.click();
    await form.getByText('Friday', { exact: true }).click();
    await form.getByText('Monday, Tuesday, Wednesday, Thursday', { exact: true }).waitFor();
    await form.getByText('Friday', { exact: true }).click();
    await days.waitFor();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('article').filter({ hasText: 'the first one comes Mon 23 Nov, 07:30 New York' }).waitFor();

    await page.getByLabel(/^Time of the workspace/).click();
    await page.getByRole('button', { name: 'Run a week' }).click();
    await page.getByLabel(/Sun 29 Nov 2026, 12:0\d in New York/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Run a week' }).waitFor({ state: 'hidden' });
    const briefs = page.getByRole('article').filter({ hasText: 'Morning brief ·' });
    await expect.poll(() => briefs.count()).toBe(5);
    const thanksgiving = page.getByRole('heading', { name: /NYSE is closed today: Thanksgiving/ });
    await thanksgiving.scrollIntoViewIfNeeded();
    const friday = briefs.last();
    await friday.getByText('NYSE opens 9:30 ET, closes early 13:00 ET').waitFor();
    await saveScreenshot(page, 'desktop-brief');

    await friday.getByText('1 reply').click();
    await page.getByRole('article').filter({ hasText: 'Behind the brief of Fri 27 Nov' }).waitFor();
  });

  it('has a form whose fields stay inside it on a phone', async ({ open }) => {
    const page = await open(PHONE);
    await say(page, '/brief');
    const form = page.getByRole('dialog', { name: 'New brief' });
    const often = await form.getByLabel('How often').boundingBox();
    const whole = await form.boundingBox();
    if (often === null || whole === null) return expect.unreachable();
    expect(often.x + often.width).toBeLessThanOrEqual(whole.x + whole.width - 20);
    await form.getByLabel('Time', { exact: true }).fill('7.45am');
    await form.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('article').filter({ hasText: '07:45 New York' }).first().waitFor();
  });

  it('is listed in App Home, paused there and removed', async ({ open }) => {
    const page = await open();
    await say(page, '/brief weekdays 07:30 #macro');
    await page.getByRole('article').filter({ hasText: '/brief preview' }).waitFor();
    await page.getByRole('link', { name: /Rotation Desk/ }).click();
    await page
      .getByRole('tab', { name: 'Home' })
      .or(page.getByRole('link', { name: 'Home' }))
      .first()
      .click();
    await page.getByRole('button', { name: 'Pause this brief' }).click();
    await page.getByRole('button', { name: 'Resume this brief' }).waitFor();
    await saveScreenshot(page, 'desktop-home');
    await page.getByRole('button', { name: 'Remove this brief' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('none of yours yet').waitFor();
  });
});
