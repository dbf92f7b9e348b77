import type { RateMoveQuestion } from '../../../../topics/rate-move/question.ts';
import { opening, words } from '../patterns.ts';
import type { Said } from '../said.ts';

const GOES_ON = opening`
  and | but | so | ok | okay | now | then | also | no | nope | sorry | actually | instead | same | what about
  how about | what if | and if | or | with | without | at | for | make it | try | do | again | rather | i meant
  i mean | hmm | hm | well | plus | if | let us | lets | say | suppose | assume | assuming | change | set | use | keep
  only | just
`;
const POINTS_BACK = words`
  instead | that | same | too | as well | again | as before | keep | kept | still | those | these | then
`;
const SHORTEST_QUESTION = 4;

/** The move asked about last, where the words change it and do not ask for a new one: `and 75?`, `25 instead`. */
export const earlierMove = ({ text, words: { length }, context }: Said): RateMoveQuestion | undefined =>
  GOES_ON.test(text) || POINTS_BACK.test(text) || length < SHORTEST_QUESTION ? context?.move : undefined;
