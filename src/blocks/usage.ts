import { LARGEST_MOVE_BPS, type Question } from '../questions/index.ts';
import type { Offer } from './build.ts';
import { basisPointsOf } from './wording.ts';

/** Examples that work, as a person would type them. */
export const EXAMPLES = ['/ratecut 50bps', '/ratecut hike 25', '/ratecut 0.5% floating=60%'] as const;

const HELP: Question = { kind: 'help' };

/** `Cut 25 bp`, `Hike 25 bp`, `Hold`. */
export const moveLabel = (bps: number): string =>
  bps === 0 ? 'Hold' : `${bps < 0 ? 'Cut' : 'Hike'} ${basisPointsOf(Math.abs(bps))}`;

const moveOffer = (bps: number): Offer => ({
  label: moveLabel(bps),
  question: { kind: 'rate-move', moveBps: bps },
});

export const movesOffered = (...moves: readonly number[]): readonly Offer[] => moves.map(moveOffer);

export const helpOffer: Offer = { label: 'Help', question: HELP };

export const RANGE_WORDS = `up to ${basisPointsOf(LARGEST_MOVE_BPS)} either way`;
