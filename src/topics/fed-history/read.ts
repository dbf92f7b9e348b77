import {
  asTyped,
  isOnly,
  marked,
  numbersIn,
  overlaps,
  type Place,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { dayNamed } from '../days.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import type { FedWay } from './question.ts';
import { historyFollowUp } from './read-follow-ups.ts';
import { historyOpening, isMeetingDay, isOfFed, isPast, lastMove, meetingOf } from './read-openings.ts';
import { type Asked, type HistoryWords, historyWordsIn, isYear, withYears } from './read-said.ts';

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
  marked(utterance, 'other').some(({ from }) => utterance.words[from] !== 'em');

const WAYS: Record<FedWay, string> = { cut: 'Cuts', hike: 'Hikes', hold: 'Holds', move: 'Moves' };
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const timeNamed = ({ from, to, yearsAgo, back }: Asked): string => {
  if (yearsAgo !== undefined)
    return yearsAgo === 0 ? ' this year' : yearsAgo === 1 ? ' last year' : ` ${yearsAgo} years ago`;
  if (back) return `, last ${back.count} ${back.unit}s`;
  const isOfYears = isYear({ from, to });
  if (from && to && isOfYears)
    return ` in ${from.slice(0, 4)}${from.slice(0, 4) === to.slice(0, 4) ? '' : `–${to.slice(0, 4)}`}`;
  if (from) return ` since ${dayNamed(from)}`;
  return to ? ` up to ${dayNamed(to)}` : '';
};

/** A question about the Fed's past as a button asks it. */
export const historyName = (asks: Asked): string => {
  const { ask, way = 'move', meeting, to, from, sizeBps } = asks;
  const size = sizeBps === undefined ? '' : `${sizeBps} bp `;
  const month = meeting ? ` in ${MONTHS[meeting.month - 1]}${meeting.year ? ` ${meeting.year}` : ''}` : ' last time';
  const names: Record<Asked['ask'], string> = {
    last: `Last ${size}${way}${timeNamed(asks)}`,
    first: `First ${size}${way}${timeNamed(asks)}`,
    largest: `Largest ${way}${timeNamed(asks)}`,
    moves: `${asks.inARow ? `${WAYS[way]} in a row` : `${size}${WAYS[way]}`}${timeNamed(asks)}`,
    meeting: `What the Fed did${month}`,
    range: `Fed’s range${to ? ` on ${dayNamed(to)}` : ''}`,
    cycle: 'Cutting or hiking',
    stay: 'How long it stood there',
    gap: `Days from ${from ? dayNamed(from) : 'then'} on`,
  };
  return names[ask].slice(0, LONGEST_NAME);
};

const COUNTS = /^(?:how many|how often|count|number|list|any|only|all|which|last|latest|first|biggest|largest)\b/;
/** Whether moves of that size are counted or picked among those that were. */
const isLookedUp = ({ utterance: { words }, phrases }: HistoryWords): boolean =>
  COUNTS.test(words.join(' ')) || ['orMore', 'largest', 'unscheduled', 'ever'].some((tag) => phrases.has(tag));

/** Past tense alone may be supposed, `fed raised 25`: a day makes it past. */
const isDecided = ({ phrases, utterance, span }: HistoryWords): boolean =>
  isPast(phrases) &&
  (span !== undefined ||
    !/^(?:(?:the|so|fed|they) )*(?:hiked|raised|lowered|eased|slashed|trimmed|lifted|tightened)\b/.test(
      utterance.words.join(' '),
    ));

/** The Fed by name, outside of what counts moves: `3 fed moves`. */
const namesOfFed = (utterance: Utterance): readonly Place[] =>
  marked(utterance, 'fed').filter((mark) => !numbersIn(utterance).some((number) => overlaps(number, mark)));

/** A size that the question has, or a meeting's outcome shows; a level that it asks about. */
const numbersUsed = ({ sizes, phrases, level, utterance }: HistoryWords, asks: Asked): readonly Place[] => [
  ...(asks.sizeBps !== undefined || (asks.ask === 'meeting' && isPast(phrases)) ? sizes : []),
  ...(asks.level !== undefined || asks.claimed !== undefined ? (level?.places ?? []) : []),
  ...(asks.ask === 'gap' ? slotsOf(utterance, 'count').filter(({ of }) => of !== 'thing') : []),
];

/** `what was the range when J wrote`: the day of that note. */
const whenWritten = ({ phrases, utterance }: HistoryWords, library: Library): Asked | undefined => {
  const isOfNote = utterance.words.some((word) => /^(?:wrote|written|published|piece)$/.test(word));
  if (!isOfNote || !phrases.has('rate')) return undefined;
  const [who, ...others] = [...slotsOf(utterance, 'who'), ...slotsOf(utterance, 'note')].filter(
    ({ value }) => value !== 'Federal Reserve',
  );
  if (!who || others.some(({ value }) => value !== who.value)) return undefined;
  const note =
    who.kind === 'note'
      ? library.notes.find(({ id, number }) => id === who.value || number === who.value)
      : library.claims.find(({ speaker, voice }) => speaker === who.value || voice === who.value)?.note;
  return note && { ask: 'range', to: note.date };
};

/** `odds of that`, `when did they last do that`: of the move run last. */
const ofLastMove = ({ phrases, today, way }: HistoryWords, context: Context | undefined): Asked | undefined => {
  const of = context?.last.kind === 'rate-move' ? context.last : context?.move;
  if (!of?.moveBps || !phrases.has('thatMove') || !isPast(phrases) || !today) return undefined;
  return {
    ask: 'last',
    way: way && way !== 'move' ? way : of.moveBps < 0 ? 'cut' : 'hike',
    sizeBps: Math.abs(of.moveBps),
  };
};

const MOST_STRANGE = 6;
const MOST_STRANGE_IN_FOLLOW_UP = 1;

/** Past decisions of the Fed: counted, the last or first, a meeting's outcome, the range on a day. */
export const readFedHistory: ReadTopic = (typed, context, library, known) => {
  const { today } = known;
  const before = context?.last.kind === 'fed-history' || context?.last.kind === 'fed' ? context.last : context?.history;
  const isHere = before !== undefined && before === context?.last;
  const isOfYears = before?.kind === 'fed-history' && (isYear(before) || before.meeting !== undefined);
  const utterance = withYears(typed, today, isOfYears);
  const text = utterance.words.join(' ');
  const readingOf = (said: HistoryWords, asks: Asked, isOffer = false): Reading => {
    const places = [...said.places, ...namesOfFed(utterance), ...numbersUsed(said, asks)];
    const isAll =
      isOnly(utterance, places) &&
      utterance.slots.every((slot) => slot.duty === 'free' || places.some((one) => overlaps(one, slot)));
    return {
      asks: { kind: 'fed-history', ...asks },
      name: historyName(asks),
      how: 'exact',
      uses: isAll ? [wholeOf(utterance)] : places,
      ...(isOffer && { isOffer: true as const }),
    };
  };
  // since then: of the indexes
  if (!isHere && /^(?:and |ok )?since (?:the |they )?last (?:cut|hike|move|hiked)\b/.test(text)) return [];
  const read = (said: HistoryWords): readonly Reading[] => {
    const strange = strangeIn(utterance, said.places).length;
    const asked = historyOpening(said);
    // what is to come is no history
    const opening = asked?.from && today && asked.from > today ? undefined : asked;
    // "i meant what they did in june": of the year spoken of
    const year = /\bi meant\b/.test(text) ? context?.history?.meeting?.year : undefined;
    if (opening?.meeting && year && !opening.meeting.year)
      return [readingOf(said, { ...opening, meeting: { ...opening.meeting, year } })];
    const isFedNamed = marked(utterance, 'fed', 'fed').length > 0;
    const follow = before && historyFollowUp(said, before);
    const isPlain =
      strange === 0 &&
      isOnly(utterance, [...said.places, ...namesOfFed(utterance), ...said.sizes, ...(said.level?.places ?? [])]);
    const isWhole = opening && (opening.ask !== 'moves' || said.span !== undefined || opening.inARow);
    // who names the Fed again asks anew, as do whole questions where others were spoken of since
    if (opening && (isFedNamed || !follow || opening.ask === 'gap' || (isWhole && (!isHere || context?.stale))))
      return strange <= MOST_STRANGE ? [readingOf(said, opening, strange > 0 || !isOfFed(said))] : [];
    // "add the two years up": which two is not known
    if (
      follow?.from &&
      isYear(follow) &&
      /\b(?:two|both) years\b/.test(text) &&
      follow.from.slice(0, 4) === follow.to?.slice(0, 4)
    )
      return [-1, 1].map((by) => {
        const years = [Number(follow.from?.slice(0, 4)), Number(follow.from?.slice(0, 4)) + by].sort();
        return readingOf(
          said,
          { ...follow, from: isoDate(`${years[0]}-01-01`), to: isoDate(`${years[1]}-12-31`) },
          true,
        );
      });
    if (!follow || strange > MOST_STRANGE_IN_FOLLOW_UP || !(isPlain || isHere)) return [];
    const isSure = isPlain && isHere && !context?.stale;
    if (
      !isSure &&
      !isPlain &&
      !isOnly(utterance, [
        ...said.places,
        ...said.sizes,
        ...[...utterance.unknown].map((at) => ({ from: at, to: at + 1 })),
      ])
    )
      return [];
    return [readingOf(said, follow, !isSure), ...(opening && !isSure ? [readingOf(said, opening, true)] : [])];
  };
  const said = historyWordsIn(utterance, today);
  const written = whenWritten(said, library);
  if (written) return [{ ...readingOf(said, written), uses: [wholeOf(utterance)] }];
  const again = ofLastMove(said, context);
  if (again) return [readingOf(said, again, context?.stale === true)];
  if (isElsewhere(said)) {
    const meeting = /\bwhat (?:did (?:the fed|they)|the fed did) ?(?:do)?\b/.test(text) ? meetingOf(said) : undefined;
    return meeting ? [readingOf(said, { ask: 'meeting', meeting }, true)] : [];
  }
  if (/\boutcome for\b/.test(text) && today) {
    const on = lastMove('move', today);
    return on ? [readingOf(said, { ask: 'last', way: 'move' })] : [];
  }
  // "what does a 50bp cut in 2027 do", "hike 25 dec then cut 25" are of moves that are none yet
  if (said.sizes.length > 0 && !isDecided(said) && !isLookedUp(said) && before?.kind !== 'fed-history') return [];
  const { not } = said.days;
  if (not?.why === 'ambiguous-date') {
    const senses = ([0, 1] as const).flatMap((sense) => {
      const meant = historyWordsIn(utterance, today, sense);
      return meant.days.not ? [] : read(meant).map((reading) => ({ meant, reading }));
    });
    // "did they cut in july 24": a year, where that day was no day of a meeting
    const [likely, ...more] = senses.filter(({ meant: { days } }) => days.alone.every(isMeetingDay));
    return likely &&
      more.length === 0 &&
      senses.every(({ reading: { asks } }) => 'ask' in asks && asks.ask === 'meeting')
      ? [likely.reading]
      : senses.map(({ reading }) => ({ ...reading, isOffer: true as const }));
  }
  if (not?.why === 'no-such-date' && (said.phrases.has('fed') || said.way) && isPast(said.phrases))
    return [
      {
        asks: { kind: 'unclear', reason: 'no-such-date', words: asTyped(utterance, not.slot) },
        name: 'A day that exists',
        how: 'exact',
        uses: [wholeOf(utterance)],
      },
    ];
  return not ? [] : read(said);
};
