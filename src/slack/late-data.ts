import type { webApi } from '@slack/bolt';
import type { Message } from '../blocks/index.ts';
import type { Desk } from './desk.ts';
import type { Drawn } from './recent-answers.ts';
import { slackBlocksAsSent } from './slack-types.ts';

/** Where a message stands that all can see. */
interface Standing {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly ts: string;
}

/**
 * Brings a posted answer up to date, once, when the data come that it went without; where they do not come it stays as
 * it is, and says so already.
 *
 * @param finished adds what was added to the message when it was posted
 */
export const updateOnce = (
  { answers, inBackground }: Desk,
  { client, channel, ts }: Standing,
  { answered: { question, id }, awaits }: Drawn,
  finished: (drawn: Drawn) => Message,
): void => {
  if (awaits === undefined || question === null) return;
  inBackground('update', async () => {
    await awaits;
    const newer = answers.to(question);
    if (newer.answered.id === id) return;
    const message = finished(newer);
    await client.chat.update({ channel, ts, text: message.text, blocks: slackBlocksAsSent(message) });
  });
};
