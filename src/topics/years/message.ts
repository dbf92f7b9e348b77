import type { CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  type Cell,
  type ChartBlock,
  capitalized,
  cell,
  change,
  changeShown,
  type DataTableBlock,
  dataTable,
  dollarChange,
  dollars,
  fitHeading,
  type Line,
  listed,
  type Message,
  monthName,
  moveName,
  numberCell,
  plural,
  renderShortAnswer,
  screenReaderText,
  share,
  sign,
  unbroken,
} from '../../message/index.ts';
import { type Borrower, isRefinement, type YearlyEffect } from '../../sensitivity/index.ts';
import { isoDate } from '../../units.ts';
import {
  changedWords,
  countedWords,
  FED,
  fedSource,
  futuresSource,
  missingOutcomeLines,
  movePriced,
  type Offer,
  PRICED,
  whyNoOdds,
} from '../../wording/index.ts';
import type { YearsAnswer } from './answer.ts';
import type { YearsQuestion } from './question.ts';

const liftOf = (effect: YearlyEffect, { netIncome }: Borrower): number => (effect.change / netIncome) * 100;
const hasProfit = ({ netIncome }: Borrower): boolean => netIncome > 0;

/** In percent of net income, or in dollars where a company has none. */
const shown = (effect: YearlyEffect, borrower: Borrower): string =>
  hasProfit(borrower) ? change(liftOf(effect, borrower)) : dollarChange(effect.change);

const yearsOf = ({ years, companies }: YearsAnswer): readonly number[] =>
  years[companies[0] as CompanyId].map(({ year }) => year);

const tableOf = (answer: YearsAnswer): DataTableBlock => {
  const { companies, borrowers, years } = answer;
  const at = (company: CompanyId, year: number): Cell => {
    const effect = years[company][year - 1] as YearlyEffect;
    return numberCell(effect.change, shown(effect, borrowers[company]));
  };
  return dataTable(
    `Net income year by year, ${screenReaderText(moveName(answer.move))}`,
    ['Year', ...companies.map((company) => borrowers[company].name)],
    yearsOf(answer).map((year): Cell[] => [cell(String(year)), ...companies.map((company) => at(company, year))]),
  );
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

const totalOf = (years: readonly YearlyEffect[]): number => years.reduce((sum, one) => sum + one.change, 0);

/** `after 21% tax` where it is counted at all of them; `before tax`. */
const taxWords = ({ companies, borrowers }: YearsAnswer): string => {
  const rates = [...new Set(companies.map((company) => borrowers[company].taxRate ?? 0))];
  const [rate = 0, other] = rates;
  return other === undefined && rate > 0
    ? `after ${share(rate)} tax`
    : rates.every((one) => one === 0)
      ? 'before tax'
      : 'after tax';
};

const totalLine = (answer: YearsAnswer): Line => {
  const { companies, borrowers, years } = answer;
  return {
    label: 'Sum',
    words: `Over ${years.small.length === 1 ? 'the year' : `${years.small.length} years`} ${listed(companies.map((company) => `${borrowers[company].name} ${dollarChange(totalOf(years[company]))}`))} of income ${taxWords(answer)}`,
  };
};

const refinancingLine = ({ companies, borrowers, years, question }: YearsAnswer): readonly Line[] => {
  if (question.matures === undefined) return [];
  const paid = companies.map((company) => {
    const sum = years[company].reduce((total, { refinancing }) => total + refinancing, 0);
    return `${borrowers[company].name} ${dollarChange(sum)}`;
  });
  const due = question.matures.map(
    ({ year, share: part, rate }) => `${share(Number(part.toFixed(1)))} in year ${year} at ${share(rate)}`,
  );
  return [{ label: 'Fixed', words: `Replaced of it: ${listed(due)}. That is ${listed(paid)} of the sum` }];
};

/** `Average in bp: Oct +14, Dec +19; +33 bp in all`. */
const pathWords = ({ priced = [], move }: YearsAnswer): string => {
  const each = priced.map((one) => {
    const whole = Math.round(one.move);
    return unbroken(`${monthName(one.decision)} ${sign(whole)}${Math.abs(whole)}`);
  });
  return `Average by meeting, bp: ${each.join(', ')}; ${movePriced(move)} in all`;
};

/** Debt that matures may take more than cuts give. */
const whyLine = ({ companies, borrowers, years, move }: YearsAnswer): readonly Line[] => {
  const last = years.small.length - 1;
  const losing = companies.filter((company) => {
    const { saving, floating } = years[company][last] as YearlyEffect;
    return move < 0 && floating >= 0 && saving < 0;
  });
  if (losing.length === 0) return [];
  const at = (of: (effect: YearlyEffect) => number): readonly string[] =>
    losing.map((company) => dollars(of(years[company][last] as YearlyEffect)));
  const names = losing.map((company) => borrowers[company].name);
  const saved = at(({ floating }) => floating).map((words, place) => `${names[place]} ${words}`);
  return [
    {
      label: 'Why',
      words: `In year ${last + 1} the cut saves ${listed(saved)}; debt that is replaced costs ${listed(at(({ refinancing }) => -refinancing))}`,
    },
  ];
};

const readLine = ({ question: { parts, lagMonths } }: YearsAnswer): readonly Line[] => {
  const dated = (parts ?? []).map(({ moveBps: bps, month, year }) => {
    const when = month === undefined ? 'now' : monthName(isoDate(`2000-${String(month).padStart(2, '0')}-01`));
    return `${basisPointsOf(Math.abs(bps))} ${when}${year === undefined ? '' : ` ${year}`}`;
  });
  const said = [
    ...(dated.length > 0 ? [dated.join(', ')] : []),
    ...(lagMonths ? [`loans pay it ${plural(lagMonths, 'month')} later`] : []),
  ];
  return said.length === 0 ? [] : [{ label: 'Read', words: said.join('; ') }];
};

const title = (answer: YearsAnswer): string => {
  const { move, companies, borrowers, years, priced } = answer;
  const of = (at: number) =>
    companies
      .map(
        (company) => `${borrowers[company].name} ${shown(years[company].at(at) as YearlyEffect, borrowers[company])}`,
      )
      .join(', ');
  const last = years.small.length;
  const name = priced ? 'Path as priced' : move === 0 ? 'No move' : moveName(move);
  const isSame = companies.every((company) => years[company].every((one) => one.change === years[company][0]?.change));
  if (last > 1 && isSame) return `${name}: ${of(0)} in every year`;
  return last === 1
    ? `${name}, first year: ${of(0)}`
    : fitHeading(`${name}: year 1 ${of(0)}; year ${last} ${of(-1)}`, `${name}, year by year`);
};

const offersFor = (question: YearsQuestion): readonly Offer[] => {
  const { matures, moveBps, small, large, only, path } = question;
  const kept = { ...(small && { small }), ...(large && { large }), ...(only && { only }) };
  const { matures: _, ...frozen } = question;
  return [
    path ? PRICED : { label: 'The move itself', question: { kind: 'rate-move', moveBps, ...kept } },
    ...(matures ? [{ label: 'Nothing matures', question: frozen }] : []),
    {
      label: question.years === 5 ? '3 years' : '5 years',
      question: { ...question, years: question.years === 5 ? 3 : 5 },
    },
  ];
};

/** Futures imply nothing, or nobody has connected any. */
const renderUnknown = ({ id, fed }: YearsAnswer): Message =>
  renderShortAnswer({
    heading: fitHeading(whyNoOdds(fed.odds)),
    lines: [
      ...missingOutcomeLines(fed),
      { label: 'Instead', words: 'Type the path: 25 in December and 25 in March, year by year' },
    ],
    offers: [
      { label: '100 bp cut by year', question: { kind: 'years', moveBps: -100, years: 3 } },
      { label: '25 bp hike by year', question: { kind: 'years', moveBps: 25, years: 3 } },
      FED,
    ],
    source: fedSource(fed),
    id,
  });

const changedLine = ({ changed, unmoved, companies, borrowers }: YearsAnswer): readonly Line[] => {
  const inputs = changed.filter(({ assumption }) => !isRefinement(assumption));
  const counted = countedWords(companies.map((company) => borrowers[company]));
  const said = [
    ...(inputs.length > 0 ? [changedWords(inputs, unmoved)] : []),
    ...(counted.length > 0 ? [listed(counted)] : []),
  ];
  return said.length === 0 ? [] : [{ label: 'Changed', words: capitalized(said.join('; ')) }];
};

/** A row a year and a line: when moves come, when loans pay them, and what maturing debt takes back. */
export const renderYears = (answer: YearsAnswer): Message => {
  const { id, question, changed, fed, priced } = answer;
  if (priced?.length === 0) return renderUnknown(answer);
  const inputs = changed.length > 0 ? 'inputs changed' : 'its two example companies';
  const chart = chartOf(answer);
  return renderShortAnswer({
    heading: title(answer),
    table: tableOf(answer),
    lines: [
      ...(priced ? [{ label: 'Priced', words: pathWords(answer) } as const] : []),
      ...readLine(answer),
      ...changedLine(answer),
      ...whyLine(answer),
      totalLine(answer),
      ...refinancingLine(answer),
      {
        label: 'Catch',
        words: `${question.matures ? 'New debt keeps the rate you gave, whatever the Fed does' : 'The fixed part is frozen: nothing matures'}; each year against one without a move`,
      },
    ],
    offers: offersFor(question),
    ...(chart && { beneath: [{ block: chart, text: '' }] }),
    source: [`Model of note 000, ${inputs}, with time, ${taxWords(answer)}`, ...(priced ? futuresSource(fed) : [])],
    id,
  });
};
