import type { DoneAnswer } from '../answers/index.ts';
import type { Message } from './block-kit.ts';
import { context } from './build.ts';
import { escaped } from './wording.ts';

const SAID: Record<DoneAnswer['effect']['kind'], string> = {
  silence: 'Silent in this thread until somebody mentions me.',
};

/** One grey line: what was done. */
export const renderDone = ({ effect }: DoneAnswer): Message => ({
  text: escaped(SAID[effect.kind]),
  blocks: [context(escaped(SAID[effect.kind]))],
});
