import { RECESSION_SOURCE, RECESSIONS, type Recession } from '../../calendar/index.ts';
import { type IsoDate, isoDate, type Percent } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { type CloseLookup, type MarketOnDays, marketOn } from '../closes.ts';
import { recomputedFrom } from '../finding.ts';
import { changeValue, countValue, dayValue, listedValues, percentValue, phrase, yearValue } from '../phrase.ts';

/** The last sessions of the months of peak and trough, by the month of the peak. */
const LAST_SESSIONS: ReadonlyMap<string, readonly [from: IsoDate, to: IsoDate]> = new Map([
  ['1990-07', [isoDate('1990-07-31'), isoDate('1991-03-28')]],
  ['2001-03', [isoDate('2001-03-30'), isoDate('2001-11-30')]],
  ['2007-12', [isoDate('2007-12-31'), isoDate('2009-06-30')]],
  ['2020-02', [isoDate('2020-02-28'), isoDate('2020-04-30')]],
]);

const DAYS = [...LAST_SESSIONS.values()].flat();

/** One recession, and by how much the Russell 2000 beat the S&P 500 in it. */
interface RecessionLead extends Recession {
  /** The change of the ratio, percent: positive where the Russell led. */
  readonly lead: Percent;
}

const leadsIn = (market: MarketOnDays): readonly RecessionLead[] =>
  RECESSIONS.flatMap((recession) => {
    const days = LAST_SESSIONS.get(recession.peak);
    return days === undefined ? [] : [{ ...recession, lead: market.change(...days).lead }];
  });

/** In how many recessions the Russell 2000 led, and of how many. */
export interface RecessionTally {
  readonly led: number;
  readonly of: number;
}

/**
 * Counts the recessions in which the Russell 2000 beat the S&P 500, from the close of the peak's month to that of the
 * trough's, price only.
 *
 * @returns undefined where a close is not at hand
 * @example recessionTally(CITED_CLOSES) // 3 of 4: behind in 2020 only
 */
export const recessionTally = (closes: CloseLookup): RecessionTally | undefined => {
  const read = marketOn(closes, DAYS);
  if (read.kind !== 'market') return undefined;
  const leads = leadsIn(read.market);
  return { led: leads.filter(({ lead }) => lead > 0).length, of: leads.length };
};

const yearOf = ({ peak }: Recession) => yearValue(Number(peak.slice(0, 4)));

export const smallCapsInRecessions = defineCheck({
  id: '000-recessions',
  claims: ['000-j-recession', '004-calvasina-mixed-blessing'],
  days: DAYS,
  subject: 'Small caps in a recession',
  said: () => phrase`first to fall, and last of all`,
  judge: (_, { market }) => {
    const leads = leadsIn(market);
    const led = leads.filter(({ lead }) => lead > 0);
    const worst = [...leads].sort((one, other) => one.lead - other.lead)[0] as RecessionLead;
    return {
      verdict: led.length === 0 ? 'agrees' : 'loose',
      record: [
        ...phrase`by NBER months the Russell led in ${countValue(led.length)} of ${countValue(leads.length)}`,
        ...(led.length > 0 ? [': ', ...listedValues(led.map(yearOf))] : []),
        ...phrase`; ${changeValue(worst.lead)} in ${yearOf(worst)}.`,
      ],
      consequence: phrase`Only ${yearOf(worst)} fits, and ${countValue(leads.length)} recessions are few; falls before them do not count.`,
      flag: phrase`record: small caps ahead in ${countValue(led.length)} of ${countValue(leads.length)} recessions`,
      recomputed: leads.map(({ peak, trough, lead }) =>
        recomputedFrom([...market.sources, RECESSION_SOURCE])(
          `recession-${peak}`,
          `Russell’s lead over the S&P, %, recession from ${peak} to ${trough}`,
          lead,
          '%',
          (LAST_SESSIONS.get(peak) as readonly [IsoDate, IsoDate])[1],
        ),
      ),
      sources: [RECESSION_SOURCE],
    };
  },
});

const END_2022 = isoDate('2022-12-30');
const CUT_DAY = isoDate('2025-09-17');

export const hitHardSince2022 = defineCheck({
  id: '001-hit-hard',
  claims: ['001-soft-landing-rotation', '001-hard-years'],
  days: [END_2022, CUT_DAY],
  subject: 'Small caps since the end of 2022',
  said: () => phrase`hit hard, and without a lasting bull market`,
  judge: (_, { market }) => {
    const moved = market.change(END_2022, CUT_DAY);
    const figure = recomputedFrom(market.sources);
    return {
      verdict: moved.russell < 0 ? 'agrees' : moved.lead < 0 ? 'loose' : 'disagrees',
      record: phrase`Russell ${changeValue(moved.russell)}, S&P ${changeValue(moved.sp)} from ${dayValue(END_2022)} to ${dayValue(CUT_DAY)}.`,
      consequence: phrase`Left behind rather than hit: it rose, while Russell ÷ S&P lost ${percentValue(-moved.lead)}.`,
      flag: phrase`record: Russell ${changeValue(moved.russell)}, S&P ${changeValue(moved.sp)}`,
      recomputed: [
        figure('russell-since-2022', 'Russell 2000, price change', moved.russell, '%', CUT_DAY),
        figure('sp-since-2022', 'S&P 500, price change', moved.sp, '%', CUT_DAY),
      ],
    };
  },
});
