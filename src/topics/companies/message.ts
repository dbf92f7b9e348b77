import type { CompanyEffect, ListedCompany } from '../../companies/index.ts';
import {
  type Cell,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  dollarChange,
  dollars,
  fitHeading,
  type Line,
  listed,
  type Message,
  moveName,
  numberCell,
  plural,
  renderShortAnswer,
  screenReaderText,
  share,
  times,
} from '../../message/index.ts';
import { FEDERAL_TAX_RATE } from '../../sensitivity/index.ts';
import { helpOffer, movesOffered, netIncomeChange, type Offer, otherMoves, pricedWords } from '../../wording/index.ts';
import type { CompaniesAnswer } from './answer.ts';
import type { CompaniesQuestion } from './question.ts';

const ALL_SHOWN = 10;
const [BEST, WORST] = [5, 3];
const MOST_NAMED = 4;
const shown = ({ effect }: CompanyEffect): string => netIncomeChange(effect.netIncome);

type Ranked = CompanyEffect & { readonly rank: number };

/** All where they are few; else who gains most and who least, with the rank in the name so that the gap shows. */
const rowsOf = ({ effect: { ranked } }: CompaniesAnswer): readonly Ranked[] => {
  const all = ranked.map((one, at) => ({ ...one, rank: at + 1 }));
  return all.length <= ALL_SHOWN ? all : [...all.slice(0, BEST), ...all.slice(-WORST)];
};

/** Weights that add up, without what adding leaves behind. */
const weightShown = (percent: number): string => share(Number(percent.toFixed(2)));

const hasWeights = ({ companies, question }: CompaniesAnswer): boolean =>
  question.names === undefined && companies.some(({ weight }) => weight !== undefined);

/** True where the heading names each of them. */
const isNamed = ({ question, companies }: CompaniesAnswer): boolean =>
  question.names !== undefined || companies.length === 1;

const MOST_DECIMALS = 2;
/** As many as the weight was given with. */
const decimalsOf = (weight: number): number => Math.min(MOST_DECIMALS, String(weight).split('.')[1]?.length ?? 0);

const tableOf = (answer: CompaniesAnswer): DataTableBlock | undefined => {
  const rows = rowsOf(answer);
  if (rows.length === 0) return undefined;
  const isWeighted = hasWeights(answer);
  const isRanked = !isNamed(answer);
  const decimals = Math.max(...rows.map(({ company }) => decimalsOf(company.weight ?? 0)));
  return {
    ...dataTable(
      `What a ${screenReaderText(moveName(answer.move))} does in a year`,
      ['Company', isWeighted ? 'Weight' : 'Interest p.a.', 'Net income'],
      rows.map((row): Cell[] => [
        cell(isRanked ? `${row.rank}. ${row.company.name}` : row.company.name),
        isWeighted
          ? numberCell(row.company.weight ?? 0, `${(row.company.weight ?? 0).toFixed(decimals)}%`)
          : numberCell(-row.effect.saving, dollarChange(-row.effect.saving)),
        numberCell(row.effect.netIncome.kind === 'lift' ? row.effect.netIncome.lift : 0, shown(row)),
      ]),
    ), // who loses most stands last, and is seen at once
    page_size: ALL_SHOWN,
  };
};

const lossesOf = (some: readonly CompanyEffect[], verb: string): string =>
  some.length === 0
    ? ''
    : `${verb} at ${listed([
        ...some
          .slice(0, MOST_NAMED)
          .map(({ company, effect }) => `${company.name} by ${dollars(Math.abs(effect.change))}`),
        ...(some.length > MOST_NAMED ? [`${some.length - MOST_NAMED} more`] : []),
      ])}`;

/** Those without a profit: a loss has no percentage. */
const noProfitLine = (answer: CompaniesAnswer): readonly Line[] => {
  const { noProfit, weight } = answer.effect;
  if (noProfit.length === 0) return [];
  if (isNamed(answer))
    return [{ label: 'No profit', words: 'Without a profit there is no percentage: in dollars a year' }];
  const count = `${plural(noProfit.length, 'company stands', 'companies stand')} apart, since a loss has no percentage`;
  const weighted = hasWeights(answer) ? `, ${weightShown(weight.noProfit)} of weight` : '';
  const losing = noProfit.filter(({ company }) => company.netIncome < 0);
  const even = noProfit.filter(({ company, effect }) => company.netIncome === 0 && effect.change !== 0);
  const said = [
    lossesOf(
      losing.filter(({ effect }) => effect.change > 0),
      'losses narrow',
    ),
    lossesOf(
      losing.filter(({ effect }) => effect.change < 0).toReversed(),
      losing.some(({ effect }) => effect.change > 0) ? 'they widen' : 'losses widen',
    ),
    even.length === 0 ? '' : listed(even.slice(0, MOST_NAMED).map(lossOf)),
  ].filter((one) => one !== '');
  return [{ label: 'No profit', words: [`${count}${weighted}`, ...said].join('; ') }];
};

const sumOf = (some: readonly ListedCompany[], of: (company: ListedCompany) => number): number =>
  some.reduce((sum, one) => sum + of(one), 0);

/** What those at the top have in common, and what takes it from those at the bottom. */
const whyLine = ({ effect: { ranked }, move, question }: CompaniesAnswer): readonly Line[] => {
  if (question.names !== undefined || ranked.length <= ALL_SHOWN || move === 0) return [];
  const top = ranked.slice(0, BEST).map(({ company }) => company);
  const earning = top.filter(({ ebitda = 0 }) => ebitda > 0);
  const owed =
    earning.length < BEST
      ? ''
      : `${times(sumOf(earning, ({ debt }) => debt) / sumOf(earning, ({ ebitda = 0 }) => ebitda))} EBITDA, `;
  const floating =
    (sumOf(top, ({ debt, floatingShare }) => (debt * floatingShare) / 100) / sumOf(top, ({ debt }) => debt)) * 100;
  const isOnCash = ranked
    .slice(-WORST)
    .every(({ effect }) => Math.sign(effect.change) === -Math.sign(effect.saving) && effect.change !== 0);
  const behind = isOnCash ? `; the last three ${move < 0 ? 'lose' : 'gain'} interest on cash` : '';
  return Number.isFinite(floating)
    ? [{ label: 'Why', words: `The first five owe ${owed}${Math.round(floating)}% of it floating${behind}` }]
    : [];
};

const catchLine = ({ companies, question: { taxRate } }: CompaniesAnswer): Line => {
  const has = [
    ...(companies.some(({ hedgedShare = 0 }) => hedgedShare > 0) ? ['hedges'] : []),
    ...(companies.some(({ cash = 0 }) => cash > 0) ? ['cash'] : []),
  ];
  const off = taxRate === undefined ? 'Tax and refinancing are off' : `After ${share(taxRate)} tax; refinancing is off`;
  return { label: 'Catch', words: `${off}${has.length > 0 ? `; ${listed(has)} as in your list` : ''}` };
};

/** `32 gain, 4 lose, 4 have no profit`. */
const counts = ({ gain, lose, unchanged, noProfit }: CompaniesAnswer['effect']): string =>
  [
    ...(gain > 0 ? [plural(gain, 'gains', 'gain')] : []),
    ...(lose > 0 ? [plural(lose, 'loses', 'lose')] : []),
    ...(unchanged > 0 ? [`${plural(unchanged, 'stays', 'stay')} the same`] : []),
    ...(noProfit.length > 0 ? [`${plural(noProfit.length, 'has', 'have')} no profit`] : []),
  ].join(', ');

/** What a move does to a company without a profit: `Ferrowell Energy's loss narrows by $1.12m`. */
const lossOf = ({ company: { name, netIncome }, effect: { change: moved } }: CompanyEffect): string => {
  if (netIncome === 0) return `${name} goes from zero to ${dollarChange(moved)}`;
  return moved === 0
    ? `${name}'s loss stays the same`
    : `${name}'s loss ${moved < 0 ? 'widens' : 'narrows'} by ${dollars(Math.abs(moved))}`;
};

const title = (answer: CompaniesAnswer): string => {
  const { move, effect, companies } = answer;
  const name = moveName(move);
  if (isNamed(answer)) {
    const lifts = effect.ranked.map((one, at) => `${one.company.name} ${at === 0 ? 'net income ' : ''}${shown(one)}`);
    const losses = effect.noProfit.map(lossOf);
    return fitHeading(`${name}: ${[lifts.join(', '), losses.join('; ')].filter((one) => one !== '').join('; ')}`, name);
  }
  const weighted = effect.weighted === undefined ? '' : ` ${change(effect.weighted)} by weight`;
  const whose = `your ${weighted === '' ? `${companies.length} ` : ''}companies`;
  return `${name}: ${whose}${weighted}: ${counts(effect)}`;
};

const offersFor = (question: CompaniesQuestion, count: number): readonly Offer[] => {
  const { moveBps, names, taxRate } = question;
  const asked = (more: Partial<CompaniesQuestion>): CompaniesQuestion => ({
    ...{ kind: 'companies', moveBps, ...(names && { names }), ...(taxRate !== undefined && { taxRate }) },
    ...more,
  });
  const { taxRate: _, ...before } = asked({});
  return [
    ...(names === undefined && count > ALL_SHOWN
      ? [{ label: `All ${count} as a file`, question: asked({ csv: true }) }]
      : []),
    ...otherMoves(moveBps, Math.abs(moveBps) === 25 ? 50 : 25, asked),
    taxRate === undefined
      ? { label: 'After tax', question: asked({ taxRate: FEDERAL_TAX_RATE.rate }) }
      : { label: 'Before tax', question: before },
    ...(names === undefined ? [] : [{ label: 'All our companies', question: { kind: 'companies', moveBps } as const }]),
  ];
};

const sourcesOf = (answer: CompaniesAnswer): readonly string[] => {
  const { source, companies, effect, question } = answer;
  const whose =
    source === undefined
      ? 'Example companies of note 000'
      : `${source}, ${plural(companies.length, 'company', 'companies')}`;
  const { counted } = effect.weight;
  return [
    whose,
    ...(question.names === undefined &&
    companies.length > 1 &&
    effect.weighted !== undefined &&
    Math.abs(counted - 100) > 0.005
      ? [`Weights of ${effect.ranked.length} (${weightShown(counted)}) scaled to 100`]
      : []),
    'Model of note 000 with your inputs',
  ];
};

const renderNone = ({ id, unknown }: CompaniesAnswer): Message =>
  renderShortAnswer({
    heading:
      unknown.length > 0
        ? fitHeading(`Not among your companies: ${listed(unknown)}`)
        : 'No companies of your own are listed yet',
    lines: [
      {
        label: 'Instead',
        words: 'In Slack /company add takes one, /company import a file; in a terminal, --companies FILE.csv',
      },
    ],
    offers: [...movesOffered(-50), helpOffer],
    source: [],
    id,
  });

/** A team's companies, ranked: who gains and who loses most, those without a profit apart. */
export const renderCompanies = (answer: CompaniesAnswer): Message => {
  const { id, question, companies, fed, priced, move, asOf, unknown } = answer;
  if (companies.length === 0) return renderNone(answer);
  return renderShortAnswer({
    heading: title(answer),
    table: tableOf(answer),
    lines: [
      ...noProfitLine(answer),
      ...(unknown.length > 0
        ? [{ label: 'Missing', words: `Not among your companies: ${listed(unknown)}` } as const]
        : []),
      ...whyLine(answer),
      ...(priced
        ? [{ label: 'Priced', words: pricedWords(move, priced.odds, fed, asOf, priced.isSynthetic) } as const]
        : []),
      catchLine(answer),
    ],
    offers: offersFor(question, companies.length),
    source: sourcesOf(answer),
    id,
  });
};
