import { askButton, escaped, type Message, section } from '../message/index.ts';
import type { Asked } from '../store/index.ts';

const MINUTE_MS = 60_000;

const minutes = (ms: number): string => {
  const count = Math.round(ms / MINUTE_MS);
  return count === 1 ? 'a minute' : `${count} minutes`;
};

/** Said under an answer that a restart held up. @param ageMs since it was asked, in milliseconds */
export const lateHint = (ageMs: number): string =>
  `This comes ${ageMs < MINUTE_MS / 2 ? '' : `${minutes(ageMs)} `}late: I was stopped before I could answer.`;

const WORDS = {
  /** Slack's half hour is over. */
  'too late': 'I was stopped before I could answer you, and that is more than half an hour ago.',
  /** An answer was sent, and whether it arrived cannot be found out. */
  unsure: 'I was stopped while I was answering you.',
  /** What was asked is not known, or of no use later. */
  again: 'I was stopped before I could answer you. Please ask again.',
} as const;

/** It may have been done. */
const changeWords = (asked: Asked): string => {
  const list = (asked.kind === 'change' ? asked.of : undefined) ?? 'brief';
  return `I was stopped while I was doing that. See /${list} list, and do it again if it was not done.`;
};

/** Why there is no answer. */
export type LateNotice = keyof typeof WORDS | 'change';

/** What stands instead of an answer, with the question as a button where it is known. */
export const renderLateNotice = (notice: LateNotice, asked: Asked): Message => {
  const question = asked.kind === 'question' || asked.kind === 'share' ? asked.question : undefined;
  const isOpen = notice === 'too late' || notice === 'unsure';
  const ending = question === undefined ? ' Please ask again.' : notice === 'unsure' ? ' If no answer is here:' : '';
  const words = notice === 'change' ? changeWords(asked) : WORDS[notice];
  const text = escaped(`${words}${isOpen ? ending : ''}`);
  return {
    text,
    blocks: [
      section(text),
      ...(isOpen && question !== undefined
        ? [{ type: 'actions' as const, elements: [askButton({ label: 'Answer now', question }, 0)] }]
        : []),
    ],
  };
};
