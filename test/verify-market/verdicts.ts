import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { NOTES } from '../../src/notes/library.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_PAIRS, CITED_RECORD, closeLookupFrom } from '../../src/record/closes.ts';
import { PUBLISHED_FIGURES } from '../../src/record/published.ts';
import { isoDate } from '../../src/units.ts';
import type { Check } from './checks.ts';

/** What the verdicts on the notes rest on and single cited closes cannot show. */

/** Two sources round the same close differently. */
const ROUNDED = 0.015;
const A_YEAR = 252;
const TWENTY_YEARS = [isoDate('2004-07-09'), isoDate('2024-07-09')];

/** Every cited close is that of the file. */
const citedCloses = ({ dates, numerator, denominator }: RatioSeries): Check => {
  const places = CITED_PAIRS.map(({ on, russell, sp }) => ({ at: dates.indexOf(on), russell, sp }));
  const there = places.filter(({ at }) => at >= 0);
  const off = there.map(({ at, russell, sp }) =>
    Math.max(Math.abs((numerator[at] as number) - russell), Math.abs((denominator[at] as number) - sp)),
  );
  const most = Math.max(0, ...off);
  return {
    what: 'cited closes',
    expected: `${CITED_PAIRS.length} days, within ${ROUNDED}`,
    found: `${there.length} days, within ${most.toFixed(4)}`,
    holds: there.length === CITED_PAIRS.length ? most <= ROUNDED : undefined,
  };
};

/** How many of the one-year windows of twenty years the S&P led, percent of all. */
const oneYearWindows = ({ dates, ratios }: RatioSeries): Check => {
  const [from, to] = TWENTY_YEARS.map((on) => dates.indexOf(on)) as [number, number];
  const isThere = from >= 0 && to >= 0;
  const starts = isThere ? Array.from({ length: to - A_YEAR - from + 1 }, (_, step) => from + step) : [];
  const led = starts.filter((at) => (ratios[at + A_YEAR] as number) < (ratios[at] as number)).length;
  const share = (led / starts.length) * 100;
  const { value } = PUBLISHED_FIGURES.oneYearWindowsLargeLed;
  return {
    what: 'one-year windows that large caps led, %',
    expected: `${value} ± 0.005`,
    found: isThere ? `${share.toFixed(4)} of ${starts.length}` : 'not in the file',
    holds: isThere ? Math.abs(share - value) <= 0.005 : undefined,
  };
};

/** Each verdict comes out the same where the closes are those of the file. */
const verdicts = (series: RatioSeries): Check => {
  const closes = closeLookupFrom(series, { name: 'the file' }, () => undefined);
  const shipped = new Map(checkNotes(NOTES, CITED_RECORD).map(({ id, verdict }) => [id, verdict]));
  const found = checkNotes(NOTES, { ...CITED_RECORD, closes });
  const other = found.filter(({ id, verdict }) => shipped.get(id) !== verdict).map(({ id }) => id);
  const isWhole = CITED_PAIRS.every(({ on }) => series.dates.includes(on));
  return {
    what: 'verdicts on the notes, from the file',
    expected: `${shipped.size} as shipped`,
    found: other.length === 0 ? `${found.length} as shipped` : other.join(', '),
    holds: isWhole ? other.length === 0 : undefined,
  };
};

/** The verdicts on the notes and what they rest on, against a history. */
export const verdictChecks = (series: RatioSeries): readonly Check[] => [
  citedCloses(series),
  oneYearWindows(series),
  verdicts(series),
];
