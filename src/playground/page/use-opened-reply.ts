import { useEffect, useRef } from 'react';
import type { Rooted } from './messages/visible.ts';
import { goTo, type Place } from './place.ts';
import type { Deed } from './workspace.ts';

/** An answer that is to come in a thread. */
interface Awaited {
  readonly isRoot: (item: Rooted) => boolean;
  /** How many replies the thread had before. */
  readonly replies: number;
}

const awaitedAfter = (deed: Deed, items: readonly Rooted[], me: string): Awaited | undefined => {
  if (deed.kind === 'say' && deed.threadTs === undefined) {
    const last = Number(items.at(-1)?.message.ts ?? 0);
    return { isRoot: ({ message: { author, ts } }) => author === me && Number(ts) > last, replies: 0 };
  }
  if (deed.kind === 'use' && deed.on.kind === 'message') {
    const { ts } = deed.on;
    return {
      isRoot: ({ message }) => message.ts === ts,
      replies: items.find(({ message }) => message.ts === ts)?.replies.length ?? 0,
    };
  }
  return undefined;
};

/**
 * Opens the thread in which the bot answers what this person has just asked at top level, in words or by a button.
 *
 * @returns what has to hear of everything the person does
 */
export const useOpenedReply = (items: readonly Rooted[], me: string, place: Place): ((deed: Deed) => void) => {
  const awaited = useRef<Awaited>(undefined);
  useEffect(() => {
    const { isRoot, replies = 0 } = awaited.current ?? {};
    const root = isRoot && items.findLast(isRoot);
    if (root?.replies.slice(replies).some(({ author }) => author === 'bot')) {
      awaited.current = undefined;
      if (place.thread === undefined) goTo({ room: place.room, thread: root.message.ts });
    }
  }, [items, place.room, place.thread]);
  return (deed) => {
    // a form goes on from the button that opened it
    awaited.current = deed.kind === 'close' ? undefined : (awaitedAfter(deed, items, me) ?? awaited.current);
  };
};
