import type { Message } from '../message/index.ts';
import { withHint } from '../surface/index.ts';
import type { Outcome } from './failure.ts';
import { isDirectMessage } from './heard.ts';
import { type Asker, postPrivately, postToChannel } from './posting.ts';
import { HINTS } from './visibility.ts';

/** Where a reply belongs, besides its asker. */
export interface Where {
  /** The thread that it was said in; absent for a command. */
  readonly threadTs?: string | undefined;
}

/** Tells the asker alone; in a direct message that is the message itself. */
export const tell = async (asker: Asker, message: Message, { threadTs }: Where = {}): Promise<Outcome> => {
  if (asker.respond === undefined && isDirectMessage(asker.channel)) {
    const { outcome } = await postToChannel(asker.client, asker.channel, message, { threadTs });
    if (outcome === 'posted') return 'channel';
    await postPrivately(asker, withHint(message, HINTS[`private: ${outcome}`]));
    return 'private';
  }
  await postPrivately(asker, message);
  return 'private';
};
