import type { Facts, Measured, RotationAnswer } from '../answers/index.ts';
import { monthsBefore, previousSession } from '../calendar/index.ts';
import { type Change, changeBetween, type RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate } from '../units.ts';
import type { BriefCloses, Extreme, Moved, NoCloses, Run } from './brief.ts';

/** Within half a percent in a day small caps have held. */
const HELD_PERCENT = 0.5;
/** A low or a high is told from a month on. */
const EXTREME_MONTHS = 1;
const RUN_SESSIONS = 8;
const RUN_LEAST = 6;

const moved = (change: Change | undefined): Moved | undefined =>
  change?.kind === 'change'
    ? { from: change.from, ratio: change.ratio, russell: change.numerator, sp: change.denominator }
    : undefined;

/** A day is told as one only where the session before it has a close: over a gap it would be several. */
const overDay = (series: RatioSeries, { on, at }: Measured['end']): Moved | undefined => {
  const before = series.dates[at - 1];
  if (before === undefined) return undefined;
  const session = previousSession(on);
  if (session.kind === 'session' && session.date !== before) return undefined;
  return moved(changeBetween(series, before, on));
};

const directionOf = (percent: number): BriefCloses['direction'] =>
  Math.abs(percent) <= HELD_PERCENT ? 'held' : percent > 0 ? 'gained' : 'slipped';

/** The last place before `end` whose ratio is beyond that of `end`, or level with it; −1 where there is none. */
const lastBeyond = (ratios: readonly number[], end: number, isBeyond: (ratio: number, of: number) => boolean): number =>
  ratios.slice(0, end).findLastIndex((ratio) => isBeyond(ratio, ratios[end] as number));

const extremeAt = ({ dates, ratios }: RatioSeries, { on, at }: Measured['end']): Extreme | undefined => {
  const monthAgo = monthsBefore(on, EXTREME_MONTHS);
  if ((dates[0] as IsoDate) > monthAgo) return undefined;
  const low = lastBeyond(ratios, at, (ratio, of) => ratio <= of);
  const high = lastBeyond(ratios, at, (ratio, of) => ratio >= of);
  const [way, place] = low < high ? (['lowest', low] as const) : (['highest', high] as const);
  const since = dates[place];
  if (since === undefined) return { way };
  return since <= monthAgo ? { way, since } : undefined;
};

const runAt = ({ ratios }: RatioSeries, { at }: Measured['end']): Run | undefined => {
  if (at < RUN_SESSIONS) return undefined;
  const recent = ratios.slice(at - RUN_SESSIONS, at + 1);
  const steps = recent.slice(1).map((ratio, place) => Math.sign(ratio - (recent[place] as number)));
  const [up, down] = [1, -1].map((way) => steps.filter((step) => step === way).length) as [number, number];
  if (Math.max(up, down) < RUN_LEAST) return undefined;
  return { way: up > down ? 'up' : 'down', count: Math.max(up, down), of: RUN_SESSIONS };
};

/** Where both indexes closed last, and how that stands to the day, the month and the closes before. */
export const closesTold = ({ result, reading }: RotationAnswer, { market }: Facts): BriefCloses | NoCloses => {
  if (result.kind === 'no-closes') return { kind: 'no-closes', why: result.why, ...(reading && { reading }) };
  if (result.kind !== 'measured' || market.kind !== 'live') throw new Error(`the ratio today came as ${result.kind}`);
  const { ratio: series } = market;
  const { end, spans } = result;
  const day = overDay(series, end);
  const month = moved(spans.find(({ span }) => span === '1 month')?.change);
  const direction = day && directionOf(day.ratio);
  const extreme = extremeAt(series, end);
  const run = runAt(series, end);
  return {
    kind: 'closes',
    measured: result,
    russell: series.numerator[end.at] as number,
    sp: series.denominator[end.at] as number,
    ...(day && { day }),
    ...(month && { month }),
    ...(direction && { direction }),
    ...(extreme && { extreme }),
    ...(run && { run }),
  };
};
