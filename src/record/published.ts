import { type IsoDate, isoDate } from '../units.ts';

/** Whose record a number is, and where it can be read. */
export interface Source {
  /** As shown to a reader: `Yahoo, daily price closes`. */
  readonly name: string;
  /** Absent where it was read second-hand only. */
  readonly url?: string;
}

/** Sources the record cites. */

export const YAHOO: Source = {
  name: 'Yahoo, daily price closes',
  url: 'https://finance.yahoo.com/quote/%5ERUT/history',
};
export const YAHOO_HIGHS: Source = {
  name: 'Yahoo, highest levels of the day',
  url: 'https://finance.yahoo.com/quote/%5ERUT/history',
};
/** Its daily lines give the change "for the year", from which the year-end closes follow within 0.01 points. */
export const AP_2019: Source = {
  name: 'AP, closes of the major US indexes',
  url: 'https://wtop.com/business-finance/2020/11/how-major-us-stock-indexes-fared-monday-45/',
};
export const AP_2020: Source = {
  name: 'AP, closes of the major US indexes',
  url: 'https://abcnews.go.com/Business/wireStory/major-us-stock-indexes-fared-monday-79608432',
};
const NEW_YORK_FED: Source = {
  name: 'New York Fed, effective federal funds rate',
  url: 'https://www.newyorkfed.org/markets/reference-rates/effr',
};
const ICI: Source = {
  name: 'ICI, weekly money market fund assets',
  url: 'https://cranedata.com/archives/all-articles/10496',
};
const APOLLO: Source = {
  name: 'Apollo',
  url: 'https://www.apolloacademy.com/small-cap-vs-large-cap-earnings-expectations',
};
const FS_INVESTMENTS: Source = { name: 'FS Investments', url: 'https://fsinvestments.com/?p=29967' };
/** From a chart others reprint. */
const GOLDMAN_SACHS_FACTSET: Source = { name: 'Goldman Sachs and FactSet, second-hand' };
const RIKSBANK_MAY: Source = {
  name: 'Riksbank',
  url: 'https://www.riksbank.se/en-gb/monetary-policy/monetary-policy-report/2024/monetary-policy-decision-may-2024/',
};
/** The decision as Reuters reported it; the Riksbank's pages of June and September 2024 stand at 3.75 % and fall from 3.50 %. */
const RIKSBANK_AUGUST: Source = {
  name: 'Riksbank',
  url: 'https://www.rte.ie/news/business/2024/0820/1465797-swedish-central-bank-lowers-key-interest-rate',
};
/** To zero on 28 October 2014, below it from February 2015 to January 2020, from zero to 0.25 % on 28 April 2022. */
export const RIKSBANK_RATE: Source = {
  name: 'Riksbank, policy rate',
  url: 'https://www.riksbank.se/en-gb/statistics/interest-rates-and-exchange-rates/policy-rate-deposit-and-lending-rate/',
};
export const NASDAQ: Source = { name: 'Nasdaq', url: 'https://indexes.nasdaqomx.com/Index/Overview/OMXSSCPI' };
/** June and September 2025 side by side, as the St. Louis Fed and the press print them. */
const PROJECTIONS: Source = {
  name: 'Federal Reserve, projections of June and September 2025',
  url: 'https://www.fxstreet.com/news/feds-dot-plot-signals-50-basis-points-of-additional-rate-cuts-in-2025-gdp-revised-up-202509171856',
};
export const STATEMENT_SEPTEMBER_2025: Source = {
  name: 'Federal Reserve, statement of 17 Sep 2025',
  url: 'https://www.kuna.net.kw/ArticlePrintPage.aspx?id=3249022&language=en',
};
export const STATEMENT_JULY_2025: Source = {
  name: 'Federal Reserve, statement of 30 Jul 2025',
  url: 'https://bankingjournal.aba.com/2025/07/fomc-holds-rates-steady-3/',
};

/** It names him as its analyst of technology all through 2024. */
export const WEDBUSH: Source = {
  name: 'Benzinga, on Wedbush Securities',
  url: 'https://www.benzinga.com/markets/equities/24/01/36445586/wedbushs-dan-ives-says-tech-stocks-will-be-up-25-in-2024-predicts-nasdaq-at-20k',
};

/** A single number somebody has published, or a single summary of a longer record. */
export interface CitedFigure {
  readonly value: number;
  /** Its day, or the last day of its period. */
  readonly on: IsoDate;
  readonly source: Source;
}

/** Both indexes over the 252 sessions after the first cut of a Fed cycle: price only, percent. */
export interface FirstCutReturns {
  readonly on: IsoDate;
  readonly to: IsoDate;
  readonly russell: number;
  readonly sp: number;
}

/** Single facts of the record that are neither a close nor a Fed decision. */
export interface PublishedFigures {
  /** The Russell 2000's highest level of the day, points. */
  readonly russellHighs: { readonly of2021: CitedFigure; readonly of2024: CitedFigure; readonly onTheCut: CitedFigure };
  /** Record closes of the S&P 500 from the first session of 2025 to that day. */
  readonly spRecordCloses2025: CitedFigure;
  /** Mean of the effective federal funds rate over calendar days, percent a year; a weekend carries Friday's rate. */
  readonly fedFunds: { readonly of2022: CitedFigure; readonly since2023: CitedFigure; readonly since2022: CitedFigure };
  /** Assets of US money market funds, US$ trillions. */
  readonly moneyFunds: CitedFigure;
  /** Russell 2000 members without a profit, percent of members, lowest first; the methods differ. */
  readonly unprofitable: readonly [CitedFigure, ...CitedFigure[]];
  /** Median rate for the end of a year in the Fed's projections, percent, one decimal as published. */
  readonly projections: {
    readonly juneFor2025: CitedFigure;
    readonly for2025: CitedFigure;
    readonly for2026: CitedFigure;
  };
  /** The Riksbank's first two cuts of 2024: the policy rate after each, percent. */
  readonly riksbankCuts: readonly [CitedFigure, CitedFigure];
  /**
   * Of all windows of 252 sessions from 9 Jul 2004 to 9 Jul 2024, how many the S&P 500 led, percent: counted over daily
   * closes, price only.
   */
  readonly oneYearWindowsLargeLed: CitedFigure;
  readonly firstCuts: readonly FirstCutReturns[];
  /** Of all windows of 252 sessions since 1987, a start a session, the share in which the Russell returned more, percent. */
  readonly anyYear: CitedFigure;
}

const cited = (value: number, on: string, source: Source): CitedFigure => ({ value, on: isoDate(on), source });
const firstCut = (on: string, to: string, russell: number, sp: number): FirstCutReturns => ({
  on: isoDate(on),
  to: isoDate(to),
  russell,
  sp,
});

/** Days that stand out in the daily closes, and which only the whole series can show. */
export const NOTABLE_DAYS = {
  /** The highest Russell ÷ S&P from the end of 2020 to July 2024. */
  ratioPeak: isoDate('2021-03-12'),
  /** The S&P 500's lowest close of 2022, from which its bull market is counted. */
  spLow: isoDate('2022-10-12'),
  /** The lowest close of both indexes in autumn 2023. */
  lowOf2023: isoDate('2023-10-27'),
  /** The Russell 2000's highest close before 2025, and its record until September 2025. */
  russellRecordOf2021: isoDate('2021-11-08'),
  /** The Russell 2000's highest close of 2024. */
  russellHighOf2024: isoDate('2024-11-25'),
  /** The Russell 2000's lowest close of 2025. */
  russellLowOf2025: isoDate('2025-04-08'),
  /** The S&P 500's newest record close before 25 Aug 2025. */
  spRecordBeforeAugust25: isoDate('2025-08-14'),
  /** The Russell 2000's first record close since 2021. */
  russellRecordOf2025: isoDate('2025-09-18'),
} as const;

/** The single facts the product ships with. */
export const PUBLISHED_FIGURES: PublishedFigures = {
  russellHighs: {
    of2021: cited(2458.86, '2021-11-08', YAHOO_HIGHS),
    of2024: cited(2466.49, '2024-11-25', YAHOO_HIGHS),
    onTheCut: cited(2453.36, '2025-09-17', YAHOO_HIGHS),
  },
  spRecordCloses2025: cited(25, '2025-09-17', YAHOO),
  fedFunds: {
    of2022: cited(1.692192, '2022-12-31', NEW_YORK_FED),
    since2023: cited(5.152951, '2024-09-18', NEW_YORK_FED),
    since2022: cited(3.879587, '2024-09-18', NEW_YORK_FED),
  },
  moneyFunds: cited(6.304, '2024-09-18', ICI),
  unprofitable: [
    cited(36, '2024-12-31', GOLDMAN_SACHS_FACTSET),
    cited(41, '2024-07-31', APOLLO),
    cited(43, '2024-09-30', FS_INVESTMENTS),
  ],
  projections: {
    juneFor2025: cited(3.9, '2025-06-18', PROJECTIONS),
    for2025: cited(3.6, '2025-09-17', PROJECTIONS),
    for2026: cited(3.4, '2025-09-17', PROJECTIONS),
  },
  riksbankCuts: [cited(3.75, '2024-05-08', RIKSBANK_MAY), cited(3.5, '2024-08-20', RIKSBANK_AUGUST)],
  oneYearWindowsLargeLed: cited(54.31, '2024-07-09', YAHOO),
  // 1989 was not announced at the time; 2025 resumed a cycle after nine months: the choice of cycles is ours
  firstCuts: [
    firstCut('1989-06-06', '1990-06-05', -1.13, 13.08),
    firstCut('1995-07-06', '1996-07-03', 20.41, 21.37),
    firstCut('1998-09-29', '1999-09-29', 15.23, 20.91),
    firstCut('2001-01-03', '2002-01-09', 2.14, -14.28),
    firstCut('2007-09-18', '2008-09-17', -16.15, -23.91),
    firstCut('2019-07-31', '2020-07-30', -5.05, 8.92),
    firstCut('2024-09-18', '2025-09-22', 11.65, 19.14),
    firstCut('2025-09-17', '2026-09-18', 18.82, 15.91),
  ],
  anyYear: cited(47.8, '2026-09-18', YAHOO),
};
