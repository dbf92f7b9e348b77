import { type Message, renderBrief, renderBriefDetails } from '../../blocks/index.ts';
import { brief, type Schedule } from '../../brief/index.ts';
import type { Desk } from '../desk.ts';
import type { Drawn } from '../recent-answers.ts';
import { freshFacts } from './fresh-facts.ts';

/** The zone of the first brief that a channel gets by the clock. */
const clockZone = (schedules: readonly Schedule[], of: string): string | undefined =>
  schedules.flatMap(({ channel, timing }) => (channel === of && timing.kind === 'clock' ? [timing.zone] : []))[0];

/** The brief as it would be posted in a channel now, and what belongs in its thread. */
export const drawBrief = async (
  { store, facts }: Desk,
  { team, channel }: Pick<Schedule, 'team' | 'channel'>,
  isPreview = false,
): Promise<Drawn & { readonly details: Message | undefined }> => {
  const [known, since, schedules] = await Promise.all([
    freshFacts(facts),
    store.lastBrief(team, channel),
    store.schedules(team),
  ]);
  const answered = brief(known, { since, zone: clockZone(schedules, channel) });
  return { answered, message: renderBrief(answered, { isPreview }), details: renderBriefDetails(answered) };
};
