import { createMemoryStore } from '../../src/store/memory.ts';
import { storeContract } from '../contracts/store.ts';

storeContract('in memory', () => Promise.resolve(createMemoryStore()));
