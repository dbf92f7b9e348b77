import type { CompanyList, KeptCompanies } from '../../companies/index.ts';
import type { Facts } from '../../facts/index.ts';
import { day } from '../../message/index.ts';
import { isoDate } from '../../units.ts';
import type { ResilientStore } from '../resilient-store.ts';

/** A workspace's companies, as answers know them. */
export interface OwnCompanies {
  readonly list: CompanyList;
  /** Tells it from every other list: of another workspace, or before a change. */
  readonly version: string;
}

const asOwn = (team: string, { companies, changedAt, version }: KeptCompanies): OwnCompanies => ({
  list: { companies, source: `Your list, changed ${day(isoDate(changedAt.slice(0, 10)))}` },
  version: `${team} ${version}`,
});

/**
 * The lists of workspaces. Each is read again where it has changed only, so that answers from one list share what was made of
 * it.
 */
export const createCompanyLists = (store: Pick<ResilientStore, 'companies'>) => {
  const known = new Map<string, { readonly kept: KeptCompanies; readonly own: OwnCompanies }>();
  return {
    /** Of a workspace, whoever asks. */
    ofTeam: async (team: string): Promise<OwnCompanies | undefined> => {
      const before = known.get(team);
      const kept = await store.companies(team, before?.kept);
      if (kept === undefined) {
        known.delete(team);
        return undefined;
      }
      if (kept === before?.kept) return before.own;
      const own = asOwn(team, kept);
      known.set(team, { kept, own });
      return own;
    },
  };
};

/** The lists of companies, of every workspace. */
export type CompanyLists = ReturnType<typeof createCompanyLists>;

/** The facts, and companies where there are some. */
export const withOwn = (facts: Facts, own: OwnCompanies | undefined): Facts =>
  own ? { ...facts, companies: own.list } : facts;
