import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import {
  type Amount,
  type Count,
  isBefore,
  isOnly,
  marked,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { fromMoveToMove, isOfWay, lastMove, type Period, runsUntil } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import type { HistoryWords, PastAsked, PastSpan } from './read-said.ts';
import { gapAsked, heldAt, longestPause, movesAround, nextTo, runAsked, stretchAsked } from './read-stretches.ts';

/** Up to the day before something that is named: `before 2024`, `before the 2024 cuts`, `before this year`. */
export const spanBefore = ({ of, has, days, utterance, span, way }: HistoryWords): PastSpan | undefined => {
  const [word] = of('before');
  const [one] = days.alone;
  // "last cut before covid"
  if (word && !one && span?.from && span.from === span.to) return { to: span.to };
  if (!word || !one) return span;
  const then = of('way').find(({ from }) => from > word.to)?.value as FedWay | undefined;
  const isWithin = then && way !== 'move' && slotsOf(utterance, 'date').some(({ to }) => to <= word.from);
  const end = isWithin && decisionsBetween(one.first, one.last).find(isOfWay(then))?.on;
  if (end) return { from: one.first, to: addDays(end, -1) };
  if (slotsOf(utterance, 'date').some(({ said }) => said === 'this year')) return { yearsAgo: 1, orEarlier: true };
  const named = of('way', 'cut', 'hike').findLast(({ from }) => from > word.to)?.value as FedWay | undefined;
  // "where was the range before the 2024 cuts and what did they do": those moves say both
  if (named && has('rate') && has('either', 'either')) return span;
  const start = named && decisionsBetween(one.first, one.last).find(isOfWay(named))?.on;
  return { to: addDays(start ?? one.first, -1) };
};

/** `the last hike before the 2024 cuts`: the way that is asked is said first, or right behind `last`. */
const wayPicked = ({ of, way }: HistoryWords, tag: 'last' | 'first'): FedWay => {
  const near = of('way').find((one) => isBefore(of(tag), [one], 2)) ?? of('way').find(({ value }) => value === way);
  return (near?.value as FedWay | undefined) ?? way ?? 'move';
};

/** A way that is asked for; moves either way are asked for without one. */
export const narrow = (way: FedWay | undefined): Pick<PastAsked, 'way'> => (way && way !== 'move' ? { way } : {});

const NTH = new Map(Object.entries({ first: 0, second: 1, third: 2, fourth: 3, last: -1, final: -1 }));
/** `the first one of 2026`, `last meeting in 2025`. */
const NTH_OF_YEAR = new RegExp(
  `\\b(${[...NTH.keys()].join('|')})(?: (?:one|meeting|mtg|fomc|decision|sitting))*(?: (?:of|in|from))+ (20\\d\\d)(?! \\w*(?:cut|hike|move|rise))`,
);

/** A month or a day on its own, or the first or last of a year, and no longer stretch: a meeting. */
export const meetingOf = ({ utterance, days }: HistoryWords): FedHistoryQuestion['meeting'] => {
  const dates = slotsOf(utterance, 'date');
  const nth = NTH_OF_YEAR.exec(utterance.joined);
  const sat =
    nth && MEETINGS.filter(({ decision }) => decision.startsWith(nth[2] ?? '')).at(NTH.get(nth[1] ?? '') ?? 0);
  if (sat) return { month: Number(sat.decision.slice(5, 7)), year: yearOf(sat.decision) };
  const slots = dates.filter(({ month, weekday, said }) => month ?? weekday ?? said === 'yesterday');
  const slot = slots.find(({ year }) => year !== undefined) ?? slots[0];
  const one = (slot && days.alone[slots.indexOf(slot)]) ?? days.alone[0];
  const isTwo = slots.some(({ month }) => month !== slot?.month) || days.alone.length > slots.length;
  if (!slot || !one || isTwo) return undefined;
  const isRelative = slot.weekday !== undefined || slot.said === 'yesterday';
  const isMerged = days.places.length < dates.length || dates.some(({ said }) => said === 'this year');
  return {
    month: Number(one.first.slice(5, 7)),
    ...((slot.year || isRelative || isMerged) && { year: yearOf(one.first) }),
    ...((slot.day || isRelative) && { day: Number(one.first.slice(8)) }),
  };
};

/** True of a day on which a meeting sat or something was decided, and of every longer time. */
export const isMeetingDay = ({ first, last }: Period): boolean =>
  first !== last ||
  MEETINGS.some(({ start, decision }) => start === first || decision === first) ||
  decisionsBetween(first, last).length > 0;

/** `skip it until 7 december`, `hold at 50`: what is to be done, and not what was. */
export const isOrder = ({ is }: HistoryWords): boolean => is('^order -past');

/** How many decisions are asked for, holds among them: `last 3 decisions`. */
export const decisionsCounted = ({
  utterance,
  of,
}: Pick<HistoryWords, 'utterance' | 'of'>): Amount | Count | undefined =>
  utterance.slots.find(
    (one): one is Amount | Count =>
      ((one.kind === 'count' && one.of === 'meeting') ||
        (utterance.words.slice(one.from, one.to + 1).includes('decisions') &&
          (one.kind === 'count' || (one.kind === 'amount' && !one.unit)))) &&
      Number.isInteger(one.value) &&
      one.value > 1 &&
      isBefore(of('last'), [one], 0),
  );

/** `last three cuts`, `last 3 decisions`. */
const newestIn = (said: HistoryWords): Partial<PastAsked> | undefined => {
  const { utterance, today, of } = said;
  const decisions = decisionsCounted(said);
  if (decisions) {
    const newest = today && lastMove('move', today);
    const from = MEETINGS.filter(({ decision }) => newest && decision <= newest).at(-decisions.value)?.decision;
    return from && { from };
  }
  const count = slotsOf(utterance, 'count').find(
    (one) => ['cut', 'hike', 'move'].includes(one.of) && isBefore(of('last'), [one], 0),
  );
  const isFew = count !== undefined && Number.isInteger(count.value) && count.value > 1;
  return isFew ? { newest: count.value, ...(count.of === 'move' ? {} : { way: count.of as FedWay }) } : undefined;
};

/** A year, or days of one, that have begun: what is said of sizes then is of the record. */
export const isOver = ({ span, today, utterance }: HistoryWords): boolean =>
  today !== undefined &&
  span?.from !== undefined &&
  span.from <= today &&
  [...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span').flatMap(({ since }) => since ?? [])].some(
    ({ year, isAmbiguous }) => year !== undefined && !isAmbiguous && year <= yearOf(today),
  );

const hikesSince = (today: IsoDate | undefined): PastSpan | undefined => {
  const from = today && runsUntil(today).findLast(({ way, count }) => way === 'hike' && count > 1)?.from;
  return from && { from };
};

/** What can be said of a question about the Fed's past, by the names that the patterns of openings know it by. */
export const askedParts = (said: HistoryWords): ReadonlyMap<string, Partial<PastAsked>> => {
  const { has, days, span, lengths, utterance, way, only, level } = said;
  const dates = slotsOf(utterance, 'date');
  const [one, other] = days.alone;
  const [date] = dates;
  const meeting = meetingOf(said);
  const before = spanBefore(said);
  const named = has('named') && span?.from === span?.to ? span?.to : undefined;
  const on = other ? undefined : (one?.last ?? named);
  const until = before?.to ?? one?.last;
  const [stretch, gap] = [stretchAsked(said), gapAsked(said)];
  const pause = way === 'hold' ? stretch : undefined;
  const [year = 0, month = 0, day = 0] = (span?.from ?? '').split('-').map(Number);
  const isOpen = dates.every((slot) => slot.year === undefined);
  const isInMonth = one && !other && isOpen && span?.yearsAgo === undefined && span?.from && span.to;
  const isUpTo = days.until && !days.since && !span?.from && isOpen && dates.every((slot) => slot.said === undefined);
  const isOfMonth = date?.month !== undefined && date.year === undefined && date.day === undefined;
  const parts: readonly (readonly [string, Partial<PastAsked> | undefined | '' | false])[] = [
    ['a way', way && { way }],
    ['narrow', has('either') && days.since ? {} : narrow(way)],
    ['newest', newestIn(said)],
    ['only', only],
    ['size', only.sizeBps !== undefined && only],
    ['number', said.sizes.length > 0 && {}],
    ['span', span],
    ['since', days.since && span],
    ['within', (has('cycle') && span?.from) || days.since ? span : before],
    ['level', level && { level: level.percent }],
    // "were rates above 4%": the range says it
    ['claimed', (level?.places.length ?? 0) > 1 && !has('than') && { claimed: level?.percent }],
    ['claimed now', level && { claimed: level.percent }],
    ['era', has('named') && span],
    ['extreme', has('extreme') && { extreme: has('extreme', 'lowest') ? 'lowest' : 'highest' }],
    // "peak rate this cycle": since the last campaign of hikes began
    ['campaign', has('cycle') && hikesSince(said.today)],
    ['yearly', has('yearly') && { yearly: true }],
    ['years', days.alone.length > 1 && dates.every(({ month }) => month === undefined) && span],
    ['until', until && { to: until }],
    ['on', on && { to: on }],
    // "range after the oct 25 meeting"
    ['after', days.since && !way && utterance.words.includes('after') && { to: days.since.last }],
    // "the 50s in 2022": a size of a time that is over
    ['then', isOver(said) && {}],
    ['several', said.sizes[0]?.isPlural && {}],
    ['back', span?.back && { back: span.back }],
    ['time ago', lengths[0]?.isAgo && { back: lengths[0].back }],
    ['a month', isOfMonth && { month: date.month }],
    ['meeting', meeting && { meeting }],
    ['a day', !!span?.from && span.from === span.to && !date?.weekday && { meeting: { month, year, day } }],
    ['gap days', gap],
    ['both ends', fromMoveToMove(utterance, undefined, said.today)],
    ['held between', gap && { way: 'hold', ...gap }],
    ['run', (has('inARow') || has('longest')) && runAsked(said)],
    ['longest pause', has('longest') && longestPause(said)],
    ['around', movesAround(said)],
    ['the run', way !== 'hold' && stretch && { way, ...stretch }],
    ['pause', pause],
    ['pause end', pause?.from && { way: 'move', from: addDays(pause.from, 1) }],
    ['pause start', pause?.from && { way: 'move', to: pause.from }],
    ['every year', { yearly: true }],
    ['held at', heldAt(said)],
    ['next to', nextTo(said)],
    ['the last', { way: wayPicked(said, 'last') }],
    ['the first', { way: wayPicked(said, 'first') }],
    ['move', { way: way ?? 'move' }],
    ['ago', has('howLong') && { ago: true }],
    ['counted', slotsOf(utterance, 'count').some(({ of }) => of === 'cut' || of === 'hike' || of === 'move') && {}],
    ['alone', one && {}],
    ['with year', dates.some((slot) => slot.year !== undefined) && {}],
    ['whole year', dates.some((slot) => slot.year !== undefined && slot.month === undefined) && {}],
    ['up to', !said.isPast && isUpTo && {}],
    ['in month', !said.isPast && isInMonth && {}],
    ['meeting day', one && !other && one.first === one.last && isMeetingDay(one) && {}],
    ['nothing else', isOnly(utterance, [...said.places, ...said.sizes]) && {}],
  ];
  return new Map(parts.flatMap(([name, part]) => (part ? [[name.replace(' ', '-'), part] as const] : [])));
};

/** `run that size`, `emergency 100 tomorrow`, `175 of cuts`, or, of several moves, `make the last a hike`. */
const OF_MODEL =
  /^(?:(?:and|ok|so|now) )*(?:run|try|use|apply|put|shove|push|feed|throw|stick|plug) (?:that|this) (?:size|amount|move|total|sum)\b|^(?:(?:an?|what|if|so|and) )*(?:emergency|surprise|intermeeting|unscheduled|jumbo) \d+(?: ?bps?)?(?: (?:tomorrow|today|tonight|now|this week|next week|move))*\W*$|^(?:(?:and|ok|so|now) )*(?:run|rerun|try|apply|put|push|feed) the (?:biggest|largest|first|last)\b|\b\d{2,3} of (?:cuts|hikes|easing|tightening)\b/;

export const isOfModel = (utterance: Utterance, context: Context | undefined): boolean => {
  const isSized = slotsOf(utterance, 'amount').some(({ unit }) => unit === 'points');
  const isPast =
    utterance.slots.some(({ kind }) => kind === 'date' || kind === 'span') || marked(utterance, 'past').length > 0;
  return (
    OF_MODEL.test(utterance.joined) ||
    // "and what cut saves it 80m"
    (marked(utterance, 'wants').length > 0 &&
      marked(utterance, 'income').length > 0 &&
      !marked(utterance, 'past').length) ||
    // "six quarter point cuts in a row, total hit on savings"
    (isSized && !isPast && marked(utterance, 'income').length > 0) ||
    // "so how many 25s", behind a move or a sum
    (/^(?:rate-move|solve)$/.test(context?.last.kind ?? '') &&
      /\bhow many (?:25 ?s|quarters|clips|steps)\b/.test(utterance.joined)) ||
    (context?.move?.parts !== undefined && says(utterance, /^(?:make|turn|flip)$/))
  );
};
