import {
  type BriefEdit,
  type BriefNotice,
  type BriefRefusal,
  changedTiming,
  type DayReference,
  isPaused,
  nextPost,
  resolveDay,
  type Schedule,
  scheduleZone,
  wallClock,
} from '../../brief/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Asker, BotContext, Sender } from '../asker.ts';
import { loadMember } from '../members.ts';
import { introduce, missingData, nextPostOf, orNotSaved, refusalIn, refusalOf, sameBrief } from './brief-schedules.ts';

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
  const saved = await briefStore.changeSchedule(schedule.team, schedule.id, (was) => ({ ...was, paused }));
  return saved ? { kind: 'paused', schedule: saved } : undefined;
};

const resume = async ({ briefStore, now }: BotContext, { team, id }: Schedule): Promise<Changed> => {
  const saved = await briefStore.changeSchedule(team, id, ({ paused: _, skip: __, ...rest }) => rest);
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
  const saved = await briefStore.changeSchedule(schedule.team, schedule.id, (was) => ({ ...was, skip: date }));
  return saved
    ? { kind: 'skipping', schedule: saved, skipped: skipped.due, next: nextPostOf(saved, now()) }
    : undefined;
};

const remove = async ({ briefStore }: BotContext, schedule: Schedule): Promise<Changed> => {
  const removed = await briefStore.changeSchedule(schedule.team, schedule.id, () => null);
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
  'gone already': 'It was gone already.',
  'not kept': 'Not changed: it could not be written down. Try again in a minute.',
};

/** A brief as it is to be, or why it is not changed: before anything is posted or saved. */
export const prepareChange = async (
  bot: BotContext,
  asker: Asker & { readonly isAdmin: boolean },
  schedule: Schedule,
  change: BriefEdit,
): Promise<{ readonly kind: 'ready'; readonly wanted: Schedule } | BriefRefusal> => {
  if (schedule.owner !== asker.user && !asker.isAdmin) return { kind: 'not allowed', schedule };
  const { channel = schedule.channel, onClosed, onStale } = change;
  if (channel !== schedule.channel) {
    const refused = await refusalIn(bot, asker, channel);
    if (refused !== undefined) return refused;
  }
  const now = bot.now();
  const changed = changedTiming(schedule.timing, change, now);
  if (changed.kind === 'past date') return { kind: 'over already' };
  if (changed.kind !== 'timing') return { kind: 'cannot change', schedule };
  const { timing, leavesOpen } = changed;
  const same = await sameBrief(bot, { team: schedule.team, channel, timing }, schedule.id);
  if (same !== undefined) return { kind: 'set up already', schedule: same };
  const { skip: _, stood: __, ...kept } = schedule;
  const wanted: Schedule = {
    ...kept,
    ...{ channel, timing },
    onClosed: onClosed ?? (leavesOpen ? 'skip' : schedule.onClosed),
    onStale: onStale ?? schedule.onStale,
    settledTo: now > schedule.settledTo ? now : schedule.settledTo,
  };
  return { kind: 'ready', wanted };
};

/**
 * Gives a schedule another time, other days, another zone or channel, by who may. What has passed by then is not made up
 * for. A channel that it is moved to hears of it first; where that fails, nothing is changed.
 */
export const rescheduleBrief = async (
  bot: BotContext,
  asker: Asker & { readonly isAdmin: boolean },
  schedule: Schedule,
  change: BriefEdit,
): Promise<BriefNotice> => {
  const prepared = await prepareChange(bot, asker, schedule, change);
  if (prepared.kind !== 'ready') return prepared;
  const { wanted } = prepared;
  const { channel } = wanted;
  if (channel !== schedule.channel) {
    const failed = refusalOf(await introduce(bot, asker, wanted, false), channel);
    if (failed !== undefined) return failed;
  }
  const saved = await bot.briefStore.changeSchedule(schedule.team, schedule.id, ({ paused }) => ({
    ...wanted,
    ...(paused && { paused }),
  }));
  if (!saved) return { kind: 'none here' };
  return { kind: 'changed', schedule: saved, next: nextPostOf(saved, bot.now()), missing: missingData(bot, saved) };
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
