import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar/days.ts';
import { isSession } from '../../../src/calendar/sessions.ts';
import { targetRangeOn } from '../../../src/fed/decisions.ts';
import { contractsNeeded } from '../../../src/fed/meetings.ts';
import { factsAt } from '../../../src/market-data/market-facts.ts';
import { openMarketData } from '../../../src/market-data/open-market-data.ts';
import type { Question } from '../../../src/topics/questions.ts';
import { type Answer, answer, render } from '../../../src/topics/registry.ts';
import { type IsoDate, type IsoInstant, type IsoMonth, isoDate, isoInstant } from '../../../src/units.ts';
import { futureSymbol, newYorkFedBody, type RateRow, yahooBody, yahooUnknown } from '../../doubles/market-bodies.ts';
import { secondOdds } from '../../doubles/second-odds.ts';

/** From what a provider sends to what a person reads. */

interface Sent {
  /** By month: the price of that contract. */
  readonly prices: Readonly<Record<string, number>>;
  readonly on: string;
  readonly rates?: readonly RateRow[];
  readonly now?: string;
}

const FIRST_LOAD_MS = 5_000;

const facts = async ({ prices, on, rates = [], now = `${on}T21:30:00Z` }: Sent) => {
  const at = isoInstant(now);
  const bySymbol = new Map(Object.entries(prices).map(([month, price]) => [futureSymbol(month as IsoMonth), price]));
  const market = await openMarketData(
    {
      kind: 'live',
      yahooUrl: 'http://yahoo.test',
      cboeUrl: 'http://cboe.test',
      newYorkFedUrl: 'http://newyorkfed.test',
      fredUrl: 'http://fred.test',
    },
    {
      now: () => at,
      random: () => 0.5,
      wait: (_, signal) => new Promise((ended) => signal?.addEventListener('abort', () => ended(undefined))),
      fetch: async (url) => {
        const { hostname, pathname } = new URL(String(url));
        if (hostname === 'newyorkfed.test') return new Response(newYorkFedBody(rates));
        const symbol = decodeURIComponent(pathname).split('/').at(-1) ?? '';
        const price = bySymbol.get(symbol);
        return price === undefined
          ? new Response(yahooUnknown, { status: 404 })
          : new Response(yahooBody(symbol, [{ on: isoDate(on), close: price }]));
      },
    },
  );
  const snapshot = await market.snapshotWithin(FIRST_LOAD_MS);
  market.stop();
  return factsAt(at, snapshot);
};

const asked = async (sent: Sent, question: Question = { kind: 'fed' }): Promise<Answer> =>
  answer(question, await facts(sent));

const figure = ({ figures }: Answer, id: string): number => figures.find((one) => one.id === id)?.value ?? Number.NaN;

const rate = (on: string, effective: number, lower: number): RateRow => ({
  on: isoDate(on),
  effective,
  lower,
  upper: lower + 0.25,
});

describe('published odds, from the provider to the reply', () => {
  const SEPTEMBER: Sent = {
    on: '2026-09-18',
    prices: { '2026-09': 96.2525, '2026-10': 96.105, '2026-11': 95.98, '2026-12': 95.84, '2027-01': 95.775 },
    rates: [rate('2026-09-16', 3.63, 3.5), rate('2026-09-17', 3.88, 3.75)],
  };

  it('2026-09-18: 57.4 % for a hike, where 57.6 was published; December adds up as the exchange prints it', async () => {
    const answered = await asked(SEPTEMBER);
    expect(figure(answered, 'fed.odds.2026-10-28.hike')).toBeCloseTo(57.41, 2);
    expect(Math.abs(figure(answered, 'fed.odds.2026-10-28.hike') - 57.6)).toBeLessThan(1);
    expect(figure(answered, 'fed.odds.2026-12-09.hike25')).toBeCloseTo(75.48, 2);
    const { text, blocks } = render(answered);
    expect(text).toMatch(/^Futures imply 57% for a 25 bp hike on 28 Oct, a rate of 4\.21% at year-end\./);
    expect(text).toContain('9 Dec: By itself 75% for a 25 bp hike, 25% for a hold.');
    expect(text).toContain('moves 28 Oct by 2.3 points and 9 Dec by 2.7');
    expect(text).toContain('Missing: 27 Jan: there is no price for the Feb 2027 contract, and 5 Jan days are too few.');
    const table = blocks.find(({ type }) => type === 'data_table');
    expect(
      table?.type === 'data_table' && table.rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' '))),
    ).toEqual([
      ['From 3.75–4.00%', '28 Oct', '9 Dec'],
      ['Hold, 3.75–4.00%', '43%', '10%'],
      ['Hike 25, 4.00–4.25%', '57%', '46%'],
      ['Hike 50, 4.25–4.50%', '0%', '43%'],
    ]);
  });

  it.each([
    ['2023-03-21', '2023-03-22', { '2023-03': 95.365, '2023-04': 95.22 }, 'hike25', 85.6, 86.4],
    ['2022-06-14', '2022-06-15', { '2022-06': 98.81, '2022-07': 98.34, '2022-08': 97.695 }, 'hike75', 96.5, 96.8],
  ] as const)(
    '%s: the meeting of %s within a point of what was published',
    async (on, meeting, prices, size, odds, published) => {
      const found = figure(await asked({ on, prices }), `fed.odds.${meeting}.${size}`);
      expect(found).toBeCloseTo(odds, 0);
      expect(Math.abs(found - published)).toBeLessThan(1);
    },
  );

  it("2022-09-12: 76.1 and 52.8 bp, as in the exchange's sheet", async () => {
    const prices = { '2022-09': 97.4475, '2022-10': 96.94, '2022-11': 96.43 };
    const answered = await asked({ on: '2022-09-12', prices });
    expect(figure(answered, 'fed.expected.2022-09-21')).toBeCloseTo(76.1, 1);
    expect(figure(answered, 'fed.expected.2022-11-02')).toBeCloseTo(52.8, 1);
    expect(figure(answered, 'fed.rate.2022-11-02')).toBeCloseTo(3.5876, 4);
  });

  it.each([
    [96.08, 96.07, 21.6],
    [96.085, 96.065, 18.9],
  ])('2026-11-27: December at %s with January at %s: %s for a hike, forward from November', async (z, f, hike) => {
    const prices = { '2026-11': 96.12, '2026-12': z, '2027-01': f, '2027-02': 96.045 };
    expect(figure(await asked({ on: '2026-11-27', prices }), 'fed.odds.2026-12-09.hike')).toBeCloseTo(hike, 1);
  });

  it('2026-12-02: without a quote of November, December starts from what November settled at', async () => {
    const november = Array.from({ length: 30 }, (_, at) =>
      rate(`2026-11-${String(at + 1).padStart(2, '0')}`, 3.88, 3.75),
    );
    const prices = { '2026-12': 96.08, '2027-01': 96.07, '2027-02': 96.045 };
    const answered = await asked({
      on: '2026-12-01',
      now: '2026-12-02T15:00:00Z',
      prices,
      rates: [rate('2026-10-30', 3.88, 3.75), ...november],
    });
    expect(figure(answered, 'fed.odds.2026-12-09.hike')).toBeCloseTo(21.57, 1);
  });

  it('refuses a rate sent as a price, and 100, and says which contract', async () => {
    for (const price of [3.895, 100]) {
      const answered = await asked({ ...SEPTEMBER, prices: { ...SEPTEMBER.prices, '2026-10': price } });
      expect(answered.figures.filter(({ id }) => id.startsWith('fed.odds.2026-10-28'))).toEqual([]);
      expect(render(answered).text).toContain('9 Dec: By itself 75% for a 25 bp hike, 25% for a hold.');
      expect(render(answered).text).toContain(
        `No odds: a price of ${price} for the Oct 2026 contract is more than two points`,
      );
    }
  });

  it('says where the contracts do not fit the effective rate', async () => {
    const rates = [rate('2026-09-16', 3.63, 3.5), rate('2026-09-17', 3.63, 3.75)];
    expect(render(await asked({ ...SEPTEMBER, rates })).text).toContain(
      'Flag: Futures imply 3.88% before 28 Oct, but the effective rate was 3.63% on 17 Sep.',
    );
    expect(render(await asked(SEPTEMBER)).text).not.toContain('Flag:');
  });

  it('has the outcome of a meeting newer than the record from the range of the days after', async () => {
    const rates = [rate('2026-10-28', 3.88, 3.75), rate('2026-10-29', 4.13, 4), rate('2026-11-25', 4.13, 4)];
    const prices = { '2026-11': 95.87, '2026-12': 95.83, '2027-01': 95.8, '2027-02': 95.79 };
    const { text } = render(await asked({ on: '2026-11-27', prices, rates }));
    expect(text).toContain('Fed: 4.00 to 4.25% since 28 Oct 2026, when it rose by 25 bp.');
    expect(text).toContain('Hike 25, 4.25 to 4.50%: 9 Dec');
    const history = await asked({ on: '2026-11-27', prices, rates }, { kind: 'fed-history', ask: 'last', way: 'hike' });
    expect(render(history).text).toContain('28 Oct 2026');
  });
});

describe('decisions newer than the record', () => {
  it('come from the range, each meeting by itself: a hike in October and one in December are two', async () => {
    const rates = [
      rate('2026-10-28', 3.88, 3.75),
      rate('2026-10-29', 4.13, 4),
      rate('2026-12-09', 4.13, 4),
      rate('2026-12-10', 4.38, 4.25),
      rate('2026-12-15', 4.38, 4.25),
    ];
    const known = { on: '2026-12-15', now: '2026-12-16T15:00:00Z', prices: {}, rates };
    const history = await asked(known, { kind: 'fed-history', ask: 'moves', way: 'hike', from: isoDate('2026-10-01') });
    expect(history.figures).toContainEqual(expect.objectContaining({ id: 'fed.moves.count', value: 2 }));
    const { text } = render(history);
    expect(text).toContain('28 Oct 2026');
    expect(text).toContain('9 Dec 2026');
  });
});

describe('one thing that futures imply', () => {
  const PRICES = { '2026-10': 96.105, '2026-11': 95.98, '2026-12': 95.84 };
  const text = async (question: Omit<Extract<Question, { kind: 'fed' }>, 'kind'>, prices: Sent['prices'] = PRICES) =>
    render(await asked({ on: '2026-09-18', prices }, { kind: 'fed', ...question })).text;

  it.each([
    [
      { ask: 'odds', way: 'cut', sizeBps: 50 },
      'Futures imply 0% for a 50 bp cut on 28 Oct: 57% for a 25 bp hike, 43% for a hold.',
    ],
    [
      { ask: 'odds', way: 'hike', month: '2026-12' },
      'Futures imply 75% for a hike on 9 Dec: 75% for a 25 bp hike, 25% for a hold.',
    ],
    [{ ask: 'odds', month: '2026-12' }, 'Futures imply 75% for a 25 bp hike, 25% for a hold on 9 Dec.'],
    [
      { ask: 'odds', month: '2026-11' },
      'No meeting is scheduled in Nov 2026; on 9 Dec futures imply 75% for a 25 bp hike',
    ],
    [{ ask: 'odds', month: '2026-09' }, 'The time asked about has passed: futures say nothing of Sep 2026.'],
    [{ ask: 'odds', month: '2027-01' }, 'No odds for 27 Jan: there is no price for the Jan 2027 contract.'],
    [{ ask: 'odds', month: '2029-01' }, 'No odds for Jan 2029: I follow futures up to the meeting of 15 Sep 2027.'],
    [{ ask: 'count', way: 'hike', month: '2026-12' }, 'Futures imply 1.3 hikes of 25 bp by 9 Dec.'],
    [{ ask: 'count', way: 'cut' }, 'Futures imply no cuts by 9 Dec: 1.3 hikes of 25 bp.'],
    [
      { ask: 'count', way: 'hike', month: '2027-04' },
      'No odds for 27 Jan: there is no price for the Jan 2027 contract.',
    ],
    [{ ask: 'rate' }, 'Futures imply a rate of 4.21% after 9 Dec.'],
  ] as const)('%j', async (question, said) => {
    expect(await text(question)).toContain(said);
  });

  it('has the figure that was asked for', async () => {
    const ask = (question: Omit<Extract<Question, { kind: 'fed' }>, 'kind'>) =>
      asked({ on: '2026-09-18', prices: PRICES }, { kind: 'fed', ...question });
    expect(figure(await ask({ ask: 'odds', way: 'cut', sizeBps: 50 }), 'fed.asked.odds')).toBe(0);
    expect(figure(await ask({ ask: 'odds', way: 'hike', sizeBps: 25 }), 'fed.asked.odds')).toBeCloseTo(57.41, 2);
    expect(figure(await ask({ ask: 'count', way: 'hike' }), 'fed.asked.count')).toBeCloseTo(1.329, 3);
    expect(figure(await ask({ ask: 'rate' }), 'fed.asked.rate')).toBeCloseTo(4.2087, 4);
  });

  it('comes from live futures and from nothing else', async () => {
    const answered = await asked({ on: '2026-09-18', prices: {} }, { kind: 'fed', ask: 'odds', month: '2026-12' });
    expect(answered).toMatchObject({ figures: [], views: [], sources: [] });
    expect(render(answered).text).toMatch(/^No odds: /);
  });
});

describe('200 random curves, from the provider to the reply', () => {
  const SESSIONS: readonly IsoDate[] = Array.from({ length: 1_900 }, (_, at) =>
    addDays(isoDate('2022-02-01'), at),
  ).filter((on) => isSession(on) && on < '2027-04-01');
  const MEETINGS_AHEAD = 8;

  const curve = fc.record({
    on: fc.constantFrom(...SESSIONS),
    ticks: fc.array(fc.option(fc.integer({ min: -300, max: 300 }), { freq: 12, nil: undefined }), {
      minLength: 14,
      maxLength: 14,
    }),
  });

  const pricesOf = (on: IsoDate, now: IsoInstant, ticks: readonly (number | undefined)[]) => {
    const range = targetRangeOn(on);
    const middle = range.kind === 'range' ? (range.lower + range.upper) / 2 : Number.NaN;
    const months = contractsNeeded(now, MEETINGS_AHEAD);
    return months.flatMap((month, at): [IsoMonth, number][] => {
      const tick = ticks[at % ticks.length];
      // the month before is quoted no more
      return tick === undefined || month < on.slice(0, 7)
        ? []
        : [[month, Math.round((100 - middle) * 200 + tick) / 200]];
    });
  };

  const name = (bps: number): string => (bps === 0 ? 'hold' : `${bps < 0 ? 'cut' : 'hike'}${Math.abs(bps)}`);

  it('has the odds of a second implementation, meeting by meeting, size by size', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(curve, async ({ on, ticks }) => {
        const now = isoInstant(`${on}T21:30:00Z`);
        const prices = pricesOf(on, now, ticks);
        const answered = await asked({ on, prices: Object.fromEntries(prices) });
        const second = secondOdds(on, new Map(prices), MEETINGS_AHEAD);
        const expected = new Map<string, number>();
        for (const { decision, odds, rate, tick, path } of second) {
          compared += 1;
          const sum = (counts: (bps: number) => boolean) =>
            [...odds].reduce((all, [bps, one]) => (counts(bps) ? all + one : all), 0) * 100;
          expected.set(
            `fed.odds.${decision}.cut`,
            sum((bps) => bps < 0),
          );
          expected.set(
            `fed.odds.${decision}.hold`,
            sum((bps) => bps === 0),
          );
          expected.set(
            `fed.odds.${decision}.hike`,
            sum((bps) => bps > 0),
          );
          for (const [bps, one] of odds) if (bps !== 0) expected.set(`fed.odds.${decision}.${name(bps)}`, one * 100);
          expected.set(`fed.rate.${decision}`, rate);
          expected.set(`fed.tick.${decision}`, tick);
          for (const [bps, one] of path ?? []) expected.set(`fed.path.${decision}.${name(bps)}`, one * 100);
        }
        const found = new Map(
          answered.figures
            .filter(({ id }) => /^fed\.(?:odds|rate|tick|path)\./.test(id))
            .map(({ id, value }) => [id, value] as const),
        );
        expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
        for (const [id, value] of expected) expect(found.get(id), id).toBeCloseTo(value, 6);
        const [first] = second;
        const top = first && [...first.odds].toSorted(([, one], [, other]) => other - one)[0];
        const { text } = render(answered);
        expect(text).not.toMatch(/NaN|undefined/);
        if (first?.path && top && Math.abs(top[1] - 0.5) > 1e-6 && top[1] < 0.995) {
          expect(text.slice(0, 150)).toContain(`imply ${Math.round(top[1] * 100)}% for a`);
        }
      }),
      { numRuns: 200, seed: 2_026 },
    );
    expect(compared).toBeGreaterThan(600);
  }, 60_000);
});
