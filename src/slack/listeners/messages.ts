import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { z } from 'zod';
import { readTyped } from '../../../commands/typed.ts';
import { context as contextBlock, escaped, type Message } from '../../message/index.ts';
import { contextAfter, knownIn } from '../../reading/index.ts';
import type { Thread } from '../../store/index.ts';
import type { AskedTurn } from '../../topics/turn.ts';
import { createAgentSessions } from '../agent-sessions.ts';
import { type Asker, type BotContext, createAsker } from '../asker.ts';
import { applyBriefEffect } from '../briefs/apply-brief-effect.ts';
import {
  conversationKey,
  type IncomingMessage,
  isByNobody,
  isDirectMessage,
  parseMessageEvent,
  shouldReply,
} from '../incoming-message.ts';
import type { Log } from '../log.ts';
import { mayAsk, refuseQuestion } from '../members.ts';
import { answerPrivately, isForChannel, postAnswer, sendClosesFile } from '../post-answer.ts';
import { postToChannel } from '../post-message.ts';
import { originOf } from '../request-origin.ts';
import type { RequestOutcome, RunRequest } from '../request-runner.ts';
import { type Visibility, visibilityOf } from '../visibility.ts';

const ALONE = escaped('Here I speak only when you write to me.');
/** The answer to a request for silence in a direct message. */
const ALONE_MESSAGE: Message = { text: ALONE, blocks: [contextBlock(ALONE)] };

/** Where the bot may reply without being mentioned. */
const allowsUnasked = (visibility: Visibility): boolean => visibility === 'channel' || visibility === 'private: set so';

/** Remembers who else writes in a thread: from now on the bot waits to be mentioned. */
const rememberSpeakers = (
  { store }: BotContext,
  { key, user, rootAuthor }: IncomingMessage,
  thread: Thread | undefined,
): void => {
  if (thread === undefined) return;
  for (const one of rootAuthor === undefined ? [user] : [rootAuthor, user]) {
    if (!thread.speakers.includes(one)) store.addSpeaker(key, one);
  }
};

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
    await postToChannel(asker.client, asker.channel, ALONE_MESSAGE, { threadTs, signal });
    return 'channel';
  }
  const rendered = bot.answers.forTurn(turn);
  const outcome = await postAnswer(bot, asker, rendered, { threadTs, namesAsker: false, visibility, signal });
  await sendClosesFile(asker, rendered.answer);
  return outcome;
};

const replyInChannel = async (
  bot: BotContext,
  asker: Asker,
  turn: AskedTurn,
  { threadTs, visibility, signal }: ReplyOptions & { readonly threadTs: string },
): Promise<RequestOutcome> => {
  const rendered = bot.answers.forTurn(turn);
  const isPrivate =
    turn.kind !== 'silence' && ((turn.kind === 'question' && turn.private) || !isForChannel(rendered.answer));
  return isPrivate
    ? answerPrivately(bot, asker, rendered)
    : postAnswer(bot, asker, rendered, { threadTs, namesAsker: false, visibility, signal });
};

/** Claims a message of somebody who may not ask, and tells them so, once. */
const refuse = async (
  { store }: BotContext,
  asker: Asker,
  { key, ts, user }: IncomingMessage,
): Promise<RequestOutcome> => {
  const claimed = await store.claimTurn({ key, message: ts, user });
  return claimed === 'taken' ? refuseQuestion(asker, { threadTs: key.thread }) : claimed;
};

/** Answers a message that is meant for the bot; one message is answered once, however often Slack sends it. */
const handleMessage = (
  bot: BotContext,
  asker: Asker,
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<RequestOutcome> =>
  bot.threadQueue.run(conversationKey(incoming.key), async () => {
    const { store } = bot;
    const { key, user, rootAuthor, isDirect } = incoming;
    const thread = await store.thread(key);
    const factsNow = () => bot.facts().facts;
    const isAddressed = isDirect || incoming.isMention;
    if (!shouldReply(incoming, thread, factsNow)) {
      rememberSpeakers(bot, incoming, thread);
      return 'silent';
    }
    if (!(await mayAsk(bot, asker))) return isAddressed ? refuse(bot, asker, incoming) : 'silent';
    const visibility = await visibilityOf(bot, asker);
    if (!isAddressed && !allowsUnasked(visibility)) return 'silent';
    const facts = factsNow();
    const turn = readTyped(incoming.text, thread?.context, facts.notes, knownIn(facts));
    const context = contextAfter(turn, thread?.context);
    const claimed = await store.claimTurn({ key, message: incoming.ts, user, ...(context && { context }) });
    if (claimed === 'answered before') return claimed;
    if (rootAuthor !== undefined && !thread?.speakers.includes(rootAuthor)) store.addSpeaker(key, rootAuthor);
    const isSilenced = turn.kind === 'silence' && !isDirect;
    if (isSilenced !== (thread?.silent ?? false)) await store.setSilent(key, isSilenced);
    const threadTs = key.thread;
    if (turn.kind === 'brief') return applyBriefEffect(bot, asker, turn, { threadTs });
    const reply = isDirect ? replyDirectly : replyInChannel;
    return reply(bot, asker, turn, { threadTs, visibility, signal });
  });

/** A person pressed stop in an agent conversation. */
const StopSchema = z.looseObject({ channel: z.string(), thread_ts: z.string().optional() });

/** Registers what people write: mentions, threads and direct messages. */
export const listenToMessages = (app: App, bot: BotContext, runRequest: RunRequest, log: Log): void => {
  const sessions = createAgentSessions();

  const onMessage = async (what: string, event: unknown, { client, context }: AllMiddlewareArgs): Promise<void> => {
    const self = { team: originOf(context).installation.team, user: context.botUserId };
    const incoming = parseMessageEvent(event, self, what === 'app_mention');
    if (what === 'app_mention' && isByNobody(event)) return log.warn({ what }, 'passed over: it names nobody');
    if (incoming === undefined) return log.debug({ what, outcome: 'silent' }, 'passed over');
    const { key, channel, user, isReply, isDirect } = incoming;
    const privateThreadTs = isReply || isDirect ? key.thread : undefined;
    const asker = createAsker({ client, context }, { channel, user, privateThreadTs });
    const handle = (signal = new AbortController().signal) => handleMessage(bot, asker, incoming, signal);
    await runRequest(what, () => (isDirect ? sessions.run(client, key, handle) : handle()), asker);
  };

  app.event('app_mention', ({ event, ...args }) => onMessage('app_mention', event, args));
  app.event('message', ({ event, ...args }) => onMessage('message', event, args));

  app.event('agent_session_stopped', async ({ event, client, context }) => {
    const { channel, thread_ts: thread } = StopSchema.parse(event);
    if (thread === undefined || !isDirectMessage(channel)) return;
    await runRequest('agent_session_stopped', async () => {
      await sessions.stop(client, { team: originOf(context).installation.team, channel, thread });
      return 'stopped';
    });
  });
};
