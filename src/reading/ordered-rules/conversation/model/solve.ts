import { clip } from '../../tokens.ts';
import { changesOf } from '../moves/changes.ts';
import { companyNamed } from '../moves/company.ts';
import { opening, whole, words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';
import { isInReach, OF_INCOME, OF_SAVING, targetIn } from './target.ts';

const BACKWARDS = 'turn it around|work backwards?|i want|aim for|target';

const ASKS_SIZE = words`
  ${BACKWARDS} | reverse it | how many bps? | how (big|large|much|many|far|deep|high|low|small) | what | which | worth
  needed | need | needs | required | require | takes? | size | solve | find
  (cut|hike|move) (that|which) (saves?|lifts?|gives?|adds?|brings?|raises?)
  (cuts?|hikes?|moves?|bps?|basis points?) (for|to get|to reach|that gives?|giving|needed|required|so|until)
`;
const OF_MOVE = words`
  cuts? | hikes? | moves? | bps? | bips | basis points? | rate | rates | easing | ease | tightening | points? | fall
  rise
`;
const NEEDED = words`${BACKWARDS} | what (would|does) it take | [would be|is] needed (for|to)`;
const WANTS = words`lift | boost | raise | gain | gets? | add | increase | bring | worth | needed | target | take`;
const GOES_ON = opening`and | what about | how about | for | ok | so | to`;

/** True where the size of a move is asked for. */
const asksSize = ({ text, context }: Said): boolean =>
  OF_MOVE.test(text) ? ASKS_SIZE.test(text) || NEEDED.test(text) : context?.move !== undefined && NEEDED.test(text);

/** `a 1.5% cut`: the percentage is of the rate, not of income. */
const SIZED =
  /\d\s?%(?: point)?s? (?:rate |interest rate |fed )?(?:cuts?|reduction|decrease|hikes?|rise|increase|drop|fall)\b/;
const SIZED_BY = /\b(?:cut|reduce|lower|raise|hike|drop)s? (?:interest |the )?(?:rates? )?(?:by )?\d+(?:\.\d+)?\s?%/;
const BETWEEN_LEVELS = /\bfrom \d+(?:\.\d+)?%? to \d/;
const TO_LEVEL = words`rates? (get|go|fall|drop|rise|come|are|hit|reach)\w* [down|up|back] (to|at)`;

/** The size is given already, as a size or as levels: nothing to solve for. */
const isSized = ({ plain, asMove, text, moveWords }: Said): boolean =>
  SIZED.test(plain) ||
  SIZED_BY.test(plain) ||
  BETWEEN_LEVELS.test(asMove) ||
  TO_LEVEL.test(text) ||
  moveWords.amounts.some(({ typed }) => /bp|bip|basis/.test(typed));

const OTHER_COMPANY = whole`
  [and|what about|how about|or|for]* [the] (small|large|big)(\s?cap|\sone|\scompany)? [too|then]
`;

/** `which cut lifts net income by 10%?`: the move for a wanted change. */
export const solve: Rule = (said) => {
  const { text, plain, context, moveWords } = said;
  const { last, move } = context ?? {};
  const named = companyNamed(text);
  if (last?.kind === 'solve' && OTHER_COMPANY.test(text)) return asked({ ...last, ...(named && { only: named }) });
  const followed = last?.kind === 'solve' && GOES_ON.test(text) ? last : undefined;
  if (!(asksSize(said) || followed) || isSized(said)) return undefined;
  const target = targetIn(said);
  const isMeant =
    followed !== undefined ||
    named !== undefined ||
    [OF_INCOME, OF_SAVING, WANTS].some((wanted) => wanted.test(text)) ||
    plain.includes('+');
  if (target === undefined || !isMeant) return undefined;
  if (!isInReach(target)) return { kind: 'unclear', reason: 'not-understood', words: clip(plain) };
  const only = named ?? (followed ? followed.only : move?.only);
  return asked({ kind: 'solve', target, ...(only && { only }), ...changesOf(move, moveWords.changes) });
};
