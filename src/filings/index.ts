export { CompanyFactsSchema, TickerListSchema } from './company-facts.ts';
export type { FiledField, FiledFigure, FiledValue, FilingOutcome, MissingFigure } from './outcome.ts';
export { type Filer, filingIn, tickerIn } from './read-filing.ts';
