import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { MessageThread, PageAction } from './workspace-state.ts';

/** What the page shows. It is the part of the address after `#`, so that back, forward and reload work. */
export interface PageLocation {
  /** A channel's name, `agent` for the direct message with the bot, `home` for its Home tab, `slackbot` for its tools, `menu` for the sidebar. */
  readonly view: string;
  /** The ts of the message whose thread is open. */
  readonly thread?: string;
}

/** The view when the address names none: a channel. */
export const DEFAULT_VIEW = 'macro';
/** The user's direct message with the bot. */
export const AGENT_VIEW = 'agent';
/** The bot's Home tab. */
export const HOME_VIEW = 'home';
/** The tools, called in Slackbot's place. */
export const SLACKBOT_VIEW = 'slackbot';
/** The sidebar, on screens too narrow to show it beside a channel. */
export const MENU_VIEW = 'menu';

/** Reads `#/macro/1795185000.000100`. */
const parseLocation = (hash: string): PageLocation => {
  const [view, thread] = hash.replace(/^#\/?/, '').split('/');
  return { view: view || DEFAULT_VIEW, ...(thread && { thread }) };
};

/** The address of a location, for links. */
export const locationHash = ({ view, thread }: PageLocation): string =>
  `#/${view}${thread === undefined ? '' : `/${thread}`}`;

/** Shows another view or thread. */
export const navigate = (location: PageLocation): void => {
  window.location.hash = locationHash(location);
};

/** The same without a step to go back to. */
const correct = (location: PageLocation): void => window.location.replace(locationHash(location));

/** The newest message from the bot in a direct message, if it is a reply: the ts of its thread. */
const newestAnswer = (threads: readonly MessageThread[]): string | undefined =>
  threads
    .flatMap(({ message, replies }) => [message, ...replies].map((one) => ({ one, root: message.ts })))
    .filter(({ one }) => one.author === 'bot')
    .toSorted((before, after) => Number(before.one.ts) - Number(after.one.ts))
    .flatMap(({ one, root }) => [one.ts === root ? undefined : root])
    .at(-1);

/**
 * Keeps the address right: a thread that is not there, such as one from before somebody started over, is left, and whoever
 * enters their direct message sees its newest answer.
 */
export const useRightAddress = (
  { view, thread }: PageLocation,
  isThere: boolean,
  me: string,
  threads: readonly MessageThread[],
): void => {
  const entered = `${view} ${me}`;
  const lastEntered = useRef('');
  useEffect(() => {
    const isEntering = lastEntered.current !== entered;
    lastEntered.current = entered;
    if (thread !== undefined && isThere) return;
    const newest = isEntering && view === AGENT_VIEW ? newestAnswer(threads) : undefined;
    if (newest !== undefined) correct({ view, thread: newest });
    else if (thread !== undefined) correct({ view });
  }, [entered, view, thread, isThere, threads]);
};

/** A reply that is expected in a thread. */
interface AwaitedReply {
  readonly isRoot: (thread: MessageThread) => boolean;
  /** How many replies the thread had before. */
  readonly replies: number;
}

/** The address at which it is expected: whoever has gone elsewhere meanwhile is left there. */
type Awaited = AwaitedReply & { readonly at: string };

const awaitedReplyTo = (
  action: PageAction,
  threads: readonly MessageThread[],
  me: string,
): AwaitedReply | undefined => {
  if (action.kind === 'send file' || (action.kind === 'send text' && action.threadTs === undefined)) {
    const last = Number(threads.at(-1)?.message.ts ?? 0);
    return { isRoot: ({ message: { author, ts } }) => author === me && Number(ts) > last, replies: 0 };
  }
  if (action.kind === 'block action' && action.on.kind === 'message') {
    const { ts } = action.on;
    return {
      isRoot: ({ message }) => message.ts === ts,
      replies: threads.find(({ message }) => message.ts === ts)?.replies.length ?? 0,
    };
  }
  return undefined;
};

/**
 * Opens the thread in which the bot answers what the user has just asked at top level, in text or by a button.
 *
 * @returns a function to be called with each of the user's actions
 */
export const useOpenReplyThread = (
  threads: readonly MessageThread[],
  me: string,
  location: PageLocation,
): ((action: PageAction) => void) => {
  const awaited = useRef<Awaited>(undefined);
  useEffect(() => {
    const { isRoot, replies = 0, at } = awaited.current ?? {};
    const root = isRoot && threads.findLast(isRoot);
    if (root?.replies.slice(replies).some(({ author }) => author === 'bot')) {
      awaited.current = undefined;
      if (at === locationHash(location)) navigate({ view: location.view, thread: root.message.ts });
    }
  }, [threads, location]);
  return (action) => {
    if (action.kind === 'close modal') awaited.current = undefined;
    const reply = awaitedReplyTo(action, threads, me);
    // a form belongs to the button that opened it, so that button's thread is still awaited
    if (reply !== undefined) awaited.current = { ...reply, at: locationHash(location) };
  };
};

const subscribeToHash = (onChange: () => void): (() => void) => {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
};

/** The current location. */
export const usePageLocation = (): PageLocation =>
  parseLocation(useSyncExternalStore(subscribeToHash, () => window.location.hash));
