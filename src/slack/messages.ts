import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { z } from 'zod';
import { readTyped } from '../../commands/typed.ts';
import { context, escaped, type Message } from '../message/index.ts';
import { type AskedTurn, contextAfter, type Turn } from '../reading/index.ts';
import type { Thread } from '../store/index.ts';
import { fromIn } from './admission.ts';
import { isForAll, publish, tellAsker } from './answering.ts';
import { carryOut } from './briefs/carry-out.ts';
import { sendCloses } from './closes-file.ts';
import type { Desk } from './context.ts';
import type { Attempt, Outcome } from './failure.ts';
import { type Caller, mayAsk, refuseToAnswer } from './guests.ts';
import { type Heard, heardIn, isDirectMessage } from './heard.ts';
import type { Log } from './log.ts';
import { type Asker, postToChannel } from './posting.ts';
import type { Drawn } from './recent-answers.ts';
import { isToAnswer, threadName } from './reply-policy.ts';
import { createSessions } from './sessions.ts';
import { type Place, placeIn } from './visibility.ts';

const ALONE = 'Here I speak only when you write to me.';
const ALONE_MESSAGE: Message = { text: ALONE, blocks: [context(escaped(ALONE))] };

/** Where the bot may say something unasked. */
const isOpen = (place: Place): boolean => place === 'channel' || place === 'private: set so';

/** Somebody else spoke in a thread: from now on the bot waits to be named. */
const overhear = ({ memory }: Desk, { key, user, rootAuthor }: Heard, thread: Thread | undefined): void => {
  if (thread === undefined) return;
  for (const one of rootAuthor === undefined ? [user] : [rootAuthor, user]) {
    if (!thread.speakers.includes(one)) memory.noteSpeaker(key, one);
  }
};

const reply = async (
  desk: Desk,
  asker: Asker,
  heard: Heard,
  { turn, drawn, place, signal }: { turn: AskedTurn; drawn: Drawn; place: Place; signal: AbortSignal },
): Promise<Outcome> => {
  const threadTs = heard.key.thread;
  if (heard.isDirect) {
    if (turn.kind !== 'silence') {
      const outcome = await publish(desk, asker, drawn, { threadTs, isNamed: false, place, signal });
      await sendCloses(asker, drawn.answered);
      return outcome;
    }
    await postToChannel(asker.client, asker.channel, ALONE_MESSAGE, { threadTs, signal });
    return 'channel';
  }
  const isPrivate =
    turn.kind !== 'silence' && ((turn.kind === 'question' && turn.private) || !isForAll(drawn.answered));
  return isPrivate
    ? tellAsker(desk, asker, drawn)
    : publish(desk, asker, drawn, { threadTs, isNamed: false, place, signal });
};

/** Answers what somebody said, where it is said to the bot; one message is answered once, whatever Slack sends again. */
export const hear = (desk: Desk, asker: Caller, heard: Heard, signal: AbortSignal): Promise<Outcome> =>
  desk.inOrder(threadName(heard.key), async () => {
    const { memory } = desk;
    const thread = await memory.thread(heard.key);
    let read: Turn | undefined;
    const turnRead = (): Turn => {
      read ??= readTyped(heard.text, thread?.context);
      return read;
    };
    const isAsked = heard.isDirect || heard.isMention;
    if (!isToAnswer(heard, thread, turnRead)) {
      overhear(desk, heard, thread);
      return 'silent';
    }
    const isWelcome = await mayAsk(desk, asker);
    if (!isAsked && !isWelcome) return 'silent';
    if (!isWelcome) {
      const claim = { key: heard.key, message: heard.ts, user: heard.user };
      const claimed = await memory.take(claim);
      return claimed === 'taken' ? refuseToAnswer(asker, { threadTs: heard.key.thread }) : claimed;
    }
    const place = await placeIn(desk, asker);
    if (!isAsked && !isOpen(place)) return 'silent';
    const turn = turnRead();
    const after = contextAfter(turn, thread?.context);
    const claim = { key: heard.key, message: heard.ts, user: heard.user, ...(after && { context: after }) };
    if ((await memory.take(claim)) === 'answered before') return 'answered before';
    if (heard.rootAuthor !== undefined && !thread?.speakers.includes(heard.rootAuthor)) {
      memory.noteSpeaker(heard.key, heard.rootAuthor);
    }
    const isSilence = turn.kind === 'silence' && !heard.isDirect;
    if (isSilence !== (thread?.silent ?? false)) await memory.silence(heard.key, isSilence);
    if (turn.kind === 'brief') return carryOut(desk, asker, turn, { threadTs: heard.key.thread });
    return reply(desk, asker, heard, { turn, drawn: desk.answers.toTurn(turn), place, signal });
  });

/** A person pressed stop in an agent conversation. */
const StopSchema = z.looseObject({ channel: z.string(), thread_ts: z.string().optional() });

/** Wires what people write: mentions, threads and direct messages. */
export const listenToMessages = (app: App, desk: Desk, attempt: Attempt, log: Log): void => {
  const sessions = createSessions();

  const onMessage = async (what: string, event: unknown, { client, context }: AllMiddlewareArgs): Promise<void> => {
    const from = fromIn(context);
    const self = { team: from.installation.team, user: context.botUserId };
    const heard = heardIn(event, self, what === 'app_mention');
    if (heard === undefined) return log.debug({ what, outcome: 'silent' }, 'passed over');
    const { key, channel, user, isReply, isDirect } = heard;
    const asker: Caller = {
      ...{ client, from, team: key.team, channel, user },
      privateThreadTs: isReply || isDirect ? key.thread : undefined,
    };
    const run = (signal = new AbortController().signal) => hear(desk, asker, heard, signal);
    await attempt(what, () => (isDirect ? sessions.during(client, key, run) : run()), asker);
  };

  app.event('app_mention', ({ event, ...args }) => onMessage('app_mention', event, args));
  app.event('message', ({ event, ...args }) => onMessage('message', event, args));

  app.event('agent_session_stopped', async ({ event, client, context }) => {
    const { channel, thread_ts: thread } = StopSchema.parse(event);
    if (thread === undefined || !isDirectMessage(channel)) return;
    await attempt('agent_session_stopped', async () => {
      await sessions.stop(client, { team: fromIn(context).installation.team, channel, thread });
      return 'stopped';
    });
  });
};
