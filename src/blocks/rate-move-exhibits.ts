import type { RateMoveAnswer } from '../answers/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';
import type { Cell, ChartBlock, DataTableBlock } from './block-kit.ts';
import { cell, numberCell } from './build.ts';
import { basisPointsOf, change, changeShown, dollarChange, moveName, spoken, times } from './wording.ts';

/** Numbers only, one unit a column: a company without profit turns the first column into dollars. */
export const table = ({ move, companies, effects, original }: RateMoveAnswer): DataTableBlock => {
  const asked = companies.map((company) => effects[company]);
  const inDollars = asked.some(({ netIncome }) => netIncome.kind === 'no-profit');
  const netIncome = (effect: RateMoveEffect): Cell =>
    effect.netIncome.kind === 'lift' && !inDollars
      ? numberCell(effect.netIncome.lift, change(effect.netIncome.lift))
      : numberCell(effect.saving, dollarChange(effect.saving));
  const interest = ({ saving }: RateMoveEffect): Cell => numberCell(-saving, dollarChange(-saving));
  const names = { head: 'Company', cells: asked.map(({ borrower }) => cell(borrower.name)) };
  const columns: { head: string; cells: readonly Cell[] }[] = [
    names,
    { head: 'Net income', cells: asked.map(netIncome) },
    ...(original && !inDollars
      ? [{ head: 'Note 000', cells: companies.map((company) => netIncome(original[company])) }]
      : []),
    { head: 'Interest p.a.', cells: asked.map(interest) },
  ];
  const covers = asked.flatMap(({ coverageAfter }) => (coverageAfter === undefined ? [] : [coverageAfter]));
  if (columns.length < 4 && covers.length === asked.length) {
    columns.push({ head: 'Cover', cells: covers.map((cover) => numberCell(cover, times(cover))) });
  }
  return {
    type: 'data_table',
    caption: `What a ${spoken(moveName(move))} does in a year`,
    rows: [
      columns.map(({ head }) => cell(head)),
      ...asked.map((_, at) => columns.map(({ cells }) => cells[at] as Cell)),
    ],
    row_header_column_index: 0,
  };
};

/** The lift in percent, where there is a profit to lift. */
export const liftOf = ({ netIncome }: RateMoveEffect): number | undefined =>
  netIncome.kind === 'lift' ? netIncome.lift : undefined;

/** One bar a size; a company without a profit has no bars. */
export const chart = (answered: RateMoveAnswer): ChartBlock | undefined => {
  const { ladder, companies } = answered;
  const categories = ladder.map(({ move }) => basisPointsOf(Math.abs(move)));
  const series = companies.flatMap((company) => {
    const data = ladder.flatMap(({ effects }, at) => {
      const lift = liftOf(effects[company]);
      return lift === undefined ? [] : [{ label: categories[at] ?? '', value: changeShown(lift) }];
    });
    return data.length === 0 ? [] : [{ name: answered.effects[company].borrower.name, data }];
  });
  if (series.length === 0) return undefined;
  return {
    type: 'data_visualization',
    title: 'Net income change, %',
    chart: { type: 'bar', series, axis_config: { categories } },
  };
};
