import type { Said } from '../language/index.ts';
import type { DayReference, Weekday } from './day-reference.ts';
import type { BriefTrigger, OnClosed, OnStale } from './effect.ts';
import { phraseTable, wordSet } from './read-text.ts';
import type { RequestedRecurrence } from './recurrence.ts';
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

/** Words that say nothing by themselves, with what makes them harmless. */
export interface Unread {
  readonly words: string;
  readonly at: number;
  /** `weekly` is said by a day; a bare number is a time where anything else says that a schedule is meant. */
  readonly excusedBy?: 'days' | 'company';
}

/** What words say of a brief, part by part. */
export interface BriefParts {
  readonly days: Set<Weekday>;
  readonly excepted: Set<Weekday>;
  /** `07:30`, each once, with the words that say it. */
  readonly times: Map<string, string>;
  /** IANA names, with the words that say them. */
  readonly zones: Map<string, string>;
  /** By the words that say them. */
  readonly triggers: Map<string, BriefTrigger>;
  /** Which of the days; the last that is said. */
  recurrence?: RequestedRecurrence;
  /** Where words that may be a zone's are not sure. */
  zoneDoubt?: { readonly words: string; readonly zones: readonly string[]; readonly isShared: boolean };
  /** The word behind the time that was read last. */
  timeTo?: number;
  onClosed?: OnClosed;
  onStale?: OnStale;
  isEvening?: true;
  /** `daily`, which days that are named narrow. */
  isDaily?: true;
  /** `weekly`, `every week`: of a brief that is changed. */
  isWeekly?: true;
  /** `before the open`: a time is meant and not said. */
  isOpenEnded?: true;
  which?: number;
  place?: number;
  until?: DayReference;
  on?: DayReference;
  laterBy?: number;
  level?: number;
  /** `the other one`: not the one spoken of last. */
  isOther?: true;
  readonly unread: Unread[];
}

/** What is done to which words of them say it. */
export interface Doing {
  readonly does: Order;
  readonly from: number;
  readonly to: number;
  /** Where the rest of it stands: `turn the brief off`. */
  readonly rest?: { readonly from: number; readonly to: number };
}
