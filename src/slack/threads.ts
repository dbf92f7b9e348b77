import { contextAfter, type Question } from '../questions/index.ts';
import type { ThreadKey } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** One name for a thread. */
export const threadName = ({ team, channel, thread }: ThreadKey): string => JSON.stringify([team, channel, thread]);

interface Asked {
  readonly user: string;
  readonly question: Question;
  /** What Slack repeats where it sends the same request again. */
  readonly request: string;
}

/** Remembers a question that was asked by a button or a form as the last of its thread, and claims the request. */
export const takeQuestion = async (
  { memory }: Desk,
  key: ThreadKey,
  { user, question, request }: Asked,
): Promise<'taken' | 'answered before'> => {
  const before = (await memory.thread(key))?.context;
  const context = contextAfter({ kind: 'question', question, private: false }, before);
  return memory.take({ key, message: request, user, ...(context && { context }) });
};
