import { sql } from 'kysely';
import { addMilliseconds } from '../../units.ts';
import { KeptRequestSchema, type OpenRequest, RecipientSchema, type RequestStore } from '../kept-request.ts';
import { type Database, leaseEnd } from './database.ts';

/** Slack's requests may be sent again for five minutes, dated up to five minutes ahead. */
const TAKEN_MS = 20 * 60_000;
/** What was left is taken up by so many at a time. */
const MOST_AT_ONCE = 200;

interface Row {
  readonly id: string;
  readonly body: unknown;
  readonly sending: string | null;
}

/** Undefined where a later version wrote it. */
export const parseRequest = ({ id, body, sending }: Row): OpenRequest | undefined => {
  const request = KeptRequestSchema.safeParse(body).data;
  const to = RecipientSchema.safeParse(sending).data;
  return request && { id, request, ...(to && { sending: to }) };
};

/** Kept requests in the database, leased by its clock. */
export const createRequests = ({ query }: Database, leaseMs: number): RequestStore => {
  const until = leaseEnd(leaseMs);
  return {
    keepRequest: (id, request, owner) =>
      query(async (db) => {
        const { rows } = await sql<{ fence: string }>`
          insert into requests (id, team, body, owner, until)
          values (${id}, ${request.team}, ${JSON.stringify(request)}::jsonb, ${owner}, ${until})
          on conflict do nothing returning fence`.execute(db);
        const [kept] = rows;
        return kept ? { kind: 'kept', fence: Number(kept.fence) } : { kind: 'kept before' };
      }),
    takeRequests: (owner) =>
      query(async (db) => {
        const { rows } = await sql<Row & { fence: string; seq: string }>`
          update requests set owner = ${owner}, until = ${until}, fence = nextval('fences')
          where id in (
            select id from requests where until < clock_timestamp() order by seq limit ${MOST_AT_ONCE}
            for update skip locked
          )
          returning id, seq, body, sending, fence`.execute(db);
        return rows
          .toSorted((one, other) => Number(one.seq) - Number(other.seq))
          .flatMap((row) => {
            const open = parseRequest(row);
            return open ? [{ ...open, fence: Number(row.fence) }] : [];
          });
      }),
    markSending: (id, to, fence) =>
      query(async (db) => {
        const { rows } = await sql`
          update requests set sending = ${to}, until = ${until} where id = ${id} and fence = ${fence} returning id`.execute(
          db,
        );
        return rows.length > 0;
      }),
    dropRequest: async (id, fence) => {
      await query((db) => sql`delete from requests where id = ${id} and fence = ${fence}`.execute(db));
    },
    openRequests: () =>
      query(async (db) => {
        const rows = await db.selectFrom('requests').select(['id', 'body', 'sending']).orderBy('seq').execute();
        return rows.flatMap((row) => parseRequest(row) ?? []);
      }),
    rememberTaken: (name, now) =>
      query(async (db) => {
        const { rows } = await sql`
          with old as (delete from taken where at < ${addMilliseconds(now, -TAKEN_MS)}::timestamptz)
          insert into taken (name, at) values (${name}, ${now}::timestamptz) on conflict do nothing returning name`.execute(
          db,
        );
        return rows.length > 0;
      }),
    wasTaken: (name) =>
      query(async (db) => {
        const row = await db.selectFrom('taken').select('name').where('name', '=', name).executeTakeFirst();
        return row !== undefined;
      }),
  };
};
