import type { BriefRefusal, ScheduleRow } from '../../blocks/index.ts';
import type { BriefEffect } from '../../questions/index.ts';

/** Who asks, and where. */
export interface Viewer {
  readonly user: string;
  readonly channel: string;
  readonly isAdmin: boolean;
}

/** Those a person may see: of the channel they ask in, their own, and to an admin all; a private channel is not for everybody. */
export const visibleTo = (rows: readonly ScheduleRow[], { user, channel, isAdmin }: Viewer): readonly ScheduleRow[] =>
  rows.filter(({ schedule }) => isAdmin || schedule.channel === channel || schedule.owner === user);

/** What is done to one schedule. */
export type OneSchedule = Extract<BriefEffect, { readonly which?: number }>;

/**
 * Which schedule is meant: the one with that number; without a number the only one of this channel, else the only one
 * that the person may see.
 *
 * @param visible as `visibleTo` leaves them
 */
export const choose = (
  visible: readonly ScheduleRow[],
  channel: string,
  { which, do: verb }: OneSchedule,
): ScheduleRow | BriefRefusal => {
  if (which !== undefined) {
    return visible.find(({ number }) => number === which) ?? { kind: 'no such number', number: which };
  }
  const here = visible.filter(({ schedule }) => schedule.channel === channel);
  const rows = here.length > 0 ? here : visible;
  const [first, second] = rows;
  if (first === undefined) return { kind: 'none here' };
  return second === undefined ? first : { kind: 'which one', rows, verb };
};
