import { z } from 'zod';
import { DayReferenceSchema, WEEKDAYS } from './day-reference.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { RequestedRecurrenceSchema } from './recurrence.ts';
import { movedTime } from './resolve-timing.ts';

/** What a conversation remembers of the brief spoken of last: enough for `make it 7`, `pause it` and `no, the 5th`. */

const LikenessSchema = z.strictObject({
  channel: z.string().optional(),
  time: z.string().optional(),
  zone: z.string().optional(),
});

/** What was said of a brief but for its time; `zone` and `channel` are absent where they are the person's own. */
const BriefDraftSchema = z.strictObject({
  days: z.array(z.enum(WEEKDAYS)).readonly(),
  on: RequestedRecurrenceSchema.optional(),
  time: z.string().optional(),
  /** An IANA name. */
  zone: z.string().optional(),
  /** Channel id. */
  channel: z.string().optional(),
  onClosed: z.enum(['say', 'skip']).optional(),
  onStale: z.enum(['say', 'hold']).optional(),
});

const DONE = [
  'now',
  'preview',
  'form',
  'list',
  'schedule',
  'pause',
  'skip',
  'resume',
  'remove',
  'history',
  'change',
  'edit',
] as const;

const SpokenBriefSchema = z.strictObject({
  /** What was done or asked last. */
  did: z.enum(DONE),
  /** Which brief it was of. */
  which: z.number().int().optional(),
  place: z.number().int().optional(),
  of: LikenessSchema.optional(),
  /** What it was like before it was changed last. */
  was: LikenessSchema.optional(),
  /** It waits for a level of the ratio. */
  isOfRatio: z.literal(true).optional(),
  /** The one day of the week that it comes on. */
  weekday: z.enum(WEEKDAYS).optional(),
  /** The day that was named last. */
  day: DayReferenceSchema.optional(),
});

/** `true` where words about briefs were asked back; a draft where only its time is missing. */
export const SpokenSchema = z.union([z.literal(true), BriefDraftSchema, SpokenBriefSchema]);

export type SpokenBrief = Readonly<z.infer<typeof SpokenBriefSchema>>;
export type Spoken = z.infer<typeof SpokenSchema>;

export const isSpokenBrief = (spoken: Spoken | undefined): spoken is SpokenBrief =>
  typeof spoken === 'object' && 'did' in spoken;

/** What stands of the brief spoken of after words that were asked back; a draft where its time or its zone is missing. */
export const spokenAfterDoubt = (unclear: UnclearBrief, before: Spoken | undefined): Spoken => {
  if (unclear.reason === 'brief-without-time') return { ...unclear.draft };
  const wanted = 'wanted' in unclear ? unclear.wanted : undefined;
  if (wanted?.do !== 'schedule' || wanted.timing.kind !== 'clock') return before ?? true;
  const { kind: _, do: __, timing, ...options } = wanted;
  const { kind: ___, ...when } = timing;
  return { ...when, ...options };
};

/** What is said of it; undefined where nothing is. */
const likeness = (said: SpokenBrief['of']): SpokenBrief['of'] => {
  const known = Object.entries(said ?? {}).filter(([, value]) => value !== undefined);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
};

/** The day of a brief that comes once; undefined where it comes on others from now on. */
const dayOfOne = (days: readonly string[] | undefined, was: SpokenBrief | undefined): SpokenBrief['day'] =>
  days === undefined && /^(?:schedule|change)$/.test(was?.did ?? '') ? was?.day : undefined;

/** What stands of the brief spoken of after an effect. */
export const spokenAfter = (effect: BriefEffect, before: Spoken | undefined): SpokenBrief => {
  const was = isSpokenBrief(before) ? before : undefined;
  const isOfRatio = was?.isOfRatio;
  switch (effect.do) {
    case 'schedule': {
      const { timing, channel } = effect;
      const { time, zone } = timing.kind === 'clock' ? timing : {};
      const waitsForRatio = timing.kind === 'crossing' && timing.of.kind === 'ratio';
      return {
        did: 'schedule',
        of: likeness({ channel, time, zone }),
        ...(timing.kind === 'clock' && timing.days.length === 1 && { weekday: timing.days[0] }),
        ...(timing.kind === 'clock' && timing.on?.kind === 'once' && { day: timing.on.on }),
        ...(waitsForRatio && { isOfRatio: waitsForRatio }),
      };
    }
    case 'change': {
      const { which, place, of, laterBy = 0 } = effect;
      const time = effect.time ?? (of?.time && movedTime(of.time, laterBy));
      const day = effect.recurrence?.kind === 'once' ? effect.recurrence.on : dayOfOne(effect.days, was);
      const now = likeness({ channel: effect.channel ?? of?.channel, time, zone: effect.zone ?? of?.zone });
      return { did: 'change', which, place, of: now, was: likeness(of), isOfRatio, day };
    }
    case 'pause':
    case 'skip':
    case 'resume':
    case 'history': {
      const { which, place, of = effect.do === 'history' ? was?.of : undefined } = effect;
      const day = effect.do === 'pause' ? effect.until : effect.do === 'skip' ? effect.on : undefined;
      return { did: effect.do, which, place, of: likeness(of), isOfRatio, day };
    }
    default:
      return { did: effect.do };
  }
};
