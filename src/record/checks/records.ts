import { percentChange } from '../../index-ratio/index.ts';
import { isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { isAbout, isMoreThan, recomputedFrom, roundsTo } from '../finding.ts';
import { changeValue, countValue, dayValue, givenValue, levelValue, percentValue, phrase } from '../phrase.ts';
import { NOTABLE_DAYS, YAHOO_HIGHS } from '../published.ts';

const RECORD_2021 = NOTABLE_DAYS.russellRecordOf2021;
const HIGH_2024 = NOTABLE_DAYS.russellHighOf2024;
const LOW_2025 = NOTABLE_DAYS.russellLowOf2025;
const RECORD_2025 = NOTABLE_DAYS.russellRecordOf2025;
const SP_RECORD = NOTABLE_DAYS.spRecordBeforeAugust25;
const DAY_BEFORE_CUT = isoDate('2025-09-16');
const CUT_DAY = isoDate('2025-09-17');
const MONDAY = isoDate('2025-08-25');

export const intradayHigh = defineCheck({
  id: '001-intraday-high',
  claims: ['001-rut-record-attempt'],
  figures: { high: '001-rut-intraday-high', rise: '001-rut-intraday-rise', close: '001-rut-day-change' },
  days: [DAY_BEFORE_CUT, CUT_DAY],
  subject: 'Russell 2000 on the day of the cut',
  said: ({ high, rise, close }) =>
    phrase`highest at ${givenValue(high)}, up ${givenValue(rise)}; closed up ${givenValue(close)}`,
  judge: ({ high, rise, close }, { market, published }) => {
    const top = published.russellHighs.onTheCut.value;
    const risen = percentChange(market.close('Russell 2000', DAY_BEFORE_CUT), top);
    const closed = market.change(DAY_BEFORE_CUT, CUT_DAY).russell;
    const figure = recomputedFrom([...market.sources, YAHOO_HIGHS]);
    return {
      verdict:
        roundsTo(top, high.value) && roundsTo(risen, rise.value) && roundsTo(closed, close.value)
          ? 'agrees'
          : 'disagrees',
      record: phrase`${levelValue(top)} (${changeValue(risen)}), closed ${levelValue(market.close('Russell 2000', CUT_DAY))} (${changeValue(closed)}).`,
      consequence: phrase`The day’s figures differ from what the note has.`,
      flag: phrase`record: ${levelValue(top)}, close ${changeValue(closed)}`,
      recomputed: [
        figure('russell-high-on-the-cut', 'Russell 2000, highest level of the day', top, 'index points', CUT_DAY),
        figure('russell-rise-on-the-cut', 'Russell 2000, largest rise of the day', risen, '%', CUT_DAY),
        figure('russell-close-on-the-cut', 'Russell 2000, price change', closed, '%', CUT_DAY),
      ],
      sources: [YAHOO_HIGHS],
    };
  },
});

export const firstTimeAbove = defineCheck({
  id: '001-first-time-above',
  claims: ['001-rut-record-attempt'],
  days: [RECORD_2021],
  subject: 'Russell above its record close of November 2021',
  said: () => phrase`for the first time on ${dayValue(CUT_DAY)}`,
  judge: (_, { market, published }) => {
    const close = market.close('Russell 2000', RECORD_2021);
    const { of2024 } = published.russellHighs;
    const figure = recomputedFrom([YAHOO_HIGHS]);
    return {
      verdict: isMoreThan(of2024.value, close) ? 'disagrees' : 'agrees',
      record: phrase`the high of ${dayValue(of2024.on)}, ${levelValue(of2024.value)}, stood above it (${levelValue(close)}) already.`,
      consequence: phrase`The push of ${dayValue(CUT_DAY)} repeated an earlier one; it was not new ground.`,
      flag: phrase`record: higher on ${dayValue(of2024.on)}`,
      recomputed: [
        figure('russell-high-2024', 'Russell 2000, highest level of the day', of2024.value, 'index points', of2024.on),
      ],
      sources: [YAHOO_HIGHS],
    };
  },
});

export const allTimeHigh = defineCheck({
  id: '001-all-time-high',
  claims: ['001-rut-no-new-high'],
  days: [RECORD_2021, CUT_DAY, RECORD_2025],
  subject: 'Russell 2000’s all-time high',
  said: () => phrase`that of November 2021, unbeaten`,
  judge: (_, { market, published }) => {
    const record = market.close('Russell 2000', RECORD_2021);
    const closed = market.close('Russell 2000', CUT_DAY);
    const { of2021, of2024 } = published.russellHighs;
    const isHighestOf2021 = of2021.value >= of2024.value;
    return {
      verdict: closed >= record ? 'disagrees' : isHighestOf2021 ? 'agrees' : 'loose',
      record: phrase`so by closes only (${levelValue(closed)} under ${levelValue(record)}). The highest level of a day was ${levelValue(of2024.value)}, ${dayValue(of2024.on)}.`,
      consequence: phrase`Both were passed on ${dayValue(RECORD_2025)}, with a close of ${levelValue(market.close('Russell 2000', RECORD_2025))}.`,
      flag: phrase`closes only; day’s high ${dayValue(of2024.on)}`,
      recomputed: [
        recomputedFrom(market.sources)(
          'russell-record-2021',
          'Russell 2000, close',
          record,
          'index points',
          RECORD_2021,
        ),
      ],
      sources: [YAHOO_HIGHS],
    };
  },
});

/** "close to", "nearly": within one percent. */
const NEARLY = 1;

const shortOfRecord = (record: number, high: number): number => percentChange(record, high);

export const nearRecordLate2024 = defineCheck({
  id: '001-near-record',
  claims: ['001-near-record-2024'],
  days: [RECORD_2021, HIGH_2024],
  subject: 'Russell 2000 in late 2024',
  said: () => phrase`almost a record`,
  judge: (_, { market }) => {
    const high = market.close('Russell 2000', HIGH_2024);
    const short = shortOfRecord(market.close('Russell 2000', RECORD_2021), high);
    return {
      verdict: isAbout(short, 0, NEARLY) ? 'agrees' : 'loose',
      record: phrase`a close of ${levelValue(high)} on ${dayValue(HIGH_2024)}, ${percentValue(-short)} short of ${levelValue(market.close('Russell 2000', RECORD_2021))}.`,
      consequence: phrase`The record was further off than the note has it.`,
      flag: phrase`record: ${percentValue(-short)} short`,
      recomputed: [
        recomputedFrom(market.sources)(
          'russell-short-of-record',
          'Russell 2000 against its record',
          short,
          '%',
          HIGH_2024,
        ),
      ],
    };
  },
});

export const nearRecordThenFall = defineCheck({
  id: '004-near-record',
  claims: ['004-near-record-2024'],
  days: [RECORD_2021, HIGH_2024, LOW_2025],
  subject: 'Russell 2000 from autumn 2024 to the trade war',
  said: () => phrase`nearly at its top, then a plunge`,
  judge: (_, { market }) => {
    const short = shortOfRecord(market.close('Russell 2000', RECORD_2021), market.close('Russell 2000', HIGH_2024));
    const fall = market.change(HIGH_2024, LOW_2025).russell;
    return {
      verdict: isAbout(short, 0, NEARLY) && fall < 0 ? 'agrees' : 'loose',
      record: phrase`${percentValue(-short)} short of its record on ${dayValue(HIGH_2024)}, then ${changeValue(fall)} to ${dayValue(LOW_2025)}.`,
      consequence: phrase`The record was further off than the note has it.`,
      flag: phrase`record: ${percentValue(-short)} short`,
      recomputed: [
        recomputedFrom(market.sources)('russell-fall-to-april', 'Russell 2000, price change', fall, '%', LOW_2025),
      ],
    };
  },
});

export const spHighsOf2025 = defineCheck({
  id: '001-sp-highs',
  claims: ['001-other-indexes-records', '001-left-out-of-rally'],
  figures: { highs: '001-spx-new-highs' },
  subject: 'S&P 500 highs in 2025',
  said: ({ highs }) => phrase`more than ${givenValue(highs)}, the Russell none`,
  judge: ({ highs }, { published }) => {
    const { value, on, source } = published.spRecordCloses2025;
    return {
      verdict: isMoreThan(value, highs.value) ? 'agrees' : 'disagrees',
      record: phrase`${countValue(value)} record closes to ${dayValue(on)}; the Russell’s first since 2021 came on ${dayValue(RECORD_2025)}.`,
      consequence: phrase`There were fewer records than the note has.`,
      flag: phrase`record: ${countValue(value)} record closes`,
      recomputed: [recomputedFrom([source])('sp-record-closes-2025', 'S&P 500, record closes', value, 'count', on)],
      sources: [source],
    };
  },
});

export const noRecordSince2021 = defineCheck({
  id: '004-no-record',
  claims: ['004-no-record-since-2021'],
  days: [RECORD_2021, SP_RECORD, MONDAY, RECORD_2025],
  subject: 'Record closes up to August 2025',
  said: () => phrase`many for the S&P, none for the Russell since 2021`,
  judge: (_, { market }) => {
    const record = market.close('Russell 2000', RECORD_2021);
    return {
      verdict: market.close('Russell 2000', MONDAY) < record ? 'agrees' : 'disagrees',
      record: phrase`S&P’s newest ${dayValue(SP_RECORD)}; the Russell’s ${levelValue(record)} of ${dayValue(RECORD_2021)} stood until ${dayValue(RECORD_2025)}.`,
      consequence: phrase`The Russell had closed higher by then.`,
      flag: phrase`record: already passed`,
      recomputed: [
        recomputedFrom(market.sources)(
          'sp-record-august-2025',
          'S&P 500, close',
          market.close('S&P 500', SP_RECORD),
          'index points',
          SP_RECORD,
        ),
      ],
    };
  },
});
