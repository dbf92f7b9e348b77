import type { webApi } from '@slack/bolt';
import type { Message } from '../message/index.ts';
import { contextAfter } from '../reading/index.ts';
import { isForAskerOnly, withAsker, withFeedback, withHint, withShare } from '../surface/index.ts';
import type { Question } from '../topics/questions.ts';
import type { RenderedAnswer } from './answer-cache.ts';
import type { Asker, BotContext } from './asker.ts';
import { slackMeaning } from './errors.ts';
import { answerFor } from './own-facts.ts';
import { postPrivately, postToChannel } from './post-message.ts';
import type { RequestOutcome } from './request-runner.ts';
import { slackBlocksAsSent } from './slack-client.ts';
import {
  isDirectMessage,
  mayBeShared,
  PRIVATE_HINTS,
  SHARE_HINTS,
  type Visibility,
  visibilityOf,
} from './visibility.ts';

const mention = (user: string): string => `<@${user}>`;

const UPLOAD_REFUSED = 'The file could not be sent: the app lacks the scope files:write. An admin can add it.';

/** A table behind an answer, where one was asked for as a file; it goes to the asker alone. */
interface AnswerFile {
  readonly content: string;
  readonly filename: string;
  readonly title: string;
  /** Said above it. */
  readonly words: string;
  /** Said under the answer. */
  readonly hint: string;
}

const fileOf = (answer: RenderedAnswer['answer']): AnswerFile | undefined => {
  if (answer.kind === 'rotation' && answer.csv !== undefined) {
    return {
      content: answer.csv,
      filename: `rotation-${answer.asOf}.csv`,
      title: `Closes as of ${answer.asOf}`,
      words: 'The closes you asked for.',
      hint: 'The closes come as a file to your direct message with me; only you see this.',
    };
  }
  if (answer.kind === 'companies' && answer.csv !== undefined) {
    return {
      content: answer.csv,
      filename: `companies-${answer.asOf}.csv`,
      title: `Your companies as of ${answer.asOf}`,
      words: 'The table of companies you asked for.',
      hint: 'The whole table comes as a file to your direct message with me; only you see this.',
    };
  }
  return undefined;
};

/**
 * Sends the table behind an answer, if one was asked for, as a file in the direct message with the asker: whoever asked may
 * have closes from their provider, a channel may not.
 */
export const sendAnswerFile = async ({ client, user }: Asker, answer: RenderedAnswer['answer']): Promise<void> => {
  const file = fileOf(answer);
  if (file === undefined) return;
  const { content, filename, title, words } = file;
  const { channel, ts } = await client.chat.postMessage({ channel: user, text: words });
  if (channel === undefined || ts === undefined) throw new Error('Slack opened no direct message');
  try {
    await client.files.uploadV2({ channel_id: channel, thread_ts: ts, filename, title, content });
  } catch (error) {
    if (slackMeaning(error) !== 'scope missing') throw error;
    await client.chat.postMessage({ channel, thread_ts: ts, text: UPLOAD_REFUSED });
  }
};

/** True of what may be posted to a channel; a file may go to the asker only. */
export const isForChannel = (answer: RenderedAnswer['answer']): boolean =>
  answer.kind === 'brief' || (!isForAskerOnly(answer) && fileOf(answer) === undefined);

/** A workspace's own companies are shown in no channel that another company reads, whatever else is allowed there. */
const visibilityFor = async (
  bot: BotContext,
  { client, team, channel }: Asker,
  { answer }: RenderedAnswer,
  visibility: Visibility,
): Promise<Visibility> => {
  if (visibility !== 'channel' || answer.kind !== 'companies' || isDirectMessage(channel)) return visibility;
  return bot.channels.visibilityFor({ client, team, channel });
};

/** As a private reply, with a Share button unless sharing it is what the channel forbids. */
const privateMessage = ({ answer, message }: RenderedAnswer, visibility: Visibility): Message => {
  const { question } = answer;
  const isShareable = question !== null && isForChannel(answer) && mayBeShared(visibility);
  const shareable = isShareable ? withShare(message, question) : message;
  const file = fileOf(answer);
  if (file !== undefined) return withHint(shareable, file.hint);
  if (visibility === 'channel') return shareable;
  const hints = [PRIVATE_HINTS[visibility], isShareable ? SHARE_HINTS[visibility] : undefined];
  return withHint(shareable, hints.filter((hint) => hint !== undefined).join(' '));
};

/** A private reply by the asker's own wish: with no hint why, but with no Share where nothing may be shared. */
const requestedPrivateMessage = async (bot: BotContext, asker: Asker, rendered: RenderedAnswer): Promise<Message> => {
  if (!isForChannel(rendered.answer)) return privateMessage(rendered, 'channel');
  const visibility = await visibilityFor(bot, asker, rendered, await visibilityOf(bot, asker));
  return privateMessage(rendered, mayBeShared(visibility) ? 'channel' : visibility);
};

/**
 * Answers the asker alone, by their own wish or since it concerns nobody else.
 *
 * @param replace it takes the place of the private message that was clicked
 */
export const answerPrivately = async (
  bot: BotContext,
  asker: Asker,
  rendered: RenderedAnswer,
  replace = false,
): Promise<RequestOutcome> => {
  await postPrivately(asker, await requestedPrivateMessage(bot, asker, rendered), replace);
  await sendAnswerFile(asker, rendered.answer);
  return 'private';
};

/** Where and how an answer is posted. */
interface PostAnswerOptions {
  readonly threadTs?: string | undefined;
  /** Where it turns out private, it takes the place of the private message that was clicked. */
  readonly replace?: boolean;
  /** Says who asked, unless false; a reply under the question itself need not. */
  readonly namesAsker?: boolean;
  /** What follows in its thread, where it is posted for all. */
  readonly threadMessage?: Message | undefined;
  /** Where it may go, if that is known. */
  readonly visibility?: Visibility;
  readonly signal?: AbortSignal;
}

/** A message of ours that all can see. */
interface PostedMessage {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly ts: string;
}

/** True where two answers say the same: the id alone follows data that change nothing that is shown. */
const saysSame = (one: RenderedAnswer, other: RenderedAnswer): boolean => {
  const withoutId = ({ message, answer }: RenderedAnswer): string => JSON.stringify(message).replaceAll(answer.id, '');
  return withoutId(one) === withoutId(other);
};

/**
 * Edits the posted answer once, when data missing at post time arrive; where they do not, it stays as it is, and says so
 * already.
 *
 * @param finished adds what was added to the message when it was posted
 */
const updateWhenDataArrive = (
  { answers, inBackground }: BotContext,
  { client, channel, ts }: PostedMessage,
  rendered: RenderedAnswer,
  finished: (rendered: RenderedAnswer) => Message,
): void => {
  const { answer, dataArriving, own } = rendered;
  const { question } = answer;
  if (dataArriving === undefined || question === null) return;
  inBackground('update', async () => {
    await dataArriving;
    const newer = answers.forQuestion(question, 'remarks' in answer ? answer.remarks : undefined, own);
    if (saysSame(newer, rendered)) return;
    const message = finished(newer);
    await client.chat.update({ channel, ts, text: message.text, blocks: slackBlocksAsSent(message) });
  });
};

/** Remembers a posted answer as the beginning of a thread: what is asked under it goes on from what it answers. */
const rememberRoot = (
  { store }: BotContext,
  { team, user, request }: Asker,
  { answer }: RenderedAnswer,
  { channel, ts }: PostedMessage,
): void => {
  const { question } = answer;
  const context = question && contextAfter({ kind: 'question', question, private: false }, undefined);
  const remembered = store.rememberRoot({ team, channel, thread: ts }, { user, ...(context && { context }) });
  request?.until(remembered);
};

/** Posts for all where the channel allows it, and to the asker alone, with the reason, where it does not. */
export const postAnswer = async (
  bot: BotContext,
  asker: Asker,
  rendered: RenderedAnswer,
  options: PostAnswerOptions = {},
): Promise<RequestOutcome> => {
  const { threadTs, replace = false, namesAsker = true, threadMessage, signal } = options;
  const { client, request } = asker;
  const allowed = options.visibility ?? (await visibilityOf(bot, asker));
  const visibility = await visibilityFor(bot, asker, rendered, allowed);
  if (visibility !== 'channel') {
    await postPrivately(asker, privateMessage(rendered, visibility), replace);
    return 'private';
  }
  const finished = ({ message, answer }: RenderedAnswer): Message =>
    withFeedback(namesAsker ? withAsker(message, mention(asker.user)) : message, answer);
  const result = await postToChannel(client, asker.channel, finished(rendered), { threadTs, request, signal });
  if (result.outcome === 'posted') {
    const { channel, ts } = result;
    if (ts === undefined) return 'channel';
    const posted = { client, channel, ts };
    // a part of the answer: only then is the request done
    if (threadMessage !== undefined) await postToChannel(client, channel, threadMessage, { threadTs: threadTs ?? ts });
    updateWhenDataArrive(bot, posted, rendered, finished);
    if (threadTs === undefined) rememberRoot(bot, asker, rendered, posted);
    return 'channel';
  }
  bot.channels.forget({ team: asker.team, channel: asker.channel });
  // nobody can be invited to a direct message
  const isUninvitable = result.outcome === 'not a member' && isDirectMessage(asker.channel);
  const reason: Visibility = isUninvitable ? 'private: may not post' : `private: ${result.outcome}`;
  await postPrivately(asker, privateMessage(rendered, reason), replace);
  if (result.outcome === 'not taken' || result.outcome === 'no access') return `not taken: ${result.code}`;
  return result.outcome === 'not confirmed' ? result.outcome : 'private';
};

/** Posts a private answer to the channel, with who asked, and takes the private one away. */
export const shareAnswer = async (
  bot: BotContext,
  asker: Asker,
  question: Question,
  threadTs: string | undefined,
): Promise<RequestOutcome> => {
  const visibility = await visibilityOf(bot, asker);
  const rendered = await answerFor(bot, asker, { kind: 'question', question, private: false });
  const outcome = await postAnswer(bot, asker, rendered, {
    threadTs,
    replace: true,
    // sharing is the way out of replies that are set to private
    visibility: visibility === 'private: set so' ? 'channel' : visibility,
  });
  // the answer is shared; a private copy that stays behind is no failure
  if (outcome === 'channel') await asker.respond?.({ delete_original: true }).catch(() => undefined);
  return outcome;
};
