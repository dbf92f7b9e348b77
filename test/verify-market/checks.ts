import { FIRST_CUTS } from '../../src/fed/decision-record.ts';
import { studyCycles } from '../../src/index-ratio/cycle-study.ts';
import { recordCloseAt } from '../../src/index-ratio/distance.ts';
import { changeBetween } from '../../src/index-ratio/measures.ts';
import { type RatioSeries, readAt } from '../../src/index-ratio/series.ts';
import { isoDate } from '../../src/units.ts';
import { ANCHORS, JULY_2024, RECORD, SMALL_CAPS_LED } from './anchors.ts';

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

/** Everything published that a series of closes can be held against. */
export const checksOf = (series: RatioSeries): readonly Check[] => [
  ...ratioChecks(series),
  ...july2024(series),
  record(series),
  cycles(series),
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
