import type { Answer } from '../answers/index.ts';
import { type Message, withAsker, withFeedback, withHint, withShare } from '../blocks/index.ts';
import { contextAfter, type Question, type Reading } from '../questions/index.ts';
import type { Outcome } from './attempts.ts';
import type { Channels } from './channels.ts';
import { closesIn, sendCloses } from './closes-file.ts';
import { isDirectMessage } from './heard.ts';
import type { InOrder } from './in-order.ts';
import { updateOnce } from './late-data.ts';
import type { Memory } from './memory.ts';
import { HINTS, mayBeShared, type Place, placeIn } from './places.ts';
import { type Asker, postPrivately, postToChannel } from './posting.ts';
import type { Drawn, RecentAnswers } from './recent-answers.ts';

/** Everything that answering needs besides the asker. */
export interface Desk {
  readonly channels: Channels;
  readonly answers: RecentAnswers;
  readonly memory: Memory;
  /** Turns of one thread are taken one after the other. */
  readonly inOrder: InOrder;
  /** Work that nobody waits for; what fails is logged. */
  readonly inBackground: (what: string, work: () => Promise<void>) => void;
}

const mention = (user: string): string => `<@${user}>`;

/** Help, and words that were not understood, concern nobody but the asker; closes as a file are theirs to have. */
const FOR_THE_ASKER = new Set<Answer['kind']>(['help', 'unclear', 'done']);

export const isForAll = (answered: Answer): boolean =>
  !FOR_THE_ASKER.has(answered.kind) && closesIn(answered) === undefined;

/** A private reply with a Share button, unless sharing it is what the place forbids. */
export const privately = ({ answered, message }: Drawn, place: Place): Message => {
  const shareable =
    answered.question !== null && isForAll(answered) && mayBeShared(place)
      ? withShare(message, answered.question)
      : message;
  return place === 'channel' ? shareable : withHint(shareable, HINTS[place]);
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
export const answerWords = async (desk: Desk, asker: Asker, reading: Reading): Promise<Outcome> => {
  const drawn = desk.answers.toTurn(reading);
  const isPrivate = reading.kind === 'unclear' || reading.private || !isForAll(drawn.answered);
  return isPrivate ? tellAsker(desk, asker, drawn) : publish(desk, asker, drawn);
};

export interface Publishing {
  readonly threadTs?: string | undefined;
  /** Where it turns out private, it takes the place of the private message that was clicked. */
  readonly replace?: boolean;
  /** Says who asked; a reply under the question itself need not. */
  readonly isNamed?: boolean;
  /** Where it may go, if that is known. */
  readonly place?: Place;
  readonly signal?: AbortSignal;
}

/** Posts for all where the place allows it, and to the asker alone, with the reason, where it does not. */
export const publish = async (desk: Desk, asker: Asker, drawn: Drawn, how: Publishing = {}): Promise<Outcome> => {
  const { threadTs, replace = false, isNamed = true, signal } = how;
  const place = how.place ?? (await placeIn(desk, asker));
  if (place === 'channel') {
    const finished = ({ message, answered }: Drawn): Message =>
      withFeedback(isNamed ? withAsker(message, mention(asker.user)) : message, answered);
    const posted = await postToChannel(asker.client, asker.channel, finished(drawn), { threadTs, signal });
    if (posted.outcome === 'posted') {
      const { channel, ts } = posted;
      if (ts !== undefined) updateOnce(desk, { client: asker.client, channel, ts }, drawn, finished);
      if (threadTs === undefined && posted.ts !== undefined) rootThread(desk, asker, drawn, posted.channel, posted.ts);
      return 'channel';
    }
    desk.channels.forget(asker.channel);
    // nobody can be invited to a direct message
    const isUninvitable = posted.outcome === 'not a member' && isDirectMessage(asker.channel);
    const why: Place = isUninvitable ? 'private: may not post' : `private: ${posted.outcome}`;
    await postPrivately(asker, privately(drawn, why), replace);
    return 'private';
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
