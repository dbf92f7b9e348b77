import type { CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  type Cell,
  type ChartBlock,
  cell,
  change,
  changeShown,
  type DataTableBlock,
  dataTable,
  dollarChange,
  dollars,
  dollarsGiven,
  escaped,
  foldedContainer,
  listed,
  type MessagePart,
  moveName,
  numberCell,
  screenReaderText,
  section,
  share,
  times,
  timesGiven,
} from '../../message/index.ts';
import { FLOATING_SHARE_ESTIMATES, type RateMoveEffect } from '../../sensitivity/index.ts';
import { liftOf } from '../../wording/index.ts';
import type { RateMoveAnswer } from './answer.ts';
import type { ShownResult } from './question.ts';

/** Numbers only, one unit a column: a company without profit turns the first column into dollars. */
export const table = ({ move, companies, effects, original }: RateMoveAnswer): DataTableBlock => {
  const asked = companies.map((company) => effects[company]);
  const inDollars = asked.some(({ netIncome }) => netIncome.kind === 'no-profit');
  const netIncome = (effect: RateMoveEffect): Cell =>
    effect.netIncome.kind === 'lift' && !inDollars
      ? numberCell(effect.netIncome.lift, change(effect.netIncome.lift))
      : numberCell(effect.change, dollarChange(effect.change));
  const interest = ({ saving }: RateMoveEffect): Cell => numberCell(-saving, dollarChange(-saving));
  const names = { head: 'Company', cells: asked.map(({ borrower }) => cell(borrower.name)) };
  const columns: { head: string; cells: readonly Cell[] }[] = [
    names,
    { head: inDollars ? 'Income change' : 'Net income', cells: asked.map(netIncome) },
    ...(original && !inDollars
      ? [{ head: 'Note 000', cells: companies.map((company) => netIncome(original[company])) }]
      : []),
    { head: 'Interest p.a.', cells: asked.map(interest) },
  ];
  const covers = asked.flatMap(({ coverageAfter }) => (coverageAfter === undefined ? [] : [coverageAfter]));
  if (columns.length < 4 && covers.length === asked.length) {
    columns.push({ head: 'Cover', cells: covers.map((cover) => numberCell(cover, times(cover))) });
  }
  return dataTable(
    `What a ${screenReaderText(moveName(move))} does in a year`,
    columns.map(({ head }) => head),
    asked.map((_, at) => columns.map(({ cells }) => cells[at] as Cell)),
  );
};

/** Changes in net income where the company has a profit, in dollars where it has none, a company each. */
const lifts = (companies: RateMoveAnswer['companies'], effects: RateMoveAnswer['effects']): string =>
  companies
    .map((company) => {
      const lift = liftOf(effects[company]);
      return lift === undefined ? dollarChange(effects[company].change) : change(lift);
    })
    .join(', ');

/** The figures of the table that the header does not give, as sentences. */
export const tableText = ({ companies, effects, original }: RateMoveAnswer): string => {
  const asked = companies.map((company) => effects[company]);
  const listOf = (shown: (effect: RateMoveEffect) => string): string =>
    asked.map((effect) => `${effect.borrower.name} ${shown(effect)}`).join(', ');
  const cover = asked.flatMap(({ borrower, coverageAfter }) =>
    coverageAfter === undefined ? [] : [`${borrower.name} ${times(coverageAfter)}`],
  );
  const hasLoss = asked.some(({ netIncome }) => netIncome.kind === 'no-profit');
  return [
    ...(hasLoss ? [`Net income a year: ${listOf((effect) => dollarChange(effect.change))}.`] : []),
    `Interest a year: ${listOf(({ saving }) => dollarChange(-saving))}.`,
    ...(cover.length > 0 ? [`Interest coverage after: ${cover.join(', ')}.`] : []),
    ...(original ? [`On note 000's own inputs: ${lifts(companies, original)}.`] : []),
  ].join(' ');
};

/** `$69.65m → $65.74m a year`: a figure of the year before the move and of the year after it. */
const beforeAndAfter: Record<ShownResult, (effect: RateMoveEffect) => string> = {
  interest: ({ before, after }) =>
    `interest ${dollars(before.total)} → ${dollars(after.total)} a year, ${change((after.total / before.total - 1) * 100)}`,
  'net income': ({ borrower, netIncomeAfter }) =>
    `net income ${dollars(borrower.netIncome)} → ${dollars(netIncomeAfter)}`,
  'interest share': ({ borrower: { ebitda }, before, after }) =>
    `interest ${percentOf(before.total, ebitda)} → ${percentOf(after.total, ebitda)} of EBITDA`,
  coverage: ({ coverageBefore, coverageAfter }) =>
    coverageBefore === undefined || coverageAfter === undefined
      ? 'no interest is due'
      : `cover ${times(coverageBefore)} → ${times(coverageAfter)}`,
};
const percentOf = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;

/** What was asked for of the year after the move, a company each. */
export const shownFirst = (shown: ShownResult, { companies, effects }: RateMoveAnswer): string =>
  companies.map((company) => `${effects[company].borrower.name} ${beforeAndAfter[shown](effects[company])}`).join('; ');

/** One bar a size; a company without a profit has no bars. */
const chart = (answered: RateMoveAnswer): ChartBlock | undefined => {
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

/** The same move in other sizes. */
export const ladder = (answer: RateMoveAnswer): MessagePart => {
  const { companies, effects } = answer;
  const names = listed(companies.map((company) => effects[company].borrower.name));
  const steps = answer.ladder.map((step) => `${basisPointsOf(Math.abs(step.move))} ${lifts(companies, step.effects)}`);
  return { block: chart(answer), text: `Net income by size, ${names}: ${steps.join('; ')}.` };
};

const INDEX_DEBT: Record<CompanyId, string> = { small: 'Russell 2000', large: 'S&amp;P 500' };

const company = (effect: RateMoveEffect): string => {
  const { borrower, before, after, totalDebt, floatingDebt, fixedDebt, saving, netIncome, netIncomeAfter } = effect;
  const fall = Math.abs(borrower.rate - effect.floatingRateAfter);
  const result =
    netIncome.kind === 'lift'
      ? `${change(netIncome.lift)} = ${dollars(saving)} ÷ ${dollarsGiven(borrower.netIncome)}`
      : `${dollarsGiven(borrower.netIncome)} → ${dollars(netIncomeAfter)}; without a profit there is no percentage`;
  const cover =
    effect.coverageBefore === undefined || effect.coverageAfter === undefined
      ? 'no interest is due'
      : `${times(effect.coverageBefore)} → ${times(effect.coverageAfter)}`;
  const line = (label: string, words: string): string => `*${label}*  ${escaped(words)}`;
  const isHold = effect.move === 0;
  return [
    `*${borrower.name}*`,
    line(
      'Debt',
      `${dollars(totalDebt)} = ${dollarsGiven(borrower.ebitda)} × ${timesGiven(borrower.debtToEbitda).replace('×', '')}`,
    ),
    line('Split', `${dollars(floatingDebt)} floating (${share(borrower.floatingShare)}), ${dollars(fixedDebt)} fixed`),
    line(
      'Rate',
      `${share(borrower.rate)} on all debt${isHold ? '' : `; floating then ${share(effect.floatingRateAfter)}`}${borrower.loanFloor ? `; loan floor ${share(borrower.loanFloor)}` : ''}`,
    ),
    line('Interest', `${dollars(before.total)} → ${dollars(after.total)} a year, fixed part ${dollars(before.fixed)}`),
    ...(isHold
      ? []
      : [
          line(
            saving < 0 ? 'Cost' : 'Saving',
            `${dollars(Math.abs(saving))} = ${dollars(floatingDebt)} × ${share(fall)}`,
          ),
          line('Net income', result),
        ]),
    line('Cover', `${cover} (EBITDA ÷ interest)`),
  ].join('\n');
};

/** `SmallCap's net income moves 18.81× as much as LargeCap's at any size by the note's floating shares; by Apollo's 7.67×.` */
const ratioOfLifts = (answer: RateMoveAnswer): readonly string[] => {
  const { liftRatio, companies, effects, move, changed, fed, publishedRatios } = answer;
  if (!liftRatio || move === 0) return [];
  const isPart = companies.some((company) => {
    const { limit } = effects[company];
    return limit !== undefined && limit.by !== 'base rate';
  });
  const until = fed.range.kind === 'range' ? '' : ', until a rate reaches zero,';
  const isNotes = changed.length === 0;
  const whose = isNotes ? "by the note's floating shares" : 'on these inputs';
  const { high } = publishedRatios;
  const others = `by ${FLOATING_SHARE_ESTIMATES.high.by}'s${isNotes ? '' : ' floating shares'}`;
  const other = high === undefined || isPart ? '' : `; ${others} ${times(high)}`;
  return [
    `SmallCap's net income moves ${times(liftRatio)} as much as LargeCap's${isPart ? ' here' : ` at any size${until} ${whose}`}${other}.`,
  ];
};

const assumptions = (answer: RateMoveAnswer): string => {
  const { companies, move } = answer;
  const { low, high } = FLOATING_SHARE_ESTIMATES;
  const sentences = [
    companies.length === 1
      ? 'An example company of note 000, not an index.'
      : 'Two example companies of note 000, not the Russell 2000 and the S&P 500.',
    'Only floating debt reprices, in full and at once. No tax, hedges, interest income or refinancing.',
    ...ratioOfLifts(answer),
  ];
  const link = (name: string, url: string) => `<${url}|${name}>`;
  const always = [escaped(sentences.join(' '))];
  if (move === 0) return always.join('\n');
  const given = ({ shares, by, url, month }: typeof low | typeof high): string =>
    `${listed(companies.map((company) => share(shares[company])))} ${link(by, url)}, ${month}`;
  return [
    ...always,
    `Floating shares of ${listed(companies.map((company) => INDEX_DEBT[company]))} debt: ${given(low)}; ${given(high)}, with bonds and loans of companies outside finance.`,
    'Tax: 21%, the US federal rate (26 U.S.C. § 11(b)).',
  ].join('\n');
};

/** Every step of the computation, collapsed. */
export const working = (answer: RateMoveAnswer): MessagePart => ({
  block: foldedContainer('Working and assumptions', [
    ...answer.companies.map((one) => section(company(answer.effects[one]))),
    section(assumptions(answer)),
  ]),
  text: 'Working and assumptions are folded in the message.',
});
