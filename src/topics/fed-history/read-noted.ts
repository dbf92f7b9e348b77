import { addDays, yearOf } from '../../calendar/index.ts';
import { slotsOf } from '../../language/index.ts';
import { type Library, noteNumberOf } from '../../notes/index.ts';
import { lastMove } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import { type Context, noteShown, shownIn } from '../context.ts';
import { findingsIn } from '../findings.ts';
import type { FedHistoryQuestion } from './question.ts';
import type { HistoryWords, PastAsked } from './read-said.ts';

/** Decisions that a note dates: the range when it was written, the cut that it is about, the month that it gets wrong. */

/** `what was the range when J wrote`: the day of that note. */
export const whenWritten = ({ has, utterance }: HistoryWords, library: Library): PastAsked | undefined => {
  if (
    !has('written') ||
    !(has('rate') || (has('was') && utterance.marks.some(({ tag, value }) => tag === 'fed' && value === 'fed')))
  )
    return undefined;
  const [who, ...others] = [...slotsOf(utterance, 'who'), ...slotsOf(utterance, 'note')].filter(
    ({ value }) => value !== 'Federal Reserve',
  );
  if (!who || others.some(({ value }) => value !== who.value)) return undefined;
  const note =
    library.notes.find(({ id, number }) => id === who.value || number === who.value) ??
    library.claims.find(({ speaker, voice }) => speaker === who.value || voice === who.value)?.note;
  return note && { ask: 'range', to: note.date };
};

/** `so what did happen that month`, behind a check of what a note has of the Fed: the meeting of that month. */
export const meetingChecked = (last: Context['last'] | undefined, library: Library): FedHistoryQuestion | undefined => {
  const ids = last?.kind === 'check' ? (last.findings ?? []) : [];
  const figures = findingsIn(library).all.flatMap(({ id, recomputed = [] }) => (ids.includes(id) ? recomputed : []));
  const on = figures.find(({ id }) => /fed|cut|dots/.test(id))?.asOf;
  return on && { kind: 'fed-history', ask: 'meeting', meeting: { month: Number(on.slice(5, 7)), year: yearOf(on) } };
};

const DAYS_NEAR = 3;
const MENTIONED =
  /\b(?:cut|hike|move)s? (?:that )?(?:they|he|she|it|this|that|the (?:notes?|article|piece|author|authors)) (?:all )?(?:refers?|mentions?|talks?|writes?|speaks?)(?: (?:to|of|about))?\b/;

/** `when was the first cut they refer to`: the newest when that note was written; without one those of all notes. */
export const mentioned = (
  { utterance, way }: HistoryWords,
  context: Context | undefined,
  library: Library,
): readonly PastAsked[] => {
  if (!MENTIONED.test(utterance.joined) || !way || way === 'hold') return [];
  const last = shownIn(context);
  const claims = last?.kind === 'views' ? (last.claims ?? []).map(noteNumberOf) : [];
  const note = slotsOf(utterance, 'note')[0]?.value ?? (last && noteShown(last)) ?? claims[0];
  const dates = library.notes.filter(({ number }) => note === undefined || number === note).map(({ date }) => date);
  // of all notes those that were written on one
  const isNear = (on: string, date: IsoDate): boolean => note !== undefined || on >= addDays(date, -DAYS_NEAR);
  const moves = new Set(dates.flatMap((date) => [lastMove(way, date) ?? []].flat().filter((on) => isNear(on, date))));
  return [...moves].toSorted().map((on) => ({ ask: 'last', way, to: on }));
};
