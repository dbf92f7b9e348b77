export { createMemoryStore } from './create-store.ts';
export type { Asked, KeptRequest, OpenRequest, Recipient, RequestStore } from './kept-request.ts';
export { openStore } from './lowdb.ts';
export { STORE_LIMITS } from './state.ts';
export type { StoreFinding } from './state-file.ts';
export {
  type BriefStore,
  type Settings,
  type Store,
  StoreError,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type TurnClaim,
  type Vote,
} from './store.ts';
