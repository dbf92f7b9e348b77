import { type Answer, answerUnclear, shippedFacts } from '../answers/index.ts';
import { type Message, render, withAsker, withHint, withShare } from '../blocks/index.ts';
import type { Question, Reading } from '../questions/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Channels, Place } from './channels.ts';
import { type Asker, postPrivately, postToChannel } from './posting.ts';
import type { Drawn, RecentAnswers } from './recent-answers.ts';

const HINTS: Record<Exclude<Place, 'channel'>, string> = {
  'private: not a member':
    'Only you see this: I am not in this channel. Type /invite @Rotation Desk to have answers posted here.',
  'private: may not post': 'Only you see this: I may not post in this conversation.',
  'private: not confirmed':
    'Only you see this: Slack did not confirm the post in the channel. If it is not there, press Share.',
  'private: shared': 'Only you see this: the channel is shared with another company.',
  'private: unknown': 'Only you see this: I could not find out who can read this channel.',
};

/** What was done with an answer, for the log. */
export type Outcome = 'channel' | 'private';

/** Everything that answering needs besides the asker. */
export interface Desk {
  readonly channels: Channels;
  readonly answers: RecentAnswers;
  readonly now: () => IsoInstant;
}

const mention = (user: string): string => `<@${user}>`;

const isForAll = ({ kind }: Answer): boolean => kind === 'rate-move' || kind === 'views';

/** A private reply with a Share button, unless sharing it is what the place forbids. */
const privately = ({ answered, message }: Drawn, place: Place): Message => {
  const shareable =
    answered.question !== null && isForAll(answered) && place !== 'private: shared'
      ? withShare(message, answered.question)
      : message;
  return place === 'channel' ? shareable : withHint(shareable, HINTS[place]);
};

/** A private reply by the asker's own wish: with no hint why, but with no Share where another company reads along. */
const askedPrivately = async ({ channels }: Desk, { client, channel }: Asker, drawn: Drawn): Promise<Message> => {
  const isShared = isForAll(drawn.answered) && (await channels.placeFor(client, channel)) === 'private: shared';
  return privately(drawn, isShared ? 'private: shared' : 'channel');
};

/**
 * Answers words typed behind a command: to the channel, or to the asker alone where they asked for that, where the
 * words were not understood, or where the channel is not ours to post in.
 */
export const answerWords = async (desk: Desk, asker: Asker, reading: Reading): Promise<Outcome> => {
  if (reading.kind === 'unclear') {
    await postPrivately(asker, render(answerUnclear(reading, shippedFacts(desk.now()))));
    return 'private';
  }
  const drawn = desk.answers.to(reading.question, desk.now());
  if (reading.private || !isForAll(drawn.answered)) {
    await postPrivately(asker, await askedPrivately(desk, asker, drawn));
    return 'private';
  }
  return publish(desk, asker, drawn);
};

/** @param replace where it turns out private, it takes the place of the private message that was clicked */
const publish = async (
  desk: Desk,
  asker: Asker,
  drawn: Drawn,
  { threadTs, replace = false }: { threadTs?: string; replace?: boolean } = {},
): Promise<Outcome> => {
  const place = await desk.channels.placeFor(asker.client, asker.channel);
  if (place === 'channel') {
    const message = withAsker(drawn.message, mention(asker.user));
    const posted = await postToChannel(asker.client, asker.channel, message, threadTs);
    if (posted === 'posted') return 'channel';
    desk.channels.forget(asker.channel);
    // nobody can be invited to a direct message
    const isDirect = posted === 'not a member' && asker.channel.startsWith('D');
    await postPrivately(asker, privately(drawn, isDirect ? 'private: may not post' : `private: ${posted}`), replace);
    return 'private';
  }
  await postPrivately(asker, privately(drawn, place), replace);
  return 'private';
};

/** Where a clicked button stands. */
export interface Clicked {
  /** The message holding it is seen by the clicker only. */
  readonly isPrivate: boolean;
  readonly threadTs?: string;
}

/** Answers a button: in place on a private message, in the thread of a public one. */
export const answerClick = async (
  desk: Desk,
  asker: Asker,
  question: Question,
  { isPrivate, threadTs }: Clicked,
): Promise<Outcome> => {
  const drawn = desk.answers.to(question, desk.now());
  if (!isPrivate && isForAll(drawn.answered))
    return publish(desk, asker, drawn, threadTs === undefined ? {} : { threadTs });
  await postPrivately(asker, await askedPrivately(desk, asker, drawn), isPrivate);
  return 'private';
};

/** Posts a private answer to the channel, with who asked, and takes the private one away. */
export const shareAnswer = async (desk: Desk, asker: Asker, question: Question): Promise<Outcome> => {
  const outcome = await publish(desk, asker, desk.answers.to(question, desk.now()), { replace: true });
  // the answer is shared; a private copy that stays behind is no failure
  if (outcome === 'channel') await asker.respond({ delete_original: true }).catch(() => undefined);
  return outcome;
};
