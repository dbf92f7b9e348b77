import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Question, QuestionSchema } from '../questions/index.ts';

const Container = z.looseObject({
  message_ts: z.string().optional(),
  thread_ts: z.string().optional(),
  channel_id: z.string().optional(),
  is_ephemeral: z.boolean().optional(),
});

/** What Slack sends about a click, on a message or on the Home tab. */
const ClickSchema = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  trigger_id: z.string().default(''),
  channel: z.looseObject({ id: z.string() }).optional(),
  container: Container.default({}),
  message: z.looseObject({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
});

/** Where a clicked button stands. */
export interface Clicked {
  readonly user: string;
  /** The direct message with the clicker, where the button stands on the Home tab. */
  readonly channel: string;
  readonly isHome: boolean;
  /** The message holding it is seen by the clicker only. */
  readonly isPrivate: boolean;
  readonly messageTs?: string;
  /** The thread that a reply belongs in. */
  readonly threadTs?: string;
  /** That thread, where it has begun already. */
  readonly begunThreadTs?: string;
  readonly triggerId: string;
}

export const clickIn = (body: unknown): Clicked => {
  const { user, trigger_id: triggerId, channel, container, message } = ClickSchema.parse(body);
  const channelId = channel?.id ?? container.channel_id;
  const begun = message?.thread_ts ?? container.thread_ts;
  const isPrivate = container.is_ephemeral === true;
  const messageTs = message?.ts ?? container.message_ts;
  const threadTs = begun ?? (isPrivate ? undefined : messageTs);
  return {
    user: user.id,
    channel: channelId ?? user.id,
    isHome: channelId === undefined,
    isPrivate,
    triggerId,
    ...(messageTs !== undefined && { messageTs }),
    ...(threadTs !== undefined && { threadTs }),
    ...(begun !== undefined && { begunThreadTs: begun }),
  };
};

/** The question a button carries. What it carries instead is not repeated, so that it never reaches a log. */
export const carriedQuestion = (value = ''): Question => {
  try {
    return QuestionSchema.parse(JSON.parse(value));
  } catch {
    throw new Error('the button carries no question');
  }
};

/** One name for one request: the same parts give the same name. */
export const requestName = (...parts: readonly (string | undefined)[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
