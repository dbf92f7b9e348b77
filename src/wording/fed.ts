import type { Fed, Odds } from '../facts/index.ts';
import type { ImpliedMeeting, MeetingOdds, MoveOdds, NotImplied } from '../fed/index.ts';
import {
  basisPointsOf,
  capitalized,
  day,
  dayNear,
  type Line,
  listed,
  month,
  moveName,
  NBSP,
  sign,
  unbroken,
} from '../message/index.ts';
import type { IsoDate } from '../units.ts';
import { noDataWords } from './closes.ts';

/** How rates, odds and ranks are written, the same in every message. */

/** `3.75–4.00%`: the Fed's range; one number before it was a range. */
export const rateRange = (lower: number, upper: number): string =>
  lower === upper ? `${lower.toFixed(2)}%` : `${lower.toFixed(2)}–${upper.toFixed(2)}%`;

/** `55%`: odds, whole. What is neither impossible nor certain is never shown as if it were. */
export const oddsOf = (probability: number): string => {
  if (probability > 0 && probability < 0.005) return 'under 1%';
  if (probability < 1 && probability > 0.995) return 'over 99%';
  return `${Math.round(probability * 100)}%`;
};

/** `8.5%`: a rank among days. */
export const rankOf = (percent: number): string => `${percent.toFixed(1)}%`;

/** `+21 bp`, `0 bp`: an expected move, whole; for tables and sums, where no word says which way. */
export const movePriced = (bps: number): string => {
  const whole = Math.round(bps);
  return unbroken(`${sign(whole)}${Math.abs(whole)} bp`);
};

/** The Fed's range, meetings and odds in words, the same in every message. */

type Way = 'cut' | 'hold' | 'hike';
const WAYS: readonly Way[] = ['cut', 'hold', 'hike'];

const likeliest = (odds: MeetingOdds): Way =>
  WAYS.filter((way) => odds[way] > 0).sort((one, other) => odds[other] - odds[one])[0] ?? 'hold';

const byLikelihood = (outcomes: readonly MoveOdds[]): readonly MoveOdds[] =>
  outcomes.filter(({ probability }) => probability > 0).toSorted((one, other) => other.probability - one.probability);

/** `57% for a 25 bp hike`, `43% for a hold`. */
export const chanceOf = ({ move, probability }: MoveOdds): string => `${oddsOf(probability)} for a ${moveName(move)}`;

/**
 * Each size with its odds, the likeliest first: `57% for a 25 bp hike, 43% for a hold`; of one direction, its name stands
 * once: `60% for a 50 bp cut, 40% for 25 bp`.
 */
const sizesWords = (outcomes: readonly MoveOdds[]): string => {
  const ordered = byLikelihood(outcomes);
  return ordered
    .map((one, at) => {
      const before = ordered[at - 1];
      const isSameWay = before !== undefined && before.move * one.move > 0;
      return isSameWay ? `${oddsOf(one.probability)} for ${basisPointsOf(one.move)}` : chanceOf(one);
    })
    .join(', ');
};

/** The likeliest size: `57% for a 25 bp hike`. */
export const likeliestWords = ({ outcomes }: MeetingOdds): string => sizesWords(byLikelihood(outcomes).slice(0, 1));

/** What is not a hold, with its odds: `16% for a 25 bp hike`; `a hold` where nothing else is priced. */
export const movesPricedWords = ({ outcomes }: MeetingOdds): string =>
  sizesWords(outcomes.filter(({ move }) => move !== 0)) || 'a hold';

/** `57% for a 25 bp hike, 43% for a hold`. */
export const oddsWords = ({ outcomes }: MeetingOdds): string => sizesWords(outcomes);

/** `futures imply 57% for a 25 bp hike, 43% for a hold on 28 Oct`. */
export const impliedWords = (odds: MeetingOdds, today: IsoDate): string =>
  `futures imply ${oddsWords(odds)} on ${dayNear(odds.meeting.decision, today)}`;

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** `Jan 2027`. @param named `2027-01` */
export const monthWords = (named: string): string => month(`${named}-01` as IsoDate);

const withFewDays = (words: string, meeting: IsoDate, days: number | undefined): string => {
  if (days === undefined) return words;
  const inMonth = month(meeting).split(NBSP)[0];
  return `${words}, and ${days === 1 ? `one ${inMonth} day is` : `${days} ${inMonth} days are`} too few`;
};

/** Why futures imply nothing of a meeting: `no price for Feb 2027, and 5 Jan days are too few`. */
export const whyNotImplied = (why: NotImplied, { decision }: ImpliedMeeting['meeting']): string => {
  switch (why.kind) {
    case 'missing-contract':
      return withFewDays(`there is no price for the ${monthWords(why.month)} contract`, decision, why.fewDays);
    case 'stale-contract':
      return withFewDays(
        `the newest price for the ${monthWords(why.month)} contract is of ${day(why.asOf)}`,
        decision,
        why.fewDays,
      );
    case 'implausible-price':
      return `a price of ${why.price} for the ${monthWords(why.month)} contract is more than two points from the rate in force`;
    case 'too-few-days':
      return `the ${monthWords(why.month)} contract says too little of a meeting at that end of the month`;
    case 'no-calendar':
      return 'the calendar of meetings ends before they can be told';
  }
};

/** Why the next meeting has no odds. */
export const whyNoOdds = (odds: Odds): string => {
  if (odds.kind === 'none') return `No odds: ${lowered(noDataWords('futures prices', odds.why))}`;
  const [next] = odds.meetings;
  if (next?.kind !== 'not-implied') return 'No odds: the calendar of meetings does not reach that far';
  return `No odds: ${whyNotImplied(next.why, next.meeting)}`;
};

/** `3.75–4.00%`; undefined where the range is not known. */
export const rangeWords = ({ range }: Fed): string | undefined =>
  range.kind === 'range' ? rateRange(range.lower, range.upper) : undefined;

/** The decision days of meetings whose outcome is not known. */
export const unknownMeetings = ({ outcomes }: Fed): readonly IsoDate[] =>
  outcomes.kind === 'unknown' ? outcomes.meetings.map(({ decision }) => decision) : [];

/** What the meetings decided that have passed since. */
export const missingOutcomeLines = (fed: Fed): readonly Line[] => {
  const days = unknownMeetings(fed);
  if (fed.outcomes.kind === 'no-calendar') {
    return [
      {
        label: 'Missing',
        words: `Meetings after ${month(`${fed.outcomes.last}-01` as IsoDate)} are not in my calendar: the range may have moved`,
      },
    ];
  }
  if (days.length === 0 || fed.range.kind !== 'range') return [];
  const meetings = days.length > 3 ? `${days.length} meetings since ${day(days[0] as IsoDate)}` : listed(days.map(day));
  return [{ label: 'Missing', words: `The outcome of ${meetings} is not in my data; the range is as of ${asOf(fed)}` }];
};

const asOf = ({ range }: Fed): string => (range.kind === 'range' ? day(range.through) : '');

/** `A hike, not a cut`: the direction that futures price, where it is not the one in the question. */
export const contradicts = (move: number, odds: MeetingOdds): boolean =>
  likeliest(odds) !== (move < 0 ? 'cut' : move > 0 ? 'hike' : 'hold');

/** `Not a cut. Fed at 3.75–4.00%; futures imply 57% for a 25 bp hike, 43% for a hold on 28 Oct`. */
export const pricedWords = (
  move: number,
  odds: MeetingOdds,
  fed: Fed,
  today: IsoDate,
  isSynthetic: boolean,
): string => {
  const asked = move < 0 ? 'a cut' : move > 0 ? 'a hike' : 'a hold';
  const range = rangeWords(fed);
  const implied = `${impliedWords(odds, today)}${isSynthetic ? ' (synthetic)' : ''}`;
  const said = range === undefined ? capitalized(implied) : `Fed at ${range}; ${implied}`;
  return contradicts(move, odds) ? `Not ${asked}. ${said}` : said;
};

/** `rose by 25 bp`, `fell by 50 bp`. */
export const movedBy = (change: number): string => `${change > 0 ? 'rose' : 'fell'} by ${basisPointsOf(change)}`;
