import { describe, expect, it } from 'vitest';
import type { FiledField, FilingOutcome } from '../../src/filings/index.ts';
import { atEnd, filingOf, inDollars, ofYear } from '../doubles/company-facts.ts';

type Change = Parameters<typeof filingOf>[0];

const found = (change?: Change, today?: string): Extract<FilingOutcome, { kind: 'found' }> => {
  const outcome = filingOf(change, today);
  if (outcome.kind !== 'found') return expect.unreachable(outcome.kind);
  return outcome;
};
const figureOf = (field: FiledField, change?: Change) => found(change).figures.find((one) => one.field === field);
const tagsOf = (field: FiledField, change?: Change) => figureOf(field, change)?.parts.map(({ tag }) => tag);
type Rows = Parameters<typeof inDollars>;

/** Tags in the place of those that the report has; one without rows is taken out. */
const tagged =
  (tags: Readonly<Record<string, Rows | undefined>>): Change =>
  (gaap) => {
    for (const [tag, rows] of Object.entries(tags)) {
      if (rows === undefined) delete gaap[tag];
      else gaap[tag] = inDollars(...rows);
    }
  };
const missingOf = (field: FiledField, change?: Change) => found(change).missing.find((one) => one.field === field);

describe('the newest annual report', () => {
  it('gives debt, income, cash, EBITDA and a rate in US$ m, whatever month its year ends in', () => {
    const { company, year, missing, isOld } = found();
    expect(company).toEqual({
      name: 'ACME Holdings, Inc.',
      ticker: 'ACME',
      netIncome: 14.2,
      // 57.6 + 38.4
      ebitda: 96,
      // 600 + 10
      debt: 610,
      // 36.6 ÷ 610
      rate: 6,
      cash: 18,
    });
    expect(year).toEqual({ start: '2025-02-02', end: '2026-01-31' });
    expect({ missing, isOld }).toEqual({ missing: [], isOld: false });
  });

  it('leaves floating and hedged shares to be asked', () => {
    const { asked, company } = found();
    expect(asked).toEqual(['floatingShare', 'hedgedShare']);
    expect(Object.keys(company)).not.toEqual(expect.arrayContaining(['floatingShare']));
    expect(Object.keys(company)).not.toEqual(expect.arrayContaining(['hedgedShare']));
  });

  it('shows tag, period, form and filing of each value', () => {
    expect(figureOf('debt')?.parts).toEqual([
      {
        tag: 'LongTermDebt',
        value: 600,
        end: '2026-01-31',
        form: '10-K',
        filed: '2026-03-20',
        accession: '0009999999-26-000012',
        link: 'https://www.sec.gov/Archives/edgar/data/9999999/000999999926000012/0009999999-26-000012-index.htm',
      },
      expect.objectContaining({ tag: 'ShortTermBorrowings', value: 10 }),
    ]);
    expect(figureOf('rate')?.parts).toMatchObject([
      { tag: 'InterestExpense', value: 36.6, start: '2025-02-02', end: '2026-01-31' },
    ]);
  });

  it('is taken by the day its year ends, not by the year of the filing, and quarters are no years', () => {
    // the 10-K of March 2026 gives the year before too, and a fourth quarter that ends with the year
    expect(figureOf('netIncome')?.parts).toMatchObject([{ end: '2026-01-31', start: '2025-02-02' }]);
  });

  it.each([
    ['53 weeks', '2025-01-26', 371],
    ['52 weeks', '2025-02-02', 364],
    ['a calendar year', '2025-02-01', 365],
  ])('may cover %s', (_, start) => {
    const income = figureOf('netIncome', tagged({ NetIncomeLoss: [ofYear(20, { start })] }));
    expect(income).toMatchObject({ value: 20, parts: [{ start }] });
  });

  it('that covers a part of a year is none: the year before counts', () => {
    const { year, isOld } = found((gaap) => {
      for (const tag of ['NetIncomeLoss', 'OperatingIncomeLoss']) {
        gaap[tag] = inDollars(
          ofYear(20, { start: '2025-08-01', form: '10-KT' }),
          ofYear(11, { start: '2024-02-04', end: '2025-02-01' }),
        );
      }
    });
    expect({ end: year.end, isOld }).toEqual({ end: '2025-02-01', isOld: true });
  });

  it('is not of a year that had not ended when it was reported: dates may be mistyped', () => {
    const { year } = found((gaap) => {
      gaap['NetIncomeLoss']?.units['USD']?.push(ofYear(14.2, { start: '2105-02-02', end: '2106-01-31' }));
    });
    expect(year.end).toBe('2026-01-31');
  });

  it('says that it is old where its year ended more than 18 months ago', () => {
    expect(found(undefined, '2027-07-01').isOld).toBe(false);
    expect(found(undefined, '2027-09-01').isOld).toBe(true);
  });
});

describe('a value that is restated', () => {
  it('is the newest filing’s, with what it was before', () => {
    expect(figureOf('netIncome')).toMatchObject({
      value: 14.2,
      parts: [
        { form: '10-K/A', filed: '2026-05-08', restatedFrom: { value: 16.3, form: '10-K', filed: '2026-03-20' } },
      ],
    });
  });

  it('is none where a later filing says the same: the first that said it is named', () => {
    // the 10-Q of June 2026 repeats the year-end
    expect(figureOf('cash')?.parts).toEqual([
      expect.objectContaining({ form: '10-K', accession: '0009999999-26-000012' }),
    ]);
    expect(figureOf('cash')?.parts[0]).not.toHaveProperty('restatedFrom');
  });

  it('may come back to what it was', () => {
    const [income] =
      figureOf('netIncome', (gaap) => {
        gaap['NetIncomeLoss']?.units['USD']?.push(
          ofYear(16.3, { form: '8-K', filed: '2026-08-01', accn: '0009999999-26-000050' }),
        );
      })?.parts ?? [];
    expect(income).toMatchObject({ value: 16.3, form: '8-K', restatedFrom: { value: 14.2, form: '10-K/A' } });
  });

  it('is none where one filing gives a table’s figure and its text rounds it', () => {
    const cash = figureOf(
      'cash',
      tagged({ CashAndCashEquivalentsAtCarryingValue: [atEnd(18.04), atEnd(18), atEnd(20)] }),
    );
    expect(cash?.parts).toEqual([expect.objectContaining({ value: 18.04 })]);
    expect(cash?.parts[0]).not.toHaveProperty('restatedFrom');
  });
});

describe('debt', () => {
  const only = (tags: Record<string, number>): Change =>
    tagged({
      ...{ LongTermDebt: undefined, ShortTermBorrowings: undefined },
      ...Object.fromEntries(Object.entries(tags).map(([tag, millions]) => [tag, [atEnd(millions)] as Rows])),
    });

  it.each([
    [{ DebtLongtermAndShorttermCombinedAmount: 612 }, 612, undefined],
    [{ LongTermDebt: 600 }, 600, undefined],
    [{ LongTermDebt: 600, CommercialPaper: 5 }, 605, undefined],
    [{ LongTermDebtNoncurrent: 560, DebtCurrent: 52 }, 612, undefined],
    [{ LongTermDebtNoncurrent: 560, LongTermDebtCurrent: 40 }, 600, undefined],
    [{ LongTermDebtNoncurrent: 560, LongTermDebtCurrent: 40, ShortTermBorrowings: 12 }, 612, undefined],
    [
      { LongTermDebtAndCapitalLeaseObligations: 560, LongTermDebtAndCapitalLeaseObligationsCurrent: 40 },
      600,
      /^Leases are in it$/,
    ],
    [{ LongTermDebtNoncurrent: 560 }, 560, /due within a year/],
    [{ ShortTermBorrowings: 12 }, 12, /Only short-term/],
  ])('is built of %j', (tags, sum, caveat) => {
    const debt = figureOf('debt', only(tags));
    expect(debt?.value).toBe(sum);
    expect(debt?.parts.map(({ tag }) => tag)).toEqual(Object.keys(tags));
    expect(debt?.caveats).toEqual(caveat ? [expect.stringMatching(caveat)] : []);
  });

  it('names another whole sum that differs by more than one percent', () => {
    const debt = figureOf('debt', only({ LongTermDebt: 600, LongTermDebtNoncurrent: 560, LongTermDebtCurrent: 60 }));
    expect(debt).toMatchObject({
      value: 600,
      caveats: ['LongTermDebtNoncurrent + LongTermDebtCurrent would be $620m'],
    });
    expect(
      figureOf('debt', only({ LongTermDebt: 600, LongTermDebtNoncurrent: 560, LongTermDebtCurrent: 41 }))?.caveats,
    ).toEqual([]);
  });

  it('that is not tagged is missing and never zero, and the rate with it', () => {
    const { company, missing } = found(only({}));
    expect(company).not.toHaveProperty('debt');
    expect(company).not.toHaveProperty('rate');
    expect(missing.map(({ field }) => field)).toEqual(['debt', 'rate']);
  });

  it('of zero is zero, without a rate', () => {
    const { company, missing } = found(only({ LongTermDebt: 0 }));
    expect(company.debt).toBe(0);
    expect(missing).toEqual([{ field: 'rate', words: 'There is no debt at the end of the year' }]);
  });
});

describe('interest', () => {
  const paid = (tag: string, millions: number): Change =>
    tagged({ InterestExpense: undefined, [tag]: [ofYear(millions)] });

  it.each(['InterestExpenseDebt', 'InterestExpenseNonoperating'])('may be tagged as %s', (tag) => {
    expect(figureOf('rate', paid(tag, 30.5))).toMatchObject({ value: 5, parts: [{ tag }] });
  });

  it('paid stands in for it, which is said', () => {
    expect(figureOf('rate', paid('InterestPaidNet', 35))).toMatchObject({
      // 35 ÷ 610 = 5.7377 %
      value: 5.74,
      caveats: [expect.stringMatching(/interest paid/), 'Interest of the year on the debt at its end'],
    });
  });

  it('that cannot belong to that debt gives no rate', () => {
    expect(missingOf('rate', paid('InterestExpense', 400))?.words).toBe(
      'Interest of $400m on debt of $610m would be 65.57%',
    );
    expect(missingOf('rate', paid('InterestExpense', -36.6))?.words).toMatch(/-6%$/);
  });

  it('that was tagged in earlier years only is missing, with the last of them', () => {
    const change: Change = (gaap) => {
      const rows = gaap['InterestExpense']?.units['USD'] ?? [];
      gaap['InterestExpense'] = inDollars(...rows.filter((row) => row['end'] === '2025-02-01'));
    };
    expect(missingOf('rate', change)).toEqual({
      field: 'rate',
      words: 'No interest expense is tagged in the newest annual report',
      lastTagged: '2025-02-01',
    });
  });

  it('of quarterly reports alone is not of an annual one', () => {
    const change = tagged({ InterestExpense: [ofYear(36.6, { form: '10-Q' })] });
    expect(missingOf('rate', change)).toMatchObject({ words: expect.stringMatching(/^No interest expense/) });
  });
});

describe('EBITDA', () => {
  it.each([
    [['DepreciationAmortizationAndAccretionNet']],
    [['DepreciationAndAmortization']],
    [['Depreciation', 'AmortizationOfIntangibleAssets']],
  ])('may be built with %j', (tags) => {
    const change = tagged({
      DepreciationDepletionAndAmortization: undefined,
      ...Object.fromEntries(tags.map((tag) => [tag, [ofYear(20)] as Rows])),
    });
    expect(tagsOf('ebitda', change)).toEqual(['OperatingIncomeLoss', ...tags]);
    expect(figureOf('ebitda', change)?.value).toBe(57.6 + 20 * tags.length);
  });

  it.each(['OperatingIncomeLoss', 'DepreciationDepletionAndAmortization'])('is absent without %s', (tag) => {
    const change = tagged({ [tag]: undefined });
    expect(found(change).company).not.toHaveProperty('ebitda');
    expect(missingOf('ebitda', change)?.words).toMatch(/^No (?:operating income|depreciation with amortization) is/);
  });

  it('is not built of depreciation without amortization', () => {
    const change = tagged({ DepreciationDepletionAndAmortization: undefined, Depreciation: [ofYear(20)] });
    expect(missingOf('ebitda', change)).toBeDefined();
  });
});

it('a loss is below zero', () => {
  const change = tagged({ NetIncomeLoss: [ofYear(-10.4)] });
  expect(found(change).company.netIncome).toBe(-10.4);
});

it('income and cash in wider tags say what is in them', () => {
  const change = tagged({
    NetIncomeLoss: undefined,
    CashAndCashEquivalentsAtCarryingValue: undefined,
    ProfitLoss: [ofYear(15)],
    CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents: [atEnd(25)],
  });
  expect(figureOf('netIncome', change)).toMatchObject({ value: 15, caveats: [expect.stringMatching(/other share/)] });
  expect(figureOf('cash', change)).toMatchObject({
    value: 25,
    caveats: ['Restricted cash is in it', 'How much of it yields with the Fed’s rate is not tagged'],
  });
});

describe('a report that cannot be read', () => {
  const year = { end: '2026-01-31', ticker: 'ACME', name: 'ACME Holdings, Inc.' };

  it('in another currency is named by it', () => {
    const outcome = filingOf((gaap) => {
      for (const tag of ['NetIncomeLoss', 'OperatingIncomeLoss']) gaap[tag] = { units: { CAD: [ofYear(20)] } };
    });
    expect(outcome).toEqual({ kind: 'foreign-report', form: '10-K', currency: 'CAD', ...year });
  });

  it('on a form of foreign companies is named by it, in US dollars too', () => {
    const income = ofYear(20, { form: '20-F' });
    const inUsd = filingOf((gaap) => {
      for (const tag of Object.keys(gaap)) gaap[tag] = inDollars(income);
    });
    expect(inUsd).toEqual({ kind: 'foreign-report', form: '20-F', currency: 'USD', ...year });
    const ifrs = filingOf((_, body) => {
      body.facts = { 'ifrs-full': { ProfitLoss: { units: { EUR: [income] } } } };
    });
    expect(ifrs).toEqual({ kind: 'foreign-report', form: '20-F', currency: 'EUR', ...year });
  });

  it('is not its translation: a year in two currencies is read in US dollars', () => {
    const change: Change = (gaap) => {
      gaap['NetIncomeLoss'] = { units: { CAD: [ofYear(20)], USD: [ofYear(14.5)] } };
    };
    expect(found(change).company.netIncome).toBe(14.5);
  });

  it('of dollars in earlier years only is in its newest currency', () => {
    const outcome = filingOf((gaap) => {
      gaap['NetIncomeLoss'] = {
        units: { EUR: [ofYear(20)], USD: [ofYear(11, { start: '2024-02-04', end: '2025-02-01' })] },
      };
      delete gaap['OperatingIncomeLoss'];
    });
    expect(outcome).toMatchObject({ kind: 'foreign-report', currency: 'EUR' });
  });

  it('of no whole year is no report', () => {
    const none = { kind: 'no-facts', ticker: 'ACME', name: 'ACME Holdings, Inc.' };
    const untagged = filingOf((_, body) => {
      body.facts = {};
    });
    expect(untagged).toEqual(none);
    const quarters = filingOf((gaap) => {
      for (const tag of Object.keys(gaap)) gaap[tag] = inDollars(ofYear(3, { start: '2025-11-02' }));
    });
    expect(quarters).toEqual(none);
  });
});
