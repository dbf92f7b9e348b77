import {
  asTyped,
  lexiconOf,
  marked,
  type Names,
  overlaps,
  type Place,
  says,
  slotsOf,
  type Utterance,
  utteranceOf,
  wholeOf,
} from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { exactly, leftAmong, type Reading, type ReadTopic, strangeAmong } from '../reading.ts';
import type { RotationQuestion } from './question.ts';
import { askedOfShown, besideSpoken } from './read-beside.ts';
import { isChangeOnly, isTurned, lastSpan, nearOf, rotationFollowUp } from './read-follow-ups.ts';
import { afterDecision, besideDecision, betweenMoves, studyIn, studyTurned } from './read-moves.ts';
import { nameOf } from './read-names.ts';
import { MOST_WORDS_OF_SPAN, rotationOpening, spanAlone } from './read-openings.ts';
import { benchmarkIn, stayingWith } from './read-pairs.ts';
import { numbered, saysBoth } from './read-parts.ts';
import { BARE, FIRST_CUT, type RotationWords, rotationWordsIn } from './read-said.ts';
import { overPeriod, yearsCompared } from './read-spanned.ts';

/** Cutting paused for nine months: another first cut. */
const RESUMED = isoDate('2025-09-17');

/** Words of views, rates, companies and forecasts: what is asked is theirs, where it is not of our own words. */
const isElsewhere = ({ utterance, phrases }: RotationWords, allowed?: RegExp): boolean => {
  const own = [
    ...['dayNamed', 'leg', 'rates', 'cycles', 'sinceLast'].flatMap((tag) => phrases.of(tag)),
    // "since they raised rates in march 2022"
    ...slotsOf(utterance, 'span').filter(({ since }) => since?.event),
  ];
  // "how far above its covid low is the range"
  if (phrases.has('distance') && !phrases.has('subject') && says(utterance, /^(?:range|rates?|funds)$/)) return true;
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
    ...(saysBoth(said) ? marked(said.utterance, 'relation') : []),
    ...slotsOf(said.utterance, 'direction').filter((one) => said.phrases.all.some((mark) => overlaps(mark, one))),
  ],
  ...(!isSure && { isOffer: true as const }),
  ...(said.phrases.has('first') &&
    asks.from === FIRST_CUT && { others: [{ name: 'Since cuts resumed', question: { ...asks, from: RESUMED } }] }),
});

const fromRotation = (context: Context | undefined): boolean =>
  context?.last.kind === 'rotation' ||
  context?.last.kind === 'ratio' ||
  (context?.span !== undefined && context.last.kind === 'about');

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
  const isNumbered = numbered(said, last) !== undefined;
  const numbers = slotsOf(said.utterance, 'amount').filter(
    (one) => isNumbered || said.phrases.of('benchmark').some((mark) => overlaps(mark, one)),
  );
  // "26th?", and no formula 1
  const ordinals = slotsOf(said.utterance, 'ignored').filter((one) =>
    /\d(?:st|nd|rd|th|q)$|^q\d/i.test(asTyped(said.utterance, one)),
  );
  const parts = [...numbers, ...ordinals];
  const unread = saysBoth(said) ? 0 : leftAmong(said.utterance, [...said.places, ...parts]).length;
  if (unread > MOST_UNREAD) return [];
  const stays = stayingWith(said, last, pairs);
  const questions = rotationFollowUp(said, context, today).map((one) => ({ ...one, ...stays }));
  // "up to the high this year" is of a day that is still to be found
  const isUpTo =
    said.distance !== undefined &&
    /\b(?:up|extend|run|through) to the (?:high|low|peak|top)/.test(said.utterance.joined);
  const isDoubtful =
    unread > 0 ||
    isUpTo ||
    (numbers.length > 0 && !isChangeOnly(said)) ||
    context.stale !== undefined ||
    questions.length > 1;
  // "since july" behind "since 2020": next to it, or the newest
  const isSame = /\bsame (?:year|month)\b/.test(said.utterance.joined);
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
/** A day has none of the library's. */
const NO_NAMES: Names = { lexicon: lexiconOf({}), guessable: [], vocabulary: new Set() };
const BESIDE =
  /^(?:and |n |so |ok |now )*(?:how (?:does|do|did) (?:that|it|this|they) compare (?:with|to)|(?:as )?compared? (?:with|to)|versus|vs|against)(?: (?:where|what) (?:it|that|they) (?:was|were|stood))?(?: (?:at|on))? (?!.*close before)(?=.*(?:day before|day of|\b(?:cut|hike)\b))/i;

/** `how does that compare with where it was the day before the hike`, behind the ratio: the day that it is set against. */
const beside = ({ typed, slots }: Utterance, context: Context | undefined): string | undefined => {
  const isOfRatio = context?.last.kind === 'rotation' || context?.last.kind === 'ratio';
  const day = typed.replace(BESIDE, '');
  return isOfRatio && day !== typed && slots.some(({ kind }) => kind === 'date') ? day : undefined;
};

export const readRotation: ReadTopic = (utterance, context, library, known) => {
  const day = beside(utterance, context);
  if (day) {
    const since = readRotation(
      utteranceOf(`since ${day}`, NO_NAMES),
      { ...context, last: { kind: 'ratio' } },
      library,
      known,
    );
    const uses = [wholeOf(utterance), ...slotsOf(utterance, 'relation')];
    return since.flatMap((one) => (one.how === 'exact' && !one.isOffer ? [{ ...one, uses }] : []));
  }
  const { today, pairs = [] } = known;
  const whole = rotationWordsIn(utterance, today);
  // "stevenson reckons .6" behind the ratio may be of it
  const voices = slotsOf(utterance, 'who').filter(({ value }) => value !== 'Federal Reserve');
  const isSpoken = voices.length + slotsOf(utterance, 'note').length > 0;
  if (isSpoken && !fromRotation(context)) return [];
  // where an index will stand is a forecast
  const isAhead =
    today !== undefined && [whole.days.since, ...whole.days.alone].some((one) => one && one.first > today);
  const isTarget =
    /\b(?:targets?|guess|do (?:you|u) see|(?:your|ur) (?:number|level|call|print))\b/.test(utterance.joined) &&
    whole.days.alone.length > 0 &&
    !whole.phrases.has('loose') &&
    !says(utterance, /^(?:any|anyone|anybody|who|whos|notes?|analysts?)$/);
  if ((isAhead || isTarget) && whole.phrases.has('subject') && !isSpoken)
    return [exactly({ kind: 'not-known', what: 'forecast' }, 'A forecast of my own', [wholeOf(utterance)])];
  const after = afterDecision(whole, context, today);
  if (after)
    return [{ ...readingOf(whole, { question: after, isSure: true }), uses: [wholeOf(utterance), ...utterance.slots] }];
  const moves = betweenMoves(whole, context, today);
  if (moves && (whole.phrases.has('subject') || fromRotation(context))) {
    const question = { ...BARE, ...moves, ...(moves.at && whole.index && { index: whole.index }) };
    return [
      {
        ...readingOf(whole, { question, isSure: !(context?.stale && says(utterance, /^(?:that|them|those|em)$/)) }),
        uses: [wholeOf(utterance), ...utterance.slots],
      },
    ];
  }
  const last = context && fromRotation(context) ? lastSpan(context) : undefined;
  const shown = last && context?.last.kind === 'rotation' ? askedOfShown(whole, last) : undefined;
  if (shown)
    return [
      {
        ...readingOf(whole, { question: shown, isSure: !context?.stale }),
        asks: shown,
        uses: [wholeOf(utterance), ...utterance.slots],
      },
    ];
  const spoken = last && besideSpoken(whole, last, today);
  if (last && spoken && leftAmong(utterance, [...whole.places, spoken.place]).length === 0) {
    const { place: _, period: __, ...parts } = spoken;
    const question: RotationQuestion = spoken.period
      ? overPeriod(spoken.period, today)
      : { ...BARE, ...parts, ...(last.index && spoken.at && { index: last.index }) };
    return [
      { ...readingOf(whole, { question, isSure: !context?.stale }), uses: [wholeOf(utterance), ...utterance.slots] },
    ];
  }
  const benchmarked = benchmarkIn(whole, pairs, today);
  if (benchmarked) return isSpoken || isElsewhere(whole, /^(?:would|riksbank|riksbanken)$/) ? [] : [benchmarked];
  const isUsual =
    !isSpoken &&
    !isElsewhere(whole, /^(?:when|if|once|rates|cut|hike)$/) &&
    strangeAmong(utterance, whole.places).length === 0;
  const study = studyTurned(whole, context) ?? (isUsual ? studyIn(whole) : undefined);
  if (study) return [{ ...readingOf(whole, { question: study, isSure: true }), uses: [wholeOf(utterance)] }];
  if (isElsewhere(whole, whole.distance && /^whens?$/)) return [];
  const isStrange = strangeAmong(utterance, whole.places).length > 0;
  const read = (said: RotationWords, sense?: 0 | 1): readonly Asked[] => {
    const isStarted = (said.start ?? said.days.since) !== undefined;
    // "and mtd?", "back to that, from june" go on from a span whatever came in between
    const isBack =
      said.phrases.has('sinceDay') ||
      (said.start?.ytd ?? said.start?.toDate ?? (isStarted && says(utterance, /^(?:back|again)$/)));
    const isBehind =
      context !== undefined && (fromRotation(context) || ((context.span ?? context.ratio) !== undefined && isBack));
    const goesOn = isBehind ? goingOn(said, context, today, pairs, sense) : [];
    // "no, from the low of the ratio" turns the span before
    // and "how far off its peak" is of the index spoken of
    const isOfLast = isBehind && !said.phrases.has('subject') && !said.start;
    if (said.distance && !context?.stale && (isTurned(said) || isOfLast) && goesOn.length > 0) return goesOn;
    const isBare = said.utterance.words.length <= MOST_WORDS_OF_SPAN;
    const compared = (said.phrases.has('subject') || isBare) && !isStrange ? yearsCompared(said, today) : [];
    if (compared.length > 0) return compared.map((question) => ({ question, isSure: false }));
    const asked =
      isStrange || said.days.not ? undefined : (besideDecision(said, context, today) ?? rotationOpening(said, today));
    if (asked) {
      const stays = context?.last.kind === 'rotation' ? stayingWith(said, context.last, pairs) : {};
      // "the lowest of those": a high or a low that is said and not asked
      const isPassedOver =
        (!said.distance && says(utterance, /^(?:highest|lowest)$/)) ||
        said.phrases.of('sinceLast').length > 1 ||
        // the mean over a span is not computed, only how far the newest close is from one
        (asked.distance === undefined && says(utterance, /^(?:average|averages|averaged|avg)$/)) ||
        // nor are days counted
        /\bhow many (?:days|sessions|weeks|months)\b/.test(said.utterance.joined) ||
        // an average is of the newest sessions, and of no span
        (asked.distance?.of === 'average' && (asked.from ?? asked.back ?? asked.ytd) !== undefined);
      // "how far are they off the peak", behind the Fed's range
      const isOfFed = asked.distance && !said.phrases.has('subject') && context?.last.kind.startsWith('fed');
      return [{ question: { ...asked, ...stays }, isSure: !isPassedOver && !isOfFed }];
    }
    const alone = goesOn.length > 0 || isStrange || said.days.not ? undefined : spanAlone(said, today);
    const isAsked = said.phrases.has('leg') || says(utterance, /^perf(?:ormance)?$/);
    return alone ? [{ question: alone, isSure: isAsked && !context?.stale }] : goesOn;
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
