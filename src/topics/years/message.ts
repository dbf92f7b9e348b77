import type { CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  type Cell,
  type ChartBlock,
  cell,
  change,
  changeShown,
  type DataTableBlock,
  dollarChange,
  fitHeading,
  type Line,
  listed,
  type Message,
  monthName,
  moveName,
  numberCell,
  renderShortAnswer,
  screenReaderText,
  share,
} from '../../message/index.ts';
import type { Borrower, YearlyEffect } from '../../sensitivity/index.ts';
import { isoDate } from '../../units.ts';
import type { Offer } from '../../wording/index.ts';
import type { YearsAnswer } from './answer.ts';
import type { YearsQuestion } from './question.ts';

const liftOf = ({ saving }: YearlyEffect, { netIncome }: Borrower): number => (saving / netIncome) * 100;
const hasProfit = ({ netIncome }: Borrower): boolean => netIncome > 0;

/** In percent of net income, or in dollars where a company has none. */
const shown = (effect: YearlyEffect, borrower: Borrower): string =>
  hasProfit(borrower) ? change(liftOf(effect, borrower)) : dollarChange(effect.saving);

const yearsOf = ({ years, companies }: YearsAnswer): readonly number[] =>
  years[companies[0] as CompanyId].map(({ year }) => year);

const tableOf = (answer: YearsAnswer): DataTableBlock => {
  const { companies, borrowers, years } = answer;
  const at = (company: CompanyId, year: number): Cell => {
    const effect = years[company][year - 1] as YearlyEffect;
    return numberCell(effect.saving, shown(effect, borrowers[company]));
  };
  return {
    type: 'data_table',
    caption: `Net income year by year, ${screenReaderText(moveName(answer.move))}`,
    rows: [
      [cell('Year'), ...companies.map((company) => cell(borrowers[company].name))],
      ...yearsOf(answer).map((year): Cell[] => [cell(String(year)), ...companies.map((company) => at(company, year))]),
    ],
    row_header_column_index: 0,
  };
};

const chartOf = (answer: YearsAnswer): ChartBlock | undefined => {
  const { companies, borrowers, years } = answer;
  const categories = yearsOf(answer).map((year) => `Year ${year}`);
  const series = companies
    .filter((company) => hasProfit(borrowers[company]))
    .map((company) => ({
      name: borrowers[company].name,
      data: years[company].map((effect, at) => ({
        label: categories[at] ?? '',
        value: changeShown(liftOf(effect, borrowers[company])),
      })),
    }));
  if (series.length === 0 || categories.length < 2) return undefined;
  return {
    type: 'data_visualization',
    title: 'Net income change, %',
    chart: { type: 'line', series, axis_config: { categories } },
  };
};

const TOTAL = (years: readonly YearlyEffect[]): number => years.reduce((sum, { saving }) => sum + saving, 0);

const totalLine = ({ companies, borrowers, years }: YearsAnswer): Line => ({
  label: 'Sum',
  words: `Over ${years.small.length === 1 ? 'the year' : `${years.small.length} years`} ${listed(companies.map((company) => `${borrowers[company].name} ${dollarChange(TOTAL(years[company]))}`))} of income before tax`,
});

const refinancingLine = ({ companies, borrowers, years, question }: YearsAnswer): readonly Line[] => {
  if (question.matures === undefined) return [];
  const paid = companies.map((company) => {
    const sum = years[company].reduce((total, { refinancing }) => total + refinancing, 0);
    return `${borrowers[company].name} ${dollarChange(sum)}`;
  });
  const due = question.matures.map(
    ({ year, share: part, rate }) => `${share(Number(part.toFixed(1)))} in year ${year} at ${share(rate)}`,
  );
  return [{ label: 'Fixed', words: `Of fixed debt ${listed(due)} is replaced: ${listed(paid)} of that` }];
};

const readLine = ({ question: { parts, lagMonths } }: YearsAnswer): readonly Line[] => {
  const dated = (parts ?? []).map(({ moveBps: bps, month, year }) => {
    const when = month === undefined ? 'now' : monthName(isoDate(`2000-${String(month).padStart(2, '0')}-01`));
    return `${basisPointsOf(Math.abs(bps))} ${when}${year === undefined ? '' : ` ${year}`}`;
  });
  const said = [
    ...(dated.length > 0 ? [dated.join(', ')] : []),
    ...(lagMonths ? [`loans pay it ${lagMonths} ${lagMonths === 1 ? 'month' : 'months'} later`] : []),
  ];
  return said.length === 0 ? [] : [{ label: 'Read', words: said.join('; ') }];
};

const title = (answer: YearsAnswer): string => {
  const { move, companies, borrowers, years } = answer;
  const of = (at: number) =>
    companies
      .map(
        (company) => `${borrowers[company].name} ${shown(years[company].at(at) as YearlyEffect, borrowers[company])}`,
      )
      .join(', ');
  const last = years.small.length;
  const name = move === 0 ? 'No move' : moveName(move);
  const isSame = companies.every((company) =>
    years[company].every(({ saving }) => saving === years[company][0]?.saving),
  );
  if (last > 1 && isSame) return `${name}: ${of(0)} in every year`;
  return last === 1
    ? `${name}, first year: ${of(0)}`
    : fitHeading(`${name}: year 1 ${of(0)}; year ${last} ${of(-1)}`, `${name}, year by year`);
};

const offersFor = (question: YearsQuestion): readonly Offer[] => {
  const { matures, moveBps, small, large, only } = question;
  const kept = { ...(small && { small }), ...(large && { large }), ...(only && { only }) };
  const { matures: _, ...frozen } = question;
  return [
    { label: 'The move itself', question: { kind: 'rate-move', moveBps, ...kept } },
    ...(matures ? [{ label: 'Nothing matures', question: frozen }] : []),
    {
      label: question.years === 5 ? '3 years' : '5 years',
      question: { ...question, years: question.years === 5 ? 3 : 5 },
    },
  ];
};

/** A row a year and a line: when moves come, when loans pay them, and what maturing debt takes back. */
export const renderYears = (answer: YearsAnswer): Message => {
  const { id, question, changed } = answer;
  const inputs = changed.length > 0 ? 'inputs changed' : 'its two example companies';
  const chart = chartOf(answer);
  return renderShortAnswer({
    heading: title(answer),
    table: tableOf(answer),
    lines: [
      ...readLine(answer),
      totalLine(answer),
      ...refinancingLine(answer),
      {
        label: 'Catch',
        words: `${question.matures ? 'New debt keeps the rate you gave, whatever the Fed does' : 'The fixed part is frozen: nothing matures'}; each year against one without a move`,
      },
    ],
    offers: offersFor(question),
    ...(chart && { beneath: [{ block: chart, text: '' }] }),
    source: [`Model of note 000, ${inputs}, with time, before tax`],
    id,
  });
};
