import type { ListedCompany } from '../companies/index.ts';
import type { IsoDate } from '../units.ts';

/** The figures of a company that can be read in its filings. */
export type FiledField = 'netIncome' | 'ebitda' | 'debt' | 'rate' | 'cash';
/** What filings do not tag, and nobody but the asker can say. */
export const ASKED_FIELDS = ['floatingShare', 'hedgedShare'] as const;

/** One tagged value of one filing. */
export interface FiledValue {
  /** The tag's name in the us-gaap taxonomy: `InterestExpense`. */
  readonly tag: string;
  /** US$ millions, as it is signed in the filing. */
  readonly value: number;
  /** Absent for a balance, which is of the day `end`. */
  readonly start?: IsoDate;
  readonly end: IsoDate;
  /** `10-K`, `10-K/A`. */
  readonly form: string;
  readonly filed: IsoDate;
  /** `0009999999-26-000012`. */
  readonly accession: string;
  /** The filing's page at the SEC. */
  readonly link: string;
  /** What an earlier filing said of the same period; absent where none said anything else. */
  readonly restatedFrom?: Pick<FiledValue, 'value' | 'form' | 'filed'>;
}

/** A figure of a company, and the tagged values it is built from. */
export interface FiledFigure {
  readonly field: FiledField;
  /** US$ millions; of a rate percent a year, to two decimals. */
  readonly value: number;
  /** One value, or a sum of several; of a rate the interest that is divided by the debt. */
  readonly parts: readonly FiledValue[];
  /** What speaks against the figure, each a sentence without its full stop. */
  readonly caveats: readonly string[];
}

/** A figure that the newest annual report does not give. */
export interface MissingFigure {
  readonly field: FiledField;
  /** Why, a sentence without its full stop. */
  readonly words: string;
  /** The end of the last year that an annual report gave it for; absent where none ever did. */
  readonly lastTagged?: IsoDate;
}

/** What filings tell of a company. Amounts in US$ millions, the rate in percent a year. */
type FiledCompany = Pick<ListedCompany, 'name'> &
  Partial<Pick<ListedCompany, 'netIncome' | 'ebitda' | 'debt' | 'rate' | 'cash'>> & { readonly ticker: string };

/** What was found in filings, or why nothing was. */
export type FilingOutcome =
  | {
      readonly kind: 'found';
      readonly company: FiledCompany;
      /** The newest fiscal year that an annual report covers. */
      readonly year: { readonly start: IsoDate; readonly end: IsoDate };
      /** True where that year ended more than 18 months ago. */
      readonly isOld: boolean;
      readonly figures: readonly FiledFigure[];
      readonly missing: readonly MissingFigure[];
      readonly asked: typeof ASKED_FIELDS;
    }
  | { readonly kind: 'unknown-ticker'; readonly ticker: string }
  /** A company without an annual report of a whole year that is tagged. */
  | { readonly kind: 'no-facts'; readonly ticker: string; readonly name: string }
  /** Its newest annual report is in another currency, or on a form for foreign companies. */
  | {
      readonly kind: 'foreign-report';
      readonly ticker: string;
      readonly name: string;
      readonly form: string;
      readonly currency: string;
      readonly end: IsoDate;
    }
  /** Nobody said who asks, which the SEC wants to know. */
  | { readonly kind: 'no-contact' }
  | {
      readonly kind: 'unavailable';
      /** A sentence without its full stop. */
      readonly words: string;
    };
