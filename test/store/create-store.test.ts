import { createMemoryStore } from '../../src/store/create-store.ts';
import { storeContract } from '../contracts/store.ts';

storeContract('in memory', () => Promise.resolve(createMemoryStore()));
