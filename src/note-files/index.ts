import { Worker } from 'node:worker_threads';
import { createLimit } from '../queues.ts';
import { LIMITS, type NoteFileText, type NoteUpload } from './limits.ts';

export type { NoteFileText } from './limits.ts';

const refused = (words: string): NoteFileText => ({ kind: 'refused', words });
const MEGABYTE = 1024 * 1024;
const WATCHED_MS = 50;

const TOO_MUCH = refused('Reading this file takes more memory than a note needs. It is not read.');
const TOO_LONG = refused(`Reading this file takes more than ${LIMITS.milliseconds / 1000} seconds. It is not read.`);
const BROKEN = refused('This file is broken: it cannot be read.');

const readInWorker = ({ name, bytes }: NoteUpload): Promise<NoteFileText> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { name, bytes },
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes, maxYoungGenerationSizeMb: 32 },
    });
    const start = process.memoryUsage.rss();
    const end = (outcome: NoteFileText): void => {
      clearTimeout(timer);
      clearInterval(watch);
      void worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => end(TOO_LONG), LIMITS.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - start > LIMITS.growthMegabytes * MEGABYTE) end(TOO_MUCH);
    }, WATCHED_MS);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : BROKEN),
    );
    worker.once('exit', () => end(BROKEN));
  });

/** Each counts what the whole process grows by, and takes a processor: the others wait their turn. */
const oneOfTwo = createLimit(2);

/**
 * Reads a file into plain text, in a thread of its own that ends with it, or earlier at a limit of time or memory; two at a
 * time. Never throws for what is in the file.
 */
export const readNoteFile = ({ name, bytes }: NoteUpload): Promise<NoteFileText> => {
  if (bytes.byteLength === 0) return Promise.resolve(refused('This file is empty.'));
  if (bytes.byteLength > LIMITS.fileBytes)
    return Promise.resolve(refused(`This file is larger than ${LIMITS.fileBytes / MEGABYTE} MB. A note is smaller.`));
  return oneOfTwo(() => readInWorker({ name, bytes }));
};
