import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a Chromium is on this machine, if anywhere. */
export const CHROMIUM = PLACES.find((path) => path !== undefined && path !== '' && isThere(path));

/** A browser of one's own may be missing; CI has to have one. */
export const IS_SKIPPED = CHROMIUM === undefined && process.env['CI'] === undefined;

if (IS_SKIPPED)
  process.stderr.write('No Chromium here: the tests in a browser are skipped. CHROMIUM_PATH names one.\n');

export const launch = async (): Promise<Browser> => {
  if (CHROMIUM === undefined) throw new Error('CI has no Chromium: install Debian’s, or let CHROMIUM_PATH name one');
  // containers run it as root and with little shared memory
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'],
  });
};

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds that keeps somebody from using the page. */
export const accessibilityViolations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    readonly violations: readonly Violation[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
};
