import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityViolations, IS_SKIPPED } from './chromium.ts';
import { askCut50, it, PHONE, SLOW, saveScreenshot } from './fixtures.ts';

const hasNoSidewaysScroll = async (page: Page): Promise<void> => {
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
};

const SCREENS = [
  ['desktop', {}],
  ['phone', PHONE],
] as const;

describe.skipIf(IS_SKIPPED).each(SCREENS)('on a %s', SLOW, (screen, device) => {
  it.for(['light', 'dark'] as const)('is accessible, in %s', async (colorScheme, { open }) => {
    const page = await open({ ...device, colorScheme });
    const look = async (name: string): Promise<void> => {
      await saveScreenshot(page, `${screen}-${colorScheme}-${name}`);
      await hasNoSidewaysScroll(page);
      expect(await accessibilityViolations(page), name).toEqual([]);
    };
    await look('first');
    await askCut50(page);
    await look('answer');
    await page.getByText('Working and assumptions', { exact: true }).click();
    await look('unfolded');
    await page.getByRole('button', { name: 'Raw' }).click();
    await look('raw');
    await page.getByRole('button', { name: 'Raw' }).click();
    await page.getByLabel(/^Data: /).click();
    await look('data');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Change assumptions' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Interest rate, %').first().fill('abc');
    await page.getByRole('button', { name: 'Recalculate' }).click();
    await page.locator('[aria-invalid]').waitFor();
    await look('form');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await page.goto('/#/home');
    await page.getByRole('table').waitFor();
    await look('home');
    await page.goto('/#/menu');
    await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
    await look('menu');
  });
});

describe.skipIf(IS_SKIPPED)('the theme', SLOW, () => {
  it('follows the system until one is chosen, and keeps the choice', async ({ open }) => {
    const page = await open({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Show it light' }).click();
    await page.getByRole('button', { name: 'Show it dark' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Show it dark' }).waitFor();
    expect(await page.evaluate('getComputedStyle(document.querySelector("main")).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
  });
});

describe.skipIf(IS_SKIPPED)('on a phone', SLOW, () => {
  it('shows one pane at a time, and goes back', async ({ open }) => {
    const page = await open(PHONE);
    await askCut50(page);
    await page.getByRole('button', { name: 'Reply' }).tap();
    const reply = page.getByRole('textbox', { name: 'Reply in the thread' });
    await reply.fill('who is bearish');
    await page.getByRole('button', { name: 'Send' }).tap();
    await page
      .getByRole('complementary', { name: 'Thread' })
      .getByRole('heading', { name: '4 lean bearish' })
      .waitFor();
    await saveScreenshot(page, 'phone-thread');
    expect(await page.getByRole('main').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Back to #macro' }).tap();
    await page.getByRole('main').waitFor();
    await page.getByRole('button', { name: 'Channels' }).tap();
    await page.getByRole('link', { name: 'general' }).tap();
    await page.getByRole('heading', { name: 'general' }).waitFor();
  });
});
