import { NOTES } from '../../../notes/index.ts';
import type { Question } from '../../../topics/questions.ts';
import { topicOf } from '../../../topics/registry.ts';
import type { Turn } from '../../../topics/turn.ts';
import { matchAt } from '../lexicon.ts';
import { subjectsOf, wordsOf } from '../subjects.ts';
import { termsOf } from '../terms.ts';
import { plainWords } from '../tokens.ts';
import { opening, words } from './patterns.ts';

const STARTS_QUESTION = opening`
  and | what | who | how | why | which | where | when | is | are | was | were | does | do | did | can | could | would
  if | or | ok | so | but | show | give | compare | check | only | just | same | hike | cut | hold | raise | reset
  source | sources | tldr | no | instead | now | try | make
`;

/** What people say to one another about anything; a number among such words is a time or a count. */
const SMALL_TALK = words`
  # meeting and parting
  see you | call me | ping me | join | meeting (at|in|on|with|room|is) | back in \d+
  in \d+ (minutes?|min|hours?|days?)
  (in|out) today | ^ask \w+$ | \w+ will know
  # a moment, please
  hold on [a|one|sec|second|minute|moment]* | bear with (me|us)
  give (me|us) [a|one|\d+] (sec|second|minute|minutes|moment)
  # agreement and its opposite
  up to you | with pleasure | on it | wrong (channel|thread|chat|window) | my mistake | never mind
  # work on something else
  (let me|i will|i ll|will) check | check (this|it) out | check (your|my|the) (mail|email|inbox|calendar|deck|file)
  (is|are) (it|they) (done|ready|back) | (does|did) it work | (site|prod|server|build|system) is (up|down)
`;
const TIME_OF_DAY = /\b\d{1,2}(?::\d\d|\s?[ap]m)\b/;

/** A bare number below this is rather a count, a time or a `+1`. */
const LEAST_BARE_BPS = 10;
const OF_MOVE = words`
  \d*bps? | basis | points? | percent | cut\w* | hik\w* | rais\w* | lower\w* | eas\w* | rates? | fed
`;

const isBareCount = (question: Question, text: string): boolean =>
  question.kind === 'rate-move' &&
  question.moveBps !== 0 &&
  Math.abs(question.moveBps) < LEAST_BARE_BPS &&
  !/[%=]/.test(text) &&
  !OF_MOVE.test(text);

const OF_COMPANIES = words`small\w* | large\w* | big\w* | giant | russell | r2k | rut | s&p | spx | nasdaq | ndx | qqq`;
const OF_RATIO = words`ratio | relative | stand | level | levels | it | russell | small\w* | large\w* | 0? ?\d+`;
const LEAST_TERMS = 2;

const namesSubject = (said: readonly string[]): boolean =>
  said.some((_, at) => matchAt(subjectsOf(NOTES), said, at)?.guessed === false);

/** A figure, a claim or the ratio found by hardly a word of the subject: rather by chance. */
const isByChance = (question: Question, plain: string, said: readonly string[]): boolean => {
  const text = said.join(' ');
  if (question.kind === 'ratio') return !OF_RATIO.test(text);
  const isFree =
    (question.kind === 'figure' && question.page === undefined) ||
    (question.kind === 'views' && question.claims !== undefined);
  return isFree && termsOf(plain).length < LEAST_TERMS && !OF_COMPANIES.test(text) && !namesSubject(said);
};

const SHORT_MESSAGE = 4;
const LONGEST_QUESTION = 25;

/**
 * Whether a message that does not name the bot is recognisably a question to it: understood, put like a question, and
 * neither small talk nor understood by chance. A thread is full of words between people; in doubt the bot stays out.
 *
 * @param typed as Slack hands it over
 */
export const isForDesk = (typed: string, turn: Turn): boolean => {
  if (turn.kind === 'silence') return true;
  if (turn.kind === 'brief') return false;
  if (turn.kind === 'unclear' || !topicOf(turn.question.kind).isWorthSpeakingUpFor) return false;
  const plain = plainWords(typed);
  const said = wordsOf(plain);
  const text = said.join(' ');
  if (SMALL_TALK.test(text) || TIME_OF_DAY.test(plain)) return false;
  if (isBareCount(turn.question, plain) || isByChance(turn.question, plain, said)) return false;
  const { length } = typed.trim().split(/\s+/);
  const isPutAsQuestion = plain.endsWith('?') || (STARTS_QUESTION.test(text) && length <= LONGEST_QUESTION);
  return isPutAsQuestion || length <= SHORT_MESSAGE;
};
