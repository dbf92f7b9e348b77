import type { ReadingResult, Unclear } from '../topics/turn.ts';
import type { BriefEffect, UnclearBrief } from './effect.ts';
import { askedIn } from './read-asked.ts';
import { optionAt } from './read-conditions.ts';
import { doneIn } from './read-done.ts';
import { saidIn } from './read-said.ts';
import { scheduleOf } from './read-schedule.ts';
import { type BriefText, shown, typedText, unclearBrief } from './read-text.ts';

/** True where words about a brief were not understood. */
export const isUnclearBrief = (unclear: Unclear): unclear is UnclearBrief =>
  unclear.reason === 'not-a-brief' || unclear.reason.startsWith('brief-');

const LONGEST_READ = 600;

const readWords = (text: BriefText): BriefEffect | UnclearBrief => {
  // "skip holidays" says how, and orders nothing
  const isOption = text.words.some((_, at) => at < 1 && optionAt(text, at));
  const done = isOption ? undefined : doneIn(text);
  if (done) return done;
  const said = saidIn(text);
  if ('kind' in said) return said;
  const asked = askedIn(text, said);
  const [channel] = text.channels;
  if (asked?.do !== 'now' || !channel) return asked ?? scheduleOf(text, said);
  return unclearBrief('not-a-brief', `${shown(text, 0, text.words.length)} ${channel.shown}`);
};

/**
 * Reads the words behind `/brief`: nothing for the form, `weekdays 07:30 #macro`, `mon,thu 8am Europe/Stockholm`,
 * `when ratio > 0.40`, `now`, `preview`, `list`, `history`, `pause 2 until 2026-12-01`, `resume`, `skip next`, `remove`,
 * `change 2 to 8am`. A schedule without days is for weekdays, one without a zone for the person's own; one without a time
 * is asked back.
 *
 * @param typed as Slack or a terminal hands it over; channels as `<#C0123ABC|macro>`
 */
export const readBrief = (typed: string): ReadingResult | BriefEffect => {
  if (typed.length > LONGEST_READ) return unclearBrief('not-a-brief', typed.replace(/\s+/g, ' ').trim());
  const text = typedText(typed);
  const plain = text.words.join(' ');
  if (plain === 'help' || plain === '?') return { kind: 'question', question: { kind: 'help' }, private: true };
  return readWords(text);
};
