import type { DatedClaim } from '../../facts/index.ts';
import {
  cell,
  dataTable,
  dollars,
  type Line,
  type Message,
  numberCell,
  renderShortAnswer,
  share,
} from '../../message/index.ts';
import { FEDERAL_TAX_RATE, sizeOfEffect } from '../../sensitivity/index.ts';
import {
  affiliation,
  locatedCitation,
  modelWords,
  moveLabel,
  netIncomeChange,
  type Offer,
} from '../../wording/index.ts';
import type { MethodAnswer } from './answer-figures.ts';
import {
  bothShown,
  type Explanation,
  explainAssumptions,
  explainCompanies,
  explainCoverage,
  explainFloor,
  explainFormula,
  explainRounding,
  moveShown,
} from './message-model.ts';
import { explainGrowth, explainRatio, explainWhy } from './message-why.ts';
import type { MethodAspect } from './question.ts';

/** No tax in the model, none in the notes; what is left at the federal rate. */
const explainTax = (answer: MethodAnswer): Explanation => {
  const { effects, afterTax, taxRate } = answer;
  const tax = share(taxRate);
  const isFederal = taxRate === FEDERAL_TAX_RATE.rate;
  const both = (['small', 'large'] as const).map((company) => ({
    name: effects[company].borrower.name,
    before: effects[company].netIncome,
    after: afterTax[company],
  }));
  const isMixed = new Set(both.map(({ before }) => before.kind)).size > 1;
  return {
    heading: `Before tax. After ${tax} a ${moveShown(answer)} leaves ${both.map(({ name, after }) => `${name} ${netIncomeChange(after)}`).join(', ')}`,
    ...(!isMixed && {
      table: dataTable(
        `Net income change of a ${moveShown(answer)}`.replace('\u00a0', ' '),
        ['Company', 'Before tax', `After ${tax}`],
        both.map(({ name, before, after }) => [
          cell(name),
          numberCell(sizeOfEffect(before), netIncomeChange(before)),
          numberCell(sizeOfEffect(after), netIncomeChange(after)),
        ]),
      ),
    }),
    lines: [
      { label: 'Model', words: 'Note 000 adds the whole saving to net income and takes no tax off it' },
      {
        label: 'Tax',
        words: `No note gives a tax rate; ${isFederal ? `${tax} is the US federal rate` : `${tax} is yours, the US federal rate is ${share(FEDERAL_TAX_RATE.rate)}`}. A loss maker pays none here`,
      },
      { label: 'Missing', words: 'State tax, and limits on how much interest may be deducted' },
    ],
    source: [`Tax: ${FEDERAL_TAX_RATE.source}`],
  };
};

/** All floating debt reprices; what half of it hedged would leave. */
const explainHedges = (answer: MethodAnswer): Explanation => {
  const { halfHedged } = answer;
  const { borrower } = answer.effects.small;
  return {
    heading: `Hedges are not in the model: half hedged, ${bothShown({ effects: halfHedged })}`,
    lines: [
      { label: 'Model', words: `All floating debt reprices: ${bothShown(answer)} for a ${moveShown(answer)}` },
      { label: 'Size', words: 'Debt swapped to a fixed rate saves nothing; half of it swapped halves the effect' },
      {
        label: 'Instead',
        words: `Half hedged is half the floating share: /ratecut ${answer.move > 0 ? 'hike ' : ''}${Math.abs(answer.move)}bp floating=${share(borrower.floatingShare / 2)}`,
      },
      { label: 'Missing', words: 'No note says how much floating debt is hedged' },
    ],
  };
};

/** Interest earned on cash would fall as well. */
const explainCash = ({ effects: { small, large } }: MethodAnswer): Explanation => ({
  heading:
    large.floatingDebt === 0
      ? 'Cash is not in the model: what it earns would move with the rate'
      : `Cash is not in the model: ${dollars(large.floatingDebt)} of it would cancel LargeCap's change`,
  lines: [
    { label: 'Model', words: 'Only interest paid is counted. A cut lowers what cash earns too, a hike raises it' },
    {
      label: 'Size',
      words: `Cash at floating rates as large as floating debt leaves nothing: ${small.borrower.name} ${dollars(small.floatingDebt)}, ${large.borrower.name} ${dollars(large.floatingDebt)}`,
    },
    { label: 'Missing', words: 'No note says how much cash either company holds' },
  ],
});

/** Fixed debt stays as it is, whenever it falls due. */
const explainRefinancing = ({ effects: { small, large } }: MethodAnswer): Explanation => ({
  heading: `Fixed debt keeps its rate here: ${dollars(small.fixedDebt)} at SmallCap, ${dollars(large.fixedDebt)} at LargeCap`,
  lines: [
    {
      label: 'Fixed',
      words: `${small.borrower.name} ${share(100 - small.borrower.floatingShare)} of debt, ${large.borrower.name} ${share(100 - large.borrower.floatingShare)}: the same interest before and after`,
    },
    { label: 'Missing', words: 'Debt that falls due is borrowed anew at the rates of that day, higher or lower' },
    { label: 'Size', words: 'Not to be said: no note gives the maturities of either company' },
  ],
});

/** At once and for a full year. */
const explainTiming = (answer: MethodAnswer): Explanation => {
  const { small, large } = answer.effects;
  return {
    heading: `At once, for a full year: ${bothShown(answer)} for a ${moveShown(answer)}`,
    lines: [
      {
        label: 'Model',
        words: `All floating debt reprices on the day. Interest of one full year after it: ${small.borrower.name} ${dollars(Math.abs(small.saving))} ${small.saving < 0 ? 'more' : 'less'}, ${large.borrower.name} ${dollars(Math.abs(large.saving))}`,
      },
      { label: 'Missing', words: 'When in the year the Fed moves, and on which day each loan resets its rate' },
      { label: 'Size', words: 'A move half-way through a year shows half of it in the accounts of that year' },
    ],
  };
};

const EXPLAIN: Record<MethodAspect, (answer: MethodAnswer) => Explanation> = {
  formula: explainFormula,
  tax: explainTax,
  hedges: explainHedges,
  cash: explainCash,
  refinancing: explainRefinancing,
  timing: explainTiming,
  companies: explainCompanies,
  assumptions: explainAssumptions,
  'lift ratio': explainRatio,
  coverage: explainCoverage,
  floor: explainFloor,
  rounding: explainRounding,
  why: explainWhy,
  growth: explainGrowth,
};

/** What to ask next about the model, as buttons name it. */
const NEXT: Partial<Record<MethodAspect, string>> = {
  formula: 'How it is computed',
  why: 'Why small caps gain more',
  tax: 'Tax',
  growth: 'What would undo it',
};
const MOST_NEXT = 2;

const offers = ({ question, move, changed }: MethodAnswer): readonly Offer[] => {
  const { of, aspect } = question;
  const back: Offer = { label: moveLabel(move), question: of?.moveBps ? of : { kind: 'rate-move', moveBps: move } };
  const next = (Object.keys(NEXT) as MethodAspect[])
    .filter((one) => one !== aspect)
    .slice(0, MOST_NEXT)
    .map((one): Offer => ({ label: NEXT[one] ?? one, question: { kind: 'method', aspect: one, ...(of && { of }) } }));
  const original: Offer[] =
    changed.length > 0 ? [{ label: 'Back to note 000', question: { kind: 'rate-move', moveBps: move } }] : [];
  return [back, ...original, ...next];
};

const SECTION = 'Section “Debt Sensitivity Dynamics”';

/** `Lori Calvasina, RBC: cuts are a mixed blessing (004, Aug 2025, para 15)`; other claims are given in full. */
const saidWords = (dated: DatedClaim): string => {
  const { voice, short, paraphrase } = dated.claim;
  return `${voice}${affiliation(dated)}: ${short ?? paraphrase.replace(/\.$/, '')} ${locatedCitation(dated)}`;
};

/** How the model works or what it leaves out, with numbers, and what the notes say of it. */
export const renderMethod = (answer: MethodAnswer): Message => {
  const { heading, table, lines, source = [] } = EXPLAIN[answer.question.aspect](answer);
  const said = answer.claims.map((dated): Line => ({ label: 'Said', words: saidWords(dated) }));
  return renderShortAnswer({
    heading,
    table,
    lines: [...lines, ...said],
    offers: offers(answer),
    source: [modelWords(answer.changed), SECTION, ...source],
    id: answer.id,
  });
};
