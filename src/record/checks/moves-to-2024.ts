import { averageMonthsBetween } from '../../calendar/index.ts';
import { isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { isAbout, isJustUnder, recomputedFrom, roundsTo } from '../finding.ts';
import { changeValue, countValue, dayValue, givenValue, phrase } from '../phrase.ts';
import { NOTABLE_DAYS, YAHOO } from '../published.ts';

const RUSSELL = 'Russell 2000, price change';
const SP = 'S&P 500, price change';

const JULY_9 = isoDate('2024-07-09');
const JULY_23 = isoDate('2024-07-23');
const JULY_25 = isoDate('2024-07-25');

export const russellSinceJuly9 = defineCheck({
  id: '002-russell-since-9-july',
  claims: ['002-russell-since-9-july'],
  figures: { rise: '002-rut-since-9-july' },
  days: [JULY_9, JULY_23, JULY_25],
  subject: 'Russell 2000 from 9 Jul 2024',
  said: ({ rise }) => phrase`up by just under ${givenValue(rise)}`,
  judge: ({ rise }, { market }) => {
    const written = market.change(JULY_9, JULY_25).russell;
    return {
      // "just under": by less than one percentage point
      verdict: isJustUnder(written, rise.value, 1) ? 'agrees' : 'loose',
      record: phrase`${changeValue(written)} to ${dayValue(JULY_25)}; ${changeValue(market.change(JULY_9, JULY_23).russell)} to ${dayValue(JULY_23)}.`,
      consequence: phrase`The rise depends on the day it is counted to.`,
      flag: phrase`record: ${changeValue(written)}`,
      recomputed: [recomputedFrom(market.sources)('russell-since-9-july', RUSSELL, written, '%', JULY_25)],
    };
  },
});

/** "gone nowhere": by no more than one percent either way. */
const NOWHERE = 1;

export const spSinceJuly9 = defineCheck({
  id: '002-sp-since-9-july',
  claims: ['002-russell-since-9-july'],
  days: [JULY_9, JULY_23, JULY_25],
  subject: 'S&P 500 from 9 Jul 2024',
  said: () => phrase`no headway, while the Russell rose`,
  judge: (_, { market }) => {
    const written = market.change(JULY_9, JULY_25);
    const before = market.change(JULY_9, JULY_23);
    const fits = (moved: number) => isAbout(moved, 0, NOWHERE);
    const figure = recomputedFrom(market.sources);
    return {
      verdict: fits(written.sp) ? 'agrees' : fits(before.sp) ? 'loose' : 'disagrees',
      record: phrase`${changeValue(written.sp)} to ${dayValue(JULY_25)}, ${changeValue(before.sp)} to ${dayValue(JULY_23)}.`,
      consequence: phrase`The Russell’s lead by ${dayValue(JULY_25)} was ${changeValue(written.lead)}: wider than its own rise.`,
      flag: phrase`record: S&P ${changeValue(written.sp)} to ${dayValue(JULY_25)}`,
      recomputed: [
        figure('sp-since-9-july', SP, written.sp, '%', JULY_25),
        figure('sp-9-to-23-july', SP, before.sp, '%', JULY_23),
      ],
    };
  },
});

const OCTOBER_END = isoDate('2023-10-31');
const BEFORE_CHRISTMAS = isoDate('2023-12-22');
const AFTER_CHRISTMAS = isoDate('2023-12-26');
const JANUARY_END = isoDate('2024-01-31');
const LOW_2023 = NOTABLE_DAYS.lowOf2023;

export const late2023 = defineCheck({
  id: '002-late-2023',
  claims: ['002-late-2023-rally'],
  figures: { sp: '002-spx-late-2023', russell: '002-rut-late-2023' },
  days: [LOW_2023, OCTOBER_END, BEFORE_CHRISTMAS, AFTER_CHRISTMAS],
  subject: 'S&P and Russell, end of October to Christmas 2023',
  said: ({ sp, russell }) => phrase`up ${givenValue(sp)} and ${givenValue(russell)}`,
  judge: ({ sp, russell }, { market }) => {
    const asWritten = market.change(OCTOBER_END, BEFORE_CHRISTMAS);
    const fromTheLow = market.change(LOW_2023, AFTER_CHRISTMAS);
    const fits = (moved: typeof asWritten) => roundsTo(moved.sp, sp.value) && roundsTo(moved.russell, russell.value);
    const figure = recomputedFrom(market.sources);
    return {
      verdict: fits(asWritten) ? 'agrees' : fits(fromTheLow) ? 'loose' : 'disagrees',
      record: phrase`${changeValue(asWritten.sp)} and ${changeValue(asWritten.russell)}. From the low of ${dayValue(LOW_2023)} to ${dayValue(AFTER_CHRISTMAS)}: ${changeValue(fromTheLow.sp)} and ${changeValue(fromTheLow.russell)}.`,
      consequence: phrase`The note’s rises start at a trough; from the month’s end the Russell’s lead was ${changeValue(asWritten.lead)}.`,
      flag: phrase`record: ${changeValue(asWritten.sp)} and ${changeValue(asWritten.russell)}`,
      recomputed: [
        figure('sp-late-2023', SP, asWritten.sp, '%', BEFORE_CHRISTMAS),
        figure('russell-late-2023', RUSSELL, asWritten.russell, '%', BEFORE_CHRISTMAS),
        figure('sp-from-the-low-2023', SP, fromTheLow.sp, '%', AFTER_CHRISTMAS),
        figure('russell-from-the-low-2023', RUSSELL, fromTheLow.russell, '%', AFTER_CHRISTMAS),
      ],
    };
  },
});

export const leadFaded = defineCheck({
  id: '002-lead-faded',
  claims: ['002-lead-faded'],
  days: [LOW_2023, AFTER_CHRISTMAS, JANUARY_END],
  subject: 'Russell’s lead over the S&P by the end of January 2024',
  said: () => phrase`nearly gone`,
  judge: (_, { market }) => {
    const end = market.change(LOW_2023, JANUARY_END);
    const widest = market.change(LOW_2023, AFTER_CHRISTMAS);
    return {
      // nearly gone: no more than a quarter of it left
      verdict: end.lead <= widest.lead / 4 ? 'agrees' : 'loose',
      record: phrase`${changeValue(end.lead)} left of ${changeValue(widest.lead)} since the low of ${dayValue(LOW_2023)} (${changeValue(end.russell)} against ${changeValue(end.sp)}).`,
      consequence: phrase`More of the lead was left than the note has it.`,
      flag: phrase`record: ${changeValue(end.lead)} left`,
      recomputed: [
        recomputedFrom(market.sources)('lead-left-2024', 'Russell’s lead over the S&P, %', end.lead, '%', JANUARY_END),
      ],
    };
  },
});

const SPANS = [isoDate('2004-07-09'), isoDate('2014-07-09'), isoDate('2019-07-09')] as const;

/** "almost any": nine windows in ten. */
const ALMOST_ANY = 90;

export const largeBeatSmall = defineCheck({
  id: '002-large-beat-small',
  claims: ['002-large-beat-small'],
  figures: { span: '002-large-lead-span' },
  days: [...SPANS, JULY_9],
  subject: 'Large caps against small ones',
  said: ({ span }) => phrase`large ahead over nearly any part of ${givenValue(span)}`,
  judge: (_, { market, published: { oneYearWindowsLargeLed: windows } }) => {
    const moved = SPANS.map((from) => market.change(from, JULY_9));
    const twenty = market.change(SPANS[0], JULY_9);
    const figure = recomputedFrom(market.sources);
    const isEverySpan = moved.every(({ lead }) => lead < 0);
    const isSome = moved.some(({ lead }) => lead < 0);
    return {
      verdict: isEverySpan && windows.value >= ALMOST_ANY ? 'agrees' : isSome ? 'loose' : 'disagrees',
      record: [
        ...phrase`true of ${countValue(5)}, ${countValue(10)} and ${countValue(20)} years to ${dayValue(JULY_9)}`,
        ...phrase`, but of ${givenValue({ value: Math.round(windows.value), unit: '%' })} of one-year windows only.`,
      ],
      consequence: phrase`Say which reading: over ${countValue(20)} years S&P ${changeValue(twenty.sp)}, Russell ${changeValue(twenty.russell)}; over one year nearly a coin’s toss.`,
      flag: phrase`record: ${givenValue({ value: Math.round(windows.value), unit: '%' })} of one-year windows`,
      recomputed: [
        figure('sp-20-years', SP, twenty.sp, '%', JULY_9),
        figure('russell-20-years', RUSSELL, twenty.russell, '%', JULY_9),
        recomputedFrom([windows.source])(
          'one-year-windows-large-led',
          'One-year windows of 20 years that large caps led',
          windows.value,
          '%',
          windows.on,
        ),
      ],
    };
  },
});

export const bullMarket = defineCheck({
  id: '002-bull-market',
  claims: ['002-case-for-rebalancing'],
  figures: { age: '002-bull-market-age' },
  subject: 'Age of the bull market in July 2024',
  said: ({ age }) => phrase`a little under ${givenValue(age)}`,
  judge: ({ age }) => {
    const months = averageMonthsBetween(NOTABLE_DAYS.spLow, JULY_25);
    return {
      // "near two years": by less than a quarter
      verdict: isJustUnder(months, age.value, 3) ? 'agrees' : 'loose',
      record: phrase`the S&P’s lowest close was on ${dayValue(NOTABLE_DAYS.spLow)}, ${countValue(Math.round(months))} months before ${dayValue(JULY_25)}.`,
      consequence: phrase`The bull market was younger or older than the note has it.`,
      flag: phrase`record: ${countValue(Math.round(months))} months`,
      recomputed: [recomputedFrom([YAHOO])('bull-market-age', 'Months since the low', months, 'months', JULY_25)],
      sources: [YAHOO],
    };
  },
});
