import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from '../browser/chromium.ts';
import { startProgram } from '../browser/program.ts';

const ASSETS = resolve(import.meta.dirname, '../../build/playground/assets');
const STARTS = 7;

export interface PageTimes {
  /** From the start of the program to the first paint of the page that is opened as soon as the address is told. */
  readonly startToPaintMs: number;
  /** From the start of the program until the first question can be clicked. */
  readonly startToUseMs: number;
}

/** The page's script, compressed, in bytes. */
export interface ScriptBytes {
  readonly all: number;
  /** What the first paint waits for. */
  readonly first: number;
}

export const scriptBytes = (): ScriptBytes => {
  const sizes = readdirSync(ASSETS)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(resolve(ASSETS, name)), { level: 9 }).length }));
  const sum = (of: typeof sizes): number => of.reduce((total, { bytes }) => total + bytes, 0);
  return { all: sum(sizes), first: sum(sizes.filter(({ name }) => name.startsWith('index'))) };
};

/** Starts the program and opens its page, several times, after one time that fills the file cache. */
export const measurePage = async (): Promise<PageTimes[]> => {
  const browser = await launch();
  const times: PageTimes[] = [];
  for (let turn = 0; turn <= STARTS; turn += 1) {
    const startedMs = Date.now();
    const program = await startProgram();
    const page = await browser.newPage();
    await page.goto(program.address);
    await page.locator('.suggestion').first().waitFor();
    const startToUseMs = Date.now() - startedMs;
    const paintedMs = Number(
      await page.evaluate(
        'performance.timeOrigin + performance.getEntriesByName("first-contentful-paint")[0].startTime',
      ),
    );
    times.push({ startToPaintMs: paintedMs - startedMs, startToUseMs });
    await page.close();
    await program.stop();
  }
  await browser.close();
  return times.slice(1);
};
