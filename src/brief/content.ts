import { type AnsweredFigure, type ComparedMove, type Facts, receiptOf } from '../answers/index.ts';
import { MARKET_ZONE } from '../calendar/index.ts';
import { dateOf } from '../units.ts';
import { asked } from './asked.ts';
import type { Brief, BriefCloses, NoCloses } from './brief.ts';
import { closesTold } from './closes.ts';
import { fedTold } from './fed.ts';
import { isClosed, marketDay } from './market-day.ts';
import { newsSince } from './news.ts';
import type { BriefMark } from './schedule.ts';
import { worthReading } from './worth-reading.ts';

/** How a brief is to be made. */
export interface BriefHow {
  /** What the last brief in its channel told; absent where there was none. */
  readonly since?: BriefMark | undefined;
  /** IANA name of the zone whose calendar the brief's day is read in; New York's where it is left out. */
  readonly zone?: string | undefined;
}

const SIZES_BPS = [25, 50, 100];

const movesOf = (facts: Facts): { readonly moves: Brief['moves']; readonly figures: readonly AnsweredFigure[] } => {
  const compared = (way: -1 | 1) => asked({ kind: 'compare-moves', moves: SIZES_BPS.map((size) => way * size) }, facts);
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
export const brief = (facts: Facts, { since, zone = MARKET_ZONE }: BriefHow = {}): Brief => {
  const { now } = facts;
  const day = marketDay(now, zone);
  const rotation = asked({ kind: 'rotation' }, facts);
  const fedAnswer = asked({ kind: 'fed' }, facts);
  const [closes, fed] = [closesTold(rotation, facts), fedTold(fedAnswer, day.date)];
  const news = newsSince(since, { closes, fed }, zone);
  const { moves, figures: moveFigures } = movesOf(facts);
  const { views = [], ...reading } = isClosed(day) ? {} : worthReading({ closes, fed, news }, facts);
  const figures = [...closeFigures(closes), ...rotation.figures.filter(isShown), ...fedAnswer.figures, ...moveFigures];
  return {
    kind: 'brief',
    question: null,
    id: receiptOf({ kind: 'brief', since, zone }, facts),
    asOf: dateOf(now),
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
