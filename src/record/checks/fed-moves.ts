import { averageMonthsBetween, calendarDaysBetween } from '../../calendar/index.ts';
import { decisionOn, decisionsBetween, FED_SOURCE, targetRangeOn } from '../../fed/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { defineCheck } from '../check.ts';
import { recomputedFrom, roundsTo } from '../finding.ts';
import { bpValue, countValue, dayValue, givenValue, percentValue, phrase, rangeValue } from '../phrase.ts';

const figure = recomputedFrom([FED_SOURCE]);
const sources = [FED_SOURCE];

const JULY_2024 = { first: isoDate('2024-07-01'), last: isoDate('2024-07-31') };
const SEPTEMBER_2024 = isoDate('2024-09-18');
const SEPTEMBER_2025 = isoDate('2025-09-17');

/** The decision of a day that is on record. */
const decisionOnRecord = (on: IsoDate) => {
  const decision = decisionOn(on);
  if (!decision) throw new Error(`no Fed decision on ${on}`);
  return decision;
};

export const cutOfSeptember2024 = defineCheck({
  id: '000-fed-cut',
  claims: ['000-fed-cut-50'],
  figures: { cut: '000-fed-cut' },
  subject: 'Fed cut on the day the note was finished',
  said: ({ cut }) => phrase`a cut of ${givenValue(cut)}`,
  judge: ({ cut }) => {
    const decision = decisionOnRecord(SEPTEMBER_2024);
    return {
      verdict: decision.change === -cut.value ? 'agrees' : 'disagrees',
      record: phrase`${bpValue(-decision.change)} on ${dayValue(decision.on)}, to ${rangeValue(decision)}.`,
      recomputed: [figure('fed-cut-2024', 'Change of the Fed’s target', decision.change, 'bp', decision.on)],
      sources,
    };
  },
});

/** The highest upper bound of the climb before: the range passed it in September 2022. */
const topOf2018To2019 = (): number =>
  Math.max(...decisionsBetween(isoDate('2018-01-01'), isoDate('2019-12-31')).map(({ upper }) => upper));

export const higherRatesSince2022 = defineCheck({
  id: '000-higher-rates',
  claims: ['000-high-rates-hurt'],
  figures: { span: '000-high-rate-span' },
  subject: 'Span of higher rates',
  said: ({ span }) => phrase`higher rates for the last ${givenValue(span)}`,
  judge: ({ span }) => {
    const top = topOf2018To2019();
    const passed = decisionsBetween(isoDate('2022-01-01'), SEPTEMBER_2024).find(({ upper }) => upper > top);
    if (!passed) throw new Error('the range of 2018 and 2019 was never passed');
    const months = averageMonthsBetween(passed.on, SEPTEMBER_2024);
    return {
      verdict: roundsTo(months, span.value) ? 'agrees' : 'loose',
      record: phrase`above ${percentValue(top)}, the last cycle’s top, since ${dayValue(passed.on)}: ${countValue(Math.round(months))} months. That it hurt is opinion.`,
      consequence: phrase`Rates had been high for another span than the note has it.`,
      flag: phrase`record: since ${dayValue(passed.on)}`,
      recomputed: [figure('high-rate-months', 'Months above the last top', months, 'months', SEPTEMBER_2024)],
      sources,
    };
  },
});

export const cutOfSeptember2025 = defineCheck({
  id: '001-fed-cut',
  claims: ['001-fed-cut-25'],
  figures: { cut: '001-fed-cut' },
  subject: 'Fed cut of September 2025',
  said: ({ cut }) => phrase`${givenValue(cut)}, early on Thursday in Beijing`,
  judge: ({ cut }) => {
    const decision = decisionOnRecord(SEPTEMBER_2025);
    return {
      verdict: decision.change === -cut.value ? 'agrees' : 'disagrees',
      record: phrase`${bpValue(-decision.change)} to ${rangeValue(decision)} on ${dayValue(decision.on)}, still Wednesday in New York.`,
      recomputed: [figure('fed-cut-2025', 'Change of the Fed’s target', decision.change, 'bp', decision.on)],
      sources,
    };
  },
});

export const firstCutInNineMonths = defineCheck({
  id: '001-first-cut-in-nine-months',
  claims: ['001-first-cut-in-nine-months'],
  figures: { months: '001-months-since-cut' },
  subject: 'Months since the cut before September 2025',
  said: ({ months }) => phrase`the first in ${givenValue(months)}`,
  judge: ({ months }) => {
    const before = decisionsBetween(isoDate('2024-01-01'), isoDate('2025-09-16')).findLast(({ change }) => change < 0);
    if (!before) throw new Error('no cut before September 2025');
    const since = averageMonthsBetween(before.on, SEPTEMBER_2025);
    return {
      verdict: roundsTo(since, months.value) ? 'agrees' : 'disagrees',
      record: phrase`the last cut before ${dayValue(SEPTEMBER_2025)} came on ${dayValue(before.on)}, ${countValue(Math.round(since))} months earlier.`,
      recomputed: [figure('months-since-cut', 'Months since the cut before', since, 'months', SEPTEMBER_2025)],
      sources,
    };
  },
});

export const septemberTurnExpected = defineCheck({
  id: '002-september-turn',
  claims: ['002-soft-inflation'],
  subject: 'Turn of the Fed, expected for September 2024',
  said: () => phrase`markets count on a first cut in September`,
  judge: () => {
    const first = decisionsBetween(JULY_2024.first, isoDate('2024-12-31')).find(({ change }) => change < 0);
    if (!first) throw new Error('no cut in 2024');
    return {
      verdict: first.on.startsWith('2024-09') ? 'agrees' : 'loose',
      record: phrase`it came then: ${bpValue(-first.change)} on ${dayValue(first.on)}, after a hold on ${dayValue(JULY_2024.last)}.`,
      sources,
    };
  },
});

export const cutInJuly2024 = defineCheck({
  id: '003-july-2024-cut',
  claims: ['003-west-july-2024-cut'],
  figures: { cut: '003-fed-cut' },
  subject: 'Fed cut that began the easing',
  said: ({ cut }) => phrase`${givenValue(cut)} in July 2024`,
  judge: ({ cut }) => {
    const isThatCut = ({ change }: { readonly change: number }) => change === -cut.value;
    const inJuly = decisionsBetween(JULY_2024.first, JULY_2024.last).find(isThatCut);
    const came = decisionsBetween(JULY_2024.first, isoDate('2025-08-13')).find(isThatCut);
    const held = targetRangeOn(JULY_2024.last);
    if (!came || held.kind !== 'range') throw new Error('no such cut on record');
    return {
      verdict: inJuly ? 'agrees' : 'disagrees',
      record: phrase`held at ${rangeValue(held)} on ${dayValue(JULY_2024.last)}; the ${bpValue(-came.change)} came on ${dayValue(came.on)}.`,
      consequence: phrase`The easing cycle began ${countValue(calendarDaysBetween(JULY_2024.last, came.on) / 7)} weeks later than the note has it.`,
      flag: phrase`record: ${dayValue(came.on)}`,
      recomputed: [figure('fed-july-2024', 'Change of the Fed’s target', 0, 'bp', JULY_2024.last)],
      sources,
    };
  },
});

export const firstCutOf2025Ahead = defineCheck({
  id: '003-first-cut-ahead',
  claims: ['003-west-lower-rates', '003-west-agile'],
  subject: 'First Fed cut of 2025',
  said: () => phrase`still ahead on ${dayValue(isoDate('2025-08-13'))}`,
  judge: () => {
    const first = decisionsBetween(isoDate('2025-01-01'), isoDate('2025-12-31')).find(({ change }) => change < 0);
    if (!first) throw new Error('no cut in 2025');
    return {
      verdict: first.on > '2025-08-13' ? 'agrees' : 'disagrees',
      record: phrase`it came on ${dayValue(first.on)}, ${bpValue(-first.change)} to ${rangeValue(first)}.`,
      recomputed: [figure('first-cut-2025', 'Change of the Fed’s target', first.change, 'bp', first.on)],
      sources,
    };
  },
});

export const finallyGettingCuts = defineCheck({
  id: '004-finally-cuts',
  claims: ['004-finally-cuts'],
  subject: 'Fed cuts for small caps, by August 2025',
  said: () => phrase`coming at last, after years of waiting`,
  judge: () => {
    const before = decisionsBetween(isoDate('2024-01-01'), isoDate('2025-08-25')).filter(({ change }) => change < 0);
    const sum = before.reduce((all, { change }) => all - change, 0);
    const [first, last] = [before[0], before.at(-1)];
    if (!first || !last) return { verdict: 'agrees', record: phrase`no cut since the start of 2024.`, sources };
    return {
      verdict: 'loose',
      record: phrase`${bpValue(sum)} of cuts came already, from ${dayValue(first.on)} to ${dayValue(last.on)}.`,
      consequence: phrase`The cut ahead was the next one, not the first.`,
      flag: phrase`record: ${bpValue(sum)} cut in 2024`,
      recomputed: [figure('fed-cuts-2024', 'Fed cuts of 2024, in all', sum, 'bp', last.on)],
      sources,
    };
  },
});
