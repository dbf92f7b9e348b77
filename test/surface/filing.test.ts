import { describe, expect, it } from 'vitest';
import type { FilingOutcome } from '../../src/filings/index.ts';
import { asPlainText, messageProblems } from '../../src/message/index.ts';
import { renderFiling } from '../../src/surface/index.ts';
import { isoDate } from '../../src/units.ts';
import { atEnd, filingOf, inDollars } from '../doubles/company-facts.ts';

const shown = (outcome: FilingOutcome): string => asPlainText(renderFiling(outcome));

describe('a company that was found in filings', () => {
  const text = shown(filingOf());

  it('is named with its year, and its figures stand in a table with their filings', () => {
    expect(text).toMatch(/^ACME Holdings, Inc\. \(ACME\): filings for the year to 31 Jan 2026$/m);
    expect(text).toMatch(/^Net income +\$14\.20m +10-K\/A of 8 May 2026$/m);
    expect(text).toMatch(/^EBITDA +\$96\.00m +10-K of 20 Mar 2026$/m);
    expect(text).toMatch(/^Interest rate +6% +10-K of 20 Mar 2026$/m);
  });

  it('shows how each figure is built, from which tag, period and filing', () => {
    expect(text).toContain('Debt  $610.00m = LongTermDebt + ShortTermBorrowings');
    expect(text).toContain('LongTermDebt $600.00m, at 31 Jan 2026, 10-K of 20 Mar 2026, 0009999999-26-000012');
    expect(text).toMatch(/^Cash {2}\$18\.00m$/m);
    expect(text).toContain('Cash: how much of it yields with the Fed’s rate is not tagged');
    expect(text).toContain('Interest rate  6% = InterestExpense ÷ debt');
    expect(text).toContain('EBITDA  $96.00m = OperatingIncomeLoss + DepreciationDepletionAndAmortization');
    expect(text).toContain('InterestExpense $36.60m, 2 Feb 2025 to 31 Jan 2026');
  });

  it('links each filing', () => {
    expect(JSON.stringify(renderFiling(filingOf()))).toContain(
      '<https://www.sec.gov/Archives/edgar/data/9999999/000999999926000012/0009999999-26-000012-index.htm|10-K of',
    );
  });

  it('asks for what no filing tags, and says what was restated', () => {
    expect(text).toContain('Asked  The floating share and the hedged share: no filing tags them');
    expect(text).toContain(
      'Net income: NetIncomeLoss was $16.30m in the 10-K of 20 Mar 2026 and is $14.20m in the 10-K/A of 8 May 2026',
    );
  });

  it('says what is missing, what is old and what is in doubt', () => {
    const words = shown(
      filingOf((gaap) => {
        delete gaap['OperatingIncomeLoss'];
        delete gaap['LongTermDebt'];
        delete gaap['ShortTermBorrowings'];
        gaap['LongTermDebtNoncurrent'] = inDollars(atEnd(560));
        const rows = gaap['InterestExpense']?.units['USD'] ?? [];
        gaap['InterestExpense'] = inDollars(...rows.filter((row) => row['end'] === '2025-02-01'));
      }, '2028-01-05'),
    );
    expect(words).toContain('EBITDA: no operating income is tagged in the newest annual report');
    expect(words).toContain('it last was for the year to 1 Feb 2025');
    expect(words).toContain('The newest annual report is for the year to 31 Jan 2026');
    expect(words).toContain('Debt: no part that is due within a year is tagged, so debt may be larger');
  });

  it('says in its text what its blocks say', () => {
    const { text: whole } = renderFiling(filingOf());
    expect(whole).toContain('Debt: Value $610.00m, Filing 10-K of 20 Mar 2026.');
    expect(whole).toContain('Interest rate is InterestExpense over debt.');
  });
});

const FILER = { ticker: 'ACME', name: 'ACME & Sons' };
const NOTHING: readonly (readonly [FilingOutcome, RegExp])[] = [
  [{ kind: 'unknown-ticker', ticker: '<XYZ>' }, /^The SEC lists no company under “<XYZ>”$/m],
  [{ kind: 'no-facts', ...FILER }, /^ACME & Sons \(ACME\) has filed no annual report with tagged figures$/m],
  [
    { kind: 'foreign-report', ...FILER, form: '20-F', currency: 'EUR', end: isoDate('2025-12-31') },
    /^ACME & Sons \(ACME\) reports on form 20-F in EUR, last for the year to 31 Dec 2025$/m,
  ],
  [{ kind: 'no-contact' }, /Missing {2}SEC_CONTACT, a name with an e-mail address/],
  [{ kind: 'unavailable', words: 'SEC took longer than 10 s' }, /Why {2}SEC took longer than 10 s\. In Slack/],
];

it.each(NOTHING)('%j is said in words, with what can be done instead', (outcome, words) => {
  expect(shown(outcome)).toMatch(words);
  expect(shown(outcome)).toContain('/company add');
});

it.each([filingOf(), ...NOTHING.map(([outcome]) => outcome)])('is a message that Slack takes: $kind', (outcome) => {
  expect(messageProblems(renderFiling(outcome))).toEqual([]);
});
