import { setTimeout as wait } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import {
  brief,
  nextPost,
  renderBrief,
  renderBriefDetails,
  type Schedule,
  type ScheduleRow,
} from '../../brief/index.ts';
import type { Facts } from '../../facts/index.ts';
import type { Message } from '../../message/index.ts';
import type { IsoInstant } from '../../units.ts';
import type { Desk } from '../context.ts';
import { personOf } from '../people.ts';
import type { Drawn, FactsNow } from '../recent-answers.ts';

/** How long a brief waits for data that are being loaded. */
const LOAD_MS = 10_000;

/** The facts of a brief: nobody reads it as it is posted, so it waits a moment for the newest data. */
export const freshFacts = async (factsNow: () => FactsNow): Promise<Facts> => {
  const { facts, arriving } = factsNow();
  if (arriving === undefined) return facts;
  const inTime = new AbortController();
  const late = wait(LOAD_MS, undefined, { signal: inTime.signal, ref: false }).catch(() => undefined);
  await Promise.race([arriving, late]);
  inTime.abort();
  return factsNow().facts;
};

/** When it is posted next, as things stand. */
export const nextOf = (schedule: Schedule, now: IsoInstant): IsoInstant | undefined => nextPost(schedule, now)?.due;

/** The schedules of a workspace, with the numbers by which they can be named. @param all in the order they were made */
export const rowsOf = (all: readonly Schedule[], now: IsoInstant): readonly ScheduleRow[] =>
  all.map((schedule) => {
    const next = nextOf(schedule, now);
    return { number: schedule.number, schedule, ...(next !== undefined && { next }) };
  });

/** The same, with who has left the workspace. */
export const withLeavers = (
  client: webApi.WebClient,
  rows: readonly ScheduleRow[],
): Promise<readonly ScheduleRow[]> => {
  const asked = new Map<string, ReturnType<typeof personOf>>();
  return Promise.all(
    rows.map(async (row) => {
      const { owner } = row.schedule;
      const person = asked.get(owner) ?? personOf(client, owner);
      asked.set(owner, person);
      return { ...row, hasLeft: (await person).hasLeft };
    }),
  );
};

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
