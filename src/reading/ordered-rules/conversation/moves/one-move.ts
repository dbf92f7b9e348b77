import type { MoveWords } from '../../move-words.ts';
import { words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';
import { isInBounds, outOfBounds } from './bounds.ts';
import { type Changes, changesOf } from './changes.ts';
import { bothMeant, companyAlone } from './company.ts';
import { earlierMove } from './earlier-move.ts';

const signed = (bps: number, { cut, hike, hold, sign }: MoveWords, earlierBps = -1): number => {
  if (hold) return 0;
  if (cut) return -bps;
  if (hike) return bps;
  if (sign !== '') return sign === '-' ? -bps : bps;
  return earlierBps > 0 ? bps : -bps;
};

/** `50bps`, `what if they hike 25?`: one move, new or on top of the last. */
export const oneMove: Rule = (said) => {
  const { moveWords: found, text } = said;
  const [amount] = found.amounts;
  if (found.isBlocked || (amount === undefined && !found.hold)) return undefined;
  if (found.amounts.length > 1 && !found.isOneSize) return undefined;
  const earlier = earlierMove(said);
  const moveBps = amount === undefined ? 0 : signed(amount.bps, { ...found, sign: amount.sign }, earlier?.moveBps);
  if (!isInBounds(moveBps)) return outOfBounds(amount?.typed ?? '');
  const alone = found.hasChanges ? undefined : companyAlone(text);
  const only = alone ?? (bothMeant(text) ? undefined : earlier?.only);
  return asked(
    {
      kind: 'rate-move',
      moveBps,
      ...changesOf(earlier, found.changes),
      ...(found.readAs && { readAs: found.readAs }),
      ...(only && { only }),
    },
    found.isPrivate,
  );
};

const NAMES_COMPANY = words`(small|large|big|both)\w*`;

/** Assumptions without a company go to the one company the conversation is about. */
const forCompanyShown = ({ text, context }: Said, changes: Changes): Changes =>
  context?.move?.only === 'large' && !NAMES_COMPANY.test(text) && changes.small && !changes.large
    ? { large: changes.small }
    : changes;

/** `what if floating share is 60%`: the move asked about last under other assumptions. */
export const otherAssumptions: Rule = (said) => {
  const { hasChanges, amounts, changes, hold } = said.moveWords;
  if (!hasChanges || amounts.length > 0) return undefined;
  const move = said.context?.move;
  if (!move) return { kind: 'unclear', reason: 'no-amount' };
  return asked({
    kind: 'rate-move',
    moveBps: hold ? 0 : move.moveBps,
    ...changesOf(move, forCompanyShown(said, changes)),
    ...(move.only && { only: move.only }),
  });
};

/** `rate=200%`: what is wrong with an assumption or a size that was clearly meant. */
export const wrongAssumption: Rule = ({ moveWords }) => moveWords.problem;

const DATED = words`
  (19|20)\d\d | did | was | were | had | happened | note | notes | january | february | march | april | may | june
  july | august | september | october | november | december
`;
const OPINION = words`
  say | says | said | think | thinks | view | views | opinion | expect | expects | believe | believes
`;
const RATE_SETTERS: ReadonlySet<string> = new Set(['Federal Reserve', 'Jerome Powell']);

/** A size in basis points, or with a direction, that nothing dates: a move to answer, whatever else is said. */
export const isPlainMove = ({ moveWords, text, who }: Said): boolean => {
  const { amounts, isBlocked, cut, hike, hold } = moveWords;
  if (isBlocked || DATED.test(text)) return false;
  const isOfFed = who.every((name) => RATE_SETTERS.has(name));
  const isMove =
    amounts.length === 0 ? hold && isOfFed : cut || hike || amounts.some(({ typed }) => /bp|bip|basis/.test(typed));
  return isMove && (isOfFed || !OPINION.test(text));
};
