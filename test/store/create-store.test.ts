import { createMemoryStore } from '../../src/store/create-store.ts';
import { limitsContract } from '../contracts/request-store.ts';
import { storeContract } from '../contracts/store.ts';

storeContract('in memory', () => Promise.resolve(createMemoryStore()));
limitsContract('in memory', () => Promise.resolve(createMemoryStore()));
