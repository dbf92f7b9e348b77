import { dateFrom, yearOf } from '../../calendar/index.ts';
import { MEETINGS } from '../../fed/index.ts';
import { marked, marksOf, overlaps, type Place, says, slotsOf } from '../../language/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { decisionsCounted, isOver } from './read-parts.ts';
import type { HistoryWords, PastAsked } from './read-said.ts';

/** Of others, or of what is to come. */
export const isOfOthers = ({ utterance, has }: HistoryWords): boolean =>
  has('other') ||
  utterance.slots.some(
    (slot) =>
      ['who', 'note', 'clock'].includes(slot.kind) && !marked(utterance, 'fed').some((fed) => overlaps(fed, slot)),
  ) ||
  // "any of em" names no emerging markets
  marksOf(utterance, 'advice', 'other').some(({ from }) => utterance.words[from] !== 'em');

/** Moves of a size that are counted or picked among those that were; past tense alone may be supposed, `fed raised 25`. */
export const isOfRecord = (said: HistoryWords): boolean => {
  const { is, of, isPast, span, utterance } = said;
  const first = utterance.words.findIndex((word) => !/^(?:the|so|fed|they|rates?)$/.test(word));
  // "were they to cut 50", "outcome of a 50 cut": none that was
  if (
    span === undefined &&
    /^(?:were (?:they|the fed|it|rates) to|whatd an?|what d an?|outcome of an?)\b/.test(
      utterance.words.slice(first).join(' '),
    )
  )
    return false;
  return (
    is('^asked|orMore|largest|smallest|unscheduled|ever|except|chair') ||
    isOver(said) ||
    (isPast && (span !== undefined || !of('tells').some(({ from }) => from === first)))
  );
};

const CLAIMED =
  /^(?:(?:and|so|but|ok|hang on|wait|surely|,) )*(?:was|is|wasnt|isnt|wasn t|isn t)(?: not)? (?:the |their )?(?:last|latest|most recent) (?:fed |rate )?(?:cut|hike|move|change|one)\b(?! (?:before|after|since|ever|more))/;
export const isClaimed = ({ utterance }: HistoryWords): boolean => CLAIMED.test(utterance.joined);

const EACH_ITS_YEAR =
  /\b(?:cuts?|easing)(?: in)? \d{4}\b.*\b(?:hikes?|tightening)(?: in)? \d{4}\b|\b(?:hikes?|tightening)(?: in)? \d{4}\b.*\b(?:cuts?|easing)(?: in)? \d{4}\b/;
/** `cuts 2024 and hikes 2022`: two questions. */
export const isOfTwo = ({ utterance }: HistoryWords): boolean => EACH_ITS_YEAR.test(utterance.joined);

/** More moves than a year has meetings are not counted from memory. */
const EVERY_MEETING = 20;

/** A size that the question has, or a meeting's outcome shows; a level that it asks about. */
export const numbersUsed = (said: HistoryWords, asks: PastAsked): readonly Place[] => {
  const { sizes, isPast, level, utterance } = said;
  const decisions = asks.ask === 'moves' && decisionsCounted(said);
  return [
    ...(decisions ? [decisions] : []),
    ...(asks.sizeBps !== undefined || (asks.ask === 'last' && isClaimed(said)) || (asks.ask === 'meeting' && isPast)
      ? sizes
      : []),
    ...(asks.level !== undefined || asks.ask === 'range' || (asks.way === 'hold' && said.is('count|=meetings'))
      ? (level?.places ?? [])
      : []),
    // how many it was shows in the answer
    ...(asks.ask === 'moves' && says(utterance, /^memory$/)
      ? slotsOf(utterance, 'amount').filter(({ unit, value }) => !unit && value < EVERY_MEETING)
      : []),
    ...(asks.newest ? slotsOf(utterance, 'amount').filter(({ unit, value }) => !unit && value === asks.newest) : []),
    ...(asks.ask === 'gap' || asks.newest || (asks.ask === 'meeting' && isPast)
      ? slotsOf(utterance, 'count').filter(({ of }) => of !== 'thing')
      : []),
  ];
};

/** `odds of that`, `when did they last do that`: of the move run last. */
export const ofLastMove = ({ has, way, isPast }: HistoryWords, context: Context | undefined): PastAsked | undefined => {
  const of = context?.last.kind === 'rate-move' ? context.last : context?.move;
  if (!of?.moveBps || !has('thatMove') || !isPast) return undefined;
  const same = of.moveBps < 0 ? 'cut' : 'hike';
  const ask = has('count') ? 'moves' : 'last';
  return { ask, way: way && way !== 'move' ? way : same, sizeBps: Math.abs(of.moveBps) };
};

/** `is fomc on 16 dec`: a day of the month of a meeting to come, on which none sat. */
const isNoMeeting = (month: number | undefined, day: number, coming: IsoDate): boolean =>
  month === Number(coming.slice(5, 7)) &&
  !MEETINGS.some(({ decision }) => decision.endsWith(dateFrom(2000, month, day).slice(4)));

/** `unchanged on 9 dec`: the day of a meeting that is to come, where nothing says that it was. */
export const isComing = ({ utterance, today, isPast }: HistoryWords): boolean =>
  !isPast &&
  slotsOf(utterance, 'date').some(
    ({ year, month, day }) =>
      !year &&
      MEETINGS.some(
        ({ decision }) =>
          today &&
          day &&
          decision > today &&
          yearOf(decision) <= yearOf(today) + 1 &&
          (decision.endsWith(dateFrom(2000, month ?? 0, day).slice(4)) || isNoMeeting(month, day, decision)),
      ),
  );

/** The range on a day, or at the end of each year. */
export const isDated = ({ ask, to }: PastAsked): boolean => ask === 'range' && to !== undefined;

const THEN = /\b(?:then|at the time|at that time|back then|at that point|(?:on )?that day)\W*$/;

/** `what was the range then`, behind the ratio on a day or over days that are past: of that day; `false` where it is not known. */
export const rangeBeside = (
  { has, utterance, way, days }: HistoryWords,
  last: Context['last'] | undefined,
): PastAsked | false | undefined => {
  if (last?.kind !== 'rotation' || !has('rate') || way || days.alone.length > 0 || !THEN.test(utterance.joined))
    return undefined;
  const day = typeof last.at === 'string' ? last.at : last.to;
  return day ? { ask: 'range', to: day } : false;
};
