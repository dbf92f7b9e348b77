import { marked, type Place, slotsOf } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import { has } from './read-noted.ts';
import { moveReading, type Turned } from './read-turned.ts';

const PART_BACK = /^(?:first|second|third|last)$/;

/** `without the March one`, `drop the first cut`: a move of several parts less one of them. */
export const withoutPart = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, base } = turned;
  const parts = numbers.parts ?? [];
  const isDropped = has(utterance, 'drop', 'drop') || has(utterance, 'negation');
  if (parts.length < 2 || !base || (!isDropped && !has(utterance, 'only'))) return [];
  const [date] = slotsOf(utterance, 'date').filter(({ month }) => month !== undefined);
  const amount = slotsOf(utterance, 'amount').find(({ duty }) => duty === 'must');
  const ordinal = utterance.words.findIndex((word) => PART_BACK.test(word));
  const place =
    date !== undefined
      ? parts.findIndex(({ month }) => month === date.month)
      : amount !== undefined
        ? parts.findIndex(({ moveBps }) => Math.abs(moveBps) === amount.value)
        : ordinal < 0
          ? -1
          : ['first', 'second', 'third'].indexOf(utterance.words[ordinal] ?? '') >= 0
            ? ['first', 'second', 'third'].indexOf(utterance.words[ordinal] ?? '')
            : parts.length - 1;
  if (place < 0 || place >= parts.length) return [];
  const left = isDropped ? parts.filter((_, at) => at !== place) : [parts[place] as (typeof parts)[number]];
  const total = left.reduce((sum, { moveBps }) => sum + moveBps, 0);
  const uses: readonly Place[] = [
    ...(date ? [date] : []),
    ...(amount ? [amount] : []),
    ...slotsOf(utterance, 'direction'),
    ...marked(utterance, 'drop'),
    ...marked(utterance, 'only'),
  ];
  const bare = { ...turned, figures: { ...turned.figures, changes: [], sizes: [] } };
  return [moveReading(bare, total, [], uses, { kept: { parts: left } })];
};

/** `make that 4`, `only two`, `50bp each`: several moves of one size, with another count or another size. */
export const recounted = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, base, figures } = turned;
  const parts = numbers.parts ?? [];
  const [first] = parts;
  const amounts = slotsOf(utterance, 'amount').filter(({ isSpelled, duty }) => isSpelled || duty === 'must');
  const counts = slotsOf(utterance, 'count').filter(({ of }) => of !== 'thing');
  const isOne =
    first !== undefined &&
    parts.length > 1 &&
    parts.every(({ moveBps, month }) => moveBps === first.moveBps && month === undefined);
  if (
    !base ||
    !isOne ||
    amounts.length + counts.length !== 1 ||
    figures.changes.length > 0 ||
    utterance.unknown.size > 0
  )
    return [];
  const bare = { ...turned, figures: { ...figures, sizes: [], counts: [] } };
  const [size] = figures.sizes;
  const [amount] = amounts;
  const times = (count: number, moveBps: number, uses: readonly Place[]): Reading =>
    moveReading(bare, count * moveBps, [], uses, {
      kept: { parts: Array.from({ length: count }, () => ({ moveBps })) },
    });
  if (has(utterance, 'each') && size) {
    return [times(parts.length, Math.sign(first.moveBps) * size.bps, size.uses)];
  }
  const count = counts[0]?.value ?? (amount?.unit === undefined ? amount?.value : undefined);
  const isCount = count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_REPEATED;
  return isCount ? [times(count, first.moveBps, [...amounts, ...counts])] : [];
};

const MOST_REPEATED = 12;
