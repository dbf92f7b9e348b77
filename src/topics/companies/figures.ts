import type { CompanyEffect, PortfolioEffect } from '../../companies/index.ts';

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A cell that a spreadsheet would take for a formula is a text. */
const safe = (text: string): string => quoted(/^[=+\-@\t]/.test(text) ? `'${text}` : text);

/** Nine digits, without what adding leaves behind them. */
const rounded = (value: number): number => Number(value.toFixed(9)) + 0;

const rowOf = ({ company, effect }: CompanyEffect, rank: number | undefined): string =>
  [
    rank ?? '',
    safe(company.name),
    safe(company.ticker ?? ''),
    company.weight ?? '',
    effect.netIncome.kind === 'lift' ? rounded(effect.netIncome.lift) : '',
    rounded(effect.change),
    rounded(-effect.saving),
  ].join(',');

/** The whole list as a table: the ranked ones, then those without a profit. */
export const companiesCsv = ({ ranked, noProfit }: PortfolioEffect): string =>
  [
    'rank,name,ticker,weight_percent,net_income_change_percent,net_income_change_usd_m,interest_change_usd_m',
    ...ranked.map((one, at) => rowOf(one, at + 1)),
    ...noProfit.map((one) => rowOf(one, undefined)),
    '',
  ].join('\n');
