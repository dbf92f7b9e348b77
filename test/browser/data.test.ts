import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { it, SLOW, saveScreenshot, say } from './fixtures.ts';

/** Drags a file from outside over the page with the mouse, and lets it go there. */
const dropWithMouse = async (page: Page, text: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-drop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'closes.csv');
  writeFileSync(file, text);
  const browser = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', x: number, y: number) =>
    browser.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], files: [file], dragOperationsMask: 1 } });
  await drag('dragEnter', 2, 400);
  await drag('dragOver', 640, 400);
  await page.getByText('Drop the CSV of closes').waitFor();
  await drag('drop', 640, 400);
  await page.getByText('Drop the CSV of closes').waitFor({ state: 'detached' });
  await browser.detach();
};

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
    await dropWithMouse(page, 'day,russell\n2026-01-02,2400\n');
    const told = page.getByRole('alert');
    await told.getByText('line 1: no column holds closes').waitFor();
    expect(await told.innerText()).toContain('closes.csv');
    await saveScreenshot(page, 'desktop-csv');

    await dropWithMouse(page, CLOSES);
    await page.getByLabel(/^Data: closes to 13 Mar 2026/).waitFor();
    expect(await told.innerText()).toBe('');
    // a file that is dropped opens nowhere
    expect(page.url()).toMatch(/^http:/);
  });
});
