import { addDays, dateFrom, yearOf } from '../../calendar/index.ts';
import { MEETINGS, type Meeting } from '../../fed/index.ts';
import {
  type DateSlot,
  lexiconOf,
  marked,
  type Place,
  phrasesOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { type IsoDate, isoMonthOf } from '../../units.ts';
import { dayNamed } from '../days.ts';
import type { CalendarAsked, FedQuestion } from './question.ts';

/** Words by which the calendar of meetings is asked. */
const CALENDAR_WORDS = lexiconOf({
  meeting: {
    meeting: `meeting|meetings|fomc meeting|fomc meetings|fed meeting|fed meetings|gathering|gatherings|get together|decision|decisions|rate decision|fed decision|announcement|rate announcement|statement`,
    meet: 'meet|meets|sit down|sit|sits|gather|announce|announces|convene|next powell',
    fed: 'fomc|fed|the fed',
  },
  asks: {
    date: `when|whens|next|nearest|upcoming|forthcoming|coming|what day|which day|what date|which date|date|date of|the date of|land|lands|falls on|fall on|day|is there|there a|what time|time to|still to come|in there yet`,
    days: `days|days to|days until|how many days|how many weeks|weeks until|sleeps|how many sleeps|how long until|how long|how long have we got|how long have we got until|how far off`,
    all: 'dates|calendar|schedule|all of them|the whole lot|whole lot|list|list all|all the|which of|which|meetings this year|meetings next year',
    left: 'left|are left|remain|remaining|to go|still to come|are there still|do we have left',
  },
  step: {
    after:
      'after|following|the one after|one after|after that|the next one|next one|the following one|the one following|and then|next set|the next set',
    before: 'the one before|one before|before that|the previous one|previous one',
  },
  nth: {
    '1': 'first|first meeting|the first',
    '2': 'second',
    '3': 'third',
    '4': 'fourth',
    '5': 'fifth',
    '-1': 'last meeting|last one|final',
  },
  newYear: { newYear: 'new year|the new year|next year' },
  projections: {
    projections: `projections|the projections|economic projections|summary of economic projections|sep meeting|sep meetings|dots|new dots|dot plot|new dot plot|dot plots|a dot plot`,
  },
  past: {
    past: 'did|since|since when|changed|was|were|had|done|last time|happened|decided|cut|cuts|hike|hikes|hiked|they do',
  },
  beside: {
    beside: `calendar|slide|london|new york|tokyo|frankfurt|conference|press|presser|come|comes|with|accompanied|will be|statement|confirm|how many|before we close|calendar year|this year|back to the fed|putting together|decision|range|staff|spring|ones|one|up|mine|ours|our|london time|most helpful|one more|powell and co|co|boss|tentative|out|have|got`,
  },
});

export interface CalendarReading {
  readonly calendar: CalendarAsked;
  readonly name: string;
  /** True where a meeting of the Fed's is named, or was spoken of before: `2027 dates` may be others. */
  readonly isNamed: boolean;
  readonly places: readonly Place[];
}

/** `SEP` in capitals, or in front of meetings, are the projections and no September. */
const isProjections = ({ typed, words }: Utterance, { start, end, to, month }: DateSlot): boolean =>
  month === 9 && (/\bSEP\b/.test(typed.slice(start, end)) || /^(?:meetings?|ones?)$/.test(words[to] ?? ''));

/** The next month of that name, or the one of a year that is said: `2027-04`. */
const monthOf = ({ month = 1, year, said }: DateSlot, today: IsoDate): string => {
  const name = String(month).padStart(2, '0');
  const next = name >= today.slice(5, 7) ? yearOf(today) : yearOf(today) + 1;
  return `${year ?? (said === 'next' && next === yearOf(today) ? next + 1 : next)}-${name}`;
};

const meetingIn = (month: string): Meeting | undefined =>
  MEETINGS.find(({ decision }) => isoMonthOf(decision) === month);
const next = (day: IsoDate, isProjected: boolean): Meeting | undefined =>
  MEETINGS.find(({ decision, hasProjections }) => decision > day && (hasProjections || !isProjected));

/** The meeting that a question about the calendar is about; the next one where it names none. */
export const meetingAskedOf = (calendar: CalendarAsked | undefined, today: IsoDate): IsoDate | undefined =>
  (calendar?.on as IsoDate | undefined) ??
  (calendar?.month ? meetingIn(calendar.month) : next(addDays(today, -1), false))?.decision;

/** `the 9th`: the next meeting on such a day of a month. */
const onDayOfMonth = ({ tokens, words }: Utterance, today: IsoDate): { on: IsoDate; at: Place } | undefined => {
  const at = words.findIndex(
    (word, place) => /^(?:st|nd|rd|th)$/.test(word) && /^\d{1,2}$/.test(words[place - 1] ?? ''),
  );
  const end = `-${(tokens[at - 1]?.word ?? '').padStart(2, '0')}`;
  const is = ({ start, decision }: Meeting): boolean => decision.endsWith(end) || start.endsWith(end);
  const found =
    at > 0 ? (MEETINGS.find((one) => one.decision >= today && is(one)) ?? MEETINGS.findLast(is)) : undefined;
  return found && { on: found.decision, at: { from: at - 1, to: at + 1 } };
};

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
  if (!today) return undefined;
  const phrases = phrasesOf(utterance, CALENDAR_WORDS);
  const said = [
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'span').flatMap(({ since, until }) => (since ? [since] : until ? [until] : [])),
  ];
  const dates = said.filter((slot) => !isProjections(utterance, slot) && slot.isAmbiguous !== true);
  const isProjected = phrases.has('projections') || dates.length < said.length;
  const isFed = marked(utterance, 'fed').length > 0;
  const nouns = phrases.of('meeting', 'meeting', 'fed').length > 0;
  const asks = phrases.of('asks');
  const isAsked = asks.length > 0 || phrases.has('step') || phrases.has('nth');
  const isVerb = phrases.has('meeting', 'meet') && isFed;
  const isOfDots = isProjected && (isAsked || nouns || dates.length > 0 || before !== undefined);
  if (phrases.has('past')) return undefined;
  const isGoingOn = before !== undefined;
  // "next meeting with the client"
  const isOfOthers =
    !isFed && !isGoingOn && utterance.words.some((word) => /^(?:with|my|our|client|team|boss)$/.test(word));
  if (isOfOthers && !isProjected) return undefined;
  const isNamed = (nouns && isAsked) || isVerb || isOfDots || (isGoingOn && (isAsked || dates.length > 0));
  const isOfLater =
    (phrases.has('asks', 'all') && dates.some(({ year }) => year !== undefined && year >= yearOf(today))) ||
    (phrases.has('step', 'after') && dates.some(({ month }) => month !== undefined));
  // "the range going into the dec 25 meeting" is of the record
  const isOver = dates.some(
    ({ year, month }) =>
      year !== undefined && month !== undefined && `${year}-${String(month).padStart(2, '0')}` < isoMonthOf(today),
  );
  if (isOver && !isGoingOn && !/^(?:when|whens|what|which)$/.test(utterance.words[0] ?? '')) return undefined;
  if (!isNamed && !isOfLater) return undefined;
  const projections = isProjected ? { projections: true as const } : {};
  const places: readonly Place[] = [
    ...phrases.all.filter(({ tag }) => tag !== 'past'),
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'span'),
    ...slotsOf(utterance, 'direction'),
  ];
  const one = (on: IsoDate | undefined, more: readonly Place[] = []): CalendarReading | undefined =>
    on && {
      calendar: { ask: 'date', on, ...projections },
      name: `Fed meeting of ${dayNamed(on)}`,
      isNamed,
      places: [...places, ...more],
    };
  const dated = dates.find(({ month }) => month !== undefined);
  const years = dates.flatMap(({ year, month }) => (year !== undefined && month === undefined ? [year] : []));
  const saidYear =
    dates.some(({ said: words }) => words === 'next year') || phrases.has('newYear') ? yearOf(today) + 1 : undefined;
  const year = years[0] ?? saidYear;
  const base = meetingAskedOf(before?.calendar, today);
  if (phrases.has('asks', 'left') && (nouns || isProjected))
    return {
      calendar: { ask: 'left', ...(year && { year }), ...projections },
      name: isProjected ? 'Projections left this year' : 'Fed meetings left this year',
      isNamed,
      places,
    };
  const [nth] = phrases.of('nth');
  if (nth && year !== undefined) {
    const of = MEETINGS.filter(
      ({ decision, hasProjections }) => yearOf(decision) === year && (hasProjections || !isProjected),
    );
    return one(of.at(Number(nth.value) - (Number(nth.value) > 0 ? 1 : 0))?.decision);
  }
  if (phrases.has('step', 'after')) {
    const month = dated && monthOf(dated, today);
    const isDay = dated?.day !== undefined;
    const day =
      month === undefined
        ? undefined
        : isDay
          ? dateFrom(Number(month.slice(0, 4)), Number(month.slice(5)), dated?.day ?? 1)
          : dateFrom(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 0);
    const from = day ?? (before ? base : addDays(today, -1));
    return one(from && next(from, isProjected)?.decision);
  }
  if (phrases.has('step', 'before') && base) return one(MEETINGS.findLast(({ decision }) => decision < base)?.decision);
  if (dated) {
    const month = monthOf(dated, today);
    const day = dated.day === undefined ? undefined : `${month}-${String(dated.day).padStart(2, '0')}`;
    const sits =
      day === undefined ? undefined : MEETINGS.find(({ start, decision }) => start === day || decision === day);
    if (sits) return one(sits.decision);
    return {
      calendar: { ask: 'date', month, ...projections },
      name: `Fed meeting in ${dayNamed(dateFrom(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).slice(2)}`,
      isNamed,
      places,
    };
  }
  const isYear = year !== undefined || dates.some(({ said: words }) => words === 'this year');
  if (isYear || phrases.has('asks', 'all'))
    return {
      calendar: { ask: 'all', ...(year && { year }), ...projections },
      name: year ? `Fed meetings in ${year}` : 'Fed meetings this year',
      isNamed,
      places,
    };
  const ordinal = onDayOfMonth(utterance, today);
  if (ordinal) return one(ordinal.on, [ordinal.at]);
  if (isProjected && (phrases.has('asks', 'date') || phrases.has('asks', 'days')) && !isGoingOn)
    return one(next(addDays(today, -1), true)?.decision);
  if (isGoingOn && before?.calendar && base) return one(base);
  return { calendar: { ask: 'date', ...projections }, name: 'Next Fed meeting', isNamed, places };
};
