import { FIRST_CUTS } from '../../src/fed/decision-record.ts';
import { decisionsBetween } from '../../src/fed/decisions.ts';
import { exactInterval, recessionReturns, studyCycles } from '../../src/index-ratio/cycle-study.ts';
import { recordCloseAt } from '../../src/index-ratio/distance.ts';
import { studyRates } from '../../src/index-ratio/rate-study.ts';
import { changeBetween, type RatioSeries, readAt } from '../../src/index-ratio/series.ts';
import { isoDate } from '../../src/units.ts';
import {
  ANCHORS,
  BASE_RATE,
  INTERVAL,
  JULY_2024,
  RATE_STUDY,
  RECESSION_LEADS,
  RECORD,
  SMALL_CAPS_LED,
} from './anchors.ts';

/** One figure against what was published. */
export interface Check {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  /** Undefined where the file does not reach that far. */
  readonly holds: boolean | undefined;
}

const within = (
  what: string,
  expected: number,
  found: number | undefined,
  tolerance: number,
  digits: number,
): Check => ({
  what,
  expected: `${expected} ± ${tolerance}`,
  found: found === undefined ? 'not in the file' : found.toFixed(digits),
  holds: found === undefined ? undefined : Math.abs(found - expected) <= tolerance,
});

const ratioChecks = (series: RatioSeries): Check[] =>
  ANCHORS.flatMap(({ on, ratio }) => {
    const read = readAt(series, isoDate(on));
    const isThere = read.kind === 'reading' && read.on === on;
    return [within(`ratio on ${on}`, ratio, isThere ? read.ratio : undefined, 0.0005, 4)];
  });

const july2024 = (series: RatioSeries): Check[] => {
  const { from, to, russell, sp500 } = JULY_2024;
  const change = changeBetween(series, isoDate(from), isoDate(to));
  const isThere = change.kind === 'change' && change.from === from && change.to === to;
  return [
    within(`Russell ${from} to ${to}, %`, russell, isThere ? change.numerator : undefined, 0.005, 4),
    within(`S&P ${from} to ${to}, %`, sp500, isThere ? change.denominator : undefined, 0.005, 4),
  ];
};

const record = (series: RatioSeries): Check => {
  const isThere = series.dates.includes(isoDate(RECORD.since)) && series.dates.includes(isoDate(RECORD.on));
  const found = isThere ? recordCloseAt(series, 'numerator', isoDate(RECORD.on)) : undefined;
  return {
    what: `Russell's record on ${RECORD.on}`,
    expected: `${RECORD.close} of ${RECORD.since}, ${RECORD.sessions} sessions`,
    found: found === undefined ? 'not in the file' : `${found.close} of ${found.on}, ${found.sessionsSince} sessions`,
    holds:
      found && found.close === RECORD.close && found.on === RECORD.since && found.sessionsSince === RECORD.sessions,
  };
};

const cycles = (series: RatioSeries): Check => {
  const study = studyCycles(
    series,
    FIRST_CUTS.map(({ on }) => on),
  );
  const { months, led, of } = SMALL_CAPS_LED;
  const found = study.tally.find((one) => one.months === months);
  return {
    what: 'small caps led 12 months after a first cut',
    expected: `${led} of ${of}`,
    found: found === undefined ? 'none' : `${found.led} of ${found.of}`,
    holds: found?.of === of ? found.led === led : undefined,
  };
};

const base = (series: RatioSeries): Check => {
  const found = studyCycles(series, []).tally.find(({ months }) => months === 12)?.base;
  const isThere =
    series.dates[0] !== undefined && series.dates[0] < '1988' && (series.dates.at(-1) as string) >= '2026-09';
  const share = found && isThere ? (found.led / found.of) * 100 : undefined;
  return within(
    `led in all windows of ${BASE_RATE.sessions} sessions, %`,
    BASE_RATE.percent,
    share,
    BASE_RATE.within,
    2,
  );
};

const interval = (): Check => {
  const { low, high } = exactInterval(SMALL_CAPS_LED.led, SMALL_CAPS_LED.of);
  return {
    what: 'interval of 3 in 8, 95 %',
    expected: `${INTERVAL.low} to ${INTERVAL.high} %`,
    found: `${low.toFixed(2)} to ${high.toFixed(2)} %`,
    holds: Math.round(low) === INTERVAL.low && Math.round(high) === INTERVAL.high,
  };
};

const recessions = (series: RatioSeries): Check[] => {
  const found = recessionReturns(series);
  const leads = RECESSION_LEADS.map(([peak, lead]) =>
    within(`lead in the recession after ${peak}, %`, lead, found.find((one) => one.peak === peak)?.lead, 0.005, 3),
  );
  const led = found.filter(({ lead }) => lead > 0).length;
  const isWhole = found.length === RECESSION_LEADS.length;
  return [
    ...leads,
    {
      what: 'recessions in which the Russell led',
      expected: '3 of 4',
      found: `${led} of ${found.length}`,
      holds: isWhole ? led === 3 : undefined,
    },
  ];
};

const rates = (series: RatioSeries): Check[] => {
  const { first, last } = RATE_STUDY;
  const study = studyRates(series, decisionsBetween(isoDate('1989-01-01'), isoDate('2026-09-18')), first, last);
  const isThere = study.months[0]?.month === first && study.months.at(-1)?.month === last;
  return (['same', 'after'] as const).flatMap((horizon) => {
    const { coefficient, t } = RATE_STUDY[horizon];
    const found = isThere ? study[horizon].all : undefined;
    const what = `${study[horizon].horizon}, a point of rate`;
    return [within(`${what}, %`, coefficient, found?.coefficient, 0.05, 3), within(`${what}, t`, t, found?.t, 0.1, 2)];
  });
};

/** Everything published that a series of closes can be held against. */
export const checksOf = (series: RatioSeries): readonly Check[] => [
  ...ratioChecks(series),
  ...july2024(series),
  record(series),
  cycles(series),
  base(series),
  interval(),
  ...recessions(series),
  ...rates(series),
];

const farthest = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? Number.POSITIVE_INFINITY))), 0);

/** Whether a provider gave back what was put in: the same days, the same closes. */
export const sameAs = (put: RatioSeries, got: RatioSeries, tolerance: number): Check => {
  const off = Math.max(farthest(put.numerator, got.numerator), farthest(put.denominator, got.denominator));
  const holds = put.dates.join() === got.dates.join() && off <= tolerance;
  return {
    what: 'days and closes as in the file',
    expected: `${put.dates.length} days, within ${tolerance}`,
    found: `${got.dates.length} days, ${off === 0 ? 'the same' : `within ${off.toExponential(0)}`}`,
    holds,
  };
};
