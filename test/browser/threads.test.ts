import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { IS_SKIPPED } from './chromium.ts';
import { askCut50, CUT_50, it, PHONE, SLOW, saveScreenshot, say, startOver, WAITING } from './fixtures.ts';

const SCREENS = [
  ['1440 px', { viewport: { width: 1440, height: 900 } }],
  ['1280 px', { viewport: { width: 1280, height: 800 } }],
  ['1280 px, by touch', { viewport: { width: 1280, height: 800 }, hasTouch: true, isMobile: true }],
  ['390 px', PHONE],
] as const;

/** Questions whose answers have the widest tables. */
const ASKED = [
  'hike 600',
  '25 vs 50 side by side',
  'rotation',
  'after cuts',
  'fed odds',
  'what is priced in',
  'brief now',
];

/** The columns of a table that cannot be seen without moving it, by its caption. */
const cutOff = (page: Page) =>
  page.locator('.thread .table-frame').evaluateAll((frames) =>
    frames.flatMap((frame) => {
      const { right } = frame.getBoundingClientRect();
      const heads = [...frame.querySelectorAll('thead th')];
      const hidden = heads.filter((head) => head.getBoundingClientRect().right > right + 1);
      return hidden.map((head) => `${frame.getAttribute('aria-label')}: ${head.textContent}`);
    }),
  );

/** How much narrower each message is than its place beside the avatar, in pixels. */
const unusedWidths = (page: Page): Promise<readonly number[]> =>
  page.evaluate(`[...document.querySelectorAll('.thread article')].map((article) => {
    const right = article.getBoundingClientRect().right - parseFloat(getComputedStyle(article).paddingRight);
    return Math.round(right - article.querySelector('.message-body').getBoundingClientRect().right);
  })`);

describe.skipIf(IS_SKIPPED).each(SCREENS)('a thread at %s', SLOW, (_, device) => {
  it('shows every column of its tables, and what is said takes all of its width', async ({ open }) => {
    const page = await open(device);
    await page.getByRole('button', { name: 'Use made-up prices' }).click();
    await page.getByText('Answers rest on made-up prices.').waitFor();
    await say(page, '@Rotation Desk 50bps');
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('table').waitFor();
    for (const [at, question] of ASKED.entries()) {
      await say(page, `@Rotation Desk ${question}`, 'Reply in the thread');
      await expect.poll(() => thread.getByRole('article').count(), WAITING).toBeGreaterThan(2 * at + 3);
    }
    expect(await thread.getByRole('table').count()).toBeGreaterThan(ASKED.length - 1);
    expect(await cutOff(page)).toEqual([]);
    const unused = await unusedWidths(page);
    expect(new Set(unused)).toEqual(new Set([0]));
  });
});

describe.skipIf(IS_SKIPPED)('a direct message', SLOW, () => {
  it('has its newest answer open, after each question and whenever it is entered', async ({ open }) => {
    const page = await open();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await page.getByRole('link', { name: 'Rotation Desk' }).click();
    await page.getByRole('button', { name: 'Who is bearish?' }).click();
    await thread.getByRole('heading', { name: '4 lean bearish' }).waitFor();
    await say(page, 'cut 50bp', 'Message Rotation Desk');
    await thread.getByRole('heading', { name: CUT_50 }).waitFor();
    expect(await thread.getByRole('heading', { name: '4 lean bearish' }).count()).toBe(0);

    await page.getByRole('link', { name: 'macro' }).click();
    await thread.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Rotation Desk' }).click();
    await thread.getByRole('heading', { name: CUT_50 }).waitFor();
    await thread.getByRole('button', { name: 'Close the thread' }).click();
    await thread.waitFor({ state: 'detached' });
    await page.reload();
    await thread.getByRole('heading', { name: CUT_50 }).waitFor();
  });

  it('shows on a phone what was asked behind its newest answer', async ({ open }) => {
    const page = await open(PHONE);
    await page.goto('/#/agent');
    await page.getByRole('button', { name: 'Who is bearish?' }).tap();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('heading', { name: '4 lean bearish' }).waitFor();
    await page.getByRole('button', { name: 'Back to Rotation Desk' }).tap();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^1 reply/ })
      .waitFor();
  });
});

describe.skipIf(IS_SKIPPED)('starting over', SLOW, () => {
  it('is asked about first, and may be left', async ({ open }) => {
    const page = await open();
    await askCut50(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    const asked = page.getByRole('dialog', { name: 'Start over?' });
    await asked
      .getByText('All messages, notes, companies, briefs and settings of this workspace are forgotten')
      .waitFor();
    await saveScreenshot(page, 'desktop-start-over');
    await asked.getByRole('button', { name: 'Keep it' }).click();
    await asked.waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { name: CUT_50 }).count()).toBe(1);
  });

  it('leaves a thread that was open, and the next one opens', async ({ open }) => {
    const page = await open();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await say(page, '@Rotation Desk 50bps');
    await thread.getByRole('heading', { name: CUT_50 }).waitFor();
    const dead = new URL(page.url()).hash;
    await startOver(page);
    await page.getByRole('heading', { name: 'Ask Rotation Desk' }).waitFor();
    await expect.poll(() => new URL(page.url()).hash, WAITING).toBe('#/macro');
    await page.getByRole('button', { name: 'Which figures are wrong?' }).click();
    await thread.getByRole('heading', { level: 3 }).first().waitFor();

    await page.goto(`/${dead}`);
    await thread.waitFor({ state: 'detached' });
    await say(page, '@Rotation Desk 50bps');
    await thread.getByRole('heading', { name: CUT_50 }).waitFor();
  });
});
