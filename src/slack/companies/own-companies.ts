import { setTimeout as wait } from 'node:timers/promises';
import type { Facts } from '../../facts/index.ts';
import type { AskedTurn } from '../../topics/turn.ts';
import type { RenderedAnswer } from '../answer-cache.ts';
import type { BotContext, Sender } from '../asker.ts';
import { isDirectMessage } from '../incoming-message.ts';
import { loadMember } from '../members.ts';
import { type OwnCompanies, withOwn } from './company-lists.ts';

/** A click is to be answered within three seconds: what Slack does not say by then is not known. */
const MEMBER_MS = 1_500;

/** What the sender may ask about: their own workspace's list, and nothing of anybody else's. */
export const ownCompanies = async (
  { companyLists }: Pick<BotContext, 'companyLists'>,
  sender: Sender,
): Promise<OwnCompanies | undefined> => {
  const { affiliation } = sender.origin;
  if (affiliation !== 'own' && affiliation !== 'unclear') return undefined;
  const own = await companyLists.ofTeam(sender.team);
  if (own === undefined || affiliation === 'own') return own;
  const member = await Promise.race([
    loadMember(sender).catch(() => undefined),
    wait(MEMBER_MS, undefined, { ref: false }),
  ]);
  return member && own;
};

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
  return bot.answers.forTurn(turn, isAboutOwn ? await ownCompanies(bot, sender) : undefined);
};
