import type { webApi } from '@slack/bolt';
import type { BriefEffect, BriefLikeness, BriefRefusal, Schedule, ScheduleRow } from '../../brief/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { loadPerson, type Person } from '../members.ts';
import { missingData, nextPostOf } from './brief-schedules.ts';

/** Which schedules a person may see, and which of them is meant. */

/** Who looks at schedules, and where. */
interface ScheduleViewer extends Pick<Asker, 'team' | 'user' | 'channel'> {
  readonly isAdmin: boolean;
}

/**
 * The schedules that a person may see, in the order they were made: of the channel they ask in, their own, and to an admin
 * all; a private channel is not for everybody.
 */
export const visibleSchedules = async (
  bot: BotContext,
  { team, user, channel, isAdmin }: ScheduleViewer,
): Promise<readonly ScheduleRow[]> => {
  const { briefStore, now } = bot;
  const at = now();
  return (await briefStore.schedules(team))
    .filter((schedule) => isAdmin || schedule.channel === channel || schedule.owner === user)
    .map((schedule) => {
      const next = nextPostOf(schedule, at);
      const mayChange = isAdmin || schedule.owner === user;
      return { number: schedule.number, schedule, next, mayChange, missing: missingData(bot, schedule) };
    });
};

/** Notes whose owner has left the workspace. */
export const withOwnersWhoLeft = (
  client: webApi.WebClient,
  rows: readonly ScheduleRow[],
): Promise<readonly ScheduleRow[]> => {
  const loading = new Map<string, Promise<Person>>();
  return Promise.all(
    rows.map(async (row) => {
      const { owner } = row.schedule;
      const person = loading.get(owner) ?? loadPerson(client, owner);
      loading.set(owner, person);
      return { ...row, hasLeft: (await person).hasLeft };
    }),
  );
};

/** What is done to one schedule. */
export type ScheduleEffect = Extract<BriefEffect, { readonly which?: number }>;
/** Whether a schedule has the channel, time and zone that are said of it. */
const isAlike = ({ channel, timing }: Schedule, of: BriefLikeness): boolean => {
  const clock = timing.kind === 'clock' ? timing : undefined;
  return (
    (of.channel ?? channel) === channel &&
    (of.time === undefined || of.time === clock?.time) &&
    (of.zone === undefined || of.zone === clock?.zone)
  );
};

/**
 * Which schedule is meant: the one with that number, or at that place of the list; without either, of those that are like
 * what was said, the only one of this channel, else the only one that the person may see.
 *
 * @param visible what the person may see
 */
export const chooseSchedule = (
  visible: readonly ScheduleRow[],
  channel: string,
  { which, place, of, do: verb }: ScheduleEffect,
): ScheduleRow | BriefRefusal => {
  const alike = of === undefined ? visible : visible.filter(({ schedule }) => isAlike(schedule, of));
  if (of !== undefined && alike.length === 0) return { kind: 'none like that' };
  const placed = place === undefined ? undefined : visible.at(place > 0 ? place - 1 : place);
  if (placed) return placed;
  if (which !== undefined) {
    return visible.find(({ number }) => number === which) ?? { kind: 'no such number', number: which };
  }
  const here = alike.filter(({ schedule }) => schedule.channel === channel);
  const rows = here.length > 0 ? here : alike;
  const [first, second] = rows;
  if (first === undefined) return { kind: 'none here' };
  return second === undefined && place === undefined ? first : { kind: 'which one', rows, verb };
};

/** A schedule was found. */
export const isRow = <T extends object>(
  chosen: T,
): chosen is Extract<T, { readonly schedule: unknown; readonly number: number }> =>
  'number' in chosen && 'schedule' in chosen;
