import { addDays, dateBack, dateFrom, monthsBefore, yearOf } from '../../calendar/index.ts';
import { MEETINGS } from '../../fed/index.ts';
import { isOnly, says, slotsOf } from '../../language/index.ts';
import { dayOf, EARLIEST } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { type FedHistoryQuestion, spanAsked } from './question.ts';
import { meetingOf, narrow, spanBefore } from './read-parts.ts';
import { asksKept, asksWithout, isOfMoves, monthIn, ONLY, PICKS, SPAN } from './read-picks.ts';
import type { HistoryWords, PastAsked, PastSpan } from './read-said.ts';

const MONTHS_A_YEAR = 12;

/** The same question a year or a move on or back: `and the yr before`, `prior change to that?` */
export const stepped = (
  last: FedHistoryQuestion,
  step: string,
  { way, only, has, utterance }: HistoryWords,
  today: IsoDate,
): PastAsked | undefined => {
  const on = dayOf(last, today);
  if (on === undefined) return undefined;
  const turned = way ? { way } : {};
  const isOfThem = says(utterance, /^(?:him|her)$/);
  if (step === 'yearBack' || step === 'yearOn') {
    const now =
      last.yearsAgo === undefined ? yearOf(isoDate(last.from ?? last.to ?? on)) : yearOf(today) - last.yearsAgo;
    const isEndless = last.ask === 'moves' && last.yearsAgo === undefined && !last.from && !last.to;
    const year = (step === 'yearOn' ? Math.max(now, yearOf(isoDate(last.to ?? `${now}-01-01`))) : now - 2) + 1;
    if (isEndless || year > yearOf(today)) return undefined;
    if (last.ask === 'meeting')
      return { ...asksWithout(last), ...turned, meeting: { month: last.meeting?.month ?? monthIn(on), year } };
    if (last.ask === 'range') return { ask: 'range', to: monthsBefore(on, (now - year) * MONTHS_A_YEAR) };
    const whole = { from: dateFrom(year, 1, 1), to: dateFrom(year, 12, 31) };
    const kept = asksWithout(last, ...SPAN, ...(has('allOf') ? ONLY : []));
    return { ...kept, ask: isOfMoves(last) ? last.ask : 'moves', ...turned, ...whole };
  }
  // of the years before the calendar only moves are known
  if (last.ask === 'meeting' && way === undefined && on >= (MEETINGS[0]?.decision ?? on)) {
    const day =
      step === 'back'
        ? MEETINGS.findLast(({ decision }) => decision < on)?.decision
        : MEETINGS.find(({ decision }) => decision.slice(0, 7) > on.slice(0, 7))?.decision;
    return day && day <= today ? { ask: 'meeting', meeting: { month: monthIn(day), year: yearOf(day) } } : undefined;
  }
  // "and before him"
  if (step === 'back' && last.ask === 'moves' && last.from && isOfThem)
    return { ...asksWithout(last, ...SPAN), ...turned, to: addDays(isoDate(last.from), -1) };
  // "what came after": whichever way
  const of = way ?? (step === 'then' ? 'move' : (last.way ?? 'move'));
  return step === 'back'
    ? {
        ask: 'last',
        way: of,
        ...asksKept(last, ONLY),
        ...only,
        to: addDays(last.ask === 'moves' && last.from ? isoDate(last.from) : on, -1),
      }
    : { ask: 'first', way: of, ...only, from: addDays(on, 1) };
};

/** The target on another day: `five yrs later same day`, `as at year-end?`, `and today` */
export const rangeThere = (said: HistoryWords, on: IsoDate, today: IsoDate): PastAsked | undefined => {
  const { lengths, has, span, utterance } = said;
  const [length] = lengths;
  if (slotsOf(utterance, 'date').some((date) => date.said === 'year end'))
    return { ask: 'range', to: dateFrom(yearOf(on), 12, 31) };
  if (length && !length.isAgo && has('shift')) {
    const count = length.back.count * (has('shift', 'later') ? -1 : 1);
    return { ask: 'range', to: dateBack(on, { ...length.back, count }) };
  }
  if (length) return { ask: 'range', back: length.back };
  if (has('step') && said.days.alone.length === 0) return undefined;
  if (has('now')) return { ask: 'range', to: today };
  const before = has('before') ? spanBefore(said) : span;
  const to = before?.to ?? before?.from;
  return span?.back ? { ask: 'range', back: span.back } : to && { ask: 'range', to };
};

/** The year in which a month is nearest to the meeting spoken of: January behind November is of the year after. */
export const nearestYear = (
  month: number,
  { month: of, year }: { readonly month: number; readonly year: number },
  today: IsoDate | undefined,
): number => {
  const next = month - of < -6 ? year + 1 : year;
  return today && dateFrom(next, month, 1) > today ? year : next;
};

/** The same of another time. */
export const respanned = (said: HistoryWords, last: FedHistoryQuestion, span: PastSpan): PastAsked => {
  const { has, way, utterance, only, places } = said;
  const turned = narrow(way);
  if (last.ask === 'meeting') {
    const [date] = slotsOf(utterance, 'date');
    const isOfYear = last.meeting && date?.year && !date.month && isOnly(utterance, places) && !way;
    const named = meetingOf(said) ?? (isOfYear ? { month: last.meeting?.month ?? 1, year: date.year } : undefined);
    const year =
      named?.year ??
      (named &&
        last.meeting?.year &&
        nearestYear(named.month, { ...last.meeting, year: last.meeting.year }, said.today));
    if (named)
      return { ask: 'meeting', ...asksKept(last, ['way']), ...turned, meeting: { ...named, ...(year && { year }) } };
  }
  // "by how much in total until 2018": from where it began
  const { from: start } = spanAsked(last, said.today ?? EARLIEST);
  const isOpen = span.to && !span.from && start && start < span.to;
  // "after november", behind the cuts of a year
  const isAfter = !span.to && utterance.words.includes('after');
  const isRest = isAfter && span.from && last.to?.slice(0, 4) === span.from.slice(0, 4);
  const isCounted = has('count') && (last.ask === 'last' || last.ask === 'first');
  // "cuts 24", behind hikes of 75
  const isOther = way !== undefined && way !== last.way && only.sizeBps === undefined;
  // "tot bp 22", behind the last of a size
  const isTotal = has('sum') && PICKS.includes(last.ask);
  const picked = PICKS.find((tag) => has(tag) && (tag === 'largest' || tag === 'smallest'));
  const isSame = (!isTotal && isOfMoves(last) && !isCounted) || last.ask === 'range';
  return {
    ...asksWithout(
      last,
      'meeting',
      'inARow',
      'level',
      ...SPAN,
      ...(isOther || isTotal ? ONLY : []),
      ...(isTotal ? ['way'] : []),
    ),
    ...only,
    ask: (picked as PastAsked['ask'] | undefined) ?? (isSame ? last.ask : 'moves'),
    ...turned,
    ...span,
    ...(isOpen && { from: start }),
    ...(isRest && { to: dateFrom(yearOf(isoDate(last.to ?? '')), 12, 31) }),
  };
};
