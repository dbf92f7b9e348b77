import type { webApi } from '@slack/bolt';
import type { Message } from '../message/index.ts';
import { withHint } from '../surface/index.ts';
import type { Asker } from './asker.ts';
import { POST_REFUSALS, type PostRefusal, slackFailure } from './errors.ts';
import { isDirectMessage } from './incoming-message.ts';
import { inTime, postPrivately, withPlainerForms } from './post-privately.ts';
import { answerMetadata, type RequestInHand } from './request-in-hand.ts';
import type { RequestOutcome } from './request-runner.ts';
import { slackBlocksAsSent } from './slack-types.ts';
import { PRIVATE_HINTS } from './visibility.ts';
import { retrySend } from './web-client.ts';

/** Where a message was posted, or why it was not or may not have been. */
export type PostResult =
  | { readonly outcome: 'posted'; readonly channel: string; readonly ts: string | undefined }
  /** `code` is for the log. */
  | { readonly outcome: PostRefusal; readonly code: string };

interface PostOptions {
  readonly threadTs?: string | undefined;
  /** What it answers. */
  readonly request?: RequestInHand | undefined;
  /** Once it is aborted, nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Posts to a channel, or to a thread in it. Where that fails, the caller answers privately; where Slack's
 * answer was lost the message is not sent again, since it may have been posted.
 *
 * @throws once the signal is aborted, and bugs; nothing that Slack answers
 */
export const postToChannel = async (
  client: webApi.WebClient,
  channel: string,
  message: Message,
  { threadTs, request, signal }: PostOptions = {},
): Promise<PostResult> => {
  await request?.sending('channel');
  try {
    const posted = await withPlainerForms(inTime(message, request), (sent) =>
      retrySend(() => {
        signal?.throwIfAborted();
        return client.chat.postMessage({
          channel,
          text: sent.text,
          blocks: slackBlocksAsSent(sent),
          ...(threadTs !== undefined && { thread_ts: threadTs }),
          ...(request && { metadata: answerMetadata(request) }),
          unfurl_links: false,
          unfurl_media: false,
        });
      }, request?.hold),
    );
    return { outcome: 'posted', channel: posted.channel ?? channel, ts: posted.ts };
  } catch (error) {
    const failure = signal?.aborted ? undefined : slackFailure(error);
    if (failure === undefined) throw error;
    return { outcome: POST_REFUSALS[failure.meaning], code: failure.code };
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
  const { request } = asker;
  if (asker.respond === undefined && isDirectMessage(asker.channel)) {
    const { outcome } = await postToChannel(asker.client, asker.channel, message, { threadTs, request });
    if (outcome === 'posted') return 'channel';
    await postPrivately(asker, withHint(message, PRIVATE_HINTS[`private: ${outcome}`]));
    return 'private';
  }
  await postPrivately(asker, message);
  return 'private';
};
