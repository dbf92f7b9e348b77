import { CompanyFactsSchema } from '../../src/filings/company-facts.ts';
import { filingIn } from '../../src/filings/index.ts';
import type { FilingOutcome } from '../../src/filings/outcome.ts';
import { isoDate } from '../../src/units.ts';
import { recorded } from './market-providers.ts';

type Row = Record<string, unknown>;
type Tags = Record<string, { units: Record<string, Row[]> }>;

/** The recorded facts of one company, as they may be changed before they are read. */
interface FactsBody {
  cik: number | string;
  entityName: string;
  facts: { 'us-gaap'?: Tags; 'ifrs-full'?: Tags };
}

export const ACME = { ticker: 'ACME', name: 'ACME HOLDINGS, INC.' };

const YEAR = { start: '2025-02-02', end: '2026-01-31' };
const REPORT = { accn: '0009999999-26-000012', form: '10-K', filed: '2026-03-20' };

/** A value of the fiscal year, US$ millions, in its 10-K unless said otherwise. */
export const ofYear = (millions: number, more: Row = {}): Row => ({ ...YEAR, val: millions * 1e6, ...REPORT, ...more });
/** A value of the year's last day. */
export const atEnd = (millions: number, more: Row = {}): Row => ({
  end: YEAR.end,
  val: millions * 1e6,
  ...REPORT,
  ...more,
});
export const inDollars = (...rows: Row[]) => ({ units: { USD: rows } });

const factsBody = (change: (gaap: Tags, body: FactsBody) => void = () => undefined): FactsBody => {
  const body = JSON.parse(recorded('sec-company-facts.json')) as FactsBody & { facts: { 'us-gaap': Tags } };
  change(body.facts['us-gaap'], body);
  return body;
};

/** What is read of the recorded facts, changed. */
export const filingOf = (change?: (gaap: Tags, body: FactsBody) => void, today = '2026-11-20'): FilingOutcome =>
  filingIn(CompanyFactsSchema.parse(factsBody(change)), ACME, isoDate(today));
