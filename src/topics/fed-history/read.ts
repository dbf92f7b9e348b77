import { yearOf } from '../../calendar/index.ts';
import {
  asTyped,
  isOnly,
  marked,
  numbersIn,
  overlaps,
  type Place,
  says,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';

import { inYearOf, lastMove, withYears } from '../../periods/index.ts';
import { isoDate } from '../../units.ts';
import { exactly, type Reading, type ReadTopic, strangeAmong, usesOf } from '../reading.ts';

import { historyFollowUp } from './read-follow-ups.ts';
import { meetingChecked, mentioned, whenWritten } from './read-noted.ts';
import { historyName, historyOpening } from './read-openings.ts';
import { isMeetingDay, isOfModel, meetingOf, narrow } from './read-parts.ts';
import { twoYears, yearIn, yearSpoken } from './read-picks.ts';
import { type HistoryWords, historyWordsIn, isYear, type PastAsked } from './read-said.ts';
import {
  isClaimed,
  isComing,
  isDated,
  isOfOthers,
  isOfRecord,
  isOfTwo,
  numbersUsed,
  ofLastMove,
  rangeBeside,
} from './read-scope.ts';
import { yearsRanked } from './read-stretches.ts';

/** The Fed by name, outside of what counts moves: `3 fed moves`. */
const namesOfFed = (utterance: Utterance): readonly Place[] =>
  marked(utterance, 'fed').filter((mark) => !numbersIn(utterance).some((number) => overlaps(number, mark)));

const OF_LAST =
  /^(?:(?:and|so|ok|the|whats|what was) )*(?:result|outcome)s? (?:of|from) (?:the )?(?:last|previous|prior|latest)(?: one| meeting)?\W*$/;
const MORE_OF_TWO =
  /^(?:(?:and|so|ok) )*(?:who|which(?: one| year)?|what year|when did (?:they|the fed)) (?:\w+ )?(?:cut|hiked?|eased?|raised?|tightened?|moved?|rates) (?:rates )?(?:more|most|the most|less)\b.*\b\d{4} (?:or|vs|versus|v) (?:in )?\d{4}\W*$/;
/** `december the year before`, `and the september before that`. */
const OTHER_YEAR =
  /\b(?:(?:the|one|a) years?|this year|previous|prior|following|earlier|later|next|(?:before|after) (?:that|it|then|this))\b/;
const MOST_WORDS_OF_YEAR = 5;
const MOST_STRANGE = 6;
const MOST_STRANGE_IN_FOLLOW_UP = 1;
const MOST_STRANGE_OF_YEARS = 2;

/** Past decisions of the Fed: counted, the last or first, a meeting's outcome, the range on a day. */
export const readFedHistory: ReadTopic = (typed, context, library, { today }) => {
  const last = context?.last;
  if (isOfModel(typed, context)) return [];
  // "what did they say in 2024", behind somebody's views
  if (last?.kind === 'views' && !context?.stale && says(typed, /^(?:say|said)$/) && says(typed, /^they$/)) return [];
  const relations = slotsOf(typed, 'relation');
  // "and the Fed in between", behind the days of the indexes
  const isOver = last?.kind === 'rotation' && relations.some(({ value }) => value === 'between');
  const held = says(typed, /^(?:happen|happened|do|did|large|big|much)$/) ? meetingChecked(last, library) : undefined;
  const before = held ?? (last?.kind === 'fed-history' || last?.kind === 'fed' || isOver ? last : context?.history);
  const isHere = before !== undefined && (before === last || before === held);
  // "and 23": a year, where years and no sizes are spoken of
  const isOfYears =
    (before?.kind === 'fed-history' && (isYear(before) || before.meeting !== undefined || isDated(before))) ||
    (last?.kind === 'rotation' && marked(typed, 'fed', 'fed').length > 0 && says(typed, /^(?:was|did|doing|were)$/));
  // "just june", behind a year that is over
  const isAnotherYear = OTHER_YEAR.test(typed.joined) || marked(typed, 'fed', 'fed').length > 0;
  const year = isHere && !isAnotherYear ? yearSpoken(before, today) : undefined;
  const utterance = inYearOf(withYears(typed, today, isOfYears), year, today);
  const readingOf = (
    said: HistoryWords,
    asks: PastAsked,
    isOffer = false,
    isRelated = asks.ask === 'gap' || !!asks.except,
  ): Reading => {
    const own = [...said.places, ...namesOfFed(utterance), ...numbersUsed(said, asks)];
    const others = own.filter((place) => !relations.some((one) => overlaps(one, place)));
    const places = [...others, ...(isRelated ? relations : [])];
    // the longest pause of a time, and beside it that time
    const isOfTime = asks.ask === 'gap' && said.has('longest') && said.span;
    const isOfYear = asks.ask === 'last' && !asks.from && asks.to === undefined && isClaimed(said) && said.span;
    const whole: PastAsked | undefined = isOfYear
      ? { ask: 'moves', ...narrow(asks.way), ...said.span }
      : isOfTime
        ? { ask: 'moves', ...said.span, yearly: true }
        : said.wide && { ...asks, ...said.wide };
    const more = {
      ...(isOffer && { isOffer: true as const }),
      ...(whole && { others: [{ name: historyName(whole), question: { kind: 'fed-history' as const, ...whole } }] }),
    };
    return exactly({ kind: 'fed-history', ...asks }, historyName(asks), usesOf(utterance, places), more);
  };
  const read = (said: HistoryWords): readonly Reading[] => {
    const own = [...said.places, ...namesOfFed(utterance), ...numbersIn(utterance)];
    const strange = strangeIn(utterance, own).length;
    const strangeHere = strangeAmong(utterance, own, [...said.of('aside'), ...said.of('goingOn')]).length;
    const ranked = yearsRanked(said, before);
    if (ranked && strangeHere <= MOST_STRANGE_OF_YEARS)
      return [{ ...readingOf(said, ranked, said.sizes.length > 0 || strangeHere > 0), uses: [wholeOf(utterance)] }];
    const { asks: asked, isOfFed } = historyOpening(said);
    // what is to come is no history
    const isToCome =
      today &&
      ((asked?.meeting?.year ?? 0) > yearOf(today) ||
        (asked?.from ?? (said.isPast ? today : asked?.to) ?? today) > today);
    const opening = isToCome || (asked?.ask === 'meeting' && isComing(said)) ? undefined : asked;
    // "i meant what they did in june": of the year spoken of
    const year = said.has('meant') ? context?.history?.meeting?.year : undefined;
    if (opening?.meeting && year) return [readingOf(said, { ...opening, meeting: { year, ...opening.meeting } })];
    const follow = before && historyFollowUp(said, before, context?.historyBefore);
    // "and since it last eased", behind how long ago
    const isSince = before?.kind === 'fed-history' && before.ago && utterance.words.includes('since');
    for (const one of [opening, follow]) if (isSince && one?.ask === 'last') Object.assign(one, { ago: true });
    const ours = [...said.places, ...namesOfFed(utterance), ...said.sizes, ...(said.level?.places ?? [])];
    const isPlain = strange === 0 && isOnly(utterance, ours);
    // "bernanke?": of what was asked before
    const isBareTime =
      (said.is('-fed') || said.is('chair')) && said.is('-past -count -way') && isOnly(utterance, said.places);
    const isWhole =
      opening && !(isHere && isBareTime) && (opening.ask !== 'moves' || said.span !== undefined || opening.inARow);
    const asksOf = last?.kind === 'fed-history' ? last.ask : undefined;
    const isPicked =
      !said.has('step') &&
      !(asksOf === 'stay' && says(utterance, /^(?:it|that)$/)) &&
      /^(?:last|first|largest|smallest)$/.test(opening?.ask ?? '') &&
      /^(?:meeting|range|stay)$/.test(asksOf ?? '');
    const isOfMeeting = opening?.ask === 'meeting' && said.isPast && (asksOf === 'last' || asksOf === 'first');
    const isOfLevel = opening?.ask === 'range' && asksOf !== 'range' && asksOf !== 'stay';
    const isOther = isOfMeeting || isOfLevel || isPicked || (opening?.ask === 'stay' && asksOf && asksOf !== 'stay');
    // who names the Fed again asks anew, as do whole questions where others were spoken of since
    const isNamed =
      marked(utterance, 'fed', 'fed').length > 0 && !said.has('again') && relations.length === 0 && !isBareTime;
    const isThen = said.has('thatTime') && !said.span;
    // "first cut after the longest hold" is found from what has to be found first
    const isOfLongest = said.has('longest') && said.has('first', 'first');

    const isAnew = isNamed || !follow || opening?.ask === 'gap' || (isOther && relations.length === 0);
    if (opening && !(isThen && follow) && (isAnew || (isWhole && (!isHere || context?.stale || !isPlain))))
      return strange <= MOST_STRANGE
        ? [
            readingOf(
              said,
              opening,
              strangeHere > 0 || !isOfFed || isThen || said.has('bothWays') || isOfLongest || isOfTwo(said),
            ),
          ]
        : [];
    // "2022?": the Fed's, or the indexes'
    const isPastYear = said.span && isYear(said.span) && !(today && said.span.from && said.span.from > today);
    const isShort = utterance.words.length <= MOST_WORDS_OF_YEAR;
    if (!follow && isPastYear && isShort && isOnly(utterance, said.places) && last?.kind !== 'rotation')
      return [readingOf(said, { ask: 'moves', ...narrow(said.way), ...said.span }, true)];
    const standing = before?.kind === 'fed-history' ? before : undefined;
    const isBack = follow?.back && !says(utterance, /^(?:last|past|previous)$/);
    const pair = twoYears(said, isBack ? standing : (follow ?? standing), context?.historyBefore);
    if (!pair && said.is('bothYears') && says(utterance, /^(?:years?|yrs)$/)) return [];
    if (pair) return [readingOf(said, pair, !(isPlain && isHere && !context?.stale), true)];
    if (!follow || strange > MOST_STRANGE_IN_FOLLOW_UP || !(isPlain || isHere)) return [];
    const isSure = isPlain && isHere && (!context?.stale || (isBareTime && said.is('chair')));
    const unknown = [...utterance.unknown].map((at) => ({ from: at, to: at + 1 }));
    if (!isPlain && !isOnly(utterance, [...said.places, ...said.sizes, ...unknown])) return [];
    return [readingOf(said, follow, !isSure, true), ...(opening && !isSure ? [readingOf(said, opening, true)] : [])];
  };
  const said = historyWordsIn(utterance, today);
  const { has, days, way, isPast } = said;
  // since then: of the indexes
  const isOfIndexes =
    last?.kind === 'rotation' && /^(?:and |ok |so |or |now |n |, )*since (?!when)/.test(utterance.joined);
  // "when is the dec meeting", behind one that was
  const isWhen = /\bwhen (?:s )?the [a-z]+ (?:fomc|fed|meeting|mtg|decision|one)\b/.test(utterance.joined);
  const isDateAsked =
    (isWhen || has('toCome')) && !isPast && slotsOf(utterance, 'date').some(({ month, year }) => month && !year);
  if (
    isOfIndexes ||
    isDateAsked ||
    (!isHere &&
      /^(?:and |ok |how (?:s|has|have|did) (?:it|they|that|we) (?:do|done|gone|fared|moved) )*since (?:the |they )?last (?:cut|hike|move|hiked)\b/.test(
        utterance.joined,
      ))
  )
    return [];
  const moves = mentioned(said, context, library);
  if (moves.length > 0)
    return moves.map((asks) => ({
      ...readingOf(said, asks, moves.length > 1 || context?.stale === true),
      uses: [wholeOf(utterance)],
    }));
  const beside = context?.stale ? undefined : rangeBeside(said, last);
  if (beside !== undefined)
    return [{ ...readingOf(said, beside || { ask: 'range' }, beside === false), uses: [wholeOf(utterance)] }];
  const written = whenWritten(said, library);
  if (written) return [{ ...readingOf(said, written), uses: [wholeOf(utterance)] }];
  if (has('votes') && (has('fed') || has('way') || isHere || (has('votes', 'dissent') && days.alone.length > 0)))
    return [exactly({ kind: 'not-known', what: 'votes' }, 'How they voted', [wholeOf(utterance)])];
  const again = ofLastMove(said, context);
  if (again) return [readingOf(said, again, context?.stale === true)];
  // "who hiked more, 2022 or 2023" asks for no person
  if (isOfOthers(said) && !MORE_OF_TWO.test(utterance.joined)) {
    const meeting = has('either') ? meetingOf(said) : undefined;
    return meeting ? [readingOf(said, { ask: 'meeting', meeting }, true)] : [];
  }
  if (has('outcome')) return today && lastMove('move', today) ? [readingOf(said, { ask: 'last', way: 'move' })] : [];
  // "what does a 50bp cut in 2027 do", "hike 25 dec then cut 25" are of moves that are none yet
  if (said.sizes.length > 0 && !isOfRecord(said) && before?.kind !== 'fed-history') return [];
  // "what did oct do", behind the Fed's meetings
  const one =
    isHere && last?.kind.startsWith('fed') && has('either') && isOnly(utterance, said.places) && meetingOf(said);
  if (one && !context?.stale)
    return [{ ...readingOf(said, { ask: 'meeting', meeting: one }), uses: [wholeOf(utterance)] }];
  if (isHere && last?.kind === 'fed' && !context?.stale && OF_LAST.test(utterance.joined))
    return [{ ...readingOf(said, { ask: 'meeting' }), uses: [wholeOf(utterance)] }];
  const { not } = days;
  if (not?.why === 'ambiguous-date') {
    const senses = ([0, 1] as const).flatMap((sense) => {
      const meant = historyWordsIn(utterance, today, sense);
      return meant.days.not ? [] : read(meant).map((reading) => ({ meant, reading }));
    });
    // "did they cut in july 24": a year, where that day was no day of a meeting
    const [likely, ...more] = senses.filter(({ meant }) => meant.days.alone.every(isMeetingDay));
    const isOfMeetings = senses.every(({ reading: { asks } }) => 'ask' in asks && asks.ask === 'meeting');
    return likely && more.length === 0 && isOfMeetings
      ? [likely.reading]
      : senses.map(({ reading }) => ({ ...reading, isOffer: true as const }));
  }
  if (not?.why === 'no-such-date' && (has('fed') || way) && isPast) {
    const asks = { kind: 'unclear' as const, reason: 'no-such-date' as const, words: asTyped(utterance, not.slot) };
    return [exactly(asks, 'A day that exists', [wholeOf(utterance)])];
  }
  if (not) return [];
  // "were there more hikes in 2005 or 2018": the one, and the other beside it
  if (days.alone.length === 2 && /\b\d{4} (?:or|vs|versus|v|against) (?:in )?\d{4}\b/.test(utterance.joined)) {
    const [one, other] = ([0, 1] as const).flatMap((at) =>
      read(historyWordsIn(utterance, today, undefined, at)).slice(0, 1),
    );
    const [asks, next] = [one?.asks, other?.asks];
    // two years in a row are a row each of one table
    const ends = [
      yearIn(asks?.kind === 'fed-history' ? asks : undefined),
      yearIn(next?.kind === 'fed-history' ? next : undefined),
    ];
    const [first = 0, last = 0] = ends.toSorted();
    if (one && asks?.kind === 'fed-history' && asks.ask === 'moves' && first > 0 && last - first === 1) {
      const both = { ...asks, from: isoDate(`${first}-01-01`), to: isoDate(`${last}-12-31`), yearly: true as const };
      return [{ ...one, asks: both, name: historyName(both), uses: [...one.uses, ...days.places] }];
    }
    if (one && next?.kind === 'fed-history') return [{ ...one, others: [{ name: other?.name ?? '', question: next }] }];
  }
  const readings = read(said);
  const happened =
    has('either', 'either') && readings.length === 0 && isOnly(utterance, said.places) ? meetingOf(said) : undefined;
  return happened ? [readingOf(said, { ask: 'meeting', meeting: happened }, true)] : readings;
};
