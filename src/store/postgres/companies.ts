import { sql } from 'kysely';
import type { KeptCompanies } from '../../companies/index.ts';
import { changedCompanies } from '../company-store.ts';
import { KeptCompaniesSchema } from '../schema.ts';
import type { CompanyStore } from '../store.ts';
import { callGiven, type Database } from './database.ts';

const parse = (body: unknown): KeptCompanies | undefined => KeptCompaniesSchema.safeParse(body).data;

/** The companies of each workspace in the database. */
export const createCompanies = ({ query, transaction }: Database): CompanyStore => ({
  companies: (team, known) =>
    query(async (db) => {
      const row = await db
        .selectFrom('companies')
        .select(['version', sql`case when version = ${known?.version ?? ''}::text then null else body end`.as('body')])
        .where('team', '=', team)
        .executeTakeFirst();
      if (!row?.version) return undefined;
      return row.version === known?.version ? known : parse(row.body);
    }),
  changeCompanies: (team, change, by) =>
    transaction(async (db) => {
      const { body } = await db
        .insertInto('companies')
        .values({ team })
        .onConflict((conflict) => conflict.column('team').doUpdateSet((row) => ({ team: row.ref('excluded.team') })))
        .returning('body')
        .executeTakeFirstOrThrow();
      const before = parse(body);
      const after = callGiven(() => changedCompanies(before, change, by));
      if (after === before) return before;
      await db
        .updateTable('companies')
        .set({ version: after?.version ?? null, body: after ? JSON.stringify(after) : null })
        .where('team', '=', team)
        .execute();
      return after;
    }),
});
