import { sql } from 'kysely';
import { isoInstant } from '../../units.ts';
import type { InstallationStore, StoredInstallation } from '../store.ts';
import { type Database, leaseEnd } from './database.ts';

const COLUMNS = ['team', 'installed_at', 'sealed'] as const;

/** An installation as a row holds it. */
export const installationOf = ({
  team,
  installed_at: installedAt,
  sealed,
}: Readonly<Record<'team' | 'sealed', string>> & { readonly installed_at: Date }): StoredInstallation => ({
  ...{ team, sealed },
  installedAt: isoInstant(installedAt.toISOString()),
});

/** Installations in the database, leased by its clock. */
export const createInstallations = ({ query }: Database, leaseMs: number): InstallationStore => ({
  installation: (team) =>
    query(async (db) => {
      const row = await db.selectFrom('installations').select(COLUMNS).where('team', '=', team).executeTakeFirst();
      return row && installationOf(row);
    }),
  installations: () =>
    query(async (db) =>
      (await db.selectFrom('installations').select(COLUMNS).orderBy('team').execute()).map(installationOf),
    ),
  keepInstallation: async ({ team, installedAt, sealed }) => {
    await query((db) =>
      sql`
        insert into installations (team, installed_at, sealed) values (${team}, ${installedAt}::timestamptz, ${sealed})
        on conflict (team) do update set
          installed_at = excluded.installed_at, sealed = excluded.sealed, owner = null, fence = nextval('fences')`.execute(
        db,
      ),
    );
  },
  takeInstallation: (team, owner) =>
    query(async (db) => {
      const { rows } = await sql<{ fence: string }>`
        update installations set owner = ${owner}, until = ${leaseEnd(leaseMs)}, fence = nextval('fences')
        where team = ${team} and (owner is null or until < clock_timestamp()) returning fence`.execute(db);
      return rows[0] && Number(rows[0].fence);
    }),
  settleInstallation: async (team, fence, sealed) => {
    await query((db) =>
      sql`
        update installations set owner = null, sealed = coalesce(${sealed ?? null}::text, sealed)
        where team = ${team} and fence = ${fence}`.execute(db),
    );
  },
});
