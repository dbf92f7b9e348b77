import {
  FUNCTION_WORDS,
  firstWordOf,
  isBefore,
  type Mark,
  marked,
  numbersIn,
  type Phrases,
  phrasesOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { ReadTopic } from '../reading.ts';
import type { RefusalQuestion } from './question.ts';
import { DECLINED } from './read-words.ts';

type Reason = RefusalQuestion['reason'];

const isFirst = (utterance: Utterance, phrases: Phrases, tag: string): boolean => {
  const first = firstWordOf(utterance);
  return phrases.of(tag).some(({ from }) => from === first);
};

/** Somebody else's advice is a view of theirs: `does west recommend buying`. */
const isOfOthers = (utterance: Utterance, phrases: Phrases): boolean => {
  const isSaid = marked(utterance, 'views').length > 0 || phrases.has('trade', 'loose', 'strong');
  const isNamed = slotsOf(utterance, 'who').length > 0 || slotsOf(utterance, 'note').length > 0;
  const isSomebody = utterance.words.some((word) =>
    /^(?:who|anyone|anybody|notes?|authors?|analysts?|strategists?|he|she|they)$/.test(word),
  );
  const isOneself = utterance.words.some((word) => /^(?:i|my|me|we|our)$/.test(word));
  return isSaid && (isNamed || isSomebody) && !isOneself;
};

const ADVISED: ReadonlySet<string> = new Set([
  'buy',
  'sell',
  'short',
  'dump',
  'long',
  'load up on',
  'go long',
  'go short',
]);

const isAdvice = (utterance: Utterance, phrases: Phrases): boolean => {
  if (isOfOthers(utterance, phrases)) return false;
  if (phrases.has('advice')) return true;
  const trade = phrases.of('trade', 'strong');
  if (isBefore(phrases.of('should', 'i'), [...trade, ...phrases.of('trade', 'loose')], 4)) {
    // "should we hold rates flat": of the Fed
    return trade.length > 0 || (marked(utterance, 'rate').length === 0 && numbersIn(utterance).length === 0);
  }
  const isHold = (at: number): boolean => utterance.words[at] === 'hold';
  const loose = phrases.of('trade', 'loose').filter(({ from }) => !isHold(from));
  if (isBefore(phrases.of('should', 'you'), [...trade, ...loose], 3)) return true;
  const orders = [...trade, ...loose].filter(({ from, to }) => ADVISED.has(utterance.words.slice(from, to).join(' ')));
  return isBefore(orders, phrases.of('market'), 1) && marked(utterance, 'views').length === 0;
};

const isSingleStock = (utterance: Utterance, phrases: Phrases): boolean => {
  const isOfNotes =
    slotsOf(utterance, 'who').length > 0 ||
    slotsOf(utterance, 'note').length > 0 ||
    marked(utterance, 'document').length > 0 ||
    utterance.words.some((word) => /^(?:who|anyone|anybody|dates?)$/.test(word));
  if (isOfNotes) return false;
  const others = utterance.words.filter((word) => !FUNCTION_WORDS.has(word) && /\p{L}/u.test(word)).length;
  if (phrases.has('ticker', 'ticker') && (phrases.has('ofStock') || others <= 2)) return true;
  if (phrases.has('ticker', 'nvidia') && phrases.has('ofStock') && marked(utterance, 'views').length === 0) return true;
  const things = phrases.of('stock');
  const isOwned = isBefore(things, phrases.of('own'), 3) || isBefore(things, phrases.of('pick', 'strong'), 2);
  const isBest = isBefore(
    phrases.of('pick', 'strong'),
    things.filter(({ from }) => !/^compan/.test(utterance.words[from] ?? '')),
    2,
  );
  return isBest || (isOwned && isBefore(phrases.of('pick'), things, 4));
};

const isInstruction = (utterance: Utterance, phrases: Phrases): boolean => {
  const people = slotsOf(utterance, 'who');
  const isOrder =
    isBefore(phrases.of('drop'), phrases.of('rules'), 4) ||
    phrases.has('instruction', 'alone') ||
    (utterance.words[0] === 'system' && utterance.words[1] === ':');
  if (isOrder) return true;
  const isNow = phrases.has('instruction', 'now') && numbersIn(utterance).length === 0;
  if (isNow) return people.length === 0 || slotsOf(utterance, 'stance').length === 0;
  if (isBefore(phrases.of('instruction', 'promise'), phrases.of('me'), 1)) return people.length === 0;
  const isModel = marked(utterance, 'parameter').length > 0;
  if (isFirst(utterance, phrases, 'say') && isBefore(phrases.of('say').slice(0, 1), phrases.of('subject'), 1)) {
    return !isModel && numbersIn(utterance).length === 0;
  }
  // "update: hackett turned bearish. what is his stance?" asks for what the notes say, and gets it
  if (people.length > 0 && utterance.words.some((word) => /^(?:what|who|is)$/.test(word))) return false;
  return isFirst(utterance, phrases, 'edit') && isBefore(phrases.of('edit').slice(0, 1), phrases.of('stance'), 4);
};

const isNewNote = (utterance: Utterance, phrases: Phrases): boolean => {
  const isTold =
    phrases.has('remember') && (slotsOf(utterance, 'who').length > 0 || slotsOf(utterance, 'stance').length > 0);
  const isAdded = isFirst(utterance, phrases, 'add') && isBefore(phrases.of('add').slice(0, 1), phrases.of('note'), 3);
  // "note 003 in short": a number, and no order; "add that to the move", "keep that": of the conversation
  const order = phrases.of('add')[0];
  const word = order && utterance.words[order.from];
  if (!isTold && word !== undefined && /^(?:note|keep|include|record)$/.test(word)) {
    return isAdded && slotsOf(utterance, 'note').length === 0 && utterance.words.includes('following');
  }
  const isOfNotes = utterance.words.some((at) =>
    /^(?:notes?|views?|claims?|articles?|reports?|quotes?|opinions?|sources?|library)$/.test(at),
  );
  return isTold || (isAdded && isOfNotes && numbersIn(utterance).length === 0);
};

const isSecret = (utterance: Utterance, phrases: Phrases): boolean =>
  phrases.has('secret', 'secret') &&
  phrases.has('ask') &&
  slotsOf(utterance, 'who').length === 0 &&
  utterance.words.length > 1;

/** `can i upload our balance sheet in excel`: nothing but words is read. */
const isFile = (utterance: Utterance, phrases: Phrases): boolean =>
  numbersIn(utterance).length === 0 &&
  slotsOf(utterance, 'note').length === 0 &&
  isBefore(phrases.of('hand', 'ask'), phrases.of('hand', 'hand'), 2) &&
  isBefore(phrases.of('hand', 'hand'), phrases.of('hand', 'file'), 5);

const isOffTopic = (utterance: Utterance, phrases: Phrases): boolean => {
  if (phrases.has('off', 'creative')) return true;
  const isOfFed =
    marked(utterance, 'fed', 'fed').length > 0 ||
    utterance.words.some((word) =>
      /^(?:decisions?|meetings?|announcements?|announced?|statement|presser|minutes|projections|dots)$/.test(word),
    );
  if (phrases.has('off', 'time')) return !isOfFed;
  if (phrases.has('off', 'off')) return slotsOf(utterance, 'who').length === 0 || phrases.has('pick', 'loose');
  // a market that the notes do not cover, unless somebody in them is asked about it
  const isOfNotes =
    slotsOf(utterance, 'who').length > 0 ||
    marked(utterance, 'document').length > 0 ||
    marked(utterance, 'views').some(({ from }) => /^(?:who|mentions?|mentioned)$/.test(utterance.words[from] ?? ''));
  return phrases.has('off', 'market') && !isOfNotes && marked(utterance, 'fed', 'fed').length === 0;
};

const isWon = ({ words }: Utterance, { from, to }: Mark): boolean => words.slice(from, to).join(' ') === 'who won';

const REASONS: readonly (readonly [Reason, string, (utterance: Utterance, phrases: Phrases) => boolean])[] = [
  ['instruction', 'Orders to the bot', isInstruction],
  ['secrets', 'What is not shown', isSecret],
  ['files', 'Files', isFile],
  ['adding a note', 'Adding a note', isNewNote],
  ['single stocks', 'Single stocks', isSingleStock],
  ['advice', 'Advice', isAdvice],
  ['off topic', 'Something else', isOffTopic],
];
const PRIVATE: ReadonlySet<Reason> = new Set(['instruction', 'secrets', 'adding a note']);

/** What is never answered, whatever else is asked in the same breath: it accounts for all of it. */
export const readRefusal: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, DECLINED);
  if (phrases.all.length === 0) return [];
  const found = REASONS.find(([, , is]) => is(utterance, phrases));
  if (found === undefined) return [];
  const [reason, name] = found;
  // "who won" behind the two indexes is of them
  const isOfIndexes = context?.last.kind === 'rotation' || context?.last.kind === 'ratio';
  if (reason === 'off topic' && isOfIndexes && phrases.of('off').every((mark) => isWon(utterance, mark))) return [];
  return [
    {
      asks: { kind: 'refusal', reason },
      name,
      how: 'exact',
      uses: [wholeOf(utterance)],
      ...(PRIVATE.has(reason) && { isPrivate: true }),
    },
  ];
};
