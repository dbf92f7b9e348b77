import type { IsoInstant } from '../../units.ts';
import type { Emit, PostedMessage } from '../protocol.ts';

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
