import {
  asTyped,
  isOnly,
  lexiconOf,
  marksOf,
  matcherOf,
  overlaps,
  type Place,
  phrasesOf,
  slotsOf,
  spanOf,
  unreadIn,
  wholeOf,
} from '../../language/index.ts';
import { lengthsIn } from '../../periods/index.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import type { NotKnownQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

/** Words of what is in neither the notes nor the data. */
const UNKNOWN_WORDS = lexiconOf(words);

/** Patterns of what is not known, unless others hold. */
interface Unknown {
  readonly what: NotKnownQuestion['what'];
  readonly name: string;
  readonly is: readonly string[];
  readonly unless?: readonly string[];
}

const OF_FED = new Set(['Federal Reserve', 'Jerome Powell']);
const ASSET = 'asset:ours,other,unheld';

const WHAT: readonly Unknown[] = [
  // "presser too?", "was it a surprise", behind a meeting
  {
    what: 'around the meetings',
    name: 'What goes with a meeting',
    is: ['around:around here state', 'around:around @fed:fed brief -@brief', 'around:there here state'],
    unless: ['sized|percent|person|@document|@company', '#duration', '#clock'],
  },
  {
    what: 'person',
    name: 'What somebody is like',
    is: ['job =he|=she|=his|=her'],
    unless: ['#number|@rate|@fed:fed|@move'],
  },
  { what: 'coverage of the index', name: 'Interest cover of an index', is: ['cover asset:ours'] },
  { what: 'Bitcoin', name: 'A view on Bitcoin', is: ['bitcoin -fed'] },
  {
    // "will the fed cut in March?": a forecast nobody here makes. What a size would do is computed.
    what: 'forecast',
    name: 'A forecast of my own',
    is: [
      'forecast:forecast',
      'forecast:odds -@move -rateWay -fed',
      'forecast:odds -@move -#direction',
      'next ^aux subject>2>outcome',
      'will>1>subject subject>2>outcome',
      `ends:does>2>${ASSET} ${ASSET}>2>ends:end`,
      'subject>1>will outcome ?',
      'forecast:recession yesNo',
      `${ASSET}|asset:unheld ends:end yourNumber`,
      '^agree:agree',
    ],
    unless: ['person|who', 'sized|percent|=if|@income|@parameter'],
  },
  // "is bca better than rbc at calling this"
  {
    what: 'forecast',
    name: 'A forecast of my own',
    is: ['better #who -@company -@ratio -#number'],
    unless: ['@document|@stance|fed|=notes|=right|=wrong'],
  },
  // "spx 8000 by xmas?"
  {
    what: 'forecast',
    name: 'A forecast of my own',
    is: ['index>2>level deadline'],
    unless: ['person|who|fed|=if|@income|@parameter|@document'],
  },
  {
    what: 'forecast',
    name: 'A forecast of my own',
    is: ['ends:does @rate|@fed ends:end', 'yourCall @rate|@fed'],
    unless: ['sized|percent|person|who'],
  },
  // "our margins are +300 bps", "cut 50 from the budget": no size of a move
  {
    what: 'data',
    name: 'That figure',
    is: ['elsewhere #number', 'theirs>0>estimate #amount brief'],
    unless: ['@fed:fed|@company:small,large|@stance|person|if'],
  },
  {
    what: 'data',
    name: 'That figure',
    is: ['asset:unheld price:word,alone dated'],
    unless: ['notes|person|who|sized|fed'],
  },
  { what: 'price', name: 'A live price', is: ['quoted #number'], unless: ['@fed:fed|dated|=if'] },
  { what: 'price', name: 'A live price', is: ['price:alone asked'], unless: ['notes|dated|person|who|sized'] },
  {
    what: 'price',
    name: 'A live price',
    // "where is the russell now?": what a note printed is no price, and a span is no moment
    is: [
      `asked price:word>3>${ASSET}`,
      `asked ${ASSET}>2>price:word,now`,
      `asked where>2>${ASSET} ${ASSET}>2>doing`,
      'asked few asset:other -#number',
      'asked where>2>asset:other',
      `asked onlyWhere ${ASSET}`,
    ],
    unless: ['notes|dated|person|who|sized|fed|@parameter'],
  },
  {
    // "cpi 2.9 tmrw", "is the curve inverted": of something else, and no question of the Fed or of the two companies
    what: 'data',
    name: 'That figure',
    is: [
      'theirs #amount|#ignored|#number',
      'theirs few ?',
      'theirs ^how state -@views',
      'theirs estimate state -@views',
    ],
    unless: [
      '@fed:fed|@company:small,large|@rate|@parameter|@income|@index|@document|@stance|@odds|@brief|rateMoved',
      'person|who|ours',
    ],
  },
  { what: 'data', name: 'That figure', is: ['theirs bare'] },
  { what: 'price', name: 'A live price', is: ['asset:unheld|asset:other bare'] },
  {
    what: 'data',
    name: 'That figure',
    is: [
      'data -person -who -=ratio',
      'asset:foreign -person -who -fed -=ratio',
      'asset:foreign -person -who -fed -@index',
      // "stoxx 600 breadth anyone?" asks nobody in the notes
      'asset:foreign who:any -@views -@document -#who -fed -=ratio',
    ],
    unless: ['sized'],
  },
];

/** Levels of an index are above it. */
const LEAST_LEVEL = 1000;
const SHORT = 4;
const FEW = 6;
const MOST_OF_PRINT = 12;

/** What is in neither the notes nor the data, and is no moves of another central bank. */
export const readNotKnown: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, UNKNOWN_WORDS);
  const whole = wholeOf(utterance);
  const [bank] = phrases.of('bank');
  // "is there anything to that claim on the Riksbank", and the name alone, are of a note
  const isOfNote = utterance.tokens.length === 1 && slotsOf(utterance, 'topic').length > 0;
  if (bank && !isOfNote && !phrases.has('fed') && !phrases.has('claimed') && slotsOf(utterance, 'who').length === 0) {
    const word = asTyped(utterance, spanOf(utterance, bank)).slice(0, 60);
    return [exactly({ kind: 'not-known', what: 'central bank', word }, 'Another central bank', [whole])];
  }
  const { slots, words: said, joined } = utterance;
  // "and the 10 year one": of the views shown
  const isOfShown = context?.last.kind === 'views' && !context.stale && phrases.has('view');
  if (isOfShown && said.length <= FEW) return [];
  // "where do you see ff in 12m"
  const amounts = slotsOf(utterance, 'amount').filter((one) => !phrases.of('ends').some((end) => overlaps(end, one)));
  const ways = slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate');
  // "small caps 5y" is a span and no yield
  const lengths = phrases.has('asset', 'ours') || phrases.has('span') ? lengthsIn(utterance) : [];
  // a day to come, and none that a figure is of
  const deadlines = phrases.has('ends', 'end') || /\b(?:by|next|eoy|year end|ye)\b/.test(joined) ? [whole] : [];
  const holds = (is: boolean): readonly Place[] => (is ? [whole] : []);
  const isShort = said.length <= SHORT;
  const isWhere = isOnly(utterance, [...phrases.of('where'), ...phrases.of('asset', 'ours', 'other')]);
  const more = new Map<string, readonly Place[]>([
    ['person', slots.filter((slot) => slot.kind === 'note' || (slot.kind === 'who' && !OF_FED.has(slot.value)))],
    ['dated', slots.filter((slot) => /^(?:span|duration|date)$/.test(slot.kind) && !('said' in slot && slot.said))],
    ['sized', amounts.filter(({ unit }) => unit === 'bp' || unit === 'money' || unit === 'x')],
    ['percent', amounts.filter(({ unit }) => unit === '%')],
    ['rateWay', ways],
    ['rateMoved', ways.filter(({ way, isStrong }) => isStrong && way !== 'hold')],
    ['index', [...phrases.of('asset', 'ours', 'unheld', 'foreign'), ...marksOf(utterance, 'index')]],
    ['level', amounts.filter(({ value, unit }) => (unit === undefined && value >= LEAST_LEVEL) || unit === 'money')],
    ['deadline', deadlines],
    ['theirs', phrases.of('theirs').filter((mark) => !lengths.some((one) => overlaps(one, mark)))],
    ['brief', holds(said.length <= MOST_OF_PRINT)],
    ['here', holds(!context?.stale && /^fed/.test(context?.last.kind ?? ''))],
    ['few', holds(isShort)],
    // "gdp", "kre", "hy oas"
    [
      'bare',
      holds(
        isShort &&
          unreadIn(utterance, [...phrases.of('theirs'), ...phrases.of('asset', 'unheld', 'other')]).length === 0,
      ),
    ],
    ['state', holds(said.length <= FEW)],
    [
      'asked',
      holds(isShort || utterance.typed.trim().endsWith('?') || phrases.of('opens').some(({ from }) => from === 0)),
    ],
    ['onlyWhere', holds(isWhere && /^where/.test(said[0] ?? ''))],
  ]);
  const matches = matcherOf(utterance, phrases, more);
  const found = WHAT.find(({ is, unless = [] }) => is.some(matches) && !unless.some(matches));
  return found ? [exactly({ kind: 'not-known', what: found.what }, found.name, [whole])] : [];
};
