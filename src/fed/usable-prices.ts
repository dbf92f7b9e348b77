import { sessionsBetween } from '../calendar/index.ts';
import type { IsoDate } from '../units.ts';
import type { FuturesPrice, Month } from './contracts.ts';

/** A contract's price is used up to this many sessions after its day. */
const MOST_SESSIONS_OLD = 3;

/** A month's contract as far as it can be used on a day. */
export type ContractState =
  | { readonly kind: 'usable'; readonly price: FuturesPrice }
  | { readonly kind: 'missing-contract'; readonly month: Month }
  | { readonly kind: 'stale-contract'; readonly month: Month; readonly asOf: IsoDate };

/** The newest price of a month that was known on a day, and whether it still holds. Sessions are the stock exchange's. */
export const contractState = (prices: readonly FuturesPrice[], month: Month, today: IsoDate): ContractState => {
  const known = prices.filter((one) => one.month === month && one.asOf <= today && Number.isFinite(one.price));
  const price = known.toSorted((one, other) => (one.asOf < other.asOf ? 1 : -1))[0];
  if (price === undefined) return { kind: 'missing-contract', month };
  const age = sessionsBetween(price.asOf, today);
  return age.kind === 'counted' && age.sessions <= MOST_SESSIONS_OLD
    ? { kind: 'usable', price }
    : { kind: 'stale-contract', month, asOf: price.asOf };
};
