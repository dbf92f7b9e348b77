import {
  type CompanyEffect,
  companyNamed,
  type ListedCompany,
  type PortfolioEffect,
  portfolioEffect,
} from '../../companies/index.ts';
import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  baseRateOf,
  type Facts,
  type Fed,
  figuresFrom,
  type Priced,
  pricedIn,
} from '../../facts/index.ts';
import type { Borrower } from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, percent, utcDateOf } from '../../units.ts';
import type { CompaniesQuestion } from './question.ts';

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
const companiesCsv = ({ ranked, noProfit }: PortfolioEffect): string =>
  [
    'rank,name,ticker,weight_percent,net_income_change_percent,net_income_change_usd_m,interest_change_usd_m',
    ...ranked.map((one, at) => rowOf(one, at + 1)),
    ...noProfit.map((one) => rowOf(one, undefined)),
    '',
  ].join('\n');

export interface CompaniesAnswer extends Answered {
  readonly kind: 'companies';
  readonly question: CompaniesQuestion;
  readonly move: BasisPoints;
  /** Whose list it is, in words; absent where there is none. */
  readonly source?: string;
  readonly effect: PortfolioEffect;
  readonly companies: readonly ListedCompany[];
  /** Names asked about that the list does not have. */
  readonly unknown: readonly string[];
  readonly fed: Fed;
  readonly priced?: Priced;
  /** The whole table, where the question wants a file. */
  readonly csv?: string;
}

/** An example company of note 000 as one of a list. */
const exampleOf = ({ name, ebitda, netIncome, debtToEbitda, floatingShare, rate }: Borrower): ListedCompany => ({
  name,
  ebitda,
  netIncome,
  debt: ebitda * debtToEbitda,
  floatingShare,
  rate,
});

const idOf = ({ name }: ListedCompany): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** An id each: names in another script, or told apart by a dot only, get their place behind it. */
const idsOf = (companies: readonly ListedCompany[]): readonly string[] => {
  const plain = companies.map(idOf);
  const count = new Map<string, number>();
  for (const id of plain) count.set(id, (count.get(id) ?? 0) + 1);
  return plain.map((id, at) => (id === '' || count.get(id) !== 1 ? `${id}-${at + 1}` : id));
};

const figuresOf = ({ ranked, noProfit, weighted }: PortfolioEffect, source: string): readonly AnsweredFigure[] => {
  const figure = figuresFrom(source);
  const all = [...ranked, ...noProfit];
  const ids = idsOf(all.map(({ company }) => company));
  return [
    ...(weighted === undefined
      ? []
      : [figure('companies.weighted', weighted, '%', 'change in net income by weight, of those with a profit')]),
    ...all.flatMap(({ company, effect }, at): readonly AnsweredFigure[] => {
      const id = ids[at] ?? '';
      return [
        effect.netIncome.kind === 'lift'
          ? figure(`${id}.lift`, effect.netIncome.lift, '%', `${company.name}, change in net income`)
          : figure(`${id}.change`, effect.change, 'US$ m', `${company.name}, change in net income a year`),
        figure(`${id}.saving`, effect.saving, 'US$ m', `${company.name}, interest saved a year`),
      ];
    }),
  ];
};

/** Answers what a move does to a team's own companies: all of them, ranked and by weight, or those named. */
export const answerCompanies = (question: CompaniesQuestion, facts: Facts): CompaniesAnswer => {
  const move = basisPoints(question.moveBps);
  const list = facts.companies;
  const examples = [facts.borrowers.small, facts.borrowers.large].map(exampleOf);
  const found = question.names?.map((name) => companyNamed(name, [...(list?.companies ?? []), ...examples]));
  const companies = found ? found.filter((one) => one !== undefined) : (list?.companies ?? []);
  const unknown = (question.names ?? []).filter((_, at) => found?.[at] === undefined);
  const effect = portfolioEffect(
    companies,
    move,
    baseRateOf(facts.fed),
    question.taxRate === undefined ? undefined : percent(question.taxRate),
  );
  const priced = pricedIn(facts.fed);
  const source = list?.source ?? 'note 000';
  return {
    kind: 'companies',
    id: answerIdOf([question, list?.source, companies], facts),
    asOf: utcDateOf(facts.now),
    question,
    move,
    ...(list && { source: list.source }),
    effect,
    companies,
    unknown,
    fed: facts.fed,
    ...(priced && { priced }),
    ...(question.csv && companies.length > 0 && { csv: companiesCsv(effect) }),
    figures: [
      { id: 'move', value: move, unit: 'bp', label: 'rate move, negative for a cut', source: 'the question' },
      ...figuresOf(effect, source),
    ],
    views: [],
    sources: [source],
  };
};
