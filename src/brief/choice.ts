import { z } from 'zod';
import { type Button, plainText } from '../message/index.ts';
import { WEEKDAYS } from './day-reference.ts';
import { BriefTimingSchema, type UnclearBrief, type WantedInZone } from './effect.ts';
import { briefButton } from './message-reply.ts';
import { zoneName } from './message-timing.ts';
import { RequestedRecurrenceSchema } from './recurrence.ts';

/** Buttons that answer in which time zone a brief is meant: each carries the brief, and a click sets it up. */

const Day = z.enum(WEEKDAYS);
const [ClockSchema, CrossingSchema] = BriefTimingSchema.options;
const options = {
  channel: z.string().optional(),
  onClosed: z.enum(['say', 'skip']).optional(),
  onStale: z.enum(['say', 'hold']).optional(),
};
const ChoiceSchema = z.discriminatedUnion('do', [
  z.strictObject({
    kind: z.literal('brief'),
    do: z.literal('schedule'),
    timing: z.discriminatedUnion('kind', [
      ClockSchema.extend({ zone: z.string().optional(), on: RequestedRecurrenceSchema.optional() }),
      CrossingSchema,
    ]),
    ...options,
  }),
  z.strictObject({
    kind: z.literal('brief'),
    do: z.literal('change'),
    which: z.int().optional(),
    place: z.int().optional(),
    of: z
      .strictObject({ channel: z.string().optional(), time: z.string().optional(), zone: z.string().optional() })
      .optional(),
    time: z.string().optional(),
    laterBy: z.int().optional(),
    days: z.array(Day).optional(),
    recurrence: RequestedRecurrenceSchema.optional(),
    also: z.array(Day).optional(),
    without: z.array(Day).optional(),
    zone: z.string().optional(),
    ...options,
  }),
]);

/** What a button carries. @throws without repeating what it carries instead */
export const parseBriefChoice = (value: string): WantedInZone => {
  try {
    return ChoiceSchema.parse(JSON.parse(value)) as WantedInZone;
  } catch {
    throw new Error('the button carries no brief');
  }
};

const inZone = (wanted: WantedInZone, zone: string): WantedInZone => {
  if (wanted.do === 'change') return { ...wanted, zone };
  return wanted.timing.kind === 'clock' ? { ...wanted, timing: { ...wanted.timing, zone } } : wanted;
};

/** Offered where nothing is near what was typed. */
const USUAL_ZONES = ['America/New_York', 'Europe/London'] as const;

/** A button for each zone that may be meant, and one for the person's own, where a brief can be set up at once. */
export const zoneButtons = (unclear: UnclearBrief): readonly Button[] => {
  if (unclear.reason !== 'brief-zone' && unclear.reason !== 'brief-zone-shared') return [];
  const { wanted, zones } = unclear;
  if (wanted === undefined) return [];
  const button = (at: number, label: string, choice: WantedInZone): Button => {
    const made = briefButton('choose', label, JSON.stringify(choice), `The clock of ${label}`);
    return { ...made, action_id: `${made.action_id}:${at}`, text: plainText(label) };
  };
  const offered = zones.length > 0 ? zones : USUAL_ZONES;
  const own = wanted.do === 'schedule' ? [button(offered.length, 'My own clock', wanted)] : [];
  return [...offered.map((zone, at) => button(at, zoneName(zone), inZone(wanted, zone))), ...own];
};
