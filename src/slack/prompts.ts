import type { webApi } from '@slack/bolt';
import type { Outcome } from './attempts.ts';
import { platformError } from './posting.ts';

/** What the Messages tab offers to somebody who has not written yet; manifest.json lists the same ones. At most four. */
export const PROMPTS = [
  { title: 'What does a 50 bp cut do?', message: '50bps' },
  { title: 'Who is bearish?', message: 'who is bearish?' },
  { title: 'Which figures are wrong?', message: 'check the notes' },
  { title: 'What can I ask?', message: 'help' },
] as const;

/** Sets the prompts; an app that is no agent in its workspace is refused, and goes without. */
export const offerPrompts = async (client: webApi.WebClient, channel: string): Promise<Outcome> => {
  try {
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      prompts: PROMPTS.map((one) => ({ ...one })),
    });
    return 'published';
  } catch (error) {
    if (platformError(error) === undefined) throw error;
    return 'refused';
  }
};
