import { describe, expect } from 'vitest';
import { accessibilityViolations, IS_SKIPPED } from './chromium.ts';
import { it, PHONE, SLOW, saveScreenshot } from './fixtures.ts';

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
