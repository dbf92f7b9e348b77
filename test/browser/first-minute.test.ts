import { describe, expect } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { askCut50, CUT_50, it, SLOW, saveScreenshot } from './fixtures.ts';

describe.skipIf(IS_SKIPPED)('a first visit', SLOW, () => {
  it('goes from one click to a read answer, a button and a follow-up in the thread', async ({ open }) => {
    const page = await open();
    await saveScreenshot(page, 'desktop-first');
    await askCut50(page);
    await saveScreenshot(page, 'desktop-ratecut');
    const table = page.getByRole('table', { name: 'What a 50 bp cut does in a year' });
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      'Company\tNet income\tInterest p.a.\tCover',
      'SmallCap\t+4.39%\t−$2.61m\t2.66×',
      'LargeCap\t+0.23%\t−$8.87m\t10.99×',
    ]);

    await page.getByRole('button', { name: 'Cut 25 bp' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('heading', { name: '25 bp cut: SmallCap net income +2.19%' }).waitFor();
    const reply = thread.getByRole('textbox', { name: 'Reply in the thread' });
    await reply.fill('who is bearish');
    await reply.press('Enter');
    await thread.getByRole('heading', { name: '4 lean bearish' }).waitFor();
    await saveScreenshot(page, 'desktop-thread');
    expect(await thread.getByRole('heading', { name: '4 lean bearish' }).innerText()).toContain('Calvasina');

    await reply.press('Escape');
    await thread.waitFor({ state: 'detached' });
  });

  it('changes assumptions in a form that says what is wrong where it is wrong', async ({ open }) => {
    const page = await open();
    await askCut50(page);
    await page.getByRole('button', { name: 'Change assumptions' }).click();
    const form = page.getByRole('dialog', { name: 'Change assumptions' });
    const share = form.getByLabel('Floating share of debt, %').first();
    await share.fill('500');
    await share.press('Enter');
    await form.getByText('Between 0 and 100').waitFor();
    await saveScreenshot(page, 'desktop-form-error');
    expect(await form.getByRole('textbox', { description: 'Between 0 and 100' }).count()).toBe(1);
    // the field with the error has the focus
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('60');
    await form.getByRole('button', { name: 'Recalculate' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('complementary', { name: 'Thread' }).getByRole('heading', { name: '+5.85%' }).waitFor();
  });

  it('closes a form on Escape, and gives the focus back to where it was', async ({ open }) => {
    const page = await open();
    await askCut50(page);
    const opener = page.getByRole('button', { name: 'Change assumptions' });
    await opener.press('Enter');
    const form = page.getByRole('dialog', { name: 'Change assumptions' });
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Change assumptions');
  });

  it('completes commands with the keyboard alone, and sends with Enter', async ({ open }) => {
    const page = await open();
    const composer = page.getByRole('textbox', { name: 'Message #macro' });
    await composer.pressSequentially('/r');
    const options = page.getByRole('option');
    expect(await options.count()).toBeGreaterThan(1);
    await saveScreenshot(page, 'desktop-completion');
    await composer.press('ArrowDown');
    await composer.press('ArrowUp');
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/ratecut ');
    await composer.pressSequentially('50bps');
    await composer.press('Shift+Enter');
    expect(await composer.inputValue()).toBe('/ratecut 50bps\n');
    await composer.press('Enter');
    await page.getByRole('heading', { name: CUT_50 }).waitFor();
    expect(await composer.inputValue()).toBe('');
  });

  it('opens the thread in which a mention is answered, and Home with its buttons', async ({ open }) => {
    const page = await open();
    await page.getByRole('button', { name: 'Which figures are wrong?' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('heading', { level: 3 }).first().waitFor();

    await page.getByRole('link', { name: 'Rotation Desk' }).click();
    // the prompts that the bot offers under Messages
    await page.getByRole('button', { name: 'Who is bearish?' }).waitFor();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('table', { name: /Analyst notes/ }).waitFor();
    await saveScreenshot(page, 'desktop-home');
    await page.getByRole('button', { name: 'Index ratio' }).click();
    await page.getByRole('link', { name: /^Messages/ }).click();
    await page.getByRole('article').first().waitFor();
  });
});
