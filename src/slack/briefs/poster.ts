import type { webApi } from '@slack/bolt';
import {
  type BriefAround,
  type BriefMark,
  brief,
  isStale,
  markOf,
  renderBrief,
  renderBriefDetails,
  type Schedule,
} from '../../brief/index.ts';
import type { Facts } from '../../facts/index.ts';
import { escaped, type Message } from '../../message/index.ts';
import type { BriefPoster, Posted } from '../../scheduler/index.ts';
import type { Desk } from '../context.ts';
import { type Person, personOf, UNKNOWN_PERSON } from '../people.ts';
import { closedBecause, platformError, withPlainFallback } from '../posting.ts';
import { slackBlocksAsSent } from '../slack-types.ts';
import { mayBeShared, placeIn } from '../visibility.ts';
import { briefMetadata, findBrief } from './find-posted.ts';
import { freshFacts } from './show.ts';
import { afterFailure, isSlackFailure } from './slack-failures.ts';

const PAUSE_SECONDS = 30;

/**
 * What came of a post that Slack did not confirm. Only what Slack says of the channel closes it to the brief: its owner
 * is told so.
 */
const notPosted = (error: unknown, mark: BriefMark): Posted => {
  const failure = afterFailure(error);
  const isRefusal = platformError(error) !== undefined;
  const unforeseen = isRefusal || !isSlackFailure(error) ? { error } : {};
  switch (failure.kind) {
    case 'unconfirmed':
      return { ...failure, mark, ...unforeseen };
    case 'retry later':
      return { ...failure, ...unforeseen };
    case 'refused':
      return closedBecause(failure.code)
        ? { kind: 'refused' }
        : { kind: 'retry later', seconds: PAUSE_SECONDS, ...unforeseen };
  }
};

/** What goes wrong before anything is sent loses nothing: it is tried again. A bug is thrown on. */
const notBegun = (error: unknown): Extract<Posted, { kind: 'retry later' }> => {
  if (!isSlackFailure(error)) throw error;
  const failure = afterFailure(error);
  return { kind: 'retry later', seconds: failure.kind === 'retry later' ? failure.seconds : PAUSE_SECONDS };
};

/** A mention would call its owner to the channel every morning; the name alone calls nobody. */
const namedQuietly = (owner: string, name: string | undefined): string =>
  // a name is no markup
  name === undefined ? `<@${owner}>` : `@${escaped(name.replace(/[*_~`]/g, ''))}`;

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
  const openThread = (
    { team, channel }: Schedule,
    ts: string,
    draw: () => Message | undefined | Promise<Message | undefined>,
  ): void => {
    memory.root({ team, channel, thread: ts }, {});
    // the brief stands, whatever becomes of these
    inBackground('brief details', async () => {
      const details = await draw();
      if (details !== undefined) await send(channel, details, { thread_ts: ts });
    });
  };

  /** Whose it is, as far as Slack tells just now: a brief does not wait for it. */
  const ownerOf = ({ owner }: Schedule): Promise<Person> => personOf(client, owner).catch(() => UNKNOWN_PERSON);

  const draw = async (schedule: Schedule, known: Facts, minutesLate: number) => {
    const { team, channel, owner, timing } = schedule;
    const [since, { hasLeft, name }] = await Promise.all([store.lastBrief(team, channel), ownerOf(schedule)]);
    const told = brief(known, { since, ...(timing.kind === 'clock' && { zone: timing.zone }) });
    const around: BriefAround = {
      ...{ minutesLate, timing, hasLeft, setUpBy: namedQuietly(owner, name) },
      ...(timing.kind === 'crossing' && { trigger: timing.of }),
    };
    return { told, around, mark: markOf(told, known.now, since) };
  };

  /** The brief as it is to be sent, or why it is not. */
  const prepare = async (schedule: Schedule, minutesLate: number) => {
    const { team, channel, onStale } = schedule;
    // an admin may have silenced it since, and another company may have joined
    const place = await placeIn(desk, { client, team, channel });
    if (place === 'private: unknown') return { kind: 'retry later', seconds: PAUSE_SECONDS } as const;
    if (!mayBeShared(place)) return { kind: 'refused' } as const;
    const known = await freshFacts(facts);
    if (onStale === 'hold' && isStale(known)) return { kind: 'held', reason: 'data stale' } as const;
    return { kind: 'drawn', ...(await draw(schedule, known, minutesLate)) } as const;
  };

  return {
    post: async (schedule, slot, { minutesLate }) => {
      const prepared = await prepare(schedule, minutesLate).catch(notBegun);
      if (prepared.kind !== 'drawn') return prepared;
      const { told, around, mark } = prepared;
      const message = renderBrief(told, around);
      const metadata = briefMetadata(schedule.id, slot);
      let ts: string | undefined;
      try {
        ({ ts } = await send(schedule.channel, message, { metadata }));
      } catch (error) {
        return notPosted(error, mark);
      }
      if (ts === undefined) return { kind: 'unconfirmed', mark };
      openThread(schedule, ts, () => renderBriefDetails(told, around));
      return { kind: 'posted', ts, mark };
    },
    find: async (schedule, slot, since) => {
      const { id, channel } = schedule;
      const { hasThread, ...found } = await findBrief(client, { channel, schedule: id, slot, since });
      if (found.kind === 'found' && hasThread === false) {
        openThread(schedule, found.ts, async () => {
          const { told, around } = await draw(schedule, facts().facts, 0);
          return renderBriefDetails(told, around);
        });
      }
      return found;
    },
  };
};
