import {
  firstWordOf,
  hasAny,
  isBefore,
  isOnly,
  marked,
  numbersIn,
  overlaps,
  type Phrases,
  phrasesOf,
  says,
  slotsOf,
  spanOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { lengthsIn } from '../lengths-of-time.ts';
import type { ReadTopic } from '../reading.ts';
import type { NotKnownQuestion } from './question.ts';
import { UNKNOWN_WORDS } from './read-words.ts';

type Is = (utterance: Utterance, phrases: Phrases) => boolean;

const FED = new Set(['Federal Reserve', 'Jerome Powell']);
const isOfPeople = (utterance: Utterance): boolean =>
  slotsOf(utterance, 'who').some(({ value }) => !FED.has(value)) ||
  slotsOf(utterance, 'note').length > 0 ||
  utterance.words.some((word) =>
    /^(?:who|anyone|anybody|analysts?|strategists?|street|bulls|bears|everyone|notes?)$/.test(word),
  );

const hasDates = ({ slots }: Utterance): boolean =>
  slots.some(
    (slot) => slot.kind === 'span' || slot.kind === 'duration' || (slot.kind === 'date' && slot.said === undefined),
  );

const hasMove = (utterance: Utterance): boolean =>
  slotsOf(utterance, 'amount').some(({ unit }) => unit === 'bp' || unit === 'money' || unit === 'x');

const isAsked = ({ typed, words }: Utterance): boolean =>
  typed.trim().endsWith('?') ||
  words.length <= 4 ||
  /^(?:what|whats|where|wheres|how|hows|when|is|are|show|give|tell|current|latest|price|live)$/.test(words[0] ?? '');

const isCoverage: Is = (_, phrases) => phrases.has('cover') && phrases.has('asset', 'ours');

/** `where is the russell now?`: what a note printed is no price, and a span is no moment. */
const isPrice: Is = (utterance, phrases) => {
  if (phrases.has('notes') || hasDates(utterance) || isOfPeople(utterance) || hasMove(utterance)) return false;
  if (phrases.has('price', 'alone')) return isAsked(utterance);
  const assets = [...phrases.of('asset', 'ours'), ...phrases.of('asset', 'other')];
  if (assets.length === 0 || !isAsked(utterance) || phrases.has('fed') || marked(utterance, 'parameter').length > 0)
    return false;
  const isPriced =
    isBefore(phrases.of('price', 'word'), assets, 3) || isBefore(assets, phrases.of('price', 'word', 'now'), 2);
  const isDoing = isBefore(phrases.of('where'), assets, 2) && isBefore(assets, phrases.of('doing'), 2);
  const isBare = phrases.has('asset', 'other') && utterance.words.length <= 4 && numbersIn(utterance).length === 0;
  const isLevelAsked = phrases.has('asset', 'other') && isBefore(phrases.of('where'), phrases.of('asset', 'other'), 2);
  const isWhere = isOnly(utterance, [...phrases.of('where'), ...assets]) && /^where/.test(utterance.words[0] ?? '');
  return isPriced || isDoing || isBare || isLevelAsked || isWhere;
};

const MOST_WORDS_OF_STATE = 6;

/** `cpi 2.9 tmrw`, `hy spreads +40bps`: a number of something else, and no question of the Fed or of the two companies. */
const isOfOthers: Is = (utterance, phrases) => {
  const isNumbered =
    slotsOf(utterance, 'amount').length > 0 ||
    slotsOf(utterance, 'ignored').length > 0 ||
    numbersIn(utterance).length > 0;
  const isOurs =
    marked(utterance, 'fed', 'fed').length > 0 ||
    marked(utterance, 'company').some(({ value }) => value === 'small' || value === 'large') ||
    hasAny(utterance, 'rate', 'parameter', 'income', 'index', 'document', 'stance', 'odds', 'brief') ||
    slotsOf(utterance, 'direction').some(({ way, of, isStrong }) => way !== 'hold' && of === 'rate' && isStrong) ||
    isOfPeople(utterance) ||
    says(utterance, /^(?:if|ratio|cuts?|hikes?|hiked|easing|model|mention|mentions)$/);
  // "is the curve inverted", "how are spreads"
  const isHow =
    utterance.words.length <= MOST_WORDS_OF_STATE &&
    /^(?:is|are|did|was|were|how|hows|where|wheres|when|whens)$/.test(utterance.words[0] ?? '') &&
    !hasAny(utterance, 'views');
  // "small caps 5y" is a span and no yield
  const lengths =
    phrases.has('asset', 'ours') || says(utterance, /^(?:ratio|rotation|small)$/) ? lengthsIn(utterance) : [];
  const isTheirs = phrases.of('theirs').some((mark) => !lengths.some((one) => overlaps(one, mark)));
  return isTheirs && (isNumbered || isHow) && !isOurs;
};

/** Other indexes and dates of the calendar. */
const isData: Is = (utterance, phrases) => {
  // "stoxx 600 breadth anyone?" asks nobody in the notes
  const isCalled =
    phrases.has('asset', 'foreign') &&
    says(utterance, /^any(?:one|body)$/) &&
    !hasAny(utterance, 'views', 'document', 'who');
  if ((isOfPeople(utterance) && !isCalled) || hasMove(utterance)) return false;
  const isRatio = utterance.words.includes('ratio');
  if (phrases.has('data')) return !isRatio;
  return phrases.has('asset', 'foreign') && !phrases.has('fed') && !(isRatio && hasAny(utterance, 'index'));
};

/** `will the fed cut in March?`: a forecast nobody here makes. What a size would do is computed. */
const isForecast: Is = (utterance, phrases) => {
  if (isOfPeople(utterance) || hasMove(utterance) || utterance.words.includes('if')) return false;
  const isOfModel = marked(utterance, 'income').length > 0 || marked(utterance, 'parameter').length > 0;
  if (isOfModel || slotsOf(utterance, 'amount').some(({ unit }) => unit === '%')) return false;
  if (phrases.has('forecast', 'forecast')) return true;
  const isOfFed =
    phrases.has('fed') && (marked(utterance, 'move').length > 0 || slotsOf(utterance, 'direction').length > 0);
  const isOfRate = slotsOf(utterance, 'direction').some(({ of }) => of === 'rate');
  if (phrases.has('forecast', 'odds')) return !isOfFed && !isOfRate && marked(utterance, 'move').length === 0;
  const isToCome =
    phrases.has('next') &&
    /^(?:do|does|will|would|can|could|is|are)$/.test(utterance.words[firstWordOf(utterance)] ?? '') &&
    isBefore(phrases.of('subject'), phrases.of('outcome'), 2);
  if (isToCome) return true;
  const [will] = phrases.of('will');
  if (will === undefined || utterance.words[will.from] === 'would') return false;
  return isBefore(phrases.of('will'), phrases.of('subject'), 1) &&
    isBefore(phrases.of('subject'), phrases.of('outcome'), 2)
    ? true
    : isBefore(phrases.of('subject'), phrases.of('will'), 1) &&
        utterance.typed.trim().endsWith('?') &&
        phrases.has('outcome');
};

const WHAT: readonly (readonly [NotKnownQuestion['what'], string, Is])[] = [
  ['coverage of the index', 'Interest cover of an index', isCoverage],
  ['Bitcoin', 'A view on Bitcoin', (_, phrases) => phrases.has('bitcoin') && !phrases.has('fed')],
  ['forecast', 'A forecast of my own', isForecast],
  ['price', 'A live price', isPrice],
  ['data', 'That figure', isOfOthers],
  ['data', 'That figure', isData],
];

/** What is in neither the notes nor the data, and is no moves of another central bank. */
export const readNotKnown: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, UNKNOWN_WORDS);
  const uses = [wholeOf(utterance)];
  const [bank] = phrases.of('bank');
  if (bank && !phrases.has('fed') && slotsOf(utterance, 'who').length === 0) {
    const { start, end } = spanOf(utterance, bank);
    const word = utterance.typed.slice(start, end).slice(0, 60);
    return [
      { asks: { kind: 'not-known', what: 'central bank', word }, name: 'Another central bank', how: 'exact', uses },
    ];
  }
  // "and the 10 year one": of the views shown
  const isOfShown = context?.last.kind === 'views' && !context.stale && says(utterance, /^(?:one|ones|view|views)$/);
  if (isOfShown && utterance.words.length <= 6) return [];
  const found = WHAT.find(([, , is]) => is(utterance, phrases));
  return found ? [{ asks: { kind: 'not-known', what: found[0] }, name: found[1], how: 'exact', uses }] : [];
};
