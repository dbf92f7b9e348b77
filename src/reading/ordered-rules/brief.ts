import type { BriefEffect, UnclearBrief } from '../../brief/index.ts';
import type { ReadingResult, Unclear } from '../../topics/turn.ts';
import { optionAt } from './briefs/options.ts';
import { readOrder } from './briefs/orders.ts';
import { FILLERS } from './briefs/parts.ts';
import { readSchedule } from './briefs/schedule.ts';
import { briefWords } from './briefs/words.ts';
import { clip, LONGEST_READ, plainWords } from './tokens.ts';

/** True where words about a brief were not understood. */
export const isUnclearBrief = (unclear: Unclear): unclear is UnclearBrief =>
  unclear.reason === 'not-a-brief' || unclear.reason.startsWith('brief-');

/** What was not understood, in the letters it was typed in: `IST`, `#NoSuch`. */
const asTyped = <T extends BriefEffect | UnclearBrief>(read: T, typed: string): T => {
  if (read.kind !== 'unclear' || !('words' in read)) return read;
  const at = typed.toLowerCase().indexOf(read.words);
  return at < 0 ? read : { ...read, words: typed.slice(at, at + read.words.length) };
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
    return { kind: 'unclear', reason: 'not-a-brief', words: clip(plainWords(typed.slice(0, LONGEST_READ))) };
  }
  const read = briefWords(typed);
  const text = read.words.join(' ');
  if (text === 'help' || plainWords(typed) === '?') {
    return { kind: 'question', question: { kind: 'help' }, private: true };
  }
  const first = read.words.findIndex((word) => !FILLERS.has(word));
  const words = first < 0 ? read.words : read.words.slice(first);
  // "skip holidays" says how, and orders nothing
  const order = optionAt(words, 0) ? undefined : (readOrder({ ...read, words }) ?? readOrder(read));
  return asTyped(order ?? readSchedule(read), typed);
};
