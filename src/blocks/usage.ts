import { LARGEST_MOVE_BPS, type Question } from '../questions/index.ts';
import type { Offer } from './build.ts';
import { basisPointsOf } from './wording.ts';

/** Examples that work, as a person would type them. */
export const EXAMPLES = ['/ratecut 50bps', '/ratecut hike 25', '/ratecut 0.5% floating=60%'] as const;

export const VIEWS_EXAMPLES = ['/views bearish', '/views Calvasina', '/views tariffs'] as const;
export const CHECK_EXAMPLES = ['/check 002', '/check 50bp july', '/check conflicts'] as const;
/** One of each kind, for words that nothing could be made of. */
export const MIXED_EXAMPLES = ['/ratecut 50bps', '/views bearish', '/check 002'] as const;
export const NOTE_NUMBERS = '000 to 004';

const HELP: Question = { kind: 'help' };

/** `Cut 25 bp`, `Hike 25 bp`, `Hold`. */
export const moveLabel = (bps: number): string =>
  bps === 0 ? 'Hold' : `${bps < 0 ? 'Cut' : 'Hike'} ${basisPointsOf(Math.abs(bps))}`;

const moveOffer = (bps: number): Offer => ({
  label: moveLabel(bps),
  question: { kind: 'rate-move', moveBps: bps },
});

export const movesOffered = (...moves: readonly number[]): readonly Offer[] => moves.map(moveOffer);

export const EVERYBODY: Offer = { label: 'All views', question: { kind: 'views' } };
export const CHECK: Offer = { label: 'Check the notes', question: { kind: 'check' } };
export const CONFLICTS: Offer = { label: 'Conflicts between notes', question: { kind: 'conflicts' } };

export const HOW: Offer = { label: 'How it is computed', question: { kind: 'method', aspect: 'formula' } };

export const helpOffer: Offer = { label: 'Help', question: HELP };

export const RANGE_WORDS = `up to ${basisPointsOf(LARGEST_MOVE_BPS)} either way`;
