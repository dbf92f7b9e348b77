import { requiredOutperformance } from '../../index-ratio/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import type { MarketOnDays } from '../closes.ts';
import { recomputedFrom, roundsTo } from '../finding.ts';
import { changeValue, dayValue, givenValue, levelValue, percentValue, phrase, ratioValue } from '../phrase.ts';
import { NOTABLE_DAYS } from '../published.ts';

const YEAR_END = isoDate('2020-12-31');
const PEAK = NOTABLE_DAYS.ratioPeak;
const LOW = isoDate('2024-07-09');
const EVE = isoDate('2024-07-10');
const WRITTEN = isoDate('2024-07-25');

const LABEL = 'Russell 2000 ÷ S&P 500';

const legs = (market: MarketOnDays, on: IsoDate) =>
  [levelValue(market.close('Russell 2000', on)), levelValue(market.close('S&P 500', on))] as const;

export const ratioAtYearEnd2020 = defineCheck({
  id: '002-ratio-2020',
  claims: ['002-ratio'],
  figures: { printed: '002-ratio-2020' },
  days: [YEAR_END, PEAK, WRITTEN],
  subject: 'Russell ÷ S&P at the end of 2020',
  said: ({ printed }) => phrase`${givenValue(printed)}`,
  judge: ({ printed }, { market }) => {
    const figure = recomputedFrom(market.sources);
    const then = market.ratio(YEAR_END);
    const written = market.ratio(WRITTEN);
    const needed = requiredOutperformance(written, then);
    const [russell, sp] = legs(market, YEAR_END);
    return {
      verdict: roundsTo(then, printed.value) ? 'agrees' : 'disagrees',
      record: phrase`${ratioValue(then)} (${russell} ÷ ${sp}). Highest since: ${ratioValue(market.ratio(PEAK))} on ${dayValue(PEAK)}.`,
      consequence: phrase`Regaining it from ${dayValue(WRITTEN)} meant beating the S&P by ${percentValue(needed)}, not ${percentValue(requiredOutperformance(written, printed.value))}.`,
      flag: phrase`record: ${ratioValue(then)}`,
      recomputed: [
        figure('ratio-2020', LABEL, then, 'ratio', YEAR_END),
        figure('ratio-peak', LABEL, market.ratio(PEAK), 'ratio', PEAK),
        figure('catch-up-to-2020', 'Lead needed to regain the ratio of 2020', needed, '%', WRITTEN),
      ],
    };
  },
});

export const ratioBeforeInflationReport = defineCheck({
  id: '002-ratio-before-cpi',
  claims: ['002-ratio'],
  figures: { printed: '002-ratio-before-cpi' },
  days: [EVE],
  subject: 'Russell ÷ S&P on the eve of the July 2024 inflation report',
  said: ({ printed }) => phrase`${givenValue(printed)}`,
  judge: ({ printed }, { market }) => {
    const then = market.ratio(EVE);
    const [russell, sp] = legs(market, EVE);
    return {
      verdict: roundsTo(then, printed.value) ? 'agrees' : 'disagrees',
      record: phrase`${ratioValue(then)} (${russell} ÷ ${sp}) at the close of ${dayValue(EVE)}.`,
      consequence: phrase`The lead since then differs from what the note’s ratios give.`,
      flag: phrase`record: ${ratioValue(then)}`,
      recomputed: [recomputedFrom(market.sources)('ratio-before-cpi', LABEL, then, 'ratio', EVE)],
    };
  },
});

export const ratioWhenWritten = defineCheck({
  id: '002-ratio-now',
  claims: ['002-ratio'],
  figures: { printed: '002-ratio-now' },
  days: [LOW, WRITTEN],
  subject: 'Russell ÷ S&P when the note was written',
  said: ({ printed }) => phrase`${givenValue(printed)}`,
  judge: ({ printed }, { market }) => {
    const then = market.ratio(WRITTEN);
    const [russell, sp] = legs(market, WRITTEN);
    return {
      verdict: roundsTo(then, printed.value) ? 'agrees' : 'disagrees',
      record: phrase`${ratioValue(then)} (${russell} ÷ ${sp}) on ${dayValue(WRITTEN)}, ${changeValue(market.change(LOW, WRITTEN).lead)} since ${dayValue(LOW)}.`,
      consequence: phrase`The catch-up stood elsewhere than the note has it.`,
      flag: phrase`record: ${ratioValue(then)}`,
      recomputed: [recomputedFrom(market.sources)('ratio-now', LABEL, then, 'ratio', WRITTEN)],
    };
  },
});
