import { z } from 'zod';
import { STANCES, TOPICS } from '../notes/index.ts';

/** What can be asked about the analyst notes. */

const name = z.string().min(1).max(60);
const id = z.string().min(1).max(80);
/** The first three digits of a note's id. */
const noteNumber = z.string().regex(/^\d{3}$/);
/** Which part of a long list, from 1. */
const page = z.number().int().min(1).max(99).optional();

/** What a view needs to hold, as people ask for it. */
export const NEEDS = ['soft landing', 'no recession', 'stronger economy', 'falling rates', 'anything'] as const;
export const HORIZONS = ['near term', 'about a year', 'long term'] as const;

/** Who says what. Filters narrow one another; within one, any of its values will do. Without any, everybody. */
export const ViewsSchema = z.strictObject({
  kind: z.literal('views'),
  stances: z.array(z.enum(STANCES)).nonempty().max(STANCES.length).optional(),
  /** People and firms as the library spells them. */
  who: z.array(name).nonempty().max(6).optional(),
  topics: z.array(z.enum(TOPICS)).nonempty().max(6).optional(),
  notes: z.array(noteNumber).nonempty().max(6).optional(),
  /** Only views that name a condition, of this kind. */
  needs: z.enum(NEEDS).optional(),
  horizon: z.enum(HORIZONS).optional(),
  /** What could go wrong for small caps. */
  risks: z.literal(true).optional(),
  /** Ids of single claims. */
  claims: z.array(id).nonempty().max(8).optional(),
  page,
});

/** The notes' figures and dates held against the record: all, one note's, or single findings. */
export const CheckSchema = z.strictObject({
  kind: z.literal('check'),
  note: noteNumber.optional(),
  /** Ids of findings. */
  findings: z.array(id).nonempty().max(8).optional(),
  page,
});

/** Where two notes contradict one another: all such points, or single ones. */
export const ConflictsSchema = z.strictObject({
  kind: z.literal('conflicts'),
  /** Ids of conflicts. */
  conflicts: z.array(id).nonempty().max(8).optional(),
  page,
});

/** Figures that the notes print. */
export const FigureSchema = z.strictObject({
  kind: z.literal('figure'),
  /** Ids of the library's figures. */
  figures: z.array(id).nonempty().max(12),
  page,
});

/** One multiple against another: the discount of the first to the second. */
export const ValuationSchema = z.strictObject({
  kind: z.literal('valuation'),
  /** Ids of the library's figures, both multiples. */
  of: id,
  against: id,
});

/** Russell 2000 ÷ S&P 500 as the notes print it, and what it takes to reach a level. */
export const RatioSchema = z.strictObject({
  kind: z.literal('ratio'),
  /** A level to start from; the newest one printed otherwise. */
  from: z.number().min(0.001).max(100).optional(),
  /** A level to reach: 0.6. */
  to: z.number().min(0.001).max(100).optional(),
});

/** The notes themselves: all of them, or one in short. */
export const NotesSchema = z.strictObject({ kind: z.literal('notes'), note: noteNumber.optional() });

export type ViewsQuestion = z.infer<typeof ViewsSchema>;
export type CheckQuestion = z.infer<typeof CheckSchema>;
export type ConflictsQuestion = z.infer<typeof ConflictsSchema>;
export type FigureQuestion = z.infer<typeof FigureSchema>;
export type ValuationQuestion = z.infer<typeof ValuationSchema>;
export type RatioQuestion = z.infer<typeof RatioSchema>;
export type NotesQuestion = z.infer<typeof NotesSchema>;
export type Need = (typeof NEEDS)[number];
export type Horizon = (typeof HORIZONS)[number];
