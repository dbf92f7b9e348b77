import { type Kysely, sql } from 'kysely';
import { addMilliseconds, type IsoInstant, instantAt } from '../../units.ts';
import { countedVote, rememberedThread, threadId, touchThread, voterId, withSpeaker } from '../conversation-store.ts';
import type { Asked } from '../kept-request.ts';
import { ThreadSchema } from '../schema.ts';
import { emptyState, keyOf, STORE_LIMITS } from '../state.ts';
import type { ConversationStore, Thread, ThreadKey } from '../store.ts';
import { callGiven, type Database } from './database.ts';
import type { StoreTables } from './tables.ts';

const NEVER = instantAt(0);

const parseThread = (body: unknown): Thread | undefined => ThreadSchema.safeParse(body).data;

/** What one thread comes to, by the rules of the store in memory. */
const stateWith = (key: ThreadKey, thread: Thread | undefined) => {
  const state = emptyState();
  if (thread) state.threads.set(threadId(key), thread);
  return state;
};

/** A thread's row, locked to the end of the transaction; it is made where there is none. */
const lockThread = async (db: Kysely<StoreTables>, key: ThreadKey): Promise<Thread | undefined> => {
  const { body } = await db
    .insertInto('threads')
    .values({ id: threadId(key), team: key.team, touched: NEVER })
    .onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ id: row.ref('excluded.id') })))
    .returning('body')
    .executeTakeFirstOrThrow();
  return parseThread(body);
};

/** @param update is given the thread, which stays as it is until the end of the transaction */
const touch = async (
  db: Kysely<StoreTables>,
  key: ThreadKey,
  update: (thread: Thread | undefined) => Parameters<typeof touchThread>[2],
  now: IsoInstant,
): Promise<void> => {
  const state = stateWith(key, await lockThread(db, key));
  const made = callGiven(() => update(rememberedThread(state, key, now)));
  touchThread(state, key, made, now);
  const body = JSON.stringify(state.threads.get(threadId(key)));
  await db.updateTable('threads').set({ body, touched: now }).where('id', '=', threadId(key)).execute();
};

/** Threads, turns and votes in the database. */
export const createConversations = ({ query, transaction }: Database): ConversationStore => ({
  thread: (key, now) =>
    query(async (db) => {
      const row = await db.selectFrom('threads').select('body').where('id', '=', threadId(key)).executeTakeFirst();
      return rememberedThread(stateWith(key, parseThread(row?.body)), key, now);
    }),
  claimTurn: ({ key, message, request, change }, now) =>
    transaction(async (db) => {
      const claimed = await db
        .insertInto('claims')
        .values({ id: keyOf(key.team, key.channel, message), team: key.team, at: now })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ at: now })
            .where('claims.at', '<=', sql<Date>`${addMilliseconds(now, -STORE_LIMITS.claims.lifeMs)}`),
        )
        .returning('id')
        .executeTakeFirst();
      if (claimed === undefined) return 'answered before';
      let asked: Asked | undefined;
      const update = (thread: Thread | undefined) => {
        const { asked: anew, ...made } = change(thread);
        asked = anew;
        return { ...made, answered: true };
      };
      await touch(db, key, update, now);
      if (asked !== undefined && request !== undefined) {
        await sql`
          update requests set body = jsonb_set(body, '{asked}', ${JSON.stringify(asked)}::jsonb)
          where id = ${request.id} and fence = ${request.fence}`.execute(db);
      }
      return 'taken';
    }),
  rememberRoot: (key, asked, now) => transaction((db) => touch(db, key, () => ({ ...asked, rooted: true }), now)),
  stopAnswers: (key, stopped, now) => transaction((db) => touch(db, key, () => ({ stopped }), now)),
  lastStops: (keys) =>
    query(async (db) => {
      const ids = keys.map(threadId);
      const rows = await db
        .selectFrom('threads')
        .select(['id', sql<string | null>`body->>'stopped'`.as('stopped')])
        .where('id', 'in', ids)
        .execute();
      const stops = new Map(rows.map(({ id, stopped }) => [id, stopped ?? undefined]));
      return ids.map((id) => stops.get(id));
    }),
  addSpeaker: (key, user, now) =>
    transaction(async (db) => {
      const id = threadId(key);
      const row = await db.selectFrom('threads').select('body').where('id', '=', id).forUpdate().executeTakeFirst();
      const thread = rememberedThread(stateWith(key, parseThread(row?.body)), key, now);
      if (thread === undefined) return;
      const body = JSON.stringify({ ...thread, speakers: withSpeaker(thread.speakers, user) });
      await db.updateTable('threads').set({ body }).where('id', '=', id).execute();
    }),
  vote: (vote, now) =>
    transaction(async (db) => {
      const id = voterId(vote);
      const { team, kind, thumb } = vote;
      await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db);
      const stored = await db
        .selectFrom('voters')
        .select(['kind', 'thumb'])
        .where('id', '=', id)
        .where('at', '>', sql<Date>`${addMilliseconds(now, -STORE_LIMITS.voters.lifeMs)}`)
        .executeTakeFirst();
      const { outcome, counts } = callGiven(() => countedVote(vote, stored));
      if (outcome === 'unchanged') return outcome;
      for (const { kind: of, up, down } of counts) {
        await db
          .insertInto('votes')
          .values({ kind: of, up: Math.max(0, up), down: Math.max(0, down) })
          .onConflict((conflict) =>
            conflict
              .column('kind')
              .doUpdateSet({
                up: sql<number>`greatest(0, votes.up + ${up}::int)`,
                down: sql<number>`greatest(0, votes.down + ${down}::int)`,
              }),
          )
          .execute();
      }
      await db
        .insertInto('voters')
        .values({ id, team, kind, thumb, at: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind, thumb, at: now }))
        .execute();
      return outcome;
    }),
  votes: () => query((db) => db.selectFrom('votes').selectAll().orderBy('kind').execute()),
});
