import type { Question } from '../questions/index.ts';
import type { Message } from './block-kit.ts';
import { context, shareButton } from './build.ts';
import { escaped } from './wording.ts';

/** Adds a last grey line that only the asker reads. */
export const withHint = ({ text, blocks }: Message, hint: string): Message => ({
  text: `${text} ${escaped(hint)}`,
  blocks: [...blocks, context(escaped(hint))],
});

/** Adds a Share button behind the others, on a reply that only the asker sees. */
export const withShare = ({ text, blocks }: Message, question: Question): Message => {
  const share = shareButton(question);
  const hasButtons = blocks.some(({ type }) => type === 'actions');
  return {
    text,
    blocks: hasButtons
      ? blocks.map((block) => (block.type === 'actions' ? { ...block, elements: [...block.elements, share] } : block))
      : [...blocks, { type: 'actions', elements: [share] }],
  };
};
