import type { CompanyId, CompareMovesAnswer } from '../answers/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';
import { alternatives, catchWords, changedWords, floorWords, modelWords } from './assumption-words.ts';
import type { Cell, DataTableBlock, Message } from './block-kit.ts';
import { cell, type Line, numberCell, type Offer } from './build.ts';
import { compareTitle, isInDollars, shownOf } from './compare-moves-title.ts';
import { liftOf } from './rate-move-exhibits.ts';
import { renderShort } from './short-answer.ts';
import { HOW, moveLabel } from './usage.ts';
import { basisPointsOf, capitalized, dollars, moveName, times, timesGiven } from './wording.ts';

type Compared = CompareMovesAnswer['compared'];

const COMPANIES: readonly CompanyId[] = ['small', 'large'];
/** Two ratios that differ by less are shown as one. */
const SAME = 0.005;

const table = (compared: Compared): DataTableBlock => {
  const inDollars = isInDollars(compared);
  const value = (effect: RateMoveEffect): Cell =>
    numberCell(inDollars ? effect.saving : (liftOf(effect) ?? effect.saving), shownOf(effect, inDollars));
  const names = COMPANIES.map((company) => cell(compared[0]?.effects[company].borrower.name ?? ''));
  return {
    type: 'data_table',
    caption: 'What each move does to net income in a year',
    rows: [
      [cell('Move'), ...names],
      ...compared.map(({ move, effects }) => [
        cell(capitalized(moveName(move))),
        ...COMPANIES.map((company) => value(effects[company])),
      ]),
    ],
    row_header_column_index: 0,
  };
};

/** An amount is a year's; what stays as it is does so always. */
const yearly = (words: string): string => (words.includes('$') ? `${words} a year` : words.trim());

/** `falls by $1.31m or $2.61m`; each with its own verb where directions differ. */
const interestOf = (compared: Compared, company: CompanyId): string => {
  const savings = compared.map(({ effects }) => effects[company].saving);
  const verb = (saving: number) => (saving > 0 ? 'falls by' : saving < 0 ? 'rises by' : 'stays as it is');
  const amount = (saving: number) => (saving === 0 ? '' : dollars(Math.abs(saving)));
  const isOneWay = new Set(savings.map(verb)).size === 1;
  if (isOneWay) return yearly(`${verb(savings[0] ?? 0)} ${alternatives(savings.map(amount).filter(Boolean))}`);
  return yearly(alternatives(savings.map((saving) => `${verb(saving)} ${amount(saving)}`.trim())));
};

const ratioLine = (compared: Compared): readonly Line[] => {
  const ratios = compared.flatMap(({ liftRatio }) => liftRatio ?? []);
  const [first] = ratios;
  if (first === undefined || ratios.every((ratio) => ratio === 0)) return [];
  const isOne = ratios.every((ratio) => Math.abs(ratio - first) < SAME);
  const sizes = isOne
    ? `${times(first)} LargeCap's, whatever the move`
    : `${alternatives(ratios.map(times))} LargeCap's`;
  return [{ label: 'Ratio', words: `SmallCap's change in net income is ${sizes}` }];
};

/** Each floor once, by the furthest move. */
const flooredIn = (compared: Compared): readonly RateMoveEffect[] =>
  COMPANIES.flatMap((company) => {
    const found = compared.find(({ effects }) => effects[company].floorAt !== undefined);
    return found ? [found.effects[company]] : [];
  });

const linesOf = ({ compared, changed }: CompareMovesAnswer): readonly Line[] => {
  const [first] = compared;
  const floor = floorWords(flooredIn(compared));
  const cuts = compared.filter(({ move }) => move < 0);
  return [
    ...(floor ? [{ label: 'Floor', words: `${floor}; a larger cut brings no more` } as const] : []),
    ...(changed.length > 0 && first
      ? [{ label: 'Changed', words: changedWords(changed, first.effects) } as const]
      : []),
    ...COMPANIES.map(
      (company): Line => ({
        label: company === 'small' ? 'SmallCap' : 'LargeCap',
        words: `Interest ${interestOf(compared, company)}`,
      }),
    ),
    ...ratioLine(compared),
    { label: 'Why', words: whyWords(compared) },
    ...(cuts.length === compared.length ? [{ label: 'Catch', words: catchWords(-1) } as const] : []),
  ];
};

/** That the sum is proportional: said of the two moves where there are two of one direction, and no floor in between. */
const whyWords = (compared: Compared): string => {
  const [one, other] = [...compared].sort((a, b) => Math.abs(a.move) - Math.abs(b.move));
  const isPlain =
    compared.length === 2 && one && other && one.move * other.move > 0 && flooredIn(compared).length === 0;
  if (!isPlain) return 'Unrounded, the effect is proportional to the move, until a floating rate reaches zero';
  const factor = timesGiven(Number((other.move / one.move).toFixed(2)));
  return `Proportional until a rate reaches zero: unrounded, ${basisPointsOf(other.move)} brings ${factor} what ${basisPointsOf(one.move)} does`;
};

const offers = ({ question, compared }: CompareMovesAnswer): readonly Offer[] => {
  const { small, large } = question;
  const kept = { ...(small && { small }), ...(large && { large }) };
  return [
    ...compared.map(
      ({ move }): Offer => ({ label: moveLabel(move), question: { kind: 'rate-move', moveBps: move, ...kept } }),
    ),
    HOW,
  ];
};

/** Several moves side by side: a row a move, a column a company. */
export const renderCompareMoves = (answer: CompareMovesAnswer): Message =>
  renderShort({
    heading: compareTitle(answer.compared),
    table: table(answer.compared),
    lines: linesOf(answer),
    offers: offers(answer),
    source: [modelWords(answer.changed)],
    id: answer.id,
  });
