import { yearOf } from '../calendar/index.ts';
import { MEETINGS } from '../fed/index.ts';
import { type DateSlot, type Place, type Span, slotsOf, type Utterance } from '../language/index.ts';
import type { IsoDate } from '../units.ts';
import { endsOf, type NoDay, type Period, periodOf } from './periods.ts';

const isYear = (one: DateSlot | undefined): one is DateSlot =>
  one !== undefined &&
  one.month === undefined &&
  (one.year !== undefined || /^(?:last|this) year$/.test(one.said ?? ''));
const isOpen = (one: DateSlot | undefined): one is DateSlot =>
  one?.month !== undefined && one.year === undefined && one.said === undefined;

/** A year said behind a month belongs to it: `the september cut last year`. */
const withYear = (slot: DateSlot, next: DateSlot | undefined, today: IsoDate | undefined): DateSlot | undefined => {
  if (!isOpen(slot) || !isYear(next)) return undefined;
  const back = next.said === 'last year' ? 1 : 0;
  const year = next.year ?? (today && yearOf(today) - back);
  return year === undefined ? undefined : { ...slot, year, to: next.to };
};

/** What a text says of days, with its places: up to two ends, or days that stand alone. */
export interface Days {
  readonly since?: Period;
  readonly until?: Period;
  /** Neither `since` nor `until`: `in june`, `9 jul 2024`. */
  readonly alone: readonly Period[];
  /** Days that are none, or several. */
  readonly not?: { readonly why: NoDay; readonly at: Span; readonly slot: DateSlot };
  readonly places: readonly Place[];
}

/** `sept 24` as a month of a year and as a day; `10/12/2024` either way round. */
const sensesOf = (slot: DateSlot): readonly [DateSlot, DateSlot] => {
  const { isAmbiguous: _, year, month, day, ...rest } = slot;
  const isYearOrDay = year !== undefined && day !== undefined && year % 100 === day;
  if (isYearOrDay)
    return [
      { ...rest, ...(month && { month }), year },
      { ...rest, ...(month && { month }), day },
    ];
  const open = { ...rest, ...(year !== undefined && { year }) };
  return [
    { ...open, month: month as number, day: day as number },
    { ...open, month: day as number, day: month as number },
  ];
};

/** `from july last year, no hang on, july 2024`: the second takes the place of the first. */
const MENDED = /^(?:and |uh |er )?(?:no|nope|wait|sorry|hang on|hold on|i meant?|scrap that|rather)\b/;
const MOST_MENDING = 5;

const NOUN_OF_MONTH = /^(?:peak|high|low|top|bottom|trough|selloff|crash|rally)$/;

/** `the march 21 peak` is of a year; a year that has not begun is a day. */
const onlySense = (slot: DateSlot, next: string, today: IsoDate | undefined): DateSlot | undefined => {
  const { year, day } = slot;
  if (year === undefined || day === undefined || year % 100 !== day) return undefined;
  const [asMonth, asDay] = sensesOf(slot);
  if (NOUN_OF_MONTH.test(next)) return asMonth;
  return today !== undefined && year > yearOf(today) ? asDay : undefined;
};

/** Days of the talk that a start, an end and a day without a year are next to. */
export interface Near {
  readonly since?: IsoDate;
  readonly until?: IsoDate;
  readonly alone?: IsoDate;
}

const STARTS = /^(?:since|from|after|post|start|starts|starting|begin|begins|beginning|base|based)$/;
const ENDS = /^(?:to|by|until|till|til|through|stop|stops|stopping|end|ends|ending|finish|finishes|finishing)$/;
const BETWEEN = /^(?:it|that|this|the|at|on|in|with|-|,|day|of)$/;
/** What a day is called, and what a month has. */
const CALLED = /^(?:low|high)$/;

/** `start it on the 27th of october`, `stop it at the september cut`: which end a day is. */
const endNamed = ({ words }: Utterance, { from, day, event }: DateSlot): 'since' | 'until' | 'alone' => {
  let at = from - 1;
  const isDay = (day ?? event) !== undefined;
  const isPassed = (word: string): boolean => BETWEEN.test(word) || (isDay && CALLED.test(word));
  while (at >= 0 && from - at <= 5 && isPassed(words[at] as string)) at -= 1;
  const lead = words[at] ?? '';
  // "how much did they raise by in 2022", "change it to 2023"
  const isAlone =
    (/^(?:by|to)$/.test(lead) && words.slice(at, from).includes('in')) ||
    /\b(?:change|switch|turn|amend)(?: (?:it|that|this|the year|years))? to$/.test(words.slice(0, at + 1).join(' '));
  if (ENDS.test(lead) && !isAlone) return 'until';
  // "since we bought in, that was jan 2024"
  if (/\bsince\b.*\b(?:that|which|it) (?:was|is)$/.test(words.slice(0, at + 1).join(' '))) return 'since';
  return STARTS.test(lead) ? 'since' : 'alone';
};

/**
 * Everything that a text says of days.
 *
 * @param sense which of two senses an ambiguous day is taken in; without it such a day is none
 */
export const daysIn = (utterance: Utterance, today: IsoDate | undefined, sense?: 0 | 1, near: Near = {}): Days => {
  const meant = (slot: DateSlot): DateSlot => {
    const next = utterance.words[slot.to] ?? '';
    // "since the sept thing"
    if (next === 'thing' && slot.month !== undefined && slot.day === undefined) return { ...slot, event: 'meeting' };
    // "and from the december one" behind the september cut
    const isNearDecision = MEETINGS.some(({ decision }) => decision === near.since);
    const isMonth = slot.month !== undefined && slot.day === undefined && slot.event === undefined;
    if (next === 'one' && isNearDecision && isMonth) return { ...slot, event: 'meeting' };
    if (!slot.isAmbiguous) return slot;
    // "from the december 25 cut, no, from the october 25 one"
    const event =
      next === 'one' ? slotsOf(utterance, 'span').find(({ since }) => since?.event)?.since?.event : undefined;
    if (event && slot.isAmbiguous) return { ...sensesOf(slot)[0], event };
    const only = onlySense(slot, next, today);
    return only ?? (sense === undefined ? slot : sensesOf(slot)[sense]);
  };
  const dates = slotsOf(utterance, 'date');
  let found: Days = { alone: [], places: [] };
  const add = (slot: DateSlot, kind: 'since' | 'until' | 'alone', at: Span): void => {
    const talk = near.since ?? near.alone;
    // "stretch it to year end": of the year spoken of
    const { said, ...rest } = slot;
    const period = periodOf(
      said === 'year end' && talk ? { ...rest, year: yearOf(talk) } : slot,
      today,
      kind === 'since',
      near[kind],
    );
    // the word that names an event belongs to its day
    const places = [...found.places, slot.event ? { ...at, to: Math.max(at.to, slot.to + 1) } : at];
    if (typeof period === 'string') found = { ...found, places, not: found.not ?? { why: period, at, slot } };
    else if (kind === 'alone') found = { ...found, places, alone: [...found.alone, period] };
    else found = { ...found, places, [kind]: period };
  };
  const taken = new Set<DateSlot>();
  for (const span of slotsOf(utterance, 'span')) {
    // "sept 24 to dec 25": two months of years
    const isPair = span.since?.isAmbiguous && span.until?.isAmbiguous;
    const [since, until] = [span.since, span.until].map((one) => one && (isPair ? sensesOf(one)[0] : meant(one)));
    const next = dates.find(({ from }) => from === span.to);
    if (since && until) {
      const ends = endsOf(since, until, today);
      if (typeof ends === 'string') {
        const slot = typeof periodOf(until, today) === 'string' && ends !== 'ambiguous-date' ? until : since;
        found = { ...found, places: [...found.places, span], not: { why: ends, at: span, slot } };
      } else found = { ...found, places: [...found.places, span], since: ends[0], until: ends[1] };
    } else {
      const slot = since ?? until;
      if (slot === undefined) continue;
      const merged = withYear(slot, next, today);
      if (merged && next) taken.add(next);
      add(merged ?? slot, since ? 'since' : 'until', merged && next ? { ...span, to: next.to, end: next.end } : span);
    }
  }
  for (const [place, said] of dates.entries()) {
    if (taken.has(said)) continue;
    // "march not feb"
    if (utterance.words[said.from - 1] === 'not') {
      found = { ...found, places: [...found.places, said] };
      continue;
    }
    const slot = meant(said);
    const next = dates[place + 1];
    const merged = withYear(slot, next, today);
    if (merged && next) taken.add(next);
    const behind = Math.max(-1, ...found.places.flatMap(({ to }) => (to <= said.from ? [to] : [])));
    const between = behind < 0 ? [] : utterance.words.slice(behind, said.from).filter((word) => /\w/.test(word));
    const isMended = between.length <= MOST_MENDING && MENDED.test(between.join(' '));
    const named = endNamed(utterance, slot);
    const end = isMended && named === 'alone' ? (found.until ? 'until' : found.since ? 'since' : named) : named;
    if (isMended && end === 'alone') found = { ...found, alone: found.alone.slice(0, -1) };
    add(
      merged ?? slot,
      // one start, and what comes behind it
      end === 'since' && found.since && !isMended ? 'alone' : end,
      merged && next ? { ...slot, to: next.to, end: next.end } : slot,
    );
  }
  return found;
};
