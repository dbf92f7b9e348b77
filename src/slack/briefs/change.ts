import {
  type BriefNotice,
  dayMeant,
  isPaused,
  nextPost,
  type SaidDay,
  type Schedule,
  wallClock,
  zoneOf,
} from '../../brief/index.ts';
import { StoreError } from '../../store/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Desk } from '../context.ts';
import { memberOf, type Sender } from '../members.ts';
import { nextOf } from './show.ts';

/** The store's failure, in words: nothing is claimed to be kept that is not. */
export const orNotKept = async (work: () => Promise<BriefNotice>): Promise<BriefNotice> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'not kept' };
    throw error;
  }
};

/** What may be done to a schedule that there is. */
export type ScheduleChange =
  | { readonly do: 'pause'; readonly until?: SaidDay | undefined }
  | { readonly do: 'resume' }
  | { readonly do: 'skip' }
  | { readonly do: 'remove' };

/** Undefined where the schedule has gone meanwhile. */
type Changed = BriefNotice | undefined;

const pause = async ({ store, now }: Desk, schedule: Schedule, until: SaidDay | undefined): Promise<Changed> => {
  const today = wallClock(now(), zoneOf(schedule)).date;
  const day: IsoDate | undefined = until && dayMeant(until, today);
  if (day !== undefined && day <= today) return { kind: 'past date' };
  const paused = { ...(day !== undefined && { until: day }) };
  const kept = await store.changeSchedule(schedule.id, (was) => ({ ...was, paused }));
  return kept ? { kind: 'paused', schedule: kept } : undefined;
};

const resume = async ({ store, now }: Desk, { id }: Schedule): Promise<Changed> => {
  const kept = await store.changeSchedule(id, ({ paused: _, skip: __, ...rest }) => rest);
  return kept ? { kind: 'resumed', schedule: kept, next: nextOf(kept, now()) } : undefined;
};

const skipNext = async ({ store, now }: Desk, schedule: Schedule): Promise<Changed> => {
  const skipped = nextPost({ ...schedule, skip: undefined }, now());
  if (skipped === undefined) return { kind: isPaused(schedule, now()) ? 'paused already' : 'nothing to skip' };
  const kept = await store.changeSchedule(schedule.id, (was) => ({ ...was, skip: skipped.date }));
  return kept ? { kind: 'skipping', schedule: kept, skipped: skipped.due, next: nextOf(kept, now()) } : undefined;
};

const remove = async ({ store }: Desk, schedule: Schedule): Promise<Changed> => {
  const removed = await store.changeSchedule(schedule.id, () => null);
  return removed === null ? { kind: 'removed', schedule } : undefined;
};

const changed = (desk: Desk, schedule: Schedule, change: ScheduleChange): Promise<Changed> => {
  switch (change.do) {
    case 'pause':
      return pause(desk, schedule, change.until);
    case 'resume':
      return resume(desk, schedule);
    case 'skip':
      return skipNext(desk, schedule);
    case 'remove':
      return remove(desk, schedule);
  }
};

/** Changes a schedule, by who may: who set it up, and workspace admins. */
export const changeBrief = async (
  desk: Desk,
  schedule: Schedule,
  { user, isAdmin }: { readonly user: string; readonly isAdmin: boolean },
  change: ScheduleChange,
): Promise<BriefNotice> => {
  if (schedule.owner !== user && !isAdmin) return { kind: 'not allowed', schedule };
  return (await changed(desk, schedule, change)) ?? { kind: 'none here' };
};

/** In words for the Home tab, which has no room for more. */
const IN_SHORT: Partial<Record<BriefNotice['kind'], string>> = {
  'not allowed': 'Not changed: whoever set it up or a workspace admin may change it.',
  'none here': 'It was gone already.',
  'not kept': 'Not changed: it could not be written down. Try again in a minute.',
};

/** Changes a schedule that is named by its id. @returns why it was not changed, in words; undefined where it was */
export const changeById = async (
  desk: Desk,
  visitor: Sender & { readonly team: string },
  id: string,
  change: ScheduleChange,
): Promise<string | undefined> => {
  const { team, user } = visitor;
  const member = await memberOf(visitor);
  if (member === undefined) return IN_SHORT['not allowed'];
  const schedule = (await desk.store.schedules(team)).find((one) => one.id === id);
  if (schedule === undefined) return IN_SHORT['none here'];
  const { isAdmin } = member;
  const { kind } = await orNotKept(() => changeBrief(desk, schedule, { user, isAdmin }, change));
  return IN_SHORT[kind];
};
