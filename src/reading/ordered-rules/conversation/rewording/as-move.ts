import { ASIDES } from './asides.ts';
import { ASSUMED } from './assumed.ts';
import { rewritten } from './rewriting.ts';

/**
 * The words with assumptions, corrections and directions in the form that the readers of moves take: `no, 25bp lower
 * and 60% of its debt floats` is `cut 25bps and floating=60%`.
 */
export const asMove = (plain: string): string => rewritten(plain, [...ASIDES, ...ASSUMED]).trim() || plain;
