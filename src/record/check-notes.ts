import type { Library } from '../notes/index.ts';
import { arrivalFindings } from './arrival.ts';
import { type Check, indexLibrary } from './check.ts';
import { cutOf100, cutOf200, debtAndInterest, smallCapLiftAt200 } from './checks/debt-model.ts';
import { hitHardSince2022, smallCapsInRecessions } from './checks/downturns.ts';
import {
  cutInJuly2024,
  cutOfSeptember2024,
  cutOfSeptember2025,
  finallyGettingCuts,
  firstCutInNineMonths,
  firstCutOf2025Ahead,
  higherRatesSince2022,
  septemberTurnExpected,
} from './checks/fed-moves.ts';
import { dotPlot, fedStatement, forecastsOf001, kostinOver12Months } from './checks/forecasts.ts';
import { chatGptGap, firstCutsOfCycles, indexesAlike, pandemicLag } from './checks/history.ts';
import {
  broadMarketOnTheCut,
  reboundFromApril,
  russellLaggedOnMonday,
  russellOverAMonth,
} from './checks/moves-of-2025.ts';
import {
  bullMarket,
  largeBeatSmall,
  late2023,
  leadFaded,
  russellSinceJuly9,
  spSinceJuly9,
} from './checks/moves-to-2024.ts';
import {
  cashReturn,
  floatingShares,
  forwardDiscount,
  moneyFunds,
  roleOfIves,
  unprofitableShare,
} from './checks/published-figures.ts';
import { ratioAtYearEnd2020, ratioBeforeInflationReport, ratioWhenWritten } from './checks/ratio.ts';
import {
  allTimeHigh,
  firstTimeAbove,
  intradayHigh,
  nearRecordLate2024,
  nearRecordThenFall,
  noRecordSince2021,
  spHighsOf2025,
} from './checks/records.ts';
import { riksbankEasing, swedishIndexName, swedishLeadBegan, swedishPreference } from './checks/sweden.ts';
import { UNCHECKABLE } from './checks/uncheckable.ts';
import type { RecordFacts } from './closes.ts';
import { type Finding, VERDICTS } from './finding.ts';

/** Every check; within one verdict this is the order in which findings are shown: what misleads most first, else by note. */
const CHECKS: readonly Check[] = [
  cutInJuly2024,
  ratioAtYearEnd2020,
  cashReturn,
  firstTimeAbove,
  riksbankEasing,
  kostinOver12Months,
  roleOfIves,
  smallCapLiftAt200,
  smallCapsInRecessions,
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
  hitHardSince2022,
  pandemicLag,
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
  forecastsOf001,
  spSinceJuly9,
  late2023,
  largeBeatSmall,
  ratioBeforeInflationReport,
  ratioWhenWritten,
  russellSinceJuly9,
  septemberTurnExpected,
  leadFaded,
  bullMarket,
  forwardDiscount,
  firstCutOf2025Ahead,
  finallyGettingCuts,
  russellOverAMonth,
  russellLaggedOnMonday,
  noRecordSince2021,
  nearRecordThenFall,
  swedishLeadBegan,
  swedishPreference,
  ...UNCHECKABLE,
];

/**
 * Compares every checkable statement of a library with the record.
 *
 * @returns worst verdict first, then what misleads most; a check whose claims or figures the library lacks is left out
 *
 * @example checkNotes(NOTES, CITED_RECORD).filter(isFlagged)
 */
export const checkNotes = (library: Library, facts: RecordFacts): readonly Finding[] => {
  const index = indexLibrary(library);
  const shipped = CHECKS.flatMap((check) => check(index, facts) ?? []);
  return [...shipped, ...arrivalFindings(library, facts)].sort(
    (one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict),
  );
};
