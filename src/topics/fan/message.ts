import {
  type ChartBlock,
  capitalized,
  change,
  dollars,
  fitHeading,
  type Line,
  type Message,
  moveName,
  percentOf,
  renderShortAnswer,
  share,
  timesGiven,
} from '../../message/index.ts';
import { FEDERAL_TAX_RATE, type SolvedShare, type TornadoBar, type TornadoInput } from '../../sensitivity/index.ts';
import { modelWords, netIncomeChange, type Offer, otherMoves } from '../../wording/index.ts';
import type { FanAnswer } from './answer.ts';
import { barChart, LABEL, linked, shareChart, shareLines, shareTable, shareTitle } from './message-shares.ts';
import type { FanQuestion } from './question.ts';

const INPUT: Readonly<Record<TornadoInput, string>> = {
  'floating share': 'Floating',
  debt: 'Debt',
  hedged: 'Hedged',
  tax: 'Tax',
};

const endsOf = ({ input, from, to }: TornadoBar): string =>
  input === 'debt' ? `${from}–${timesGiven(to)}` : `${from}–${share(to)}`;

const inputChart = (answer: FanAnswer): ChartBlock =>
  barChart(
    answer.bars[0]?.atFrom.kind === 'lift'
      ? 'Net income, points from one end to the other'
      : 'Net income, US$ m from one end to the other',
    moveName(answer.move),
    answer.bars.map((bar) => ({ label: INPUT[bar.input], value: bar.distance })),
  );

const distanceWords = ({ distance, atFrom }: TornadoBar): string =>
  atFrom.kind === 'lift' ? `${distance.toFixed(2)} points of net income` : `${dollars(distance)} of net income`;

const inputLines = ({ bars, company }: FanAnswer): readonly Line[] => [
  {
    label: 'Range',
    words: capitalized(
      bars
        .map(
          (bar) =>
            `${INPUT[bar.input].toLowerCase()} ${endsOf(bar)}: ${netIncomeChange(bar.atFrom).replace('%', '')} to ${netIncomeChange(bar.atTo)}`,
        )
        .join('; '),
    ),
  },
  {
    label: 'Catch',
    words: `Debt of ${company === 'small' ? '3.5×' : '1.8×'} is net and of 2018; 30% hedged is nobody’s published figure`,
  },
];

const offersFor = ({ moveBps, by, only, small, large }: FanQuestion): readonly Offer[] => {
  const assumed = { ...(small && { small }), ...(large && { large }) };
  const asked = (more: Partial<FanQuestion>): FanQuestion => ({
    ...{ kind: 'fan', moveBps, by, ...(only && { only }) },
    ...assumed,
    ...more,
  });
  const { only: _, ...both } = asked({});
  return [
    ...otherMoves(moveBps, Math.abs(moveBps) === 50 ? 100 : 50, asked),
    by === 'input'
      ? { label: 'By published share', question: asked({ by: 'published share' }) }
      : { label: 'What matters most', question: asked({ by: 'input' }) },
    only === 'large'
      ? { label: 'For SmallCap', question: both }
      : { label: 'For LargeCap', question: asked({ only: 'large' }) },
    { label: 'The move itself', question: { kind: 'rate-move', moveBps, ...assumed } },
  ];
};

const wantedWords = (name: string, solved: SolvedShare): string => {
  switch (solved.kind) {
    case 'share':
      return `${name} ${percentOf(solved.share)} floating`;
    case 'impossible':
      return `${name} not even with all debt floating`;
    case 'never':
      return `${name} with no share`;
    case 'no-profit':
      return `${name} has no profit to lift`;
  }
};

const whyWanted = (name: string, solved: SolvedShare): string | undefined =>
  solved.kind === 'impossible'
    ? `All of ${name}’s debt floating brings ${netIncomeChange(solved.most.netIncome)}; the sum asks for ${percentOf(solved.asked)}`
    : solved.kind === 'never'
      ? `At ${name} this move brings nothing of that sign`
      : undefined;

/** The floating share that brings a wanted lift, or that none does. */
const renderWanted = (answer: FanAnswer, wanted: NonNullable<FanAnswer['wanted']>): Message => {
  const { question, move, id, changed } = answer;
  const companies = question.only ? [question.only] : (['small', 'large'] as const);
  const why = companies.flatMap((company) => whyWanted(LABEL[company], wanted[company]) ?? []);
  const { moveBps, small, large } = question;
  return renderShortAnswer({
    heading: fitHeading(
      `${change(question.lift ?? 0)} net income from a ${moveName(move)}: ${companies.map((company) => wantedWords(LABEL[company], wanted[company])).join(', ')}`,
    ),
    lines: [
      { label: 'Sum', words: 'Wanted lift ÷ the lift if all debt floated' },
      ...(why.length > 0 ? [{ label: 'Why', words: why.join('; ') } as const] : []),
    ],
    offers: [
      {
        label: 'The move itself',
        question: { kind: 'rate-move', moveBps, ...(small && { small }), ...(large && { large }) },
      },
      { label: 'By published share', question: { kind: 'fan', moveBps, by: 'published share' } },
    ],
    source: [modelWords(changed)],
    id,
  });
};

/** The effect at each published floating share as a table and bars; or the inputs, by how far apart their ends are. */
export const renderFan = (answer: FanAnswer): Message => {
  if (answer.wanted) return renderWanted(answer, answer.wanted);
  const { question, move, borrower, bars, id, company } = answer;
  const [widest] = bars;
  const model = `Model of note 000, ${borrower.name}’s other inputs ${answer.changed.length > 0 ? 'as changed' : 'as in the note'}, before tax`;
  if (question.by === 'published share')
    return renderShortAnswer({
      heading: fitHeading(shareTitle(answer)),
      table: shareTable(answer),
      lines: shareLines(answer),
      offers: offersFor(question),
      beneath: [{ block: shareChart(answer), text: '' }],
      source: [model, linked(company)],
      id,
    });
  return renderShortAnswer({
    heading: widest
      ? `${borrower.name}, ${moveName(move)}: ${INPUT[widest.input].toLowerCase()} ${widest.input === 'floating share' ? 'share ' : ''}matters most, ${distanceWords(widest)}`
      : `${borrower.name}, ${moveName(move)}: nothing to vary`,
    chart: inputChart(answer),
    lines: inputLines(answer),
    offers: offersFor(question),
    source: [model, `Tax: ${FEDERAL_TAX_RATE.source}`],
    id,
  });
};
