import {
  type Amount,
  marked,
  numbersIn,
  overlaps,
  type Place,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { dayNamed } from '../days.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import type { FedWay } from './question.ts';
import { historyFollowUp } from './read-follow-ups.ts';
import { historyOpening, isPast } from './read-openings.ts';
import { type Asked, type HistoryWords, historyWordsIn } from './read-said.ts';

const isElsewhere = ({ utterance, phrases }: HistoryWords): boolean =>
  phrases.has('other') ||
  ['who', 'note', 'clock'].some((kind) =>
    utterance.slots.some(
      (slot) =>
        slot.kind === kind && !marked(utterance, 'fed').some((mark) => mark.from <= slot.from && slot.from < mark.to),
    ),
  ) ||
  marked(utterance, 'advice').length > 0 ||
  (marked(utterance, 'other').length > 0 &&
    !marked(utterance, 'other').every(({ value }) => value === 'tenor' && false));

const WAYS: Record<FedWay, string> = { cut: 'Cuts', hike: 'Hikes', hold: 'Holds', move: 'Moves' };
/** A question about the Fed's past as a button asks it. */
export const historyName = ({ ask, way = 'move', from, yearsAgo }: Asked): string => {
  const when = from ? ` since ${dayNamed(from)}` : yearsAgo === 0 ? ' this year' : '';
  const name =
    ask === 'last' || ask === 'first'
      ? `The ${ask} ${way}`
      : ask === 'moves'
        ? `${WAYS[way]}${when}`
        : { meeting: 'What the Fed did', range: 'The target range then', cycle: 'Cutting or hiking' }[ask];
  return name.slice(0, LONGEST_NAME);
};

/** The Fed by name, outside of what counts moves: `3 fed moves`. */
const namesOfFed = (utterance: Utterance): readonly Place[] =>
  marked(utterance, 'fed').filter((mark) => !numbersIn(utterance).some((number) => overlaps(number, mark)));

/** The table of moves and a meeting's outcome show every size. */
const sizesUsed = ({ sizes, phrases }: HistoryWords, { ask }: Asked): readonly Amount[] =>
  (ask === 'moves' || ask === 'meeting') && (isPast(phrases) || phrases.has('count') || phrases.has('last'))
    ? sizes
    : [];

/** Past decisions of the Fed: counted, the last or first, a meeting's outcome, the range on a day. */
export const readFedHistory: ReadTopic = (utterance, context, _library, known) => {
  const { today } = known;
  const readingOf = (said: HistoryWords, asks: Asked, isOffer = false): Reading => ({
    asks: { kind: 'fed-history', ...asks },
    name: historyName(asks),
    how: 'exact',
    uses: [...said.places, ...namesOfFed(utterance), ...sizesUsed(said, asks)],
    ...(isOffer && { isOffer: true as const }),
  });
  const read = (said: HistoryWords): Asked | undefined => {
    const opening = historyOpening(said, today);
    // who names the Fed again asks anew
    if (opening && marked(utterance, 'fed', 'fed').length > 0) return opening;
    return (context && !context.stale ? historyFollowUp(said, context, today) : undefined) ?? opening;
  };
  const said = historyWordsIn(utterance, today);
  // since then: of the indexes
  if (/^since (?:the )?last (?:cut|hike|move)$/.test(utterance.words.join(' '))) return [];
  if (isElsewhere(said) || strangeIn(utterance, said.places).length > 0) return [];
  const isCountAsked = /^how (?:many|often) /.test(utterance.words.join(' '));
  // "what does a 50bp cut in 2027 do" asks of a move that is none yet
  if (slotsOf(utterance, 'amount').some(({ unit }) => unit === 'bp') && !isPast(said.phrases) && !isCountAsked)
    return [];
  const { not } = said.days;
  if (not?.why === 'ambiguous-date') {
    return ([0, 1] as const).flatMap((sense) => {
      const meant = historyWordsIn(utterance, today, sense);
      const asks = meant.days.not ? undefined : read(meant);
      return asks ? [readingOf(meant, asks, true)] : [];
    });
  }
  if (not?.why === 'no-such-date' && (said.phrases.has('fed') || said.way) && isPast(said.phrases)) {
    const words = utterance.typed.slice(not.slot.start, not.slot.end);
    return [
      {
        asks: { kind: 'unclear', reason: 'no-such-date', words },
        name: 'A day that exists',
        how: 'exact',
        uses: [wholeOf(utterance)],
      },
    ];
  }
  const asks = not ? undefined : read(said);
  return asks ? [readingOf(said, asks)] : [];
};
