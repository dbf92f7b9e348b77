import { z } from 'zod';
import type { BriefMark, Delivery, Schedule } from '../brief/index.ts';
import { BriefTimingSchema } from '../questions/index.ts';
import { Day, Instant } from './instants.ts';

const ScheduleSchema = z.object({
  id: z.string().min(1),
  number: z.int().positive(),
  team: z.string(),
  channel: z.string(),
  owner: z.string(),
  timing: BriefTimingSchema,
  onClosed: z.enum(['say', 'skip']),
  onStale: z.enum(['say', 'hold']),
  createdAt: Instant,
  paused: z.object({ until: Day.optional() }).optional(),
  skip: Day.optional(),
  settledTo: Instant,
  stood: z.string().optional(),
}) satisfies z.ZodType<Schedule>;

/** Older files give no numbers. */
export const StoredScheduleSchema = ScheduleSchema.partial({ number: true });

/** Where there are none, the numbers are places: what people then named a schedule by. */
export const withNumbers = (
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
  range: z.object({ from: z.number(), to: z.number(), through: Day.optional() }).optional(),
  odds: z.object({ meeting: Day, outcome: z.enum(['cut', 'hold', 'hike']), percent: z.number() }).optional(),
}) satisfies z.ZodType<BriefMark>;
