import { contextAfter, isForDesk, type Turn } from '../reading/index.ts';
import type { Thread, ThreadKey } from '../store/index.ts';
import type { Question } from '../topics/questions.ts';
import type { Desk } from './context.ts';
import type { Heard } from './heard.ts';

/** Everybody known to have spoken in a thread, besides the bot. */
const peopleIn = ({ user, rootAuthor }: Heard, thread: Thread): ReadonlySet<string> =>
  new Set([...thread.speakers, user, ...(rootAuthor === undefined ? [] : [rootAuthor])]);

/**
 * Whether something said is answered. Named, or alone with somebody in a direct message: always. In a thread unasked:
 * only where the bot has spoken before, was not told to be silent, is alone with one person, and what that person says
 * is recognisably a question to it.
 *
 * @param read reads what was said; called only where it matters
 */
export const isToAnswer = (heard: Heard, thread: Thread | undefined, read: () => Turn): boolean => {
  if (heard.isDirect || heard.isMention) return true;
  if (thread === undefined || thread.silent || !(thread.rooted || thread.answered)) return false;
  if (heard.namesOthers || peopleIn(heard, thread).size > 1) return false;
  return isForDesk(heard.text, read());
};

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
