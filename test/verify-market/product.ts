import { setTimeout as wait } from 'node:timers/promises';
import type { MarketDependencies } from '../../src/market-data/http-client.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import type { MarketData } from '../../src/market-data/port.ts';
import type { MarketSettings } from '../../src/market-data/settings.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import type { IsoInstant } from '../../src/units.ts';
import { readAsked } from '../doubles/asked.ts';
import { BASE_RATE, JULY_2024, RATE_STUDY, SMALL_CAPS_LED } from './anchors.ts';
import type { Check } from './checks.ts';

/** The same figures through the product: words in, an answer and a message out. */

/** How near a figure of the studies must come. */
const WITHIN = 0.05;
const FIRST_LOAD_MS = 10_000;

/** The machine's own means, at a moment of its own. */
export const toolsAt = (now: IsoInstant): MarketDependencies => ({
  fetch: (url, init) => fetch(url, init),
  now: () => now,
  random: Math.random,
  wait: (ms, signal) => wait(ms, undefined, signal && { signal }),
});

const asked = async (market: MarketData, words: string, now: IsoInstant) => {
  const answered = answerTurn(readAsked(words), factsAt(now, await market.snapshotWithin(FIRST_LOAD_MS)));
  return { answered, message: renderTurn(answered) };
};

const rounded = (value: number | undefined): string => value?.toFixed(2) ?? 'none';

/** `/rotation` and `/check` from a source of closes. */
export const productChecks = async (settings: MarketSettings, now: IsoInstant): Promise<readonly Check[]> => {
  const market = await openMarketData(settings, toolsAt(now));
  const { from, to, russell, sp500 } = JULY_2024;
  const span = await asked(market, `/rotation from ${from} to ${to}`, now);
  const figure = (id: string) => span.answered.figures.find((one) => one.id === id)?.value;
  const same = (what: string, expected: number, id: string): Check => ({
    what,
    expected: expected.toFixed(2),
    found: rounded(figure(id)),
    holds: figure(id) === undefined ? undefined : rounded(figure(id)) === expected.toFixed(2),
  });
  const cycles = await asked(market, '/rotation after cuts', now);
  const led = cycles.answered.figures.find(({ id }) => id === `cycles.led.${SMALL_CAPS_LED.months}m`)?.value;
  const messages = await Promise.all(
    ['/rotation', '/rotation ytd', '/rotation to 0.6', '/fed', '/ratecut 50bps', '/ratecut market', '/check'].map(
      (words) => asked(market, words, now),
    ),
  );
  const rates = await asked(market, '/rotation rates', now);
  const close = (what: string, expected: number, { answered }: typeof rates, id: string): Check => {
    const found = answered.figures.find((one) => one.id === id)?.value;
    return {
      what,
      expected: `${expected} ± ${WITHIN}`,
      found: rounded(found),
      holds: found === undefined ? undefined : Math.abs(found - expected) <= WITHIN + 1e-9,
    };
  };
  const problems = [span, cycles, rates, ...messages].flatMap(({ message }) => messageProblems(message));
  market.stop();
  return [
    same(`/rotation: Russell ${from} to ${to}, %`, russell, 'rut.return.since'),
    same(`/rotation: S&P ${from} to ${to}, %`, sp500, 'spx.return.since'),
    {
      what: '/rotation after cuts: small caps led',
      expected: String(SMALL_CAPS_LED.led),
      found: String(led ?? 'none'),
      holds: led === SMALL_CAPS_LED.led,
    },
    close('/rotation after cuts: in all windows, %', BASE_RATE.percent, cycles, 'cycles.base.12m'),
    close('/rotation rates: same month, %', RATE_STUDY.same.coefficient, rates, 'rates.same.coefficient'),
    close('/rotation rates: twelve months after, %', RATE_STUDY.after.coefficient, rates, 'rates.12m.coefficient'),
    {
      what: 'messages that Slack takes',
      expected: 'all',
      found: problems.length === 0 ? 'all' : problems.join('; '),
      holds: problems.length === 0,
    },
  ];
};

/** Every provider dead and nothing kept: the notes answer, and the reply says why. */
export const deadChecks = async (settings: MarketSettings, now: IsoInstant): Promise<readonly Check[]> => {
  const market = await openMarketData(settings, toolsAt(now));
  const { answered, message } = await asked(market, '/rotation', now);
  market.stop();
  const level = answered.figures.find(({ id }) => id === 'ratio.level');
  const says = message.text.includes('No live prices') && message.text.includes('No provider of live prices answered');
  return [
    {
      what: "the notes' reading, every provider dead",
      expected: '0.4 of 002-2024-07-25',
      found: level ? `${level.value} of ${level.source}` : 'none',
      holds: level?.value === 0.4 && level.source === '002-2024-07-25',
    },
    { what: 'and the reply says so', expected: 'yes', found: says ? 'yes' : message.text.slice(0, 80), holds: says },
  ];
};
