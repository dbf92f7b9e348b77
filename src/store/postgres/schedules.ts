import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { nextLook, type Schedule } from '../../brief/index.ts';
import type { BriefStore } from '../kept-delivery.ts';
import { parseSchedule } from '../schema.ts';
import { callGiven, type Database } from './database.ts';
import type { StoreTables } from './tables.ts';

const ID_BYTES = 8;

type Schedules = Pick<
  BriefStore,
  'schedules' | 'schedule' | 'scheduleOf' | 'dueSchedules' | 'addSchedule' | 'changeSchedule'
>;

/** A schedule's columns. */
export const scheduleRow = (schedule: Schedule) => ({
  id: schedule.id,
  team: schedule.team,
  body: JSON.stringify(schedule),
  next_look: nextLook(schedule) ?? null,
});

const rowOf = (db: Kysely<StoreTables>, id: string) => db.selectFrom('schedules').select('body').where('id', '=', id);

/** A schedule and its row, locked to the end of the transaction. */
export const lockSchedule = async (db: Kysely<StoreTables>, id: string): Promise<Schedule | undefined> =>
  parseSchedule((await rowOf(db, id).forUpdate().executeTakeFirst())?.body);

export const writeSchedule = async (db: Kysely<StoreTables>, schedule: Schedule): Promise<void> => {
  const { id, ...columns } = scheduleRow(schedule);
  await db.updateTable('schedules').set(columns).where('id', '=', id).execute();
};

/** Schedules in the database; which are due is found by an index. */
export const createSchedules = ({ query, transaction }: Database): Schedules => {
  const parsed = (rows: readonly { readonly body: unknown }[]): readonly Schedule[] =>
    rows.flatMap(({ body }) => parseSchedule(body) ?? []);

  return {
    schedules: (team) =>
      query(async (db) => {
        const all = db.selectFrom('schedules').select('body').where('team', '=', team).orderBy('seq');
        return parsed(await all.execute());
      }),
    schedule: (team, id) =>
      query(async (db) => parseSchedule((await rowOf(db, id).where('team', '=', team).executeTakeFirst())?.body)),
    scheduleOf: ({ schedule: id }) =>
      query(async (db) => parseSchedule((await rowOf(db, id).executeTakeFirst())?.body)),
    dueSchedules: (now) =>
      query(async (db) =>
        parsed(
          await db
            .selectFrom('schedules')
            .select('body')
            .where('next_look', '<=', new Date(now))
            .orderBy('seq')
            .execute(),
        ),
      ),
    addSchedule: (requested, most) =>
      transaction(async (db) => {
        const { team } = requested;
        const { highest } = await db
          .insertInto('numbers')
          .values({ team, highest: 0 })
          .onConflict((conflict) => conflict.column('team').doUpdateSet((row) => ({ team: row.ref('excluded.team') })))
          .returning('highest')
          .executeTakeFirstOrThrow();
        const { count } = await db
          .selectFrom('schedules')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('team', '=', team)
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return undefined;
        const id = randomBytes(ID_BYTES).toString('hex');
        const schedule: Schedule = { ...requested, id, number: highest + 1, settledTo: requested.createdAt };
        await db.insertInto('schedules').values(scheduleRow(schedule)).execute();
        await db
          .updateTable('numbers')
          .set({ highest: highest + 1 })
          .where('team', '=', team)
          .execute();
        return schedule;
      }),
    changeSchedule: (team, id, change) =>
      transaction(async (db) => {
        const schedule = await lockSchedule(db, id);
        if (schedule?.team !== team) return undefined;
        const changed = callGiven(() => change(schedule));
        if (changed === null) await db.deleteFrom('schedules').where('id', '=', id).execute();
        else if (changed !== schedule) await writeSchedule(db, changed);
        return changed;
      }),
  };
};
