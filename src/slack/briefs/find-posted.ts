import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Found } from '../../scheduler/index.ts';
import { type IsoInstant, instantAt } from '../../units.ts';
import { afterFailure } from './slack-failures.ts';

/** What hangs on a posted brief where nobody sees it, so that it can be found again. */

const EVENT = 'rotation_desk_brief';

const BriefMetadataSchema = z.looseObject({
  event_type: z.literal(EVENT),
  event_payload: z.looseObject({ schedule: z.string(), slot: z.string() }),
});

/** @param schedule its id */
export const briefMetadata = (schedule: string, slot: string) => ({
  event_type: EVENT,
  event_payload: { schedule, slot },
});

/** Whether a message is that brief. */
export const isBrief = (metadata: unknown, schedule: string, slot: string): boolean => {
  const { data } = BriefMetadataSchema.safeParse(metadata);
  return data?.event_payload.schedule === schedule && data.event_payload.slot === slot;
};

const PAGE = 100;
/** A channel in which more has been said since is not read to its end. */
const MOST_PAGES = 10;
/** Slack was asked and did not answer, which costs nothing here. */
const AFTER_FAULT_SECONDS = 10;

interface Sought {
  readonly channel: string;
  /** Schedule id. */
  readonly schedule: string;
  readonly slot: string;
  /** It cannot have been posted before. */
  readonly since: IsoInstant;
}

/** @param ts Slack's time stamp, seconds since 1970 */
const postedAt = (ts: string): IsoInstant => instantAt(Number(ts) * 1_000);

/** `hasThread`: something stands under it. */
type FoundBrief = Found & { readonly hasThread?: boolean };

const seek = async (client: webApi.WebClient, { channel, schedule, slot, since }: Sought): Promise<FoundBrief> => {
  const oldest = String(Date.parse(since) / 1_000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata: next } = await client.conversations.history({
      ...{ channel, oldest, limit: PAGE, include_all_metadata: true },
      ...(cursor !== undefined && { cursor }),
    });
    const brief = messages.find(({ metadata }) => isBrief(metadata, schedule, slot));
    if (brief?.ts !== undefined) {
      const { ts, reply_count: replies = 0 } = brief;
      return { kind: 'found', ts, postedAt: postedAt(ts), hasThread: replies > 0 };
    }
    cursor = next?.next_cursor || undefined;
    if (cursor === undefined) return { kind: 'not found' };
  }
  return { kind: 'unreadable' };
};

/** Looks for a brief by what hangs on it, among what was said in its channel since an instant. */
export const findBrief = async (client: webApi.WebClient, sought: Sought): Promise<FoundBrief> => {
  try {
    return await seek(client, sought);
  } catch (error) {
    const failure = afterFailure(error);
    if (failure.kind === 'unconfirmed') return { kind: 'retry later', seconds: AFTER_FAULT_SECONDS };
    return failure.kind === 'refused' ? { kind: 'unreadable' } : failure;
  }
};
