import { addDays, monthsBefore, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { numbersIn, says, slotsOf } from '../../language/index.ts';
import {
  dayOf,
  fromMoveToMove,
  isOfWay,
  lastMove,
  lengthsIn,
  moveNamed,
  moveUntil,
  periodOf,
} from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import { type FedHistoryQuestion, isAskedBy, spanAsked } from '../fed-history/question.ts';
import type { RotationQuestion } from './question.ts';
import { isoDateOf } from './read-parts.ts';
import { BARE, type RotationWords } from './read-said.ts';
import { overPeriod } from './read-spanned.ts';

/** What is asked of small caps behind moves of the Fed: what they usually did, and what they did since one that was spoken of. */

const USUAL =
  /\b(?:normal|usual|typical|historic|tend|general|average|rule|past|previous|each|every|a cycle|whenever|tradition|years|history)/;

/** `how do small caps usually do once they cut`: after first cuts, or around moves of either kind. */
export const studyIn = ({ utterance, phrases, isPerformance }: RotationWords): RotationQuestion | undefined => {
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
export const studyTurned = (said: RotationWords, context: Context | undefined): RotationQuestion | undefined => {
  const last = context?.stale ? undefined : context?.last;
  const { utterance } = said;
  if (
    last?.kind !== 'rotation' ||
    !(last.cycles || last.rates || last.sinceLast) ||
    utterance.words.length > MOST_WORDS_OF_STUDY
  )
    return undefined;
  if (says(utterance, OF_ONE_MOVE) || numbersIn(utterance).length > 0) return undefined;
  const [way] = slotsOf(utterance, 'direction').flatMap((slot) => (slot.of === 'rate' ? [slot.way] : []));
  if (last.sinceLast) {
    const isPlain = utterance.words.every((word) => /^(?:and|n|or|the|cut|hike|move|\W)$/.test(word));
    return isPlain && way !== undefined && way !== 'hold' ? { ...last, sinceLast: way } : undefined;
  }
  return way === 'hike' ? { ...BARE, rates: true } : way === 'cut' ? { ...BARE, cycles: true } : undefined;
};

const THEN = /\b(?:then|at the time|at that time|back then|at that point|on the day)\W*$/;
const AFTER_IT =
  /\b(?:(?:from|since|after) (?:there|then|that|it|this|those|these|them)(?: (?:on|one|to now|until now))?|after(?:wards)?|since|thereafter|t(?:ake|ook) (?:it|that|those|them)|(?:react|respond)(?:ed)?(?: to (?:it|that|those|them))?|in response)\W*$/;
const OVER_IT =
  /\b(?:over|during|through|across|while|in) (?:it|that|those|them|all that|the period|that (?:time|period|stretch)|they did(?: it| that| those)?)\W*$/;
const OF_OTHERS =
  /\b(?:run|model|companys?|earnings?|income|interest|cost|effect|impact|would|will|if|views?|who|says?|notes?|try|cuts?|hikes?|next)\b/;
const MOST_WORDS_AFTER = 10;

/** Since the newest move of a kind, where that was asked. */
const sinceNewest = (last: FedHistoryQuestion): RotationQuestion | undefined => {
  const isNewest = Object.keys(last).every((key) => /^(?:kind|ask|way|ago)$/.test(key)) && last.ask === 'last';
  return isNewest && last.way !== 'hold' ? { ...BARE, sinceLast: last.way ?? 'move' } : undefined;
};

/** `how did the russell take it`, `what did stocks do over those`, behind decisions of the Fed: from the first of their days. */
export const afterDecision = (
  { utterance, phrases }: RotationWords,
  context: Context | undefined,
  today: IsoDate | undefined,
): RotationQuestion | undefined => {
  const last = context?.stale ? undefined : context?.last;
  if (last?.kind !== 'fed-history' || !today || utterance.words.length > MOST_WORDS_AFTER) return undefined;
  const isOver = OVER_IT.test(utterance.joined);
  if (!(isOver || AFTER_IT.test(utterance.joined)) || OF_OTHERS.test(utterance.joined)) return undefined;
  const isOurs = phrases.has('subject') || says(utterance, /^(?:stocks|equities|markets?|small|large)$/);
  if (
    !isOurs ||
    numbersIn(utterance).length > 0 ||
    utterance.slots.some(({ kind }) => /^(?:date|span|who|note)$/.test(kind))
  )
    return undefined;
  const newest = isOver ? undefined : sinceNewest(last);
  if (newest) return newest;
  const on = dayOf(last, today);
  const { from, to } = spanAsked(last, today);
  const moves = decisionsBetween(from ?? on ?? today, to ?? today).filter(isAskedBy(last));
  const [first, end] =
    last.ask === 'stay'
      ? [on, on && decisionsBetween(addDays(on, 1), today).find(isOfWay('move'))?.on]
      : last.ask === 'gap'
        ? [from, to]
        : last.ask === 'moves'
          ? [from && moves[0]?.on, isOver ? moves.at(-1)?.on : undefined]
          : [on, undefined];
  return first && (!end || first < end) ? { ...BARE, from: first, ...(end && isOver && { to: end }) } : undefined;
};

/** `and small caps since then?`, `and the ratio over that month`: behind a decision of the Fed. */
export const besideDecision = (said: RotationWords, context: Context | undefined, today: IsoDate | undefined) => {
  const last = context?.last;
  const isThat = said.phrases.has('that', 'span');
  const { days, phrases } = said;
  const isOpen = days.since === undefined && days.until === undefined && days.alone.length === 0;
  // "a week after that" is a day
  const isSince =
    phrases.has('sinceThen') && isOpen && !phrases.has('unit') && slotsOf(said.utterance, 'duration').length === 0;
  const isThen = phrases.has('that', 'day') || THEN.test(said.utterance.joined);
  const isThatDay = isThen && phrases.has('subject', 'ratio') && !said.isPerformance && isOpen;
  if (last?.kind === 'rotation' && isThatDay && last.to) return { ...BARE, at: last.to };
  const on = last?.kind === 'fed-history' && isThatDay && !context?.stale && today && dayOf(last, today);
  if (on) return { ...BARE, at: on };
  if (last?.kind === 'rotation' && isSince && typeof last.at === 'string') return { ...BARE, from: last.at };
  if (last?.kind !== 'fed-history' || context?.stale || !(isThat || isSince) || !said.phrases.has('subject'))
    return undefined;
  const { ask, meeting, from, to } = last;
  const month = meeting?.year !== undefined && { month: meeting.month, year: meeting.year };
  const isOneMonth = from !== undefined && from.slice(0, 7) === to?.slice(0, 7);
  const decided = (meeting || isOneMonth || ask === 'last' || ask === 'first') && today && dayOf(last, today);
  if (isThat) {
    const slot = { kind: 'date', duty: 'may', from: 0, to: 0, start: 0, end: 0 } as const;
    const period =
      from !== undefined && to !== undefined
        ? { first: isoDate(from), last: isoDate(to) }
        : month && periodOf({ ...slot, ...month }, today);
    return period && typeof period !== 'string' ? overPeriod(period, today) : undefined;
  }
  const newest = sinceNewest(last);
  if (newest) return newest;
  if (decided) return { ...BARE, from: decided };
  // "and the ratio since", of the range on a day
  return ask === 'range' && to !== undefined ? { ...BARE, from: to } : undefined;
};

/** The day that a span counts from: one that was said, or the Fed's last move of a kind. */
export const firstDayOfSpan = (
  { from, sinceLast }: RotationQuestion,
  today: IsoDate | undefined,
): IsoDate | undefined => {
  if (from !== undefined) return isoDate(from);
  if (sinceLast === undefined || today === undefined) return undefined;
  return lastMove(sinceLast, today);
};

const FROM_THERE = /\bfrom (?:there|then|that)\b/;

/** `in the six months after the cut`, `12m on`, `first month after the hike`: so long from the first day. */
const lengthFrom = ({ utterance, phrases }: RotationWords): string | undefined => {
  const unit = /\bthe (week|month|year) (?:after|following)\b/.exec(utterance.joined)?.[1];
  const named = phrases.of('within')[0]?.value ?? (unit && !phrases.has('cycles') ? `1 ${unit}` : undefined);
  const one = lengthsIn(utterance).find(
    ({ from, to, isAgo }) =>
      !isAgo &&
      (/^(?:after|following|from|on|later)$/.test(utterance.words[to] ?? '') ||
        /^(?:first|next|following)$/.test(utterance.words[from - 1] ?? '')),
  );
  return named ?? (one && `${one.back.count} ${one.back.unit}`);
};

const SINCE_DECISION =
  /^(?:(?:and|so|ok|fine|what about|how about|,|\.) )*since (?:the|that) ([a-z]+) (?:fed )?(?:decision|meeting|fomc|mtg)(?: then)?\W*$/;
const SINCE_MOVE_THEN = /^(?:(?:and|so|ok|fine|,|\.) )*since the (?:last )?(cut|hike|move) then\W*$/;
const STOOD_WHEN =
  /^(?:(?:and|so|ok|,) )*(?:what|where) (?:did|was) (?:it|the ratio) (?:(?:stand|at) )*when they (first|last) (cut|hiked?|raised|eased) in ((?:19|20)\d\d)\W*$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Behind the ratio: `and since the September decision?`, `since the hike then`, `what did it stand at when they first cut in 2024?` */
const besideNamed = (text: string, context: Context | undefined, today: IsoDate | undefined) => {
  if (!today || context?.stale || context?.last.kind !== 'rotation') return undefined;
  const [, month] = SINCE_DECISION.exec(text) ?? [];
  const number = month ? MONTHS.indexOf(month.slice(0, 3)) + 1 : 0;
  const decided = MEETINGS.findLast(
    ({ decision }) => decision <= today && number > 0 && Number(decision.slice(5, 7)) === number,
  );
  if (decided) return { from: decided.decision };
  const [, way] = SINCE_MOVE_THEN.exec(text) ?? [];
  if (way) return { sinceLast: way as 'cut' | 'hike' | 'move' };
  const [, which, moved = '', year] = STOOD_WHEN.exec(text) ?? [];
  if (!year || Number(year) > yearOf(today)) return undefined;
  const all = decisionsBetween(isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)).filter(
    isOfWay(/^(?:cut|eased)/.test(moved) ? 'cut' : 'hike'),
  );
  const at = all.at(which === 'first' ? 0 : -1)?.on;
  return at && at <= today ? { at } : undefined;
};

/** `from the last hike to the first cut`; `stop at the first cut of 25`, `and from there to the hike` behind a span. */
export const betweenMoves = (
  said: RotationWords,
  context: Context | undefined,
  today: IsoDate | undefined,
): Partial<RotationQuestion> | undefined => {
  const { utterance, phrases, days, start } = said;
  const beside = besideNamed(utterance.joined, context, today);
  if (beside) return beside;
  const last =
    context?.last.kind === 'rotation' && !context.stale && !phrases.has('subject') ? context.last : undefined;
  const spoken =
    last && (FROM_THERE.test(utterance.joined) ? last.to : (firstDayOfSpan(last, today) ?? isoDateOf(last.at)));
  const from = days.until ? undefined : (days.since?.first ?? (spoken && isoDate(spoken)));
  const to = from && moveUntil(utterance, from, today);
  if (to) return { from, to };
  const [named, length] = [moveNamed(utterance, today), lengthFrom(said)];
  const day = days.since?.first ?? (named && 'from' in named ? named.from : start && firstDayOfSpan(start, today));
  const end = length && day && (phrases.has('subject') || last) ? lengthBehind(day, length) : undefined;
  if (day && end) return { from: day, ...(today && end < today && { to: end }) };
  return fromMoveToMove(utterance, context?.history, today) ?? (phrases.has('subject') ? named : undefined);
};

/** `1 month` behind a day. */
export const lengthBehind = (day: IsoDate, length: string): IsoDate => {
  const [count = '', unit] = length.split(' ');
  if (unit === 'day') return addDays(day, Number(count));
  if (unit === 'year') return monthsBefore(day, -12 * Number(count));
  return unit === 'week' ? addDays(day, 7 * Number(count)) : monthsBefore(day, -Number(count));
};
