import type { IsoInstant } from '../../units.ts';
import type { Emit, Message } from '../protocol.ts';

const MICROSECONDS = 1_000_000;

/** `1795185000.000100`: seconds, and six digits that make it unique. */
const inSlacksForm = (microseconds: number): string =>
  `${Math.floor(microseconds / MICROSECONDS)}.${String(microseconds % MICROSECONDS).padStart(6, '0')}`;

/**
 * Time stamps as Slack gives them to messages: the time of the clock, yet always later than the one before, also where
 * the clock was set back.
 */
export const createStamps = (now: () => IsoInstant) => {
  let last = 0;
  return (): string => {
    last = Math.max(last + 1, Date.parse(now()) * 1_000);
    return inSlacksForm(last);
  };
};

/** What a message is made of before it stands. */
export type NewMessage = Omit<Message, 'ts' | 'at' | 'isEdited'>;

/** A message with what Slack keeps beside it. */
export interface Kept extends Message {
  readonly metadata?: unknown;
}

const shown = ({ metadata: _, ...message }: Kept): Message => message;

/** A name for every block, as Slack gives them where the sender did not. */
export const withBlockIds = <B extends object>(blocks: readonly B[]): readonly B[] =>
  blocks.map((block, at) => ({ block_id: `b${at}`, ...block }));

/** Everything said in the workspace, in the order of saying. */
export const createMessages = (emit: Emit, now: () => IsoInstant, newStamp: () => string) => {
  const kept = new Map<string, Kept>();
  const nameOf = (channel: string, ts: string): string => `${channel} ${ts}`;
  const of = (channel: string, ts: string): Kept | undefined => kept.get(nameOf(channel, ts));
  const all = (): readonly Kept[] => [...kept.values()];

  return {
    of,
    all: (): readonly Message[] => all().map(shown),
    /** All that stands in a channel for everybody, oldest first. */
    seenByAllIn: (channel: string): readonly Kept[] =>
      all().filter((one) => one.channel === channel && one.onlyFor === undefined && one.refused === undefined),
    /** A message from which a thread may hang: at top level, for all to see. */
    rootOf: (channel: string, ts: string): Kept | undefined => {
      const root = of(channel, ts);
      return root?.threadTs === undefined && root?.onlyFor === undefined ? root : undefined;
    },
    hasReplies: (channel: string, ts: string): boolean =>
      all().some((one) => one.channel === channel && one.threadTs === ts),
    add: (message: NewMessage, metadata?: unknown): Message => {
      const ts = newStamp();
      const standing: Message = { ...message, blocks: withBlockIds(message.blocks), ts, at: now() };
      kept.set(nameOf(message.channel, ts), { ...standing, ...(metadata !== undefined && { metadata }) });
      emit({ kind: 'message', message: standing });
      return standing;
    },
    /** @returns whether there was such a message */
    change: (channel: string, ts: string, to: Partial<Kept>): boolean => {
      const before = of(channel, ts);
      if (before === undefined) return false;
      const after: Kept = { ...before, ...to, ...(to.blocks && { blocks: withBlockIds(to.blocks) }) };
      kept.set(nameOf(channel, ts), after);
      emit({ kind: 'message changed', message: shown(after) });
      return true;
    },
    /** @returns whether there was such a message */
    remove: (channel: string, ts: string): boolean => {
      const isThere = kept.delete(nameOf(channel, ts));
      if (isThere) emit({ kind: 'message gone', channel, ts });
      return isThere;
    },
  };
};

export type Messages = ReturnType<typeof createMessages>;
