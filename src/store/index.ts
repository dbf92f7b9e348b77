export { type Fence, LEASE_MS, RENEWAL_MS } from './coordination.ts';
export { copyStore } from './copy-store.ts';
export { createMemoryStore } from './create-store.ts';
export type { BriefStore, DeliveryProgress, DueSlot, SlotInHand } from './kept-delivery.ts';
export type { Asked, KeptRequest, OpenRequest, Recipient, RequestInHands, RequestStore } from './kept-request.ts';
export { openStore } from './lowdb.ts';
export { STORE_LIMITS } from './state.ts';
export type { StoreFinding } from './state-file.ts';
export {
  type InstallationStore,
  type Settings,
  type Store,
  StoreAwayError,
  type StoredInstallation,
  StoreError,
  type TeamRecordStore,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type TurnClaim,
  type Vote,
} from './store.ts';

export { DEFAULT_SETTINGS } from './team-record-store.ts';

/** The store in a database; what it needs is loaded here, since a store in a file needs none of it. */
export const openDatabase = async (url: string, lost: (error: unknown) => void) => {
  const { openPostgresStore } = await import('./postgres/index.ts');
  return openPostgresStore({ url, lost });
};
