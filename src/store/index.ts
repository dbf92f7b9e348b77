export { openStore } from './lowdb.ts';
export { memoryStore } from './memory.ts';
export { LIMITS } from './state.ts';
export {
  type Asked,
  type BriefStore,
  type Settings,
  type Store,
  StoreError,
  type Thread,
  type ThreadKey,
  type Vote,
} from './store.ts';
