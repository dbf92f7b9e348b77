import type { Check } from '../check.ts';
import { cashReturn, moneyFunds } from './cash.ts';
import { cutOf100, cutOf200, debtAndInterest, smallCapLiftAt200 } from './debt-model.ts';
import {
  cutInJuly2024,
  cutOfSeptember2024,
  cutOfSeptember2025,
  firstCutInNineMonths,
  firstCutOf2025Ahead,
  higherRatesSince2022,
  septemberTurnExpected,
} from './fed-moves.ts';
import { kostinOver12Months, westFor2025 } from './forecasts.ts';
import { chatGptGap, firstCutsOfCycles, indexesAlike, pandemicLag } from './history.ts';
import { broadMarketOnTheCut, reboundFromApril, russellLaggedOnMonday, russellOverAMonth } from './moves-of-2025.ts';
import { bullMarket, largeBeatSmall, late2023, leadFaded, russellSinceJuly9, spSinceJuly9 } from './moves-to-2024.ts';
import { dotPlot, fedStatement, forecastsOf001 } from './projections.ts';
import { ratioAtYearEnd2020, ratioBeforeInflationReport, ratioWhenWritten } from './ratio.ts';
import {
  allTimeHigh,
  firstTimeAbove,
  intradayHigh,
  nearRecordLate2024,
  nearRecordThenFall,
  noRecordSince2021,
  spHighsOf2025,
} from './records.ts';
import { riksbankEasing, swedishIndexName } from './sweden.ts';
import { UNCHECKABLE } from './unsettled.ts';
import { floatingShares, forwardDiscount, unprofitableShare } from './valuation.ts';

/** Every check; within one verdict this is the order in which findings are shown: what misleads most first, else by note. */
export const CHECKS: readonly Check[] = [
  cutInJuly2024,
  ratioAtYearEnd2020,
  cashReturn,
  firstTimeAbove,
  riksbankEasing,
  kostinOver12Months,
  westFor2025,
  smallCapLiftAt200,
  indexesAlike,
  swedishIndexName,
  cutOfSeptember2024,
  higherRatesSince2022,
  chatGptGap,
  moneyFunds,
  cutOf100,
  cutOf200,
  debtAndInterest,
  floatingShares,
  allTimeHigh,
  firstCutsOfCycles,
  unprofitableShare,
  intradayHigh,
  broadMarketOnTheCut,
  cutOfSeptember2025,
  firstCutInNineMonths,
  dotPlot,
  fedStatement,
  reboundFromApril,
  nearRecordLate2024,
  spHighsOf2025,
  pandemicLag,
  forecastsOf001,
  spSinceJuly9,
  late2023,
  ratioBeforeInflationReport,
  ratioWhenWritten,
  russellSinceJuly9,
  septemberTurnExpected,
  leadFaded,
  largeBeatSmall,
  bullMarket,
  forwardDiscount,
  firstCutOf2025Ahead,
  russellOverAMonth,
  russellLaggedOnMonday,
  noRecordSince2021,
  nearRecordThenFall,
  ...UNCHECKABLE,
];
