import { setTimeout as wait } from 'node:timers/promises';
import type { CompanyList, KeptCompanies } from '../companies/index.ts';
import { type Facts, type OwnFacts, ownPart, withOwn } from '../facts/index.ts';
import { day } from '../message/index.ts';
import type { Library } from '../notes/index.ts';
import type { TeamRecordStore } from '../store/index.ts';
import { type KeptNotes, libraryOf } from '../team-notes/index.ts';
import type { AskedTurn } from '../topics/turn.ts';
import { isoDate } from '../units.ts';
import type { CurrentFacts, RenderedAnswer } from './answer-cache.ts';
import type { BotContext, Sender } from './asker.ts';
import { loadMember } from './members.ts';
import { isDirectMessage } from './visibility.ts';

/** What workspaces have of their own, who may ask about it, and answers that rest on it. */

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

/** A click is to be answered within three seconds: what Slack does not say by then is not known. */
const MEMBER_MS = 1_500;

/** What the sender may ask about: what their own workspace has, and nothing of anybody else's. */
export const ownFacts = async ({ own }: Pick<BotContext, 'own'>, sender: Sender): Promise<OwnFacts | undefined> => {
  const { affiliation } = sender.origin;
  if (affiliation !== 'own' && affiliation !== 'unclear') return undefined;
  const all = await own.ofTeam(sender.team);
  if (all === undefined || affiliation === 'own') return all;
  const member = await Promise.race([
    loadMember(sender).catch(() => undefined),
    wait(MEMBER_MS, undefined, { ref: false }),
  ]);
  return member && all;
};

type Where = Parameters<BotContext['channels']['visibilityFor']>[0];

/** True where nobody of another company reads what is posted. */
const isOursAlone = async ({ channels }: BotContext, where: Where): Promise<boolean> =>
  isDirectMessage(where.channel) || (await channels.visibilityFor(where)) !== 'private: shared';

/** How long a brief waits for data that are being loaded. */
const BRIEF_LOAD_MS = 10_000;

/** The facts of a brief: nobody reads it as it is posted, so it waits up to ten seconds for data that are being loaded. */
export const freshFacts = async (currentFacts: () => CurrentFacts): Promise<Facts> => {
  const { facts, arriving } = currentFacts();
  if (arriving === undefined) return facts;
  const inTime = new AbortController();
  const late = wait(BRIEF_LOAD_MS, undefined, { signal: inTime.signal, ref: false }).catch(() => undefined);
  await Promise.race([arriving, late]);
  inTime.abort();
  return currentFacts().facts;
};

/** What a brief rests on in a channel: with what the workspace has of its own where nobody of another company reads it. */
export const briefFacts = async (bot: BotContext, where: Where, facts: Facts): Promise<Facts> => {
  const all = await bot.own.ofTeam(where.team);
  return all !== undefined && (await isOursAlone(bot, where)) ? withOwn(facts, all) : facts;
};

const countAnswer = ({ metrics }: BotContext, turn: AskedTurn): void => {
  if (turn.kind === 'question') metrics?.answered(turn.question.kind);
  else if (turn.kind !== 'unclear') return;
  else if (turn.reason === 'which' || turn.reason === 'several-moves') metrics?.askedBack();
  else metrics?.notUnderstood(turn.reason);
};

/** Answers a turn, with the sender's own companies where it is about those, and their own notes where only their people read it. */
export const answerFor = async (
  bot: BotContext,
  sender: Sender & { readonly channel: string },
  turn: AskedTurn,
): Promise<RenderedAnswer> => {
  const all = await ownFacts(bot, sender);
  const own = ownPart(all, {
    companies: turn.kind === 'question' && turn.question.kind === 'companies',
    notes: all?.notes !== undefined && (await isOursAlone(bot, sender)),
  });
  const rendered = bot.answers.forTurn(turn, own);
  countAnswer(bot, turn);
  return rendered;
};
