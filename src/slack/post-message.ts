import { type RespondArguments, RespondError, webApi } from '@slack/bolt';
import { asSections, type Message } from '../message/index.ts';
import { withHint } from '../surface/index.ts';
import type { Asker } from './asker.ts';
import { isDirectMessage } from './incoming-message.ts';
import type { RequestOutcome } from './request-runner.ts';
import { classifyFailure, platformErrorCode } from './slack-errors.ts';
import { slackBlocks, slackBlocksAsSent } from './slack-types.ts';
import { PRIVATE_HINTS } from './visibility.ts';
import { retrySend } from './web-client.ts';

const REFUSED_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'no_text']);
const NOT_A_MEMBER = new Set(['not_in_channel', 'channel_not_found']);
const MAY_NOT_POST = new Set([
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'missing_scope',
]);

/** Why a channel takes no post; undefined where what Slack answered says nothing of the channel. */
export const channelRefusal = (code: string): 'not a member' | 'may not post' | undefined => {
  if (NOT_A_MEMBER.has(code)) return 'not a member';
  return MAY_NOT_POST.has(code) ? 'may not post' : undefined;
};

const codeOf = (error: unknown): string => (error instanceof webApi.SlackError ? error.code : 'unknown');

/** Where a message was posted, or why it was not or may not have been. */
export type PostResult =
  | { readonly outcome: 'posted'; readonly channel: string; readonly ts: string | undefined }
  | { readonly outcome: 'not a member' | 'may not post' | 'not confirmed' }
  /** Certainly not posted, for a reason that passes and is not the channel's. */
  | { readonly outcome: 'not taken'; readonly code: string };

/** Sends a message, and once more in plain sections where Slack refuses its blocks. */
export const withBlocksFallback = async <T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> => {
  try {
    return await send(message);
  } catch (error) {
    if (!REFUSED_BLOCKS.has(platformErrorCode(error) ?? '')) throw error;
    return send(asSections(message));
  }
};

interface PostOptions {
  readonly threadTs?: string | undefined;
  /** Once it is aborted, nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Posts to a channel, or to a thread in it. Where that fails, the caller answers privately; where Slack's
 * answer was lost the message is not sent again, since it may have been posted.
 *
 * @throws what Slack refuses for a reason of the message's, and once the signal is aborted
 */
export const postToChannel = async (
  client: webApi.WebClient,
  channel: string,
  message: Message,
  { threadTs, signal }: PostOptions = {},
): Promise<PostResult> => {
  try {
    const posted = await withBlocksFallback(message, (sent) =>
      retrySend(() => {
        signal?.throwIfAborted();
        return client.chat.postMessage({
          channel,
          text: sent.text,
          blocks: slackBlocksAsSent(sent),
          ...(threadTs !== undefined && { thread_ts: threadTs }),
          unfurl_links: false,
          unfurl_media: false,
        });
      }),
    );
    return { outcome: 'posted', channel: posted.channel ?? channel, ts: posted.ts };
  } catch (error) {
    if (signal?.aborted) throw error;
    const failure = classifyFailure(error);
    if (failure.kind === 'unconfirmed') return { outcome: 'not confirmed' };
    if (failure.kind === 'retry later')
      return { outcome: 'not taken', code: platformErrorCode(error) ?? codeOf(error) };
    const outcome = channelRefusal(failure.code);
    if (outcome === undefined) throw error;
    return { outcome };
  }
};

const inThread = (threadTs: string | undefined) => (threadTs === undefined ? {} : { thread_ts: threadTs });

/** By `chat.postEphemeral`, which needs the bot to be a member. */
const postEphemerally = async ({ client, channel, user, privateThreadTs }: Asker, message: Message): Promise<void> => {
  await withBlocksFallback(message, (sent) =>
    retrySend(() =>
      client.chat.postEphemeral({
        ...{ channel, user, text: sent.text, blocks: slackBlocksAsSent(sent) },
        ...inThread(privateThreadTs),
      }),
    ),
  );
};

/**
 * Replies so that only the asker sees it: through the request's own address, which needs no membership, or by
 * `chat.postEphemeral` where there is none or it is used up. What Slack may have taken is not sent again.
 *
 * @param replace it takes the place of the private message that was clicked
 */
export const postPrivately = async (asker: Asker, message: Message, replace = false): Promise<void> => {
  const { respond, privateThreadTs } = asker;
  if (respond === undefined) return postEphemerally(asker, message);
  const send = ({ text, blocks }: Message) => {
    const said: RespondArguments = { response_type: 'ephemeral', replace_original: replace, text };
    return respond({ ...said, blocks: slackBlocks(blocks), ...(replace ? {} : inThread(privateThreadTs)) });
  };
  try {
    await send(message);
  } catch (error) {
    throwIfLost(error);
    const refusedBlocks = error instanceof RespondError && error.statusCode === 400;
    if (refusedBlocks && (await isTaken(send(asSections(message))))) return;
    await postEphemerally(asker, message);
  }
};

const throwIfLost = (error: unknown): void => {
  if (classifyFailure(error).kind === 'unconfirmed') throw error;
};

/** False where it was certainly not sent. */
const isTaken = async (sent: Promise<unknown>): Promise<boolean> => {
  try {
    await sent;
    return true;
  } catch (error) {
    throwIfLost(error);
    return false;
  }
};

/** Where a reply belongs, besides its asker. */
export interface ReplyTarget {
  /** The thread that it was said in; absent for a command. */
  readonly threadTs?: string | undefined;
}

/** Tells the asker alone; in a direct message that is the message itself. */
export const replyToAsker = async (
  asker: Asker,
  message: Message,
  { threadTs }: ReplyTarget = {},
): Promise<RequestOutcome> => {
  if (asker.respond === undefined && isDirectMessage(asker.channel)) {
    const { outcome } = await postToChannel(asker.client, asker.channel, message, { threadTs });
    if (outcome === 'posted') return 'channel';
    await postPrivately(asker, withHint(message, PRIVATE_HINTS[`private: ${outcome}`]));
    return 'private';
  }
  await postPrivately(asker, message);
  return 'private';
};
