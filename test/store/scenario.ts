import { test } from 'vitest';
import type { Store, ThreadKey, ThreadUpdate, TurnClaim } from '../../src/store/store.ts';
import type { Context } from '../../src/topics/context.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';

export const NOW = isoInstant('2026-11-20T14:30:00Z');
export const DAYS = 24 * 60 * 60 * 1000;
export const later = (milliseconds: number, from: IsoInstant = NOW): IsoInstant =>
  isoInstant(new Date(Date.parse(from) + milliseconds).toISOString());

export const cut = (moveBps: number): Context => ({ last: { kind: 'rate-move', moveBps } });
/** A move that differs from one number to the next. */
export const moveOf = (number: number): Context => cut(number % 600);
export const threadNumber = (number: number): ThreadKey => ({
  team: 'T0AAAAAAA',
  channel: 'C0BBBBBBB',
  thread: `1763649000.${String(number).padStart(6, '0')}`,
});
export const KEY = threadNumber(1);
/** A turn that changes its thread in the same way whatever was said there. */
export const turn = (
  message: string,
  { key = KEY, ...update }: ThreadUpdate & { readonly key?: ThreadKey } = {},
): TurnClaim => ({ key, message, change: () => update });

/** A test that has a store of its own, which is closed when it ends. */
export const withStore = (open: () => Promise<Store>) =>
  test.extend('store', async ({ onTestFinished }) => {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  });
