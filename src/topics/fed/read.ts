import { yearOf } from '../../calendar/index.ts';
import {
  type DateSlot,
  firstWordOf,
  isOnly,
  lexiconOf,
  marked,
  type Place,
  phrasesOf,
  says,
  slotsOf,
  strangeIn,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { withYears } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import { exactly, leftAmong, type Reading, type ReadTopic, strangeAmong, usesOf } from '../reading.ts';
import { calendarAsked } from './read-calendar.ts';
import { exchangeAsked } from './read-exchange.ts';
import { oddsAskedIn, saysHold } from './read-priced.ts';
import words from './words.json' with { type: 'json' };

/** What only the Fed's range and the odds of its meetings are asked by; what a question of fact begins with. */
const [ASKED, FACTS] = [lexiconOf(words.asked), lexiconOf(words.facts)];

const MOST_STRANGE = 4;
/** `which dates r those`. */
const OF_THEIRS =
  /^(?:(?:and|so|ok) )*(?:(?:(?:on )?(?:which|what|the) )?(?:dates|days|meetings)|when|whens) (?:(?:are|r|is|would|of|for) )?(?:those|these|they|them|that)(?: be| fall| on)*(?: \?)?$/;

/** `is december 16 one`, behind a meeting to come: a day, and no year that is over. */
const dayAhead = (typed: Utterance, utterance: Utterance, today: IsoDate | undefined): Utterance => {
  const isPast = ({ isAmbiguous, year, day, month }: DateSlot): boolean =>
    isAmbiguous === true &&
    today !== undefined &&
    month !== undefined &&
    day !== undefined &&
    (year ?? 0) < yearOf(today);
  if (!slotsOf(typed, 'date').some(isPast)) return utterance;
  const slots = typed.slots.map((slot) => {
    if (slot.kind !== 'date' || !isPast(slot)) return slot;
    const { isAmbiguous: _, year: __, ...day } = slot;
    return day;
  });
  return { ...typed, slots };
};

/** The target range, the calendar of meetings, and odds by meeting. */
export const readFed: ReadTopic = (typed, context, _library, { today }) => {
  // "and 28", behind the meetings of a year to come
  const isYearToCome =
    context?.last.kind === 'fed' &&
    today !== undefined &&
    slotsOf(typed, 'amount').every(({ value }) => value > yearOf(today) % 100);
  const utterance = withYears(typed, today, isYearToCome);
  const { has, of, all } = phrasesOf(utterance, ASKED);
  const facts = phrasesOf(utterance, FACTS);
  // "shut list for 27" has a year, and "dec 24" is a day
  const dated = slotsOf(typed, 'date').length > 0 ? typed : utterance;
  const exchange = exchangeAsked(dated, today, context?.last.kind === 'fed' ? context.last : undefined);
  if (exchange) {
    const { calendar, name, places } = exchange;
    const isClear = isOnly(utterance, places);
    return [exactly({ kind: 'fed', calendar }, name, usesOf(utterance, places), isClear ? {} : { isOffer: true })];
  }
  // what small caps or companies do is no fact of the Fed's
  if (
    context?.move &&
    ([...marked(typed, 'scale'), ...marked(typed, 'reset', 'reset')].length > 0 || says(typed, /^leaves?$/))
  )
    return [];
  if (has('not') || marked(utterance, 'company').length > 0 || slotsOf(utterance, 'note').length > 0) return [];
  const before = context?.last.kind === 'fed' ? context.last : context?.fed;
  const isHere = before !== undefined && before === context?.last;
  const last = isHere ? before : undefined;
  const asks = of('asks');
  const isFedNamed = marked(utterance, 'fed').length > 0;
  const names = [...marked(utterance, 'fed'), ...marked(utterance, 'rate')];
  const ways = slotsOf(utterance, 'direction').filter((one) => one.of === 'rate');
  const acts = [...names, ...marked(utterance, 'move'), ...ways];
  const first = firstWordOf(utterance);
  const begins = (tag: string): boolean => facts.of(tag).some(({ from }) => from === first);
  const isAsked = begins('fact') || utterance.words.length <= 6 || typed.typed.trim().endsWith('?');
  const readings: Reading[] = [];
  const add = (asked: Reading['asks'], name: string, uses: readonly Place[], isSure: boolean): void => {
    const places = [...uses, ...all];
    const [strange, strangeWords] = [strangeAmong(utterance, places).length, strangeIn(utterance, places).length];
    if (strangeWords > MOST_STRANGE || (strange > 0 && !isFedNamed && asks.length === 0)) return;
    readings.push(exactly(asked, name, usesOf(utterance, uses), isSure && strange === 0 ? {} : { isOffer: true }));
  };

  // "any chance of a 50% cut in my hours"
  const isOwn = !isFedNamed && says(utterance, /^(?:my|our|his|her|their)$/);
  const isOdds = has('asks', 'odds', 'count') && !isOwn;
  // "how many meetings are left", "with projections?" behind odds are of the calendar
  const isOfCalendar = says(utterance, /^(?:meetings|dates|projections|dots)$/) && ways.length === 0;
  // "which dates r those", behind a move at each of the next meetings
  const run = context?.last.kind === 'rate-move' && !context.stale ? context.last.parts : undefined;
  if (run?.every(({ month }) => month === undefined) && OF_THEIRS.test(typed.joined))
    return [
      exactly({ kind: 'fed', calendar: { ask: 'next', count: run.length } }, 'Dates of those meetings', [
        wholeOf(utterance),
      ]),
    ];
  // "and what did they do last december" is of the record
  const isOver = slotsOf(utterance, 'date').some(({ said, month }) => month && /^(?:last|previous)$/.test(said ?? ''));
  const isGoingOnOdds = last?.ask !== undefined && !isOfCalendar && !isOver;
  const isWhen = begins('when');
  const move = context?.last.kind === 'rate-move' ? context.last : context?.move;
  const priced = isOdds || isGoingOnOdds ? oddsAskedIn(utterance, today, last, move) : undefined;
  // one thing that is asked accounts for its own numbers, and all that futures imply for every one
  const looked = utterance.slots.filter(({ kind }) =>
    (priced ? ['date', 'span'] : ['date', 'span', 'amount', 'count']).includes(kind),
  );
  // odds are of a move of the rate or a meeting: `odds of a soft landing` are somebody's view
  const isOfRate =
    acts.length > 0 ||
    marked(utterance, 'market').length > 0 ||
    facts.has('market') ||
    saysHold(utterance) ||
    utterance.words.length <= 2 ||
    isHere ||
    priced?.asks.month !== undefined ||
    (priced?.asks.sizeBps !== undefined && move !== undefined);
  if (isOdds && !(has('asks', 'odds') && !isOfRate) && !begins('then')) {
    const name = priced ? 'What futures imply of it' : 'Odds by meeting';
    const uses = [...asks, ...acts, ...looked, ...(priced?.places ?? [])];
    // all that futures imply; the path, meeting by meeting
    const isPath = !priced && (has('path') || looked.length > 0);
    // "odds of up there", behind a meeting
    const at = says(utterance, /^(?:there|then)$/) ? (last?.calendar?.on ?? last?.calendar?.month) : undefined;
    const ofThere =
      at !== undefined && !priced?.asks.month && priced?.asks.ask === 'odds' ? { month: at.slice(0, 7) } : {};
    const ask = { ...(priced?.asks ?? { ask: isPath ? ('path' as const) : ('odds' as const) }), ...ofThere };
    add(
      { kind: 'fed', ...ask },
      isPath || priced ? name : 'Odds at the next meeting',
      uses,
      isAsked || isHere || isOfRate,
    );
  } else if (isGoingOnOdds && priced && !isWhen) {
    const uses = [...of('goingOn'), ...acts, ...looked, ...priced.places];
    if (isOnly(utterance, [...uses, ...all]))
      add({ kind: 'fed', ...priced.asks }, 'What futures imply of it', uses, !context?.stale);
  }
  if ((isHere || context?.last.kind === 'rate-move-market') && has('goingOn', 'saying'))
    add({ kind: 'fed' }, 'Odds by meeting', all, true);
  if (isOdds) return readings;
  const isOfRange = has('asks', 'range') && !facts.has('meeting');
  const standing = isGoingOnOdds && !isWhen ? undefined : before;
  const found = isOfRange
    ? undefined
    : calendarAsked(last?.calendar ? dayAhead(typed, utterance, today) : utterance, today, standing);
  if (found) {
    const uses = [...found.places, ...names];
    const isClear = leftAmong(utterance, [...uses, ...all, ...slotsOf(utterance, 'clock')]).length === 0;
    add({ kind: 'fed', calendar: found.calendar }, found.name, uses, isClear && found.isNamed && !context?.stale);
  } else if (has('asks', 'range')) {
    const now = slotsOf(utterance, 'date').filter(({ said }) => said && !/^(?:last|previous)/.test(said));
    const isNow = now.length === slotsOf(utterance, 'date').length && slotsOf(utterance, 'span').length === 0;
    add({ kind: 'fed' }, 'Fed: range, meetings, odds', [...asks, ...acts, ...now], isAsked && isNow);
  }
  return readings;
};
