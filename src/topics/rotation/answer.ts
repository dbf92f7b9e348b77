import { addMonths, newYorkTime } from '../../calendar/index.ts';
import {
  answerIdOf,
  type ClosesStamp,
  closesKnown,
  type Facts,
  type Fed,
  type KnownPair,
  type LiveMarket,
  type Pair,
  pairKnown,
  printedRatios,
  printedReading,
  US_PAIR,
} from '../../facts/index.ts';
import { decisionsBetween, FIRST_CUTS } from '../../fed/index.ts';
import {
  type RatioSeries,
  recessionReturns,
  requiredOutperformance,
  studyCycles,
  studyRates,
} from '../../index-ratio/index.ts';
import { type IsoDate, isoDate, isoMonthOf, multiple, utcDateOf } from '../../units.ts';
import type { NotMeasured, RotationAnswer, StudiedRates } from './answer-type.ts';
import { rotationFigures, rotationSources } from './figures.ts';
import { dayCloses, distanceAsked, measured } from './measures.ts';
import type { RotationQuestion } from './question.ts';

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

const rowsBetween = (series: RatioSeries, from: IsoDate, to: IsoDate): readonly string[] => {
  const { dates, numerator, denominator, ratios } = series;
  const rows: string[] = [];
  for (const [at, date] of dates.entries()) {
    if (date > to) break;
    if (date >= from) rows.push(`${date},${numerator[at]},${denominator[at]},${ratios[at]}`);
  }
  return rows;
};

/**
 * The closes an answer speaks of, a row a session, in full precision: those between the dates asked for, else of the chart.
 * Every row says whose closes they are, so that made-up numbers stay labelled. For the cycles, a row a cycle and horizon; for
 * rate moves, a row a month.
 */
const csvOf = (
  result: RotationAnswer['result'],
  { ratio, provenance }: Pick<LiveMarket, 'ratio' | 'provenance'>,
  { small, large }: Pair = US_PAIR,
): string | undefined => {
  const source = quoted(`${provenance.source}${provenance.doubts ? ', in doubt' : ''}`);
  if (result.kind === 'cycles') {
    const rows = result.study.cycles.flatMap(({ firstCut, from, returns }) =>
      returns.map(({ months, until, small, large }) => `${firstCut},${from},${months},${until},${small},${large}`),
    );
    return csv(`first_cut,from,months,until,${small.id}_return_percent,${large.id}_return_percent`, rows, source);
  }
  if (result.kind === 'rates') {
    const rows = result.study.months.map(
      ({ month, move, isRecession, same, after }) => `${month},${move},${isRecession ? 1 : 0},${same},${after ?? ''}`,
    );
    return csv('month,move_points,recession,ratio_log_percent,ratio_log_percent_12m_after', rows, source);
  }
  const [first] = result.kind === 'measured' ? result.points : [];
  if (result.kind !== 'measured' || first === undefined) return undefined;
  return csv(`date,${small.id}_close,${large.id}_close,ratio`, rowsBetween(ratio, first.on, result.end.on), source);
};

const csv = (head: string, rows: readonly string[], source: string): string => {
  const end = `,${source}\n`;
  return `${head},source\n${rows.join(end)}${rows.length > 0 ? end : ''}`;
};

const upTo = ({ dates, numerator, denominator, ratios }: RatioSeries, last: IsoDate): RatioSeries => {
  const count = dates.at(-1) === last ? dates.length : dates.findIndex((date) => date > last);
  if (count < 0 || count === dates.length) return { dates, numerator, denominator, ratios };
  const cut = <T>(values: readonly T[]): readonly T[] => values.slice(0, count);
  return { dates: cut(dates), numerator: cut(numerator), denominator: cut(denominator), ratios: cut(ratios) };
};

/** The Board's own table of moves begins with that year. */
const FIRST_MOVE = isoDate('1990-01-01');

const studiedRates = (
  series: RatioSeries,
  stamp: ClosesStamp,
  { outcomes, sinceRecord }: Fed,
  today: IsoDate,
): StudiedRates | NotMeasured => {
  const unknown = outcomes.kind === 'unknown' ? outcomes.meetings[0]?.decision : undefined;
  const moves = [...decisionsBetween(FIRST_MOVE, today), ...sinceRecord];
  const last = unknown === undefined ? isoMonthOf(today) : addMonths(isoMonthOf(unknown), -1);
  const study = studyRates(series, moves, isoMonthOf(FIRST_MOVE), last);
  if (study.after.all === undefined) return { kind: 'too-few-months', months: study.months.length };
  return {
    kind: 'rates',
    stamp,
    study,
    recessions: recessionReturns(series),
    ...(unknown !== undefined && { unknownMeeting: unknown }),
  };
};

const pairAsked = ({ benchmark }: RotationQuestion, { pairs }: Facts): KnownPair | undefined =>
  pairs.find(({ pair }) => pair.name === benchmark);

const resultOf = (question: RotationQuestion, facts: Facts, printed?: number): RotationAnswer['result'] => {
  const { benchmark } = question;
  const other = benchmark === undefined ? undefined : pairAsked(question, facts);
  if (benchmark !== undefined && other?.kind !== 'closes') {
    return { kind: 'not-available', benchmark, ...(other && { refused: other.words }) };
  }
  if (other?.kind === 'closes') {
    const stamp = pairKnown(other, facts.now);
    return stamp === undefined
      ? { kind: 'before-first', date: utcDateOf(facts.now), first: other.ratio.dates[0] as IsoDate }
      : resultFrom(question, other, stamp, facts);
  }
  const { market, now } = facts;
  if (market.kind === 'printed') return { kind: 'no-closes', why: market.why };
  return resultFrom(question, market, closesKnown(market, now), facts, printed);
};

const resultFrom = (
  question: RotationQuestion,
  market: Pick<LiveMarket, 'ratio'>,
  stamp: ClosesStamp | undefined,
  { fed, now }: Facts,
  printed?: number,
): RotationAnswer['result'] => {
  if (stamp === undefined) {
    return { kind: 'no-closes', why: { kind: 'before-first', first: market.ratio.dates[0] as IsoDate } };
  }
  const today = newYorkTime(now).date;
  const { at, distance } = question;
  if (at !== undefined) return dayCloses(question, market, stamp, today);
  if (distance !== undefined) return distanceAsked({ ...question, distance }, market, stamp, fed, today);
  if (question.rates) return studiedRates(upTo(market.ratio, stamp.on), stamp, fed, today);
  if (!question.cycles) return measured(question, market, stamp, fed, today, printed);
  const known = FIRST_CUTS.filter(({ on }) => on <= stamp.on);
  return {
    kind: 'cycles',
    stamp,
    study: studyCycles(
      upTo(market.ratio, stamp.on),
      known.map(({ on }) => on),
    ),
    firstCuts: known,
  };
};

/**
 * Where small caps stand against large caps: the ratio, how it and both indexes changed, its rank, trend and peak, and what
 * a level would take; or how both did after the first cuts of past cycles, and around every move of the Fed. Without closes, what the notes print.
 */
export const answerRotation = (question: RotationQuestion, facts: Facts): RotationAnswer => {
  const reading = printedReading(facts);
  const result = resultOf(question, facts, reading?.level);
  const isPrinted = result.kind === 'no-closes';
  const hasPrinted = result.kind !== 'day-closes' && result.kind !== 'distance' && question.benchmark === undefined;
  const rows = isPrinted && hasPrinted ? printedRatios(facts, utcDateOf(facts.now)) : [];
  const { level } = question;
  const answered = {
    result,
    ...(reading && hasPrinted && { reading }),
    ...(question.sinceLast !== undefined && { fed: facts.fed }),
    rows,
    ...(isPrinted &&
      reading &&
      level !== undefined && {
        neededFromPrint: { level: multiple(level), lead: requiredOutperformance(reading.level, level) },
      }),
  };
  const other = question.benchmark === undefined ? facts.market : pairAsked(question, facts);
  const csv =
    question.csv && other !== undefined && 'ratio' in other
      ? csvOf(result, other, 'pair' in other ? other.pair : US_PAIR)
      : undefined;
  return {
    kind: 'rotation',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    ...answered,
    ...(csv !== undefined && { csv }),
    figures: rotationFigures(answered),
    views: [],
    sources: rotationSources(answered),
  };
};
