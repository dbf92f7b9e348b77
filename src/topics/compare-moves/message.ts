import type { CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  type Cell,
  capitalized,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  dollarChange,
  dollars,
  fitHeading,
  type Line,
  type Message,
  moveName,
  NBSP,
  numberCell,
  renderShortAnswer,
  times,
  timesGiven,
} from '../../message/index.ts';
import type { RateMoveEffect } from '../../sensitivity/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  alternatives,
  catchWords,
  changedWords,
  floorWords,
  HOW_COMPUTED,
  liftOf,
  modelWords,
  moveLabel,
} from '../../wording/index.ts';
import type { CompareMovesAnswer } from './answer.ts';

type Compared = CompareMovesAnswer['compared'];
/** The moves, and the companies asked about. */
type Shown = Pick<CompareMovesAnswer, 'compared' | 'companies'>;

const effectsIn = ({ compared, companies }: Shown): readonly RateMoveEffect[] =>
  compared.flatMap(({ effects }) => companies.map((company) => effects[company]));

/** True where a company has no profit: a column in percent would have a gap. */
const isInDollars = (shown: Shown): boolean => effectsIn(shown).some((effect) => liftOf(effect) === undefined);

/** `+4.39%`, or dollars for all where somebody has no profit. */
const shownOf = (effect: RateMoveEffect, inDollars: boolean): string => {
  const lift = liftOf(effect);
  return inDollars || lift === undefined ? dollarChange(effect.saving) : change(lift);
};

const MOST_IN_FULL = 2;

/** `+2.19% or +4.39%`; from three on the unit stands once, `+2.19, +4.39 or +6.58%`. */
const shared = (words: readonly string[], unit: string): string =>
  alternatives(
    words.length <= MOST_IN_FULL || !words.every((word) => word.endsWith(unit))
      ? words
      : words.map((word, at) => (at === words.length - 1 ? word : word.slice(0, -unit.length))),
  );

/** `25 bp or 50 bp cut`; each with its own direction where they differ. */
const movesNamed = (compared: Compared): string => {
  const signs = new Set(compared.map(({ move }) => Math.sign(move)));
  const [first] = compared;
  if (signs.size > 1 || first === undefined || first.move === 0) {
    return capitalized(alternatives(compared.map(({ move }) => moveName(move))));
  }
  const direction = first.move < 0 ? 'cut' : 'hike';
  return `${shared(
    compared.map(({ move }) => basisPointsOf(move)),
    `${NBSP}bp`,
  )} ${direction}`;
};

/** Each move's effect on net income in one line; LargeCap's, then SmallCap's are left to the table where there is no room. */
const compareTitle = (shown: Shown): string => {
  const { compared, companies } = shown;
  const inDollars = isInDollars(shown);
  const named = movesNamed(compared);
  const side = (company: CompanyId) =>
    shared(
      compared.map(({ effects }) => shownOf(effects[company], inDollars)),
      inDollars ? 'm' : '%',
    );
  const [first = '', ...rest] = companies.map((company, at) => {
    const name = compared[0]?.effects[company].borrower.name ?? '';
    return `${name} ${at === 0 ? 'net income ' : ''}${side(company)}`;
  });
  return fitHeading(`${named}: ${[first, ...rest].join(', ')}`, `${named}: ${first}`, named);
};

/** Two ratios that differ by less are shown as one. */
const SAME = 0.005;

const table = (shown: Shown): DataTableBlock => {
  const { compared, companies } = shown;
  const inDollars = isInDollars(shown);
  const value = (effect: RateMoveEffect): Cell =>
    numberCell(inDollars ? effect.saving : (liftOf(effect) ?? effect.saving), shownOf(effect, inDollars));
  const names = companies.map((company) => compared[0]?.effects[company].borrower.name ?? '');
  return dataTable(
    'What each move does to net income in a year',
    ['Move', ...names],
    compared.map(({ move, effects }) => [
      cell(capitalized(moveName(move))),
      ...companies.map((company) => value(effects[company])),
    ]),
  );
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

const ratioLine = ({ compared, changed }: Pick<CompareMovesAnswer, 'compared' | 'changed'>): readonly Line[] => {
  const whose = changed.length > 0 ? 'on these inputs' : "by the note's floating shares";
  const ratios = compared.flatMap(({ liftRatio }) => liftRatio ?? []);
  const [first] = ratios;
  if (first === undefined || ratios.every((ratio) => ratio === 0)) return [];
  const isOne = ratios.every((ratio) => Math.abs(ratio - first) < SAME);
  const sizes = isOne ? `${times(first)} LargeCap's ${whose}` : `${alternatives(ratios.map(times))} LargeCap's`;
  return [{ label: 'Ratio', words: `SmallCap's change in net income is ${sizes}` }];
};

/** Each floor once, by the deepest cut. */
const flooredIn = ({ compared, companies }: Shown): readonly RateMoveEffect[] =>
  companies.flatMap((company) => {
    const limited = compared.map(({ effects }) => effects[company]).filter(({ limit }) => limit !== undefined);
    const furthest = [...limited].sort((one, other) => one.move - other.move)[0];
    return furthest ? [furthest] : [];
  });

const linesOf = (answer: CompareMovesAnswer): readonly Line[] => {
  const { compared, companies, changed } = answer;
  const [first] = compared;
  const floor = floorWords(flooredIn(answer), answer.fed);
  const cuts = compared.filter(({ move }) => move < 0);
  return [
    ...(floor ? [{ label: 'Floor', words: `${floor}; a larger cut brings no more` } as const] : []),
    ...(changed.length > 0 && first
      ? [{ label: 'Changed', words: changedWords(changed, first.effects) } as const]
      : []),
    ...companies.map(
      (company): Line => ({
        label: company === 'small' ? 'SmallCap' : 'LargeCap',
        words: `Interest ${interestOf(compared, company)}`,
      }),
    ),
    ...ratioLine(answer),
    { label: 'Why', words: whyWords(answer) },
    ...(cuts.length === compared.length ? [{ label: 'Catch', words: catchWords(-1, answer.recessions) } as const] : []),
  ];
};

/** That the sum is proportional: said of the two moves where there are two of one direction, and no floor in between. */
const whyWords = (shown: Shown): string => {
  const { compared } = shown;
  const [one, other] = [...compared].sort((a, b) => Math.abs(a.move) - Math.abs(b.move));
  const isPlain = compared.length === 2 && one && other && one.move * other.move > 0 && flooredIn(shown).length === 0;
  if (!isPlain) return 'Unrounded, the effect is proportional to the move, as far as the move reaches the loans';
  const factor = timesGiven(Number((other.move / one.move).toFixed(2)));
  return `Proportional until the Fed's rate is zero: unrounded, ${basisPointsOf(other.move)} brings ${factor} what ${basisPointsOf(one.move)} does`;
};

const offers = ({ question, compared }: CompareMovesAnswer): readonly Offer[] => {
  const { small, large, only } = question;
  const assumptions = { ...(small && { small }), ...(large && { large }), ...(only && { only }) };
  return [
    ...compared.map(
      ({ move }): Offer => ({ label: moveLabel(move), question: { kind: 'rate-move', moveBps: move, ...assumptions } }),
    ),
    HOW_COMPUTED,
  ];
};

/** Several moves side by side: a row a move, a column a company. */
export const renderCompareMoves = (answer: CompareMovesAnswer): Message =>
  renderShortAnswer({
    heading: compareTitle(answer),
    table: table(answer),
    lines: linesOf(answer),
    offers: offers(answer),
    source: [modelWords(answer.changed)],
    id: answer.id,
  });
