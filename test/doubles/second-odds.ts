import { addMonths } from '../../src/calendar/days.ts';
import { MEETINGS } from '../../src/fed/meetings.ts';
import type { IsoMonth } from '../../src/units.ts';

/**
 * The odds of fed funds futures a second time, written apart from the product: boundaries between months in place of
 * months, day counts in place of shares, a tent in place of a floor, and a repeated solution in place of weights.
 */

type Prices = ReadonlyMap<IsoMonth, number>;

/** The decision's day of the month; 0 without a meeting. */
const decisionDay = (month: IsoMonth): number => {
  const meeting = MEETINGS.find(({ decision }) => decision.startsWith(month));
  return meeting === undefined ? 0 : Number(meeting.decision.slice(-2));
};

const lengthOf = (month: IsoMonth): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

const FEWEST = 10;

/** The rates at the edges of a run of meeting months: edge 0 opens the first, the last edge closes the last. */
const solveRun = (run: readonly IsoMonth[], before: number | undefined, after: number | undefined, prices: Prices) => {
  const edges: (number | undefined)[] = [...run, undefined].map(() => undefined);
  edges[0] = before;
  edges[run.length] = after;
  const counts = run.map((month) => {
    const old = decisionDay(month) - 1;
    const price = prices.get(month);
    return {
      old,
      fresh: lengthOf(month) - old,
      total: price === undefined ? undefined : (100 - price) * lengthOf(month),
    };
  });
  const close = (at: number): boolean => {
    const { old, fresh, total } = counts[at] ?? { old: 0, fresh: 0, total: undefined };
    const open = edges[at];
    if (open === undefined || edges[at + 1] !== undefined || total === undefined || fresh < FEWEST) return false;
    edges[at + 1] = (total - old * open) / fresh;
    return true;
  };
  const open = (at: number): boolean => {
    const { old, fresh, total } = counts[at] ?? { old: 0, fresh: 0, total: undefined };
    const shut = edges[at + 1];
    if (shut === undefined || edges[at] !== undefined || total === undefined || old < FEWEST) return false;
    edges[at] = (total - fresh * shut) / old;
    return true;
  };
  if (before !== undefined) close(0);
  if (after !== undefined) open(run.length - 1);
  while (run.some((_, at) => open(at)) || run.some((_, at) => close(at)));
  return edges;
};

/** Rate before and after each meeting, percent, by its decision's month; those that cannot be known are left out. */
const ratesByMeeting = (months: readonly IsoMonth[], prices: Prices): Map<IsoMonth, readonly [number, number]> => {
  const found = new Map<IsoMonth, readonly [number, number]>();
  const quietRate = (month: IsoMonth | undefined): number | undefined => {
    const price = month === undefined || decisionDay(month) > 0 ? undefined : prices.get(month);
    return price === undefined ? undefined : 100 - price;
  };
  for (let at = 0; at < months.length; ) {
    const rest = months.slice(at);
    const end = rest.findIndex((month) => decisionDay(month) === 0);
    const run = end < 0 ? rest : rest.slice(0, end);
    const edges = solveRun(run, quietRate(months[at - 1]), quietRate(months[at + run.length]), prices);
    run.forEach((month, place) => {
      const [start, finish] = [edges[place], edges[place + 1]];
      if (start !== undefined && finish !== undefined) found.set(month, [start, finish]);
    });
    at += run.length + 1;
  }
  return found;
};

const steps = ([start, end]: readonly [number, number]): number => Math.max(-4, Math.min(4, (end - start) * 4));

/** The odds of each number of steps: a tent of height 1 and half-width 1 above x. */
const tent = (x: number): Map<number, number> => {
  const odds = new Map<number, number>();
  for (let step = -5; step <= 5; step += 1) {
    const height = 1 - Math.abs(x - step);
    if (height > 1e-9) odds.set(step, height);
  }
  return odds;
};

const added = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> => {
  const sums = new Map<number, number>();
  one.forEach((p, a) => {
    other.forEach((q, b) => {
      sums.set(a + b, (sums.get(a + b) ?? 0) + p * q);
    });
  });
  return sums;
};

/** What the second implementation has of one meeting. */
interface SecondOdds {
  readonly decision: string;
  /** By size in basis points, 0 to 1. */
  readonly odds: ReadonlyMap<number, number>;
  readonly rate: number;
  /** Points of odds for one tick. */
  readonly tick: number;
  /** From today, while every meeting before is known. */
  readonly path?: ReadonlyMap<number, number>;
}

const inBps = (odds: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...odds].map(([step, probability]) => [step * 25, probability]));

const TICK = 0.005;

/**
 * @param today `2026-09-18`, New York's, after the statement of a meeting on that day
 * @param quoted by month; the month before the running one where it is quoted and the running one's meeting comes early
 */
export const secondOdds = (today: string, quoted: Prices, count: number): readonly SecondOdds[] => {
  const running = today.slice(0, 7) as IsoMonth;
  const coming = MEETINGS.filter(({ decision }) => decision > today).slice(0, count);
  const isEarly = coming[0]?.decision.startsWith(running) === true && decisionDay(running) - 1 < FEWEST;
  const before = addMonths(running, -1);
  const months: IsoMonth[] = isEarly && decisionDay(before) === 0 ? [before] : [];
  for (let month = running; month <= '2028-01'; month = addMonths(month, 1)) months.push(month);
  const rates = ratesByMeeting(months, quoted);
  const bumped = [...quoted].map(([month, price]) => ratesByMeeting(months, new Map(quoted).set(month, price + TICK)));
  let path: Map<number, number> | undefined = new Map([[0, 1]]);
  return coming.flatMap(({ decision }): SecondOdds[] => {
    const month = decision.slice(0, 7) as IsoMonth;
    const found = rates.get(month);
    if (found === undefined) {
      path = undefined;
      return [];
    }
    const moved = bumped.map((one) => {
      const [start, end] = one.get(month) ?? found;
      return Math.abs(end - start - (found[1] - found[0])) * 400;
    });
    const odds = tent(steps(found));
    path = path && added(path, odds);
    return [
      { decision, odds: inBps(odds), rate: found[1], tick: Math.max(...moved), ...(path && { path: inBps(path) }) },
    ];
  });
};
