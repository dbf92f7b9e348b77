import type { RateMoveQuestion } from '../../../../topics/rate-move/question.ts';
import type { ReadingResult } from '../../../../topics/turn.ts';
import { spelledNumber } from '../../number-words.ts';
import { wordSet } from '../../tokens.ts';
import { holdsOnly, words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';
import { isInBounds, outOfBounds } from './bounds.ts';
import { bothMeant, companyAlone } from './company.ts';

/** The move asked about last with another size; how its first size was read says nothing of the new one. */
const resized = ({ readAs: _, ...move }: RateMoveQuestion, moveBps: number): ReadingResult =>
  isInBounds(moveBps) ? { kind: 'question', question: { ...move, moveBps }, private: false } : outOfBounds(moveBps);

const IT = 'that|it|this|as (much|big|large)|the (size|cut|hike|move)';

const SCALES: readonly (readonly [said: RegExp, factor: number])[] = [
  [words`(double|twice|two times|2 times|2x) [${IT}|of (that|it)]$ | double (that|it|the)`, 2],
  [words`(half|halve) [of] (${IT}) | ^[and] (half|halve)$`, 0.5],
  [words`(triple|three times|3 times|3x) [${IT}]$`, 3],
  [words`quadruple | four times (that|as much)`, 4],
  [words`(a|one) third of (that|it)`, 1 / 3],
  [words`(a|one) (quarter|fourth) of (that|it)`, 0.25],
  [words`(a|one) fifth of (that|it)`, 0.2],
  [
    words`
      opposite | reverse | other way [round|around] | the other direction | flip (it|that|the sign) | invert (it|that)
    `,
    -1,
  ],
];
const WANTS_AMOUNT = words`target | how (many|much)`;

/** `double that`, `the other way round`. */
export const scaledMove: Rule = ({ text, plain, context }) => {
  const move = context?.move;
  if (!move || move.moveBps === 0 || /[%$]/.test(plain) || WANTS_AMOUNT.test(plain)) return undefined;
  const factor = SCALES.find(([said]) => said.test(text))?.[1];
  return factor === undefined ? undefined : resized(move, Math.round(move.moveBps * factor * 100) / 100);
};

const ON_TOP = words`
  ^[and|then|ok|or|make it|go|now|plus]* (?<size>\d+|five|ten|fifteen|twenty|fifty) ?(bps?|basis points)?
    (?<way>more|less|extra|further|on top|fewer)
  (another|plus|extra|further|add) (?<added>\d+)
`;

/** `25 more`: on top of the move asked about last. */
export const moreOrLess: Rule = ({ text, context }) => {
  const move = context?.move;
  const { size, way, added } = ON_TOP.exec(text)?.groups ?? {};
  const typed = size ?? added;
  if (!move || move.moveBps === 0 || typed === undefined) return undefined;
  const step = spelledNumber([typed])?.value ?? Number(typed);
  return resized(move, move.moveBps + Math.sign(move.moveBps) * (way === 'less' || way === 'fewer' ? -step : step));
};

const UP = wordSet(`
  hike hikes hiked hiking raise raises raised rise rises increase increases
  tighten tightens tightened tightening higher up
`);
const DOWN = wordSet(
  'cut cuts cutting lower lowers lowered ease eases eased easing fall falls decrease decreases down',
);
const NONE = wordSet('hold holds held pause pauses paused unchanged');

/** All that may stand around a direction for the message to turn the last move and nothing else. */
const AROUND_TURN = new Set([
  ...UP,
  ...DOWN,
  ...NONE,
  ...wordSet(`
    and but so ok okay k hmm now wait no nope not sorry sry oops actually instead rather bad my
    what about if how would should will does do is was were be have had
    i we it its they them there said meant mean wanted want get got go goes make look like happens show me please
    a an the that same again with for to as in of on by in case side thing scenario both ditto then too well
    fed interest rate rates companies effect impact amount size equal sign direction turn
  `),
]);
const DENIED = /\bnot (?:a |an )?\w+$/;

/** `and a hike?`: the same size the other way; `and if they hold?`. */
export const turnedMove: Rule = ({ text, context, moveWords }) => {
  const move = context?.move;
  if (!move || moveWords.amounts.length > 0 || moveWords.hasChanges || !holdsOnly(AROUND_TURN, text)) return undefined;
  const kept = text.replace(DENIED, '').split(' ');
  const [up, down, none] = [UP, DOWN, NONE].map((way) => kept.some((word) => way.has(word)));
  if (none && !up && !down) return resized(move, 0);
  const size = Math.abs(move.moveBps);
  return up === down || size === 0 ? undefined : resized(move, down ? -size : size);
};

const IN_TERMS = words`
  ^[and|so|what is (that|it)|what about|how much is (that|it)|that]* (in|as) [an?]
    (percent\w*|dollars?|usd|dollar terms|money|share|cents|terms)
`;

/** `and in dollars?`: the reply has both, so the move is answered again. */
export const inOtherTerms: Rule = ({ text, plain, context }) => {
  const move = context?.move;
  if (!move || !(IN_TERMS.test(text) || /^(?:and )?(?:in|as) (?:a )?[%$]/.test(plain))) return undefined;
  const only = companyAlone(text) ?? move.only;
  const { readAs: _, ...rest } = move;
  return asked({ ...rest, ...(only && { only }) });
};

const OTHER_ONE = words`other (one|company|guy)`;

/** `only the large one`, `both again`: the same move, of other companies. */
export const otherCompany: Rule = ({ text, context }) => {
  const move = context?.move;
  if (!move) return undefined;
  const { only: shown, readAs: _, ...rest } = move;
  const isOther = shown !== undefined && OTHER_ONE.test(text);
  const only = isOther ? (shown === 'small' ? 'large' : 'small') : companyAlone(text);
  if (only) return asked({ ...rest, only });
  return bothMeant(text) ? asked(rest) : undefined;
};
