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
import { datesNamed, monthNamed } from './read-exchange.ts';
import words from './words.json' with { type: 'json' };

/** Words by which one thing that futures imply is asked for. */
const PRICED = lexiconOf(words.priced);

/** What is asked of futures, and where it is said. */
export interface OddsAsked {
  readonly asks: Omit<FedQuestion, 'kind'>;
  readonly places: readonly Place[];
}

/** Letters by which the exchange names the months of its futures: `ZQZ6` is December 2026. */
const MONTH_CODE = /^(?:zq)?([fghjkmnquvxz])(\d)$/;
const CODES = 'fghjkmnquvxz';

/** The month that a contract is named by, and where it is said. */
const contractIn = (
  { words }: Utterance,
  today: IsoDate,
): { readonly month: string; readonly place: Place } | undefined => {
  const at = words.findIndex((word) => MONTH_CODE.test(word));
  const [, letter = '', digit = ''] = MONTH_CODE.exec(words[at] ?? '') ?? [];
  const year = yearOf(today) + ((((Number(digit) - yearOf(today)) % 10) + 10) % 10);
  const month = String(CODES.indexOf(letter) + 1).padStart(2, '0');
  return letter ? { month: `${year}-${month}`, place: { from: at, to: at + 1 } } : undefined;
};

/** The next month of that name, `2027-04`; undefined for a year, a quarter, or a month said to be past. */
const monthIn = (utterance: Utterance, today: IsoDate, { of, has }: Phrases): string | undefined => {
  const [slot, ...more] = datesNamed(utterance).filter(({ month }) => month !== undefined);
  if (slot) return more.length > 0 || slot.isAmbiguous ? undefined : monthNamed(slot, today);
  const [named] = of('month');
  if (named) return monthNamed({ month: Number(named.value) }, today);
  if (!has('yearEnd')) return undefined;
  const year = slotsOf(utterance, 'date').find((one) => one.year)?.year;
  return year || utterance.words.includes('next') ? `${year ?? yearOf(today) + 1}-12` : undefined;
};

const LARGEST_BPS = 600;
const STEP_BPS = 25;

/** `odds of a hold`: a move that is none. */
export const saysHold = (utterance: Utterance): boolean => phrasesOf(utterance, PRICED).has('way', 'hold');

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
  const phrases = phrasesOf(utterance, PRICED);
  const { has, all } = phrases;
  const amounts = slotsOf(utterance, 'amount').filter(
    ({ unit, value }) => ['bp', '%', 'points'].includes(unit ?? '') || (unit === undefined && value % STEP_BPS === 0),
  );
  const end = slotsOf(utterance, 'date').find((one) => one.edge === 'end' && one.year && !one.month);
  const contract = today && contractIn(utterance, today);
  const month = contract?.month ?? (today && (end ? `${end.year}-12` : monthIn(utterance, today, phrases)));
  const dates = utterance.slots.filter(
    (slot) => (slot.kind === 'date' && slot.said !== 'next week') || slot.kind === 'span',
  );
  // several moves, a year, a quarter or two months are looked up in the whole; "50 instead of 25" is one
  const isOfSeveral =
    slotsOf(utterance, 'count').some(({ value }) => value > 1) || amounts.length > (has('putRight') ? 2 : 1);
  if (isOfSeveral || (dates.length > 0 && month === undefined && !has('yearEnd'))) return undefined;
  const of = has('of') ? move?.moveBps : undefined;
  const size = Math.abs((amounts[0] ? sizeOf(amounts[0])?.bps : of) ?? 0);
  const sizeBps = Number.isInteger(size) && size > 0 && size <= LARGEST_BPS ? size : undefined;
  const [named, ...others] = (['cut', 'hike', 'hold'] as const).filter((one) => has('way', one));
  const way = named && others.length === 0 ? named : of ? (of < 0 ? 'cut' : 'hike') : undefined;
  const said = { ...(month && { month }), ...(way && { way }), ...(sizeBps && { sizeBps }) };
  const asked = (asks: OddsAsked['asks']): OddsAsked => ({
    asks,
    places: [
      ...all,
      ...(contract ? [contract.place] : []),
      ...dates,
      ...slotsOf(utterance, 'direction'),
      ...(sizeBps ? amounts : []),
    ],
  });
  const by = month ?? before?.month;
  if (has('rate')) return asked({ ask: 'rate', ...(by && { month: by }) });
  if (has('count') && (has('way') || before?.ask) && way !== 'hold')
    return asked({ ask: 'count', ...(month && { month }), ...(way && { way }) });
  const isSaid = Object.keys(said).length > 0;
  // a hold is neither counted nor a level
  if (before?.ask !== undefined && !(way === 'hold' && before.ask !== 'odds')) {
    const { kind: _, ...same } = before;
    return isSaid ? asked({ ...same, ...said }) : undefined;
  }
  // odds are of one meeting, and not of a year
  return !has('yearEnd') && (isSaid || has('nextOne')) ? asked({ ask: 'odds', ...said }) : undefined;
};
