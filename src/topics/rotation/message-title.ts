import { monthsBefore } from '../../calendar/index.ts';
import {
  capitalized,
  change,
  day,
  dayNear,
  fitHeading,
  type Line,
  levelGiven,
  percentOf,
  plural,
  ratioGiven,
  unbroken,
} from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import {
  ageOf,
  isInDoubt,
  isStale,
  type PairNames,
  pairNames,
  rankOf,
  ratioLevelGiven,
  SYNTHETIC,
} from '../../wording/index.ts';
import type { Measured, RotationAnswer } from './answer-type.ts';

const besides = (percent: number, average: string): string =>
  percent === 0
    ? `at the ${average}`
    : `${percentOf(Math.abs(percent))} ${percent > 0 ? 'over' : 'under'} the ${average}`;

const trendWords = ({ trend }: Measured): string =>
  trend.kind === 'trend'
    ? `${capitalized(besides(trend.short.distance, '50-day average'))}, ${besides(trend.long.distance, '200-day')}`
    : `Needs ${trend.needed} sessions; there ${trend.sessions === 1 ? 'is' : 'are'} ${trend.sessions}`;

const LEAST_YEARS = 10;
const MONTHS_A_YEAR = 12;

/** Closes of a few years may begin after an index's record: their highest is theirs alone. */
export const reachesFarBack = ({ firstDay, end }: Pick<Measured, 'firstDay' | 'end'>): boolean =>
  firstDay <= monthsBefore(end.on, LEAST_YEARS * MONTHS_A_YEAR);

/** `1987`, or `2 Oct 2026` where the closes begin only lately. */
const firstWords = (measured: Measured): string =>
  reachesFarBack(measured) ? measured.firstDay.slice(0, 4) : day(measured.firstDay);

const peakWords = (measured: Measured): string => {
  const { drawdown, firstDay } = measured;
  if (drawdown.drawdown === 0) return `At its high since ${firstWords(measured)}`;
  const since = reachesFarBack(measured) ? '' : ` since ${day(firstDay)}`;
  return `${percentOf(-drawdown.drawdown)} under its high${since} of ${ratioGiven(drawdown.high)}, ${day(drawdown.highOn)}`;
};

const recordWords = (measured: Measured, today: IsoDate): string => {
  const { record, firstDay } = measured;
  const high = `${levelGiven(record.close)} on ${dayNear(record.on, today)}`;
  const close = reachesFarBack(measured) ? `Record close ${high}` : `Highest close since ${day(firstDay)}: ${high}`;
  if (record.sessionsSince === 0) return `${close}, that very session`;
  return `${close}, ${plural(record.sessionsSince, 'session')} ago`;
};

const RECENT_YEARS = 5;

/** `Ratio at or below this on 8.5% of days since 1987, on 14.1% of the last 5 years’`. */
const rankWords = (measured: Measured): string => {
  const { percentile, ranks } = measured;
  const all = `Ratio at or below this on ${rankOf(percentile)} of days since ${firstWords(measured)}`;
  const recent = ranks.find(({ years }) => years === RECENT_YEARS);
  if (recent) return `${all}, on ${rankOf(recent.percentile)} of the last ${RECENT_YEARS} years’`;
  return reachesFarBack(measured) ? all : `${all}, where these closes begin`;
};

/** Where the ratio stands among its own days: rank, trend, distance from its high, and the Russell's record. */
export const placeLines = (measured: Measured, today: IsoDate): readonly Line[] => [
  { label: 'Rank', words: rankWords(measured) },
  { label: 'Trend', words: trendWords(measured) },
  { label: 'Peak', words: peakWords(measured) },
  measured.stamp.pair
    ? { label: 'Record', words: `${pairNames(measured.stamp).small}: ${recordWords(measured, today)}` }
    : { label: 'Russell', words: recordWords(measured, today) },
];

/** Within half a percent either way the two are level. */
const LEVEL_PERCENT = 0.5;

type Way = 'gained' | 'lost' | 'level';

const wayOf = (percent: number): Way =>
  Math.abs(percent) <= LEVEL_PERCENT ? 'level' : percent > 0 ? 'gained' : 'lost';

const NOW: Record<Way, string> = { gained: 'are gaining ground', lost: 'are losing ground', level: 'are level' };
const SINCE: Record<Way, string> = { gained: 'have gained ground', lost: 'have lost ground', level: 'are level' };
const THEN: Record<Way, string> = { gained: 'gained ground', lost: 'lost ground', level: 'stayed level' };

/** The side of the 200-day average that a month's way goes against; undefined where they agree or one of them is level. */
const trendAgainst = (way: Way, { trend }: Measured): { readonly side: string; readonly words: string } | undefined => {
  if (trend.kind !== 'trend' || way === 'level') return undefined;
  const { distance } = trend.long;
  const side = { gained: 'above', lost: 'below', level: undefined }[wayOf(distance)];
  if (side === undefined || (side === 'above') === (way === 'gained')) return undefined;
  return { side, words: besides(distance, '200-day average') };
};

/** `9 Jul to 25 Jul 2024`; the first year only where it differs. */
const spanWords = (from: IsoDate, to: IsoDate): string =>
  from.slice(0, 4) === to.slice(0, 4) ? `${day(from).slice(0, -5)} to ${day(to)}` : `${day(from)} to ${day(to)}`;

const ratioWords = ({ end, isProvisional, stamp }: Measured): string => {
  const mark = isInDoubt(stamp) ? ' (in doubt)' : isProvisional ? ' (provisional)' : '';
  return `ratio ${ratioGiven(end.ratio)}${mark}`;
};

/** `the Russell would have to outperform the S&P by 6.99%`, `the Russell could lag the S&P by 3.00%`. */
export const leadWords = (lead: number, { small, largeShort }: PairNames): string => {
  const [one, other] = [
    /^Russell$/.test(small) ? 'the Russell' : small,
    /^S&P$/.test(largeShort) ? 'the S&P' : largeShort,
  ];
  if (lead === 0) return 'no lead is needed: the ratio is there';
  return lead > 0
    ? `${one} would have to outperform ${other} by ${percentOf(lead)}`
    : `${one} could lag ${other} by ${percentOf(-lead)}`;
};

const measuredTitle = (measured: Measured, { question, asOf: today }: RotationAnswer): string => {
  const { stamp, end, asked, needed, spans } = measured;
  const { small, largeShort, ratio: named, caps } = pairNames(stamp);
  const whose = stamp.pair ? `${named}: ` : '';
  if (asked && question.to !== undefined) {
    const { ratio, numerator, denominator } = asked.change;
    return `${caps} ${THEN[wayOf(ratio)]}, ${spanWords(asked.change.from, asked.change.to)}: ${unbroken(`${small} ${change(numerator)}`)}, ${unbroken(`${largeShort} ${change(denominator)}`)}`;
  }
  if (question.to !== undefined)
    return `${whose}${whose ? 'the' : 'The'} ${ratioWords(measured)} at the close of ${day(end.on)}`;
  if (question.level !== undefined && needed) {
    const of = isStale(stamp) ? ` on ${dayNear(end.on, today)}` : '';
    return `To ${ratioLevelGiven(needed.level)} ${leadWords(needed.lead, pairNames(stamp))}: ${ratioWords(measured)}${of}`;
  }
  if (isStale(stamp) && asked) {
    return `${whose}${whose ? 'ratio' : 'Ratio'} ${change(asked.change.ratio)}, ${spanWords(asked.change.from, asked.change.to)}, the newest close, ${ageOf(stamp)}`;
  }
  if (isStale(stamp)) {
    return `${whose}${whose ? 'ratio' : 'Ratio'} ${ratioGiven(end.ratio)}${isInDoubt(stamp) ? ' (in doubt)' : ''} at the close of ${dayNear(end.on, today)}, ${ageOf(stamp)}`;
  }
  if (asked) {
    return `${caps} ${SINCE[wayOf(asked.change.ratio)]} since ${dayNear(asked.change.from, today)}: ${ratioWords(measured)}, ${change(asked.change.ratio)}`;
  }
  const month = spans.find(({ span }) => span === '1 month')?.change;
  if (month?.kind !== 'change') return `${named}: ${ratioWords(measured)}`;
  const moved = `${ratioWords(measured)}, ${change(month.ratio)} in a month`;
  const against = trendAgainst(wayOf(month.ratio), measured);
  return against
    ? `${caps} ${NOW[wayOf(month.ratio)]} but ${against.side} trend: ${moved}, ${against.words}`
    : `${caps} ${NOW[wayOf(month.ratio)]}: ${moved}`;
};

/** The answer in a line: what the lock screen shows. */
export const rotationTitle = (measured: Measured, answer: RotationAnswer): string => {
  const title = measuredTitle(measured, answer);
  return measured.stamp.provenance.isSynthetic ? fitHeading(`${SYNTHETIC}. ${title}`) : fitHeading(title);
};
