import type { Freshness } from '../calendar/index.ts';
import type { Month } from '../fed/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import type { Known } from './keeper.ts';
import type { Outcome, Problem } from './outcome.ts';
import type { Closes, Futures, Rates } from './values.ts';

/** All that is known at a moment. */
export interface Snapshot {
  readonly takenAt: IsoInstant;
  readonly closes: Known<Closes>;
  readonly rates: Known<Rates>;
  readonly futures: Known<Futures>;
  /** Settles once every load now under way has ended, with what is known then. Absent where none is; never rejects. */
  readonly arriving?: Promise<Snapshot>;
}

/** How one kind of data stands. */
export interface KindHealth {
  readonly what: 'closes' | 'rates' | 'futures';
  readonly state: 'ok' | 'loading' | 'unavailable';
  readonly source?: string;
  /** The newest day. */
  readonly asOf?: IsoDate;
  readonly fetchedAt?: IsoInstant;
  readonly freshness?: Freshness;
  readonly isCached?: boolean;
  readonly problems: readonly Problem[];
}

/** Market data behind one door, whoever provides them. Nothing here throws or rejects for want of data. */
export interface MarketData {
  /** `off` knows nothing and says so; `synthetic` is made up and says so. */
  readonly mode: 'off' | 'live' | 'csv' | 'synthetic';
  /** Daily closes; waits for a load that is due. */
  readonly closes: () => Promise<Outcome<Closes>>;
  /** Target range and effective rate; waits for a load that is due. */
  readonly rates: () => Promise<Outcome<Rates>>;
  /** Newest futures prices of those months, by default of those the next meetings need; waits for a load that is due. */
  readonly futures: (months?: readonly Month[]) => Promise<Outcome<Futures>>;
  /** What is known now, without waiting. Begins whatever load is due. */
  readonly snapshot: () => Snapshot;
  /** What is known once all loads have ended, or after so many milliseconds, whichever is sooner. */
  readonly snapshotWithin: (ms: number) => Promise<Snapshot>;
  readonly health: () => readonly KindHealth[];
  /** Ends the requests under way; what is known stays known. */
  readonly stop: () => void;
}
