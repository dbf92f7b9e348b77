import { marked, numbersIn, overlaps, type Place, strangeIn, type Utterance, wholeOf } from '../../language/index.ts';
import { dayNamed } from '../days.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import type { FedWay } from './question.ts';
import { historyFollowUp } from './read-follow-ups.ts';
import { historyOpening, isMeetingDay, isPast } from './read-openings.ts';
import { type Asked, type HistoryWords, historyWordsIn, isYear } from './read-said.ts';

const isElsewhere = ({ utterance, phrases }: HistoryWords): boolean =>
  phrases.has('other') ||
  ['who', 'note', 'clock'].some((kind) =>
    utterance.slots.some(
      (slot) =>
        slot.kind === kind && !marked(utterance, 'fed').some((mark) => mark.from <= slot.from && slot.from < mark.to),
    ),
  ) ||
  marked(utterance, 'advice').length > 0 ||
  // "any of em" names no emerging markets
  marked(utterance, 'other').some(
    ({ from }) => !(utterance.words[from] === 'em' && utterance.words[from - 1] === 'of'),
  );

const WAYS: Record<FedWay, string> = { cut: 'Cuts', hike: 'Hikes', hold: 'Holds', move: 'Moves' };
/** A question about the Fed's past as a button asks it. */
export const historyName = ({ ask, way = 'move', from, yearsAgo }: Asked): string => {
  const when = from ? ` since ${dayNamed(from)}` : yearsAgo === 0 ? ' this year' : '';
  const name =
    ask === 'last' || ask === 'first' || ask === 'largest'
      ? `The ${ask} ${way}`
      : ask === 'moves'
        ? `${WAYS[way]}${when}`
        : {
            meeting: 'What the Fed did',
            range: 'The target range then',
            cycle: 'Cutting or hiking',
            stay: 'How long it stood there',
          }[ask];
  return name.slice(0, LONGEST_NAME);
};

const COUNTS = /^(?:how many|how often|count|number|list|any|only|all|which|last|latest|first|biggest|largest)\b/;
/** Whether moves of that size are counted or picked among those that were. */
const isLookedUp = ({ utterance: { words }, phrases }: HistoryWords): boolean =>
  COUNTS.test(words.join(' ')) || phrases.has('orMore') || phrases.has('largest') || phrases.has('unscheduled');

/** The Fed by name, outside of what counts moves: `3 fed moves`. */
const namesOfFed = (utterance: Utterance): readonly Place[] =>
  marked(utterance, 'fed').filter((mark) => !numbersIn(utterance).some((number) => overlaps(number, mark)));

/** A size that the question has, or a meeting's outcome shows; a level that it asks about. */
const numbersUsed = ({ sizes, phrases, level }: HistoryWords, { ask, sizeBps, level: of }: Asked): readonly Place[] => [
  ...(sizeBps !== undefined || (ask === 'meeting' && isPast(phrases)) ? sizes : []),
  ...(of !== undefined && level ? level.places : []),
];

/** Past decisions of the Fed: counted, the last or first, a meeting's outcome, the range on a day. */
export const readFedHistory: ReadTopic = (utterance, context, _library, known) => {
  const { today } = known;
  const readingOf = (said: HistoryWords, asks: Asked, isOffer = false): Reading => ({
    asks: { kind: 'fed-history', ...asks },
    name: historyName(asks),
    how: 'exact',
    uses: [...said.places, ...namesOfFed(utterance), ...numbersUsed(said, asks)],
    ...(isOffer && { isOffer: true as const }),
  });
  const read = (said: HistoryWords): Asked | undefined => {
    const opening = historyOpening(said);
    // who names the Fed again asks anew
    if (opening && marked(utterance, 'fed', 'fed').length > 0) return opening;
    return (context && !context.stale ? historyFollowUp(said, context, today) : undefined) ?? opening;
  };
  const isOfYears = context?.last.kind === 'fed-history' && !context.stale && isYear(context.last);
  const said = historyWordsIn(utterance, today, undefined, isOfYears);
  // since then: of the indexes
  if (/^since (?:the )?last (?:cut|hike|move)$/.test(utterance.words.join(' '))) return [];
  if (isElsewhere(said) || strangeIn(utterance, said.places).length > 0) return [];
  // "what does a 50bp cut in 2027 do", "hike 25 dec then cut 25" are of moves that are none yet
  if (said.sizes.length > 0 && !isPast(said.phrases) && !isLookedUp(said)) return [];
  const { not } = said.days;
  if (not?.why === 'ambiguous-date') {
    const senses = ([0, 1] as const).flatMap((sense) => {
      const meant = historyWordsIn(utterance, today, sense);
      const asks = meant.days.not ? undefined : read(meant);
      return asks ? [{ meant, asks }] : [];
    });
    // "did they cut in july 24": a year, where that day was no day of a meeting
    const [likely, ...more] = senses.filter(({ meant: { days } }) => days.alone.every(isMeetingDay));
    if (likely && more.length === 0 && senses.every(({ asks: { ask } }) => ask === 'meeting'))
      return [readingOf(likely.meant, likely.asks)];
    return senses.map(({ meant, asks }) => readingOf(meant, asks, true));
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
