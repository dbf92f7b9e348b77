import { readTyped } from '../../commands/typed.ts';
import { context, escaped, type Message } from '../blocks/index.ts';
import { type AskedTurn, contextAfter, type Turn } from '../questions/index.ts';
import type { Thread } from '../store/index.ts';
import { isForAll, publish, tellAsker } from './answering.ts';
import type { Outcome } from './attempts.ts';
import { carryOut } from './briefs/carrying-out.ts';
import { sendCloses } from './closes-file.ts';
import type { Desk } from './desk.ts';
import { type Caller, mayAsk, refuseToAnswer } from './guests.ts';
import type { Heard } from './heard.ts';
import { type Place, placeIn } from './places.ts';
import { type Asker, postToChannel } from './posting.ts';
import type { Drawn } from './recent-answers.ts';
import { isToAnswer } from './speaking.ts';
import { threadName } from './threads.ts';

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
