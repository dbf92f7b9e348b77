import type { IsoInstant } from '../units.ts';
import { endOf, keyOf, LIMITS, putLast, type State } from './state.ts';
import type { Asked, Thread, ThreadKey } from './store.ts';

const MOST_SPEAKERS = 50;

const NOTHING_YET: Omit<Thread, 'touched'> = { speakers: [], silent: false, rooted: false, answered: false };

export const threadId = ({ team, channel, thread }: ThreadKey): string => keyOf(team, channel, thread);

/** The thread, unless its last turn is too long ago. */
export const rememberedThread = ({ threads }: State, key: ThreadKey, now: IsoInstant): Thread | undefined => {
  const thread = threads.get(threadId(key));
  return thread && thread.touched > endOf(LIMITS.threads.lifeMs, now) ? thread : undefined;
};

export const withSpeaker = (speakers: readonly string[], user: string | undefined): readonly string[] =>
  user === undefined || speakers.includes(user) || speakers.length >= MOST_SPEAKERS ? speakers : [...speakers, user];

/**
 * Gives a thread its next context and makes it the newest.
 *
 * @returns takes the change back, unless another has been built on it
 */
export const touchThread = (
  state: State,
  key: ThreadKey,
  { user, context, ...flags }: Asked & Partial<Pick<Thread, 'silent' | 'rooted' | 'answered'>>,
  now: IsoInstant,
): (() => void) => {
  const id = threadId(key);
  const before = state.threads.get(id);
  const known = rememberedThread(state, key, now) ?? NOTHING_YET;
  const { context: last, ...rest } = known;
  const next = context === undefined ? last : context;
  const after: Thread = {
    ...(next && { context: next }),
    ...rest,
    ...flags,
    speakers: withSpeaker(known.speakers, user),
    touched: now,
  };
  putLast(state.threads, id, after, LIMITS.threads.most);
  return () => {
    if (state.threads.get(id) !== after) return;
    if (before) state.threads.set(id, before);
    else state.threads.delete(id);
  };
};
