import { z } from 'zod';
import { ContextSchema } from '../questions/index.ts';
import { Instant } from './instants.ts';
import type { Settings, Thread } from './store.ts';

const Count = z.int().nonnegative();
const Thumb = z.enum(['up', 'down']);

/** A name of an answer's kind, and nothing that could be a sentence. */
export const KindSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const ThreadSchema = z.object({
  context: ContextSchema.optional(),
  speakers: z.array(z.string()),
  silent: z.boolean(),
  rooted: z.boolean(),
  answered: z.boolean(),
  touched: Instant,
}) satisfies z.ZodType<Thread>;

/** What is left of a thread whose last question is of a kind that this version does not know. */
export const ThreadWithoutContextSchema = ThreadSchema.omit({ context: true });

export const ClaimSchema = z.object({ at: Instant });

export const CountsSchema = z.object({ up: Count, down: Count });

export const VoterSchema = z.object({ kind: KindSchema, thumb: Thumb, at: Instant });

export const SettingsSchema = z.object({
  replies: z.record(z.string(), z.enum(['public', 'private'])),
  silentChannels: z.array(z.string()),
  allowedSharedChannels: z.array(z.string()),
  installer: z.string().optional(),
}) satisfies z.ZodType<Settings>;

export const NumbersSchema = z.object({ highest: Count });

const Entries = z.array(z.unknown());

/** The file as a whole; each entry is checked by itself, so that one bad record costs one record. */
export const FileSchema = z.object({
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
});

export type Claim = Readonly<z.infer<typeof ClaimSchema>>;
export type Counts = Readonly<z.infer<typeof CountsSchema>>;
export type Numbers = Readonly<z.infer<typeof NumbersSchema>>;
export type Voter = Readonly<z.infer<typeof VoterSchema>>;
