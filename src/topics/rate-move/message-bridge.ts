import type { CompanyId } from '../../facts/index.ts';
import {
  type Cell,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  dollarChange,
  dollars,
  dollarsGiven,
  escaped,
  foldedContainer,
  type Line,
  listed,
  type MessagePart,
  moveName,
  numberCell,
  plural,
  screenReaderText,
  section,
  share,
  unbroken,
} from '../../message/index.ts';
import { BRIDGE_STEPS, type Bridge, type BridgeStep } from '../../sensitivity/index.ts';
import { COUNTED_AS } from '../../wording/index.ts';
import { type Bridged, changedInputs } from './answer.ts';

/** The bridge from the note's sum to net income: its table, its lines and its working. */

const MOST_NAMED = 3;

/** How a heading names what is on. */
const NAMES: Readonly<Record<BridgeStep, string>> = {
  cash: 'cash',
  hedged: 'hedges',
  'pass-through': 'pass-through',
  'loan floor': 'loan floors',
  tax: 'tax',
  'interest cap': '163(j)',
};
/** In a heading tax stands first: it is asked for most. */
const NAMED_FIRST: readonly BridgeStep[] = ['tax', 'hedged', 'cash', 'pass-through', 'loan floor', 'interest cap'];

/** The lines that are on at either company asked about, in their order. */
const stepsOn = ({ companies, bridges }: Bridged): readonly BridgeStep[] =>
  BRIDGE_STEPS.filter((step) => companies.some((company) => bridges[company].lines.some((line) => line.step === step)));

/** `, with tax, hedges and 163(j)`; `, with 5 assumptions on`. */
export const withWords = (answer: Bridged): string => {
  const on = stepsOn(answer);
  const named = NAMED_FIRST.filter((step) => on.includes(step)).map((step) => NAMES[step]);
  return `, ${unbroken(`with ${named.length > MOST_NAMED ? `${named.length} assumptions on` : listed(named)}`)}`;
};

const PLAIN: Readonly<Record<BridgeStep, string>> = {
  cash: 'Cash',
  hedged: 'Hedged',
  'pass-through': 'Pass-through',
  'loan floor': 'Loan floor',
  tax: 'Tax',
  'interest cap': '163(j) cap',
};

/** `30% hedged` where it is the same at all that have it. */
const stepName = (step: BridgeStep, { companies, effects }: Bridged): string => {
  const said = new Set(companies.flatMap((company) => COUNTED_AS[step](effects[company].borrower) ?? []));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : PLAIN[step];
};

/** A row a line, from the note's sum to net income: in percent of it, in dollars where a company has no profit. */
export const bridgeTable = (answer: Bridged): DataTableBlock => {
  const { companies, bridges, effects, move } = answer;
  const inDollars = companies.some((company) => effects[company].netIncome.kind === 'no-profit');
  const shown = (company: CompanyId, millions: number): Cell => {
    const percent = (millions / effects[company].borrower.netIncome) * 100;
    return inDollars ? numberCell(millions, dollarChange(millions)) : numberCell(percent, change(percent));
  };
  const row = (name: string, of: (bridge: Bridge) => number): Cell[] => [
    cell(name),
    ...companies.map((company) => shown(company, of(bridges[company]))),
  ];
  return {
    ...dataTable(
      `From the note’s sum to net income, ${screenReaderText(moveName(move))}`,
      ['Step', ...companies.map((company) => effects[company].borrower.name)],
      [
        row(changedInputs(answer).length > 0 ? 'Note 000’s sum' : 'Note 000', ({ gross }) => gross.saving),
        ...stepsOn(answer).map((step) =>
          row(stepName(step, answer), ({ lines }) => lines.find((line) => line.step === step)?.change ?? 0),
        ),
        row('Net income', (bridge) => bridge.change),
      ],
    ), // the result stands last, and is seen at once
    page_size: BRIDGE_STEPS.length + 2,
  };
};

/** The table in sentences, for a reader that shows none. */
export const bridgeText = (answer: Bridged): string => {
  const [, ...rows] = bridgeTable(answer).rows;
  return rows.map((row) => `${row.map(({ text }) => text).join(' ')}.`).join(' ');
};

const isOver = ({ deductible, interestBefore }: Bridge): boolean =>
  deductible !== undefined && interestBefore > deductible;

/** What surprises: a saving that is not taxed, or cash that takes it back. */
export const bridgeLines = (answer: Bridged): readonly Line[] => {
  const { companies, bridges, effects } = answer;
  const name = (company: CompanyId): string => effects[company].borrower.name;
  const capped = companies.filter((company) => isOver(bridges[company]) && bridges[company].change > 0);
  const losing = companies.filter(
    (company) => Math.sign(bridges[company].change) === -Math.sign(bridges[company].gross.saving),
  );
  const why = [
    ...capped.map((company) => {
      const { deductible = 0, interestBefore, interestAfter } = bridges[company];
      const taxed = interestAfter < deductible ? 'tax on part of the saving only' : 'no tax on the saving';
      return `${name(company)} pays ${taxed}: interest of ${dollars(interestBefore)} is over its ${dollars(deductible)} cap`;
    }),
    ...losing.map((company) => `${name(company)} loses more on cash than its loans save`),
  ];
  return why.length === 0 ? [] : [{ label: 'Why', words: why.join('; ') }];
};

/** In cash or in the books: what a deferred tax asset takes off where interest is not deducted. */
export const bridgeCatch = (answer: Bridged): string | undefined => {
  const { companies, bridges, effects } = answer;
  const booked = companies.flatMap((company) => {
    const { bookChange, change: moved } = bridges[company];
    const { borrower, netIncome } = effects[company];
    if (bookChange === undefined || netIncome.kind !== 'lift') return [];
    const book = change((bookChange / borrower.netIncome) * 100);
    return book === change((moved / borrower.netIncome) * 100) ? [] : [`${borrower.name}’s book figure to ${book}`];
  });
  return booked.length === 0 ? undefined : `In cash. A deferred tax asset can take ${listed(booked)}`;
};

/** `Tax 26 U.S.C. § 11(b)`, `Hedged share as typed`: where what is on comes from. */
export const bridgeSources = (answer: Bridged): readonly string[] => {
  const on = stepsOn(answer);
  const isTyped = (step: BridgeStep): boolean => step !== 'tax' && step !== 'interest cap';
  const isFederal = answer.companies.every((company) =>
    [undefined, 21].includes(answer.effects[company].borrower.taxRate),
  );
  const law = [
    ...(on.includes('tax') ? [isFederal ? 'Tax 26 U.S.C. § 11(b)' : 'Tax rate typed by you'] : []),
    ...(on.includes('interest cap') ? ['cap § 163(j) at 30% of EBITDA'] : []),
  ];
  const typed = on.filter(isTyped).map((step) => (step === 'hedged' ? 'hedged share' : PLAIN[step].toLowerCase()));
  return [
    ...(law.length > 0 ? [law.join(', ')] : []),
    ...(typed.length > 0 ? [`${listed(typed).replace(/^./, (first) => first.toUpperCase())} typed by you`] : []),
  ];
};

/** Each line in dollars, a company at a time. */
const companyWorking = (company: CompanyId, answer: Bridged): string => {
  const { gross, lines, deductible, interestBefore, interestAfter, change: moved } = answer.bridges[company];
  const { borrower, netIncome } = answer.effects[company];
  const line = (label: string, words: string): string => `*${label}*  ${escaped(words)}`;
  const fall = Math.abs(borrower.rate - gross.floatingRateAfter);
  const said: Readonly<Record<BridgeStep, string>> = {
    cash: `${dollarsGiven(borrower.cash ?? 0)} of cash earns less`,
    hedged: `${share(borrower.hedgedShare ?? 0)} of the floating debt does not reprice`,
    'pass-through': `Lenders hand on ${share(borrower.passThrough ?? 100)} of the move`,
    'loan floor': `No loan counts a Fed rate under ${share(borrower.loanFloor ?? 0)}`,
    tax: `${share(borrower.taxRate ?? 0)} of what is left`,
    'interest cap': `Of interest, ${dollars(interestBefore)} → ${dollars(interestAfter)}, ${dollars(deductible ?? 0)} is deducted at most`,
  };
  const result =
    netIncome.kind === 'lift'
      ? `${change(netIncome.lift)} = ${dollars(moved)} ÷ ${dollarsGiven(borrower.netIncome)}`
      : `${dollarChange(moved)}; without a profit there is no percentage`;
  return [
    `*${borrower.name}*`,
    line(
      'Debt',
      `${dollars(gross.totalDebt)}; ${dollars(gross.floatingDebt)} floating (${share(borrower.floatingShare)})`,
    ),
    line('Gross saving', `${dollars(gross.saving)} = ${dollars(gross.floatingDebt)} × ${share(fall)}`),
    ...lines.map(({ step, change: by }) => line(PLAIN[step], `${said[step]}: ${dollarChange(by)}`)),
    line('Net income', result),
  ].join('\n');
};

/** Every line of the bridge in dollars, collapsed. */
export const bridgeWorking = (answer: Bridged): MessagePart => {
  const count = stepsOn(answer).length;
  const title = `Working, ${plural(count, 'assumption')} on`;
  return {
    block: foldedContainer(title, [
      ...answer.companies.map((company) => section(companyWorking(company, answer))),
      section(
        escaped(
          'Example companies of note 000, not an index. Each line is counted on what is left by the ones before it; refinancing and time are left out.',
        ),
      ),
    ]),
    text: `${title}: folded in the message.`,
  };
};
