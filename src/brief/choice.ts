import { z } from 'zod';
import type { Button } from '../message/index.ts';
import { WEEKDAYS } from './day-reference.ts';
import { BriefTimingSchema, type UnclearBrief, type WantedBrief } from './effect.ts';
import { briefButton } from './message-reply.ts';
import { zoneName } from './message-timing.ts';
import { inTheAfternoon } from './read-times.ts';
import { RequestedRecurrenceSchema } from './recurrence.ts';

/** Buttons that answer by whose clock, or in which half of the day, a brief is meant: each carries the brief, and a click sets it up. */

const Day = z.enum(WEEKDAYS);
const [ClockSchema, CrossingSchema] = BriefTimingSchema.options;
const options = {
  channel: z.string().exactOptional(),
  onClosed: z.enum(['say', 'skip']).exactOptional(),
  onStale: z.enum(['say', 'hold']).exactOptional(),
};
/** What is done once its zone or its half of the day is known, or the bot is in its channel. */
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

const withPart = (wanted: WantedBrief, part: { readonly zone: string } | { readonly time: string }): WantedBrief => {
  if (wanted.do === 'change') return { ...wanted, ...part };
  return wanted.timing.kind === 'clock' ? { ...wanted, timing: { ...wanted.timing, ...part } } : wanted;
};

/** Offered where nothing is near what was typed. */
const USUAL_ZONES = ['America/New_York', 'Europe/London'] as const;

const button = (at: number, label: string, choice: WantedBrief, spoken: string): Button =>
  briefButton('choose', label, JSON.stringify(choice), { at, spoken });

/** The brief in the morning, as it is, and in the afternoon. */
const halfButtons = (wanted: WantedBrief): readonly Button[] => {
  const timing = wanted.do === 'schedule' ? wanted.timing : wanted;
  const morning = 'time' in timing ? timing.time : undefined;
  if (morning === undefined) return [];
  return [morning, inTheAfternoon(morning)].map((time, at) =>
    button(at, time, withPart(wanted, { time }), `At ${time}`),
  );
};

/**
 * Where a brief can be set up at once: a button for each half of the day, or for each zone that may be meant and one for
 * the person's own.
 */
export const choiceButtons = (unclear: UnclearBrief): readonly Button[] => {
  if (unclear.reason === 'brief-half') return halfButtons(unclear.wanted);
  if (unclear.reason !== 'brief-zone' && unclear.reason !== 'brief-zone-shared') return [];
  const { wanted, zones } = unclear;
  if (wanted === undefined) return [];
  const offered = zones.length > 0 ? zones : USUAL_ZONES;
  const own = wanted.do === 'schedule' ? [button(offered.length, 'My own clock', wanted, 'My own clock')] : [];
  return [
    ...offered.map((zone, at) =>
      button(at, zoneName(zone), withPart(wanted, { zone }), `The clock of ${zoneName(zone)}`),
    ),
    ...own,
  ];
};
