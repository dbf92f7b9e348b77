import { wholeMonthsBetween } from '../calendar/index.ts';
import { latestPrintedReading, type PrintedReading, percentChange } from '../index-ratio/index.ts';
import { type Library, type Stance, selectViews, stanceCounts } from '../notes/index.ts';
import { type BasisPoints, type IsoDate, utcDateOf } from '../units.ts';
import type { AnsweredView, DatedView } from './answered.ts';
import { cited, dated } from './claims.ts';
import type { Facts } from './facts.ts';
import type { DatedReading } from './readings.ts';

/** What stands behind a rate move whatever its size: who says what, and where the market stands. */
export interface Background {
  readonly bullish: readonly DatedView[];
  readonly bearish: readonly DatedView[];
  readonly views: readonly AnsweredView[];
  readonly voices: Readonly<Record<Stance, number>>;
  readonly reading?: DatedReading;
}

const VIEWS_A_SIDE = 2;

const datedReading = (readings: readonly PrintedReading[], today: IsoDate): DatedReading | undefined => {
  const newest = latestPrintedReading(readings, today);
  if (newest === undefined) return undefined;
  const before = latestPrintedReading(
    readings.filter(({ on }) => on < newest.on),
    today,
  );
  return {
    ...newest,
    monthsOld: wholeMonthsBetween(newest.on, today),
    ...(before && { before, changeSince: percentChange(before.level, newest.level) }),
  };
};

const lookUp = (facts: Facts, move: BasisPoints, today: IsoDate): Background => {
  const { notes, market } = facts;
  const side = (stance: Stance) =>
    selectViews(notes, stance, move, today, VIEWS_A_SIDE).map((view) => dated(view, facts));
  const [bullish, bearish] = [side('bullish'), side('bearish')];
  const reading = datedReading(market.readings, today);
  return {
    bullish,
    bearish,
    views: [...bullish, ...bearish].map(cited),
    voices: stanceCounts(notes.views),
    ...(reading && { reading }),
  };
};

interface Remembered {
  readonly market: Facts['market'];
  readonly today: IsoDate;
  readonly background: Background;
}

/** The last background of each library, for cuts and for the rest: it changes with the day, not with the question. */
const remembered = { cut: new WeakMap<Library, Remembered>(), other: new WeakMap<Library, Remembered>() };

export const backgroundOf = (facts: Facts, move: BasisPoints): Background => {
  const memory = remembered[move < 0 ? 'cut' : 'other'];
  const today = utcDateOf(facts.now);
  const known = memory.get(facts.notes);
  if (known?.today === today && known.market === facts.market) return known.background;
  const background = lookUp(facts, move, today);
  memory.set(facts.notes, { market: facts.market, today, background });
  return background;
};
