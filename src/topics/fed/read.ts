import { lexiconOf, marked, phrasesFound, slotsOf, strangeIn } from '../../language/index.ts';
import type { ReadTopic } from '../reading.ts';

/** What only the Fed's calendar, its range and the odds of its meetings are asked by. */
const ASKS = lexiconOf({
  asks: {
    meeting: `next meeting|next fed meeting|next fomc|next fomc meeting|fomc date|fomc dates|fed meeting dates|meeting dates|meeting date|fed calendar|fomc calendar|fomc schedule|fed schedule|
      next decision|next fed decision|next rate decision|when do they meet|when does the fed meet|when is the fed|when is fomc|next time they meet|upcoming meeting|upcoming fomc|days until the fed|days to the fed`,
    range: `target range|current range|fed funds rate|fed funds|funds rate|policy rate|where are rates|where is the fed|wheres fed funds|where are rates now|what are rates|what is the rate now|current rate|current rates|current fed rate|rates right now|rates now|rate rn|where do rates stand`,
    odds: 'odds|chance|chances|probability|probabilities|likelihood|how likely|priced|priced in|pricing in|implied|market implied path|path|implied path',
  },
});

/** Words that ask for a fact and not for what a move would do. */
const FACT =
  /^(?:what|whats|where|wheres|when|whens|is|are|how|next|current|show|tell|give|fed|fomc|the|odds|chance|chances|probability)$/;

export const readFed: ReadTopic = (utterance) => {
  const found = phrasesFound(utterance, ASKS);
  const [first] = found;
  if (first === undefined) return [];
  const isOdds = found.some(({ value }) => value === 'odds');
  // odds are of a move of the rate or a meeting: `odds of a soft landing` are somebody's view
  const moves = [...marked(utterance, 'move'), ...slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate')];
  const acts = [...marked(utterance, 'fed'), ...marked(utterance, 'rate'), ...moves];
  const isPriced = found.some(({ from }) => /^(?:priced|pricing|implied)$/.test(utterance.words[from] ?? ''));
  const isOfSize = slotsOf(utterance, 'amount').length > 0 && slotsOf(utterance, 'date').length > 0;
  if (isOdds && acts.length === 0 && !isPriced && !isOfSize && utterance.words.length > 2) return [];
  const isAsked =
    FACT.test(utterance.words[0] ?? '') || utterance.words.length <= 3 || utterance.typed.trim().endsWith('?');
  if (!isAsked || strangeIn(utterance, found).length > 0) return [];
  // the table shows every meeting: a month, a size and a count are looked up in it
  const looked = isOdds
    ? utterance.slots.filter(({ kind }) => kind === 'date' || kind === 'amount' || kind === 'count')
    : slotsOf(utterance, 'date').filter(({ said }) => said !== undefined);
  return [
    { asks: { kind: 'fed' }, name: 'Fed: range, meetings, odds', how: 'exact', uses: [...found, ...acts, ...looked] },
  ];
};
