export type { BriefStore } from './briefs.ts';
export { type Finding, openStore, type StoreFile } from './lowdb.ts';
export { memoryStore } from './memory.ts';
export { LIMITS } from './state.ts';
export {
  type Asked,
  type Settings,
  type Store,
  StoreError,
  type Tally,
  type Thread,
  type ThreadKey,
  type TurnToTake,
  type Vote,
} from './store.ts';
