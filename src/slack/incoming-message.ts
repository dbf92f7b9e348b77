import { z } from 'zod';
import type { Facts } from '../facts/index.ts';
import { knownIn, readOverheard } from '../reading/index.ts';
import type { Thread, ThreadKey } from '../store/index.ts';
import { UserIdSchema } from './interaction-payload.ts';
import { type SharedFile, SharedFileSchema } from './notes/shared-files.ts';
import { isDirectMessage } from './visibility.ts';

/** A message as Slack reports it, in a channel, a thread or a direct message. */
const MessageSchema = z.looseObject({
  channel: z.string(),
  ts: z.string(),
  user: UserIdSchema.optional(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  /** Who wrote the message that the thread hangs from. */
  parent_user_id: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
  files: z.array(SharedFileSchema).max(20).catch([]).optional(),
});

/** What people write; every other subtype reports an edit, a deletion, a join or a bot. */
const WRITTEN = new Set<string | undefined>([undefined, 'thread_broadcast', 'file_share', 'me_message']);

/** Something a person wrote that may concern the bot. */
export interface IncomingMessage {
  readonly key: ThreadKey;
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** Without the names of people and groups. */
  readonly text: string;
  readonly isDirect: boolean;
  /** The bot is named in it. */
  readonly isMention: boolean;
  /** Somebody else is named in it, or a group. */
  readonly mentionsOthers: boolean;
  /** It is a reply in a thread. */
  readonly isReply: boolean;
  /** Who wrote the message that the thread hangs from, where it is a person other than the writer. */
  readonly rootAuthor?: string;
  /** What hangs on it, where there is anything. */
  readonly files?: readonly SharedFile[];
}

/** True of what neither a person nor an app is said to have written: Slack names one of them. */
export const isByNobody = (event: unknown): boolean => {
  const { user, bot_id: bot, subtype } = event as Readonly<Record<'user' | 'bot_id' | 'subtype', unknown>>;
  return !UserIdSchema.safeParse(user).success && bot === undefined && subtype === undefined;
};

/** Who the bot is in the workspace that an event is from. */
interface BotUser {
  readonly team: string;
  readonly user: string | undefined;
}

const MENTION = /<@(?<user>[UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
/** A group of people, or everybody who is here: `<!subteam^S123|@desk>`, `<!here>`. */
const CALL = /<!(?:subteam\^[A-Z0-9]+|here|channel|everyone)(?:\|[^<>]*)?>/g;
const CALLED = new RegExp(CALL.source);

const EMOJI =
  /:[a-z0-9_+'-]+:(?::skin-tone-\d:)?|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200d\ufe0f\u20e3]/giu;

/** True of a message that is nothing but emoji: a nod, which asks nothing. */
const isEmojiAlone = (text: string): boolean => {
  const words = text.replace(MENTION, ' ').replace(CALL, ' ');
  return words.trim() !== '' && words.replace(EMOJI, ' ').trim() === '';
};

/**
 * Reads an event. Undefined for what is never answered: bots, the bot itself, edits, deletions, joins, emoji alone under
 * an answer, and what is said in a channel outside threads without naming the bot.
 *
 * @param isMention Slack sent it because the bot is named in it
 */
export const parseMessageEvent = (event: unknown, self: BotUser, isMention: boolean): IncomingMessage | undefined => {
  const parsed = MessageSchema.safeParse(event);
  if (!parsed.success) return undefined;
  const { channel, ts, user, text, thread_ts: threadTs, parent_user_id: root, bot_id: bot, ...rest } = parsed.data;
  if (user === undefined || user === self.user || user === 'USLACKBOT' || bot !== undefined) return undefined;
  if (!WRITTEN.has(rest.subtype) || rest.edited !== undefined || rest.hidden === true) return undefined;
  const named = [...text.matchAll(MENTION)].map(({ groups }) => groups?.['user']);
  const isNamed = isMention || (self.user !== undefined && named.includes(self.user));
  const isReply = threadTs !== undefined && threadTs !== ts;
  const isDirect = isDirectMessage(channel);
  if (!isDirect && !isNamed && !isReply) return undefined;
  if (isReply && isEmojiAlone(text)) return undefined;
  return {
    key: { team: self.team, channel, thread: threadTs ?? ts },
    ...{ channel, ts, user, isDirect, isReply },
    text: text.replace(MENTION, ' ').replace(CALL, ' ').trim(),
    isMention: isNamed,
    mentionsOthers: named.some((one) => one !== self.user) || CALLED.test(text),
    ...(rest.files && rest.files.length > 0 && { files: rest.files }),
    ...(root !== undefined && root !== self.user && root !== user && { rootAuthor: root }),
  };
};

/** Identifies a thread. */
export const conversationKey = ({ team, channel, thread }: ThreadKey): string =>
  JSON.stringify([team, channel, thread]);

/** Everybody known to have written in a thread, besides the bot. */
const peopleIn = ({ user, rootAuthor }: IncomingMessage, thread: Thread): ReadonlySet<string> =>
  new Set([...thread.speakers, user, ...(rootAuthor === undefined ? [] : [rootAuthor])]);

/**
 * Whether a message is answered. Named, or alone with somebody in a direct message: always. In a thread unasked:
 * only where the bot has written before, was not told to be silent, is alone with one person, and what that person says
 * is recognisably a question to it.
 */
export const shouldReply = (
  incoming: IncomingMessage,
  thread: Thread | undefined,
  factsNow: () => Pick<Facts, 'notes' | 'fed' | 'now' | 'pairs' | 'companies'>,
): boolean => {
  if (incoming.isDirect || incoming.isMention) return true;
  if (thread === undefined || thread.silent || !(thread.rooted || thread.answered)) return false;
  if (incoming.mentionsOthers || peopleIn(incoming, thread).size > 1) return false;
  const facts = factsNow();
  return readOverheard(incoming.text, thread.context, facts.notes, knownIn(facts)) !== undefined;
};
