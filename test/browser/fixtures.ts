import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { PlaygroundState } from '../../src/playground/protocol.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { launch } from './chromium.ts';
import { startFakeServer } from './fake-server.ts';
import { startProgram } from './program.ts';

/** Kept as CI's output. */
const SHOTS = resolve(import.meta.dirname, '../../build/screenshots');

const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A busy machine may take its time. */
export const SLOW = { timeout: 120_000 };
/** The same for what is looked at again and again. */
export const WAITING = { timeout: 20_000 };

/** What no page may do, whatever is done with it. */
const watch = (page: Page): (() => readonly string[]) => {
  const wrong: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) wrong.push(`console: ${line.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(protocol)) wrong.push(`left: ${request.url()}`);
  });
  return () => wrong;
};

/** A test that may open the page of a workspace just begun; what no page may do fails it. */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launch();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: as above
  .extend('program', { scope: 'file' }, async ({}, { onCleanup }) => {
    const program = await startProgram();
    onCleanup(program.stop);
    return program;
  })
  .extend('visit', ({ browser, onTestFinished }) => async (address: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: DESKTOP,
      baseURL: address,
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const wrong = watch(page);
    onTestFinished(async () => {
      await context.close();
      expect(wrong(), 'what no page may do').toEqual([]);
    });
    await page.goto('/');
    return page;
  })
  .extend('open', ({ visit, program }) => async (options: BrowserContextOptions = {}): Promise<Page> => {
    await reset(program.address);
    const page = await visit(program.address, options);
    await page.getByRole('heading', { name: 'Ask Rotation Desk' }).waitFor();
    return page;
  })
  .extend('stage', ({ visit, onTestFinished }) => async (state: PlaygroundState) => {
    const stage = await startFakeServer(state);
    onTestFinished(stage.close);
    return { ...stage, page: await visit(stage.address) };
  });

const reset = async (address: string): Promise<void> => {
  for (const act of [{ kind: 'reset' }, { kind: 'choose data', source: 'notes' }]) {
    const acted = await fetch(`${address}/playground/action`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ user: 'U0MAYA', ...act }),
    });
    expect(await acted.json()).toMatchObject({ ok: true });
  }
};

/** Keeps a picture of the page. */
export const saveScreenshot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
};

/** The header of the answer to `/ratecut 50bps`, with plain spaces. */
export const CUT_50 = '50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%';

/** Asks the first suggestion and waits until all of its answer is drawn. */
export const askCut50 = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'What does a 50 bp cut do?' }).click();
  await page.getByRole('heading', { name: CUT_50 }).waitFor();
  await page.getByRole('img', { name: /^Bar chart/ }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Lori Calvasina' }).waitFor();
};

/** Says something in the composer on show and waits until it stands there. */
export const say = async (page: Page, text: string, composer = 'Message #macro'): Promise<void> => {
  // on a phone the answer's thread hides it
  const field = page.getByRole('textbox', { name: composer, includeHidden: true });
  await field.fill(text);
  await field.press('Enter');
  await expect.poll(() => field.inputValue(), WAITING).toBe('');
};

/** Empties the workspace as a person does, who is asked first. */
export const startOver = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Start over' }).click();
  const asked = page.getByRole('dialog', { name: 'Start over?' });
  await asked.getByRole('button', { name: 'Start over' }).click();
  await asked.waitFor({ state: 'detached' });
};

/** Drags a file from outside over the page with the mouse, and lets it go there. @param words shown while it is over the page */
export const dropFile = async (
  page: Page,
  name: string,
  content: string | Uint8Array,
  words: string,
): Promise<void> => {
  const folder = temporaryFolder(onTestFinished);
  const file = join(folder, name);
  writeFileSync(file, content);
  const browser = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', x: number, y: number) =>
    browser.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], files: [file], dragOperationsMask: 1 } });
  await drag('dragEnter', 2, 400);
  await drag('dragOver', 640, 400);
  await page.getByText(words).waitFor();
  await drag('drop', 640, 400);
  await page.getByText(words).waitFor({ state: 'detached' });
  await browser.detach();
};
