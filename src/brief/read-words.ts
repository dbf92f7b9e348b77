import type { Said } from '../language/index.ts';
import { phraseTable, wordSet } from './read-text.ts';
import words from './words.json' with { type: 'json' };

/** The words of briefs: what they are called, what is done to them, what is asked of them, and what changes nothing. */

export const NOUNS = phraseTable(words.nouns);

/** What is done to a brief that there is. Each begins its clause. */
export const ORDERS = phraseTable(words.orders);
export type Order = typeof ORDERS extends ReadonlyMap<string, infer Value> ? Value : never;

/** An order in two parts: `turn the brief off`. */
export const SPLIT = wordSet(words.split);
export const RESTS = phraseTable(words.rests);

type Asking = 'list' | 'history' | 'preview' | 'now';
/** What is asked, by phrases of which one is said; the first row that fits. */
export const ASKS = words.asks as readonly { readonly does: Asking; readonly said: Said }[];

/** Words that change nothing; one that might is left out, since an unknown word asks back. */
export const QUIET = wordSet(words.quiet);
/** Words that begin a remark beside the matter: a reason, or what somebody does meanwhile. */
export const REMARKS = phraseTable(words.remarks);
