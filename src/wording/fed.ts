import type { Fed, Odds } from '../facts/index.ts';
import type { MeetingOdds } from '../fed/index.ts';
import {
  basisPointsOf,
  capitalized,
  day,
  dayNear,
  type Line,
  listed,
  month,
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

/** How the Fed's range, meetings and odds are put into words, the same in every message. */

type Way = 'cut' | 'hold' | 'hike';
const WAYS: readonly Way[] = ['cut', 'hold', 'hike'];

/** The likeliest first; what is impossible is left out. */
const byOdds = (odds: MeetingOdds): readonly Way[] =>
  WAYS.filter((way) => odds[way] > 0).sort((one, other) => odds[other] - odds[one]);

const likeliest = (odds: MeetingOdds): Way => byOdds(odds)[0] ?? 'hold';

/** `55% hike, 45% hold`. */
export const oddsWords = (odds: MeetingOdds): string =>
  byOdds(odds)
    .map((way) => `${oddsOf(odds[way])} ${way}`)
    .join(', ');

/** `futures imply 55% hike, 45% hold on 28 Oct`. */
export const impliedWords = (odds: MeetingOdds, today: IsoDate): string =>
  `futures imply ${oddsWords(odds)} on ${dayNear(odds.meeting.decision, today)}`;

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Why a meeting has no odds. */
export const whyNoOdds = (odds: Odds): string => {
  if (odds.kind === 'none') return `No odds: ${lowered(noDataWords('futures prices', odds.why))}`;
  const [next] = odds.meetings;
  if (next?.kind !== 'not-implied') return 'No odds: the calendar of meetings does not reach that far';
  const { why } = next;
  const monthOf = (named: string) => month(`${named}-01` as IsoDate);
  switch (why.kind) {
    case 'missing-contract':
      return `No odds: there is no price for the ${monthOf(why.month)} contract`;
    case 'stale-contract':
      return `No odds: the newest price for the ${monthOf(why.month)} contract is of ${day(why.asOf)}`;
    case 'too-few-days':
      return `No odds: the ${monthOf(why.month)} contract says too little of a meeting at that end of the month`;
    case 'no-calendar':
      return 'No odds: the calendar of meetings ends before they can be told';
  }
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

/** `A hike, not a cut` said of what is asked against what is priced. */
export const contradicts = (move: number, odds: MeetingOdds): boolean =>
  likeliest(odds) !== (move < 0 ? 'cut' : move > 0 ? 'hike' : 'hold');

/** `Not a cut. Fed at 3.75–4.00%; futures imply 55% hike, 45% hold on 28 Oct`. */
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
