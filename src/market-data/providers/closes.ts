import {
  addDays,
  isStockholmSession,
  lastFinalSession,
  lastStockholmSession,
  newYorkTime,
  sessionOn,
} from '../../calendar/index.ts';
import type { Pair } from '../../facts/index.ts';
import { alignCloses, type RatioSeries } from '../../index-ratio/index.ts';
import { CITED_PAIRS } from '../../record/index.ts';
import type { IsoDate, IsoInstant } from '../../units.ts';
import { judgeLevels } from '../cited-levels.ts';
import { type Closes, type DataResult, ok, type Provider, unavailable, unavailableBecause } from '../port.ts';
import {
  dayName,
  dayOff,
  isSplit,
  judgeRhythm,
  jumpIn,
  MOST_PERCENT_A_DAY,
  outOfOrder,
  standingAlone,
  standingStill,
  type Where,
} from '../rhythm.ts';

/** A close as a provider sent it, or as a file has it. */
export interface RawClose {
  readonly on: IsoDate;
  readonly close: number | null;
  /** The line of a file. */
  readonly line?: number;
}

/** Closes that are final, of days on which the exchange traded; dates ascending, none twice. */
export interface FinalCloses {
  /** The symbol or the column. */
  readonly label: string;
  readonly dates: readonly IsoDate[];
  readonly closes: readonly number[];
  /** Days that were sent and are left out for want of a close. */
  readonly without: ReadonlySet<IsoDate>;
  readonly where: Where;
  /** What was left out, in words. */
  readonly remarks: readonly string[];
  readonly doubts: readonly string[];
}

/** A history of less than a year is no history of 37 years. */
const LEAST_CLOSES = 252;
/** The newest day whose close is final. Where the calendar does not know the year, today from 16:15 New York time. */
export const lastFinalDay = (now: IsoInstant, exchange: Pair['exchange'] = 'New York'): IsoDate => {
  if (exchange === 'Stockholm') return lastStockholmSession(now);
  const session = lastFinalSession(now);
  if (session.kind === 'session') return session.date;
  const { date, time } = newYorkTime(now);
  return time >= '16:15' ? date : addDays(date, -1);
};

const isTrading = (date: IsoDate, exchange: Pair['exchange']): boolean =>
  exchange === 'Stockholm' ? isStockholmSession(date) : !['closed', 'weekend'].includes(sessionOn(date).kind);

const counted = (count: number, words: string): string => `${count} ${count === 1 ? 'day' : 'days'} ${words} left out`;

const shutRemark = (shut: readonly RawClose[], label: string, where: Where): readonly string[] => {
  const [first] = shut;
  if (first === undefined) return [];
  return [
    // a row of a file is left out as a whole
    `${counted(shut.length, `${first.line === undefined ? `of ${label} ` : ''}on which the exchange was shut`)}, the first ${where(first.on)}, a ${dayName(first.on)}`,
  ];
};

/** How a series is called, and what is expected of it. */
export interface Expected {
  readonly provider: Provider;
  /** The symbol or column, for problems and remarks. */
  readonly label: string;
  /** With fewer closes the reply counts as empty. */
  readonly least?: number;
  readonly exchange?: Pair['exchange'];
  /** The file, where lines of several are named. */
  readonly file?: string;
}

/**
 * What may be counted on of what a provider sent or a file holds: the running day, days without a close and days on which
 * the exchange was shut are left out and counted. Of two closes of one day the later sent is taken. A move beyond 25 % from
 * one day to the next, and dates that are a day off, make the whole series implausible; rows out of order, a close far from
 * its neighbours and one that stands still put it in doubt.
 *
 * @param sent in any order; closes in index points
 */
export const finalCloses = (
  { provider, label, least = LEAST_CLOSES, exchange = 'New York', file }: Expected,
  sent: readonly RawClose[],
  now: IsoInstant,
): DataResult<FinalCloses> => {
  const until = lastFinalDay(now, exchange);
  const lines = new Map(sent.flatMap(({ on, line }) => (line === undefined ? [] : [[on, line] as const])));
  const where: Where = (on) => (lines.has(on) ? `${file ? `${file}, ` : ''}line ${lines.get(on)} (${on})` : on);
  const past = sent.filter(({ on }) => on <= until);
  const known = past.flatMap(({ on, close }) =>
    close !== null && Number.isFinite(close) && close > 0 ? [{ on, close }] : [],
  );
  const trading = known.filter(({ on }) => isTrading(on, exchange));
  const rows = [...new Map(trading.map((row) => [row.on, row])).values()].sort((one, other) =>
    one.on < other.on ? -1 : 1,
  );
  const implausible = (words: string) => unavailableBecause(provider, 'implausible', words);
  const off = dayOff(
    known.map(({ on }) => on),
    where,
  );
  if (off !== undefined) return implausible(`${provider}: ${off}`);
  if (rows.length < least) {
    return unavailableBecause(
      provider,
      'empty',
      `${provider} sent ${rows.length} closes of ${label}, at least ${least} were expected`,
    );
  }
  const jump = jumpIn(rows);
  if (jump !== undefined) {
    const like = isSplit(jump.quotient) ? ', as a split or another unit would' : '';
    return implausible(`${provider} has ${label} move by more than ${MOST_PERCENT_A_DAY}% on ${where(jump.on)}${like}`);
  }
  const twice = trading.length - rows.length;
  const order = outOfOrder(past.map(({ on }) => on));
  const withDates = new Set(known.map(({ on }) => on));
  const without = new Set(past.map(({ on }) => on).filter((on) => !withDates.has(on) && isTrading(on, exchange)));
  const shut = past.filter(({ on, close }) => close !== null && !isTrading(on, exchange));
  return ok({
    label,
    dates: rows.map(({ on }) => on),
    closes: rows.map(({ close }) => close),
    without,
    where,
    remarks: [
      ...(without.size > 0 ? [counted(without.size, `without a close of ${label}`)] : []),
      ...shutRemark(shut, label, where),
      ...(twice > 0 ? [counted(twice, `of ${label} sent twice, the earlier close`)] : []),
    ],
    doubts: [
      ...(order ? [`${where(order.on)} is out of order behind ${where(order.after)}`] : []),
      ...[...standingAlone(rows, where), ...standingStill(rows, where)].map((words) => `${label}: ${words}`),
    ],
  });
};

/** The names problems and remarks call the indexes by. */
export const RUSSELL = 'Russell 2000';
export const SP500 = 'S&P 500';

interface Origin {
  readonly provider: Provider;
  readonly source: string;
  readonly fetchedAt: IsoInstant;
  readonly isSynthetic?: boolean;
  readonly remarks?: readonly string[];
}

const problemsOf = (legs: readonly DataResult<FinalCloses>[]) => {
  const problems = legs.flatMap((leg) => (leg.kind === 'ok' ? [] : leg.problems));
  return unavailable(...new Map(problems.map((problem) => [problem.words, problem])).values());
};

const onlyIn = (one: readonly IsoDate[], other: readonly IsoDate[]): readonly IsoDate[] => {
  const [first, last, there] = [other[0] as IsoDate, other.at(-1) as IsoDate, new Set(other)];
  return one.filter((on) => on >= first && on <= last && !there.has(on));
};

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

/**
 * Both indexes of one provider, or of one person's files, as one value, held against its own rhythm and, where they are the
 * Russell 2000 and the S&P 500, against the closes that the product cites. Legs of two providers are never put together.
 */
export const pairIndexes = (
  small: DataResult<FinalCloses>,
  large: DataResult<FinalCloses>,
  { provider, source, fetchedAt, isSynthetic = false, remarks = [] }: Origin,
  { basis, exchange, name }: Pick<Pair, 'basis' | 'exchange' | 'name'> = { basis: 'price index', exchange: 'New York' },
): DataResult<Closes> => {
  if (small.kind !== 'ok' || large.kind !== 'ok') return problemsOf([small, large]);
  const [one, other] = [small.value, large.value];
  const aligned = alignCloses({ name: one.label, basis, ...one }, { name: other.label, basis, ...other });
  const asOf = aligned.kind === 'aligned' ? aligned.series.dates.at(-1) : undefined;
  if (aligned.kind !== 'aligned' || asOf === undefined) {
    return unavailableBecause(provider, 'implausible', `${provider} has no day on which both indexes closed`);
  }
  const series: RatioSeries = aligned.series;
  const alone = [...onlyIn(one.dates, other.dates), ...onlyIn(other.dates, one.dates)].filter(
    (on) => !one.without.has(on) && !other.without.has(on),
  );
  const left = new Set([...one.without, ...other.without, ...alone]);
  const judged = [
    ...(isSynthetic ? [] : [judgeRhythm(series.dates, exchange, left, one.where)]),
    ...(isSynthetic || name !== undefined
      ? []
      : [judgeLevels(series, CITED_PAIRS, { small: one.label, large: other.label }, one.where)]),
  ];
  const refused = judged.find(({ kind }) => kind === 'refused');
  if (refused?.kind === 'refused') return unavailableBecause(provider, 'implausible', `${provider}: ${refused.words}`);
  const accepted = judged.flatMap((one) => (one.kind === 'accepted' ? [one] : []));
  const doubts = unique([...one.doubts, ...other.doubts, ...accepted.flatMap((part) => part.doubts)]);
  return ok({
    ratio: series,
    check: { kind: 'not-applicable' },
    provenance: {
      provider,
      source,
      asOf,
      fetchedAt,
      isFallback: false,
      isCached: false,
      isSynthetic,
      remarks: unique([
        ...remarks,
        ...one.remarks,
        ...other.remarks,
        ...(alone.length > 0 ? [counted(alone.length, 'with a close of one index only')] : []),
        ...accepted.flatMap((part) => part.remarks),
      ]),
      ...(doubts.length > 0 && { doubts }),
      problems: [],
    },
  });
};
