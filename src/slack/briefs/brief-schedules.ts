import { isDeepStrictEqual } from 'node:util';
import {
  type BriefEffect,
  type BriefNotice,
  type BriefRefusal,
  missingDataFor,
  type NewSchedule,
  nextPost,
  renderBriefIntro,
  resolveTiming,
  type Schedule,
} from '../../brief/index.ts';
import { StoreError } from '../../store/index.ts';
import type { IsoInstant } from '../../units.ts';
import type { Asker, BotContext } from '../asker.ts';
import { type PostResult, postToChannel } from '../post-message.ts';
import { isDirectMessage } from '../visibility.ts';

/** When a brief is posted next, as things are. */
export const nextPostOf = (schedule: Schedule, now: IsoInstant): IsoInstant | undefined => nextPost(schedule, now)?.due;

/** A workspace has room for this many. */
const MOST_SCHEDULES = 20;

type Scheduling = Extract<BriefEffect, { readonly do: 'schedule' }>;

/** Why a brief may not be posted in a channel; undefined where it may. */
export const refusalIn = async (
  { channels, store }: BotContext,
  { client, team }: Asker,
  channel: string,
): Promise<BriefRefusal | undefined> => {
  if (isDirectMessage(channel)) return { kind: 'direct message' };
  const { silentChannels, allowedSharedChannels } = await store.settings(team);
  if (silentChannels.includes(channel)) return { kind: 'silent channel', channel };
  // whoever was just told to invite the bot is not to wait for what is remembered
  channels.forget({ team, channel });
  switch (await channels.visibilityFor({ client, team, channel })) {
    case 'channel':
      return undefined;
    case 'private: shared':
      return allowedSharedChannels.includes(channel) ? undefined : { kind: 'shared channel', channel };
    case 'private: not a member':
      return { kind: 'not in channel', channel };
    case 'private: may not post':
      return { kind: 'may not post', channel };
    default:
      return { kind: 'readers unknown', channel };
  }
};

/** The same brief in the same channel, whoever owns it. */
const isSame = (one: Schedule, { channel, timing }: Pick<NewSchedule, 'channel' | 'timing'>): boolean =>
  one.channel === channel && isDeepStrictEqual(one.timing, timing);

/** The brief of a workspace that is the same, if there is one beside `own`. @param own the id of the one that is changed */
export const sameBrief = async (
  { briefStore }: BotContext,
  wanted: Pick<NewSchedule, 'team' | 'channel' | 'timing'>,
  own?: string,
): Promise<Schedule | undefined> =>
  (await briefStore.schedules(wanted.team)).find((one) => one.id !== own && isSame(one, wanted));

/** What a trigger lacks to be watched now. */
export const missingData = ({ facts }: BotContext, { timing }: Pick<Schedule, 'timing'>) =>
  timing.kind === 'crossing' ? missingDataFor(timing.of, facts().facts) : undefined;

/**
 * Posts a channel's first words of a brief. What is said in their thread is of that brief.
 *
 * @param isReply they are all that the asker reads of it
 */
export const introduce = async (
  bot: BotContext,
  { client, team, user, request }: Asker,
  schedule: Schedule,
  isReply: boolean,
): Promise<PostResult['outcome']> => {
  const [next, missing] = [nextPostOf(schedule, bot.now()), missingData(bot, schedule)];
  const intro = renderBriefIntro(schedule, { next, missing }, bot.now());
  const { channel, number } = schedule;
  const posted = await postToChannel(client, channel, intro, { request: isReply ? request : undefined });
  if (posted.outcome === 'posted' && posted.ts !== undefined) {
    const context = { last: { kind: 'help' }, brief: { did: 'schedule', which: number } } as const;
    const remembered = bot.store.rememberRoot({ team, channel, thread: posted.ts }, { user, context });
    request?.until(remembered);
  }
  return posted.outcome;
};

/** Why a brief is not set up where it could not be introduced; undefined where it was. */
export const refusalOf = (outcome: PostResult['outcome'], channel: string): BriefRefusal | undefined => {
  // an introduction that Slack did not confirm is not said twice
  if (outcome === 'posted' || outcome === 'not confirmed') return undefined;
  if (outcome === 'not a member') return { kind: 'not in channel', channel };
  const isOfChannel = outcome === 'archived' || outcome === 'may not post';
  return { kind: isOfChannel ? 'may not post' : 'not introduced', channel };
};

/** Whether whoever asks reads what is posted in a channel: they asked there, and in no thread. */
const isReadBy = ({ channel, privateThreadTs }: Asker, posted: string): boolean =>
  channel === posted && privateThreadTs === undefined;

/** What is to be set up, or why it cannot be. @param zone the asker's own, where Slack tells it */
export const prepareSchedule = async (
  bot: BotContext,
  asker: Asker,
  { timing: typed, channel = asker.channel, onClosed = 'say', onStale = 'say' }: Scheduling,
  zone: string | undefined,
): Promise<{ readonly kind: 'ready'; readonly wanted: NewSchedule } | BriefRefusal> => {
  const refused = await refusalIn(bot, asker, channel);
  if (refused !== undefined) return refused;
  const now = bot.now();
  const resolved = resolveTiming(typed, zone, now);
  if (resolved.kind !== 'timing') return resolved.kind === 'no zone' ? { kind: 'no zone' } : { kind: 'over already' };
  const { timing } = resolved;
  const { team, user: owner } = asker;
  const same = await sameBrief(bot, { team, channel, timing });
  if (same !== undefined) return { kind: 'set up already', schedule: same };
  return { kind: 'ready', wanted: { team, channel, owner, timing, onClosed, onStale, createdAt: now } };
};

/** Sets up a brief, where the bot may post it, and introduces it in its channel; where that fails, it is removed again. */
export const scheduleBrief = async (
  bot: BotContext,
  asker: Asker,
  effect: Scheduling,
  zone: string | undefined,
): Promise<BriefNotice> => {
  const prepared = await prepareSchedule(bot, asker, effect, zone);
  if (prepared.kind !== 'ready') return prepared;
  const schedule = await bot.briefStore.addSchedule(prepared.wanted, MOST_SCHEDULES);
  if (schedule === undefined) return { kind: 'too many', most: MOST_SCHEDULES };
  const { team, channel, id } = schedule;
  const isRead = isReadBy(asker, channel);
  const outcome = await introduce(bot, asker, schedule, isRead);
  const failed = refusalOf(outcome, channel);
  if (failed === undefined) {
    const [next, missing] = [nextPostOf(schedule, bot.now()), missingData(bot, schedule)];
    return { kind: 'scheduled', schedule, next, missing, isRead: isRead && outcome === 'posted' };
  }
  await bot.briefStore.changeSchedule(team, id, () => null);
  return failed;
};

/** Does work on schedules; where the store fails, the notice says that nothing was saved. */
export const orNotSaved = async (work: () => Promise<BriefNotice>): Promise<BriefNotice> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'not kept' };
    throw error;
  }
};
