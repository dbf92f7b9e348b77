import { z } from 'zod';
import { NOTE_NUMBER, NOTE_TOPICS, STANCES } from '../../notes/index.ts';
import { isIsoDate } from '../../units.ts';

/** What can be asked about the analyst notes. */

const name = z.string().min(1).max(60);
/** Of a claim or a figure. */
export const id = z.string().min(1).max(80);
/** What a note's id begins with: `001`, `T12`. */
export const noteNumber = z.string().regex(NOTE_NUMBER);
/** Which part of a long list, from 1. */
export const page = z.number().int().min(1).max(99).optional();

/** What a view needs to hold, as people ask for it. */
export const NEEDS = ['soft landing', 'no recession', 'stronger economy', 'falling rates', 'anything'] as const;
export const HORIZONS = ['near term', 'about a year', 'long term'] as const;

/** Who says what. Filters narrow one another; within one, any of its values will do. Without any, everybody. */
export const ViewsSchema = z.strictObject({
  kind: z.literal('views'),
  stances: z.array(z.enum(STANCES)).nonempty().max(STANCES.length).optional(),
  /** People and firms as the library spells them. */
  who: z.array(name).nonempty().max(6).optional(),
  topics: z.array(z.enum(NOTE_TOPICS)).nonempty().max(6).optional(),
  notes: z.array(noteNumber).nonempty().max(6).optional(),
  /** Who and what is left out of all the other filters leave. */
  withoutWho: z.array(name).nonempty().max(6).optional(),
  withoutTopics: z.array(z.enum(NOTE_TOPICS)).nonempty().max(6).optional(),
  withoutNotes: z.array(noteNumber).nonempty().max(6).optional(),
  /** Only views that name a condition, of this kind. */
  needs: z.enum(NEEDS).optional(),
  horizon: z.enum(HORIZONS).optional(),
  /** What could go wrong for small caps. */
  risks: z.literal(true).optional(),
  /** Only views whose horizon has run out. */
  expired: z.literal(true).optional(),
  /** Only claims that the record bears out, or speaks against. */
  proved: z.enum(['right', 'wrong']).optional(),
  /** Only notes that a team has added on this day or since. */
  since: z.string().refine(isIsoDate).optional(),
  /** What became of the views whose horizon has ended, by the ratio. */
  scored: z.literal(true).optional(),
  /** Ids of single claims. */
  claims: z.array(id).nonempty().max(8).optional(),
  /** So many claims a part of the list, where a shorter one was asked for. */
  most: z.number().int().min(1).max(9).optional(),
  page,
});

export type ViewsQuestion = z.infer<typeof ViewsSchema>;
export type Need = (typeof NEEDS)[number];
export type Horizon = (typeof HORIZONS)[number];
