import { setTimeout as wait } from 'node:timers/promises';
import type { RespondArguments, webApi } from '@slack/bolt';
import { asOneSection, asSections, type Message } from '../message/index.ts';
import { withHint } from '../surface/index.ts';
import type { Asker } from './asker.ts';
import { POST_REFUSALS, type PostRefusal, type SlackFailure, slackFailure, slackMeaning } from './errors.ts';
import { answerMetadata, type RequestInHand } from './request-in-hand.ts';
import { slackBlocks, slackBlocksAsSent } from './slack-client.ts';
import { isDirectMessage, PRIVATE_HINTS } from './visibility.ts';
import { retrySend } from './web-client.ts';

/** From the richest to what Slack can hardly refuse. */
const FORMS: readonly ((message: Message) => Message)[] = [(message) => message, asSections, asOneSection];

const isAboutForm = (error: unknown): boolean => {
  const meaning = slackMeaning(error);
  return meaning === 'blocks refused' || meaning === 'too long';
};

/** Sends a message; where Slack refuses its blocks or its length, in plain sections, and then its text alone, cut. */
export const withPlainerForms = async <T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> => {
  for (const form of FORMS.slice(0, -1)) {
    try {
      return await send(form(message));
    } catch (error) {
      if (!isAboutForm(error)) throw error;
    }
  }
  return send(asOneSection(message));
};

/** Says so, where the answer to a request comes late. */
export const inTime = (message: Message, request: RequestInHand | undefined): Message =>
  request?.late === undefined ? message : withHint(message, request.late);

const inThread = (threadTs: string | undefined) => (threadTs === undefined ? {} : { thread_ts: threadTs });

/** One way to tell the asker alone. */
type Way = (asker: Asker, message: Message, replace: boolean) => Promise<unknown>;

/** By the request's own address, which needs no membership; it names no block that it refuses. */
const byAddress: Way = ({ respond, privateThreadTs }, message, replace) =>
  withPlainerForms(message, async ({ text, blocks }) => {
    const said: RespondArguments = { response_type: 'ephemeral', replace_original: replace, text };
    await respond?.({ ...said, blocks: slackBlocks(blocks), ...(replace ? {} : inThread(privateThreadTs)) });
  });

/** By `chat.postEphemeral`, which needs the bot to be a member. */
const ephemerally =
  (isInThread: boolean): Way =>
  ({ client, channel, user, privateThreadTs, request }, message) =>
    withPlainerForms(message, (sent) =>
      retrySend(
        () =>
          client.chat.postEphemeral({
            ...{ channel, user, text: sent.text, blocks: slackBlocksAsSent(sent) },
            ...(isInThread ? inThread(privateThreadTs) : {}),
          }),
        request?.hold,
      ),
    );

const ELSEWHERE = 'You asked this in a channel: I cannot reply to you there.';

/** In the direct message with the asker. */
const byDirectMessage: Way = ({ client, channel, user, request }, message) =>
  withPlainerForms(isDirectMessage(channel) ? message : withHint(message, ELSEWHERE), ({ text, ...sent }) =>
    retrySend(
      () =>
        client.chat.postMessage({
          channel: user,
          text,
          blocks: slackBlocksAsSent({ text, ...sent }),
          unfurl_links: false,
        }),
      request?.hold,
    ),
  );

const waysTo = ({ respond, channel, user, privateThreadTs }: Asker): readonly Way[] => [
  ...(respond === undefined ? [] : [byAddress]),
  // a person's id stands for the direct message with them, which takes no ephemeral message under it
  ...(channel === user ? [] : [ephemerally(true)]),
  ...(channel === user || privateThreadTs === undefined ? [] : [ephemerally(false)]),
  byDirectMessage,
];

/** Tries one way after the other, up to one that Slack takes. @returns why the ways failed; undefined where one did not */
const tryWays = async (
  asker: Asker,
  message: Message,
  replace: boolean,
): Promise<{ readonly failures: readonly SlackFailure[]; readonly last: unknown } | undefined> => {
  const failures: SlackFailure[] = [];
  let last: unknown;
  for (const way of waysTo(asker)) {
    try {
      await way(asker, message, replace);
      return undefined;
    } catch (error) {
      const failure = slackFailure(error);
      // what may have been shown is not shown again
      if (failure === undefined || failure.meaning === 'unknown') throw error;
      failures.push(failure);
      last = error;
    }
  }
  return { failures, last };
};

/** An answer that comes later than this helps nobody; within Slack's half hour. */
const PATIENCE_MS = 25 * 60_000;
const LATE = 'This comes late: Slack did not take it at first.';

/** When the soonest of the ways is open again; undefined where none will be. */
const waitMs = (failures: readonly SlackFailure[]): number | undefined => {
  const waits = failures.flatMap(({ meaning, retryAfter }) => (meaning === 'later' ? [retryAfter] : []));
  return waits.length === 0 ? undefined : Math.max(1, Math.min(...waits)) * 1_000;
};

/**
 * Replies so that only the asker sees it: through the request's own address, by an ephemeral message where there is none
 * or it is used up, in their direct message where the channel takes none. Where Slack has no time for any of these it is
 * tried again for 25 minutes, holding up nothing else, and says then that it is late. What Slack may have taken is not sent
 * again.
 *
 * @param replace it takes the place of the private message that was clicked
 * @param patienceMs for how long it is tried
 * @throws what Slack did not confirm, and the last refusal where no way is left
 */
export const postPrivately = async (
  asker: Asker,
  message: Message,
  replace = false,
  patienceMs = PATIENCE_MS,
): Promise<void> => {
  const giveUpAt = performance.now() + patienceMs;
  await asker.request?.sending('asker');
  const answer = inTime(message, asker.request);
  let sent = answer;
  for (;;) {
    const failed = await tryWays(asker, sent, replace);
    if (failed === undefined) return;
    const pauseMs = waitMs(failed.failures);
    if (pauseMs === undefined || performance.now() + pauseMs > giveUpAt) throw failed.last;
    asker.letOthersPass?.();
    const paused = wait(pauseMs);
    await (asker.request?.hold(paused) ?? paused);
    sent = withHint(answer, LATE);
  }
};

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
): Promise<'channel' | 'private'> => {
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
