import type { Place } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import { moveReading, type Turned } from './read-turned.ts';

export const step = (turned: Turned, moveBps: number, uses: readonly Place[]): Reading =>
  moveReading(turned, moveBps, [], uses, { kept: { changed: [{ what: 'size' }] } });

export const isBare = ({ figures }: Turned): boolean =>
  figures.sizes.length === 0 &&
  figures.levels.length === 0 &&
  figures.counts.length === 0 &&
  !figures.free.some(({ duty }) => duty === 'must');

/** Such words ask for something about the move, and not for the move. */
const ASKS = /^(?:why|which|who|whos|when|where|whats|explain)$/;

export const asksOther = ({ utterance }: Turned): boolean => utterance.words.some((word) => ASKS.test(word));
