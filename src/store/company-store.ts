import { randomBytes } from 'node:crypto';
import type { KeptCompanies, ListedCompany } from '../companies/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Persistence, State } from './state.ts';
import type { CompanyStore } from './store.ts';

const VERSION_BYTES = 9;

/**
 * What a list comes to by a change.
 *
 * @returns the list itself where nothing changes; undefined where it has no companies any more
 */
export const changedCompanies = (
  before: KeptCompanies | undefined,
  change: (companies: readonly ListedCompany[]) => readonly ListedCompany[],
  { user, now }: { readonly user: string; readonly now: IsoInstant },
): KeptCompanies | undefined => {
  const was = before?.companies ?? [];
  const companies = change(was);
  if (companies === was) return before;
  if (companies.length === 0) return undefined;
  const version = randomBytes(VERSION_BYTES).toString('base64url');
  return { ...before, version, companies, changedAt: now, changedBy: user };
};

/** The companies of each workspace, in memory and written after each change. */
export const createCompanyStore = (
  { companies: lists }: State,
  { commit }: Pick<Persistence, 'commit'>,
  assertOpen: () => void,
): CompanyStore => ({
  companies: async (team) => {
    assertOpen();
    return lists.get(team);
  },
  changeCompanies: async (team, change, by) => {
    assertOpen();
    const put = (list: KeptCompanies | undefined): void => {
      if (list === undefined) lists.delete(team);
      else lists.set(team, list);
    };
    const before = lists.get(team);
    const after = changedCompanies(before, change, by);
    if (after === before) return before;
    put(after);
    try {
      await commit(by.now);
    } catch (error) {
      // unless it was changed again since
      if (lists.get(team) === after) put(before);
      throw error;
    }
    return after;
  },
});
