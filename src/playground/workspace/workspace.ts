import type { HomeTab, ModalView } from '../../message/index.ts';
import type { IsoInstant } from '../../units.ts';
import type { Emit, OpenModal, PlaygroundState, PostedMessage } from '../protocol.ts';
import { CHANNELS } from '../seed.ts';
import {
  createIds,
  createResponseUrls,
  createTriggers,
  createUploads,
  type NewId,
  type ResponseUrls,
  type Triggers,
  type Uploads,
} from './ids.ts';

const withViewBlockIds = <V extends ModalView | HomeTab>(view: V): V => ({
  ...view,
  blocks: withBlockIds(view.blocks),
});

/** The open modals and the published Home tabs. Every change is emitted. */
const createViews = (emit: Emit, newId: NewId) => {
  const modals = new Map<string, OpenModal>();
  const homes = new Map<string, { readonly id: string; readonly view: HomeTab }>();

  const show = (modal: OpenModal): OpenModal => {
    modals.set(modal.id, modal);
    emit({ kind: 'modal', modal });
    return modal;
  };

  const close = (id: string): void => {
    if (modals.delete(id)) emit({ kind: 'modal closed', id });
  };

  return {
    modal: (id: string): OpenModal | undefined => modals.get(id),
    modals: (): readonly OpenModal[] => [...modals.values()],
    open: (user: string, view: ModalView): OpenModal =>
      show({ id: newId('V0MODAL'), user, view: withViewBlockIds(view) }),
    /** @returns whether there is such a modal */
    update: (id: string, view: ModalView): boolean => {
      const before = modals.get(id);
      if (before === undefined) return false;
      show({ ...before, view: withViewBlockIds(view) });
      return true;
    },
    close,
    closeAllOf: (user: string): void => {
      for (const modal of [...modals.values()]) if (modal.user === user) close(modal.id);
    },
    home: (user: string) => homes.get(user),
    homes: (): PlaygroundState['homes'] => Object.fromEntries([...homes].map(([user, { view }]) => [user, view])),
    /** @returns the view's id */
    publish: (user: string, view: HomeTab): string => {
      const home = { id: homes.get(user)?.id ?? newId('V0HOME'), view: withViewBlockIds(view) };
      homes.set(user, home);
      emit({ kind: 'home', user, view: home.view });
      return home.id;
    },
  };
};

type Views = ReturnType<typeof createViews>;

/** What a workspace is created with. */
export interface WorkspaceParts {
  /** Where its Web API is reached: `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly now: () => IsoInstant;
  /** Whether the market data are synthetic now. */
  readonly isSynthetic: () => boolean;
  readonly emit: Emit;
}

/** The state of a Slack workspace, in memory. */
export interface Workspace extends WorkspaceParts {
  readonly messages: Messages;
  readonly views: Views;
  readonly uploads: Uploads;
  /** What people have sent, by id. */
  readonly sharedFiles: Map<string, Uint8Array>;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly newId: NewId;
  /** A message time stamp, later than all before. */
  readonly newTimestamp: () => string;
  /** Ids of the channels that the bot is a member of. */
  readonly members: Set<string>;
  /** By user id. */
  readonly prompts: Map<string, PlaygroundState['prompts'][string]>;
}

/** Creates a workspace with the seed's channels and no messages. */
export const openWorkspace = (parts: WorkspaceParts): Workspace => {
  const { address, now, emit } = parts;
  const newId = createIds();
  const newTimestamp = createTimestamps(now);
  return {
    ...parts,
    newId,
    newTimestamp,
    messages: createMessages(emit, now, newTimestamp),
    views: createViews(emit, newId),
    uploads: createUploads(address, newId),
    sharedFiles: new Map(),
    triggers: createTriggers(newId),
    responseUrls: createResponseUrls(address, now, newId),
    members: new Set(CHANNELS.filter(({ isMember }) => isMember).map(({ id }) => id)),
    prompts: new Map(),
  };
};

const MICROSECONDS = 1_000_000;

/** `1795185000.000100`: seconds and microseconds. */
const formatTimestamp = (microseconds: number): string =>
  `${Math.floor(microseconds / MICROSECONDS)}.${String(microseconds % MICROSECONDS).padStart(6, '0')}`;

/** Message time stamps. Each is later than the one before, even if the clock was set back. */
export const createTimestamps = (now: () => IsoInstant) => {
  let last = 0;
  return (): string => {
    last = Math.max(last + 1, Date.parse(now()) * 1_000);
    return formatTimestamp(last);
  };
};

/** A message before it is posted. */
export type NewMessage = Omit<PostedMessage, 'ts' | 'at' | 'isEdited'>;

/** A message with its metadata, which the page does not get. */
export interface StoredMessage extends PostedMessage {
  readonly metadata?: unknown;
}

const withoutMetadata = ({ metadata: _, ...message }: StoredMessage): PostedMessage => message;

/** Gives every block without a `block_id` one, as Slack does. */
export const withBlockIds = <B extends object>(blocks: readonly B[]): readonly B[] =>
  blocks.map((block, at) => ({ block_id: `b${at}`, ...block }));

/** The messages of the workspace, oldest first. Every change is emitted. */
export const createMessages = (emit: Emit, now: () => IsoInstant, newTimestamp: () => string) => {
  const stored = new Map<string, StoredMessage>();
  const keyOf = (channel: string, ts: string): string => `${channel} ${ts}`;
  const of = (channel: string, ts: string): StoredMessage | undefined => stored.get(keyOf(channel, ts));
  const all = (): readonly StoredMessage[] => [...stored.values()];

  return {
    of,
    all: (): readonly PostedMessage[] => all().map(withoutMetadata),
    /** The messages of a channel that everyone sees, oldest first. */
    publicIn: (channel: string): readonly StoredMessage[] =>
      all().filter((one) => one.channel === channel && one.onlyFor === undefined && one.refused === undefined),
    /** The message with this ts, if it can have a thread: it is at top level and not ephemeral. */
    threadRoot: (channel: string, ts: string): StoredMessage | undefined => {
      const root = of(channel, ts);
      return root?.threadTs === undefined && root?.onlyFor === undefined ? root : undefined;
    },
    hasReplies: (channel: string, ts: string): boolean =>
      all().some((one) => one.channel === channel && one.threadTs === ts),
    add: (message: NewMessage, metadata?: unknown): PostedMessage => {
      const ts = newTimestamp();
      const posted: PostedMessage = { ...message, blocks: withBlockIds(message.blocks), ts, at: now() };
      stored.set(keyOf(message.channel, ts), { ...posted, ...(metadata !== undefined && { metadata }) });
      emit({ kind: 'message', message: posted });
      return posted;
    },
    /** @returns whether there was such a message */
    update: (channel: string, ts: string, to: Partial<StoredMessage>): boolean => {
      const before = of(channel, ts);
      if (before === undefined) return false;
      const after: StoredMessage = { ...before, ...to, ...(to.blocks && { blocks: withBlockIds(to.blocks) }) };
      stored.set(keyOf(channel, ts), after);
      emit({ kind: 'message changed', message: withoutMetadata(after) });
      return true;
    },
    /** @returns whether there was such a message */
    remove: (channel: string, ts: string): boolean => {
      const isThere = stored.delete(keyOf(channel, ts));
      if (isThere) emit({ kind: 'message gone', channel, ts });
      return isThere;
    },
  };
};

export type Messages = ReturnType<typeof createMessages>;
