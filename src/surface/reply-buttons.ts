import { companyButton } from '../company-list/index.ts';
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

const EDIT_COMPANIES = companyButton('show', 'Edit companies', 'company:show');

const changeButton = (question: RateMoveQuestion): Button => ({
  type: 'button',
  action_id: CHANGE_ACTION,
  text: plainText('Change assumptions'),
  value: JSON.stringify(question),
});

/** Adds a button that shows the list behind an answer about a workspace's own companies: only where there is one. */
export const withCompanyList = ({ text, blocks }: Message): Message => ({
  text,
  blocks: blocks.map((block) =>
    block.type === 'actions' ? { ...block, elements: [...block.elements, EDIT_COMPANIES] } : block,
  ),
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

/** The two thumbs under an answer, and why it was of no use. No word of anybody's is asked for or kept. */

/** Action id of the two thumbs. */
export const FEEDBACK_ACTION = 'feedback';
/** Action ids of the reasons begin with it. */
export const REASON_ACTION = 'feedback_reason';

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

const REASONS = {
  wrong: 'A number is wrong',
  else: 'Not what I asked',
  long: 'Too long',
  unclear: 'Hard to understand',
} as const;
type Reason = keyof typeof REASONS;

const isReason = (text: string | undefined): text is Reason => text !== undefined && Object.hasOwn(REASONS, text);

const REASON_VALUE = /^(?<reason>[a-z]+):(?<kind>[a-z][a-z0-9-]{0,27}):(?<message>\d{1,20}\.\d{1,10})$/;

/** Why an answer was of no use: counted beside its thumb, under a kind of its own. */
interface CountedReason {
  /** `rate-move-why-long`. */
  readonly kind: string;
  /** Names the answer apart from its thumb, so that both count. */
  readonly message: string;
}

/** Undefined for what no button of ours carries. */
export const parseReason = (value: string): CountedReason | undefined => {
  const { reason, kind, message } = REASON_VALUE.exec(value)?.groups ?? {};
  return isReason(reason) ? { kind: `${kind}-why-${reason}`, message: `${message}:why` } : undefined;
};

const THANKS = 'Thank you. Counted by kind of answer, without your name.';

/** Thanks for a thumb or a reason. */
export const thanksMessage: Message = { text: escaped(THANKS), blocks: [context(escaped(THANKS))] };

const ASKED = `${THANKS} What was wrong with it?`;

/** Thanks for a thumb down, and asks why: a few choices, and none of them has to be made. */
export const reasonsMessage = (kind: string, message: string): Message => ({
  text: escaped(`${ASKED} ${Object.values(REASONS).join(', ')}.`),
  blocks: [
    context(escaped(ASKED)),
    {
      type: 'actions',
      elements: Object.entries(REASONS).map(
        ([reason, label]): Button => ({
          type: 'button',
          action_id: `${REASON_ACTION}:${reason}`,
          text: plainText(label),
          value: `${reason}:${kind}:${message}`,
        }),
      ),
    },
  ],
});

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
