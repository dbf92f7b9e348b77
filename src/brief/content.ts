import { MARKET_ZONE, monthsBefore, previousSession } from '../calendar/index.ts';
import { type AnsweredFigure, answerIdOf, type Facts } from '../facts/index.ts';
import { changeBetween, type RatioChange, type RatioSeries } from '../index-ratio/index.ts';
import type { ComparedMove } from '../topics/compare-moves/answer.ts';
import { answer } from '../topics/registry.ts';
import type { Measured, RotationAnswer } from '../topics/rotation/answer.ts';
import { type IsoDate, utcDateOf } from '../units.ts';
import type { Brief, BriefCloses, IndexChanges, NoCloses, RatioExtreme, RatioStreak } from './brief.ts';
import { isClosed, marketDay } from './dispatch-decision.ts';
import { fedOf, newsSince } from './news.ts';
import type { LastTold } from './schedule.ts';
import { relevantNotes } from './worth-reading.ts';

/** Within half a percent in a day small caps have held. */
const HELD_PERCENT = 0.5;
/** A low or a high is told from a month on. */
const EXTREME_MONTHS = 1;
const RUN_SESSIONS = 8;
const RUN_LEAST = 6;

const moved = (change: RatioChange | undefined): IndexChanges | undefined =>
  change?.kind === 'change'
    ? { from: change.from, ratio: change.ratio, russell: change.numerator, sp: change.denominator }
    : undefined;

/** A day is told as one only where the session before it has a close: over a gap it would be several. */
const overDay = (series: RatioSeries, { on, at }: Measured['end']): IndexChanges | undefined => {
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

const extremeAt = ({ dates, ratios }: RatioSeries, { on, at }: Measured['end']): RatioExtreme | undefined => {
  const monthAgo = monthsBefore(on, EXTREME_MONTHS);
  if ((dates[0] as IsoDate) > monthAgo) return undefined;
  const low = lastBeyond(ratios, at, (ratio, of) => ratio <= of);
  const high = lastBeyond(ratios, at, (ratio, of) => ratio >= of);
  const [way, place] = low < high ? (['lowest', low] as const) : (['highest', high] as const);
  const since = dates[place];
  if (since === undefined) return { way };
  return since <= monthAgo ? { way, since } : undefined;
};

const runAt = ({ ratios }: RatioSeries, { at }: Measured['end']): RatioStreak | undefined => {
  if (at < RUN_SESSIONS) return undefined;
  const recent = ratios.slice(at - RUN_SESSIONS, at + 1);
  const steps = recent.slice(1).map((ratio, place) => Math.sign(ratio - (recent[place] as number)));
  const [up, down] = [1, -1].map((way) => steps.filter((step) => step === way).length) as [number, number];
  if (Math.max(up, down) < RUN_LEAST) return undefined;
  return { way: up > down ? 'up' : 'down', count: Math.max(up, down), of: RUN_SESSIONS };
};

/** Where both indexes closed last, and how that stands to the day, the month and the closes before. */
export const closesOf = ({ result, reading }: RotationAnswer, { market }: Facts): BriefCloses | NoCloses => {
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

/** How a brief is to be made. */
export interface BriefOptions {
  /** What the last brief in its channel told; absent where there was none. */
  readonly since?: LastTold | undefined;
  /** IANA name of the zone whose calendar the brief's day is read in; New York's where it is left out. */
  readonly zone?: string | undefined;
}

const SIZES_BPS = [25, 50, 100];

const movesOf = (facts: Facts): { readonly moves: Brief['moves']; readonly figures: readonly AnsweredFigure[] } => {
  const compared = (way: -1 | 1) =>
    answer({ kind: 'compare-moves', moves: SIZES_BPS.map((size) => way * size) }, facts);
  const [cuts, hikes] = [compared(-1), compared(1)];
  return {
    moves: SIZES_BPS.map((size, at) => ({
      size,
      cut: cuts.compared[at] as ComparedMove,
      hike: hikes.compared[at] as ComparedMove,
    })),
    figures: [...cuts.figures, ...hikes.figures],
  };
};

/** The day's own changes and closes; those over a month come with the ratio's answer. */
const closeFigures = (closes: BriefCloses | NoCloses): readonly AnsweredFigure[] => {
  if (closes.kind === 'no-closes') return [];
  const { measured, russell, sp, day } = closes;
  const { on } = measured.end;
  const { source } = measured.stamp.provenance;
  const close = (id: string, name: string, value: number): AnsweredFigure => ({
    id: `${id}.close`,
    value,
    unit: 'index points',
    label: `${name}, close of ${on}`,
    source,
  });
  const change = (id: string, name: string, value: number): AnsweredFigure => ({
    id,
    value,
    unit: '%',
    label: `${name}, change from ${day?.from} to ${on}`,
    source,
  });
  return [
    close('rut', 'Russell 2000', russell),
    close('spx', 'S&P 500', sp),
    ...(day
      ? [
          change('ratio.change.1d', 'Russell 2000 ÷ S&P 500', day.ratio),
          change('rut.return.1d', 'Russell 2000', day.russell),
          change('spx.return.1d', 'S&P 500', day.sp),
        ]
      : []),
  ];
};

/** Of the ratio's answer, what a brief shows or has in its thread. */
const isShown = ({ id }: AnsweredFigure): boolean =>
  /^(?:ratio|rut|spx)\./.test(id) && !/\.(?:1w|3m|12m|inverse|outperformance)$/.test(id);

/**
 * The morning brief: the day and what the exchange does on it, the ratio and both indexes, the Fed, what 25, 50 and 100 bp
 * would mean, and what is not as the last brief told it. Nothing is filled in: what is missing or old is said to be.
 */
export const brief = (facts: Facts, { since, zone = MARKET_ZONE }: BriefOptions = {}): Brief => {
  const { now } = facts;
  const day = marketDay(now, zone);
  const rotation = answer({ kind: 'rotation' }, facts);
  const fedAnswer = answer({ kind: 'fed' }, facts);
  const [closes, fed] = [closesOf(rotation, facts), fedOf(fedAnswer, day.date)];
  const news = newsSince(since, { closes, fed }, zone);
  const { moves, figures: moveFigures } = movesOf(facts);
  const { views = [], ...reading } = isClosed(day) ? {} : relevantNotes({ closes, fed, news }, facts);
  const figures = [...closeFigures(closes), ...rotation.figures.filter(isShown), ...fedAnswer.figures, ...moveFigures];
  return {
    kind: 'brief',
    question: null,
    id: answerIdOf({ kind: 'brief', since, zone }, facts),
    asOf: utcDateOf(now),
    now,
    day,
    closes,
    fed,
    moves,
    news,
    ...reading,
    figures,
    views,
    sources: [...new Set([...figures.map(({ source }) => source), ...views.map(({ note }) => note)])],
  };
};
