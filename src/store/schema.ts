import { z } from 'zod';
import {
  BriefTimingSchema,
  CLOSED_REASONS,
  type HeldBrief,
  type LastTold,
  type Schedule,
  WantedBriefSchema,
} from '../brief/index.ts';
import { type KeptCompanies, KeptCompanySchema } from '../companies/index.ts';
import { KeptNoteSchema, type KeptNotes } from '../team-notes/index.ts';
import { ContextSchema } from '../topics/context.ts';
import { isIsoDate } from '../units.ts';
import type { DeliveryProgress, StoredDelivery } from './kept-delivery.ts';
import { InstantSchema, KindSchema } from './kept-request.ts';
import type { Settings, StoredInstallation, Thread } from './store.ts';

export const DateSchema = z.string().refine(isIsoDate);

const ScheduleSchema = z.looseObject({
  id: z.string().min(1),
  number: z.int().positive(),
  team: z.string(),
  channel: z.string(),
  owner: z.string(),
  timing: BriefTimingSchema,
  onClosed: z.enum(['say', 'skip']),
  onStale: z.enum(['say', 'hold']),
  createdAt: InstantSchema,
  paused: z.object({ until: DateSchema.optional() }).optional(),
  skip: DateSchema.optional(),
  settledTo: InstantSchema,
  stood: z.string().optional(),
}) satisfies z.ZodType<Schedule>;

/** A schedule as a database holds it; undefined for anything else. */
export const parseSchedule = (value: unknown): Schedule | undefined => ScheduleSchema.safeParse(value).data;

/** A schedule as stored: older files have no numbers. */
export const StoredScheduleSchema = ScheduleSchema.partial({ number: true });

/** Numbers the schedules of an older file by their order in the workspace, as its lists did. */
export const withScheduleNumbers = (
  stored: ReadonlyMap<string, z.infer<typeof StoredScheduleSchema>>,
): Map<string, Schedule> => {
  const last = new Map<string, number>();
  return new Map(
    [...stored].map(([id, schedule]) => {
      const number = schedule.number ?? (last.get(schedule.team) ?? 0) + 1;
      last.set(schedule.team, number);
      return [id, { ...schedule, number }];
    }),
  );
};

const SKIP_REASONS = [
  'too late',
  'paused',
  'skipped by request',
  'exchange closed',
  'data stale',
  'given up',
  'cannot post',
] as const;

const OutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claimed') }),
  z.object({ kind: z.literal('posted'), ts: z.string(), minutesLate: z.int().nonnegative() }),
  z.object({ kind: z.literal('skipped'), reason: z.enum(SKIP_REASONS), why: z.enum(CLOSED_REASONS).optional() }),
  z.object({ kind: z.literal('uncertain') }),
]);

const Level = z.number().positive();

/** What the last brief in a channel reported, as stored under `marks`. */
export const LastToldSchema = z.looseObject({
  at: InstantSchema,
  closes: z.object({ on: DateSchema, ratio: Level, russell: Level, sp: Level }).optional(),
  range: z.object({ from: z.number(), to: z.number(), through: DateSchema.optional() }).optional(),
  views: z.array(z.object({ id: z.string(), on: DateSchema })).optional(),
  notes: z.int().nonnegative().optional(),
  odds: z.object({ meeting: DateSchema, outcome: z.enum(['cut', 'hold', 'hike']), percent: z.number() }).optional(),
}) satisfies z.ZodType<LastTold>;

/** What was asked for a channel that the bot is not in, as stored. */
export const HeldBriefSchema = z.looseObject({
  team: z.string(),
  channel: z.string(),
  user: z.string(),
  from: z.string(),
  wanted: WantedBriefSchema,
  at: InstantSchema,
}) satisfies z.ZodType<HeldBrief>;

const ProgressSchema = z.looseObject({
  next: InstantSchema,
  unconfirmed: z.int().nonnegative(),
  lastTold: LastToldSchema.optional(),
  searchUntil: InstantSchema.optional(),
}) satisfies z.ZodType<DeliveryProgress>;

/** A delivery as stored. */
export const DeliverySchema = z.looseObject({
  schedule: z.string(),
  slot: z.string(),
  due: InstantSchema,
  at: InstantSchema,
  outcome: OutcomeSchema,
  progress: ProgressSchema.optional(),
}) satisfies z.ZodType<StoredDelivery>;

const Count = z.int().nonnegative();
const Thumb = z.enum(['up', 'down']);

/** A thread as stored. */
export const ThreadSchema = z.looseObject({
  context: ContextSchema.optional(),
  speakers: z.array(z.string()),
  silent: z.boolean(),
  rooted: z.boolean(),
  answered: z.boolean(),
  stopped: z.string().optional(),
  touched: InstantSchema,
}) satisfies z.ZodType<Thread>;

/** A thread whose context this version cannot read, as after a downgrade. */
export const ThreadWithoutContextSchema = ThreadSchema.extend({ context: z.unknown() });

/** When a message was claimed to be answered. */
export const ClaimSchema = z.object({ at: InstantSchema });

/** Votes up and down for one kind of answer. */
export const CountsSchema = z.object({ up: Count, down: Count });

/** One user's vote on one message. */
export const VoterSchema = z.object({ kind: KindSchema, thumb: Thumb, at: InstantSchema });

/** A workspace's settings as stored. */
export const SettingsSchema = z.looseObject({
  replies: z.record(z.string(), z.enum(['public', 'private'])),
  silentChannels: z.array(z.string()),
  allowedSharedChannels: z.array(z.string()),
  installer: z.string().optional(),
  noteRights: z.looseObject({ add: z.enum(['members', 'admins']), confirm: z.enum(['members', 'admins']) }).optional(),
}) satisfies z.ZodType<Settings>;

/** A workspace's companies as stored. */
export const KeptCompaniesSchema = z.looseObject({
  version: z.string().min(1),
  companies: z.array(KeptCompanySchema),
  changedAt: InstantSchema,
  changedBy: z.string(),
}) satisfies z.ZodType<KeptCompanies>;

/** An installation as stored. */
export const InstallationSchema = z.looseObject({
  team: z.string().min(1),
  installedAt: InstantSchema,
  sealed: z.string().min(1),
}) satisfies z.ZodType<StoredInstallation>;

/** A workspace's notes as stored. */
export const KeptNotesSchema = z.looseObject({
  version: z.string().min(1),
  notes: z.array(KeptNoteSchema),
  highest: Count,
  house: z.boolean(),
  spellings: z.record(z.string(), z.string()),
  changedAt: InstantSchema,
  changedBy: z.string(),
}) satisfies z.ZodType<KeptNotes>;

/** The highest number given to a schedule in a workspace. */
export const NumbersSchema = z.object({ highest: Count });

const Entries = z.array(z.unknown());

/** The form of a file, which changes where an earlier version could not read it. */
export const VersionSchema = z.looseObject({ version: z.number() });

/**
 * The file as a whole, with the sections that only a later version knows; each record is checked by itself later, so that a bad
 * one costs only itself.
 */
export const FileSchema = z.looseObject({
  version: z.literal(1),
  threads: Entries,
  claims: Entries,
  votes: Entries,
  voters: Entries,
  settings: Entries,
  // older files have none of these
  schedules: Entries.default([]),
  numbers: Entries.default([]),
  deliveries: Entries.default([]),
  marks: Entries.default([]),
  held: Entries.default([]),
  companies: Entries.default([]),
  teamNotes: Entries.default([]),
  drafts: Entries.default([]),
  installations: Entries.default([]),
});

export type StoredClaim = Readonly<z.infer<typeof ClaimSchema>>;
export type VoteCounts = Readonly<z.infer<typeof CountsSchema>>;
export type HighestNumber = Readonly<z.infer<typeof NumbersSchema>>;
export type StoredVote = Readonly<z.infer<typeof VoterSchema>>;
