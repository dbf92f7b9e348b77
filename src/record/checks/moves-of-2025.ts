import { isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { isAbout, isMoreThan, recomputedFrom } from '../finding.ts';
import { changeValue, dayValue, givenValue, levelValue, phrase } from '../phrase.ts';
import { NOTABLE_DAYS } from '../published.ts';

const RUSSELL = 'Russell 2000, price change';
const SP = 'S&P 500, price change';

const APRIL_LOW = NOTABLE_DAYS.russellLowOf2025;
const DAY_BEFORE_CUT = isoDate('2025-09-16');
const CUT_DAY = isoDate('2025-09-17');

export const reboundFromApril = defineCheck({
  id: '001-rebound-from-april',
  claims: ['001-rebound-from-april'],
  figures: { rise: '001-rut-rebound' },
  days: [APRIL_LOW, DAY_BEFORE_CUT, CUT_DAY],
  subject: 'Russell 2000 since the low of April 2025',
  said: ({ rise }) => phrase`up by more than ${givenValue(rise)}`,
  judge: ({ rise }, { market }) => {
    const moved = market.change(APRIL_LOW, CUT_DAY).russell;
    return {
      verdict: isMoreThan(moved, rise.value) ? 'agrees' : 'disagrees',
      record: phrase`${changeValue(moved)} from ${dayValue(APRIL_LOW)} to ${dayValue(CUT_DAY)}; ${changeValue(market.change(APRIL_LOW, DAY_BEFORE_CUT).russell)} to the day before.`,
      consequence: phrase`The rebound is smaller than the note has it.`,
      flag: phrase`record: ${changeValue(moved)}`,
      recomputed: [recomputedFrom(market.sources)('russell-since-april', RUSSELL, moved, '%', CUT_DAY)],
    };
  },
});

export const broadMarketOnTheCut = defineCheck({
  id: '001-broad-market',
  claims: ['001-market-lower'],
  days: [DAY_BEFORE_CUT, CUT_DAY],
  subject: 'Broad US market on the day of the cut',
  said: () => phrase`a lower close on ${dayValue(CUT_DAY)}`,
  judge: (_, { market }) => {
    const moved = market.change(DAY_BEFORE_CUT, CUT_DAY).sp;
    return {
      verdict: moved < 0 ? 'agrees' : 'disagrees',
      record: phrase`S&P 500 ${changeValue(moved)}, from ${levelValue(market.close('S&P 500', DAY_BEFORE_CUT))} to ${levelValue(market.close('S&P 500', CUT_DAY))}.`,
      consequence: phrase`The market did not fall on the cut.`,
      flag: phrase`record: S&P ${changeValue(moved)}`,
      recomputed: [recomputedFrom(market.sources)('sp-on-the-cut', SP, moved, '%', CUT_DAY)],
    };
  },
});

const JULY_22_2025 = isoDate('2025-07-22');
const JULY_25_2025 = isoDate('2025-07-25');
const FRIDAY = isoDate('2025-08-22');
const MONDAY = isoDate('2025-08-25');

export const russellOverAMonth = defineCheck({
  id: '004-russell-month',
  claims: ['004-russell-month'],
  figures: { rise: '004-rut-month' },
  days: [JULY_22_2025, JULY_25_2025, FRIDAY, MONDAY],
  subject: 'Russell 2000 over a month to late August 2025',
  said: ({ rise }) => phrase`up about ${givenValue(rise)}`,
  judge: ({ rise }, { market }) => {
    const moved = market.change(JULY_25_2025, MONDAY).russell;
    return {
      // "around": by no more than one percentage point
      verdict: isAbout(moved, rise.value, 1) ? 'agrees' : 'disagrees',
      record: phrase`${changeValue(moved)} in the month to ${dayValue(MONDAY)}, ${changeValue(market.change(JULY_22_2025, FRIDAY).russell)} to ${dayValue(FRIDAY)}.`,
      consequence: phrase`The month’s rise differs from what the note has it.`,
      flag: phrase`record: ${changeValue(moved)}`,
      recomputed: [recomputedFrom(market.sources)('russell-month-2025', RUSSELL, moved, '%', MONDAY)],
    };
  },
});

export const russellLaggedOnMonday = defineCheck({
  id: '004-monday',
  claims: ['004-russell-lagged-monday'],
  days: [FRIDAY, MONDAY],
  subject: 'Russell 2000 on Monday 25 Aug 2025',
  said: () => phrase`behind the market once more`,
  judge: (_, { market }) => {
    const moved = market.change(FRIDAY, MONDAY);
    return {
      verdict: moved.lead < 0 ? 'agrees' : 'disagrees',
      record: phrase`Russell ${changeValue(moved.russell)}, S&P ${changeValue(moved.sp)}, after the Friday of the Jackson Hole speech.`,
      consequence: phrase`The Russell did not lag that day.`,
      flag: phrase`record: Russell ${changeValue(moved.russell)}`,
      recomputed: [
        recomputedFrom(market.sources)('lead-on-monday', 'Russell’s lead over the S&P, %', moved.lead, '%', MONDAY),
      ],
    };
  },
});
