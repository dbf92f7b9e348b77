export { CompanyFactsSchema, TickerListSchema } from './company-facts.ts';
export type { FiledField, FiledFigure, FiledValue, FilingOutcome, MissingFigure } from './outcome.ts';
export { type Filer, filingIn } from './read-filing.ts';
export { tickerIn } from './ticker.ts';
