import type { Answered } from '../facts/index.ts';
import { type Button, context, escaped, type Message, mrkdwn, plainText, shareButton } from '../message/index.ts';
import type { Question } from '../topics/questions.ts';
import type { RateMoveQuestion } from '../topics/rate-move/question.ts';
import { CHANGE_ACTION } from './assumptions-form.ts';

/**
 * Says who asked, at the end of a public answer.
 *
 * @param mention as Slack writes one, `<@U123>`; it stays unescaped
 */
export const withAsker = ({ text, blocks }: Message, mention: string): Message => {
  const asked = `Asked by ${mention}`;
  const last = blocks.at(-1);
  return {
    text: `${text} ${asked}.`,
    blocks:
      last?.type === 'context'
        ? [...blocks.slice(0, -1), { ...last, elements: [...last.elements, mrkdwn(asked)] }]
        : [...blocks, context(asked)],
  };
};

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

const changeButton = (question: RateMoveQuestion): Button => ({
  type: 'button',
  action_id: CHANGE_ACTION,
  text: plainText('Change assumptions'),
  value: JSON.stringify(question),
});

/** Adds the button that opens the form, before the last of the buttons under an answer: only where there are forms. */
export const withChange = ({ text, blocks }: Message, question: RateMoveQuestion): Message => ({
  text,
  blocks: blocks.map((block) =>
    block.type === 'actions'
      ? { ...block, elements: [...block.elements.slice(0, -1), changeButton(question), ...block.elements.slice(-1)] }
      : block,
  ),
});

/** Action id of the two thumbs. */
export const FEEDBACK_ACTION = 'feedback';

const VALUE = /^(?<thumb>up|down):(?<kind>[a-z][a-z0-9-]{0,39})$/;

/** A thumb and the kind of the answer it is on. */
export interface Thumb {
  readonly thumb: 'up' | 'down';
  readonly kind: string;
}

/** Undefined for what no button of ours carries. */
export const parseThumb = (value: string): Thumb | undefined => {
  const { thumb, kind } = VALUE.exec(value)?.groups ?? {};
  return kind && (thumb === 'up' || thumb === 'down') ? { thumb, kind } : undefined;
};

const button = (thumb: Thumb['thumb'], kind: string, words: string, accessibilityLabel: string) => ({
  text: plainText(words),
  value: `${thumb}:${kind}`,
  accessibility_label: accessibilityLabel,
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
