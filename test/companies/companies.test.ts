import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { borrowerOf, companyNamed, plainName } from '../../src/companies/company.ts';
import { parseCompanies } from '../../src/companies/csv.ts';
import { portfolioEffect } from '../../src/companies/portfolio.ts';
import { effectOf } from '../../src/sensitivity/rate-move.ts';
import { basisPoints, percent } from '../../src/units.ts';

const CUT = basisPoints(-50);
const TEXT = readFileSync(new URL('twenty.csv', import.meta.url), 'utf8');
const SHEET = TEXT.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const HEAD = (TEXT.split('\n')[0] as string).split(',');
const cellOf = (row: readonly string[], column: string): string => row[HEAD.indexOf(column)] as string;

const read = (text: string) => {
  const result = parseCompanies(text);
  if (result.kind !== 'read') throw new Error(result.words);
  return result;
};
const LIST = read(TEXT).companies;

describe('twenty companies worked out by hand', () => {
  it.each(SHEET)('%s agrees to nine digits', (...row) => {
    const company = companyNamed(row[0] as string, LIST);
    if (company === undefined) throw new Error(`no ${row[0]}`);
    const borrower = borrowerOf(company);
    const effect = effectOf(borrower, CUT);
    const taxed = effectOf({ ...borrower, taxRate: percent(21), interestCap: percent(30) }, CUT);
    const near = (column: string, value: number): void =>
      expect(value, column).toBeCloseTo(Number(cellOf(row, column)), 9);
    near('floating_debt', effect.floatingDebt);
    near('interest_before', effect.before.total);
    near('saving', effect.saving);
    near('before_tax', effect.change);
    near('after_tax', taxed.change);
    if (effect.netIncome.kind === 'lift') near('lift', effect.netIncome.lift);
    else expect(cellOf(row, 'lift')).toBe('');
  });

  it('are ranked, counted and weighted, and those without a profit stand apart', () => {
    const all = portfolioEffect(LIST, CUT);
    expect(all.ranked.length + all.noProfit.length).toBe(20);
    expect(all.gain + all.lose + all.unchanged).toBe(all.ranked.length);
    const lifts = all.ranked.map(({ effect }) =>
      effect.netIncome.kind === 'lift' ? effect.netIncome.lift : Number.NaN,
    );
    expect(lifts).toEqual(lifts.toSorted((one, other) => other - one));
    expect(all.noProfit.map(({ company }) => company.name)).toContain('Corvale Mobility');
    const counted = SHEET.filter((row) => cellOf(row, 'lift') !== '');
    const weight = counted.reduce((sum, row) => sum + Number(cellOf(row, 'weight')), 0);
    const sum = counted.reduce((total, row) => total + Number(cellOf(row, 'weight')) * Number(cellOf(row, 'lift')), 0);
    expect(all.weighted).toBeCloseTo(sum / weight, 9);
    expect(all.weight.counted).toBeCloseTo(weight, 9);
  });

  it('come to the opposite in a hike, and to nothing in a hold', () => {
    const [cut, hike] = [portfolioEffect(LIST, CUT), portfolioEffect(LIST, basisPoints(50))];
    expect(hike.weighted).toBeCloseTo(-(cut.weighted as number), 9);
    expect([hike.gain, hike.lose]).toEqual([cut.lose, cut.gain]);
    expect(portfolioEffect(LIST, basisPoints(0))).toMatchObject({ gain: 0, lose: 0, weighted: 0 });
  });
});

describe('a file of companies', () => {
  const HEADING = 'name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight';
  const rows = (...lines: readonly string[]) => read([HEADING, ...lines].join('\n'));

  it('is read as a spreadsheet exports it', () => {
    expect(
      read('\uFEFFCompany;Net income (US$ m);Total debt;Floating %;Coupon\r\nACME Inc.;1\'200.5;"2,000";45%;6\r\n')
        .companies,
    ).toEqual([{ name: 'ACME Inc.', netIncome: 1_200.5, debt: 2_000, floatingShare: 45, rate: 6 }]);
    expect(rows('"Ash, Bell & Co",ABC,100,(10.5),$400,50%,6,,,3').companies).toEqual([
      {
        name: 'Ash, Bell & Co',
        ticker: 'ABC',
        ebitda: 100,
        netIncome: -10.5,
        debt: 400,
        floatingShare: 50,
        rate: 6,
        weight: 3,
      },
    ]);
  });

  it.each([
    ['178.6', '1,160.9', 178.6, 1_160.9],
    ['178,6', '1160,9', 178.6, 1_160.9],
    ['1.178,6', '2.160', 1_178.6, 2_160],
    ['1\u202f178,6', '160', 1_178.6, 160],
    ['1.178.600', '1,160', 1_178_600, 1_160],
    ["1'178.6", '$2,160m', 1_178.6, 2_160],
    ['0,125', '0.125', 0.125, 0.125],
  ])('takes %s and %s as that spreadsheet means them', (ebitda, debt, ...amounts) => {
    const [company] = read(`${HEADING.replaceAll(',', ';')}\nOne;;${ebitda};5;${debt};50;6;;;`).companies;
    expect([company?.ebitda, company?.debt]).toEqual(amounts);
  });

  it('leaves out a line whose commas or separators cannot be told', () => {
    const { companies, problems } = rows(
      'Good,,10,5,20,50,6,,,',
      'Shifted,,178,6,59,5,1160,9,45,6,100,20',
      'Odd,,"1,23,4",5,20,50,6,,,',
      'Space,,1 2,5,20,50,6,,,',
      'Empty,,n/a,5,0,,,-,,,,',
    );
    expect(companies.map(({ name }) => name)).toEqual(['Good', 'Empty']);
    expect(problems.map(({ line, words }) => [line, words.slice(0, 34)])).toEqual([
      [3, '12 cells below 10 headings: a numb'],
      [4, '“1,23,4” under ebitda is no number'],
      [5, '“1 2” under ebitda is no number'],
    ]);
  });

  it('names a ticker that stands twice, and refuses shares that are fractions', () => {
    expect(rows('One,AB,10,5,20,50,6,,,', 'Two,ab,10,5,20,50,6,,,').problems).toEqual([
      { line: 3, words: 'ab stands on line 2 already' },
    ]);
    expect(parseCompanies(`${HEADING}\nOne,,10,5,20,0.45,6,,,\nTwo,,10,5,20,1,6,,,`)).toMatchObject({
      kind: 'refused',
    });
  });

  it('holds cash that takes exactly what the loans save: nothing is left', () => {
    const { companies } = rows('Even,,8570,3800,19711,9,4,"1,773.99",,');
    expect(portfolioEffect(companies, CUT)).toMatchObject({ gain: 0, lose: 0, unchanged: 1 });
  });

  it('names each line that it cannot read, and keeps the others', () => {
    const { companies, problems } = rows(
      'Good,,10,5,20,50,6,,,',
      'Lots,,10,5,lots,50,6,,,',
      'Over,,10,5,20,150,6,,,',
      ',,10,5,20,50,6,,,',
      'Guess,,10,5,20,,6,,,',
      'GOOD Inc,,10,5,20,50,6,,,',
    );
    expect(companies.map(({ name }) => name)).toEqual(['Good']);
    expect(problems).toEqual([
      { line: 3, words: '“lots” under debt is no number' },
      { line: 4, words: 'floating_share has to be from 0 to 100%' },
      { line: 5, words: 'no name' },
      { line: 6, words: 'no floating_share' },
      { line: 7, words: 'GOOD Inc stands on line 2 already' },
    ]);
  });

  it.each([
    ['', /begins with the line name,ticker/],
    ['a,b\n1,2', /there is no column name, net_income, debt, floating_share, rate/],
    [HEADING, /there is none below it/],
    [
      `${HEADING}\n${Array.from({ length: 501 }, (_, at) => `C${at},,10,5,20,50,6,,,`).join('\n')}`,
      /up to 500 companies/,
    ],
  ])('that cannot be a list is refused in words: %.20s', (text, words) => {
    expect(parseCompanies(text)).toEqual({ kind: 'refused', words: expect.stringMatching(words) });
  });

  it('holds companies with a loss, no debt, or more cash than debt', () => {
    const { companies } = rows('Loss,,-5,-10,100,50,6,,,', 'None,,10,5,0,0,,,,', 'Rich,,10,5,20,50,6,100,,');
    const { ranked, noProfit } = portfolioEffect(companies, CUT);
    expect(noProfit.map(({ effect }) => effect.change)).toEqual([expect.closeTo(0.25, 9)]);
    expect(ranked.map(({ company, effect }) => [company.name, effect.netIncome])).toEqual([
      ['None', { kind: 'lift', lift: 0 }],
      ['Rich', { kind: 'lift', lift: expect.closeTo(-9, 9) }],
    ]);
  });

  it('is looked through by name or ticker, whatever the legal form', () => {
    expect(companyNamed('brackenholt steel inc.', LIST)?.name).toBe('Brackenholt Steel');
    expect(companyNamed('orri', LIST)?.name).toBe('Orrin Freight');
    expect(companyNamed('nobody', LIST)).toBeUndefined();
    expect(plainName('ACME Holdings')).toBe('acme');
  });
});
