import type { Message } from '../message/index.ts';
import { type AskedTurn, contextAfter } from '../reading/index.ts';
import { isForAskerOnly, withAsker, withFeedback, withHint, withShare } from '../surface/index.ts';
import type { Question } from '../topics/questions.ts';
import { closesIn, sendCloses } from './closes-file.ts';
import type { Desk } from './context.ts';
import type { Outcome } from './failure.ts';
import { isDirectMessage } from './heard.ts';
import { type Asker, postPrivately, postToChannel } from './posting.ts';
import { type Drawn, updateOnce } from './recent-answers.ts';
import { HINTS, mayBeShared, type Place, placeIn, SHARE_HINTS } from './visibility.ts';

const mention = (user: string): string => `<@${user}>`;

/** True of what may be posted to a channel; closes as a file may go to the asker only. */
export const isForAll = (answered: Drawn['answered']): boolean =>
  answered.kind === 'brief' || (!isForAskerOnly(answered) && closesIn(answered) === undefined);

/** A private reply with a Share button, unless sharing it is what the place forbids. */
const privately = ({ answered, message }: Drawn, place: Place): Message => {
  const { question } = answered;
  const isShareable = question !== null && isForAll(answered) && mayBeShared(place);
  const shareable = isShareable ? withShare(message, question) : message;
  if (place === 'channel') return shareable;
  const hints = [HINTS[place], isShareable ? SHARE_HINTS[place] : undefined];
  return withHint(shareable, hints.filter((hint) => hint !== undefined).join(' '));
};

/** A private reply by the asker's own wish: with no hint why, but with no Share where nothing may be shared. */
const askedPrivately = async (desk: Desk, asker: Asker, drawn: Drawn): Promise<Message> => {
  if (!isForAll(drawn.answered)) return privately(drawn, 'channel');
  const place = await placeIn(desk, asker);
  return privately(drawn, mayBeShared(place) ? 'channel' : place);
};

/**
 * Answers the asker alone, by their own wish or since it concerns nobody else.
 *
 * @param replace it takes the place of the private message that was clicked
 */
export const tellAsker = async (desk: Desk, asker: Asker, drawn: Drawn, replace = false): Promise<Outcome> => {
  await postPrivately(asker, await askedPrivately(desk, asker, drawn), replace);
  await sendCloses(asker, drawn.answered);
  return 'private';
};

/**
 * Answers words typed behind a command: to the channel, or to the asker alone where they asked for that, where the
 * words were not understood, or where the channel is not ours to post in.
 */
export const answerWords = async (desk: Desk, asker: Asker, turn: AskedTurn): Promise<Outcome> => {
  const drawn = desk.answers.toTurn(turn);
  const isPrivate = turn.kind !== 'question' || turn.private || !isForAll(drawn.answered);
  return isPrivate ? tellAsker(desk, asker, drawn) : publish(desk, asker, drawn);
};

export interface Publishing {
  readonly threadTs?: string | undefined;
  /** Where it turns out private, it takes the place of the private message that was clicked. */
  readonly replace?: boolean;
  /** Says who asked; a reply under the question itself need not. */
  readonly isNamed?: boolean;
  /** What follows in its thread, where it is posted for all. */
  readonly beneath?: Message | undefined;
  /** Where it may go, if that is known. */
  readonly place?: Place;
  readonly signal?: AbortSignal;
}

/** Posts for all where the place allows it, and to the asker alone, with the reason, where it does not. */
export const publish = async (desk: Desk, asker: Asker, drawn: Drawn, how: Publishing = {}): Promise<Outcome> => {
  const { threadTs, replace = false, isNamed = true, beneath, signal } = how;
  const place = how.place ?? (await placeIn(desk, asker));
  if (place === 'channel') {
    const finished = ({ message, answered }: Drawn): Message =>
      withFeedback(isNamed ? withAsker(message, mention(asker.user)) : message, answered);
    const posted = await postToChannel(asker.client, asker.channel, finished(drawn), { threadTs, signal });
    if (posted.outcome === 'posted') {
      const { channel, ts } = posted;
      if (ts !== undefined && beneath !== undefined) {
        desk.inBackground('beneath', async () => {
          await postToChannel(asker.client, channel, beneath, { threadTs: threadTs ?? ts });
        });
      }
      if (ts !== undefined) updateOnce(desk, { client: asker.client, channel, ts }, drawn, finished);
      if (threadTs === undefined && posted.ts !== undefined) rootThread(desk, asker, drawn, posted.channel, posted.ts);
      return 'channel';
    }
    desk.channels.forget({ team: asker.team, channel: asker.channel });
    // nobody can be invited to a direct message
    const isUninvitable = posted.outcome === 'not a member' && isDirectMessage(asker.channel);
    const why: Place = isUninvitable ? 'private: may not post' : `private: ${posted.outcome}`;
    await postPrivately(asker, privately(drawn, why), replace);
    if (posted.outcome === 'not taken') return `not taken: ${posted.code}`;
    return posted.outcome === 'not confirmed' ? posted.outcome : 'private';
  }
  await postPrivately(asker, privately(drawn, place), replace);
  return 'private';
};

/** What is asked under a message of ours goes on from what it answers. */
const rootThread = (
  { memory }: Desk,
  { team, user }: Asker,
  { answered }: Drawn,
  channel: string,
  ts: string,
): void => {
  const { question } = answered;
  const context = question && contextAfter({ kind: 'question', question, private: false }, undefined);
  memory.root({ team, channel, thread: ts }, { user, ...(context && { context }) });
};

/** Posts a private answer to the channel, with who asked, and takes the private one away. */
export const shareAnswer = async (
  desk: Desk,
  asker: Asker,
  question: Question,
  threadTs: string | undefined,
): Promise<Outcome> => {
  const place = await placeIn(desk, asker);
  const outcome = await publish(desk, asker, desk.answers.to(question), {
    threadTs,
    replace: true,
    // sharing is the way out of replies that are set to private
    place: place === 'private: set so' ? 'channel' : place,
  });
  // the answer is shared; a private copy that stays behind is no failure
  if (outcome === 'channel') await asker.respond?.({ delete_original: true }).catch(() => undefined);
  return outcome;
};
