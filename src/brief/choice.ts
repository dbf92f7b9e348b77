import { z } from 'zod';
import { type Button, plainText } from '../message/index.ts';
import { WEEKDAYS } from './day-reference.ts';
import { BriefTimingSchema, type UnclearBrief, type WantedBrief } from './effect.ts';
import { briefButton } from './message-reply.ts';
import { zoneName } from './message-timing.ts';
import { RequestedRecurrenceSchema } from './recurrence.ts';

/** Buttons that answer in which time zone a brief is meant: each carries the brief, and a click sets it up. */

const Day = z.enum(WEEKDAYS);
const [ClockSchema, CrossingSchema] = BriefTimingSchema.options;
const options = {
  channel: z.string().exactOptional(),
  onClosed: z.enum(['say', 'skip']).exactOptional(),
  onStale: z.enum(['say', 'hold']).exactOptional(),
};
/** What is done once its zone is known, or the bot is in its channel. */
export const WantedBriefSchema = z.discriminatedUnion('do', [
  z.strictObject({
    kind: z.literal('brief'),
    do: z.literal('schedule'),
    timing: z.discriminatedUnion('kind', [
      ClockSchema.extend({ zone: z.string().exactOptional(), on: RequestedRecurrenceSchema.exactOptional() }),
      CrossingSchema,
    ]),
    ...options,
  }),
  z.strictObject({
    kind: z.literal('brief'),
    do: z.literal('change'),
    which: z.int().exactOptional(),
    place: z.int().exactOptional(),
    of: z
      .strictObject({
        channel: z.string().exactOptional(),
        time: z.string().exactOptional(),
        zone: z.string().exactOptional(),
      })
      .exactOptional(),
    time: z.string().exactOptional(),
    laterBy: z.int().exactOptional(),
    days: z.array(Day).exactOptional(),
    recurrence: RequestedRecurrenceSchema.exactOptional(),
    isWeekly: z.literal(true).exactOptional(),
    also: z.array(Day).exactOptional(),
    without: z.array(Day).exactOptional(),
    zone: z.string().exactOptional(),
    level: z.number().exactOptional(),
    ...options,
  }),
]);

/** What a button carries. @throws without repeating what it carries instead */
export const parseBriefChoice = (value: string): WantedBrief => {
  try {
    return WantedBriefSchema.parse(JSON.parse(value));
  } catch {
    throw new Error('the button carries no brief');
  }
};

const inZone = (wanted: WantedBrief, zone: string): WantedBrief => {
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
  const button = (at: number, label: string, choice: WantedBrief): Button => {
    const made = briefButton('choose', label, JSON.stringify(choice), `The clock of ${label}`);
    return { ...made, action_id: `${made.action_id}:${at}`, text: plainText(label) };
  };
  const offered = zones.length > 0 ? zones : USUAL_ZONES;
  const own = wanted.do === 'schedule' ? [button(offered.length, 'My own clock', wanted)] : [];
  return [...offered.map((zone, at) => button(at, zoneName(zone), inZone(wanted, zone))), ...own];
};
