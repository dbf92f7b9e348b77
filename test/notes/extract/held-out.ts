import { readingOf } from '../../../src/notes/extract/parts.ts';
import type { SideModel } from '../../../src/notes/extract/side-model.ts';
import { stanceOf, weighedChances } from '../../../src/notes/extract/stance.ts';
import { type SidedSentence, trainedOn } from './training.ts';

/** Shares, from 0 to 1, of sentences read with the right side, the opposite one, and left open. */
export interface Reached {
  readonly count: number;
  readonly right: number;
  readonly opposite: number;
  readonly unclear: number;
}

const ALONE = { voice: [], paragraph: [], note: [] };

/** How a model reads sentences one by one, without the rest of their notes. */
export const reachedBy = (model: SideModel, sentences: readonly SidedSentence[]): Reached => {
  const read = sentences.map(({ side, text, before }) => ({
    side,
    stance: stanceOf(weighedChances(readingOf(text, before, undefined, model), ALONE)).stance,
  }));
  const share = (is: (one: (typeof read)[number]) => boolean): number =>
    read.filter(is).length / Math.max(1, read.length);
  return {
    count: read.length,
    right: share(({ side, stance }) => side === stance),
    opposite: share(({ side, stance }) => side !== stance && side !== 'neutral' && /ish$/.test(stance)),
    unclear: share(({ stance }) => stance === 'unclear'),
  };
};

/** A line a writer, each read by a model that was trained on the others. */
export const heldOutReport = (all: readonly SidedSentence[]): readonly string[] =>
  [...Map.groupBy(all, ({ writer }) => writer)].map(([writer, own]) => {
    const { count, right, opposite, unclear } = reachedBy(trainedOn(all.filter((one) => one.writer !== writer)), own);
    const percent = (share: number): string => `${Math.round(100 * share)} %`;
    return `${writer}: of ${count}, right ${percent(right)}, opposite ${percent(opposite)}, unclear ${percent(unclear)}`;
  });
