import type { CompanyList, KeptCompanies } from '../companies/index.ts';
import type { Facts } from '../facts/index.ts';
import { day } from '../message/index.ts';
import type { Library } from '../notes/index.ts';
import type { TeamRecordStore } from '../store/index.ts';
import { type KeptNotes, libraryOf } from '../team-notes/index.ts';
import { isoDate } from '../units.ts';

/** What a workspace has of its own, as answers know it. */
export interface OwnFacts {
  readonly companies?: CompanyList | undefined;
  /** Its notes, and those of the house unless it has switched them off. */
  readonly notes?: Library | undefined;
  /** Tells it from everything else: of another workspace, or before a change. */
  readonly version: string;
}

const asList = ({ companies, changedAt }: KeptCompanies): CompanyList => ({
  companies,
  source: `Your list, changed ${day(isoDate(changedAt.slice(0, 10)))}`,
});

/** One kind of record of each workspace, read again where it has changed only, so that answers share what was made of it. */
const remembering = <Kept extends { readonly version: string }, Made>(
  load: (team: string, known?: Kept) => Promise<Kept | undefined>,
  make: (kept: Kept) => Made,
) => {
  const known = new Map<string, { readonly kept: Kept; readonly made: Made }>();
  return async (team: string): Promise<{ readonly kept: Kept; readonly made: Made } | undefined> => {
    const before = known.get(team);
    const kept = await load(team, before?.kept);
    if (kept === undefined) {
      known.delete(team);
      return undefined;
    }
    if (before && kept === before.kept) return before;
    const read = { kept, made: make(kept) };
    known.set(team, read);
    return read;
  };
};

/** What workspaces have of their own. */
export const createOwnFacts = (store: Pick<TeamRecordStore, 'companies' | 'notes'>) => {
  const companiesOf = remembering<KeptCompanies, CompanyList>(store.companies, asList);
  const notesOf = remembering<KeptNotes, Library>(store.notes, libraryOf);
  return {
    /** Of a workspace, whoever asks. */
    ofTeam: async (team: string): Promise<OwnFacts | undefined> => {
      const [companies, notes] = await Promise.all([companiesOf(team), notesOf(team)]);
      if (companies === undefined && notes === undefined) return undefined;
      return {
        ...(companies && { companies: companies.made }),
        ...(notes && { notes: notes.made }),
        version: [team, companies?.kept.version ?? '', notes?.kept.version ?? ''].join(' '),
      };
    },
  };
};

/** What every workspace has of its own. */
export type OwnFactsOfTeams = ReturnType<typeof createOwnFacts>;

/** The part of it that another answer shares; undefined where nothing is left. */
export const ownPart = (
  own: OwnFacts | undefined,
  wanted: { readonly companies: boolean; readonly notes: boolean },
): OwnFacts | undefined => {
  const companies = wanted.companies ? own?.companies : undefined;
  const notes = wanted.notes ? own?.notes : undefined;
  if (own === undefined || (companies === undefined && notes === undefined)) return undefined;
  const [team, ofCompanies, ofNotes] = own.version.split(' ');
  return { companies, notes, version: [team, companies && ofCompanies, notes && ofNotes].join(' ') };
};

/** The facts, with what a workspace has of its own. */
export const withOwn = (facts: Facts, own: OwnFacts | undefined): Facts =>
  own
    ? { ...facts, ...(own.companies && { companies: own.companies }), ...(own.notes && { notes: own.notes }) }
    : facts;
