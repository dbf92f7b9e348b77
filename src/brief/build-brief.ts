import { calendarDaysBetween, MARKET_ZONE, monthsBefore, previousSession } from '../calendar/index.ts';
import { portfolioEffect } from '../companies/index.ts';
import { type AnsweredFigure, answerIdOf, baseRateOf, type Facts, figuresFrom } from '../facts/index.ts';
import type { MeetingOdds } from '../fed/index.ts';
import { changeBetween, type RatioChange, type RatioSeries } from '../index-ratio/index.ts';
import type { ComparedMove } from '../topics/compare-moves/answer.ts';
import type { FedAnswer } from '../topics/fed/answer.ts';
import { answer } from '../topics/registry.ts';
import type { Measured, RotationAnswer } from '../topics/rotation/answer-type.ts';
import { basisPoints, type IsoDate, utcDateOf } from '../units.ts';
import {
  type Brief,
  type BriefCloses,
  type BriefCompanies,
  type BriefFed,
  type IndexChanges,
  type LastTold,
  type MeetingOutcome,
  type NoCloses,
  OUTCOMES,
  type RatioExtreme,
  type RatioStreak,
} from './brief.ts';
import { SIZES_BPS } from './effect.ts';
import { isClosed, marketDay } from './market-day.ts';
import { newsSince, teamNotesSince } from './news.ts';
import { relevantNotes } from './relevant-notes.ts';

/** A change of the ratio within this in a day counts as held. */
const HELD_PERCENT = 0.5;
/** A low or a high is mentioned from a month on. */
const EXTREME_MONTHS = 1;
const STREAK_SESSIONS = 8;
const STREAK_LEAST = 6;

const changesOver = (change: RatioChange | undefined): IndexChanges | undefined =>
  change?.kind === 'change'
    ? { from: change.from, ratio: change.ratio, russell: change.numerator, sp: change.denominator }
    : undefined;

/** The change over one day; undefined where the previous session has no close, since it would span several days. */
const overDay = (series: RatioSeries, { on, at }: Measured['end']): IndexChanges | undefined => {
  const before = series.dates[at - 1];
  if (before === undefined) return undefined;
  const session = previousSession(on);
  if (session.kind === 'session' && session.date !== before) return undefined;
  return changesOver(changeBetween(series, before, on));
};

const directionOf = (percent: number): BriefCloses['direction'] =>
  Math.abs(percent) <= HELD_PERCENT ? 'held' : percent > 0 ? 'gained' : 'slipped';

/** The last index before `end` whose ratio is at or beyond that of `end`; −1 where there is none. */
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

const streakAt = ({ ratios }: RatioSeries, { at }: Measured['end']): RatioStreak | undefined => {
  if (at < STREAK_SESSIONS) return undefined;
  const recent = ratios.slice(at - STREAK_SESSIONS, at + 1);
  const steps = recent.slice(1).map((ratio, place) => Math.sign(ratio - (recent[place] as number)));
  const [up, down] = [1, -1].map((way) => steps.filter((step) => step === way).length) as [number, number];
  if (Math.max(up, down) < STREAK_LEAST) return undefined;
  return { way: up > down ? 'up' : 'down', count: Math.max(up, down), of: STREAK_SESSIONS };
};

/**
 * The last closes, compared with the previous session, the month and the series.
 *
 * @throws where the ratio as of today was answered as anything but closes or none
 */
export const closesOf = ({ result, reading }: RotationAnswer, { market }: Facts): BriefCloses | NoCloses => {
  if (result.kind === 'no-closes') return { kind: 'no-closes', why: result.why, ...(reading && { reading }) };
  if (result.kind !== 'measured' || market.kind !== 'live') throw new Error(`the ratio today came as ${result.kind}`);
  const { ratio: series } = market;
  const { end, spans } = result;
  const day = overDay(series, end);
  const month = changesOver(spans.find(({ span }) => span === '1 month')?.change);
  const direction = day && directionOf(day.ratio);
  const extreme = extremeAt(series, end);
  const run = streakAt(series, end);
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

/** The likeliest outcome by futures; of two that are equal, the first in the order of {@link OUTCOMES}. */
const likeliestOutcome = (odds: Pick<MeetingOdds, MeetingOutcome>): MeetingOutcome =>
  OUTCOMES.reduce((best, one) => (odds[one] > odds[best] ? one : best));

/**
 * The range, the next meeting, and what futures imply of it.
 *
 * @param today the brief's own date, from which the days to the meeting count
 */
export const fedOf = ({ fed }: FedAnswer, today: IsoDate): BriefFed => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  return {
    fed,
    ...(fed.next.kind === 'meeting' && { daysToNext: calendarDaysBetween(today, fed.next.meeting.decision) }),
    ...(next?.kind === 'odds' && { odds: next, likeliest: likeliestOutcome(next) }),
  };
};

/** How a brief is built. */
interface BriefOptions {
  /** What the last brief in its channel reported; absent where there was none. */
  readonly since?: LastTold | undefined;
  /** IANA name of the zone that gives the brief its date; New York by default. */
  readonly zone?: string | undefined;
}

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

/** What the smallest move does to the workspace's own companies, the way that futures imply. */
const companiesOf = (facts: Facts, { likeliest }: BriefFed): BriefCompanies | undefined => {
  const { companies } = facts.companies ?? { companies: [] };
  if (companies.length === 0) return undefined;
  const move = basisPoints((likeliest === 'hike' ? 1 : -1) * (SIZES_BPS[0] as number));
  return { count: companies.length, move, effect: portfolioEffect(companies, move, baseRateOf(facts.fed)) };
};

const companyFigures = (companies: BriefCompanies | undefined, facts: Facts): readonly AnsweredFigure[] =>
  companies?.effect.weighted === undefined
    ? []
    : [
        figuresFrom(facts.companies?.source ?? '')(
          'companies.weighted',
          companies.effect.weighted,
          '%',
          'change in net income by weight, of those with a profit',
        ),
      ];

/** The closes and their changes in a day; the changes over a month are in the rotation answer. */
const closeFigures = (closes: BriefCloses | NoCloses): readonly AnsweredFigure[] => {
  if (closes.kind === 'no-closes') return [];
  const { measured, russell, sp, day } = closes;
  const { on } = measured.end;
  const { source } = measured.stamp.provenance;
  const close = (id: string, name: string, value: number): AnsweredFigure =>
    figuresFrom(source)(`${id}.close`, value, 'index points', `${name}, close of ${on}`);
  const change = (id: string, name: string, value: number): AnsweredFigure =>
    figuresFrom(source)(id, value, '%', `${name}, change from ${day?.from} to ${on}`);
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

/** True for those figures of the rotation answer that a brief or its thread shows. */
const isShown = ({ id }: AnsweredFigure): boolean =>
  /^(?:ratio|rut|spx)\./.test(id) && !/\.(?:1w|3m|12m|inverse|outperformance)$/.test(id);

/**
 * Builds the morning brief: the day's session, the ratio and both indexes, the Fed, the effect of 25, 50 and 100 bp, and what
 * changed since the last brief. It takes all of it from the answers to ordinary questions; missing or old data stay marked
 * as such.
 *
 * @throws {RangeError} for a zone that the runtime does not know
 */
export const buildBrief = (facts: Facts, { since, zone = MARKET_ZONE }: BriefOptions = {}): Brief => {
  const { now } = facts;
  const day = marketDay(now, zone);
  const rotation = answer({ kind: 'rotation' }, facts);
  const fedAnswer = answer({ kind: 'fed' }, facts);
  const [closes, fed] = [closesOf(rotation, facts), fedOf(fedAnswer, day.date)];
  const news = newsSince(since, { closes, fed }, zone);
  const { moves, figures: moveFigures } = movesOf(facts);
  const { views = [], ...reading } = isClosed(day)
    ? {}
    : relevantNotes({ closes, fed, news, day, told: since?.views }, facts);
  const companies = companiesOf(facts, fed);
  const teamNotes = teamNotesSince(since, facts);
  const added = teamNotes.added?.notes.map(({ id: note }) => note) ?? [];
  const figures = [
    ...closeFigures(closes),
    ...rotation.figures.filter(isShown),
    ...fedAnswer.figures,
    ...moveFigures,
    ...companyFigures(companies, facts),
  ];
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
    ...(companies && { companies }),
    news,
    teamNotes,
    ...reading,
    figures,
    views,
    sources: [...new Set([...figures.map(({ source }) => source), ...views.map(({ note }) => note), ...added])],
  };
};
