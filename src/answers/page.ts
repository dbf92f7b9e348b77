import type { Page } from './answer.ts';

/**
 * One part of a list; a part that does not exist is the last one.
 *
 * @param size how much fits one part
 * @param weigh how much an item takes up, 1 unless said
 */
export const pageOf = <T>(all: readonly T[], page = 1, size: number, weigh: (item: T) => number = () => 1): Page<T> => {
  const parts: T[][] = [[]];
  let used = 0;
  for (const item of all) {
    const weight = weigh(item);
    if (used + weight > size && used > 0) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(item);
    used += weight;
  }
  const at = Math.min(page, parts.length);
  return { shown: parts[at - 1] ?? [], total: all.length, page: at, pages: parts.length };
};
