import { addDays, dateFrom, yearOf } from '../../calendar/index.ts';
import { MEETINGS, type Meeting } from '../../fed/index.ts';
import {
  type DateSlot,
  lexiconOf,
  marked,
  overlaps,
  type Place,
  phrasesOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { dayNamed, periodOf } from '../../periods/index.ts';
import { type IsoDate, isoDate, isoMonthOf } from '../../units.ts';
import type { CalendarAsked, FedQuestion } from './question.ts';
import { type CalendarReading, datesNamed, LONGEST_BARE, monthNamed, nextSuch, ordinalAlone } from './read-exchange.ts';
import words from './words.json' with { type: 'json' };

/** Words by which the calendar of meetings is asked, and words that only say how those are meant. */
const CALENDAR = lexiconOf(words.calendar);
const HINTS: ReadonlySet<string> = new Set(['past', 'others', 'which']);

/** `SEP` in capitals, or in front of meetings, are the projections and no September. */
const isProjections = ({ typed, words: said }: Utterance, { start, end, to, month, day, year }: DateSlot): boolean =>
  month === 9 &&
  !(day ?? year) &&
  (/\bSEP\b/.test(typed.slice(start, end)) || /^(?:meetings?|ones?)$/.test(said[to] ?? ''));

/** `next 3 fed days`, `the next two meetings`: how many, and where it is said. */
const nextFew = (utterance: Utterance): { count: number; at: Place } | undefined => {
  const at = utterance.slots.find(
    (slot) =>
      (slot.kind === 'amount' || slot.kind === 'count') &&
      /^(?:next|coming|upcoming|following)$/.test(utterance.words[slot.from - 1] ?? '') &&
      Number.isInteger(slot.value) &&
      slot.value >= 2 &&
      slot.value <= MOST_LISTED,
  );
  return at && (at.kind === 'amount' || at.kind === 'count') ? { count: at.value, at } : undefined;
};
const MOST_LISTED = 16;
const LONGEST_OR = 8;

const nextAfter = (day: IsoDate, isProjected: boolean): IsoDate | undefined =>
  MEETINGS.find(({ decision, hasProjections }) => decision > day && (hasProjections || !isProjected))?.decision;

/** The meeting that a question about the calendar is about; the next one where it names none. */
const meetingAskedOf = (calendar: CalendarAsked | undefined, today: IsoDate): IsoDate | undefined => {
  if (calendar?.on) return isoDate(calendar.on);
  const month = calendar?.month;
  return month
    ? MEETINGS.find(({ decision }) => isoMonthOf(decision) === month)?.decision
    : nextAfter(addDays(today, -1), false);
};

const yearAskedOf = (calendar: CalendarAsked | undefined): number | undefined =>
  calendar?.year ??
  ((calendar?.on ?? calendar?.month) ? Number((calendar?.on ?? calendar?.month)?.slice(0, 4)) : undefined);

/** `the 9th`: the next meeting on such a day of a month, or the last one that was. */
const onDayOfMonth = (utterance: Utterance, today: IsoDate): { on: IsoDate; at: Place } | undefined => {
  const at = ordinalAlone(utterance, []);
  const end = `-${String(at?.day).padStart(2, '0')}`;
  const is = ({ start, decision }: Meeting): boolean => decision.endsWith(end) || start.endsWith(end);
  const found = MEETINGS.find((one) => one.decision >= today && is(one)) ?? MEETINGS.findLast(is);
  return at && found ? { on: found.decision, at } : undefined;
};

/** `second half of 27`, `q1 27`, `the rest of 2027 after june`: the day before it, and its last. */
const partOfYear = (utterance: Utterance, today: IsoDate): { on: IsoDate; to: IsoDate } | undefined => {
  const dates = datesNamed(utterance);
  const part = dates.find(({ half, quarter }) => half ?? quarter);
  const whole = part && periodOf(part, today);
  if (whole && typeof whole !== 'string') return { on: addDays(whole.first, -1), to: whole.last };
  const year = dates.find((one) => one.year)?.year;
  const behind = slotsOf(utterance, 'span').find(
    ({ since, from }) => since?.month && utterance.words[from] === 'after',
  );
  const isSeveral = /\b(?:dates|meetings|mtgs|decisions|rest|remainder|left|remaining)\b/.test(utterance.joined);
  const start = behind?.since && year && isSeveral && periodOf({ ...behind.since, year }, today);
  return start && typeof start !== 'string' ? { on: start.last, to: dateFrom(yearOf(start.last), 12, 31) } : undefined;
};

/** `fed this week?`, and no move of it. */
const OF_WEEK = /^(?:(?:is|anything from|so|and) )?(?:the )?fed (?:on )?(?:this|next) (?:week|month)\W*$/;

const WHICH_DATE = /\b(?:which|what) (?:date|day)\b|^(?:when|wen|whens)(?: (?:is|s))? the [a-z]+ (?:one|meeting|mtg)\b/;
/** `last mtg of the yr?` */
const LAST_OF_YEAR =
  /^(?:(?:and|so|ok|when|whens|is|s|what|date|the|this years|years) )*(?:last|final) (?:fed |fomc )?(?:meeting|mtg|decision) (?:(?:of|in|for) )?(?:the|this) (?:year|yr)\W*$/;
const MONTH_WORDS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((one) => new RegExp(`^${one}`));

/** The word behind the `is` that a question begins with, or none. */
const bareMonth = ({ words }: Utterance): string => (/^(?:is|does)$/.test(words[0] ?? '') ? (words[1] ?? '') : '');

/**
 * `next fomc?`, `the one after december`, `2027 dates`, `how many left this year`, `is dec a dot plot meeting`.
 *
 * @param before the question before, where a short turn may go on from it
 */
export const calendarAsked = (
  utterance: Utterance,
  today: IsoDate | undefined,
  before: FedQuestion | undefined,
): CalendarReading | undefined => {
  const { all, of, has } = phrasesOf(utterance, CALENDAR);
  if (!today || has('past')) return undefined;
  const words = utterance.joined;
  const said = datesNamed(utterance);
  const months = said.filter((slot) => !isProjections(utterance, slot));
  const dates = months.filter(({ isAmbiguous }) => !isAmbiguous);
  // "is dec one with dots"
  const named =
    has('projections') && months.length === 0 ? MONTH_WORDS.findIndex((one) => one.test(bareMonth(utterance))) : -1;
  const dated = dates.find(({ month }) => month !== undefined);
  const ofMonth = dated ?? (named >= 0 ? { month: named + 1 } : undefined);
  const isSaid = (words: string): boolean => dates.some((slot) => slot.said === words);
  const isNextYear = isSaid('next year') || has('newYear');
  const month = ofMonth && monthNamed({ year: isNextYear ? yearOf(today) + 1 : undefined, ...ofMonth }, today);
  const onDay = dated?.day && `${month}-${String(dated.day).padStart(2, '0')}`;
  const year =
    dates.find((slot) => slot.year && !slot.month)?.year ??
    (isNextYear ? yearOf(today) + 1 : has('those', 'year') ? yearAskedOf(before?.calendar) : undefined);

  // "so which do in 27", behind one with projections
  const isOfThose =
    before?.calendar !== undefined &&
    (has('those', 'those') ||
      (before.calendar.projections === true && /\bwhich (?:ones )?(?:do|have|carry|come)\b/.test(words)));
  const isProjected = has('projections') || months.length < said.length || isOfThose;
  const isFed = marked(utterance, 'fed').length > 0;
  // "next meeting with the client"
  if (has('others') && !isFed && !before && !isProjected) return undefined;
  // "the range going into the dec 25 meeting" is of the record
  if (month && dated?.year && month < isoMonthOf(today) && !before && of('which')[0]?.from !== 0) return undefined;
  const isMeeting = has('meeting', 'meeting', 'fed');
  // "the fed sits on its hands" holds
  const isSitting = of('meeting', 'meet').some(
    (mark) => !slotsOf(utterance, 'direction').some((one) => one.way === 'hold' && overlaps(one, mark)),
  );
  // "how many more before xmas", behind the next one
  const isMore = (has('more') || has('asks', 'left')) && before?.calendar !== undefined;
  // "for the next 4 meetings": how often something comes
  const isOften =
    /^(?:for|over|at)$/.test(utterance.words[0] ?? '') && utterance.words.length <= 6 && before === undefined;
  const few = isOften ? undefined : nextFew(utterance);
  const isAsked = has('asks') || has('step') || has('nth') || isMore || few !== undefined;
  const isGoingOn = before !== undefined && (isAsked || dates.length > 0);
  const isOfDots = isProjected && (isAsked || isMeeting || said.length > 0 || named >= 0 || before !== undefined);
  // "dates for 2027", "all the 2027 meetings", "jan which date", and no more
  const [question = ''] = words.split(/ [?,] /);
  const isShort = question.split(' ').filter((word) => /\w/.test(word)).length <= LONGEST_BARE;
  const isOfYear =
    isShort &&
    (year !== undefined && year > yearOf(today)
      ? has('meeting', 'meeting') || (has('asks', 'all') && utterance.words.includes('for'))
      : month !== undefined && !dated?.year && !dated?.day && WHICH_DATE.test(utterance.joined));
  const isNextAfter = has('step', 'after') && !!month && has('asks', 'date') && of('which')[0]?.from === 0;
  // "first one in 27": nothing else is listed of a year to come
  const isNth = isShort && has('nth') && year !== undefined && year > yearOf(today) && /\bone in \d+\W*$/.test(words);
  // "fomc in feb", "fed meeting this week", "fed this week?"
  const isOfMeeting =
    isShort &&
    ((isFed && (has('meeting', 'meeting') || OF_WEEK.test(utterance.joined))) || utterance.words.includes('fomc')) &&
    ((month !== undefined && month >= isoMonthOf(today) && !dated?.isAmbiguous) ||
      dates.some(({ said }) => /^(?:this|next) (?:week|month)$/.test(said ?? '')));
  // "fed in xmas week or no"
  const isOr =
    question.split(' ').length <= LONGEST_OR &&
    isFed &&
    month !== undefined &&
    /\bor (?:no|not|nah|none)\W*$/.test(words);
  const isTheyNext =
    /^(?:(?:so|and|ok) )?(?:when|whens) (?:do|will|are) they (?:sit|sit down|meet|sitting|meeting)(?: down)? next\W*$/.test(
      words,
    );
  const isLastOfYear = LAST_OF_YEAR.test(words);
  const isOfNext = isTheyNext || isLastOfYear || isOfMeeting || isOr || isNth || isOfYear || isNextAfter;
  const isNamed = isOfNext || (isMeeting && isAsked) || (isSitting && isFed) || isOfDots || isGoingOn;
  const isOfLater =
    ((has('asks', 'all') || (isFed && isMeeting)) && year !== undefined && year >= yearOf(today)) ||
    (has('step', 'after') && !!month) ||
    (isNextYear && !!month && has('asks', 'date')) ||
    // "9 dec": of the meeting that sits then
    (utterance.words.length <= 3 && MEETINGS.some(({ decision }) => decision > today && decision === onDay));
  if (!isNamed && !isOfLater) return undefined;

  const reading = (calendar: CalendarAsked, name: string, at: readonly Place[] = []): CalendarReading => ({
    calendar: { ...calendar, ...(isProjected && { projections: true as const }) },
    name,
    isNamed,
    places: [
      ...all.filter(({ tag }) => !HINTS.has(tag)),
      ...utterance.slots.filter(({ kind }) => ['date', 'span', 'direction'].includes(kind)),
      ...(named >= 0 ? [{ from: 1, to: 2 }] : []),
      ...(isOr || isTheyNext || isLastOfYear ? [wholeOf(utterance)] : []),
      ...at,
    ],
  });
  const one = (on: IsoDate | undefined, at?: readonly Place[]): CalendarReading | undefined =>
    on && reading({ ask: 'date', on }, `Fed meeting of ${dayNamed(on)}`, at);
  const part = partOfYear(utterance, today);
  if (part) {
    const within = MEETINGS.filter(
      ({ decision, hasProjections }) => decision > part.on && decision <= part.to && (hasProjections || !isProjected),
    );
    if (within.length === 1) return one(within[0]?.decision);
    if (within.length > 1)
      return reading({ ask: 'next', count: within.length, on: part.on }, 'Fed meetings of that time');
  }
  const base = meetingAskedOf(before?.calendar, today);
  // "the following two", behind one that was spoken of
  const after =
    before?.calendar && base && utterance.words[few ? few.at.from - 1 : 0] === 'following' ? base : undefined;
  if (few) {
    const asked = { ask: 'next' as const, count: few.count, ...(after && { on: after }) };
    return reading(asked, `Next ${few.count} Fed meetings`, [few.at]);
  }
  const isOfDays = /\bhow (?:many|much) (?:more )?(?:days|weeks|sleeps|time)\b/.test(words);
  if (
    !isOfDays &&
    (isMore || (has('asks', 'left') && (isMeeting || isSitting || isProjected))) &&
    (!dated || dated.month === 12)
  )
    return reading(
      { ask: 'left', ...(year && { year }) },
      isProjected ? 'Projections left this year' : 'Fed meetings left this year',
    );
  // "only the ones with dots"
  const listed = before?.calendar?.ask !== 'date' ? before?.calendar : undefined;
  if (listed && isProjected && !has('step') && !has('nth') && dates.length === 0)
    return reading(listed, 'Meetings with projections');
  const [nth] = of('nth').map(({ value }) => Number(value));
  const first = month ? isoDate(`${month}-01`) : undefined;
  const day = first && dated?.day ? addDays(first, dated.day - 1) : undefined;
  const until = day ?? first;
  // "last meeting before xmas"
  if (nth === -1 && until && has('before')) return one(MEETINGS.findLast(({ decision }) => decision < until)?.decision);
  if (has('step', 'afterNext')) return one(nextAfter(meetingAskedOf(undefined, today) ?? today, isProjected));
  if (isLastOfYear) return one(MEETINGS.findLast(({ decision }) => yearOf(decision) === yearOf(today))?.decision);
  const ofYear = year ?? (listed && yearOf(isoDate(`${listed.year ?? yearOf(today)}-01-01`)));
  if (nth && ofYear) {
    const isMeant = isProjected || listed?.projections === true;
    const all = MEETINGS.filter((at) => yearOf(at.decision) === ofYear && (at.hasProjections || !isMeant));
    return one(all.at(nth - (nth > 0 ? 1 : 0))?.decision);
  }
  if (has('step', 'after')) {
    const end = first && dateFrom(yearOf(first), Number(first.slice(5, 7)) + 1, 0);
    const from = day ?? end ?? (before ? base : addDays(today, -1));
    return one(from && nextAfter(from, isProjected));
  }
  // "and the last one", behind the next
  const isLast = nth === -1 && before?.calendar?.ask === 'date' && dates.length === 0;
  if ((isLast || has('step', 'before')) && base)
    return one(MEETINGS.findLast(({ decision }) => decision < base)?.decision);
  if (first) {
    const sits = MEETINGS.find(({ start, decision }) => start === day || decision === day)?.decision;
    return one(sits) ?? reading({ ask: 'date', month }, `Fed meeting in ${dayNamed(first).slice(2)}`);
  }
  if (year || isSaid('this year') || has('asks', 'all'))
    return reading({ ask: 'all', ...(year && { year }) }, year ? `Fed meetings in ${year}` : 'Fed meetings this year');
  // "is there a fed before our board on the 15th": up to the next such day
  const ahead = has('before') ? ordinalAlone(utterance, []) : undefined;
  const end = ahead && nextSuch(ahead.day, today);
  if (ahead && end) {
    const on = MEETINGS.findLast(({ decision }) => decision < end && decision >= today)?.decision;
    return (
      one(on, [ahead]) ?? reading({ ask: 'date', month: isoMonthOf(end) }, `Fed meeting in ${dayNamed(end).slice(2)}`)
    );
  }
  const ordinal = onDayOfMonth(utterance, today);
  if (ordinal) return one(ordinal.on, [ordinal.at]);
  if (isProjected && has('asks', 'date', 'days') && !before) return one(nextAfter(addDays(today, -1), true));
  return (before?.calendar && one(base)) ?? reading({ ask: 'date' }, 'Next Fed meeting');
};
