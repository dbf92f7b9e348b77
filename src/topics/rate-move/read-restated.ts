import {
  has,
  isMadeOf,
  lexiconOf,
  marked,
  marksOf,
  phrasesFound,
  rateWays,
  says,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { exactly, type Reading } from '../reading.ts';
import type { RateMoveQuestion, ShownResult } from './question.ts';
import { moveButtonName } from './read-assumed.ts';
import { scopeMeant } from './read-figures.ts';
import { repeats } from './read-parts.ts';
import type { Find } from './read-pointed.ts';
import type { Turned } from './read-turned.ts';
import words from './words.json' with { type: 'json' };

const AGAIN = /^(?:repeat|again|rerun|redo|resend)$/;
const WORSE = /^(?:worse|worst|better|best|hurts|matters|most|least|more|biggest)$/;
const TERMS = lexiconOf(words.again);

/** `repeat please`, `which of those was worse`, `in dollars?`, `as a share of what they earn`, `the interest bill then`, `total?`: the same once more, which says it. */
export const again: Find = ({ utterance, figures }, standing) => {
  const { words } = utterance;
  const terms = phrasesFound(utterance, TERMS);
  const isWorse = standing.kind === 'compare-moves' && says(utterance, /^which$/) && says(utterance, WORSE);
  const isSummed = standing.kind === 'rate-move' && has(utterance, 'sum', 'sum');
  const isBeside =
    standing.kind === 'rate-move' && has(utterance, 'beside-note') && (standing.small ?? standing.large) !== undefined;
  const isAgain =
    (says(utterance, AGAIN) || terms.some(({ value }) => value === 'again')) && figures.changes.length === 0;
  if (terms.length === 0 && !isWorse && !isSummed && !isBeside && !isAgain) return undefined;
  const word = words.findIndex((one) => AGAIN.test(one) || (isWorse && WORSE.test(one)));
  return {
    ...(isAgain && repeats(utterance) && { isOffer: true as const }),
    uses: [
      ...terms,
      ...(word >= 0 ? [{ from: word, to: word + 1 }] : []),
      ...marked(utterance, 'parameter', 'netIncome'),
      ...marksOf(utterance, 'sum', ...(isBeside ? ['beside-note', 'wants', 'compare', 'reset', 'undo'] : [])),
      ...(terms.length > 0 ? marksOf(utterance, 'wants', 'past', 'relation') : []),
      ...(isWorse ? marksOf(utterance, 'reference', 'past', 'views') : []),
    ],
    to: (one) => one,
  };
};

/** What of the year after the move words ask for. */
const RESULTS: readonly (readonly [shows: ShownResult, words: RegExp])[] = [
  [
    'interest share',
    /\b(?:interest|int|bill)?\b.*(?:%|\b(?:pct|percent|percentage|share|relative|over|against|vs|to))(?: (?:of|to))? (?:the |its |their )?ebitda\b/,
  ],
  ['coverage', /\b(?:interest )?(?:cover|coverage|icr)\b/],
  [
    'interest',
    /\b(?:interest|int|debt) (?:bills?|costs?|expense|payments?|charge)\b|\bbills?\b|\binterest\b|\b(?:pay|pays|paying)\b|\bdebt service\b/,
  ],
  [
    'net income',
    /\b(?:net income|net inc|net profit|ni|earnings|profits?|bottom line|income|net|earn|earns)\b|\bin the (?:black|red)\b/,
  ],
];
/** That the year after the move is meant, and what else such words say. */
const AFTER =
  /\b(?:how much (?:less|more|extra)|after(?:wards)?|then|new|post|by then|at that point|before|ends? up|lands?|becomes?|go(?:es)? to|dollars?|usd|millions?|bucks|come(?:s)? out|now|instead|left|wipe[sd]? out|still)\b|\$/;
/** `as a share of its whole interest bill` */
const PART = /(?:%|\b(?:share|percent|pct|percentage|fraction|part|proportion|slice)) of\b|\bhow much of\b/;
const BESIDE_RESULT =
  /^(?:fraction|black|red|left|wip(?:es?|ed)|proportion|slice|after|afterwards|post|point|before|lands?|becomes?|dollars?|usd|millions?|bucks|cos?|int|bills?|costs?|expense|payments?|charge|inc|ni|profits?|pays?|paying|service|earns?|cover|coverage|icr|pct|percent|percentage|share|ebitda|year|annual|yearly|pa|terms|actual|number|figure|level|against|relative)$/;

/** `interest bill at both after a 50bp trim`: what of the year after a move words ask for with it. */
export const billAsked = (utterance: Utterance): Pick<RateMoveQuestion, 'shows'> => {
  const said = utterance.joined;
  const isAfter = /\b(?:interest|int) (?:bill|cost|expense)s?\b.*\b(?:after|once|following)\b/.test(said);
  return isAfter ? { shows: 'interest' } : {};
};

/** `int bill after?`, `so small cos NI after in $`, `as % of ebitda`: the same move, and that of it first. */
export const resultAsked = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context, figures } = turned;
  const { move } = numbers;
  const said = utterance.joined;
  const [shows] = RESULTS.find(([, words]) => words.test(said)) ?? [];
  const isOfMove = /^(?:rate-move|method)$/.test(context?.last.kind ?? '') && numbers.active === 'rate-move';
  const isOwed = shows === 'interest share' || (shows === 'interest' && PART.test(said)) || AFTER.test(said);
  if (!move || !shows || !isOfMove || !isOwed) return [];
  const marks = marksOf(
    utterance,
    'parameter',
    'income',
    'company',
    'reference',
    'only',
    'wants',
    'relation',
    'compare',
  );
  const isOnlyThis = isMadeOf(utterance, marks, BESIDE_RESULT);
  const isLeft =
    utterance.slots.some(({ kind, duty }) => kind === 'date' || (duty === 'must' && kind !== 'direction')) ||
    figures.changes.length > 0;
  if (!isOnlyThis || isLeft) return [];
  const { only: _, ...both } = move;
  const scope = scopeMeant(turned, move.only)?.scope ?? move.only ?? 'both';
  const asks: RateMoveQuestion = { ...both, ...(scope !== 'both' && { only: scope }), shows };
  return [exactly(asks, moveButtonName(asks), [wholeOf(utterance)], { ...(context?.stale && { isOffer: true }) })];
};

const LEVEL_AFTER =
  /\b(?:range|level|target|rates?|funds)\b.*\b(?:be|stands?|sits?|at|end up)\b(?: (?:then|after|at|after that|afterwards|in the end|after all|after this all))?\W*$|\b(?:range|level|target|rates?|funds) (?:then|after(?: that|wards| it| this)?)\W*$|\bleaves? (?:the )?(?:range|target|rates?|fed|funds)\b|\b(?:what|which) level\b|\b(?:what|which) (?:target )?range\b.*\b(?:that|it|this|leaves?|us|rates?|fed|they|then|end up|land|put)\b/;
/** `thats past zero no?`, `would that go negative`, `can they even`. */
const UNDER_ZERO =
  /^(?:(?:and|so|but|wait|hang on|hm|ok|fine|lol) )*(?:(?:thats|thatd be|that is|isnt that|is that|is it|would that be|does that (?:go|get|take (?:it|them|us|rates))|doesnt that (?:go|take (?:it|them|us|rates))|would that (?:go|take (?:it|them|us|rates))) (?:\w+ )?(?:past|below|under|beyond|through|sub|less than|lower than) (?:zero|0)|(?:thats|is that|does that go|would that go|do they go|does it go) (?:into )?negative|can (?:they|the fed|he|it) even(?: (?:do|go|cut) (?:that|so|that far|that much|that low))?|is that (?:even )?possible|do they (?:even )?have (?:the|that much) room)(?: \w+)?\W*$/;
const OF_TODAY = /\b(?:now|today|currently|current|was|were|did|right now|ratio|russell|index)\b/;

const LONGEST_SAID = 60;

/** `so the range would be`, `where would that leave rates`: the move from the Fed's range, which the reply then says. */
export const leavesRange = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context, figures } = turned;
  const { targetLower: lower, targetUpper: upper } = turned.known;
  const { move } = numbers;
  const said = utterance.joined;
  const isOfMove = /^(?:rate-move|method)$/.test(context?.last.kind ?? '') && numbers.active === 'rate-move';
  const isAsked =
    ((LEVEL_AFTER.test(said) && !OF_TODAY.test(said)) || UNDER_ZERO.test(said)) && said.length <= LONGEST_SAID;
  const isLeft =
    utterance.slots.some(({ kind, duty }) => kind === 'date' || (duty === 'must' && kind !== 'direction')) ||
    rateWays(utterance).some(({ way }) => way !== 'hold') ||
    figures.changes.length > 0 ||
    figures.scope !== undefined;
  if (!move?.moveBps || !isOfMove || !isAsked || isLeft || lower === undefined || upper === undefined) return [];
  const by = move.moveBps / 100;
  const asks: RateMoveQuestion = {
    ...move,
    levels: { from: [lower, upper], to: [lower + by, upper + by], isFed: true },
  };
  return [exactly(asks, moveButtonName(asks), [wholeOf(utterance)], { ...(context?.stale && { isOffer: true }) })];
};
