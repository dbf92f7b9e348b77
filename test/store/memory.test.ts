import { memoryStore } from '../../src/store/index.ts';
import { storeContract } from '../contracts/store.ts';

storeContract('in memory', () => Promise.resolve(memoryStore()));
