import { decisionsBetween, FED_SOURCE, targetRangeOn } from '../../fed/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { recomputedFrom } from '../finding.ts';
import { changeValue, countValue, dayValue, givenValue, phrase, pointsValue } from '../phrase.ts';
import { type CitedFigure, STATEMENT_JULY_2025, STATEMENT_SEPTEMBER_2025 } from '../published.ts';

/** Forecasts: those whose time is up and what came of them, those still open, and the Fed's own projections. */

const NOTE_001 = isoDate('2025-09-18');
const A_YEAR_ON = isoDate('2026-09-18');
/** Below so many points a lead is hardly one. */
const BARE_POINTS = 1;

export const kostinOver12Months = defineCheck({
  id: '001-kostin-12-months',
  claims: ['001-kostin-12-months'],
  figures: { horizon: '001-kostin-horizon' },
  days: [NOTE_001, A_YEAR_ON],
  subject: 'Kostin’s forecast for the 12 months to September 2026',
  said: () => phrase`no small-cap lead that lasts`,
  judge: (_, { market }) => {
    const moved = market.change(NOTE_001, A_YEAR_ON);
    const points = moved.russell - moved.sp;
    const isBare = Math.abs(points) < BARE_POINTS;
    const figure = recomputedFrom(market.sources);
    return {
      verdict: points > 0 ? 'disagrees' : 'agrees',
      record: phrase`Russell ${changeValue(moved.russell)}, S&P ${changeValue(moved.sp)} from ${dayValue(NOTE_001)} to ${dayValue(A_YEAR_ON)}.`,
      consequence: isBare
        ? phrase`The lead lasted, but barely: by ${pointsValue(points)} from the note’s date.`
        : phrase`The lead lasted: his time is up, and it proved wrong.`,
      flag: isBare ? phrase`about level: small caps led by ${pointsValue(points)}` : phrase`proved wrong`,
      recomputed: [
        figure('russell-12-months', 'Russell 2000, price change', moved.russell, '%', A_YEAR_ON),
        figure('sp-12-months', 'S&P 500, price change', moved.sp, '%', A_YEAR_ON),
      ],
    };
  },
});

const CUT_DAY = isoDate('2025-09-17');
/** One move of the Fed, percentage points. */
const STEP = 0.25;

/** Whole moves of a quarter point from one rate down to another; the published medians carry one decimal. */
const cutsFrom = (from: number, to: number): number => Math.round((from - to) / STEP);

const middleAt = (on: IsoDate): number => {
  const target = targetRangeOn(on);
  if (target.kind !== 'range') throw new Error('before the first decision on record');
  return (target.lower + target.upper) / 2;
};

/** A median as it was published, one decimal. */
const rate = ({ value }: CitedFigure) => givenValue({ value, unit: '%' });

export const dotPlot = defineCheck({
  id: '001-dot-plot',
  claims: ['001-dots-two-more', '001-dots-three'],
  figures: {
    remaining: '001-dots-remaining',
    total: '001-dots-total',
    more: '001-dots-change',
    nextYear: '001-dots-next-year',
  },
  subject: 'Fed cuts in the projections of September 2025',
  said: ({ remaining, total, more, nextYear }) =>
    phrase`${givenValue(remaining)} more in 2025, ${givenValue(total)} in all, ${givenValue(more)} over June’s; ${givenValue(nextYear)} in 2026`,
  judge: ({ remaining, total, more, nextYear }, { published: { projections } }) => {
    const { juneFor2025, for2025, for2026 } = projections;
    const startOfYear = middleAt(isoDate('2024-12-31'));
    const cuts = {
      remaining: cutsFrom(middleAt(CUT_DAY), for2025.value),
      total: cutsFrom(startOfYear, for2025.value),
      june: cutsFrom(startOfYear, juneFor2025.value),
      nextYear: cutsFrom(for2025.value, for2026.value),
    };
    const agree =
      cuts.remaining === remaining.value &&
      cuts.total === total.value &&
      cuts.total - cuts.june === more.value &&
      cuts.nextYear === nextYear.value;
    const figure = recomputedFrom([for2025.source]);
    return {
      verdict: agree ? 'agrees' : 'disagrees',
      record: phrase`medians of ${rate(for2025)} for 2025 (June: ${rate(juneFor2025)}) and ${rate(for2026)} for 2026 give the same.`,
      consequence: phrase`The medians give ${countValue(cuts.total)} cuts in 2025 and ${countValue(cuts.nextYear)} in 2026.`,
      flag: phrase`record: ${countValue(cuts.total)} in 2025, ${countValue(cuts.nextYear)} in 2026`,
      recomputed: [
        figure('dots-2025', 'Cuts in 2025 by the median', cuts.total, 'count', for2025.on),
        figure('dots-2026', 'Cuts in 2026 by the median', cuts.nextYear, 'count', for2026.on),
      ],
      sources: [for2025.source],
    };
  },
});

export const fedStatement = defineCheck({
  id: '001-fed-statement',
  claims: ['001-fed-statement', '001-fed-employment-risks'],
  subject: 'Fed statement of September 2025',
  said: () => phrase`jobs weaker, inflation up, more risk to employment`,
  judge: () => ({
    verdict: 'agrees',
    record: phrase`all of it is there; July’s still called labour market conditions solid.`,
    sources: [STATEMENT_SEPTEMBER_2025, STATEMENT_JULY_2025],
  }),
});

export const forecastsOf001 = defineCheck({
  id: '001-forecasts',
  claims: ['001-bofa-next-decade', '001-bofa-double-rise', '001-beath-risk-appetite'],
  figures: {
    decade: '001-bofa-decade',
    from: '001-bofa-no-recession-from',
    to: '001-bofa-no-recession-to',
    cuts: '001-beath-three-cuts',
  },
  subject: 'Forecasts and conditions',
  said: ({ decade, from, to, cuts }) =>
    phrase`the bank over ${givenValue(decade)}, no recession for ${givenValue(from)} to ${givenValue(to)}; ${givenValue(cuts)} cuts hoped for`,
  judge: () => {
    const cuts = decisionsBetween(isoDate('2025-01-01'), isoDate('2025-12-31')).filter(({ change }) => change < 0);
    return {
      verdict: 'cannot be checked',
      record: phrase`the bank’s time is not up; ${countValue(cuts.length)} cuts came in 2025.`,
      sources: [FED_SOURCE],
    };
  },
});
