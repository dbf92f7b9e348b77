import { matcherOf, wholeOf } from '../../language/index.ts';
import { dayNamed } from '../../periods/index.ts';
import type { FedWay } from './question.ts';
import { askedParts, isOrder } from './read-parts.ts';
import { type HistoryWords, isYear, type PastAsked } from './read-said.ts';
import { isClaimed } from './read-scope.ts';

const WAYS: Record<FedWay, string> = { cut: 'Cuts', hike: 'Hikes', hold: 'Holds', move: 'Moves' };
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const timeNamed = ({ from, to, yearsAgo, back }: PastAsked): string => {
  if (yearsAgo !== undefined) return [' this year', ' last year'][yearsAgo] ?? ` ${yearsAgo} years ago`;
  if (back) return `, last ${back.count} ${back.unit}s`;
  if (from && to && !isYear({ from, to })) return ` ${dayNamed(from)} to ${dayNamed(to)}`;
  if (from && to) return ` in ${from.slice(0, 4)}${from.slice(0, 4) === to.slice(0, 4) ? '' : `–${to.slice(0, 4)}`}`;
  if (from) return ` since ${dayNamed(from)}`;
  return to ? ` up to ${dayNamed(to)}` : '';
};

/** A question about the Fed's past as a button asks it. */
export const historyName = (asks: PastAsked): string => {
  const { ask, way = 'move', meeting, to, from, sizeBps } = asks;
  const size = sizeBps === undefined ? '' : `${sizeBps} bp `;
  const ofMonth = asks.month && ask !== 'meeting' ? ` in a ${MONTHS[asks.month - 1]}` : '';
  const month = meeting ? ` in ${MONTHS[meeting.month - 1]}${meeting.year ? ` ${meeting.year}` : ''}` : ' last time';
  const names: Record<PastAsked['ask'], string> = {
    last: `Last ${size}${way}${timeNamed(asks)}`,
    first: `First ${size}${way}${timeNamed(asks)}`,
    largest: `Largest ${way}${timeNamed(asks)}`,
    smallest: `Smallest ${way}${timeNamed(asks)}`,
    moves: `${asks.yearly && !asks.from ? 'By year: ' : ''}${asks.inARow ? `${WAYS[way]} in a row` : `${size}${WAYS[way]}`}${ofMonth}${timeNamed(asks)}`,
    meeting: `What the Fed did${month}`,
    range: `Fed’s range${to ? ` on ${dayNamed(to)}` : ''}`,
    cycle: 'Cutting or hiking',
    stay: 'How long it stood there',
    gap: `Days from ${from ? dayNamed(from) : 'then'} on`,
  };
  return names[ask];
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
    'level zero =day|=date|=hit|=reach|=reached|=reaches -count',
    'level rate last|lastTime -than -span',
  ],
  ['moves', 'held-at', 'held-at count way:hold|=meetings'],
  ['range', 'claimed-now', 'level still -alone'],
  ['stay', 'until', 'howLong stayed until -last -inARow'],
  ['stay', '', 'sinceWhen rate -span -last -alone'],
  ['stay', '', 'howLong stayed way:hold -span -last -inARow'],
];

const OPENINGS: readonly Opening[] = [
  ['moves', 'every-year', 'bothWays =year|=years -span'],
  ['meeting', 'next-to', 'next-to past', 'next-to nothing-else'],
  ['moves', 'held-between', 'count =meetings|=holds =between newest held-between'],
  [
    'last',
    'the-last only a-month',
    `lastTime|timeThey a-month ${WAY} -before -=meetings`,
    '^opens:when last>0>way a-month -before -since',
  ],
  ['moves', 'narrow only span', `first>1>ended opens:when span ${WAY}`],
  ['last', 'the-run', 'ended opens:when the-run'],
  ['first', 'pause-end', 'ended opens:when pause-end'],
  ['last', 'pause-start', 'first opens:when pause-start'],
  ['gap', 'gap-days', 'howLong without>0>way before gap-days'],
  ['gap', 'both-ends', 'howLong|gap both-ends'],
  ['moves', 'narrow span every-year', 'years =than =more|=less|=fewer|=bigger -rate'],
  ['last', 'the-last only ago', 'howLong without>0>way -before -span'],
  ['gap', 'pause', 'howLong pause -=before -=until -inARow'],
  ['moves', 'narrow around', 'rate =before|=prior =after|=afterwards around'],
  ['gap', 'gap-days', 'gap gap-days', 'howLong first last gap-days', 'howLong first span way>9>way gap-days'],
  ['moves', 'newest', 'newest -inARow'],
  ['gap', 'longest-pause', 'longest way:hold longest-pause -size -count'],
  ['moves', 'run only', 'inARow run', 'longest way:hold|size run'],
  // a cycle of the past is a span
  ['largest', 'a-way only span', 'largest a-way'],
  ['smallest', 'a-way only span', 'smallest a-way'],
  ['stay', 'extreme campaign span', `extreme rate -${WAY}`, `extreme cycle -${WAY}`],
  ['cycle', '', 'cycle:cycle -alone -span -unscheduled'],
  ['range', 'years yearly', 'rate years'],
  ['range', 'span yearly', `rate yearly span -${WAY}`],
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
    '=it higher>3>thanWord alone on',
  ],
  [
    'range',
    'until',
    'rate was before>5>way:cut,hike alone -either -count',
    '=range|=level|=target before>5>way:cut,hike alone -either -count -last -first',
  ],
  ['range', 'after', 'rate after -count'],
  ['range', 'until', 'rate until -count -stayed -way'],
  ['range', 'time-ago', `rate time-ago -${WAY}`, `fed =where|=wheres time-ago -${WAY}`],
  ['range', 'on claimed', 'rate was|with-year on -count -a-way'],
  // "when was the last time they did a 75"
  ['last', 'only span', `timeThey size -${WAY}`],
  ['last', 'move only span', 'lastMoved -way:cut,hike'],
  ['meeting', '', `lastTime -meeting -span -count -${WAY}`],
  ['meeting', 'a-way', 'lastTime -meeting -span -count a-way ^opens:did'],
  [
    'last',
    'the-last only within ago',
    'last>2>way -count',
    'last>3>way sort|size past',
    'last>1>way sort nothing-else',
    'howLong since>2>way -last -stayed -span',
    '^opens:when way>1>last -count',
    // "date of the 50 in 2024", "last 75 was when"
    `^opens:when size then -${WAY} -count -several`,
  ],
  // "when did they last do a half point"
  ['last', 'only span', `last size past -${WAY}`, `last>1>size nothing-else -${WAY}`],
  ['first', 'the-first only span', 'first>2>way span|ever', 'step:on>2>way since', 'first a-way ^opens:when span'],
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
  [
    'moves',
    'narrow only span',
    'unscheduled',
    'size ever',
    'size past a-way',
    'size then nothing-else',
    '^opens:when size then several',
    'count size several nothing-else',
  ],
  ['meeting', 'a-day', 'a-day -up-to -toCome -before', 'a-day with-year -up-to -before'],
  [
    'moves',
    'narrow only within yearly',
    'yearly past a-way -span',
    `span a-way ${WAY}|count|fed -up-to -in-month`,
    'span past',
  ],
  ['moves', 'narrow span', 'idle whole-year'],
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
  'idle whole-year nothing-else',
  'inARow|longest size nothing-else',
  ...['newest way:move', 'lastTime way:move nothing-else'],
  ...[
    'size then nothing-else',
    'count size several nothing-else',
    'way:move span nothing-else',
    'last>1>size nothing-else',
    `^opens:when size then`,
  ],
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
  const parts = askedParts(said);
  const whole = [wholeOf(said.utterance)];
  const named = new Map([...parts.keys()].map((name) => [name, whole] as const));
  if (said.sizes.length > 0 && named.has('size')) named.set('size', [...said.sizes]);
  if (said.days.until) named.set('until-day', whole);
  const is = matcherOf(said.utterance, { all: [], of: said.of, has: said.has }, named);
  const isOfFed = OF_FED.some(is);
  const isAsked = (isOfFed || OF_MOVES.some(is)) && !isOrder(said);
  const found = [...STAYS, ...(isAsked ? OPENINGS : [])].find(([, , ...patterns]) => patterns.some(is));
  if (!found) return { isOfFed };
  const [ask, has] = found;
  const asks: PastAsked = Object.assign({ ask }, ...has.split(' ').map((name) => parts.get(name)));
  if (ask !== 'last' || !isClaimed(said)) return { isOfFed, asks };
  // "was the last cut 50", "wasnt the last hike in 2023": what the person takes it to be picks none
  const { sizeBps, orMore: _, from, to, yearsAgo, ...last } = asks;
  const span = { ...(from && { from }), ...(to && { to }), ...(yearsAgo !== undefined && { yearsAgo }) };
  return { isOfFed, asks: { ...last, ...(sizeBps !== undefined && span) } };
};
