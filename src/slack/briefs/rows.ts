import type { webApi } from '@slack/bolt';
import type { ScheduleRow } from '../../blocks/index.ts';
import { nextPost, type Schedule } from '../../brief/index.ts';
import type { IsoInstant } from '../../units.ts';
import { personOf } from '../people.ts';

/** When it is posted next, as things stand. */
export const nextOf = (schedule: Schedule, now: IsoInstant): IsoInstant | undefined => nextPost(schedule, now)?.due;

/** The schedules of a workspace, with the numbers by which they can be named. @param all in the order they were made */
export const rowsOf = (all: readonly Schedule[], now: IsoInstant): readonly ScheduleRow[] =>
  all.map((schedule) => {
    const next = nextOf(schedule, now);
    return { number: schedule.number, schedule, ...(next !== undefined && { next }) };
  });

/** The same, with who has left the workspace. */
export const withLeavers = (
  client: webApi.WebClient,
  rows: readonly ScheduleRow[],
): Promise<readonly ScheduleRow[]> => {
  const asked = new Map<string, ReturnType<typeof personOf>>();
  return Promise.all(
    rows.map(async (row) => {
      const { owner } = row.schedule;
      const person = asked.get(owner) ?? personOf(client, owner);
      asked.set(owner, person);
      return { ...row, hasLeft: (await person).hasLeft };
    }),
  );
};
