import { describe, expect } from 'vitest';
import { pdfOf } from '../note-files/made-files.ts';
import { NOTE_TEXT } from '../team-notes/made-note.ts';
import { IS_SKIPPED } from './chromium.ts';
import { it, SLOW, saveScreenshot } from './fixtures.ts';

const PDF = pdfOf([
  NOTE_TEXT.split('\n').flatMap((line) => (line.match(/.{1,90}(?:\s|$)/g) ?? ['']).map((part) => part.trim())),
]);

describe.skipIf(IS_SKIPPED)('a note of one’s own', SLOW, () => {
  it('goes from a pdf through its review to the view that is cited first', async ({ open }) => {
    const page = await open();
    await page
      .getByRole('link', { name: 'Rotation Desk' })
      .or(page.getByRole('button', { name: 'Rotation Desk' }))
      .first()
      .click();
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
      .getByText(/is in the library:/)
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
});
