import { type Asker, platformError } from './posting.ts';
import type { Drawn } from './recent-answers.ts';

const NOT_SENT = 'The file could not be sent: the app lacks the scope files:write. An admin can add it.';

/** The table of closes behind an answer, where one was asked for; it goes to the asker alone. */
export const closesIn = (answered: Drawn['answered']): string | undefined =>
  answered.kind === 'rotation' ? answered.csv : undefined;

/**
 * Sends the closes behind an answer as a file, in the direct message with the asker: whoever asked may have them from
 * their provider, a channel may not.
 */
export const sendCloses = async ({ client, user }: Asker, answered: Drawn['answered']): Promise<void> => {
  const content = closesIn(answered);
  if (content === undefined) return;
  const { channel, ts } = await client.chat.postMessage({ channel: user, text: 'The closes you asked for.' });
  if (channel === undefined || ts === undefined) throw new Error('Slack opened no direct message');
  try {
    await client.files.uploadV2({
      channel_id: channel,
      thread_ts: ts,
      filename: `rotation-${answered.asOf}.csv`,
      title: `Closes as of ${answered.asOf}`,
      content,
    });
  } catch (error) {
    if (platformError(error) !== 'missing_scope') throw error;
    await client.chat.postMessage({ channel, thread_ts: ts, text: NOT_SENT });
  }
};
