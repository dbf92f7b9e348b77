import type { AllMiddlewareArgs, App, Context } from '@slack/bolt';
import { z } from 'zod';
import { readTyped } from '../../../commands/typed.ts';
import { withOwn } from '../../facts/index.ts';
import { knownIn } from '../../reading/index.ts';
import type { Thread } from '../../store/index.ts';
import type { Context as ThreadContext } from '../../topics/context.ts';
import { answerMessage } from '../answer-message.ts';
import type { Asker, BotContext } from '../asker.ts';
import { acknowledgeEvent } from '../before-listeners.ts';
import {
  conversationKey,
  type IncomingMessage,
  isByNobody,
  parseMessageEvent,
  shouldReply,
} from '../incoming-message.ts';
import { requestId } from '../interaction-payload.ts';
import type { Log } from '../log.ts';
import { createAsker } from '../members.ts';
import { addFiles } from '../notes/hand-in.ts';
import { isPicture } from '../notes/shared-files.ts';
import { ownFacts } from '../own-facts.ts';
import { askedBy, keepFor, takeInHand } from '../request-in-hand.ts';
import { originOf } from '../request-origin.ts';
import { type RequestOutcome, type RunRequest, refuseBusy } from '../request-runner.ts';
import { isDirectMessage } from '../visibility.ts';

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

/** Answers a message that is meant for the bot: it is read in the order of its thread, kept, acknowledged and then answered. */
const handleMessage = async (
  bot: BotContext,
  asker: Asker,
  incoming: IncomingMessage,
  { context, signal }: { readonly context: Context; readonly signal: AbortSignal },
): Promise<RequestOutcome> => {
  const { key, ts, isDirect, isMention } = incoming;
  const { answered } = await bot.readingQueue.run(conversationKey(key), async () => {
    const thread = await bot.store.thread(key);
    const isForUs = isDirect || isMention || thread !== undefined;
    const own = isForUs ? await ownFacts(bot, asker) : undefined;
    const factsNow = () => withOwn(bot.facts().facts, own);
    if (!shouldReply(incoming, thread, factsNow)) {
      rememberSpeakers(bot, incoming, thread);
      return { answered: 'silent' as const };
    }
    const isAddressed = isDirect || isMention;
    if (isAddressed && bot.backlogOf(asker.team).isFull()) {
      await acknowledgeEvent(context);
      return { answered: refuseBusy(bot, asker) };
    }
    const { files } = incoming;
    const isAsked = incoming.text !== '' && files?.every(isPicture);
    if (isDirect && files !== undefined && !isAsked) {
      const isNew = await keepFor(asker, {
        asked: { kind: 'change', of: 'note' },
        via: 'message',
        threadTs: key.thread,
        claim: ts,
      });
      await acknowledgeEvent(context);
      if (!isNew) return { answered: 'answered before' as const };
      return { answered: addFiles(bot, asker, files, key.thread) };
    }
    const facts = factsNow();
    const read = (behind: ThreadContext | undefined) => readTyped(incoming.text, behind, facts.notes, knownIn(facts));
    const turn = read(thread?.context);
    const isNew = await keepFor(asker, {
      ...{ asked: askedBy(turn), via: 'message', threadTs: key.thread, claim: ts },
      ...(!isAddressed && { isOverheard: true }),
    });
    await acknowledgeEvent(context);
    if (!isNew) return { answered: 'answered before' as const };
    const reading = { behind: thread?.context, read };
    return answerMessage(bot, asker, { ...incoming, turn, reading, isAddressed }, signal);
  });
  return answered;
};

/** A person pressed stop in an agent conversation. */
const StopSchema = z.looseObject({ channel: z.string(), thread_ts: z.string().optional(), event_ts: z.string() });

/** Registers what people write: mentions, threads and direct messages. */
export const listenToMessages = (app: App, bot: BotContext, runRequest: RunRequest, log: Log): void => {
  const onMessage = async (what: string, event: unknown, { context }: AllMiddlewareArgs): Promise<void> => {
    const self = { team: originOf(context).workspace.installation.team, user: context.botUserId };
    const incoming = parseMessageEvent(event, self, what === 'app_mention');
    if (what === 'app_mention' && isByNobody(event)) return log.warn({ what }, 'passed over: it names nobody');
    if (incoming === undefined) return log.debug({ what, outcome: 'silent' }, 'passed over');
    const { key, channel, user, isReply, isDirect } = incoming;
    const privateThreadTs = isReply || isDirect ? key.thread : undefined;
    const request = takeInHand(bot.store, requestId(key.team, channel, incoming.ts));
    const asker = createAsker({ context }, { channel, user, privateThreadTs, request });
    const handle = (signal = new AbortController().signal) => handleMessage(bot, asker, incoming, { context, signal });
    await runRequest(what, () => (isDirect ? bot.agentSessions.run(asker.client, incoming, handle) : handle()), asker);
  };

  app.event('app_mention', ({ event, ...args }) => onMessage('app_mention', event, args));
  app.event('message', ({ event, ...args }) => onMessage('message', event, args));

  app.event('agent_session_stopped', async ({ event, context }) => {
    const { channel, thread_ts: thread, event_ts: ts } = StopSchema.parse(event);
    if (thread === undefined || !isDirectMessage(channel)) return;
    await runRequest('agent_session_stopped', async () => {
      const { client, installation } = originOf(context).workspace;
      await bot.agentSessions.stop(client, { team: installation.team, channel, thread }, ts);
      return 'stopped';
    });
  });
};
