import type { webApi } from '@slack/bolt';
import type { IsoInstant } from '../units.ts';
import { isTokenRefused, type SlackFailure, slackFailure } from './errors.ts';

const PAGE = 100;
/** A channel with more messages since is not read to its end. */
const MOST_PAGES = 10;
/** Slack did not answer; asking again changes nothing. */
const AFTER_FAULT_SECONDS = 10;

/** A message as Slack lists it, as far as it tells what it is. */
export interface ListedMessage {
  readonly ts?: string;
  readonly bot_id?: string;
  readonly metadata?: unknown;
}

/** A message of the bot that may have been posted. */
export interface SoughtMessage {
  readonly channel: string;
  /** The thread that it is in, where it is in one. */
  readonly threadTs?: string | undefined;
  /** It cannot have been posted before. */
  readonly since: IsoInstant;
  readonly isIt: (message: ListedMessage) => boolean;
}

/** What came of looking for a message. */
export type MessageSearch =
  /** `hasThread`: it has replies. `bot`: whose it is, as Slack knows the bot. */
  | { readonly kind: 'found'; readonly ts: string; readonly hasThread: boolean; readonly bot?: string | undefined }
  | { readonly kind: 'not found' }
  /** The channel cannot be read, now or later. */
  | { readonly kind: 'unreadable' }
  /** Not now: asked too often, or Slack is at fault. */
  | { readonly kind: 'retry later'; readonly seconds: number };

/** Whether the same call may succeed after what it asks for, without anybody's doing. */
export const mayPass = ({ meaning }: SlackFailure): boolean => meaning === 'later' || isTokenRefused(meaning);

const search = async (
  client: webApi.WebClient,
  { channel, threadTs, since, isIt }: SoughtMessage,
): Promise<MessageSearch> => {
  const range = { channel, oldest: String(Date.parse(since) / 1_000), limit: PAGE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const next = cursor === undefined ? {} : { cursor };
    const { messages = [], response_metadata: more } =
      threadTs === undefined
        ? await client.conversations.history({ ...range, ...next })
        : await client.conversations.replies({ ...range, ts: threadTs, ...next });
    const found = messages.find(isIt);
    if (found?.ts !== undefined) {
      return { kind: 'found', ts: found.ts, hasThread: (found.reply_count ?? 0) > 0, bot: found.bot_id };
    }
    cursor = more?.next_cursor || undefined;
    if (cursor === undefined) return { kind: 'not found' };
  }
  return { kind: 'unreadable' };
};

/** Looks for a message by its metadata, in its channel or thread since an instant. */
export const findMessage = async (client: webApi.WebClient, sought: SoughtMessage): Promise<MessageSearch> => {
  try {
    return await search(client, sought);
  } catch (error) {
    const failure = slackFailure(error);
    if (failure === undefined || failure.meaning === 'unknown')
      return { kind: 'retry later', seconds: AFTER_FAULT_SECONDS };
    return mayPass(failure) ? { kind: 'retry later', seconds: failure.retryAfter } : { kind: 'unreadable' };
  }
};
