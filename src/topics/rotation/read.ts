import { marked, overlaps, type Place, slotsOf, strangeIn, wholeOf } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { Benchmark, RotationQuestion } from './question.ts';
import { isTurned, rotationFollowUp } from './read-follow-ups.ts';
import { nameOf } from './read-names.ts';
import { BARE, FIRST_CUT, limitsOf, type RotationWords, rotationWordsIn, spanned } from './read-said.ts';

/** Cutting paused for nine months: another first cut. */
const RESUMED = isoDate('2025-09-17');

const benchmarkIn = (said: RotationWords): Reading | undefined => {
  const [mark] = said.phrases.of('benchmark');
  if (!mark) return undefined;
  const isOurs =
    said.phrases.has('subject') &&
    (said.phrases.has('compare') || said.phrases.has('verb') || said.phrases.has('subject', 'ratio'));
  const isNamed = ['total return', 'equal weight'].includes(mark.value) && said.phrases.has('subject');
  const isPair = mark.value === 'IWM and SPY' && (said.days.places.length > 0 || said.start !== undefined);
  if (!isOurs && !isNamed && !isPair) return undefined;
  return {
    asks: { ...BARE, benchmark: mark.value as Benchmark },
    name: `Against ${mark.value}`,
    how: 'exact',
    uses: [wholeOf(said.utterance)],
  };
};

/** Words of views, rates, companies and forecasts: what is asked is theirs, where it is not of our own words. */
const isElsewhere = ({ utterance, phrases }: RotationWords): boolean => {
  const own = [...phrases.of('leg'), ...phrases.of('rates')];
  const isTheirs = (place: Place): boolean => !own.some((one) => overlaps(one, place));
  return (
    phrases.of('other').some(isTheirs) ||
    marked(utterance, 'parameter').some(isTheirs) ||
    slotsOf(utterance, 'who').length > 0 ||
    slotsOf(utterance, 'note').length > 0 ||
    marked(utterance, 'odds').length > 0 ||
    slotsOf(utterance, 'amount').some(({ unit }) => unit === 'bp' || unit === '%' || unit === 'x')
  );
};

const readingOf = (said: RotationWords, asks: RotationQuestion, isOffer = false): Reading => ({
  asks: { ...asks, ...(said.phrases.has('csv') && { csv: true as const }) },
  name: nameOf(asks),
  how: 'exact',
  uses: [
    ...said.places,
    ...marked(said.utterance, 'fed'),
    ...slotsOf(said.utterance, 'direction').filter((one) => said.phrases.all.some((mark) => overlaps(mark, one))),
  ],
  ...(isOffer && { isOffer: true as const }),
  ...(said.phrases.has('first') &&
    asks.from === FIRST_CUT && { others: [{ name: 'Since cuts resumed', question: { ...asks, from: RESUMED } }] }),
});

/** What an utterance asks by itself. */
const opening = (said: RotationWords, today: IsoDate | undefined): RotationQuestion | undefined => {
  const { phrases, index, distance, level } = said;
  const isBoth = phrases.has('subject', 'ratio') || (phrases.has('subject', 'rut') && phrases.has('subject', 'spx'));
  const isSubject = phrases.has('subject');
  const span = spanned(said, today);
  if (distance) {
    const isIts = said.utterance.words.some((word) => /^(?:its|it|their|they|we)$/.test(word));
    if (!isSubject && !isIts && span?.back === undefined) return undefined;
    return { ...BARE, ...limitsOf(said, span), distance, ...(index && { index }) };
  }
  if (phrases.has('rates', 'whole') || (phrases.has('rates') && (isSubject || said.isPerformance)))
    return { ...BARE, rates: true };
  if (phrases.has('cycles') && (isSubject || said.isPerformance)) return { ...BARE, cycles: true };
  if (/^since (?:the )?last (?:cut|hike|move)$/.test(said.utterance.words.join(' '))) return span;
  if (!isSubject) return undefined;
  const withIndex = (question: RotationQuestion): RotationQuestion =>
    question.at !== undefined && index ? { ...question, index } : question;
  if (
    level !== undefined &&
    phrases.all.some(({ value }) => value === 'ratio') &&
    said.utterance.words.includes('rotation')
  )
    return { ...BARE, level };
  if (level !== undefined) return undefined;
  if (span) return withIndex(span);
  if (phrases.has('csv') && isBoth) return BARE;
  // how it stands now; the ratio by its bare name is told with what the notes print
  const isNamed = said.utterance.words.includes('rotation');
  const isTrading =
    phrases.has('level', 'now') && phrases.has('subject', 'rut') && !said.utterance.words.includes('ratio');
  const isNow = isBoth && (isNamed || isTrading);
  return isNow ? BARE : undefined;
};

const fromRotation = (context: Context | undefined): boolean =>
  context?.last.kind === 'rotation' ||
  context?.last.kind === 'ratio' ||
  (context?.span !== undefined && context.last.kind === 'about');

/** `and small caps since then?` behind a decision of the Fed. */
const sinceDecision = (said: RotationWords, context: Context | undefined): RotationQuestion | undefined => {
  const last = context?.last;
  if (last?.kind !== 'fed-history' || context?.stale || !said.phrases.has('sinceThen') || !said.phrases.has('subject'))
    return undefined;
  const { ask, way, meeting, from } = last;
  const isNewest = ask === 'last' && last.to === undefined && last.yearsAgo === undefined;
  if (isNewest && way !== 'hold') return { ...BARE, sinceLast: way ?? 'move' };
  if (meeting?.year !== undefined) {
    const month = `${meeting.year}-${String(meeting.month).padStart(2, '0')}`;
    return { ...BARE, from: isoDate(`${month}-${String(meeting.day ?? 1).padStart(2, '0')}`) };
  }
  return ask === 'moves' && from !== undefined ? { ...BARE, from } : undefined;
};

/** The ratio and both indexes between days, at a day, from a high: opening turns and what changes them. */
export const readRotation: ReadTopic = (utterance, context, _library, known) => {
  const { today } = known;
  const whole = rotationWordsIn(utterance, today);
  const benchmarked = benchmarkIn(whole);
  if (benchmarked) return isElsewhere(whole) ? [] : [benchmarked];
  if (isElsewhere(whole) || strangeIn(utterance, whole.places).length > 0) return [];
  const read = (said: RotationWords): readonly RotationQuestion[] => {
    // "and mtd?" goes on from a span whatever came in between
    const isToDate = context?.span !== undefined && (said.start?.ytd ?? said.start?.toDate) !== undefined;
    // "no, from the low of the ratio" turns the span before
    const turned =
      said.distance && context && !context.stale && isTurned(said) ? rotationFollowUp(said, context, today) : [];
    if (turned.length > 0) return turned;
    const asked = sinceDecision(said, context) ?? opening(said, today);
    if (asked) return [asked];
    return context && !context.stale && (isToDate || fromRotation(context))
      ? rotationFollowUp(said, context, today)
      : [];
  };
  const { not } = whole.days;
  if (not?.why === 'ambiguous-date') {
    const senses = ([0, 1] as const).flatMap((sense) => {
      const said = rotationWordsIn(utterance, today, sense);
      return said.days.not ? [] : read(said).map((asks) => readingOf(said, asks, true));
    });
    return senses;
  }
  if (not) {
    const isOurs = whole.phrases.has('subject') || fromRotation(context);
    if (!isOurs || not.why !== 'no-such-date') return [];
    return [
      {
        asks: { kind: 'unclear', reason: 'no-such-date', words: utterance.typed.slice(not.slot.start, not.slot.end) },
        name: 'A day that exists',
        how: 'exact',
        uses: [wholeOf(utterance)],
      },
    ];
  }
  const asked = read(whole);
  return asked.map((asks) => readingOf(whole, asks, asked.length > 1));
};
