/** Whose record a number is, and where it can be read. */
export interface Source {
  /** As shown to a reader: `Yahoo, daily price closes`. */
  readonly name: string;
  /** Absent where it was read second-hand only. */
  readonly url?: string;
}

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
export const NEW_YORK_FED: Source = {
  name: 'New York Fed, effective federal funds rate',
  url: 'https://www.newyorkfed.org/markets/reference-rates/effr',
};
export const ICI: Source = {
  name: 'ICI, weekly money market fund assets',
  url: 'https://cranedata.com/archives/all-articles/10496',
};
export const GOLDMAN_SACHS: Source = {
  name: 'Goldman Sachs',
  url: 'https://www.ft.com/content/9de514d5-678b-4b52-91e1-86fd53794d13',
};
export const APOLLO: Source = {
  name: 'Apollo',
  url: 'https://www.apolloacademy.com/small-cap-vs-large-cap-earnings-expectations',
};
export const FS_INVESTMENTS: Source = { name: 'FS Investments', url: 'https://fsinvestments.com/?p=29967' };
/** From a chart others reprint. */
export const GOLDMAN_SACHS_FACTSET: Source = { name: 'Goldman Sachs and FactSet, second-hand' };
export const RIKSBANK_MAY: Source = {
  name: 'Riksbank',
  url: 'https://www.riksbank.se/en-gb/monetary-policy/monetary-policy-report/2024/monetary-policy-decision-may-2024/',
};
/** The decision as Reuters reported it; the Riksbank's pages of June and September 2024 stand at 3.75 % and fall from 3.50 %. */
export const RIKSBANK_AUGUST: Source = {
  name: 'Riksbank',
  url: 'https://www.rte.ie/news/business/2024/0820/1465797-swedish-central-bank-lowers-key-interest-rate',
};
export const NASDAQ: Source = {
  name: 'Nasdaq',
  url: 'https://indexes.nasdaqomx.com/Index/Overview/OMXSSCPI',
};
/** June and September 2025 side by side, as the St. Louis Fed and the press print them. */
export const PROJECTIONS: Source = {
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
