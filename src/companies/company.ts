import { z } from 'zod';
import { type Borrower, REFINEMENT_RULES } from '../sensitivity/index.ts';
import { multiple, percent, usdMillions } from '../units.ts';

const MOST_MILLIONS = 10_000_000;
const MOST_RATE = 50;
export const MOST_COMPANIES = 500;

const millions = z.number().min(-MOST_MILLIONS).max(MOST_MILLIONS);
const positive = z.number().min(0).max(MOST_MILLIONS);
const percentOf = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.number().min(least).max(most);

/** A company of a team's own. Amounts in US$ millions a year, shares and rates in percent. */
export const ListedCompanySchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  ticker: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.-]{1,10}$/)
    .optional(),
  /** Below zero where the business itself loses money. */
  ebitda: millions.optional(),
  /** Below zero is a loss: it has no percentage. */
  netIncome: millions,
  debt: positive,
  floatingShare: percentOf({ least: 0, most: 100 }),
  /** Interest rate on all debt, percent a year. */
  rate: percentOf({ least: 0, most: MOST_RATE }),
  /** Cash whose yield moves with the Fed's rate. */
  cash: percentOf(REFINEMENT_RULES.cash).optional(),
  hedgedShare: percentOf(REFINEMENT_RULES.hedgedShare).optional(),
  /** Share of the portfolio, percent. */
  weight: percentOf({ least: 0, most: 100 }).optional(),
});
export type ListedCompany = z.infer<typeof ListedCompanySchema>;

/** A team's companies, as they stand. */
export interface CompanyList {
  readonly companies: readonly ListedCompany[];
  /** `your list, changed 12 Sep 2026`, `companies.csv`: where they are from. */
  readonly source: string;
}

/** The company as the model knows it; without an EBITDA nothing is said of cover. */
export const borrowerOf = (company: ListedCompany): Borrower => {
  const { name, ebitda = 0, netIncome, debt, floatingShare, rate, cash, hedgedShare } = company;
  return {
    name,
    ebitda: usdMillions(ebitda),
    netIncome: usdMillions(netIncome),
    debtToEbitda: multiple(ebitda > 0 ? debt / ebitda : 0),
    debt: usdMillions(debt),
    floatingShare: percent(floatingShare),
    rate: percent(rate),
    ...(cash !== undefined && cash > 0 && { cash: usdMillions(cash) }),
    ...(hedgedShare !== undefined && hedgedShare > 0 && { hedgedShare: percent(hedgedShare) }),
  };
};

/** A name as it is compared: case, dots and a legal form behind it make no other company. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.,]/g, '')
    .replace(/\s+(?:inc|corp|corporation|co|company|ltd|limited|plc|ag|sa|ab|nv|group|holdings?)$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The company of that name or ticker, if the list has it. */
export const companyNamed = (said: string, companies: readonly ListedCompany[]): ListedCompany | undefined => {
  const plain = plainName(said);
  return companies.find(({ name, ticker }) => plainName(name) === plain || ticker?.toLowerCase() === plain);
};
