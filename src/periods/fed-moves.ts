import { addDays, calendarDaysBetween, dateBack, dateFrom, yearOf } from '../calendar/index.ts';
import { type Decision, decisionsBetween, MEETINGS } from '../fed/index.ts';
import type { Place, Utterance } from '../language/index.ts';
import { type FedHistoryQuestion, type FedWay, isAskedBy, spanAsked } from '../topics/fed-history/question.ts';
import { type IsoDate, isoDate, isoMonthOf } from '../units.ts';
import type { Period } from './periods.ts';

/** Moves of the Fed as people name them: the newest of a way, a run of them, the one spoken of, from one to another. */

export const EARLIEST = isoDate('1900-01-01');

/** Whether a decision went that way; without one, whether it moved the rate at all. */
export const isOfWay =
  (way: FedWay | undefined) =>
  ({ change }: Pick<Decision, 'change'>): boolean =>
    way === 'cut' ? change < 0 : way === 'hike' ? change > 0 : way === 'hold' ? change === 0 : change !== 0;

/** The newest move of that way up to a day. */
export const lastMove = (way: FedWay | undefined, until: IsoDate): IsoDate | undefined =>
  decisionsBetween(EARLIEST, until).findLast(isOfWay(way))?.on;

/** Moves that all went one way, one after another, up to a day: oldest first. */
export const runsUntil = (today: IsoDate) => {
  const runs: { way: FedWay; from: IsoDate; to: IsoDate; count: number }[] = [];
  for (const { on, change } of decisionsBetween(EARLIEST, today).filter(isOfWay('move'))) {
    const last = runs.at(-1);
    const way = change < 0 ? 'cut' : 'hike';
    if (last?.way === way) Object.assign(last, { to: on, count: last.count + 1 });
    else runs.push({ way, from: on, to: on, count: 1 });
  }
  return runs;
};

/** So many days at most lie between moves at one meeting and the next. */
const NEXT_MEETING = 100;

/** Time without a move: the longest that begins or ends in a period, else the newest that is over. */
export const pauseIn = (period: Period | undefined, today: IsoDate) => {
  const days = decisionsBetween(EARLIEST, today).filter(isOfWay('move'));
  const pauses = days.slice(1).map(({ on: to }, at) => {
    const from = (days[at] as Decision).on;
    return { from, to, days: calendarDaysBetween(from, to) };
  });
  const isIn = (on: IsoDate): boolean => period === undefined || (on >= period.first && on <= period.last);
  const long = pauses.filter((one) => one.days > NEXT_MEETING && (isIn(one.from) || isIn(one.to)));
  return period ? long.toSorted((one, other) => other.days - one.days)[0] : long.at(-1);
};

/** Moves one way, the first of which, or some of which, lie in a period: those of it and what went on from them. */
export const runIn = (way: FedWay, period: Period | undefined, today: IsoDate, isWhole: boolean) => {
  const run = runsUntil(today).findLast(
    (one) => one.way === way && (!period || (one.from <= period.last && one.to >= period.first)),
  );
  if (!run || isWhole || !period) return run;
  const [first, ...more] = decisionsBetween(period.first > run.from ? period.first : run.from, run.to).filter(
    isOfWay(way),
  );
  if (!first) return run;
  const to = more.reduce(
    (last, { on }) => (on <= period.last || calendarDaysBetween(last, on) <= NEXT_MEETING ? on : last),
    first.on,
  );
  return { ...run, from: first.on, to };
};

const YES_OR_NO = /^(?:(?:and|so|but|ok|hi|hey) )*(?:did|have|has|was|were|any|is|are)\b.* between\b/;

/** `did they move between july 2023 and september 2024`, both of which hold a move: what lies between these two. */
export const insideOf = (
  { joined }: Utterance,
  { since, until }: { readonly since?: Period; readonly until?: Period },
  way: FedWay | undefined,
): { readonly from: IsoDate; readonly to: IsoDate } | undefined => {
  const isMove = isOfWay(way === 'hold' ? 'move' : way);
  const [start, end] = [since, until].map((one) => (one ? decisionsBetween(one.first, one.last).filter(isMove) : []));
  const [from, to] = [start?.at(-1)?.on, end?.[0]?.on];
  return from && to && addDays(from, 1) < to && YES_OR_NO.test(joined)
    ? { from: addDays(from, 1), to: addDays(to, -1) }
    : undefined;
};

/** The day of the move with which the newest stay at a level began: one that is named, the highest or lowest of a time, or the last. */
const stayBegun = ({ level, extreme, from }: FedHistoryQuestion, until: IsoDate): IsoDate | undefined => {
  const moves = decisionsBetween(EARLIEST, until).filter(isOfWay('move'));
  const levels = moves.filter(({ on }) => !from || on >= from).map(({ upper }) => upper);
  const asked = extreme ? Math[extreme === 'highest' ? 'max' : 'min'](...levels) : level;
  const isThere = ({ upper, lower }: Decision): boolean =>
    asked === undefined || (asked === 0 ? lower : upper) === asked;
  const then = moves.findLast(({ on }) => from !== undefined && on <= from);
  return (then && isThere(then) ? then : moves.findLast(isThere))?.on;
};

/** The day that the last answer was about. */
export const dayOf = (question: FedHistoryQuestion, today: IsoDate): IsoDate | undefined => {
  const { ask, back, meeting } = question;
  const { from, to } = spanAsked(question, today);
  const until = to === undefined || to > today ? today : to;
  if (ask === 'range') return back ? dateBack(until, back) : until;
  if (ask === 'meeting') {
    if (!meeting) return MEETINGS.findLast(({ decision }) => decision <= today)?.decision;
    const inYear = (year: number) => dateFrom(year, meeting.month, meeting.day ?? 1);
    const newest = inYear(yearOf(today)) <= today ? yearOf(today) : yearOf(today) - 1;
    const on = inYear(meeting.year ?? newest);
    return meeting.day
      ? on
      : (MEETINGS.find(({ decision }) => isoMonthOf(decision) === isoMonthOf(on))?.decision ?? on);
  }
  if (ask === 'stay') return stayBegun(question, until);
  const decided = decisionsBetween(from ?? EARLIEST, until);
  const all = decided.filter(isAskedBy(question));
  if (ask !== 'largest' && ask !== 'smallest') return all.at(ask === 'first' ? 0 : -1)?.on;
  // one of several of a size is none
  const sizes = all.map(({ change }) => Math.abs(change));
  const size = ask === 'largest' ? Math.max(...sizes) : Math.min(...sizes);
  const [one, other] = all.filter(({ change }) => Math.abs(change) === size);
  return other ? undefined : one?.on;
};

const END =
  '(?:(that|the|their|its) )?(?:(?:very )?(last|final|latest|most recent|first|next) )?(?:fed |rate )?(cut|hike|rise|raise|increase|reduction)(?: (?:in |of )?(?:(19|20)?(\\d\\d)))?(?= |$)';
const FROM_MOVE_TO_MOVE = new RegExp(`\\b(?:from|between|since) ${END} (?:to|until|till|and|through|up to) ${END}`);
/** Of those that were spoken of. */
const FIRST_TO_LAST = /\bfrom (?:the )?(?:very )?first(?: one)?(?: of (?:them|those|em))? to (?:the )?(?:very )?last\b/;
const BESIDE_MOVE = new RegExp(
  `(.*\\b(?:since|after|following|between|before|until|till|up to|prior to|ahead of) )(${END})`,
);

/** A move of the Fed's as words name it: `the last hike of 2023`. */
const namedMove = ([that, which = '', noun = '', century = '20', year]: readonly (string | undefined)[]) => ({
  isThat: that === 'that',
  isLast: /^(?:last|final|latest|most)/.test(which),
  which,
  way: /^(?:cut|reduction)/.test(noun) ? ('cut' as const) : ('hike' as const),
  year: year && `${century}${year}`,
});

/**
 * `from that last hike to the first cut`: the newest two moves of which these words are true, or the one spoken of and the
 * next. Their days.
 */
export const fromMoveToMove = (
  { joined }: Utterance,
  spoken: FedHistoryQuestion | undefined,
  today: IsoDate | undefined,
): { readonly from: IsoDate; readonly to: IsoDate } | undefined => {
  const said = FROM_MOVE_TO_MOVE.exec(joined);
  if (!today) return undefined;
  if (!said) {
    const { from = EARLIEST, to = today } = spoken ? spanAsked(spoken, today) : {};
    const all =
      spoken && /^(?:moves|largest|smallest)$/.test(spoken.ask) && FIRST_TO_LAST.test(joined)
        ? decisionsBetween(from, to).filter(isAskedBy(spoken))
        : [];
    const [first, last] = [all[0]?.on, all.at(-1)?.on];
    return first && last && first < last ? { from: first, to: last } : undefined;
  }
  const [one, other] = [namedMove(said.slice(1, 6)), namedMove(said.slice(6, 11))];
  if (!(one.which || other.which)) return undefined;
  const runs = runsUntil(today);
  const on = spoken && dayOf(spoken, today);
  const isSpoken = one.isThat && on !== undefined && decisionsBetween(on, on).some(isOfWay(one.way));
  const pairs = runs.flatMap((run, at) => {
    const then = one.way === other.way ? run : runs[at + 1];
    const from = isSpoken ? on : one.isLast ? run.to : run.from;
    const to = then && (other.isLast ? then.to : then.from);
    const isMeant =
      run.way === one.way &&
      from >= run.from &&
      from <= run.to &&
      (!one.year || from.startsWith(one.year)) &&
      (!other.year || to?.startsWith(other.year));
    return isMeant && to && from < to ? [{ from, to }] : [];
  });
  return pairs.at(-1);
};

/** The day of a move by its name; `isFollowed` where one the other way came after its run. */
const dayOfNamed = (
  { isLast, way, year }: Pick<ReturnType<typeof namedMove>, 'isLast' | 'way' | 'year'>,
  today: IsoDate,
  isFollowed = false,
): IsoDate | undefined => {
  const ofYear = year && decisionsBetween(isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)).filter(isOfWay(way));
  if (ofYear) return ofYear.at(isLast ? -1 : 0)?.on;
  const run = runsUntil(today).findLast(
    (one, at, all) => one.way === way && (!isFollowed || all[at + 1] !== undefined) && (isLast || one.count > 1),
  );
  return run?.[isLast ? 'to' : 'from'];
};

/**
 * `any cuts since the last hike`, `the first cut after the last hike of 2023`: the day of the move that others are counted
 * from or up to, and where it is said. None where no day stands for it, or it is itself what is asked.
 */
export const moveBeside = (
  { joined }: Utterance,
  today: IsoDate | undefined,
): (Place & { readonly on: IsoDate }) | undefined => {
  const said = BESIDE_MOVE.exec(joined);
  if (!said || !today) return undefined;
  const [, lead = '', name = ''] = said;
  const { which, way, year, ...named } = namedMove(said.slice(3, 8));
  // "the last move before the hike"
  const isThe = !which && !year && said[3] === 'the';
  const isLast = isThe || named.isLast;
  const other = /\b(first|next)? ?(?:fed |rate )?(cut|hike|move)s?\b|\b(?:what|how many|done|happened|meetings)\b/.exec(
    lead,
  );
  if (!(which || isThe) || which === 'next' || !other || /how (?:long|many (?:days|weeks|months|years))/.test(lead))
    return undefined;
  const isFollowed = other[1] !== undefined && other[2] !== way;
  const on = dayOfNamed({ isLast, way, year }, today, isFollowed);
  const from = lead.split(' ').length - 1;
  return on && { on, from, to: from + name.split(' ').length };
};

const UNTIL_MOVE = new RegExp(`\\b(?:to|until|till|up to|through|(?:stop|end)(?: it)? (?:at|with|on)) ${END}`);

/** `from the july 2023 hike to the first cut`, `stop at the first cut of 25`: the day of the move that ends a time, by its first day. */
export const moveUntil = ({ joined }: Utterance, from: IsoDate, today: IsoDate | undefined): IsoDate | undefined => {
  const said = UNTIL_MOVE.exec(joined);
  if (!said || !today) return undefined;
  const { which, isLast, way, year } = namedMove(said.slice(1, 6));
  if (!which && said[1] !== 'the') return undefined;
  const [first, last] = year ? [isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)] : [from, today];
  const moves = decisionsBetween(first > from ? first : addDays(from, 1), last).filter(isOfWay(way));
  return moves.at(isLast ? -1 : 0)?.on;
};

const BESIDE_DAY = new RegExp(`\\b(?:day|session|close|night|eve) (before|after) ${END}`);
const AT_MOVE = new RegExp(`\\b(?:day of|on|at) ${END}`);
const SINCE_MOVE = new RegExp(`\\b(?:since|from|after|following) ${END}`);
/** Set against a day, and not asked of it. */
const AGAINST = /\b(?:how far|vs|versus|compared|against where|from where)\b/;
const WHEN_LAST = /\bwhen (?:they|the fed|fed) last (cut|hike|raise)/;

/** `on the day of the last cut`, `when they last hiked`, `since the first cut of 25`: a day of one move, and whether a time begins there. */
export const moveNamed = (
  { joined }: Utterance,
  today: IsoDate | undefined,
): { readonly at: IsoDate } | { readonly from: IsoDate } | undefined => {
  const [at, since, last] = [AT_MOVE.exec(joined), SINCE_MOVE.exec(joined), WHEN_LAST.exec(joined)?.[1]];
  if (!today) return undefined;
  const beside = AGAINST.test(joined) || since ? null : BESIDE_DAY.exec(joined);
  if (beside) {
    const { which, isLast, way, year } = namedMove(beside.slice(2, 7));
    const on = which || beside[2] === 'the' ? dayOfNamed({ isLast: isLast || !which, way, year }, today) : undefined;
    return on && { at: addDays(on, beside[1] === 'before' ? -1 : 1) };
  }
  if (last) return { at: lastMove(last === 'cut' ? 'cut' : 'hike', today) ?? today };
  const named = namedMove((at ?? since ?? []).slice(1, 6));
  const on = named.which && (at ? !since : named.year) ? dayOfNamed(named, today) : undefined;
  return on && (at && !AGAINST.test(joined) ? { at: on } : { from: on });
};
