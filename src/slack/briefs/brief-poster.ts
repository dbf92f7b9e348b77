import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import {
  type BriefPosting,
  buildBrief,
  type ClosedReason,
  hasStaleCloses,
  type LastTold,
  lastToldBy,
  renderBrief,
  renderBriefDetails,
  type Schedule,
} from '../../brief/index.ts';
import type { Facts } from '../../facts/index.ts';
import { escaped, type Message } from '../../message/index.ts';
import type { BriefPoster, Posted } from '../../scheduler/index.ts';
import { type IsoInstant, instantAt } from '../../units.ts';
import type { BotContext } from '../asker.ts';
import { type SlackMeaning, slackFailure } from '../errors.ts';
import { findMessage, type ListedMessage, type MessageSearch, mayPass, type SoughtMessage } from '../find-message.ts';
import { loadPerson, type Person, UNKNOWN_PERSON } from '../members.ts';
import { briefFacts, freshFacts } from '../own-facts.ts';
import { withPlainerForms } from '../post-message.ts';
import { isReplyOfOurs } from '../request-in-hand.ts';
import { slackBlocksAsSent } from '../slack-client.ts';
import { visibilityOf } from '../visibility.ts';
import { retrySend } from '../web-client.ts';
import type { BotWorkspace, Workspaces } from '../workspaces.ts';

/** The metadata of a posted brief, which nobody sees and by which it can be found again. */
const EVENT = 'rotation_desk_brief';

const BriefMetadataSchema = z.looseObject({
  event_type: z.literal(EVENT),
  event_payload: z.looseObject({ schedule: z.string(), slot: z.string() }),
});

/** @param schedule its id */
const briefMetadata = (schedule: string, slot: string) => ({ event_type: EVENT, event_payload: { schedule, slot } });

/** Whether a message is that brief. */
const isBrief = (metadata: unknown, schedule: string, slot: string): boolean => {
  const { data } = BriefMetadataSchema.safeParse(metadata);
  return data?.event_payload.schedule === schedule && data.event_payload.slot === slot;
};

interface SoughtBrief {
  readonly channel: string;
  /** Schedule id. */
  readonly schedule: string;
  readonly slot: string;
  /** It cannot have been posted before. */
  readonly since: IsoInstant;
}

/** @param ts Slack's time stamp, seconds since 1970 */
const postedAt = (ts: string): IsoInstant => instantAt(Number(ts) * 1_000);

/** Looks for a brief by its metadata, among the messages of its channel since an instant. */
const findBrief = (client: webApi.WebClient, { channel, schedule, slot, since }: SoughtBrief): Promise<MessageSearch> =>
  findMessage(client, { channel, since, isIt: ({ metadata }) => isBrief(metadata, schedule, slot) });

/** Whether people have replied to a brief, and nothing of the bot's own stands there but answers to them. */
const lacksDetails = async (
  client: webApi.WebClient,
  where: Pick<SoughtMessage, 'channel' | 'threadTs' | 'since'>,
  self: string | undefined,
): Promise<boolean> => {
  const isIt = ({ bot_id: bot, ts, metadata }: ListedMessage): boolean =>
    bot === self && ts !== where.threadTs && !isReplyOfOurs(metadata);
  return (await findMessage(client, { ...where, isIt })).kind === 'not found';
};

const PAUSE_SECONDS = 30;

/** What Slack says of the channel, and not of the bot or the message. */
const CLOSED_BY: Readonly<Partial<Record<SlackMeaning, ClosedReason>>> = {
  'not in channel': 'not a member',
  'channel not found': 'not found',
  'channel archived': 'archived',
  'may not post': 'may not post',
  'scope missing': 'may not post',
};

/**
 * What came of a post that Slack did not confirm. Only what Slack says of the channel closes it to the brief: its owner
 * is told so.
 */
const afterPosting = (error: unknown, lastTold: LastTold): Posted => {
  const failure = slackFailure(error);
  if (failure === undefined || failure.meaning === 'unknown') {
    return { kind: 'unconfirmed', lastTold, error };
  }
  const why = CLOSED_BY[failure.meaning];
  if (why !== undefined) return { kind: 'refused', why };
  return { kind: 'retry later', seconds: mayPass(failure) ? failure.retryAfter : PAUSE_SECONDS, error };
};

/** What goes wrong before anything is sent loses nothing: it is tried again. A bug is thrown on. */
const beforePosting = (error: unknown): Extract<Posted, { kind: 'retry later' }> => {
  const failure = slackFailure(error);
  if (failure === undefined) throw error;
  return { kind: 'retry later', seconds: mayPass(failure) ? failure.retryAfter : PAUSE_SECONDS };
};

/** A mention would notify its owner every morning; the name alone notifies nobody. */
const nameWithoutMention = (owner: string, name: string | undefined): string =>
  // a name is no markup
  name === undefined ? `<@${owner}>` : `@${escaped(name.replace(/[*_~`]/g, ''))}`;

/** Posts the scheduled briefs of one workspace, and finds them again. */
const posterIn = ({ client }: BotWorkspace, bot: BotContext, inBackground: BotContext['inBackground']): BriefPoster => {
  const { briefStore, facts, store } = bot;
  const send = (channel: string, message: Message, more: Partial<webApi.ChatPostMessageArguments>) =>
    withPlainerForms(message, (sent) =>
      client.chat.postMessage({
        ...{ channel, text: sent.text, blocks: slackBlocksAsSent(sent), unfurl_links: false, unfurl_media: false },
        ...more,
      } as webApi.ChatPostMessageArguments),
    );

  /**
   * Posts the details under a brief, in whose thread people may go on asking. They are a part of it: its delivery is settled
   * behind them, so that a process that was stopped in between posts them later. The brief is posted, whatever becomes of them.
   */
  const openThread = async (
    { team, channel }: Schedule,
    ts: string,
    render: () => Message | undefined | Promise<Message | undefined>,
  ): Promise<void> => {
    void store.rememberRoot({ team, channel, thread: ts }, {});
    const post = async (): Promise<void> => {
      const details = await render();
      if (details !== undefined) await retrySend(() => send(channel, details, { thread_ts: ts }));
    };
    const posted = post();
    inBackground('brief details', () => posted);
    await posted.catch(() => undefined);
  };

  /** The owner, as far as Slack answers just now: a brief does not wait for it. */
  const ownerOf = ({ owner }: Schedule): Promise<Person> => loadPerson(client, owner).catch(() => UNKNOWN_PERSON);

  const build = async (schedule: Schedule, known: Facts, minutesLate: number) => {
    const { team, channel, owner, timing } = schedule;
    const [since, { hasLeft, name }] = await Promise.all([briefStore.lastTold(team, channel), ownerOf(schedule)]);
    const own = await briefFacts(bot, { client, team, channel }, known);
    const built = buildBrief(own, { since, ...(timing.kind === 'clock' && { zone: timing.zone }) });
    const posting: BriefPosting = {
      ...{ minutesLate, timing, hasLeft, setUpBy: nameWithoutMention(owner, name) },
      ...(timing.kind === 'crossing' && { trigger: timing.of }),
    };
    return { built, posting, lastTold: lastToldBy(built, known.now, since) };
  };

  /** The brief as it is to be sent, or why it is not. */
  const prepare = async (schedule: Schedule, minutesLate: number) => {
    const { team, channel, onStale } = schedule;
    // an admin may have silenced it since, and another company may have joined
    const visibility = await visibilityOf(bot, { client, team, channel });
    if (visibility === 'private: unknown') return { kind: 'retry later', seconds: PAUSE_SECONDS } as const;
    if (visibility === 'private: silent') return { kind: 'refused', why: 'silent' } as const;
    if (visibility === 'private: shared') return { kind: 'refused', why: 'shared' } as const;
    const known = await freshFacts(facts);
    if (onStale === 'hold' && hasStaleCloses(known)) return { kind: 'held', reason: 'data stale' } as const;
    return { kind: 'ready', ...(await build(schedule, known, minutesLate)) } as const;
  };

  return {
    post: async (schedule, slot, { minutesLate }) => {
      const prepared = await prepare(schedule, minutesLate).catch(beforePosting);
      if (prepared.kind !== 'ready') return prepared;
      const { built, posting, lastTold } = prepared;
      const message = renderBrief(built, posting);
      const metadata = briefMetadata(schedule.id, slot);
      let ts: string | undefined;
      try {
        ({ ts } = await send(schedule.channel, message, { metadata }));
      } catch (error) {
        return afterPosting(error, lastTold);
      }
      if (ts === undefined) return { kind: 'unconfirmed', lastTold };
      await openThread(schedule, ts, () => renderBriefDetails(built, posting));
      return { kind: 'posted', ts, lastTold };
    },
    find: async (schedule, slot, since) => {
      const { id, channel } = schedule;
      const found = await findBrief(client, { channel, schedule: id, slot, since });
      if (found.kind !== 'found') return found;
      const { ts, hasThread, bot: self } = found;
      if (!hasThread || (await lacksDetails(client, { channel, threadTs: ts, since }, self))) {
        await openThread(schedule, ts, async () => {
          const { built, posting } = await build(schedule, facts().facts, 0);
          return renderBriefDetails(built, posting);
        });
      }
      return { kind: 'found', ts, postedAt: postedAt(ts) };
    },
  };
};

/** Posts scheduled briefs, each by its workspace's own client, and finds them again. */
export const createBriefPoster = (
  workspaces: Workspaces,
  bot: BotContext,
  inBackground: BotContext['inBackground'],
): BriefPoster => {
  const posterOf = async ({ team }: Schedule): Promise<BriefPoster | undefined> => {
    const workspace = await workspaces.named(team);
    return workspace && posterIn(workspace, bot, inBackground);
  };
  return {
    post: async (schedule, ...how) =>
      (await posterOf(schedule))?.post(schedule, ...how) ?? { kind: 'refused', why: 'not found' },
    find: async (schedule, ...where) => (await posterOf(schedule))?.find(schedule, ...where) ?? { kind: 'unreadable' },
  };
};
