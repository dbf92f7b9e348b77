import { scaled } from './numerals.ts';
import type { Amount, Span } from './slots.ts';
import { marked, slotsOf, type Utterance } from './utterance.ts';

/** A wanted change: percent of net income, or US$ m of interest a year; negative for a fall, and for a rise of interest. */
export interface Target {
  readonly of: 'lift' | 'saving';
  readonly value: number;
  readonly amount?: Amount;
  readonly uses: readonly Pick<Span, 'from' | 'to'>[];
}

const COSTS = /^(?:cost|costs|costing|dearer)$/;
const MOVE = /^(?:cut|cuts|hike|hikes|reduction|rise|fall|drop|increase|easing|rate)$/;
const STRONG_MOVE = /^(?:cut|cuts|hike|hikes|easing|rate)$/;

/** `what cut would cover 3m of extra costs`: as much as is to be made up for. */
const isMadeUpFor = ({ words, joined }: Utterance): boolean =>
  /\b(?:covers?|offsets?|absorbs?|compensates?|(?:make|makes|pay|pays) (?:up )?for|cancels? out|neutrali[sz]es?)\b/.test(
    joined,
  ) &&
  words.some((word) => /^(?:cut|cuts|easing|lower)$/.test(word)) &&
  !words.some((word) => /^(?:hike|hikes)$/.test(word));

/** `a 1.5% cut`, `cut rates by 1%`: the percentage is of the rate; `a 3% drop` is not where a change of income was asked for. */
const isOfRate = ({ words, marks }: Utterance, { from, to }: Amount, isBare: boolean): boolean => {
  const move = isBare && !marks.some(({ tag }) => tag === 'rate' || tag === 'fed') ? STRONG_MOVE : MOVE;
  return (
    move.test(words[to] ?? '') ||
    move.test(words[from - 1] ?? '') ||
    (words[from - 1] === 'of' && move.test(words[from - 2] ?? '')) ||
    (words[from - 1] === 'by' && /^(?:rates|cut|hike|rate)$/.test(words[from - 2] ?? ''))
  );
};

const falls = (utterance: Utterance): boolean => {
  const ways = slotsOf(utterance, 'direction');
  const isDown =
    ways.some(({ of, way, isStrong }) => way === 'cut' && (of === 'income' || of === 'company') && !isStrong) ||
    utterance.words.some((word) =>
      /^(?:lose|loses|wipe|wipes|shrink|shrinks|hurt|hurts|cost|costs|eat|eats|dent|dents|erase|erases|kill|kills|burn|burns|knock|knocks)$/.test(
        word,
      ),
    );
  const isHike =
    utterance.words.some((word) => /^(?:hike|hikes)$/.test(word)) &&
    !utterance.words.some((word) => /^(?:cut|cuts)$/.test(word));
  return isDown || isHike;
};

/**
 * The changes wanted, among numbers that are nothing else. That one is wanted at all is for the topic to say.
 *
 * @param isBare true where a number without a unit may be one: the conversation asks for a change
 */
export const targetsIn = (utterance: Utterance, amounts: readonly Amount[], isBare: boolean): readonly Target[] => {
  const found = amounts.flatMap((amount): readonly Target[] => {
    const { unit, value, sign, isFraction } = amount;
    if (unit === 'money') {
      const isCost = (utterance.words.some((word) => COSTS.test(word)) && !isMadeUpFor(utterance)) || sign === '-';
      return [{ of: 'saving', value: isCost ? -value : value, amount, uses: [amount] }];
    }
    if (isOfRate(utterance, amount, isBare)) return [];
    const isPart =
      unit === undefined && isFraction && value < 1 && (isBare || marked(utterance, 'income', 'income').length > 0);
    if (unit !== '%' && !isPart && !(isBare && unit === undefined && !amount.isPlural && amount.duty === 'must'))
      return [];
    const percent = isPart ? scaled(value, 100) : value;
    const isFall = sign === '' ? falls(utterance) && !isMadeUpFor(utterance) : sign === '-';
    return [{ of: 'lift', value: isFall ? -percent : percent, amount, uses: [amount] }];
  });
  if (found.length > 0) return found;
  const [worded] = marked(utterance, 'worded');
  return worded && (isBare || marked(utterance, 'income', 'income').length > 0)
    ? [{ of: 'lift', value: Number(worded.value), uses: [worded] }]
    : [];
};
