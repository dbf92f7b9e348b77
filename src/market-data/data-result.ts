import type { IsoInstant } from '../units.ts';

/** Who was asked; Rotation Desk itself for what is ours to say. */
export type Provider =
  | 'Yahoo'
  | 'Cboe'
  | 'New York Fed'
  | 'FRED'
  | 'CSV file'
  | 'synthetic'
  | 'cache'
  | 'Rotation Desk';

/** What kind of problem it is; what a retry or a breaker goes by. */
export type DataProblemKind =
  /** Market data are switched off, or this kind of data is not had in this mode. */
  | 'off'
  /** No connection, or it broke. */
  | 'no-answer'
  | 'too-slow'
  | 'too-long'
  /** 401, 403 or 429: the provider does not want to be asked. */
  | 'refused'
  /** Not asked, because it refused a short while ago. */
  | 'paused'
  /** 404, or a symbol the provider does not know. */
  | 'not-found'
  /** Another 4xx, or an error in the body. */
  | 'rejected'
  /** 5xx. */
  | 'server-fault'
  /** A web page in place of data, or data of another shape. */
  | 'unreadable'
  | 'empty'
  /** Well-formed numbers that cannot be right. */
  | 'implausible'
  /** A fault of our own. */
  | 'fault';

/** Why something is not known, in words that can be shown: no vendor text, no address, no key. */
export interface DataProblem {
  readonly provider: Provider;
  readonly kind: DataProblemKind;
  /** A sentence without its full stop. */
  readonly words: string;
}

/** No value, and why. */
export type Unavailable = { readonly kind: 'unavailable'; readonly problems: readonly DataProblem[] };
/** A value, or why there is none. Want of data is never thrown. */
export type DataResult<Value> = { readonly kind: 'ok'; readonly value: Value } | Unavailable;

/** A result that holds a value. */
export const ok = <Value>(value: Value): DataResult<Value> => ({ kind: 'ok', value });

/** A result without a value, for one or several reasons. */
export const unavailable = (...problems: readonly DataProblem[]): Unavailable => ({ kind: 'unavailable', problems });

/** A result without a value, for one reason. @param words a sentence without its full stop, fit to be shown */
export const unavailableBecause = (provider: Provider, kind: DataProblemKind, words: string): Unavailable =>
  unavailable({ provider, kind, words });

/** What is known now. `loading`: nothing yet, and the first load is under way. */
export type LoadState<Value> = DataResult<Value> | { readonly kind: 'loading'; readonly since: IsoInstant };
