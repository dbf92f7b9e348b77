import type { Answered } from '../answers/index.ts';
import type { Message } from './block-kit.ts';
import { plainText } from './build.ts';

/** Action id of the two thumbs. */
export const FEEDBACK_ACTION = 'feedback';

const VALUE = /^(?<thumb>up|down):(?<kind>[a-z][a-z0-9-]{0,39})$/;

/** A thumb and the kind of the answer it is on. */
export interface Thumb {
  readonly thumb: 'up' | 'down';
  readonly kind: string;
}

/** Undefined for what no button of ours carries. */
export const thumbIn = (value: string): Thumb | undefined => {
  const { thumb, kind } = VALUE.exec(value)?.groups ?? {};
  return kind && (thumb === 'up' || thumb === 'down') ? { thumb, kind } : undefined;
};

const button = (thumb: Thumb['thumb'], kind: string, words: string, spoken: string) => ({
  text: plainText(words),
  value: `${thumb}:${kind}`,
  accessibility_label: spoken,
});

/** Adds the two thumbs at the end of an answer that states a figure or a view; anything else needs no opinion. */
export const withFeedback = (
  message: Message,
  { kind, figures, views }: Answered & { readonly kind: string },
): Message =>
  figures.length + views.length === 0
    ? message
    : {
        ...message,
        blocks: [
          ...message.blocks,
          {
            type: 'context_actions',
            elements: [
              {
                type: 'feedback_buttons',
                action_id: FEEDBACK_ACTION,
                positive_button: button('up', kind, 'Useful', 'This answer is useful'),
                negative_button: button('down', kind, 'Not useful', 'This answer is not useful'),
              },
            ],
          },
        ],
      };
