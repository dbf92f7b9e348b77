import { calendarDaysBetween } from '../../calendar/index.ts';
import { changeBetween, percentChange, type RatioChange } from '../../index-ratio/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { type Check, defineCheck, type Judgement } from '../check.ts';
import type { SwedishCloses } from '../closes.ts';
import { recomputedFrom } from '../finding.ts';
import { changeValue, countValue, dayValue, percentValue, phrase } from '../phrase.ts';
import { NASDAQ, RIKSBANK_RATE } from '../published.ts';

const WRITTEN = isoDate('2024-09-18');

export const riksbankEasing = defineCheck({
  id: '000-riksbank',
  claims: ['000-riksbank-easing'],
  subject: 'Start of easing at the Riksbank',
  said: () => phrase`expected in the months after ${dayValue(WRITTEN)}`,
  judge: (_, { published: { riksbankCuts } }) => {
    const [first, second] = riksbankCuts;
    const made = riksbankCuts.filter(({ on }) => on < WRITTEN);
    const sources = riksbankCuts.map(({ source }) => source);
    return {
      verdict: made.length > 0 ? 'disagrees' : 'agrees',
      record: phrase`it had cut already: to ${percentValue(first.value)} on ${dayValue(first.on)} and to ${percentValue(second.value)} on ${dayValue(second.on)}.`,
      consequence: phrase`Swedish easing was ${countValue(made.length)} cuts old when the note was written.`,
      flag: phrase`record: easing since ${dayValue(first.on)}`,
      recomputed: riksbankCuts.map(({ value, on, source }) =>
        recomputedFrom([source])(`riksbank-${on}`, 'Riksbank policy rate', value, '%', on),
      ),
      sources,
    };
  },
});

export const swedishIndexName = defineCheck({
  id: '000-swedish-index',
  claims: ['000-sweden-small-ahead'],
  subject: 'Name of the Swedish small-cap index',
  said: () => phrase`OMXSSPI in one place, OMXSSCPI in another`,
  judge: () => ({
    verdict: 'loose',
    record: phrase`one index, two spellings: Nasdaq lists OMX Stockholm Small Cap, price index, as OMXSSCPI.`,
    consequence: phrase`Ask a data provider for OMXSSCPI.`,
    flag: phrase`Nasdaq’s symbol: OMXSSCPI`,
    sources: [NASDAQ],
  }),
});

/** Days on which the Riksbank took its rate to zero, and up from there. */
const [LOW_FROM, LOW_TO] = [isoDate('2014-10-28'), isoDate('2022-04-28')];
const A_YEAR_ON = isoDate('2025-09-18');
/** A lead that can be seen in a chart, percent of the ratio. */
const CLEAR = 5;
const DAYS_A_YEAR = 365.25;
/** A past of less than so many days says nothing of how it was before. */
const LEAST_PAST = 365;

type Moved = Extract<RatioChange, { kind: 'change' }>;

const moved = ({ series }: SwedishCloses, from: IsoDate, to: IsoDate): Moved | undefined => {
  const change = changeBetween(series, from, to);
  return change.kind === 'change' && to <= (series.dates.at(-1) as IsoDate) ? change : undefined;
};

interface SwedishPast {
  readonly first: IsoDate;
  readonly whole: Moved;
  readonly before: Moved;
  readonly low: Moved;
  readonly after: Moved;
}

/** From the file's first close to the note, and the years at or below zero apart; undefined where the file is too short. */
const pastOf = (sweden: SwedishCloses): SwedishPast | undefined => {
  const first = sweden.series.dates[0] as IsoDate;
  if (calendarDaysBetween(first, LOW_FROM) < LEAST_PAST) return undefined;
  const [whole, before, low, after] = [
    moved(sweden, first, WRITTEN),
    moved(sweden, first, LOW_FROM),
    moved(sweden, LOW_FROM, LOW_TO),
    moved(sweden, LOW_TO, WRITTEN),
  ];
  return whole && before && low && after ? { first, whole, before, low, after } : undefined;
};

/** The ratio's change a year, percent, over spans that need not touch. */
const aYear = (...spans: readonly Moved[]): number => {
  const days = spans.reduce((sum, { from, to }) => sum + calendarDaysBetween(from, to), 0);
  const growth = spans.reduce((product, { ratio }) => product * (1 + ratio / 100), 1);
  return (growth ** (DAYS_A_YEAR / days) - 1) * 100;
};

const uncheckable = (sweden: SwedishCloses | undefined): Judgement => ({
  verdict: 'cannot be checked',
  record: sweden
    ? phrase`the file's closes run from ${dayValue(sweden.series.dates[0] as IsoDate)} to ${dayValue(sweden.series.dates.at(-1) as IsoDate)}: too short.`
    : phrase`no history of the Swedish small-cap index is at hand.`,
});

const figuresOf = ({ source }: SwedishCloses, { numerator, denominator, ratio, to }: Moved, name: string) => {
  const figure = recomputedFrom([source]);
  return [
    figure(`omxsscpi-${name}`, 'OMXSSCPI, price change', numerator, '%', to),
    figure(`omxs30-${name}`, 'OMXS30, price change', denominator, '%', to),
    figure(`omxsscpi-omxs30-${name}`, 'OMXSSCPI ÷ OMXS30, change', ratio, '%', to),
  ];
};

export const swedishSmallCaps = defineCheck({
  id: '000-swedish-small-caps',
  claims: ['000-sweden-small-ahead', '000-sweden-low-rate-record'],
  subject: 'Swedish small caps against large ones',
  said: () => phrase`clearly ahead, above all when rates were low`,
  judge: (_, { sweden }) => {
    const past = sweden && pastOf(sweden);
    if (sweden === undefined || past === undefined) return uncheckable(sweden);
    const { first, whole, before, low, after } = past;
    const [lowPace, otherPace] = [aYear(low), aYear(before, after)];
    const isAhead = whole.ratio > CLEAR;
    return {
      verdict: whole.ratio <= 0 ? 'disagrees' : isAhead && lowPace > otherPace ? 'agrees' : 'loose',
      record: phrase`OMXSSCPI ${changeValue(whole.numerator)}, OMXS30 ${changeValue(whole.denominator)} from ${dayValue(first)} to ${dayValue(WRITTEN)}; their ratio ${changeValue(lowPace)} a year with the Riksbank at or below zero, ${changeValue(otherPace)} in other years.`,
      consequence: isAhead
        ? phrase`Low rates are not what sets those years apart.`
        : phrase`The Swedish lead is smaller than the note has it.`,
      flag: phrase`record: ratio ${changeValue(whole.ratio)}`,
      recomputed: figuresOf(sweden, whole, 'to-the-note'),
      sources: [sweden.source, RIKSBANK_RATE],
    };
  },
});

/** A check that only a file with the Swedish pair brings. */
const whereSweden =
  (check: Check): Check =>
  (index, facts) =>
    facts.sweden === undefined ? undefined : check(index, facts);

export const swedishLeadBegan = whereSweden(
  defineCheck({
    id: '000-swedish-lead-began',
    claims: ['000-sweden-low-rates-lever'],
    subject: 'Beginning of the Swedish small-cap lead',
    said: () => phrase`when rates were near zero or below`,
    judge: (_, { sweden }) => {
      const past = sweden && pastOf(sweden);
      if (sweden === undefined || past === undefined) return uncheckable(sweden);
      const { first, before, low } = past;
      const isNew = before.ratio <= CLEAR && low.ratio > CLEAR;
      return {
        verdict: isNew ? 'agrees' : low.ratio > CLEAR ? 'loose' : 'disagrees',
        record: phrase`OMXSSCPI ÷ OMXS30 ${changeValue(before.ratio)} from ${dayValue(first)} to ${dayValue(LOW_FROM)}, when the Riksbank went to zero, and ${changeValue(low.ratio)} from then to ${dayValue(LOW_TO)}.`,
        consequence: phrase`Low rates did not begin it.`,
        flag: phrase`record: ${changeValue(before.ratio)} before zero`,
        recomputed: [...figuresOf(sweden, before, 'before-zero'), ...figuresOf(sweden, low, 'at-zero')],
        sources: [sweden.source, RIKSBANK_RATE],
      };
    },
  }),
);

export const swedishPreference = whereSweden(
  defineCheck({
    id: '000-swedish-preference',
    claims: ['000-j-sweden-preference'],
    days: [WRITTEN, A_YEAR_ON],
    subject: 'OMXSSCPI over OMXS30, or Russell over S&P',
    said: () => phrase`the Swedish small caps, if one had to choose`,
    judge: (_, { sweden, market }) => {
      const swedish = sweden && moved(sweden, WRITTEN, A_YEAR_ON);
      if (sweden === undefined || swedish === undefined) return uncheckable(sweden);
      const us = percentChange(market.ratio(WRITTEN), market.ratio(A_YEAR_ON));
      return {
        verdict: swedish.ratio > us ? 'agrees' : 'disagrees',
        record: phrase`in the year to ${dayValue(A_YEAR_ON)} OMXSSCPI ÷ OMXS30 ${changeValue(swedish.ratio)}, Russell ÷ S&P ${changeValue(us)}.`,
        consequence: phrase`The note gives no horizon; over its first year it proved wrong.`,
        flag: phrase`proved wrong`,
        recomputed: figuresOf(sweden, swedish, 'after-the-note'),
        sources: [sweden.source],
      };
    },
  }),
);
