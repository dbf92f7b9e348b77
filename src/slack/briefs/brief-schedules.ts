import { isDeepStrictEqual } from 'node:util';
import {
  type BriefEffect,
  type BriefNotice,
  type BriefRefusal,
  type BriefTiming,
  type NewSchedule,
  nextPost,
  type RequestedTiming,
  renderBriefIntro,
  type Schedule,
} from '../../brief/index.ts';
import type { Message } from '../../message/index.ts';
import { StoreError } from '../../store/index.ts';
import type { IsoInstant } from '../../units.ts';
import type { Asker, BotContext } from '../asker.ts';
import { isDirectMessage } from '../incoming-message.ts';
import { type PostResult, postToChannel } from '../post-message.ts';

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

const timingOf = (typed: RequestedTiming, zone: string | undefined): BriefTiming | undefined => {
  if (typed.kind === 'crossing') return typed;
  const named = typed.zone ?? zone;
  return named === undefined ? undefined : { ...typed, zone: named };
};

/** The same brief in the same channel, whoever owns it. */
const isSame = (one: Schedule, { channel, timing }: NewSchedule): boolean =>
  one.channel === channel && isDeepStrictEqual(one.timing, timing);

/** Posts a channel's first words of a brief. */
export const introduce = async ({ client }: Asker, channel: string, message: Message): Promise<PostResult['outcome']> =>
  (await postToChannel(client, channel, message)).outcome;

/** Why a brief is not set up where it could not be introduced; undefined where it was. */
export const refusalOf = (outcome: PostResult['outcome'], channel: string): BriefRefusal | undefined => {
  // an introduction that Slack did not confirm is not said twice
  if (outcome === 'posted' || outcome === 'not confirmed') return undefined;
  if (outcome === 'not a member') return { kind: 'not in channel', channel };
  const isOfChannel = outcome === 'archived' || outcome === 'may not post';
  return { kind: isOfChannel ? 'may not post' : 'not introduced', channel };
};

/** Saves a schedule and introduces it in its channel; where the introduction fails, it is removed again. */
const addAndIntroduce = async (bot: BotContext, asker: Asker, wanted: NewSchedule): Promise<BriefNotice> => {
  const { briefStore, now } = bot;
  const same = (await briefStore.schedules(wanted.team)).find((one) => isSame(one, wanted));
  if (same !== undefined) return { kind: 'set up already', schedule: same };
  const schedule = await briefStore.addSchedule(wanted, MOST_SCHEDULES);
  if (schedule === undefined) return { kind: 'too many', most: MOST_SCHEDULES };
  const { channel, id } = schedule;
  const next = nextPostOf(schedule, now());
  const outcome = await introduce(asker, channel, renderBriefIntro(schedule, next, now()));
  const failed = refusalOf(outcome, channel);
  if (failed === undefined) return { kind: 'scheduled', schedule, next };
  await briefStore.changeSchedule(id, () => null);
  return failed;
};

/** Sets up a brief, where the bot may post it. @param zone the asker's own, where Slack tells it */
export const scheduleBrief = async (
  bot: BotContext,
  asker: Asker,
  { timing: typed, channel = asker.channel, onClosed = 'say', onStale = 'say' }: Scheduling,
  zone: string | undefined,
): Promise<BriefNotice> => {
  const refused = await refusalIn(bot, asker, channel);
  if (refused !== undefined) return refused;
  const timing = timingOf(typed, zone);
  if (timing === undefined) return { kind: 'no zone' };
  const { team, user: owner } = asker;
  return addAndIntroduce(bot, asker, { team, channel, owner, timing, onClosed, onStale, createdAt: bot.now() });
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
