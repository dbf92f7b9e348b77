import { isOnly, lexiconOf, marked, numbersIn, phrasesOf, slotsOf, strangeIn } from '../../language/index.ts';
import { numbersOf } from '../context.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { MarketMoveQuestion } from './question.ts';

const MARKET_WORDS = lexiconOf({
  use: {
    move: `the market move|market move|markets move|market implied move|implied move|use the market|use market|market pricing|use the market pricing|use futures|use the futures|use what is priced|use whats priced|use whats priced in|use what is priced in|use what the market prices|use what the market expects|use what the market prices in|what the market prices|what the market prices in|what the market is pricing|what the market is pricing in|what the market expects|what the market implies|what markets expect|what markets price|what markets price in|what futures price|what futures price in|what futures imply|
      the priced move|priced move|the move thats priced in|the move that is priced in|the expected move|whatever is priced in|whatever is priced|whatever the market prices|whatever the market prices in|whatever the market expects|whatever futures imply|what is priced in does|whats priced in does|the market path|market path|the implied path|as priced|as the market prices it|as priced in|at market pricing|with market pricing|on market pricing|what the market has priced in|what the market has priced|with the market move|the market view of the move|what the street is pricing|whatever the futures are saying|whatever futures are saying|what the futures are saying|what futures are saying|whatever they price|if whats priced in actually happens|if what is priced in actually happens|if whats priced in happens|if what is priced in happens`,
    priced: `whats priced in|what is priced in|whats priced|what is priced|priced in|whats in the price|what is in the price|what is the market pricing|what is the market pricing in|whats the market pricing|whats the market pricing in|what are markets pricing|what are futures pricing|what are futures pricing in|what are markets pricing in|what do futures price in|what do futures imply|what does the market price in|what does the market expect|what does the market expect then|what do markets price in|what do markets expect|what is discounted|whats baked in|what is baked in|whats discounted`,
  },
  beside: {
    beside: `run|run it|run the numbers on|my|my little company|the numbers|get|gets|do|does|do it|for|to|what|how|and|use|instead|with|on|off|apply|put|in|plug|plug in|then|now|rn|right now|small|large|small cap|large cap|smallcap|largecap|the two|both|companies|company|them|it|that|a|take|assume|same|go|mean|means|of|our|by|futures|market|the market|fed|the fed|currently|today|atm|try|impact|effect|move|just|please|the|price|actually|only|net income|if|happens|is|what if|comes true|delivered|materialises`,
  },
});

const MOST_STRANGE = 2;

/** The move that futures price in, in place of one of one's own. */
export const readMarketMove: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, MARKET_WORDS);
  const [use] = phrases.of('use');
  if (use === undefined || numbersIn(utterance).length > 0) return [];
  if (utterance.slots.some(({ kind }) => kind === 'date' || kind === 'who' || kind === 'note' || kind === 'span'))
    return [];
  const strange = strangeIn(utterance, phrases.all).length;
  if (strange > MOST_STRANGE || (strange === 0 && !isOnly(utterance, phrases.all))) return [];
  const { move, active } = numbersOf(context);
  const isOfMove = use.value === 'move' || marked(utterance, 'company').length > 0 || utterance.words.includes('if');
  // alone it asks for odds; behind a move of one's own it takes that one's place
  const isHere = active !== undefined && context?.last.kind !== 'fed' && !context?.stale;
  const asks: MarketMoveQuestion = {
    kind: 'rate-move-market',
    ...(isHere && move?.small && { small: move.small }),
    ...(isHere && move?.large && { large: move.large }),
  };
  const uses = [...phrases.all, ...marked(utterance, 'market'), ...slotsOf(utterance, 'direction')];
  const priced: Reading = {
    asks,
    name: 'What the market prices in',
    how: 'exact',
    uses,
    ...(strange > 0 && { isOffer: true as const }),
  };
  if (isOfMove || isHere) return [{ ...priced, others: [{ name: 'Odds by meeting', question: { kind: 'fed' } }] }];
  return [
    {
      asks: { kind: 'fed' },
      name: 'Odds by meeting',
      how: 'exact',
      uses,
      ...(strange > 0 && { isOffer: true as const }),
      others: [{ name: 'What it does to the two', question: asks }],
    },
  ];
};
