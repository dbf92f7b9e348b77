import { RespondError, type RespondFn, webApi } from '@slack/bolt';
import { asSections, type Message } from '../blocks/index.ts';
import { afterRateLimit } from './rate-limit.ts';

/** The one place where our blocks become Slack's: its types lag behind its own reference. */
const slackMessage = ({ text, blocks }: Message) => ({
  text,
  blocks: blocks as unknown as (webApi.KnownBlock | webApi.Block)[],
});

const platformError = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

const REFUSED_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'no_text']);
const CLOSED_TO_US = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'missing_scope',
]);

/** Tries the message as drawn, and once more in sections and text where Slack refuses its blocks. */
const withPlainFallback = async <T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> => {
  try {
    return await send(message);
  } catch (error) {
    if (!REFUSED_BLOCKS.has(platformError(error) ?? '')) throw error;
    return send(asSections(message));
  }
};

/**
 * Posts to a channel, or to a thread in it.
 *
 * @returns false where the channel is closed to the bot; the caller answers privately then
 */
export const postToChannel = async (
  client: webApi.WebClient,
  channel: string,
  message: Message,
  threadTs?: string,
): Promise<boolean> => {
  try {
    await withPlainFallback(message, (sent) =>
      afterRateLimit(() =>
        client.chat.postMessage({
          channel,
          ...slackMessage(sent),
          ...(threadTs !== undefined && { thread_ts: threadTs }),
          unfurl_links: false,
          unfurl_media: false,
        }),
      ),
    );
    return true;
  } catch (error) {
    if (CLOSED_TO_US.has(platformError(error) ?? '')) return false;
    throw error;
  }
};

/** Who asked, where, and the way back to them alone. */
export interface Asker {
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly channel: string;
  readonly user: string;
}

/**
 * Replies so that only the asker sees it: through the request's own address, which needs no membership, or by
 * `chat.postEphemeral` where that address is used up.
 *
 * @param replace the private message this one takes the place of is the one that was clicked
 */
export const postPrivately = async (
  { client, respond, channel, user }: Asker,
  message: Message,
  replace = false,
): Promise<void> => {
  const send = (sent: Message) =>
    respond({ response_type: 'ephemeral', replace_original: replace, ...slackMessage(sent) });
  try {
    await send(message);
  } catch (error) {
    if (!(error instanceof RespondError)) throw error;
    if (error.statusCode === 400 && (await succeeded(send(asSections(message))))) return;
    await withPlainFallback(message, (sent) =>
      afterRateLimit(() => client.chat.postEphemeral({ channel, user, ...slackMessage(sent) })),
    );
  }
};

const succeeded = (sent: Promise<unknown>): Promise<boolean> =>
  sent.then(
    () => true,
    () => false,
  );
