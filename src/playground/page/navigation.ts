import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Deed } from './workspace.ts';
import type { Rooted } from './workspace-state.ts';

/** Where in the workspace a person is, as the address after `#` says it, so that back, forward and reload work. */
export interface Place {
  /** A channel's name, `agent` for the direct message with the bot, `home` for its Home tab, `menu` for the sidebar. */
  readonly room: string;
  /** The ts of the message whose thread is open. */
  readonly thread?: string;
}

export const FIRST_ROOM = 'macro';
export const AGENT = 'agent';
export const HOME = 'home';
/** The sidebar, where the screen is too narrow to show it beside a channel. */
export const MENU = 'menu';

export const placeOf = (hash: string): Place => {
  const [room, thread] = hash.replace(/^#\/?/, '').split('/');
  return { room: room || FIRST_ROOM, ...(thread && { thread }) };
};

export const hashOf = ({ room, thread }: Place): string => `#/${room}${thread === undefined ? '' : `/${thread}`}`;

export const goTo = (place: Place): void => {
  window.location.hash = hashOf(place);
};

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
