import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pdfOf } from '../note-files/made-files.ts';
import { NOTE_TEXT } from '../team-notes/made-draft.ts';
import { IS_SKIPPED } from './chromium.ts';
import { dropFile, it, SLOW, saveScreenshot } from './fixtures.ts';

const PDF = pdfOf([
  NOTE_TEXT.split('\n').flatMap((line) => (line.match(/.{1,90}(?:\s|$)/g) ?? ['']).map((part) => part.trim())),
]);

const openMessages = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: 'Rotation Desk' })
    .or(page.getByRole('button', { name: 'Rotation Desk' }))
    .first()
    .click();

describe.skipIf(IS_SKIPPED)('a note of one’s own', SLOW, () => {
  it('goes from a pdf through its review to the view that is cited first', async ({ open }) => {
    const page = await open();
    await openMessages(page);
    const file = { name: 'refinancing.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
    await page.locator('.composer input[type=file]').first().setInputFiles(file);
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Nothing is in the library yet').waitFor();
    await thread.getByRole('button', { name: /^Review \d claims?$/ }).click();
    const details = page.getByRole('dialog', { name: 'What note is it?' });
    await details.getByLabel('Title').fill('Refinancing outruns the Fed');
    await details.getByLabel('Publisher').fill('Norrgate Research');
    await details.getByRole('button', { name: 'Review claims' }).click();
    const review = page.getByRole('dialog', { name: 'Review claims' });
    await review.waitFor();
    await saveScreenshot(page, 'desktop-note-review');
    const boxes = review.getByRole('combobox');
    const sided = boxes.filter({ has: page.locator('option[value=bearish]') });
    for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).selectOption('keep');
    await sided.first().selectOption('bearish');
    await review.getByRole('button', { name: /^Confirm \d$/ }).click();
    await page
      .getByText(/is in the library as note.T1\./)
      .first()
      .waitFor();
    const say = page.getByRole('textbox', { name: /^Message/ }).first();
    await say.fill('who is bearish?');
    await say.press('Enter');
    await thread.getByRole('heading', { name: /^5 lean bearish, led by/ }).waitFor();
    const cited = await thread.getByText(/para.\d+/).allInnerTexts();
    expect(cited[0]).toMatch(/\(T1,.*para.\d+/s);
    await saveScreenshot(page, 'desktop-note-cited');
  });

  it('is a file that is dropped under Messages; elsewhere it is said where it goes', async ({ open }) => {
    const page = await open();
    await dropFile(page, 'refinancing.pdf', PDF, 'Drop the CSV of closes');
    await page.getByRole('alert').getByText('A note goes to Rotation Desk: open Messages').waitFor();
    await openMessages(page);
    await dropFile(page, 'refinancing.pdf', PDF, 'Drop a note, or a CSV of closes');
    // the thread opens by itself
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Nothing is in the library yet').waitFor();
    await thread.getByRole('button', { name: /^Review \d claims?$/ }).click();
    const details = page.getByRole('dialog', { name: 'What note is it?' });
    await details.getByLabel('Publisher').fill('Norrgate Research');
    await details.getByRole('button', { name: 'Review claims' }).click();
    const review = page.getByRole('dialog', { name: 'Review claims' });
    await review.waitFor();
    // whoever comes back from a claim's own form is where they were
    const scrolled = () => review.locator('.dialog-body').evaluate(({ scrollTop }) => scrollTop);
    await page.setViewportSize({ width: 1280, height: 420 });
    const last = review.getByRole('combobox').last();
    await last.scrollIntoViewIfNeeded();
    await last.selectOption('edit');
    const edit = page.getByRole('dialog', { name: 'Edit claim' });
    await edit.getByLabel('In your own words').fill('Small caps deserve a look.');
    await edit.getByRole('button', { name: 'Save' }).click();
    await review.getByText('Small caps deserve a look.').waitFor();
    expect(await scrolled()).toBeGreaterThan(100);
    await dropFile(
      page,
      'closes.csv',
      'date,rut_close,spx_close\n2026-03-12,10,40\n',
      'Drop a note, or a CSV of closes',
    );
    await page.getByLabel(/^Data: closes to 12 Mar 2026/).waitFor();
  });
});
