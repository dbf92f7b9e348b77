import { readFed } from '../../fed.ts';
import { readRotation } from '../../rotation.ts';
import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const OF_FED = words`
  [next|last] (fed|fomc) (meeting|meetings|decision|calendar|dates?|schedule) | target range
  (fed funds|policy) rate | fed funds | is priced [in] | market implied path
`;

/** `when is the next fed meeting`, `what is priced in?`: where every word is one that `/fed` takes. */
export const fedAsked: Rule = ({ text, plain }) => {
  if (!OF_FED.test(text)) return undefined;
  const read = readFed(plain);
  return read.kind === 'question' && read.question.kind === 'fed' ? asked(read.question, read.private) : undefined;
};

const THIS_YEAR = /\b(?:so far )?this year(?: so far)?\b|\byear to date\b/g;
const OF_RATIO = words`
  (small\w*|russell|r2k|rut) ... (vs|versus|against|relative|over) ... (large\w*|s&p|s p|spx) | ratio | rotation
`;

/** `russell vs s&p since 9 jul 2024`, `the ratio ytd`: a span, where every word is one that `/rotation` takes. */
export const rotationAsked: Rule = ({ text, plain }) => {
  if (!OF_RATIO.test(text)) return undefined;
  const read = readRotation(plain.replace(THIS_YEAR, 'ytd').replace(/[?!]/g, ''));
  if (read.kind !== 'question' || read.question.kind !== 'rotation') return undefined;
  const { from, ytd } = read.question;
  return from !== undefined || ytd ? asked(read.question, read.private) : undefined;
};
