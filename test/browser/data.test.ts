import { describe, expect } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { dropFile, it, SLOW, saveScreenshot, say } from './fixtures.ts';

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
