import { context, escaped, type Message } from '../message/index.ts';
import type { Asker, BotContext } from './asker.ts';
import { postPrivately } from './post-privately.ts';
import type { RequestOutcome } from './request-runner.ts';

/** For how long it is tried to tell somebody. */
const TELLING_MS = 60_000;

const BUSY = escaped('More is asked of me just now than I can answer in time. Ask again in a minute.');

/** Said instead of an answer that would come too late. */
export const BUSY_MESSAGE: Message = { text: BUSY, blocks: [context(BUSY)] };

/** Tells an asker privately, ahead of all answers, to ask again; whoever was told so within ten seconds knows. */
export const refuseBusy = async ({ backlogOf }: BotContext, asker: Asker): Promise<RequestOutcome> => {
  // the request's own address is posted to behind the answers
  const { respond: _, ...told } = asker;
  const person = JSON.stringify([asker.team, asker.channel, asker.user]);
  if (backlogOf(asker.team).isToBeTold(person))
    await postPrivately({ ...told, client: asker.origin.workspace.spareClient }, BUSY_MESSAGE, false, TELLING_MS);
  return 'busy';
};
