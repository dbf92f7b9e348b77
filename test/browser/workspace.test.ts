import { describe, expect } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { askCut50, it, SLOW, saveScreenshot, startOver } from './fixtures.ts';

const DATA = /^Data: /;

describe.skipIf(IS_SKIPPED)('the workspace', SLOW, () => {
  it('labels every message that rests on made-up prices', async ({ open }) => {
    const page = await open();
    await page.getByLabel(DATA).click();
    await page.getByRole('radio', { name: 'Synthetic' }).click();
    await page.getByLabel('Data: Made-up prices').waitFor();
    await page.keyboard.press('Escape');
    const composer = page.getByRole('textbox', { name: 'Message #macro' });
    await composer.fill('/rotation');
    await composer.press('Enter');
    await page.getByRole('img', { name: /^Line chart/ }).waitFor();
    const answer = page.getByRole('article').last();
    expect(await answer.innerText()).toContain('Synthetic data');
    await saveScreenshot(page, 'desktop-rotation');

    await answer.getByRole('button', { name: /^Show the numbers of .* as a table$/ }).click();
    expect(
      await answer
        .getByRole('table', { name: /Russell lead/ })
        .getByRole('row')
        .count(),
    ).toBeGreaterThan(5);
  });

  it('shows HTML in a message as text', async ({ open }) => {
    const page = await open();
    const composer = page.getByRole('textbox', { name: 'Message #macro' });
    const html = '<img src=x onerror="document.title=1"><b>bold</b> & 9:30–16:00';
    await composer.fill(html);
    await composer.press('Enter');
    await page.getByRole('article').filter({ hasText: html }).waitFor();
    expect(await page.title()).toBe('Rotation Desk playground');
    expect(await page.locator('article img, article b').count()).toBe(0);
  });

  it('shows and copies the JSON that would go to Slack', async ({ open }) => {
    const page = await open();
    await askCut50(page);
    await page.getByRole('button', { name: 'Raw' }).click();
    const raw = page.getByRole('region', { name: 'What goes to Slack: chat.postMessage' });
    await raw.getByRole('button', { name: 'Copy for Block Kit Builder' }).click();
    await raw.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = JSON.parse(String(await page.evaluate('navigator.clipboard.readText()'))) as {
      readonly blocks: readonly { readonly type: string }[];
    };
    expect(copied.blocks[0]).toMatchObject({ type: 'header', text: { type: 'plain_text' } });
    expect(Object.keys(copied)).toEqual(['blocks']);
    await saveScreenshot(page, 'desktop-raw');
    await page.getByRole('button', { name: 'Raw', pressed: true }).click();
    await page.getByRole('table').waitFor();
  });

  it('marks a private answer, and shows it to nobody else', async ({ open }) => {
    const page = await open();
    const composer = page.getByRole('textbox', { name: 'Message #macro' });
    await composer.fill('/ratecut abc');
    await composer.press('Enter');
    await page.getByText('Only visible to you').waitFor();
    await page.getByRole('radio', { name: 'Jonas Weck' }).check({ force: true });
    await page.getByRole('heading', { name: 'Ask Rotation Desk' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('starts over in the same place, and remembers the chosen user over a reload', async ({ open }) => {
    const page = await open();
    await page.getByRole('radio', { name: 'Jonas Weck' }).check({ force: true });
    await page.getByRole('link', { name: /Rotation Desk/ }).click();
    await page.getByRole('button', { name: 'Who is bearish?' }).waitFor();
    await startOver(page);
    await page.getByRole('button', { name: 'Who is bearish?' }).waitFor();
    await page.getByText('Home', { exact: true }).click();
    await page.getByText('Morning briefs').waitFor();
    await startOver(page);
    await page.getByText('Morning briefs').waitFor();
    await page.reload();
    await page.getByText('Morning briefs').waitFor();
    expect(await page.getByRole('radio', { name: 'Jonas Weck' }).isChecked()).toBe(true);
  });

  it('reads out what the bot says', async ({ open }) => {
    const page = await open();
    await askCut50(page);
    expect(await page.locator('[data-announced]').textContent()).toMatch(/^Rotation Desk: 50 bp cut: SmallCap/);
  });
});
