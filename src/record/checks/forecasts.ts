import { isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { recomputedFrom } from '../finding.ts';
import { change, day, phrase } from '../phrase.ts';

/** Forecasts whose time is up: what came of them. */

const NOTE_001 = isoDate('2025-09-17');
const A_YEAR_ON = isoDate('2026-09-17');
const YEAR_END_2024 = isoDate('2024-12-31');
const YEAR_END_2025 = isoDate('2025-12-31');

export const kostinOver12Months = defineCheck({
  id: '001-kostin-12-months',
  claims: ['001-kostin-12-months'],
  figures: { horizon: '001-kostin-horizon' },
  days: [NOTE_001, A_YEAR_ON],
  subject: 'Kostin’s forecast for the 12 months to September 2026',
  said: () => phrase`no small-cap lead that lasts`,
  judge: (_, { market }) => {
    const moved = market.change(NOTE_001, A_YEAR_ON);
    const figure = recomputedFrom(market.sources);
    return {
      verdict: moved.lead > 0 ? 'disagrees' : 'agrees',
      record: phrase`Russell ${change(moved.russell)}, S&P ${change(moved.sp)} to ${day(A_YEAR_ON)}.`,
      consequence: phrase`The lead lasted: his time is up, and it came out otherwise.`,
      flag: phrase`came out otherwise`,
      recomputed: [
        figure('russell-12-months', 'Russell 2000, price change', moved.russell, '%', A_YEAR_ON),
        figure('sp-12-months', 'S&P 500, price change', moved.sp, '%', A_YEAR_ON),
      ],
    };
  },
});

export const westFor2025 = defineCheck({
  id: '003-lead-in-2025',
  claims: ['003-west-2025-lead'],
  days: [YEAR_END_2024, YEAR_END_2025],
  subject: 'Note 003’s forecast for 2025',
  said: () => phrase`small caps ahead of large ones`,
  judge: (_, { market }) => {
    const moved = market.change(YEAR_END_2024, YEAR_END_2025);
    const figure = recomputedFrom(market.sources);
    return {
      verdict: moved.lead < 0 ? 'disagrees' : 'agrees',
      record: phrase`Russell ${change(moved.russell)}, S&P ${change(moved.sp)} in the year, price only.`,
      consequence: phrase`Small caps lagged in 2025: the time is up, and it came out otherwise.`,
      flag: phrase`came out otherwise`,
      recomputed: [
        figure('russell-in-2025', 'Russell 2000, price change', moved.russell, '%', YEAR_END_2025),
        figure('sp-in-2025', 'S&P 500, price change', moved.sp, '%', YEAR_END_2025),
      ],
    };
  },
});
