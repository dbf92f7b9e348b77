import { isOnly, lexiconOf, marked, numbersIn, phrasesOf, slotsOf, strangeIn } from '../../language/index.ts';
import { numbersOf } from '../context.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import type { MarketMoveQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

const MARKET = lexiconOf(words);
const MOST_STRANGE = 2;

/** The move that futures price in, in place of one of one's own. */
export const readMarketMove: ReadTopic = (utterance, context) => {
  const { all, of } = phrasesOf(utterance, MARKET);
  const [use] = of('use');
  if (use === undefined || numbersIn(utterance).length > 0) return [];
  if (utterance.slots.some(({ kind }) => ['date', 'who', 'note', 'span'].includes(kind))) return [];
  const strange = strangeIn(utterance, all).length;
  if (strange > MOST_STRANGE || (strange === 0 && !isOnly(utterance, all))) return [];
  const { move, active } = numbersOf(context);
  const isOfMove = use.value === 'move' || marked(utterance, 'company').length > 0 || utterance.words.includes('if');
  // alone it asks for odds; behind a move of one's own it takes that one's place
  const isHere = active !== undefined && context?.last.kind !== 'fed' && !context?.stale;
  const asks: MarketMoveQuestion = {
    kind: 'rate-move-market',
    ...(isHere && move?.small && { small: move.small }),
    ...(isHere && move?.large && { large: move.large }),
  };
  const [effect, odds] = [
    { name: 'What the market prices in', question: asks },
    { name: 'Odds by meeting', question: { kind: 'fed' as const } },
  ];
  const [meant, other] = isOfMove || isHere ? [effect, odds] : [odds, { ...effect, name: 'What it does to the two' }];
  const uses = [...all, ...marked(utterance, 'market'), ...slotsOf(utterance, 'direction')];
  const more = { others: [other], ...(strange > 0 && { isOffer: true as const }) };
  return [exactly(meant.question, meant.name, uses, more)];
};
