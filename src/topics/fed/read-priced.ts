import { yearOf } from '../../calendar/index.ts';
import {
  lexiconOf,
  type Phrases,
  type Place,
  phrasesOf,
  sizeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { IsoDate } from '../../units.ts';
import type { RateMoveQuestion } from '../rate-move/question.ts';
import type { FedQuestion } from './question.ts';

/** Words by which one thing that futures imply is asked for. */
const PRICED_WORDS = lexiconOf({
  way: {
    cut: 'cut|cuts|easing|ease|rate cut|rate cuts|lower|cutting|chop|down|trim|loosening',
    hike: 'hike|hikes|tightening|tighten|rate hike|rate hikes|raise|raises|hiking|increase|lift|up|bump|another rise',
    hold: 'hold|holds|pause|unchanged|no change|on hold|skip|no move|standing pat|stand pat|holding|sit tight|stay put|nothing',
    move: 'move|moves|change|changes',
  },
  count: { count: 'how many|how much|number of|how far' },
  rate: {
    rate: 'as a level|as a rate|the curve have|curve have fed funds|the level|what level|implied rate|priced rate|rate is priced|rates are priced|rates priced|rate priced|rate do futures imply|rate do futures|rate is implied|what rate|which rate|where are rates priced|where is the rate priced|where do futures see rates|where do futures put rates|level is priced',
  },
  yearEnd: {
    yearEnd:
      'year end|the year end|end of the year|end of this year|this year|by december|end of next year|end next year',
  },
  month: {
    '01': 'jan',
    '02': 'feb',
    '04': 'apr',
    '06': 'jun|june',
    '07': 'jul|july',
    '09': 'sept',
    '10': 'oct',
    '11': 'nov',
    '12': 'dec|december',
  },
  of: { that: 'odds of that|chance of that|chances of that|probability of that|how likely is that|likelihood of that' },
});

/** What is asked of futures, and where it is said. */
export interface OddsAsked {
  readonly asks: Omit<FedQuestion, 'kind'>;
  readonly places: readonly Place[];
}

/** The next month of that name, `2027-04`; undefined for a year, a quarter, or a month said to be past. */
const monthIn = (utterance: Utterance, today: IsoDate, phrases: Phrases): string | undefined => {
  const slots = [
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'span').flatMap(({ since, until }) => (until && !since ? [until] : [])),
  ].filter(({ month }) => month !== undefined);
  const [slot] = slots;
  const isYearEnd = phrases.has('yearEnd') && !phrases.has('month');
  if (isYearEnd && slots.length === 0) {
    const year = slotsOf(utterance, 'date').find((one) => one.year)?.year;
    return year || utterance.words.includes('next') ? `${year ?? yearOf(today) + 1}-12` : undefined;
  }
  const month = slot?.month === undefined ? phrases.of('month')[0]?.value : String(slot.month).padStart(2, '0');
  if (month === undefined || slots.length > 1 || slot?.isAmbiguous) return undefined;
  const next = month >= today.slice(5, 7) ? yearOf(today) : yearOf(today) + 1;
  return `${slot?.year ?? next}-${month}`;
};

const wayIn = (phrases: Phrases): FedQuestion['way'] => {
  const ways = new Set(phrases.of('way').map(({ value }) => value));
  const [way] = (['cut', 'hike', 'hold'] as const).filter((one) => ways.has(one));
  return (['cut', 'hike', 'hold'] as const).filter((one) => ways.has(one)).length === 1 ? way : undefined;
};

const LARGEST_BPS = 600;
const STEP_BPS = 25;

/** `odds of a hold`: a move that is none. */
export const saysHold = (utterance: Utterance): boolean => phrasesOf(utterance, PRICED_WORDS).has('way', 'hold');

/**
 * `how likely is a 50bp cut`, `how many hikes by april`, `what is priced for december`; undefined where all is asked for.
 *
 * @param before the question before, where a short turn may go on from it
 * @param move the rate move run last: `odds of that`
 */
export const oddsAskedIn = (
  utterance: Utterance,
  today: IsoDate | undefined,
  before: FedQuestion | undefined,
  move?: RateMoveQuestion,
): OddsAsked | undefined => {
  const phrases = phrasesOf(utterance, PRICED_WORDS);
  const amounts = slotsOf(utterance, 'amount').filter(
    ({ unit, value }) =>
      unit === 'bp' || unit === '%' || unit === 'points' || (unit === undefined && value % STEP_BPS === 0),
  );
  // "50 instead of 25"
  const isPutRight = amounts.length === 2 && /\b(?:instead of|not)\b/.test(utterance.words.join(' '));
  const of = phrases.has('of') ? move?.moveBps : undefined;
  const [amount] = amounts.length === 1 || isPutRight ? amounts : [];
  const size = amount ? Math.abs(sizeOf(amount)?.bps ?? 0) : Math.abs(of ?? 0);
  const sizeBps = Number.isInteger(size) && size > 0 && size <= LARGEST_BPS ? size : undefined;
  const way = wayIn(phrases) ?? (of ? (of < 0 ? 'cut' : 'hike') : undefined);
  const dates = [
    ...slotsOf(utterance, 'date').filter(({ said }) => said !== 'next week'),
    ...slotsOf(utterance, 'span'),
  ];
  const month = today && monthIn(utterance, today, phrases);
  // several moves, a year, a quarter or two months are looked up in the whole
  const isOfSeveral = slotsOf(utterance, 'count').some(({ value }) => value > 1);
  if (
    isOfSeveral ||
    (amounts.length > 1 && !isPutRight) ||
    (dates.length > 0 && month === undefined && !phrases.has('yearEnd'))
  )
    return undefined;
  const places = [...phrases.all, ...dates, ...slotsOf(utterance, 'direction'), ...(sizeBps ? amounts : [])];
  const said = { ...(month && { month }), ...(way && { way }), ...(sizeBps && { sizeBps }) };
  if (phrases.has('rate'))
    return { asks: { ask: 'rate', ...((month ?? before?.month) && { month: month ?? before?.month }) }, places };
  if (phrases.has('count') && phrases.has('way') && way !== 'hold')
    return { asks: { ask: 'count', ...(month && { month }), ...(way && { way }) }, places };
  if (before?.ask !== undefined) {
    const { kind: _, ...same } = before;
    return Object.keys(said).length > 0 ? { asks: { ...same, ...said }, places } : undefined;
  }
  // odds are of one meeting, and not of a year
  if (phrases.has('yearEnd')) return undefined;
  const isOfNext = /\bnext (?:fed |fomc )?(?:meeting|one|decision)|forthcoming meeting|at the meeting\b/.test(
    utterance.words.join(' '),
  );
  return Object.keys(said).length > 0 || isOfNext ? { asks: { ask: 'odds', ...said }, places } : undefined;
};
