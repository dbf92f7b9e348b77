import type { Page } from '../facts/index.ts';
import type { ButtonOffer } from '../message/index.ts';
import { basisPointsOf } from '../message/index.ts';
import type { Question } from '../topics/questions.ts';
import { LARGEST_MOVE_BPS } from '../topics/rate-move/question.ts';

type Paged = Extract<Question, { page?: number | undefined }>;

/** A button for the next part of a list; none behind the last. */
export const nextPageOffer = <T>({ page, pages }: Page<T>, question: Paged): readonly Offer[] =>
  page < pages ? [{ label: `Part ${page + 1} of ${pages}`, question: { ...question, page: page + 1 } }] : [];

/** `Part 2 of 3`, where there is more than one. */
export const pageLabel = <T>({ page, pages }: Page<T>): readonly string[] =>
  pages > 1 ? [`Part ${page} of ${pages}`] : [];

/** What a button asks, and what it says. */
export interface Offer extends ButtonOffer {
  readonly question: Question;
}

export const NOTE_NUMBERS = '000 to 004';

const HELP: Question = { kind: 'help' };

/** `Cut 25 bp`, `Hike 25 bp`, `Hold`. */
export const moveLabel = (bps: number): string =>
  bps === 0 ? 'Hold' : `${bps < 0 ? 'Cut' : 'Hike'} ${basisPointsOf(Math.abs(bps))}`;

const moveOffer = (bps: number): Offer => ({ label: moveLabel(bps), question: { kind: 'rate-move', moveBps: bps } });

/** A button for each move, in basis points, negative for a cut. */
export const movesOffered = (...moves: readonly number[]): readonly Offer[] => moves.map(moveOffer);

/**
 * The same question of a move of another size, and of the same size the other way.
 *
 * @param other basis points
 * @param asked the question, of a move in basis points, negative for a cut
 */
export const otherMoves = (
  moveBps: number,
  other: number,
  asked: (more: { readonly moveBps: number }) => Question,
): readonly Offer[] => [
  { label: basisPointsOf(other), question: asked({ moveBps: Math.sign(moveBps || -1) * other }) },
  ...(moveBps === 0 ? [] : [{ label: moveLabel(-moveBps), question: asked({ moveBps: -moveBps }) }]),
];

export const ALL_NOTES: Offer = { label: 'All notes', question: { kind: 'notes' } };
export const ALL_VIEWS: Offer = { label: 'All views', question: { kind: 'views' } };
export const CHECK: Offer = { label: 'Check the notes', question: { kind: 'check' } };
export const CONFLICTS: Offer = { label: 'Conflicts between notes', question: { kind: 'conflicts' } };

export const ROTATION: Offer = {
  label: 'Rotation',
  question: { kind: 'rotation' },
  accessibilityLabel: 'The ratio today',
};
export const YEAR_TO_DATE: Offer = { label: 'Year to date', question: { kind: 'rotation', ytd: true } };
export const AFTER_CUTS: Offer = { label: 'After past cuts', question: { kind: 'rotation', cycles: true } };
export const AFTER_RATES: Offer = { label: 'After rate moves', question: { kind: 'rotation', rates: true } };
export const FED: Offer = { label: 'Fed', question: { kind: 'fed' }, accessibilityLabel: 'The Fed and the odds' };
export const PRICED: Offer = { label: 'What is priced', question: { kind: 'rate-move-market' } };

export const HOW_COMPUTED: Offer = { label: 'How it is computed', question: { kind: 'method', aspect: 'formula' } };

export const helpOffer: Offer = { label: 'Help', question: HELP };

/** `up to 600 bp either way`. */
export const RANGE_WORDS = `up to ${basisPointsOf(LARGEST_MOVE_BPS)} either way`;
