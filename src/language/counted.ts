import { sizeOf } from './amounts.ts';
import { MOST_COUNTED, wordsBetween } from './levels.ts';
import type { Amount, Count } from './slots.ts';
import { awayFrom, marked, type Utterance } from './utterance.ts';

const isCountable = (amount: Amount): boolean =>
  Number.isInteger(amount.value) &&
  amount.value >= 1 &&
  amount.value <= MOST_COUNTED &&
  amount.sign === '' &&
  !amount.isFraction &&
  (amount.unit === undefined || amount.unit === 'x');

const isMoveNoun = (utterance: Utterance, at: number): boolean =>
  marked(utterance, 'move').some(({ from }) => from === at);

/** `two 25s`, `two 25bp cuts`, `2 x 25bp`, `25bp x 3`: both numbers as one size. */
export const repeated = (
  utterance: Utterance,
  amounts: readonly Amount[],
): readonly { count: Amount; size: Amount }[] => {
  const taken = new Set<Amount>();
  return amounts.flatMap((first, at) => {
    const second = amounts[at + 1];
    if (!second || taken.has(first)) return [];
    const between = wordsBetween(utterance, first.to, second.from);
    const isForward =
      isCountable(first) &&
      /^(?:|x|times|lots of|of|more|more of|further|straight|consecutive|(?:of (?:them|those|these|em|it) )?at)$/.test(
        between,
      ) &&
      (first.unit === 'x' ||
        between === 'x' ||
        between === 'times' ||
        second.isPlural ||
        // "10 25bp" may be either of two
        ((second.unit === 'bp' || second.unit === 'points' || second.isFraction) &&
          (first.isSpelled || between !== '' || isMoveNoun(utterance, second.to))) ||
        (isMoveNoun(utterance, second.to) &&
          between !== 'of' &&
          (second.unit !== undefined || second.value >= LEAST_SIZE)) ||
        // "two 25 ups"
        /^(?:ups|downs)$/.test(utterance.words[second.to] ?? '') ||
        (/^(?:more|(?:more )?of)$/.test(between) && second.unit === undefined && second.value >= 10) ||
        // "3 of them at 25 each"
        (between.endsWith('at') && marked(utterance, 'each').some(({ from }) => from === second.to)));
    if (isForward && sizeOf(second)) {
      taken.add(second);
      return [{ count: first, size: second }];
    }
    const isBackward = between === 'x' && isCountable(second) && sizeOf(first) !== undefined;
    if (!isBackward) return [];
    taken.add(second);
    return [{ count: second, size: first }];
  });
};

const [NEAR_COUNT, LEAST_SIZE] = [6, 10];

/** The amount that a count of moves is of, and whether it says each or all. */
export const countedWith = (
  utterance: Utterance,
  count: Count,
  amounts: readonly Amount[],
): { amount: Amount; how: 'each' | 'all' | 'open' } | undefined => {
  // "3 cuts, not 4": another count
  const isOtherCount = (one: Amount): boolean =>
    one.from >= count.to && isCountable(one) && one.value < LEAST_SIZE && utterance.words[one.from - 1] === 'not';
  const within = amounts.filter(
    (one) =>
      utterance.hard[one.from] === utterance.hard[count.from] &&
      awayFrom(one, count) <= NEAR_COUNT &&
      !isOtherCount(one),
  );
  // "two hikes of 25 and then one cut of 50"
  const near = within.find((one) => utterance.soft[one.from] === utterance.soft[count.from]) ?? within[0];
  if (!near || near.unit === 'x' || near.unit === 'money') return undefined;
  const isBehind = near.from >= count.to;
  const between = isBehind ? utterance.words.slice(count.to, near.from) : utterance.words.slice(near.to, count.from);
  const [from, to] = isBehind ? [count.from, near.to] : [near.from, count.to];
  const eachMark = marked(utterance, 'each').find((mark) => utterance.hard[mark.from] === utterance.hard[count.from]);
  const isTotal = marked(utterance, 'sum', 'sum').some(
    ({ from: start }) =>
      start >= from &&
      start <= to + 3 &&
      utterance.hard[start] === utterance.hard[from] &&
      /^(?:total|in|altogether|combined|all|overall)$/.test(utterance.words[start] ?? ''),
  );
  const isEach =
    eachMark !== undefined ||
    near.isPlural ||
    (isBehind && /^(?:of|at|by)$/.test(between[0] ?? '')) ||
    (count.of === 'time' && !isBehind);
  const isSplit = !isBehind && /^(?:over|in|across|through|via|spread)$/.test(between[0] ?? '') && count.of !== 'time';
  const how = isEach ? 'each' : isSplit || isTotal ? 'all' : 'open';
  return count.of === 'meeting' && how === 'open' ? { amount: near, how: 'open' } : { amount: near, how };
};
