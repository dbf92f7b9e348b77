import type { IsoDate } from '../units.ts';
import { isReadable, newestYear } from './annual.ts';
import type { CompanyFacts } from './company-facts.ts';
import { type FoundFigure, figuresIn, isFigure } from './figures.ts';
import { ASKED_FIELDS, type FilingOutcome, type MissingFigure } from './outcome.ts';

const TICKER = /^[A-Z][A-Z0-9-]{0,9}$/;

/**
 * The ticker that a text may be, as the SEC writes it; undefined for what can be none.
 *
 * @example
 * tickerIn(' brk.b ') // 'BRK-B'
 */
export const tickerIn = (text: string): string | undefined => {
  const ticker = text.trim().toUpperCase().replaceAll('.', '-');
  return TICKER.test(ticker) ? ticker : undefined;
};

const LONGEST_NAME = 60;
/** 18 months: the next annual report is out by then. */
const OLD_MS = 548 * 86_400_000;

/** A company as the SEC's list of tickers has it. */
export interface Filer {
  readonly ticker: string;
  readonly name: string;
}

/**
 * What the newest annual report of a company tells, amendments and later restatements counted in. What is not tagged is
 * missing; nothing is estimated.
 */
export const filingIn = (facts: CompanyFacts, { ticker, name: listed }: Filer, today: IsoDate): FilingOutcome => {
  const name = (facts.entityName.trim() || listed).slice(0, LONGEST_NAME).trim();
  const year = newestYear(facts);
  if (year === undefined) return { kind: 'no-facts', ticker, name };
  const { start, end, form, currency } = year;
  if (!isReadable(year)) return { kind: 'foreign-report', ticker, name, form, currency, end };
  const found = figuresIn(facts, year);
  const figures = found.filter(isFigure);
  return {
    kind: 'found',
    company: { name, ticker, ...Object.fromEntries(figures.map(({ field, value }) => [field, value])) },
    year: { start, end },
    isOld: Date.parse(today) - Date.parse(end) > OLD_MS,
    figures,
    missing: found.filter((one: FoundFigure): one is MissingFigure => !isFigure(one)),
    asked: ASKED_FIELDS,
  };
};
