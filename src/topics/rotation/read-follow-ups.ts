import { addDays, dateBack, dateFrom, yearOf } from '../../calendar/index.ts';
import { hasAny, numbersIn, says, slotsOf, unreadIn } from '../../language/index.ts';
import { backOf, lastMove, type Near } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { Benchmark, RotationQuestion } from './question.ts';
import { periodAround } from './read-beside.ts';
import { firstDayOfSpan, lengthBehind } from './read-moves.ts';
import {
  bothOf,
  dayAway,
  hasStart,
  isoDateOf,
  isPeriod,
  kept,
  numbered,
  opened,
  partOf,
  STARTS,
  saysBoth,
  shifted,
  unlimited,
  without,
  yearEarlier,
} from './read-parts.ts';
import { BARE, type RotationWords } from './read-said.ts';
import { isAgainst, limitsOf, overPeriod, spanned, yearsCompared } from './read-spanned.ts';

/** `no i meant`, `i wanted … not …`: the turn corrects the one before. */
export const isTurned = ({ utterance }: RotationWords): boolean => hasAny(utterance, 'correction', 'negation');

const HALF_A_YEAR = 183;

/** Days of the question before, which days without a year are next to; an end is behind its start. */
export const nearOf = ({ from, to, at }: RotationQuestion): Near => {
  const day = typeof at === 'string' ? at : undefined;
  const [start, end] = [from ?? day, to ?? day ?? from];
  return {
    ...(start && { since: isoDate(start), until: addDays(isoDate(start), HALF_A_YEAR) }),
    ...(end && { alone: isoDate(end) }),
  };
};

/** What is said beside the numbers, dates and words of spans: none, and the turn is no more than a change of one. */
export const isChangeOnly = ({ utterance, places }: RotationWords): boolean => {
  const numbers = [...numbersIn(utterance), ...slotsOf(utterance, 'ignored')];
  return unreadIn(utterance, [...places, ...numbers]).length === 0;
};

const OF_DAY = /\b(?:19|20)\d\d (?:date|day|one|close)\b/;

/** `russell last close`, `where's the russell now`: no time that was spoken of before. */
const NEWEST =
  /\b(?:last|latest|newest|current) (?:close|print|level|value)\b|\b(?:now|rn|today|currently|print|at the moment)\W*$|^(?:and |so |ok )*where ?s? (?:is |s )?(?:the )?\S+ (?:at|trading|standing)\W*$/;

const SAME_SPAN = /\b(?:same|that) (?:window|stretch|period|span|dates|days|months|time)\b/;

/** `same window in 2023`: from the same day to the same day of another year; none where that is not known. */
const inYear = (last: RotationQuestion, year: number, today: IsoDate): readonly RotationQuestion[] => {
  const from = last.from ?? (last.ytd ? dateFrom(yearOf(today) - 1, 12, 31) : undefined);
  const to = isoDate(last.to ?? today);
  const moved = (date: IsoDate): IsoDate => {
    const [on, month] = [yearOf(date) + year - yearOf(to), Number(date.slice(5, 7))];
    return addDays(date, 1).endsWith('-01') ? dateFrom(on, month + 1, 0) : dateFrom(on, month, Number(date.slice(8)));
  };
  return from ? [{ ...unlimited(kept(last)), from: moved(isoDate(from)), to: moved(to) }] : [];
};

/** What is asked of a span: the file, an index, both, or none and all that was said of days. */
const spanTurned = (
  said: RotationWords,
  last: RotationQuestion,
  before: RotationQuestion | undefined,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { days, phrases, utterance, start, index } = said;
  const span = spanned(said, today);
  const isReplaced = isTurned(said) || /\b(?:start|starting|begin|beginning|base)\b/.test(utterance.joined);
  if (days.until && !days.since && !start) {
    // "from then up to the 2024 date"
    const isOfDay = OF_DAY.test(utterance.joined);
    const day = isoDateOf(before?.at);
    if (isOfDay && last.at !== undefined)
      return day && yearOf(day) === yearOf(days.until.last) ? [bothOf(last, before) ?? BARE] : [];
    if (last.at !== undefined)
      return [{ ...kept(last), from: isoDateOf(last.at) ?? days.until.first, to: days.until.last }];
    return hasStart(last) ? [{ ...kept(last), to: days.until.last }] : [];
  }
  if (phrases.has('open') && !span) {
    const isThere = phrases.has('sinceThen', 'sinceThen') || /\bfrom (?:there|then)\b/.test(utterance.joined);
    const at = isoDateOf(last.at ?? (isThere ? last.to : undefined));
    if (at) return [{ ...BARE, from: at }];
    return hasStart(last) ? [opened(kept(last))] : at ? [{ ...BARE, from: at }] : [];
  }
  if (phrases.has('yearBefore') && last.from !== undefined && last.to !== undefined)
    return [{ ...kept(last), from: yearEarlier(last.from), to: yearEarlier(last.to) }];
  const [one] = days.alone;
  const isOfYear = one?.first.endsWith('-01-01') && one.last === dateFrom(yearOf(one.first), 12, 31);
  if (one && today && isOfYear && SAME_SPAN.test(utterance.joined)) return inYear(last, yearOf(one.first), today);
  if (one && days.alone.length === 1 && !days.since && !start && !said.ago) return aloneTurned(said, one, last, today);
  if (span?.at !== undefined) return [{ ...span, ...(index && { index }) }];
  if (span === undefined) return [];
  const { kind: _, ...rest } = span;
  // "and since 2023" keeps no end of the span before, "start it on the 27th" does
  const isWithin = isReplaced && rest.from !== undefined && last.to !== undefined && rest.from < last.to;
  // "both since the sept hike", behind how far off its peak one is
  if (last.distance && says(utterance, /^both$/)) return [span];
  return [{ ...without(isWithin ? kept(last) : opened(kept(last)), ...STARTS), ...rest }];
};

/** A day or a period by itself: another day, another period, or either end of a span of days. */
const aloneTurned = (
  said: RotationWords,
  one: { readonly first: IsoDate; readonly last: IsoDate },
  last: RotationQuestion,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { utterance, phrases } = said;
  if (last.at !== undefined) return [{ ...BARE, at: one.last, ...(last.index && { index: last.index }) }];
  // "vs end of 2024": from that close to the newest
  const [day] = slotsOf(utterance, 'date');
  if (isAgainst(utterance, day)) return [{ ...unlimited(kept(last)), from: one.last }];
  const isWhole = last.from !== undefined && last.to !== undefined;
  // "no i meant june" behind "since july"
  if (last.from !== undefined && !isWhole && phrases.has('goingOn') && isTurned(said))
    return [{ ...without(kept(last), ...STARTS), from: one.first }];
  const isDay = one.first === one.last;
  // "same thing for 10 july 2024", behind how far off its high it is
  if (isDay && last.distance && !isTurned(said) && !/\b(?:since|from|was|were|stood|back on)\b/.test(utterance.joined))
    return [{ ...last, to: one.last }];
  // "what was it on 3 march 26"
  const isAt = /\b(?:was|were|where|stood|on)\b/.test(utterance.words.slice(0, day?.from).join(' '));
  if (isDay && isAt && !said.isPerformance && !isTurned(said))
    return [{ ...BARE, at: one.last, ...(last.index && { index: last.index }) }];
  // "what about saturday, the 28th of november", behind a quarter
  if (isDay && isPeriod(last) && !said.isPerformance && !isTurned(said)) return [{ ...BARE, at: one.last }];
  // "and end of 2020" behind the newest closes
  if (isDay && day?.edge && !isWhole && !last.distance && !isTurned(said))
    return [last.from === undefined ? { ...BARE, at: one.last } : { ...kept(last), from: one.last }];
  // "26th?" behind "9 jul to 25 jul"
  if (isWhole && isDay && !isPeriod(last) && one.last > (last.from ?? '')) return [{ ...kept(last), to: one.last }];
  const { kind: _, ...rest } = spanned({ ...said, isPerformance: true }, today) ?? BARE;
  const { distance, ...open } = unlimited(kept(last));
  // "are we higher than where we finished 2024" asks of that day, and of no high
  return [{ ...open, ...(distance && !utterance.words.includes('than') && { distance }), ...rest }];
};

/**
 * What a short turn makes of the question before: another start, another end, another length, another index, a day, a
 * distance. Two where a bare day may be either end.
 *
 * @param said with days next to those of the question before
 */
export const rotationFollowUp = (
  said: RotationWords,
  context: Context,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { phrases, days, level, distance, index } = said;
  const last = lastSpan(context);
  // "and since the one before", behind the last cut
  const newest = phrases.has('yearBefore') && last.sinceLast && today ? lastMove(last.sinceLast, today) : undefined;
  const earlier = newest && lastMove(last.sinceLast, addDays(newest, -1));
  if (earlier) return [{ ...BARE, from: earlier }];
  const text = said.utterance.joined;
  if (
    today &&
    hasStart(last) &&
    /\b(?:this|same) (?:time|dates|days|window|period|span|stretch) (?:last year|(?:a|one|the) year (?:back|ago|earlier|before))\b/.test(
      text,
    )
  )
    return inYear(last, yearOf(today) - 1, today);
  // "was it above a year ago", behind how far it is from its average
  if (today && last.distance && said.ago && !distance) return [{ ...last, to: dateBack(today, said.ago) }];
  const years = yearsCompared(said, today);
  if (years.length > 0) return years;
  const isBoth = phrases.has('subject', 'ratio');
  if (distance) {
    const about = index ?? (isBoth ? undefined : last.index);
    const span = spanned(said, today);
    const isKept = span === undefined && !phrases.has('allTime') && (last.distance !== undefined || isTurned(said));
    const [, unit] = /\b(?:that|the same) (month|quarter|year)\b/.exec(said.utterance.joined) ?? [];
    const day = last.to ?? (typeof last.at === 'string' ? last.at : undefined);
    const within = unit && day ? overPeriod(periodAround(isoDate(day), unit), today) : undefined;
    const limits = within ?? (isKept && distance.of !== 'average' ? without(kept(last), 'index', 'distance') : BARE);
    return [{ ...limits, ...limitsOf(said, span), distance, ...(about && { index: about }) }];
  }
  if (phrases.has('allTime') && last.distance) return [unlimited(last)];
  // a level behind the printed ratio is of that
  if (level !== undefined) return context.last.kind === 'ratio' ? [] : [{ ...BARE, level }];
  const benchmark = phrases.of('benchmark')[0]?.value as Benchmark | undefined;
  if (benchmark) return [{ ...BARE, benchmark }];
  if (phrases.has('rates')) return [{ ...BARE, rates: true }];
  if (phrases.has('cycles')) return [{ ...BARE, cycles: true }];
  const first = firstDayOfSpan(last, today);
  const within = phrases.of('within')[0]?.value;
  if (within && first) return [{ ...unlimited(kept(last)), from: first, to: lengthBehind(first, within) }];
  const both = saysBoth(said, last, context.spanBefore) ? bothOf(last, context.spanBefore) : undefined;
  if (both) return [both];
  const away = dayAway(said, last);
  if (away) return [away];
  const unit = phrases.of('unit')[0]?.value;
  const isBeside = ['yearBefore', 'shift', 'that'].some((tag) => phrases.has(tag));
  const isUnit = unit !== undefined && !said.start && !said.ago && !days.alone[0] && !isBeside && isChangeOnly(said);
  const single = isUnit ? backOf(1, unit) : undefined;
  if (single && !days.since && !days.until) return [{ ...unlimited(kept(last)), back: single }];
  // "weeks, not months"
  const other = said.utterance.words.find(
    (word, at) => /^(?:days|weeks|months|years)$/.test(word) && said.utterance.words[at - 1] !== 'not',
  );
  const inOther = other && last.back && isTurned(said) && backOf(last.back.count, other.slice(0, -1));
  if (inOther && !said.start && numbersIn(said.utterance).length === 0) return [{ ...last, back: inOther }];
  const back = said.start?.back;
  // "50d?" behind the 200 days of an average
  if (
    back?.unit === 'day' &&
    (last.distance?.of === 'average' || isAgainst(said.utterance, numbersIn(said.utterance)[0]))
  )
    return [{ ...last, distance: { of: 'average', sessions: back.count } }];
  const moved = shifted(said, last) ?? numbered(said, last);
  if (moved) return [moved];
  const part = partOf(said, last, today);
  if (part)
    return part.first === part.last
      ? aloneTurned(said, part, last, today)
      : [{ ...unlimited(kept(last)), ...overPeriod(part, today) }];
  const turned = spanTurned(said, last, context.spanBefore, today);
  if (turned.length > 0) return turned;
  if (phrases.has('csv')) return [last];
  // "where is it now vs that low" of a time that is over
  if (last.distance && last.to && /\bnow\b/.test(text)) return [];
  const isNewest = NEWEST.test(text) && !said.isPerformance && phrases.has('subject');
  if (isNewest && today) return [index ? { ...BARE, at: today, index } : BARE];
  if (index) return [last.distance || last.at !== undefined ? { ...last, index } : without(last, 'csv')];
  // "by how much is it lagging"
  const isLead = says(said.utterance, /^(?:lag|lead|led|outperf|underperf|ahead|behind|gap|widen|narrow|beat)/);
  if (isLead || ['subject', 'leg', 'that', 'normal'].some((tag) => phrases.has(tag))) {
    return [without(last, 'index', 'benchmark')];
  }
  return [];
};

/** The span that a turn goes on from. */
export const lastSpan = (context: Context): RotationQuestion =>
  context.last.kind === 'ratio' ? BARE : (context.span ?? BARE);
