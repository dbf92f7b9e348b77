import { parentPort, workerData } from 'node:worker_threads';
import { textOf } from './formats.ts';

// what the libraries print about a broken file is for nobody
for (const name of ['log', 'warn', 'info', 'error'] as const) console[name] = () => undefined;
parentPort?.postMessage(await textOf(workerData));
