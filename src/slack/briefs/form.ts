import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  type BriefEffect,
  type BriefFormRead,
  type BriefNotice,
  type BriefRefusal,
  type BriefTiming,
  type NewSchedule,
  readBriefForm,
  renderBriefIntro,
  type Schedule,
  type TypedTiming,
} from '../../brief/index.ts';
import type { Message } from '../../message/index.ts';
import type { Desk } from '../context.ts';
import { isDirectMessage } from '../heard.ts';
import { type Asker, type Posted, platformError, postToChannel } from '../posting.ts';
import { nextOf } from './show.ts';

const Chosen = z.looseObject({ value: z.string() });

const ValueSchema = z.looseObject({
  selected_conversation: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_time: z.string().nullish(),
});

/** Where the form was asked for; it travels with the form and comes back. */
const CarriedSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  isHome: z.boolean(),
});
export type Carried = z.infer<typeof CarriedSchema>;

const FormSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), ValueSchema)) }),
});

const filledIn = (value: z.infer<typeof ValueSchema> | undefined) =>
  value?.selected_conversation ??
  value?.selected_time ??
  value?.selected_option?.value ??
  value?.selected_options?.map((one) => one.value);

/** The form *New brief* as Slack sends it back. @throws without repeating what was filled in */
export const newBriefIn = (view: unknown): { readonly carried: Carried; readonly read: BriefFormRead } => {
  try {
    const { private_metadata: carried, state } = FormSchema.parse(view);
    const fields = Object.entries(state.values).map(([block, actions]) => [block, filledIn(Object.values(actions)[0])]);
    return { carried: CarriedSchema.parse(JSON.parse(carried)), read: readBriefForm(Object.fromEntries(fields)) };
  } catch {
    throw new Error('the form is none of ours');
  }
};

/** A workspace has room for this many. */
const MOST_SCHEDULES = 20;

type Scheduling = Extract<BriefEffect, { readonly do: 'schedule' }>;

/** Why a brief may not be posted in a channel; undefined where it may. */
const refusedIn = async (
  { channels, memory }: Desk,
  { client, team }: Asker,
  channel: string,
): Promise<BriefRefusal | undefined> => {
  if (isDirectMessage(channel)) return { kind: 'direct message' };
  const { silentChannels, allowedSharedChannels } = await memory.settings(team);
  if (silentChannels.includes(channel)) return { kind: 'silent channel', channel };
  // whoever was just told to invite the bot is not to wait for what is remembered
  channels.forget({ team, channel });
  switch (await channels.placeFor({ client, team, channel })) {
    case 'channel':
      return undefined;
    case 'private: shared':
      return allowedSharedChannels.includes(channel) ? undefined : { kind: 'shared channel', channel };
    case 'private: not a member':
      return { kind: 'not in channel', channel };
    case 'private: may not post':
      return { kind: 'may not post', channel };
    default:
      return { kind: 'readers unknown', channel };
  }
};

const timingOf = (typed: TypedTiming, zone: string | undefined): BriefTiming | undefined => {
  if (typed.kind === 'crossing') return typed;
  const named = typed.zone ?? zone;
  return named === undefined ? undefined : { ...typed, zone: named };
};

/** The same brief in the same channel; whose it is makes no other of it. */
const isSame = (one: Schedule, { channel, timing }: NewSchedule): boolean =>
  one.channel === channel && isDeepStrictEqual(one.timing, timing);

/** What Slack refuses for no reason of the channel's is as good as not taken. */
const introduce = async ({ client }: Asker, channel: string, words: Message): Promise<Posted['outcome']> => {
  try {
    return (await postToChannel(client, channel, words)).outcome;
  } catch (error) {
    if (platformError(error) === undefined) throw error;
    return 'not taken';
  }
};

/** Keeps a brief and says in its channel whose it is; where that cannot be said, it is not kept either. */
const setUp = async (desk: Desk, asker: Asker, wanted: NewSchedule): Promise<BriefNotice> => {
  const { store, now } = desk;
  const same = (await store.schedules(wanted.team)).find((one) => isSame(one, wanted));
  if (same !== undefined) return { kind: 'set up already', schedule: same };
  const schedule = await store.addSchedule(wanted, MOST_SCHEDULES);
  if (schedule === undefined) return { kind: 'too many', most: MOST_SCHEDULES };
  const { channel, id } = schedule;
  const next = nextOf(schedule, now());
  const outcome = await introduce(asker, channel, renderBriefIntro(schedule, next, now()));
  // an introduction that Slack did not confirm is not said twice
  if (outcome === 'posted' || outcome === 'not confirmed') return { kind: 'scheduled', schedule, next };
  await store.changeSchedule(id, () => null);
  if (outcome === 'not taken') return { kind: 'not introduced', channel };
  return outcome === 'not a member' ? { kind: 'not in channel', channel } : { kind: 'may not post', channel };
};

/** Sets up a brief, where the bot may post it. @param zone the asker's own, where Slack tells it */
export const scheduleBrief = async (
  desk: Desk,
  asker: Asker,
  { timing: typed, channel = asker.channel, onClosed = 'say', onStale = 'say' }: Scheduling,
  zone: string | undefined,
): Promise<BriefNotice> => {
  const refused = await refusedIn(desk, asker, channel);
  if (refused !== undefined) return refused;
  const timing = timingOf(typed, zone);
  if (timing === undefined) return { kind: 'no zone' };
  const { team, user: owner } = asker;
  return setUp(desk, asker, { team, channel, owner, timing, onClosed, onStale, createdAt: desk.now() });
};
