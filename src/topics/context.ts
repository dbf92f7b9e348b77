import { z } from 'zod';
import { SpokenSchema } from '../brief/spoken.ts';
import { noteNumberOf } from '../notes/index.ts';
import { REFINEMENTS } from '../sensitivity/index.ts';
import { CompareMovesSchema } from './compare-moves/question.ts';
import { FedSchema } from './fed/question.ts';
import { FedHistorySchema } from './fed-history/question.ts';
import { FigureSchema } from './figure/question.ts';
import { type Question, QuestionSchema } from './questions.ts';
import { MovePartSchema, RateMoveSchema } from './rate-move/question.ts';
import { RatioSchema } from './ratio/question.ts';
import { RotationSchema } from './rotation/question.ts';
import { SolveSchema } from './solve/question.ts';
import { ValuationSchema } from './valuation/question.ts';
import { ViewsSchema } from './views/question.ts';

/** What a conversation has been about: enough to understand a follow-up, and no words of anybody. */

const ASSUMED = ['floatingShare', 'debtToEbitda', 'rate', 'loanFloor', 'ebitda', 'netIncome'] as const;

/** What the last turn changed, and for whom: what an elliptic follow-up goes on from. */
const ChangedSchema = z.strictObject({
  what: z.enum(['size', 'target', 'scope', ...ASSUMED, ...REFINEMENTS]),
  company: z.enum(['small', 'large', 'both']).optional(),
});

/** What the number kinds go on from. */
const numbers = {
  /** The rate move asked about last, with its assumptions, whatever came in between. */
  move: RateMoveSchema.optional(),
  /** Of what it was added up. */
  parts: z.array(MovePartSchema).max(12).optional(),
  compare: CompareMovesSchema.optional(),
  solve: SolveSchema.optional(),
  /** Which of them was asked last: what `and 75?` changes. */
  active: z.enum(['rate-move', 'compare-moves', 'solve']).optional(),
  changed: z.array(ChangedSchema).max(12).optional(),
  /** The first of them all: `back to my first question`. */
  first: z.discriminatedUnion('kind', [RateMoveSchema, CompareMovesSchema, SolveSchema]).optional(),
  /** Set by a word, `only the large one`; it stays until a word changes it. */
  scope: z.enum(['small', 'large', 'both']).optional(),
};

/** What follow-ups go on from. */
const StandingSchema = z.strictObject({
  /** The question answered last. */
  last: QuestionSchema,
  ...numbers,
  /** The same before the last change: one step of undo, and after an undo of redo. */
  before: z.strictObject({ last: QuestionSchema.optional(), ...numbers }).optional(),
  /** The last question of each other kind that a follow-up may change. */
  span: RotationSchema.optional(),
  /** That of other days before it: `both in one`. */
  spanBefore: RotationSchema.optional(),
  ratio: RatioSchema.optional(),
  figure: FigureSchema.optional(),
  /** The one before it: `the gap between these two`. */
  figureBefore: FigureSchema.optional(),
  valuation: ValuationSchema.optional(),
  views: ViewsSchema.optional(),
  /** The views asked for before those: `both of them side by side`. */
  viewsBefore: ViewsSchema.optional(),
  fed: FedSchema.optional(),
  history: FedHistorySchema.optional(),
  /** The one before it: `both years`, `between the two`. */
  historyBefore: FedHistorySchema.optional(),
  /** Briefs were spoken of last: `and remove the second one`; or one was wished for, and its time asked back. */
  brief: SpokenSchema.optional(),
  /** The brief spoken of before something else was asked: `skip next monday`. */
  briefBefore: SpokenSchema.optional(),
  /** Answered last, and no part of what the conversation is about: `why not?` behind what was declined. */
  aside: QuestionSchema.optional(),
  /** What was asked back: a size, or one of these. */
  wants: z.literal('size').optional(),
  /** The direction that a wanted size is to have. */
  wantedWay: z.enum(['cut', 'hike']).optional(),
  /** The one company that it is asked of. */
  wantedOnly: z.enum(['small', 'large']).optional(),
  /** So many moves were named without a size. */
  wantedCount: z.number().int().min(1).max(99).optional(),
  offered: z.array(QuestionSchema).max(3).optional(),
  /** The turn before was not read: what `that` stands for is not known. */
  stale: z.literal(true).optional(),
  /** And it spoke of numbers: what stands may be another by now. */
  missed: z.literal(true).optional(),
});

export const ContextSchema = StandingSchema.extend({
  /** Where each of the readings asked back last would lead: follow-ups are read on them too, and only offered. */
  tentative: z.array(StandingSchema).max(3).optional(),
});

export type Context = z.infer<typeof ContextSchema>;
export type Standing = z.infer<typeof StandingSchema>;
export type Numbers = Omit<NonNullable<Context['before']>, 'last'>;
export type Part = z.infer<typeof MovePartSchema>;
export type Changed = z.infer<typeof ChangedSchema>;

/** The question whose answer was shown last: that of which the source was told, where it was. */
export const shownIn = (context: Context | undefined): Question | undefined =>
  context?.last.kind === 'source' ? context.last.of : context?.last;

/** The note that an answer was of, where it is one. */
export const noteShown = (last: Question): string | undefined => {
  if (last.kind === 'check') return last.note ?? last.findings?.map(noteNumberOf)[0];
  if (last.kind === 'figure') return last.figures.map(noteNumberOf)[0];
  const [note, other] = last.kind === 'views' ? (last.notes ?? []) : [];
  return last.kind === 'notes' ? last.note : other === undefined ? note : undefined;
};

const FIGURES: readonly (readonly [RegExp, (typeof ASSUMED)[number]])[] = [
  [/-floating-share$/, 'floatingShare'],
  [/-leverage$/, 'debtToEbitda'],
  [/cap-ebitda$/, 'ebitda'],
  [/cap-net-income$/, 'netIncome'],
];

/** The assumption that figures of a note are of, and whose. */
const assumedBy = (figures: readonly string[]): Changed | undefined => {
  const what = FIGURES.find(([ends]) => figures.length > 0 && figures.every((figure) => ends.test(figure)))?.[1];
  const [company, second] = ['small' as const, 'large' as const].filter((one) =>
    figures.some((figure) => figure.includes(`${one}cap`)),
  );
  return what && { what, ...(company && !second && { company }) };
};

/** The move behind a fan, or behind the years after it; none where the moves are those of futures. */
const moveOf = (last: Extract<Question, { readonly kind: 'fan' | 'years' }>): Context['move'] => {
  if (last.kind === 'years' && last.path !== undefined) return undefined;
  const { moveBps, small, large, only } = last;
  return { kind: 'rate-move', moveBps, ...(small && { small }), ...(large && { large }), ...(only && { only }) };
};

/** The part of a context that the number kinds go on from. */
export const numbersOf = (context: Context | undefined): Numbers => {
  if (context === undefined) return {};
  const { parts, compare, solve, active, changed, scope, first, last } = context;
  // "walk me through the maths of 100bp" is of a move too
  const move =
    last.kind === 'method' && last.of
      ? last.of
      : last.kind === 'fan' || last.kind === 'years'
        ? (moveOf(last) ?? context.move)
        : context.move;
  const shown = last.kind === 'figure' ? assumedBy(last.figures) : undefined;
  const kept = {
    ...(move && { move }),
    ...(parts && { parts }),
    // "and 30%?" behind a question of tax is of that
    ...(changed && last.kind !== 'method' && { changed }),
    // "use 70", behind the floating share of a note
    ...(shown && { changed: [shown] }),
    ...(scope && { scope }),
    ...(first && { first }),
  };
  const compared = compare ?? (last.kind === 'compare-moves' ? last : undefined);
  const solved = solve ?? (last.kind === 'solve' ? last : undefined);
  const kind = active ?? (last.kind === 'compare-moves' || last.kind === 'solve' ? last.kind : move && 'rate-move');
  return {
    ...kept,
    ...(compared && { compare: compared }),
    ...(solved && { solve: solved }),
    ...(kind && { active: kind }),
  };
};

/** What a conversation remembers of a reading beside its question. */
export interface Kept {
  readonly parts?: readonly Part[];
  readonly changed?: readonly Changed[];
  readonly scope?: 'small' | 'large' | 'both';
  /** The reading went back one step: what there is now becomes what there was. */
  readonly isUndo?: true;
  /** The reply asks for a size. */
  readonly wants?: 'size';
  readonly wantedWay?: 'cut' | 'hike';
  readonly wantedOnly?: 'small' | 'large';
  /** The reply asks how large each of so many moves is. */
  readonly wantedCount?: number;
}
