import type { Message, ModalView } from '../message/index.ts';
import { StoreError } from '../store/index.ts';
import type { Asker } from './asker.ts';
import { loadMember, type Member, refuseChange } from './members.ts';
import { postPrivately } from './post-message.ts';
import type { RequestOutcome } from './request-runner.ts';
import { slackView } from './slack-client.ts';

/** What people do with the lists that their workspace keeps, its companies and its notes. */

/** Tells the asker alone. @param replace it takes the place of the private message that was clicked */
export const tellPrivately = async (asker: Asker, message: Message, replace = false): Promise<RequestOutcome> => {
  await postPrivately(asker, message, replace);
  return 'private';
};

/** Opens a form. @param triggerId of what asked for it: it opens a form for three seconds */
export const openForm = async (
  { client }: Asker,
  triggerId: string | undefined,
  view: ModalView,
): Promise<RequestOutcome> => {
  await client.views.open({ trigger_id: triggerId ?? '', view: slackView(view) });
  return 'opened';
};

/** Does what people of the workspace alone may do. */
export const ifMember = async (
  asker: Asker,
  work: (member: Member) => Promise<RequestOutcome>,
): Promise<RequestOutcome> => {
  const member = await loadMember(asker);
  return member === undefined ? refuseChange(asker) : work(member);
};

/**
 * Changes a list.
 *
 * @param change the store's
 * @param make what comes of the change, and the list as it is from then on; without one it stays
 * @returns what came of it; undefined where it could not be saved
 */
export const changeOwnList = async <Value, Made extends { readonly kind: string }>(
  change: (make: (was: Value) => Value) => Promise<unknown>,
  make: (was: Value) => readonly [made: Made, list?: Value | undefined],
): Promise<Made | undefined> => {
  let made: Made | undefined;
  try {
    await change((was) => {
      const [kind, list = was] = make(was);
      made = kind;
      return list;
    });
    return made;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
};
