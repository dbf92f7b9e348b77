import {
  isOnly,
  lexiconOf,
  marked,
  numbersIn,
  overlaps,
  phrasesOf,
  rateWays,
  slotsOf,
  strangeIn,
} from '../../language/index.ts';
import { withChanges } from '../rate-move/read-assumed.ts';
import { moveReading, turnedBy, wordsOfChanges } from '../rate-move/read-turned.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import type { MarketMoveQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

const MARKET = lexiconOf(words);
const MOST_STRANGE = 2;

/** The move that futures price in, in place of one of one's own. */
export const readMarketMove: ReadTopic = (utterance, context, _library, known) => {
  const phrases = phrasesOf(utterance, MARKET);
  const [use] = phrases.of('use');
  if (!use && !phrases.has('not') && context?.last.kind !== 'rate-move-market') return [];
  const turned = turnedBy(utterance, context, known);
  const { figures, numbers } = turned;
  const all = [...phrases.all, ...wordsOfChanges(figures)];
  // "if 60% floats at the small one": of the same move
  const same = context?.last.kind === 'rate-move-market' && figures.changes.length > 0 ? context.last : undefined;
  const isHeld = rateWays(utterance).some(({ way }) => way === 'hold');
  if (phrases.has('not') && turned.base && isHeld) return [moveReading(turned, 0, [], all)];
  if ((use ?? same) === undefined) return [];
  if (numbersIn(utterance).some((number) => !all.some((one) => overlaps(one, number)))) return [];
  if (utterance.slots.some(({ kind }) => ['date', 'who', 'note', 'span'].includes(kind))) return [];
  const strange = strangeIn(utterance, all).length;
  if (strange > MOST_STRANGE || (strange === 0 && !isOnly(utterance, all))) return [];
  const { move, active } = numbers;
  const isOfMove =
    same ||
    figures.changes.length > 0 ||
    use?.value === 'move' ||
    marked(utterance, 'company').length > 0 ||
    utterance.words.includes('if');
  // alone it asks for odds; behind a move of one's own it takes that one's place
  const isHere = active !== undefined && context?.last.kind !== 'fed' && !context?.stale;
  const asks: MarketMoveQuestion = {
    kind: 'rate-move-market',
    ...withChanges(same ?? (isHere ? move : undefined), figures.changes, undefined),
  };
  const [effect, odds] = [
    { name: 'What the market prices in', question: asks },
    { name: 'Odds by meeting', question: { kind: 'fed' as const } },
  ];
  const [meant, other] = isOfMove || isHere ? [effect, odds] : [odds, { ...effect, name: 'What it does to the two' }];
  const uses = [...all, ...marked(utterance, 'market'), ...slotsOf(utterance, 'direction')];
  const more = {
    ...(!same && { others: [other] }),
    ...((strange > 0 || (same && context?.stale)) && { isOffer: true as const }),
  };
  return [exactly(meant.question, meant.name, uses, more)];
};
