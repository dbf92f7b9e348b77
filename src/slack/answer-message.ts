import { isDeepStrictEqual } from 'node:util';
import { context as contextBlock, escaped, type Message } from '../message/index.ts';
import { contextAfter } from '../reading/index.ts';
import type { Thread, ThreadKey, TurnClaim } from '../store/index.ts';
import type { Context } from '../topics/context.ts';
import type { Question } from '../topics/questions.ts';
import type { AskedTurn, Turn } from '../topics/turn.ts';
import type { Asker, BotContext } from './asker.ts';
import { applyBriefEffect } from './briefs/apply-brief-effect.ts';
import { applyCompanyEffect } from './companies/apply-company-effect.ts';
import { conversationKey } from './incoming-message.ts';
import { inQueue, mayAsk, refuseQuestion } from './members.ts';
import { applyNoteEffect } from './notes/apply-note-effect.ts';
import { answerFor } from './own-facts.ts';
import { answerPrivately, isForChannel, postAnswer, sendAnswerFile } from './post-answer.ts';
import { postToChannel } from './post-message.ts';
import { askedBy } from './request-in-hand.ts';
import type { RequestOutcome } from './request-runner.ts';
import { type Visibility, visibilityOf } from './visibility.ts';

const ALONE = escaped('Here I speak only when you write to me.');
/** The answer to a request for silence in a direct message. */
const ALONE_MESSAGE: Message = { text: ALONE, blocks: [contextBlock(ALONE)] };

/** Where the bot may reply without being mentioned. */
const allowsUnasked = (visibility: Visibility): boolean => visibility === 'channel' || visibility === 'private: set so';

/** A message that is meant for the bot, read. */
interface ReadMessage {
  readonly key: ThreadKey;
  readonly ts: string;
  readonly user: string;
  readonly turn: Turn;
  /** What it was read behind, and how it is read where something else has been said in its thread since. */
  readonly reading?: { readonly behind: Context | undefined; readonly read: (context: Context | undefined) => Turn };
  readonly isDirect: boolean;
  /** The bot is named, or alone with the writer. */
  readonly isAddressed: boolean;
  /** Who wrote the message that the thread hangs from, where it is somebody else. */
  readonly rootAuthor?: string;
  /** It was claimed by a process that was stopped before it had answered. */
  readonly isLate?: true;
}

/** How a message is answered. */
interface ReplyOptions {
  readonly visibility: Visibility;
  readonly signal: AbortSignal;
}

const replyDirectly = async (
  bot: BotContext,
  asker: Asker,
  turn: AskedTurn,
  { threadTs, visibility, signal }: ReplyOptions & { readonly threadTs: string },
): Promise<RequestOutcome> => {
  if (turn.kind === 'silence') {
    await postToChannel(asker.client, asker.channel, ALONE_MESSAGE, { threadTs, request: asker.request, signal });
    return 'channel';
  }
  const rendered = await answerFor(bot, asker, turn);
  const outcome = await postAnswer(bot, asker, rendered, { threadTs, namesAsker: false, visibility, signal });
  await sendAnswerFile(asker, rendered.answer);
  return outcome;
};

const replyInChannel = async (
  bot: BotContext,
  asker: Asker,
  turn: AskedTurn,
  { threadTs, visibility, signal }: ReplyOptions & { readonly threadTs: string },
): Promise<RequestOutcome> => {
  const rendered = await answerFor(bot, asker, turn);
  const isPrivate =
    turn.kind !== 'silence' && ((turn.kind === 'question' && turn.private) || !isForChannel(rendered.answer));
  return isPrivate
    ? answerPrivately(bot, asker, rendered)
    : postAnswer(bot, asker, rendered, { threadTs, namesAsker: false, visibility, signal });
};

/** Claims a message of somebody who may not ask, and tells them so, once. */
const refuse = async ({ store }: BotContext, asker: Asker, { key, ts, user }: ReadMessage): Promise<RequestOutcome> => {
  const claimed = await store.claimTurn({ key, message: ts, change: () => ({ user }) });
  return claimed === 'taken' ? refuseQuestion(asker, { threadTs: key.thread }) : claimed;
};

/** Replies to a message that was claimed. */
const reply = async (
  bot: BotContext,
  asker: Asker,
  { turn, key, isDirect }: ReadMessage,
  options: ReplyOptions,
): Promise<RequestOutcome> => {
  const threadTs = key.thread;
  await asker.request?.begin();
  if (turn.kind === 'brief') return applyBriefEffect(bot, asker, turn, { threadTs });
  if (turn.kind === 'company') return applyCompanyEffect(bot, asker, turn);
  if (turn.kind === 'note') return applyNoteEffect(bot, asker, turn);
  return (isDirect ? replyDirectly : replyInChannel)(bot, asker, turn, { ...options, threadTs });
};

/** Claims a message, and reads it again where another process has answered in its thread meanwhile. */
const claim = async ({ store }: BotContext, { request }: Asker, message: ReadMessage) => {
  const { key, ts, user, reading, isDirect } = message;
  let { turn } = message;
  let thread: Thread | undefined;
  const change: TurnClaim['change'] = (current) => {
    thread = current;
    const isReadAgain = reading !== undefined && !isDeepStrictEqual(current?.context, reading.behind);
    if (isReadAgain) turn = reading.read(current?.context);
    const context = contextAfter(turn, current?.context);
    const silent = turn.kind === 'silence' && !isDirect;
    return { user, silent, ...(context && { context }), ...(isReadAgain && { asked: askedBy(turn) }) };
  };
  const claimed = await store.claimTurn({ key, message: ts, request: request?.held(), change });
  return { claimed, turn, thread };
};

/**
 * Claims a message, remembers what its thread is about from now on, and replies behind what was said there before; one
 * message is answered once, however often Slack sends it. To be called in the order of the thread's messages.
 *
 * @returns `answered`: settles once the reply is there, so that the next message can be read before
 */
export const answerMessage = async (
  bot: BotContext,
  asker: Asker,
  message: ReadMessage,
  signal: AbortSignal,
): Promise<{ readonly answered: RequestOutcome | Promise<RequestOutcome> }> => {
  const { store } = bot;
  const { key, isAddressed, rootAuthor, isLate } = message;
  if (!(await mayAsk(bot, asker))) return { answered: isAddressed ? refuse(bot, asker, message) : 'silent' };
  const visibility = await visibilityOf(bot, asker);
  if (!isAddressed && !allowsUnasked(visibility)) return { answered: 'silent' };
  const { claimed, turn, thread } = await claim(bot, asker, message);
  if (claimed === 'answered before' && !isLate) return { answered: claimed };
  if (rootAuthor !== undefined && !thread?.speakers.includes(rootAuthor)) store.addSpeaker(key, rootAuthor);
  const answered = bot.threadQueue.run(conversationKey(key), (letOthersPass) =>
    reply(bot, inQueue(asker, letOthersPass), { ...message, turn }, { visibility, signal }),
  );
  return { answered };
};

/** A question that was asked by a button or a form. */
interface ClickedQuestion {
  readonly question: Question;
  /** What Slack repeats where it sends the same request again. */
  readonly request: string;
  /** The thread that the answer belongs in, where there is one. */
  readonly threadTs: string | undefined;
}

/**
 * Answers a question from a button or a form in the order of its thread, once however often Slack sends the request, and
 * remembers it as what the thread is about.
 *
 * @param work is given the asker as they stand in that order
 */
export const answerOnce = async (
  { store, readingQueue, threadQueue }: BotContext,
  asker: Asker,
  { question, request, threadTs }: ClickedQuestion,
  work: (asker: Asker) => Promise<RequestOutcome>,
): Promise<RequestOutcome> => {
  if (threadTs === undefined) return work(asker);
  const { team, channel, user } = asker;
  const key = { team, channel, thread: threadTs };
  const name = conversationKey(key);
  const { answered } = await readingQueue.run(name, async () => {
    const change: TurnClaim['change'] = (thread) => {
      const context = contextAfter({ kind: 'question', question, private: false }, thread?.context);
      return { user, ...(context && { context }) };
    };
    const claimed = await store.claimTurn({ key, message: request, change });
    if (claimed !== 'taken') return { answered: claimed };
    return { answered: threadQueue.run(name, (letOthersPass) => work(inQueue(asker, letOthersPass))) };
  });
  return answered;
};
