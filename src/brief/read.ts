import type { ReadingResult, Unclear } from '../topics/turn.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { optionAt } from './read-conditions.ts';
import { readOrder } from './read-orders.ts';
import { FILLERS, readSchedule } from './read-schedule.ts';
import { type BriefText, clipped, typedText } from './read-text.ts';

/** True where words about a brief were not understood. */
export const isUnclearBrief = (unclear: Unclear): unclear is UnclearBrief =>
  unclear.reason === 'not-a-brief' || unclear.reason.startsWith('brief-');

const LONGEST_READ = 600;

const readWords = (text: BriefText): BriefEffect | UnclearBrief => {
  const { words } = text;
  const first = words.findIndex((word) => !FILLERS.has(word));
  const start = first < 0 ? 0 : first;
  // "skip holidays" says how, and orders nothing
  const order = optionAt(text, start) ? undefined : readOrder(text, start);
  return order ?? readSchedule(text);
};

/**
 * Reads the words behind `/brief`: nothing for the form, `weekdays 07:30 #macro`, `mon,thu 8am Europe/Stockholm`,
 * `when ratio > 0.40`, `now`, `preview`, `list`, `history`, `pause 2 until 2026-12-01`, `resume`, `skip next`, `remove`.
 * A schedule without days is for weekdays, one without a zone for the person's own; one without a time is asked back.
 *
 * @param typed as Slack or a terminal hands it over; channels as `<#C0123ABC|macro>`
 */
export const readBrief = (typed: string): ReadingResult | BriefEffect => {
  if (typed.length > LONGEST_READ) {
    return { kind: 'unclear', reason: 'not-a-brief', words: clipped(typed.replace(/\s+/g, ' ').trim()) };
  }
  const text = typedText(typed);
  const plain = text.words.join(' ');
  if (plain === 'help' || plain === '?') return { kind: 'question', question: { kind: 'help' }, private: true };
  return readWords(text);
};
