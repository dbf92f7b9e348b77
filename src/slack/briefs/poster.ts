import type { webApi } from '@slack/bolt';
import { type BriefAround, escaped, type Message, renderBrief, renderBriefDetails } from '../../blocks/index.ts';
import { brief, isStale, markOf, type Schedule } from '../../brief/index.ts';
import type { BriefPoster, Posted } from '../../jobs/index.ts';
import type { Desk } from '../desk.ts';
import { personOf } from '../people.ts';
import { mayBeShared, placeIn } from '../places.ts';
import { isRefusal, withPlainFallback } from '../posting.ts';
import { withSecondTries } from '../second-tries.ts';
import { slackBlocksAsSent } from '../slack-types.ts';
import { findBrief } from './finding.ts';
import { freshFacts } from './fresh-facts.ts';
import { briefMetadata } from './metadata.ts';
import { afterFailure } from './slack-failures.ts';

/** What came of a post that Slack did not confirm; a bug is thrown on. */
const notPosted = (error: unknown): Posted => {
  const failure = afterFailure(error);
  if (failure.kind !== 'refused') return failure;
  if (isRefusal(failure.code)) return { kind: 'refused' };
  throw error;
};

/** A mention would call its owner to the channel every morning; the name alone calls nobody. */
const namedQuietly = (owner: string, name: string | undefined): string =>
  name === undefined ? `<@${owner}>` : `@${escaped(name)}`;

/** Posts scheduled briefs, and finds them again. */
export const createPoster = (client: webApi.WebClient, desk: Desk, inBackground: Desk['inBackground']): BriefPoster => {
  const { store, facts, memory } = desk;
  const send = (channel: string, message: Message, more: Partial<webApi.ChatPostMessageArguments>) =>
    withPlainFallback(message, (sent) =>
      client.chat.postMessage({
        ...{ channel, text: sent.text, blocks: slackBlocksAsSent(sent), unfurl_links: false, unfurl_media: false },
        ...more,
      } as webApi.ChatPostMessageArguments),
    );

  /** What the first screen has no room for goes into the brief's own thread, in which people may go on asking. */
  const openThread = ({ team, channel }: Schedule, ts: string, details: Message | undefined): void => {
    memory.root({ team, channel, thread: ts }, {});
    if (details === undefined) return;
    inBackground('brief details', async () => {
      await withSecondTries(() => send(channel, details, { thread_ts: ts }));
    });
  };

  return {
    post: async (schedule, slot, { minutesLate }) => {
      const { team, channel, owner, timing, onStale } = schedule;
      // an admin may have silenced it since, and another company may have joined
      if (!mayBeShared(await placeIn(desk, { client, team, channel }))) return { kind: 'refused' };
      const known = await freshFacts(facts);
      if (onStale === 'hold' && isStale(known)) return { kind: 'held', reason: 'data stale' };
      const [since, { hasLeft, name }] = await Promise.all([store.lastBrief(team, channel), personOf(client, owner)]);
      const told = brief(known, { since, ...(timing.kind === 'clock' && { zone: timing.zone }) });
      const around: BriefAround = {
        ...{ minutesLate, timing, hasLeft, setUpBy: namedQuietly(owner, name) },
        ...(timing.kind === 'crossing' && { trigger: timing.of }),
      };
      const mark = markOf(told, known.now);
      try {
        const { ts } = await send(channel, renderBrief(told, around), { metadata: briefMetadata(schedule.id, slot) });
        if (ts === undefined) return { kind: 'lost', mark };
        openThread(schedule, ts, renderBriefDetails(told, around));
        return { kind: 'posted', ts, mark };
      } catch (error) {
        const outcome = notPosted(error);
        return outcome.kind === 'lost' ? { ...outcome, mark } : outcome;
      }
    },
    find: ({ id, channel }, slot, since) => findBrief(client, { channel, schedule: id, slot, since }),
  };
};
