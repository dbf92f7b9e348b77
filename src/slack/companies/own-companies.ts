import { setTimeout as wait } from 'node:timers/promises';
import type { CompanyList, KeptCompanies } from '../../companies/index.ts';
import type { Facts } from '../../facts/index.ts';
import { day } from '../../message/index.ts';
import type { AskedTurn } from '../../topics/turn.ts';
import { isoDate } from '../../units.ts';
import type { RenderedAnswer } from '../answer-cache.ts';
import type { BotContext, Sender } from '../asker.ts';
import { isDirectMessage } from '../incoming-message.ts';
import { loadMember } from '../members.ts';
import type { ResilientStore } from '../resilient-store.ts';

/** A workspace's companies, as answers know them. */
export interface OwnCompanies {
  readonly list: CompanyList;
  /** Tells it from every other list: of another workspace, or before a change. */
  readonly version: string;
}

/** A click is to be answered within three seconds: what Slack does not say by then is not known. */
const MEMBER_MS = 1_500;

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

  const ofTeam = async (team: string): Promise<OwnCompanies | undefined> => {
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
  };

  return {
    /** Of a workspace, whoever asks. */
    ofTeam,
    /** What the sender may ask about: their own workspace's list, and nothing of anybody else's. */
    of: async (sender: Sender): Promise<OwnCompanies | undefined> => {
      const { affiliation } = sender.origin;
      if (affiliation !== 'own' && affiliation !== 'unclear') return undefined;
      const own = await ofTeam(sender.team);
      if (own === undefined || affiliation === 'own') return own;
      const member = await Promise.race([
        loadMember(sender).catch(() => undefined),
        wait(MEMBER_MS, undefined, { ref: false }),
      ]);
      return member && own;
    },
  };
};

/** The lists of companies, for whoever may see them. */
export type CompanyLists = ReturnType<typeof createCompanyLists>;

/** The facts, and companies where there are some. */
export const withOwn = (facts: Facts, own: OwnCompanies | undefined): Facts =>
  own ? { ...facts, companies: own.list } : facts;

/** What a brief rests on in a channel: with the workspace's companies where nobody of another company reads it. */
export const briefFacts = async (
  { companyLists, channels }: BotContext,
  where: Parameters<BotContext['channels']['visibilityFor']>[0],
  facts: Facts,
): Promise<Facts> => {
  const own = await companyLists.ofTeam(where.team);
  if (own === undefined) return facts;
  const isOurs = isDirectMessage(where.channel) || (await channels.visibilityFor(where)) !== 'private: shared';
  return isOurs ? withOwn(facts, own) : facts;
};

/** Answers a turn, with the sender's own companies where it is about those. */
export const answerFor = async (bot: BotContext, sender: Sender, turn: AskedTurn): Promise<RenderedAnswer> => {
  const isAboutOwn = turn.kind === 'question' && turn.question.kind === 'companies';
  return bot.answers.forTurn(turn, isAboutOwn ? await bot.companyLists.of(sender) : undefined);
};
