import { isDeepStrictEqual } from 'node:util';
import {
  type BriefEffect,
  type BriefNotice,
  type BriefRefusal,
  type BriefTiming,
  type DayReference,
  isPaused,
  type NewSchedule,
  nextPost,
  type RequestedTiming,
  renderBriefIntro,
  resolveDay,
  type Schedule,
  scheduleZone,
  wallClock,
} from '../../brief/index.ts';
import type { Message } from '../../message/index.ts';
import { StoreError } from '../../store/index.ts';
import type { IsoDate, IsoInstant } from '../../units.ts';
import type { Asker, BotContext, Sender } from '../asker.ts';
import { isDirectMessage } from '../incoming-message.ts';
import { loadMember } from '../members.ts';
import { type PostResult, postToChannel } from '../post-message.ts';
import { platformErrorCode } from '../slack-errors.ts';

/** When a brief is posted next, as things are. */
export const nextPostOf = (schedule: Schedule, now: IsoInstant): IsoInstant | undefined => nextPost(schedule, now)?.due;

/** A workspace has room for this many. */
const MOST_SCHEDULES = 20;

type Scheduling = Extract<BriefEffect, { readonly do: 'schedule' }>;

/** Why a brief may not be posted in a channel; undefined where it may. */
const refusalIn = async (
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

/** What Slack refuses for no reason of the channel's is as good as not taken. */
const introduce = async ({ client }: Asker, channel: string, message: Message): Promise<PostResult['outcome']> => {
  try {
    return (await postToChannel(client, channel, message)).outcome;
  } catch (error) {
    if (platformErrorCode(error) === undefined) throw error;
    return 'not taken';
  }
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
  // an introduction that Slack did not confirm is not said twice
  if (outcome === 'posted' || outcome === 'not confirmed') return { kind: 'scheduled', schedule, next };
  await briefStore.changeSchedule(id, () => null);
  if (outcome === 'not taken') return { kind: 'not introduced', channel };
  return outcome === 'not a member' ? { kind: 'not in channel', channel } : { kind: 'may not post', channel };
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

/** What may be done to a schedule that there is. */
export type ScheduleChange =
  | { readonly do: 'pause'; readonly until?: DayReference | undefined }
  | { readonly do: 'resume' }
  | { readonly do: 'skip'; readonly on?: DayReference | undefined }
  | { readonly do: 'remove' };

/** Undefined where the schedule has gone meanwhile. */
type Changed = BriefNotice | undefined;

const pause = async (
  { briefStore, now }: BotContext,
  schedule: Schedule,
  until: DayReference | undefined,
): Promise<Changed> => {
  const today = wallClock(now(), scheduleZone(schedule)).date;
  const day: IsoDate | undefined = until && resolveDay(until, today);
  if (day !== undefined && day <= today) return { kind: 'past date' };
  const paused = { ...(day !== undefined && { until: day }) };
  const saved = await briefStore.changeSchedule(schedule.id, (was) => ({ ...was, paused }));
  return saved ? { kind: 'paused', schedule: saved } : undefined;
};

const resume = async ({ briefStore, now }: BotContext, { id }: Schedule): Promise<Changed> => {
  const saved = await briefStore.changeSchedule(id, ({ paused: _, skip: __, ...rest }) => rest);
  return saved ? { kind: 'resumed', schedule: saved, next: nextPostOf(saved, now()) } : undefined;
};

/** Leaves out the next post, or that of one day. */
const skip = async (
  { briefStore, now }: BotContext,
  schedule: Schedule,
  on: DayReference | undefined,
): Promise<Changed> => {
  const plain = { ...schedule, skip: undefined };
  const today = wallClock(now(), scheduleZone(schedule)).date;
  const day = on && resolveDay(on, today);
  let skipped = nextPost(plain, now());
  if (skipped === undefined) return { kind: isPaused(schedule, now()) ? 'paused already' : 'nothing to skip' };
  while (day !== undefined && skipped !== undefined && skipped.date < day) skipped = nextPost(plain, skipped.due);
  if (skipped === undefined || (day !== undefined && skipped.date !== day)) {
    return { kind: 'not due then', day: day ?? today, today };
  }
  const { date } = skipped;
  const saved = await briefStore.changeSchedule(schedule.id, (was) => ({ ...was, skip: date }));
  return saved
    ? { kind: 'skipping', schedule: saved, skipped: skipped.due, next: nextPostOf(saved, now()) }
    : undefined;
};

const remove = async ({ briefStore }: BotContext, schedule: Schedule): Promise<Changed> => {
  const removed = await briefStore.changeSchedule(schedule.id, () => null);
  return removed === null ? { kind: 'removed', schedule } : undefined;
};

const changed = (bot: BotContext, schedule: Schedule, change: ScheduleChange): Promise<Changed> => {
  switch (change.do) {
    case 'pause':
      return pause(bot, schedule, change.until);
    case 'resume':
      return resume(bot, schedule);
    case 'skip':
      return skip(bot, schedule, change.on);
    case 'remove':
      return remove(bot, schedule);
  }
};

/** Changes a schedule, by who may: who set it up, and workspace admins. */
export const changeSchedule = async (
  bot: BotContext,
  schedule: Schedule,
  { user, isAdmin }: { readonly user: string; readonly isAdmin: boolean },
  change: ScheduleChange,
): Promise<BriefNotice> => {
  if (schedule.owner !== user && !isAdmin) return { kind: 'not allowed', schedule };
  return (await changed(bot, schedule, change)) ?? { kind: 'none here' };
};

/** In words for the Home tab, which has no room for more. */
const IN_SHORT: Partial<Record<BriefNotice['kind'], string>> = {
  'not allowed': 'Not changed: whoever set it up or a workspace admin may change it.',
  'none here': 'It was gone already.',
  'not kept': 'Not changed: it could not be written down. Try again in a minute.',
};

/** Changes a schedule that is named by its id. @returns why it was not changed, in words; undefined where it was */
export const changeScheduleById = async (
  bot: BotContext,
  sender: Sender,
  id: string,
  change: ScheduleChange,
): Promise<string | undefined> => {
  const { team, user } = sender;
  const member = await loadMember(sender);
  if (member === undefined) return IN_SHORT['not allowed'];
  const schedule = (await bot.briefStore.schedules(team)).find((one) => one.id === id);
  if (schedule === undefined) return IN_SHORT['none here'];
  const { isAdmin } = member;
  const { kind } = await orNotSaved(() => changeSchedule(bot, schedule, { user, isAdmin }, change));
  return IN_SHORT[kind];
};
