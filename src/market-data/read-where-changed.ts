import type { IsoInstant } from '../units.ts';
import { lastFinalDay } from './providers/closes.ts';

/** Reads what there is at a moment. */
export type Read<Value> = (now: IsoInstant) => Promise<Value>;

/**
 * Reads anew only where the source has changed or closes of another day have become final: 39 years of rows take half a
 * second, and the clock of the playground runs through a week in as long.
 *
 * @param version differs where what is read does
 */
export const readWhereChanged = <Value>(version: () => Promise<string>, read: Read<Value>): Read<Value> => {
  let last: { readonly key: string; readonly value: Value } | undefined;
  return async (now) => {
    const key = [await version(), lastFinalDay(now, 'New York'), lastFinalDay(now, 'Stockholm')].join();
    if (last?.key !== key) last = { key, value: await read(now) };
    return last.value;
  };
};
