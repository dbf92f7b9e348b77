import { context, escaped, type HomeTab, type Message, section } from '../message/index.ts';
import type { From } from './admission.ts';
import type { Desk } from './context.ts';
import type { Outcome } from './failure.ts';
import { isColleague } from './members.ts';
import type { Asker } from './posting.ts';
import { tell, type Where } from './telling.ts';

/** Whoever asks, and where their request comes from. */
export interface Caller extends Asker {
  readonly from: From;
}

const ONLY_PEOPLE = 'Only people of the workspace that Rotation Desk belongs to can';
const MAY_NOT_CHANGE = `${ONLY_PEOPLE} do that.`;
const MAY_NOT_ASK = `${ONLY_PEOPLE} ask here. One of its admins may allow others to, channel by channel.`;

const inSmall = (text: string): Message => ({ text: escaped(text), blocks: [context(escaped(text))] });

/** Said instead of everything that shows or changes what a workspace has set up, to whoever is not of it. */
export const FOR_MEMBERS: Message = inSmall(MAY_NOT_CHANGE);

/** The Home tab of whoever is not of the workspace. */
export const GUESTS_HOME: HomeTab = {
  type: 'home',
  blocks: [section(escaped(`${ONLY_PEOPLE} see and change its briefs and settings.`))],
};

/** Own people may ask anywhere; those of another company in the shared channels that an admin has allowed. */
export const mayAsk = async ({ memory }: Desk, caller: Caller): Promise<boolean> => {
  if (await isColleague(caller)) return true;
  const { allowedSharedChannels } = await memory.settings(caller.team);
  return allowedSharedChannels.includes(caller.channel);
};

/** Tells whoever may not ask that they may not. */
export const refuseToAnswer = async (caller: Caller, where?: Where): Promise<Outcome> => {
  await tell(caller, inSmall(MAY_NOT_ASK), where);
  return 'refused';
};

/** Tells whoever is not of the workspace that this is for its people. */
export const refuseToChange = async (caller: Caller, where?: Where): Promise<Outcome> => {
  await tell(caller, FOR_MEMBERS, where);
  return 'refused';
};

/** Does what is asked for, where the caller may ask. */
export const whereMayAsk = async (
  desk: Desk,
  caller: Caller,
  work: () => Promise<Outcome>,
  where?: Where,
): Promise<Outcome> => ((await mayAsk(desk, caller)) ? work() : refuseToAnswer(caller, where));
