import { addDays, yearOf } from '../../calendar/index.ts';
import { decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { type Amount, type Count, isBefore, isOnly, matcherOf, slotsOf, wholeOf } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Period } from '../periods.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import {
  EARLIEST,
  type HistoryWords,
  isOfWay,
  lastMove,
  type PastAsked,
  type PastSpan,
  runsUntil,
} from './read-said.ts';

/** Up to the day before something that is named: `before 2024`, `before the 2024 cuts`, `before this year`. */
export const spanBefore = ({ of, has, days, utterance, span }: HistoryWords): PastSpan | undefined => {
  const [word] = of('before');
  const [one] = days.alone;
  if (!word || !one) return span;
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

/** A month or a day on its own, and no longer stretch: a meeting. */
export const meetingOf = ({ utterance, days }: HistoryWords): FedHistoryQuestion['meeting'] => {
  const dates = slotsOf(utterance, 'date');
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

/** The first and the last move of a kind in a span: `how long did that take`. */
export const firstAndLast = (way: FedWay | undefined, { from, to }: PastSpan, today: IsoDate): PastSpan | undefined => {
  const moves = decisionsBetween(isoDate(from ?? EARLIEST), isoDate(to ?? today)).filter(isOfWay(way));
  const [first, last] = [moves[0]?.on, moves.at(-1)?.on];
  return first && last && first < last ? { from: first, to: last } : undefined;
};

/** `how long between the last cut and the sept hike`: from the day of one move to that of the other. */
const gapAsked = ({ of, has, today, days, span, way }: HistoryWords): PastSpan | undefined => {
  if (today && span?.from && has('first') && has('last')) return firstAndLast(way, span, today);
  const [one = 'move', other = one] = of('way').map(({ value }) => value as FedWay);
  // "from the first cut of 2024 to the hike this september"
  const start = days.since ?? days.alone[0];
  if (today && start && has('first') && has('howLong') && one !== other) {
    const from = decisionsBetween(start.first, today).find(isOfWay(one))?.on;
    const to = lastMove(other, days.until?.last ?? today);
    return from && to && from < to ? { from, to } : undefined;
  }
  const to = today && lastMove(other, days.until?.last ?? days.alone.at(-1)?.last ?? today);
  const from = to && lastMove(one, addDays(to, -1));
  return from && { from, to };
};

/** `how many holds in a row before they hiked in sept`, `longest streak of holds`. */
const runAsked = ({ of, today, span, days }: HistoryWords): Partial<PastAsked> | undefined => {
  const [way] = of('way', 'cut', 'hike', 'hold').map(({ value }) => value as FedWay);
  if (!way) return undefined;
  const [word] = of('before');
  if (!word) return { way, ...span, inARow: true };
  const then = of('way').find(({ from }) => from > word.to)?.value as FedWay | undefined;
  const to = today && lastMove(then, days.alone.at(-1)?.last ?? today);
  const from = to && lastMove('move', addDays(to, -1));
  return from && { way, from, to, inARow: true };
};

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
  const newest = today && lastMove('move', today);
  const from = MEETINGS.filter(({ decision }) => newest && decision <= newest).at(-(decisions?.value ?? 1))?.decision;
  if (decisions) return from && { from };
  const count = slotsOf(utterance, 'count').find(
    (one) => ['cut', 'hike', 'move'].includes(one.of) && isBefore(of('last'), [one], 0),
  );
  const isFew = count !== undefined && Number.isInteger(count.value) && count.value > 1;
  return isFew ? { newest: count.value, ...(count.of === 'move' ? {} : { way: count.of as FedWay }) } : undefined;
};

const hikesSince = (today: IsoDate | undefined): PastSpan | undefined => {
  const from = today && runsUntil(today).findLast(({ way, count }) => way === 'hike' && count > 1)?.from;
  return from && { from };
};

/** What can be said of a question about the Fed's past, by the names that the patterns below know it by. */
const partsOf = (said: HistoryWords): ReadonlyMap<string, Partial<PastAsked>> => {
  const { has, days, span, lengths, utterance, way, only, level } = said;
  const dates = slotsOf(utterance, 'date');
  const [one, other] = days.alone;
  const [date] = dates;
  const meeting = meetingOf(said);
  const before = spanBefore(said);
  const named = has('named') && span?.from === span?.to ? span?.to : undefined;
  const on = other ? undefined : (one?.last ?? named);
  const until = before?.to ?? one?.last;
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
    ['back', span?.back && { back: span.back }],
    ['time ago', lengths[0]?.isAgo && { back: lengths[0].back }],
    ['a month', isOfMonth && { month: date.month }],
    ['meeting', meeting && { meeting }],
    ['a day', !!span?.from && span.from === span.to && !date?.weekday && { meeting: { month, year, day } }],
    ['gap days', gapAsked(said)],
    ['run', runAsked(said)],
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
    ['nothing else', isOnly(utterance, said.places) && {}],
  ];
  return new Map(parts.flatMap(([name, part]) => (part ? [[name.replace(' ', '-'), part] as const] : [])));
};

const WAY = 'way:cut,hike,hold';

/** What is asked, which parts it has, and the patterns that ask it. The first that holds is meant. */
type Opening = readonly [asks: PastAsked['ask'], has: string, ...is: readonly string[]];

/** `how long did they sit at 5.25-5.50`, `how long were they on hold before the september 2024 cut`, `is it still 3.50-3.75`. */
const STAYS: readonly Opening[] = [
  [
    'stay',
    'level era',
    'level howLong',
    'level ^opens:when first',
    'level sinceWhen',
    'level zero ^opens:and,when,then',
    'level rate last|lastTime -than -span',
  ],
  ['range', 'claimed-now', 'level still -alone'],
  ['stay', 'until', 'howLong stayed until -last -inARow'],
  ['stay', '', 'sinceWhen rate -span -last -alone'],
  ['stay', '', 'howLong stayed way:hold -span -last -inARow'],
];

const OPENINGS: readonly Opening[] = [
  ['gap', 'gap-days', 'gap gap-days', 'howLong first last gap-days', 'howLong first span way>9>way gap-days'],
  ['moves', 'newest', 'newest -inARow'],
  ['moves', 'run', 'inARow run', 'longest way:hold run'],
  // a cycle of the past is a span
  ['largest', 'a-way only span', 'largest a-way'],
  ['smallest', 'a-way only span', 'smallest a-way'],
  ['stay', 'extreme campaign span', `extreme rate -${WAY}`],
  ['cycle', '', 'cycle:cycle -alone -span -unscheduled'],
  ['range', 'years yearly', 'rate years'],
  // "has the fed ever hiked in a december"
  ['moves', 'a-way only a-month', 'ever past a-way a-month'],
  ['moves', 'narrow only since', `ever past ${WAY}|size -first`],
  // "are rates lower than at the end of 2024": lower cuts nothing
  [
    'range',
    'on claimed',
    'rate than alone on -count -back',
    'rate level alone on -way',
    'rate higher>6>thanWord alone on',
  ],
  ['range', 'until', 'rate was before>5>way:cut,hike alone -either -count'],
  ['range', 'time-ago', `rate time-ago -${WAY}`],
  ['range', 'on claimed', 'rate was|with-year on -count -a-way'],
  // "when was the last time they did a 75"
  ['last', 'only span', `timeThey size -${WAY}`],
  ['meeting', '', `lastTime -meeting -span -count -${WAY}`],
  ['meeting', 'a-way', 'lastTime -meeting -span -count a-way ^opens:did'],
  [
    'last',
    'the-last only within ago',
    'last>2>way -count',
    'last>3>way sort|size past',
    'howLong since>2>way -last -stayed -span',
    '^opens:when way>1>last -count',
  ],
  // "when did they last do a half point"
  ['last', 'only span', `last size past -${WAY}`],
  ['first', 'the-first only span', 'first>2>way span|ever', 'first a-way ^opens:when span'],
  // "when did they start hiking": the run that goes on, and not the first on record
  ['cycle', '', 'first>2>way past', 'first a-way ^opens:when past'],
  ['last', 'a-way only', '^opens:when a-way past -span -way:hold'],
  // "what day does the january decision land" is of the calendar
  [
    'meeting',
    'narrow meeting',
    'meeting past|lastTime -before -unscheduled -since -until-day -count',
    'meeting way:move -toCome -since -until-day -count',
    'meeting result nothing-else',
  ],
  ['last', 'move only span', 'theOne'],
  ['moves', 'narrow only span', 'unscheduled', 'size ever', 'size past a-way'],
  ['meeting', 'a-day', 'a-day -up-to -toCome -before', 'a-day with-year -up-to -before'],
  ['moves', 'narrow only within yearly', `span a-way ${WAY}|count|fed -up-to -in-month`, 'span past'],
  [
    'moves',
    'span',
    'sum span -first -largest',
    'span whole-year fed nothing-else -up-to',
    'span chair past|count|nothing-else',
  ],
];

/** Where the Fed, its rate or what it does to it is named; `number of moves in 2022` may be of anything. */
const OF_FED = [
  `fed|rate|turned|sized|${WAY}|unscheduled|level|chair|cycle:cycle`,
  'sum span nothing-else',
  'newest way:move',
  ...['meeting-day past nothing-else', 'number|counted past meeting', 'meeting result nothing-else'],
];
const OF_MOVES = [
  'ever|size',
  'way:move count span|yearly',
  'way:move largest|smallest span',
  'last>1>way nothing-else',
];

/** What words ask by themselves, and whether they name the Fed or what it does. */
export const historyOpening = (said: HistoryWords): { readonly asks?: PastAsked; readonly isOfFed: boolean } => {
  const parts = partsOf(said);
  const whole = [wholeOf(said.utterance)];
  const named = new Map([...parts.keys()].map((name) => [name, whole] as const));
  if (said.days.until) named.set('until-day', whole);
  const is = matcherOf(said.utterance, { all: [], of: said.of, has: said.has }, named);
  const isOfFed = OF_FED.some(is);
  const isAsked = (isOfFed || OF_MOVES.some(is)) && !isOrder(said);
  const found = [...STAYS, ...(isAsked ? OPENINGS : [])].find(([, , ...patterns]) => patterns.some(is));
  if (!found) return { isOfFed };
  const [ask, has] = found;
  return { isOfFed, asks: Object.assign({ ask }, ...has.split(' ').map((name) => parts.get(name))) };
};
