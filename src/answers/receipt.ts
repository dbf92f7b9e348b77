import { hash } from 'node:crypto';
import { dateOf } from '../units.ts';
import type { Facts } from './facts.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The library's own stamp: it changes when a claim or a figure does. */
const libraryStamps = new WeakMap<Facts['notes'], string>();

const stampOf = (notes: Facts['notes']): string => {
  const known = libraryStamps.get(notes);
  if (known !== undefined) return known;
  const stamp = hash('sha256', JSON.stringify(notes));
  libraryStamps.set(notes, stamp);
  return stamp;
};

/**
 * Six characters that name an answer: the same for the same question, notes, borrowers, market facts and day, so that
 * an answer can be asked for again and compared.
 */
export const receiptOf = (asked: unknown, { notes, borrowers, market, now }: Facts): string => {
  const digest = hash('sha256', JSON.stringify([asked, stampOf(notes), borrowers, market, dateOf(now)]), 'buffer');
  return [...digest.subarray(0, 6)].map((byte) => ALPHABET[byte % 32]).join('');
};
