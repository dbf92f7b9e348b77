import { hash } from 'node:crypto';
import { dateOf } from '../units.ts';
import type { Facts } from './facts.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const stamps = new WeakMap<object, string>();

/** A short form of a part of the facts, worked out once: it changes when anything in it does. */
const stampOf = (part: object): string => {
  const known = stamps.get(part);
  if (known !== undefined) return known;
  const stamp = hash('sha256', JSON.stringify(part));
  stamps.set(part, stamp);
  return stamp;
};

/**
 * Six characters that name an answer: the same for the same question, notes, borrowers, market and Fed facts and day, so that
 * an answer can be asked for again and compared.
 */
export const receiptOf = (asked: unknown, { notes, borrowers, market, fed, now }: Facts): string => {
  const parts = [stampOf(notes), stampOf(borrowers), stampOf(market), stampOf(fed), dateOf(now), JSON.stringify(asked)];
  const digest = hash('sha256', parts.join('\n'), 'buffer');
  return [...digest.subarray(0, 6)].map((byte) => ALPHABET[byte % 32]).join('');
};
