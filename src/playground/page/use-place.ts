import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Channel, Message, State } from '../protocol.ts';
import { type Rooted, seenBy } from './messages/visible.ts';
import { goTo, type Place, placeOf } from './place.ts';
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

const follow = (hear: () => void): (() => void) => {
  window.addEventListener('hashchange', hear);
  return () => window.removeEventListener('hashchange', hear);
};

/** Where the person is. */
export const usePlace = (): Place => placeOf(useSyncExternalStore(follow, () => window.location.hash));

type Newest = Readonly<Record<string, number>>;

/** By channel id, when somebody else said something last. */
const newestIn = ({ channels, messages }: State, me: string): Newest =>
  Object.fromEntries(
    channels.map(({ id }) => [
      id,
      Math.max(
        0,
        ...seenBy(messages, id, me)
          .filter(({ author }: Message) => author !== me)
          .map(({ ts }) => Number(ts)),
      ),
    ]),
  );

/**
 * The channels in which somebody else has spoken since this person was there; what was there when the page opened is read.
 *
 * @param here the channel that is shown, if one is
 */
export const useUnread = (state: State, me: string, here: Channel | undefined): ReadonlySet<string> => {
  const newest = newestIn(state, me);
  const [read, setRead] = useState<Newest>(newest);
  const hereId = here?.id ?? '';
  const newestHere = newest[hereId] ?? 0;
  useEffect(() => setRead((before) => ({ ...before, [hereId]: newestHere })), [hereId, newestHere]);
  return new Set(
    Object.entries(newest)
      .filter(([id, ts]) => id !== hereId && ts > (read[id] ?? 0))
      .map(([id]) => id),
  );
};
