import { readFed } from '../../fed.ts';
import { MONTHS, SHORT_MONTHS } from '../../months.ts';
import { readRotation } from '../../rotation.ts';
import { wordSet } from '../../tokens.ts';
import { whole, words } from '../patterns.ts';
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

const ODDS = words`odds | probabilit(y|ies) | chances? | likelihood | how likely`;
/** What has odds in futures prices: a move of the rate, or a meeting. */
const HAS_ODDS = words`
  (cut|hik|hold|paus|eas|rais|lower|tighten|increas|decreas)\w* | (rate|policy) (move|change) | unchanged | steady
  \d+ ?(bps?|basis points?) | (quarter|half) point | meetings? | fed | fomc | futures
`;
const OF_ODDS = wordSet(`
  odds probability probabilities chance chances likelihood how likely what whats is are there the a an any another some
  further more one two three of for that in at by on to from do does you give show me us tell see get can i and or vs
  versus against now current currently today latest please market markets futures implied imply implying say priced pricing price fed s fomc
  federal reserve funds rate rates interest policy will would it they their its be being going keep keeps keeping leave
  leaves leaving stay stays cut cuts cutting hike hikes hiking hold holds holding pause pauses pausing move moves moving
  raise raises raising lower lowers lowering increase decrease ease easing tighten tightening change changes unchanged
  steady no bp bps basis point points quarter half next coming upcoming following this meeting meetings decision
  decisions month year early late mid end before after again ${MONTHS.join(' ')} ${SHORT_MONTHS.join(' ')} sept
`);
const COUNT = /^\d+(?:bps?)?$/;
const ONLY_ODDS = whole`[what are|show me|give me|the|current|fed]* odds [now|today|please]*`;

/** `odds of a cut in december?`: futures imply them, and `/fed` says what they imply. */
export const oddsAsked: Rule = ({ text, words: said }) => {
  const isOfRate =
    ODDS.test(text) && HAS_ODDS.test(text) && said.every((word) => OF_ODDS.has(word) || COUNT.test(word));
  return isOfRate || ONLY_ODDS.test(text) ? asked({ kind: 'fed' }) : undefined;
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
