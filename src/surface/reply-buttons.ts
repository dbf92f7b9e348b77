import { companyButton } from '../company-list/index.ts';
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
