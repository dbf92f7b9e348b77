import { addDays, dateFrom, monthsBefore, yearOf } from '../../calendar/index.ts';
import { type Place, slotsOf, type Utterance } from '../../language/index.ts';
import { lengthsIn, type Period } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import type { RotationQuestion } from './question.ts';
import { BARE, isInPeriod, type RotationWords, startLabels } from './read-said.ts';

/** `vs end of 2024`, `vs a month ago`: from then to the newest close. */
export const isAgainst = ({ words }: Utterance, place: Place | undefined): boolean =>
  /^(?:vs|versus|v|against|than)$/.test(
    words.slice(0, place?.from).findLast((word) => !/^(?:the|a|at|where|we|in|were)$/.test(word)) ?? '',
  );

/** A period's own change counts from the close before it. */
export const overPeriod = ({ first, last }: Period, today: IsoDate | undefined): RotationQuestion => ({
  ...BARE,
  from: addDays(first, -1),
  ...(today !== undefined && last >= today ? {} : { to: last }),
});

/** A high is looked for from a day on: `the march 21 peak` is the high since then. */
export const limitsOf = (
  { days, utterance }: RotationWords,
  span: RotationQuestion | undefined,
): Partial<RotationQuestion> => {
  const [peak] = days.alone;
  const isOfThen =
    peak && peak.first < peak.last && isInPeriod(utterance) && !/\bhow far\b|\bthan\b/.test(utterance.joined);
  if (peak && days.alone.length === 1) return { from: peak.first, ...(isOfThen && { to: peak.last }) };
  const { at: _, ...limits } = span ?? BARE;
  return limits;
};

const COMPARED = /\b20\d\d (?:against|vs|versus|v|compared (?:with|to)|or) (?:in )?20\d\d\b/;

/** `2024 against 2025`: each of the two; none where no two are set against one another. */
export const yearsCompared = (
  { days, utterance }: RotationWords,
  today: IsoDate | undefined,
): readonly RotationQuestion[] =>
  days.alone.length === 2 && COMPARED.test(utterance.joined) ? days.alone.map((one) => overPeriod(one, today)) : [];

/** What the days of an utterance make of a question; undefined where it says none. */
export const spanned = (
  { days, start, ago, isPerformance, phrases, utterance }: RotationWords,
  today: IsoDate | undefined,
): RotationQuestion | undefined => {
  const { since, until, alone } = days;
  const [one] = alone;
  if (since && until) return { ...BARE, from: since.first, to: until.last };
  if (startLabels(phrases, utterance).length > 0 && one && alone.length === 1 && one.first === one.last)
    return { ...BARE, from: one.first };
  if (since) return { ...BARE, from: since.first, ...(one && { to: one.last }) };
  if (start?.ytd && one && one.first !== one.last) return start;
  if (start) return { ...start, ...(until && { to: until.last }) };
  if (ago) {
    const isChange =
      utterance.words.includes('since') ||
      (isPerformance && !(phrases.has('level', 'level') && utterance.words.includes('where'))) ||
      isAgainst(
        utterance,
        lengthsIn(utterance).find(({ isAgo }) => isAgo),
      );
    return isChange ? { ...BARE, back: ago } : { ...BARE, at: ago };
  }
  if (alone.length === 2) {
    const [from, to] = [(one as Period).first, (alone[1] as Period).last];
    // "27 oct and boxing day 23": of that year, or of the one before
    const same = dateFrom(yearOf(to), Number(from.slice(5, 7)), Number(from.slice(8)));
    const start = from <= to ? from : same <= to ? same : monthsBefore(same, 12);
    return { ...BARE, from: start, to };
  }
  if (one === undefined) return undefined;
  if (slotsOf(utterance, 'date').some(({ said }) => said === 'yesterday') && isPerformance)
    return { ...BARE, sessions: 1 };
  const isDay = one.first === one.last;
  const [date] = slotsOf(utterance, 'date');
  if (isDay && date && alone.length === 1 && isAgainst(utterance, date)) return { ...BARE, from: one.first };
  // "the fed raised on 16 september and since then"
  if (isDay && phrases.has('sinceThen')) return { ...BARE, from: one.first };
  const isClose =
    isDay &&
    utterance.words.some((word) => /^(?:clos(?:e|ed|es|ing)|finish|finished|settled?|stand|stood)$/.test(word));
  const isLevel = (phrases.has('level') || utterance.words.includes('ratio')) && !isPerformance;
  return isLevel || isClose || (isDay && !isPerformance) ? { ...BARE, at: one.last } : overPeriod(one, today);
};
