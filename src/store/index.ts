export { openStore } from './lowdb.ts';
export { createMemoryStore } from './memory.ts';
export { LIMITS } from './state.ts';
export {
  type BriefStore,
  type Settings,
  type Store,
  StoreError,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type Vote,
} from './store.ts';
