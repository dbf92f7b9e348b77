import type { Message } from '../../protocol.ts';

/** A message with the answers in its thread. */
export interface Rooted {
  readonly message: Message;
  readonly replies: readonly Message[];
}

const inOrder = (one: Message, other: Message): number => Number(one.ts) - Number(other.ts);

/** What this person sees of a channel, in the order it was said. */
export const seenBy = (messages: readonly Message[], channel: string, person: string): readonly Message[] =>
  messages
    .filter((one) => one.channel === channel && (one.onlyFor === undefined || one.onlyFor === person))
    .sort(inOrder);

const isReply = ({ ts, threadTs }: Message): boolean => threadTs !== undefined && threadTs !== ts;

/** The messages at top level, each with its thread. */
export const rooted = (seen: readonly Message[]): readonly Rooted[] =>
  seen
    .filter((message) => !isReply(message))
    .map((message) => ({ message, replies: seen.filter((one) => isReply(one) && one.threadTs === message.ts) }));
