import { z } from 'zod';
import type { BriefMark, Delivery, Schedule } from '../brief/index.ts';
import { BriefTimingSchema } from '../questions/index.ts';
import { Day, Instant } from './instants.ts';

export const ScheduleSchema = z.object({
  id: z.string().min(1),
  team: z.string(),
  channel: z.string(),
  owner: z.string(),
  timing: BriefTimingSchema,
  onClosed: z.enum(['say', 'skip']),
  onStale: z.enum(['say', 'hold']),
  createdAt: Instant,
  paused: z.object({ until: Day.optional() }).optional(),
  skipNext: z.boolean().optional(),
  settledTo: Instant,
  stood: z.string().optional(),
}) satisfies z.ZodType<Schedule>;

const SKIP_REASONS = [
  'too late',
  'paused',
  'skipped by request',
  'exchange closed',
  'data stale',
  'cannot post',
] as const;

const OutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claimed') }),
  z.object({ kind: z.literal('posted'), ts: z.string(), minutesLate: z.int().nonnegative() }),
  z.object({ kind: z.literal('skipped'), reason: z.enum(SKIP_REASONS) }),
  z.object({ kind: z.literal('uncertain') }),
]);

export const DeliverySchema = z.object({
  schedule: z.string(),
  slot: z.string(),
  due: Instant,
  at: Instant,
  outcome: OutcomeSchema,
}) satisfies z.ZodType<Delivery>;

const Level = z.number().positive();

export const MarkSchema = z.object({
  at: Instant,
  closes: z.object({ on: Day, ratio: Level, russell: Level, sp: Level }).optional(),
  range: z.object({ from: z.number(), to: z.number() }).optional(),
  odds: z.object({ meeting: Day, outcome: z.enum(['cut', 'hold', 'hike']), percent: z.number() }).optional(),
}) satisfies z.ZodType<BriefMark>;
