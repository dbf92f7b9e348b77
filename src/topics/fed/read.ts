import {
  firstWordOf,
  isOnly,
  lexiconOf,
  marked,
  type Phrases,
  phrasesOf,
  slotsOf,
  strangeIn,
  type Utterance,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { ReadTopic } from '../reading.ts';
import { oddsAskedIn, saysHold } from './read-priced.ts';

/** What only the Fed's calendar, its range and the odds of its meetings are asked by. */
const FED_WORDS = lexiconOf({
  asks: {
    meeting: `what time is the decision|what time is the announcement|what time is the fed|what time is fomc|what time is the fomc|what time does the fed|what time does the fomc|what time do they announce|what time is the statement|what time is the next|when is the decision|there a meeting|any meeting|there a fed meeting|there an fomc meeting|there an fomc|next meeting|next fed meeting|next fomc|next fomc meeting|fomc date|fomc dates|fed meeting dates|fed dates|meeting dates|meeting date|fed calendar|fomc calendar|fomc schedule|fed schedule|meeting calendar|meeting schedule|
      next decision|next fed decision|next rate decision|when do they meet|when does the fed meet|when does the fomc meet|when do the fed meet|fomc meet|fed meet|they meet|when is the fed|when is fomc|when is the fomc|whens fomc|whens the fed|whens the fomc|next time they meet|upcoming meeting|upcoming meetings|upcoming fomc|days until the fed|days to the fed|days until fomc|days to fomc|days until the next|fomc meetings|fed meetings|
      how long until the fed|how long until fomc|how long till fomc|how long till the fed|time to the next meeting|meetings left|meetings are left|meetings this year|meetings next year|next powell|when is the next one|whens the next one|next announcement|next rate announcement|next statement|next fed announcement|fomc when|when fomc|fed next meet|fomc next meet|next meet`,
    range: `target range|current range|fed funds rate|fed funds|fed fund rate|funds rate|policy rate|where are rates|where is the fed|wheres the fed|where the fed is|wheres fed funds|where are rates now|what are rates|what is the rate now|current rate|current rates|current fed rate|rates right now|rates now|rate rn|rates rn|rate now|where do rates stand|where rates are|where rates stand|current target|fed target|ffr|fed rate|upper bound|lower bound`,
    odds: 'market price|futures price|odds|chance|chances|probability|probabilities|likelihood|how likely|priced|priced in|pricing in|implied|market implied path|path|implied path|futures curve|ois|fedwatch|fed watch|rate path',
    count:
      'how many cuts by|how many hikes by|how many moves by|how many cuts before|how many hikes before|how many cuts until|how many hikes until|how many cuts till|how many hikes till|how many more cuts|how many more hikes|how many rate cuts by|how many rate hikes by',
    projections:
      'dot plot in|dot plot at|dots in|dots at|dot plot|new dots|sep in|sep at|sep meeting|with projections|projections in|projections at|economic projections|come with projections|which meetings have projections|press conference',
  },
  goingOn: {
    after: `the one after|one after|the one after that|after that|next one|the next one|the following one|the one following|and then|then|later ones|the rest|rest of them|the others|all of them|the next two|the second|the second one|the last one|next year|when|when is that|when is it|how many days|how long is that|days|how likely|a cut|a hike|a hold|that size|one that size|meeting|meetings|fomc|date|dates|which day|what day|what date|at that one|at that|there`,
    words:
      'and|n|what about|how about|or|for|in|at|the|is|that|it|of|ok|whats|what|on|then|now|also|odds|when|whens|only|just',
  },
  beside: {
    beside: `london|new york|frankfurt|tokyo|time|left|days|until|till|dates|date|list|calendar|schedule|remaining|range|meet|meeting|meetings|next|this|coming|upcoming|first|last|powell|warsh|statement|statements|come|out|announce|announcement|projections|dots|plot|sep|implied|imply|implies|futures|market|markets|price|pricing|priced|see|say|tentative|percent|currently|stand|stands|sit|sits|at|level|upper|lower|bound`,
  },
});

/** Words that ask for a fact and not for what a move would do. */
const FACT =
  /^(?:what|whats|where|wheres|when|whens|is|are|does|do|how|next|current|show|tell|give|list|get|which|any|fed|fomc|the|odds|chance|chances|probability|remind)$/;

/** A number of days that is looked up in the table of meetings. */
const daysIn = ({ slots }: Utterance) => slots.filter(({ kind }) => kind === 'date' || kind === 'span');

const isFollowUp = (utterance: Utterance, phrases: Phrases, context: Context | undefined): boolean => {
  if (context?.stale || context?.last.kind !== 'fed') return false;
  const amounts = context.last.ask ? slotsOf(utterance, 'amount') : [];
  const said = [
    ...amounts,
    ...phrases.all,
    ...daysIn(utterance),
    ...slotsOf(utterance, 'direction'),
    ...slotsOf(utterance, 'count'),
  ];
  const isPast = /^(?:was|were|did)$/.test(utterance.words[1] ?? '') || utterance.words[0] === 'did';
  return (
    !isPast &&
    (phrases.has('goingOn', 'after') || daysIn(utterance).length + amounts.length > 0) &&
    isOnly(utterance, said)
  );
};

/** The target range, the calendar of meetings, and odds by meeting: one answer shows them all. */
export const readFed: ReadTopic = (utterance, context, _library, known) => {
  const phrases = phrasesOf(utterance, FED_WORDS);
  const asks = phrases.of('asks');
  const isGoingOn = isFollowUp(utterance, phrases, context);
  if (asks.length === 0 && !isGoingOn) return [];
  const isOdds = phrases.has('asks', 'odds');
  // odds are of a move of the rate or a meeting: `odds of a soft landing` are somebody's view
  const moves = [...marked(utterance, 'move'), ...slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate')];
  const acts = [...marked(utterance, 'fed'), ...marked(utterance, 'rate'), ...moves];
  const isPriced =
    marked(utterance, 'market').length > 0 ||
    asks.some(({ from }) => /^(?:priced|pricing|implied|fedwatch)$/.test(utterance.words[from] ?? ''));
  const isOfSize = slotsOf(utterance, 'amount').length > 0 && slotsOf(utterance, 'date').length > 0;
  if (
    isOdds &&
    acts.length === 0 &&
    !saysHold(utterance) &&
    !isPriced &&
    !isOfSize &&
    utterance.words.length > 2 &&
    !isGoingOn
  )
    return [];
  const first = firstWordOf(utterance);
  const isAsked =
    FACT.test(utterance.words[first] ?? '') || utterance.words.length <= 5 || utterance.typed.trim().endsWith('?');
  if ((!isAsked && !isGoingOn) || strangeIn(utterance, phrases.all).length > 0) return [];
  // what small caps or companies do is no fact of the Fed's
  if (marked(utterance, 'company').length > 0 || slotsOf(utterance, 'note').length > 0) return [];
  if (
    phrases.has('asks', 'projections') &&
    asks.every(({ value }) => value === 'projections') &&
    daysIn(utterance).length === 0 &&
    acts.length === 0
  )
    return [];
  // the table shows every meeting: a month, a size and a count are looked up in it
  const isOfTable =
    isOdds || phrases.has('asks', 'count') || isGoingOn || phrases.has('asks', 'meeting', 'projections');
  const looked = isOfTable
    ? utterance.slots.filter(({ kind }) => ['date', 'span', 'amount', 'count'].includes(kind))
    : slotsOf(utterance, 'date').filter(
        ({ said }) => said !== undefined && !/^(?:last|previous|past|yesterday)/.test(said),
      );
  const before = isGoingOn && context?.last.kind === 'fed' ? context.last : undefined;
  const isOfFutures = isOdds || phrases.has('asks', 'count') || before?.ask !== undefined;
  const priced =
    isOfFutures && !phrases.has('asks', 'projections') ? oddsAskedIn(utterance, known.today, before) : undefined;
  return [
    {
      asks: { kind: 'fed', ...priced?.asks },
      name: priced ? 'What futures imply of it' : 'Fed: range, meetings, odds',
      how: 'exact',
      uses: [
        ...asks,
        ...phrases.of('goingOn', 'after').filter(() => isGoingOn),
        ...acts,
        ...looked,
        ...(priced?.places ?? []),
      ],
    },
  ];
};
