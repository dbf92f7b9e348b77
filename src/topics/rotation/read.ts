import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import {
  asTyped,
  leftIn,
  marked,
  numbersIn,
  overlaps,
  type Place,
  says,
  slotsOf,
  strangeIn,
  wholeOf,
} from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { periodOf } from '../days.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { RotationQuestion } from './question.ts';
import { isChangeOnly, isTurned, lastSpan, nearOf, numbered, rotationFollowUp } from './read-follow-ups.ts';
import { nameOf } from './read-names.ts';
import { benchmarkIn, stayingWith } from './read-pairs.ts';
import { BARE, FIRST_CUT, limitsOf, overPeriod, type RotationWords, rotationWordsIn, spanned } from './read-said.ts';

/** Cutting paused for nine months: another first cut. */
const RESUMED = isoDate('2025-09-17');

/** Words of views, rates, companies and forecasts: what is asked is theirs, where it is not of our own words. */
const isElsewhere = ({ utterance, phrases }: RotationWords, allowed?: RegExp): boolean => {
  const own = [...phrases.of('leg'), ...phrases.of('rates')];
  const isTheirs = (place: Place): boolean => !own.some((one) => overlaps(one, place));
  return (
    phrases.of('other').some((one) => isTheirs(one) && !allowed?.test(utterance.words[one.from] as string)) ||
    marked(utterance, 'parameter').some(isTheirs) ||
    marked(utterance, 'odds').length > 0 ||
    slotsOf(utterance, 'amount').some(({ unit }) => unit === 'bp' || unit === '%' || unit === 'x')
  );
};

interface Asked {
  readonly question: RotationQuestion;
  readonly isSure: boolean;
  /** Numbers that it takes beside what a span is read from. */
  readonly numbers?: readonly Place[];
}

const readingOf = (said: RotationWords, { question: asks, isSure, numbers = [] }: Asked): Reading => ({
  asks: { ...asks, ...(said.phrases.has('csv') && { csv: true as const }) },
  name: nameOf(asks),
  how: 'exact',
  uses: [
    ...said.places,
    ...numbers,
    ...marked(said.utterance, 'fed'),
    ...slotsOf(said.utterance, 'direction').filter((one) => said.phrases.all.some((mark) => overlaps(mark, one))),
  ],
  ...(!isSure && { isOffer: true as const }),
  ...(said.phrases.has('first') &&
    asks.from === FIRST_CUT && { others: [{ name: 'Since cuts resumed', question: { ...asks, from: RESUMED } }] }),
});

/** `which did better in 2021`, `last 20 sessions`: of no index by name, and so offered. */
const unnamed = (said: RotationWords, today: IsoDate | undefined): RotationQuestion | undefined => {
  const { phrases, days, start, utterance } = said;
  const span = spanned({ ...said, isPerformance: true }, today);
  const isWhere = said.ago !== undefined && says(utterance, /^(?:where|what)$/) && says(utterance, /^it$/);
  if (isWhere && leftIn(utterance, said.places).length === 0) return { ...BARE, at: said.ago };
  const isDay = days.alone.some(({ first, last }) => first === last);
  const isShort = utterance.words.length <= MOST_WORDS_OF_SPAN && (start !== undefined || days.alone.length > 0);
  const isAsked = phrases.has('leg') || (isShort && leftIn(utterance, said.places).length === 0);
  return isAsked && !isDay && !said.distance && span?.at === undefined ? span : undefined;
};

const USUAL =
  /\b(?:normal|usual|typical|historic|tend|general|average|rule|past|previous|each|every|a cycle|whenever|tradition|years|history)/;

/** `how do small caps usually do once they cut`: after first cuts, or around moves of either kind. */
const studyIn = ({ utterance, phrases, isPerformance }: RotationWords): RotationQuestion | undefined => {
  if (!isPerformance || !phrases.has('subject')) return undefined;
  const ways = slotsOf(utterance, 'direction').flatMap(({ of, way }) => (of === 'rate' ? [way] : []));
  const isUsual = phrases.of('habit').some(({ from, to }) => USUAL.test(utterance.words.slice(from, to).join(' ')));
  if (!isUsual || ways.length === 0 || ways.includes('hold') || slotsOf(utterance, 'date').length > 0) return undefined;
  return ways.includes('hike') ? { ...BARE, rates: true } : { ...BARE, cycles: true };
};

/** As short as `and when they hike?`, and no question of what the Fed did. */
const MOST_WORDS_OF_STUDY = 5;
const OF_ONE_MOVE = /^(?:did|do|does|will|was|were|is|last|next|how|many|why|by)$/;

/** `and when they hike?` behind what small caps did after cuts. */
const studyTurned = (said: RotationWords, context: Context | undefined): RotationQuestion | undefined => {
  const last = context?.stale ? undefined : context?.last;
  const { utterance } = said;
  if (last?.kind !== 'rotation' || !(last.cycles || last.rates) || utterance.words.length > MOST_WORDS_OF_STUDY)
    return undefined;
  if (says(utterance, OF_ONE_MOVE) || numbersIn(utterance).length > 0) return undefined;
  const [way] = slotsOf(utterance, 'direction').flatMap((slot) => (slot.of === 'rate' ? [slot.way] : []));
  return way === 'hike' ? { ...BARE, rates: true } : way === 'cut' ? { ...BARE, cycles: true } : undefined;
};

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

/** The day of the one decision that was spoken of: a meeting, or the moves of a month. */
const dayDecided = (
  { meeting, from, to }: Extract<Context['last'], { kind: 'fed-history' }>,
  today: IsoDate | undefined,
): IsoDate | undefined => {
  const ofMonth = from !== undefined && from.slice(0, 7) === to?.slice(0, 7) ? from.slice(0, 7) : undefined;
  const month = meeting ? `${meeting.year ?? ''}-${String(meeting.month).padStart(2, '0')}` : ofMonth;
  if (month === undefined || today === undefined) return undefined;
  if (meeting?.year !== undefined && meeting.day !== undefined)
    return isoDate(`${month}-${String(meeting.day).padStart(2, '0')}`);
  const days = [
    ...decisionsBetween(isoDate('1990-01-01'), today).map(({ on }) => on),
    ...MEETINGS.map((one) => one.decision),
  ];
  return days
    .filter((day) => day <= today && day.slice(0, 7).endsWith(month))
    .sort()
    .at(-1);
};

/** `and small caps since then?`, `and the ratio over that month`: behind a decision of the Fed. */
const besideDecision = (said: RotationWords, context: Context | undefined, today: IsoDate | undefined) => {
  const last = context?.last;
  const isThat = said.phrases.has('that', 'span');
  const isSince = said.phrases.has('sinceThen') && said.days.since === undefined && said.days.alone.length === 0;
  if (last?.kind === 'rotation' && isSince && typeof last.at === 'string') return { ...BARE, from: last.at };
  if (last?.kind !== 'fed-history' || context?.stale || !(isThat || isSince) || !said.phrases.has('subject'))
    return undefined;
  const { ask, way, meeting, from, to } = last;
  const month = meeting?.year !== undefined && { month: meeting.month, year: meeting.year };
  const decided = dayDecided(last, today);
  if (isThat) {
    const slot = { kind: 'date', duty: 'may', from: 0, to: 0, start: 0, end: 0 } as const;
    const period =
      from !== undefined && to !== undefined
        ? { first: isoDate(from), last: isoDate(to) }
        : month && periodOf({ ...slot, ...month }, today);
    return period && typeof period !== 'string' ? overPeriod(period, today) : undefined;
  }
  const isNewest = ask === 'last' && to === undefined && last.yearsAgo === undefined;
  if (isNewest && way !== 'hold') return { ...BARE, sinceLast: way ?? 'move' } as const;
  if (decided) return { ...BARE, from: decided };
  // "and the ratio since", of the range on a day
  if (ask === 'range' && to !== undefined) return { ...BARE, from: to };
  return ask === 'moves' && from !== undefined ? { ...BARE, from } : undefined;
};

/** As short as a span without an index may be. */
const MOST_WORDS_OF_SPAN = 4;
/** So many words that say nothing of a span may stand beside what does, and it is offered. */
const MOST_UNREAD = 3;

/** What a turn comes to behind a span: where it says more than can be read, or a year that may be another, it is offered. */
const goingOn = (
  whole: RotationWords,
  context: Context,
  today: IsoDate | undefined,
  pairs: readonly string[],
  sense?: 0 | 1,
): readonly Asked[] => {
  const last = lastSpan(context);
  const said = rotationWordsIn(whole.utterance, today, sense, nearOf(last));
  // "which friday", "the one from tuesday" ask for no span
  const starts = slotsOf(said.utterance, 'span').flatMap(({ since }) => since ?? []);
  const isOfWeek = [...slotsOf(said.utterance, 'date'), ...starts].some(({ weekday }) => weekday !== undefined);
  if (said.days.not || (isOfWeek && says(said.utterance, /^(?:which|one)$/))) return [];
  const numbers = numbered(said, last) ? slotsOf(said.utterance, 'amount') : [];
  // "26th?", and no formula 1
  const ordinals = slotsOf(said.utterance, 'ignored').filter((one) =>
    /\d(?:st|nd|rd|th|q)$|^q\d/i.test(asTyped(said.utterance, one)),
  );
  const parts = [...numbers, ...ordinals];
  const unread = leftIn(said.utterance, [...said.places, ...parts]).length;
  if (unread > MOST_UNREAD) return [];
  const stays = stayingWith(said, last, pairs);
  const questions = rotationFollowUp(said, context, today).map((one) => ({ ...one, ...stays }));
  // "up to the high this year" is of a day that is still to be found
  const isUpTo =
    said.distance !== undefined &&
    /\b(?:up|extend|run|through) to the (?:high|low|peak|top)/.test(said.utterance.words.join(' '));
  const isDoubtful =
    unread > 0 ||
    isUpTo ||
    (numbers.length > 0 && !isChangeOnly(said)) ||
    context.stale !== undefined ||
    questions.length > 1;
  // "since july" behind "since 2020": next to it, or the newest
  const isSame = /\bsame (?:year|month)\b/.test(said.utterance.words.join(' '));
  const isOpen = last.to === undefined && last.at === undefined && said.days.since !== undefined && !isSame;
  const newest =
    isOpen && !isTurned(said) ? rotationFollowUp(whole, context, today).map((one) => ({ ...one, ...stays })) : [];
  const others = newest.filter((one) => JSON.stringify(one) !== JSON.stringify(questions[0]));
  return [...questions, ...others].map((question) => ({
    question,
    isSure: !isDoubtful && others.length === 0,
    numbers,
  }));
};

/** The ratio and both indexes between days, at a day, from a high: opening turns and what changes them. */
export const readRotation: ReadTopic = (utterance, context, _library, known) => {
  const { today, pairs = [] } = known;
  const whole = rotationWordsIn(utterance, today);
  // "stevenson reckons .6" behind the ratio may be of it
  const isSpoken = slotsOf(utterance, 'who').length + slotsOf(utterance, 'note').length > 0;
  if (isSpoken && !fromRotation(context)) return [];
  const benchmarked = benchmarkIn(whole, pairs, today);
  if (benchmarked) return isSpoken || isElsewhere(whole, /^would$/) ? [] : [benchmarked];
  const isUsual =
    !isSpoken &&
    !isElsewhere(whole, /^(?:when|if|once|rates|cut|hike)$/) &&
    strangeIn(utterance, whole.places).length === 0;
  const study = studyTurned(whole, context) ?? (isUsual ? studyIn(whole) : undefined);
  if (study) return [{ ...readingOf(whole, { question: study, isSure: true }), uses: [wholeOf(utterance)] }];
  if (isElsewhere(whole)) return [];
  const isStrange = strangeIn(utterance, whole.places).length > 0;
  const read = (said: RotationWords, sense?: 0 | 1): readonly Asked[] => {
    const isStarted = (said.start ?? said.days.since) !== undefined;
    // "and mtd?", "back to that, from june" go on from a span whatever came in between
    const isBack = said.start?.ytd ?? said.start?.toDate ?? (isStarted && says(utterance, /^(?:back|again)$/));
    const isBehind = context !== undefined && (fromRotation(context) || (context.span !== undefined && isBack));
    // "and since june" behind something else may be of it
    const isFar = !isBehind && isStarted && context?.span !== undefined && !/^(?:fed|check)/.test(context.last.kind);
    const goesOn = (isBehind || isFar) && context ? goingOn(said, context, today, pairs, sense) : [];
    if (isFar && goesOn.length > 0) return goesOn.map((one) => ({ ...one, isSure: false }));
    // "no, from the low of the ratio" turns the span before
    if (said.distance && !context?.stale && isTurned(said) && goesOn.length > 0) return goesOn;
    const asked =
      isStrange || said.days.not ? undefined : (besideDecision(said, context, today) ?? opening(said, today));
    if (asked) {
      const stays = context?.last.kind === 'rotation' ? stayingWith(said, context.last, pairs) : {};
      return [{ question: { ...asked, ...stays }, isSure: true }];
    }
    const alone = goesOn.length > 0 || isStrange || said.days.not ? undefined : unnamed(said, today);
    return alone ? [{ question: alone, isSure: false }] : goesOn;
  };
  const { not } = whole.days;
  if (not?.why === 'ambiguous-date') {
    return ([0, 1] as const).flatMap((sense) => {
      const said = rotationWordsIn(utterance, today, sense);
      return said.days.not ? [] : read(said, sense).map((one) => readingOf(said, { ...one, isSure: false }));
    });
  }
  const asked = read(whole);
  const isOurs = whole.phrases.has('subject') || fromRotation(context);
  if (asked.length === 0 && not?.why === 'no-such-date' && isOurs && !isStrange) {
    return [
      {
        asks: { kind: 'unclear', reason: 'no-such-date', words: utterance.typed.slice(not.slot.start, not.slot.end) },
        name: 'A day that exists',
        how: 'exact',
        uses: [wholeOf(utterance)],
      },
    ];
  }
  return asked.map((one) => readingOf(whole, isSpoken ? { ...one, isSure: false } : one));
};
