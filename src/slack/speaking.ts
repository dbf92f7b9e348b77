import { isForDesk, type Turn } from '../questions/index.ts';
import type { Thread } from '../store/index.ts';
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
