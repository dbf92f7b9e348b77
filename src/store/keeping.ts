import type { IsoInstant } from '../units.ts';

/** How a form keeps the state that was changed. */
export interface Keeping {
  /** @param now the caller's clock, where the change has one; what is past its time then need not be kept */
  readonly commit: (now?: IsoInstant) => Promise<void>;
  /** For changes that nobody waits for: they may be gathered for a moment. */
  readonly commitSoon: (now: IsoInstant) => Promise<void>;
  readonly close: () => Promise<void>;
}
