import { RespondError, type RespondFn, webApi } from '@slack/bolt';
import { asSections, type Message } from '../blocks/index.ts';
import { withSecondTries } from './second-tries.ts';

/** The one place where our blocks become Slack's: its types lag behind its own reference. */
const slackBlocks = ({ blocks }: Message) => blocks as unknown as (webApi.KnownBlock | webApi.Block)[];

/**
 * Blocks for the Web API, as the JSON they are sent as: handed over as objects, the client walks and copies all of them
 * once more for a log line that is never written.
 */
const blocksAsSent = ({ blocks }: Message) => JSON.stringify(blocks) as unknown as (webApi.KnownBlock | webApi.Block)[];

const platformError = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

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

/** Whether a message was posted, or why it was not or may not have been. */
export type Posted = 'posted' | 'not a member' | 'may not post' | 'not confirmed';

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
 * Posts to a channel, or to a thread in it. Where that did not come about, the caller answers privately; where Slack's
 * answer was lost the message is not sent again, since it may stand there already.
 */
export const postToChannel = async (
  client: webApi.WebClient,
  channel: string,
  message: Message,
  threadTs?: string,
): Promise<Posted> => {
  try {
    await withPlainFallback(message, (sent) =>
      withSecondTries(() =>
        client.chat.postMessage({
          channel,
          text: sent.text,
          blocks: blocksAsSent(sent),
          ...(threadTs !== undefined && { thread_ts: threadTs }),
          unfurl_links: false,
          unfurl_media: false,
        }),
      ),
    );
    return 'posted';
  } catch (error) {
    if (error instanceof webApi.WebAPIRequestError) return 'not confirmed';
    const code = platformError(error) ?? '';
    if (NOT_A_MEMBER.has(code)) return 'not a member';
    if (MAY_NOT_POST.has(code)) return 'may not post';
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
    respond({ response_type: 'ephemeral', replace_original: replace, text: sent.text, blocks: slackBlocks(sent) });
  try {
    await send(message);
  } catch (error) {
    if (!(error instanceof RespondError)) throw error;
    if (error.statusCode === 400 && (await succeeded(send(asSections(message))))) return;
    await withPlainFallback(message, (sent) =>
      withSecondTries(() => client.chat.postEphemeral({ channel, user, text: sent.text, blocks: blocksAsSent(sent) })),
    );
  }
};

const succeeded = (sent: Promise<unknown>): Promise<boolean> =>
  sent.then(
    () => true,
    () => false,
  );
