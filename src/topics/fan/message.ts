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
  moveName,
  numberCell,
  percentOf,
  renderShortAnswer,
  screenReaderText,
  share,
  timesGiven,
} from '../../message/index.ts';
import {
  type FanRow,
  FEDERAL_TAX_RATE,
  type NetIncomeEffect,
  PUBLISHED_SHARES,
  type SolvedShare,
  sizeOfEffect,
  type TornadoBar,
  type TornadoInput,
} from '../../sensitivity/index.ts';
import { changedWords, modelWords, netIncomeChange, type Offer } from '../../wording/index.ts';
import type { FanAnswer } from './answer.ts';
import type { FanQuestion } from './question.ts';

const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const OTHER: Readonly<Record<CompanyId, CompanyId>> = { small: 'large', large: 'small' };
const LABEL = { small: 'SmallCap', large: 'LargeCap' } as const;

/** `Apollo, Jul 2024`; the company's own share is the note's, unless it was changed. */
const sourceOf = ({ published }: FanRow, isChanged: boolean): string =>
  published ? `${published.by}, ${published.month}` : isChanged ? 'Yours' : 'Note 000, Sep 2024';

const isShareChanged = ({ changed }: FanAnswer): boolean =>
  changed.some(({ assumption }) => assumption === 'floatingShare');

const shareTable = (answer: FanAnswer): DataTableBlock =>
  dataTable(
    `${answer.borrower.name} at each published floating share, ${screenReaderText(moveName(answer.move))}`,
    ['Source', 'Floating', 'Net income', 'Interest p.a.'],
    answer.rows.map((row): Cell[] => [
      cell(sourceOf(row, isShareChanged(answer))),
      numberCell(row.share, share(row.share)),
      numberCell(sizeOfEffect(row.effect.netIncome), netIncomeChange(row.effect.netIncome)),
      numberCell(-row.effect.saving, dollarChange(-row.effect.saving)),
    ]),
  );

/** `+0.31% at Goldman Sachs’s 6%, +0.47% at the note’s 9%`. */
const othersWords = (others: readonly FanRow[]): string =>
  others
    .filter(({ published }) => !published?.secondHand)
    .map(
      ({ share: at, published, effect }) =>
        `${netIncomeChange(effect.netIncome)} at ${published ? `${published.by}’s` : 'the note’s'} ${share(at)}`,
    )
    .join(', ');

const shareLines = (answer: FanAnswer): readonly Line[] => {
  const { rows, others, company, changed, borrower } = answer;
  const below = rows.filter(({ published, share: at }) => published && at < borrower.floatingShare).length;
  const published = rows.filter((row) => row.published).length;
  const whose = isShareChanged(answer) ? 'Your' : 'Note 000’s';
  return [
    ...(changed.length > 0
      ? [
          {
            label: 'Changed',
            words: changedWords(changed, { small: effectHere(answer), large: effectHere(answer) }),
          } as const,
        ]
      : []),
    {
      label: 'Range',
      words: `${whose} ${share(borrower.floatingShare)} is higher than ${IN_WORDS[below] ?? below} of the ${IN_WORDS[published] ?? published} others`,
    },
    { label: LABEL[OTHER[company]], words: othersWords(others) },
    { label: 'Why', words: 'Definitions differ: Apollo leaves out finance and counts bonds and loan tranches' },
    ...(company === 'small'
      ? [{ label: 'Left out', words: '41%: quoted second-hand, no first source of it was found' } as const]
      : []),
    { label: 'Catch', words: 'The newest of these shares is of September 2024' },
  ];
};

const effectHere = ({ rows }: FanAnswer) => {
  const own = rows.find(({ published }) => published === undefined) ?? rows[0];
  if (own === undefined) throw new Error('a fan without rows');
  return own.effect;
};

const barChart = (
  title: string,
  name: string,
  bars: readonly { readonly label: string; readonly value: number }[],
): ChartBlock => ({
  type: 'data_visualization',
  title,
  chart: {
    type: 'bar',
    series: [{ name, data: bars.map(({ label, value }) => ({ label, value: changeShown(value) })) }],
    axis_config: { categories: bars.map(({ label }) => label) },
  },
});

const unitOf = (effect: NetIncomeEffect | undefined): string => (effect?.kind === 'no-profit' ? 'US$ m' : '%');

const shareChart = (answer: FanAnswer): ChartBlock =>
  barChart(
    `${answer.borrower.name} net income, ${unitOf(answer.rows[0]?.effect.netIncome)}`,
    moveName(answer.move),
    answer.rows.map(({ share: at, published, effect }) => ({
      label: published ? share(at) : `${share(at)} ${isShareChanged(answer) ? 'yours' : 'note'}`,
      value: sizeOfEffect(effect.netIncome),
    })),
  );

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
  const size = Math.abs(moveBps);
  const other = size === 50 ? 100 : 50;
  const { only: _, ...both } = asked({});
  return [
    { label: basisPointsOf(other), question: asked({ moveBps: Math.sign(moveBps || -1) * other }) },
    ...(moveBps === 0
      ? []
      : [{ label: `${moveBps < 0 ? 'Hike' : 'Cut'} ${basisPointsOf(size)}`, question: asked({ moveBps: -moveBps }) }]),
    by === 'input'
      ? { label: 'By published share', question: asked({ by: 'published share' }) }
      : { label: 'What matters most', question: asked({ by: 'input' }) },
    only === 'large'
      ? { label: 'For SmallCap', question: both }
      : { label: 'For LargeCap', question: asked({ only: 'large' }) },
    { label: 'The move itself', question: { kind: 'rate-move', moveBps, ...assumed } },
  ];
};

const shareTitle = ({ move, borrower, rows }: FanAnswer): string => {
  const ends = [rows[0], rows.at(-1)].map((row) => (row ? netIncomeChange(row.effect.netIncome) : ''));
  const [least = '', most = ''] = ends;
  const from = least.endsWith('%') ? least.replace('%', '') : least;
  return `${moveName(move)}: ${borrower.name} net income ${from} to ${most} across ${IN_WORDS[rows.length] ?? rows.length} sources`;
};

const linked = (company: CompanyId): string =>
  listed(
    PUBLISHED_SHARES.filter(({ shares }) => shares[company] !== undefined).map(
      ({ by, month, secondHand }) => `${by} ${month.slice(-4)}${secondHand ? ` (second-hand, ${secondHand})` : ''}`,
    ),
  );

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
