import { type SolveQuestion, SolveSchema } from '../../../../topics/solve/question.ts';
import { words } from '../patterns.ts';
import type { Said } from '../said.ts';

/** The change that a move is to bring: percent of net income, or millions of interest. */
export type Target = SolveQuestion['target'];

const PERCENT = /([+\-\u2212]?)\s?(\d+(?:\.\d+)?)\s?(?:%|percent|pct|per cent)/;
/** `$5m`, `$5`: millions where no unit is typed; and `5 million` without the sign. */
const DOLLARS: readonly RegExp[] = [
  /(?:us)?\$\s?(?<amount>\d+(?:[.,]\d+)?)\s?(?<unit>m|mn|mio|million|bn|billion)?\b/,
  /\b(?<amount>\d+(?:\.\d+)?)\s?(?<unit>m|mn|mio|million|bn|billion)\b/,
];
/** Percent of net income. */
const IN_WORDS: readonly (readonly [said: RegExp, percent: number])[] = [
  [words`(a|one) fifth`, 20],
  [words`(a|one) tenth`, 10],
  [words`(a|one) third`, 100 / 3],
  // a quarter of a point is a size of move
  [words`(a|one) quarter(?!\s[of a] (percent|point))`, 25],
  [words`by half`, 50],
  [words`double | doubles | doubling`, 100],
  [words`triple | triples`, 200],
  [words`halve | halves | halving`, -50],
];

/** Words for what a company earns, and for what it pays: of which a change is wanted. */
export const OF_INCOME = words`
  net income | income | earnings | profit | profits | eps | lift | bottom line | ni | earns? | earning
`;
export const OF_SAVING = words`save | saves | saved | saving | savings | interest | cost | costs | cheaper`;

const FALLS = words`
  fall | falls | drop | drops | lower | lowers | lose | loses | shrink | shrinks | hurt | hurts | reduce | reduces
  down | cost | costs | decline | declines | wipe | erase | takes? [\d+] (off|away) | off
`;
const CUT = words`cuts?`;
const HIKE = words`hikes?`;
const CUT_THAT_LIFTS = words`cuts? ... (lift|raise|boost|add)\w*`;
const COSTS = words`cost | costs | costing | dearer | more interest`;

/** A fall is meant: said outright, or as what a hike brings. */
const isFall = (text: string): boolean =>
  (FALLS.test(text) || (HIKE.test(text) && !CUT.test(text))) && !CUT_THAT_LIFTS.test(text);

/** The words without what is assumed in them, `floating=60%`, whose numbers are no target. */
const withoutAssumptions = (asMove: string): string =>
  asMove.replace(/\b(?:floating|debt|rate|ebitda|income)\s?=\s?\S+/g, ' ');

const inMillions = (amount: string, unit = 'm'): number =>
  Number(amount.replace(',', '.')) * (unit.startsWith('b') ? 1_000 : 1);

/** False of a change that no move of a few points could ever bring. */
export const isInReach = (target: Target): boolean => SolveSchema.shape.target.safeParse(target).success;

/** `10% more net income`, `save $5m a year`, `a fifth more profit`. */
export const targetIn = ({ plain, asMove, text }: Said): Target | undefined => {
  const [, sign = '', percent] = PERCENT.exec(withoutAssumptions(asMove)) ?? [];
  const isIncome = OF_INCOME.test(text);
  if (percent !== undefined && (isIncome || sign === '+' || !OF_SAVING.test(text))) {
    const falls = sign === '' ? isFall(text) : sign !== '+';
    return { of: 'lift', percent: Number(percent) * (falls ? -1 : 1) };
  }
  const dollars = DOLLARS.map((pattern) => pattern.exec(plain)?.groups).find((found) => found !== undefined);
  if (dollars) {
    const millions = inMillions(dollars['amount'] ?? '', dollars['unit']);
    return { of: 'saving', millions: millions * (COSTS.test(text) ? -1 : 1) };
  }
  const worded = IN_WORDS.find(([said]) => said.test(text))?.[1];
  return worded !== undefined && isIncome ? { of: 'lift', percent: worded } : undefined;
};
