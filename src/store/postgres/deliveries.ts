import { type Kysely, sql } from 'kysely';
import { addMilliseconds } from '../../units.ts';
import type { BriefStore, DueSlot, StoredDelivery } from '../kept-delivery.ts';
import { DeliverySchema, HeldBriefSchema, LastToldSchema } from '../schema.ts';
import { STORE_LIMITS } from '../state.ts';
import { callGiven, type Database, leaseEnd } from './database.ts';
import { lockSchedule, writeSchedule } from './schedules.ts';
import type { StoreTables } from './tables.ts';

type Deliveries = Pick<
  BriefStore,
  | 'claimDelivery'
  | 'renewDelivery'
  | 'postponeDelivery'
  | 'settleDelivery'
  | 'deliveries'
  | 'unsettledDeliveries'
  | 'lastTold'
  | 'holdBack'
  | 'takeHeld'
>;

const COLUMNS = ['schedule', 'slot', 'due', 'at', 'outcome', 'progress'] as const;

/** What the database holds of one; undefined where a later version wrote it. */
export const parseDelivery = (row: {
  readonly schedule: string;
  readonly slot: string;
  readonly due: Date;
  readonly at: Date;
  readonly outcome: unknown;
  readonly progress: unknown;
}): StoredDelivery | undefined =>
  DeliverySchema.safeParse({
    ...{ schedule: row.schedule, slot: row.slot, outcome: row.outcome },
    ...{ due: row.due.toISOString(), at: row.at.toISOString() },
    ...(row.progress !== null && { progress: row.progress }),
  }).data;

const isOpen = sql<boolean>`deliveries.outcome->>'kind' = 'claimed'`;
const CLAIMED = JSON.stringify({ kind: 'claimed' });

/** Deletes the oldest of a schedule beyond the limit. */
const prune = async (db: Kysely<StoreTables>, schedule: string): Promise<void> => {
  const { most } = STORE_LIMITS.deliveries;
  await db
    .deleteFrom('deliveries')
    .where('schedule', '=', schedule)
    .where(
      'seq',
      '<=',
      db
        .selectFrom('deliveries as newer')
        .select('newer.seq')
        .where('newer.schedule', '=', schedule)
        .orderBy('newer.seq', 'desc')
        .offset(most)
        .limit(1),
    )
    .execute();
};

/** Deliveries in the database, leased by its clock. */
export const createDeliveries = ({ query, transaction }: Database, leaseMs: number): Deliveries => {
  const until = leaseEnd(leaseMs);

  /** A claim in one statement; undefined where somebody has it in hand, it has its outcome, or its schedule is gone. */
  const claim = async (db: Kysely<StoreTables>, { schedule, slot, due }: DueSlot, owner: string, now: string) =>
    (
      await sql<{ fence: string; is_new: boolean; was_unfinished: boolean; progress: unknown }>`
        insert into deliveries (schedule, slot, due, at, outcome, owner, until)
        select ${schedule}, ${slot}, ${due}::timestamptz, ${now}::timestamptz, ${CLAIMED}::jsonb, ${owner}, ${until}
        where exists (select 1 from schedules where id = ${schedule} for share)
        on conflict (schedule, slot) do update set
          owner = excluded.owner, until = excluded.until, fence = nextval('fences'),
          was_unfinished = deliveries.unfinished, unfinished = true
        where ${isOpen} and (deliveries.owner is null or deliveries.until < clock_timestamp())
        returning fence, xmax = 0 as is_new, was_unfinished, progress`.execute(db)
    ).rows[0];

  return {
    claimDelivery: ({ schedule, slot, due }, owner, now) =>
      transaction(async (db) => {
        const given = await claim(db, { schedule, slot, due }, owner, now);
        if (given?.is_new) await prune(db, schedule);
        if (given) {
          const { fence, was_unfinished: mayBeUnfinished, progress } = given;
          const before = parseDelivery({
            ...{ schedule, slot, due: new Date(due), at: new Date(now), outcome: { kind: 'claimed' }, progress },
          });
          const held = { schedule, slot, due, fence: Number(fence), mayBeUnfinished };
          return { kind: 'claimed', ...held, ...(before?.progress && { progress: before.progress }) };
        }
        const row = await db
          .selectFrom('deliveries')
          .select(isOpen.as('isOpen'))
          .where('schedule', '=', schedule)
          .where('slot', '=', slot)
          .executeTakeFirst();
        return { kind: row?.isOpen ? 'held' : 'over' };
      }),
    renewDelivery: ({ schedule, slot, fence }) =>
      query(async (db) => {
        const renewed = await sql`
          update deliveries set until = ${until}
          where schedule = ${schedule} and slot = ${slot} and fence = ${fence} and ${isOpen} returning fence`.execute(
          db,
        );
        return renewed.rows.length > 0;
      }),
    postponeDelivery: async ({ schedule, slot, fence }, progress) => {
      await query((db) =>
        sql`
          update deliveries set progress = ${JSON.stringify(progress)}::jsonb, owner = null, unfinished = false
          where schedule = ${schedule} and slot = ${slot} and fence = ${fence} and ${isOpen}`.execute(db),
      );
    },
    settleDelivery: ({ schedule: id, slot, due, outcome }, now, { fence, lastTold, change } = {}) =>
      transaction(async (db) => {
        const schedule = await lockSchedule(db, id);
        if (schedule === undefined) return true;
        const settled = { at: now, outcome: JSON.stringify(outcome), progress: null, owner: null };
        if (fence === undefined) {
          await db
            .insertInto('deliveries')
            .values({ schedule: id, slot, due, at: now, outcome: settled.outcome })
            .onConflict((conflict) => conflict.columns(['schedule', 'slot']).doUpdateSet(settled))
            .execute();
          await prune(db, id);
        } else {
          const written = await db
            .updateTable('deliveries')
            .set(settled)
            .where('schedule', '=', id)
            .where('slot', '=', slot)
            .where(sql<boolean>`fence = ${fence} and ${isOpen}`)
            .returning('slot')
            .executeTakeFirst();
          if (written === undefined) return false;
        }
        if (lastTold) {
          const { team, channel } = schedule;
          const mark = { body: JSON.stringify(lastTold), at: lastTold.at };
          await db
            .insertInto('marks')
            .values({ team, channel, ...mark })
            .onConflict((conflict) => conflict.columns(['team', 'channel']).doUpdateSet(mark))
            .execute();
        }
        if (change)
          await writeSchedule(
            db,
            callGiven(() => change(schedule)),
          );
        return true;
      }),
    deliveries: (team, schedule) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .select(COLUMNS)
          .where('schedule', '=', schedule)
          .where('schedule', 'in', db.selectFrom('schedules').select('id').where('team', '=', team))
          .orderBy('due', 'desc')
          .orderBy('seq', 'desc')
          .execute();
        return rows.flatMap((row) => parseDelivery(row) ?? []);
      }),
    unsettledDeliveries: () =>
      query(async (db) => {
        const isHeld = sql<boolean>`owner is not null and until >= clock_timestamp()`.as('isHeld');
        const rows = await db
          .selectFrom('deliveries')
          .select([...COLUMNS, isHeld])
          .where(isOpen)
          .orderBy('seq')
          .execute();
        return rows.flatMap((row) => {
          const delivery = parseDelivery(row);
          return delivery ? [{ ...delivery, isHeld: row.isHeld }] : [];
        });
      }),
    lastTold: (team, channel) =>
      query(async (db) => {
        const row = await db
          .selectFrom('marks')
          .select('body')
          .where('team', '=', team)
          .where('channel', '=', channel)
          .executeTakeFirst();
        return LastToldSchema.safeParse(row?.body).data;
      }),
    holdBack: async (held) => {
      const { team, channel, user: person, at } = held;
      const columns = { body: JSON.stringify(held), at };
      await query((db) =>
        db
          .insertInto('held')
          .values({ team, channel, person, ...columns })
          .onConflict((conflict) =>
            conflict
              .columns(['team', 'channel', 'person'])
              .doUpdateSet({ ...columns, seq: sql`nextval('fences')` } as never),
          )
          .execute(),
      );
    },
    takeHeld: (team, channel, now) =>
      query(async (db) => {
        const rows = await db
          .deleteFrom('held')
          .where('team', '=', team)
          .where('channel', '=', channel)
          .returning(['body', 'seq'])
          .execute();
        const since = addMilliseconds(now, -STORE_LIMITS.held.lifeMs);
        return rows
          .toSorted((one, other) => Number(one.seq) - Number(other.seq))
          .flatMap(({ body }) => HeldBriefSchema.safeParse(body).data ?? [])
          .filter(({ at }) => at > since);
      }),
  };
};
