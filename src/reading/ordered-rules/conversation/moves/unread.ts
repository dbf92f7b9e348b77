import type { Turn } from '../../../../topics/turn.ts';
import { readRateMove } from '../../rate-move.ts';
import { clip } from '../../tokens.ts';
import { whole, words } from '../patterns.ts';
import type { Rule, Said } from '../said.ts';

const ABOUT_MOVE = words`cuts? | hikes? | rate moves? | bps? | basis points? | easing | tightening`;
const MOVES_SOMETHING = words`(bring|take|push|get|go|set|move|come|lower|raise|cut|hike|drop|fall|rise)[s|es] \w+`;
const RATES = words`rates? | ffr`;
const ABOUT_NOTES = words`
  who | will | note | notes | how many | when | which | why | last | previous | first | since | dots? | plot | priced
  did | was | were | author | analysts? | helps? | good for | bad for | mean for | benefit
`;
const SHORT_ENOUGH = 7;

/** A move that was meant and cannot be read, in the words of the strict reader. */
const unread = ({ asMove, moveWords, text, subjects, plain }: Said, isShort: boolean): Turn | undefined => {
  const hasNumber = /\d/.test(plain);
  const isAboutMove =
    moveWords.cut ||
    moveWords.hike ||
    ABOUT_MOVE.test(text) ||
    (hasNumber && MOVES_SOMETHING.test(text) && RATES.test(text));
  const isAboutNotes = subjects.some((one) => one.kind !== 'topic' || one.topic !== 'rates') || ABOUT_NOTES.test(text);
  if (!isAboutMove || isAboutNotes) return undefined;
  if (!hasNumber)
    return isShort && readRateMove(asMove).kind === 'unclear' ? { kind: 'unclear', reason: 'no-amount' } : undefined;
  const strict = readRateMove(asMove);
  return strict.kind === 'unclear' ? strict : { kind: 'unclear', reason: 'not-a-move', words: clip(plain) };
};

/** `cut by some 30ish`: asked back, where it is short enough to be about nothing else. */
export const unreadMoves: Rule = (said) => unread(said, said.words.length <= SHORT_ENOUGH);

const TO_LEVEL = /\b(?:to|at) \d+(?:\.\d+)?\s?%/;
const BETWEEN_LEVELS = /\bfrom \d/;

/** `what if rates get to 2.75%`: a level where a size should be is asked back before anything is guessed. */
export const levels: Rule = (said) =>
  TO_LEVEL.test(said.asMove) &&
  !BETWEEN_LEVELS.test(said.asMove) &&
  !said.asMove.includes('=') &&
  MOVES_SOMETHING.test(said.text)
    ? unread(said, true)
    : undefined;

const BARE = whole`
  [please|what if|if|and|so|the|they|fed|just]* (cut|hike|raise|lower|ease|tighten)s? [the|interest|fed|policy]*
    [rates?] [please|again]
`;

/** `cut rates`: a direction alone, and no move to turn. */
export const bareDirection: Rule = ({ text, context }) =>
  BARE.test(text) && context?.move === undefined ? { kind: 'unclear', reason: 'no-amount' } : undefined;
