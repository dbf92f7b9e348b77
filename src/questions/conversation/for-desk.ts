import type { Turn } from '../reading.ts';
import { opening } from './patterns.ts';

const QUESTION_MARK = /\?\s*$/;
const STARTS_QUESTION = opening`
  and | what | who | how | why | which | where | when | is | are | was | were | does | do | did | can | could | would
  if
  or | ok | so | but | show | give | compare | check | only | just | same | hike | cut | hold | raise | reset | source
  sources | tldr | no | instead | now | try | make
`;
/** Small talk and refusals are no reason to speak up where nobody asked. */
const NOT_WORTH_IT = new Set(['help', 'refusal', 'not-known']);

const SHORT_MESSAGE = 4;
const LONGEST_QUESTION = 25;

/**
 * Whether a message that does not name the bot is recognisably a question to it: understood, and put like one.
 * A thread is full of words between people; in doubt the bot stays out.
 *
 * @param typed as Slack hands it over
 */
export const isForDesk = (typed: string, turn: Turn): boolean => {
  if (turn.kind === 'effect') return true;
  if (turn.kind === 'unclear' || NOT_WORTH_IT.has(turn.question.kind)) return false;
  const text = typed.trim().toLowerCase();
  const { length } = text.split(/\s+/);
  return (
    QUESTION_MARK.test(text) || (STARTS_QUESTION.test(text) && length <= LONGEST_QUESTION) || length <= SHORT_MESSAGE
  );
};
