import type { CompanyId } from '../../facts/index.ts';
import {
  type Cell,
  type ChartBlock,
  cell,
  changeShown,
  type DataTableBlock,
  dataTable,
  dollarChange,
  type Line,
  listed,
  moveName,
  numberCell,
  screenReaderText,
  share,
} from '../../message/index.ts';
import { type FanRow, type NetIncomeEffect, PUBLISHED_SHARES, sizeOfEffect } from '../../sensitivity/index.ts';
import { changedWords, netIncomeChange } from '../../wording/index.ts';
import type { FanAnswer } from './answer.ts';

/** The effect at each published floating share: title, table, lines, bars and sources. */

const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const OTHER: Readonly<Record<CompanyId, CompanyId>> = { small: 'large', large: 'small' };
export const LABEL = { small: 'SmallCap', large: 'LargeCap' } as const;

export const barChart = (
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

/** `Apollo, Jul 2024`; the company's own share is the note's, unless it was changed. */
const sourceOf = ({ published }: FanRow, isChanged: boolean): string =>
  published ? `${published.by}, ${published.month}` : isChanged ? 'Yours' : 'Note 000, Sep 2024';

const isShareChanged = ({ changed }: FanAnswer): boolean =>
  changed.some(({ assumption }) => assumption === 'floatingShare');

export const shareTable = (answer: FanAnswer): DataTableBlock =>
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

export const shareLines = (answer: FanAnswer): readonly Line[] => {
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

const unitOf = (effect: NetIncomeEffect | undefined): string => (effect?.kind === 'no-profit' ? 'US$ m' : '%');

export const shareChart = (answer: FanAnswer): ChartBlock =>
  barChart(
    `${answer.borrower.name} net income, ${unitOf(answer.rows[0]?.effect.netIncome)}`,
    moveName(answer.move),
    answer.rows.map(({ share: at, published, effect }) => ({
      label: published ? share(at) : `${share(at)} ${isShareChanged(answer) ? 'yours' : 'note'}`,
      value: sizeOfEffect(effect.netIncome),
    })),
  );

export const shareTitle = ({ move, borrower, rows }: FanAnswer): string => {
  const ends = [rows[0], rows.at(-1)].map((row) => (row ? netIncomeChange(row.effect.netIncome) : ''));
  const [least = '', most = ''] = ends;
  const from = least.endsWith('%') ? least.replace('%', '') : least;
  return `${moveName(move)}: ${borrower.name} net income ${from} to ${most} across ${IN_WORDS[rows.length] ?? rows.length} sources`;
};

export const linked = (company: CompanyId): string =>
  listed(
    PUBLISHED_SHARES.filter(({ shares }) => shares[company] !== undefined).map(
      ({ by, month, secondHand }) => `${by} ${month.slice(-4)}${secondHand ? ` (second-hand, ${secondHand})` : ''}`,
    ),
  );
