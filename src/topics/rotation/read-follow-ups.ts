import { monthsBefore } from '../../calendar/index.ts';
import { isOnly, slotsOf } from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { Context } from '../context.ts';
import type { RotationQuestion } from './question.ts';
import { BARE, limitsOf, type RotationWords, spanned } from './read-said.ts';

/** What a span is counted from; each replaces the others. */
const unstarted = ({
  from: _,
  ytd: __,
  toDate: ___,
  back: ____,
  sessions: _____,
  sinceLast: ______,
  sinceEvent: _______,
  ...rest
}: RotationQuestion): RotationQuestion => rest;

const hasStart = ({ from, ytd, toDate, back, sessions, sinceLast, sinceEvent }: RotationQuestion): boolean =>
  (from ?? ytd ?? toDate ?? back ?? sessions ?? sinceLast ?? sinceEvent) !== undefined;

/** What of the last question stays: an index and a distance do, a table and a level asked for once do not. */
const kept = ({
  csv: _,
  level: __,
  cycles: ___,
  rates: ____,
  benchmark: _____,
  at: ______,
  ...rest
}: RotationQuestion): RotationQuestion => rest;

/**
 * What a short turn makes of the question before: another start, another end, another index, a day. Two where a bare day
 * may be either end.
 */
export const rotationFollowUp = (
  said: RotationWords,
  context: Context,
  today: IsoDate | undefined,
): readonly RotationQuestion[] => {
  const { days, phrases, utterance, level, distance, index } = said;
  if (!isOnly(utterance, said.places)) return [];
  const last = context.last.kind === 'ratio' ? BARE : (context.span ?? BARE);
  const span = spanned(said, today);
  if (distance) {
    const about = index ?? last.index;
    // "no, from the low of the ratio": within the span that was asked for
    const within = span === undefined && isTurned(said) && last.from !== undefined ? { from: last.from } : {};
    return [{ ...BARE, ...within, ...limitsOf(said, span), distance, ...(about && { index: about }) }];
  }
  // a level behind the printed ratio is of that
  if (level !== undefined && context.last.kind === 'ratio') return [];
  if (level !== undefined) return [{ ...BARE, level }];
  if (phrases.has('rates')) return [{ ...BARE, rates: true }];
  if (phrases.has('cycles')) return [{ ...BARE, cycles: true }];
  if (days.until && !days.since && !said.start) {
    if (!hasStart(last)) return [];
    return [{ ...kept(last), to: days.until.last }];
  }
  if (phrases.has('open') && !span) {
    const { to: _, ...open } = kept(last);
    return hasStart(open) ? [open] : [];
  }
  if (phrases.has('yearBefore') && last.from !== undefined && last.to !== undefined) {
    return [{ ...kept(last), from: yearEarlier(last.from), to: yearEarlier(last.to) }];
  }
  const [one] = days.alone;
  if (one && days.alone.length === 1 && !days.since && !said.start) {
    const isWhole = last.from !== undefined && last.to !== undefined;
    if (last.at !== undefined) return [{ ...BARE, at: one.last, ...(last.index && { index: last.index }) }];
    // "vs end of 2024": from that close to the newest
    const [day] = slotsOf(utterance, 'date');
    const lead = utterance.words.slice(0, day?.from).findLast((word) => !/^(?:the|at|where|we|in)$/.test(word)) ?? '';
    if (/^(?:vs|versus|against|than)$/.test(lead)) {
      const { to: __, ...open } = unstarted(kept(last));
      return [{ ...open, from: one.last }];
    }
    const over = spanned({ ...said, isPerformance: true }, today) ?? BARE;
    // "no i meant june" behind "since july"
    if (last.from !== undefined && last.to === undefined && phrases.has('goingOn') && isCorrected(said)) {
      return [{ ...unstarted(kept(last)), from: one.first }];
    }
    if (isWhole && isCorrected(said) && one.first !== one.last && !isPeriod(last)) {
      return [
        { ...kept(last), from: one.first },
        { ...kept(last), to: one.last },
      ];
    }
    const { kind: _, ...rest } = over;
    const { to: __, distance, ...open } = unstarted(kept(last));
    // "are we higher than where we finished 2024" asks of that day, and of no high
    const isAgainstDay = utterance.words.includes('than');
    return [{ ...open, ...(distance && !isAgainstDay && { distance }), ...rest }];
  }
  if (span?.at !== undefined) return [{ ...span, ...(index && { index }) }];
  if (span) {
    const { kind: _, ...rest } = span;
    // "and since 2023" keeps no end of the span before
    const { to: __, ...open } = unstarted(kept(last));
    return [{ ...open, ...rest }];
  }
  if (phrases.has('csv')) return [last];
  if (index) return [last.distance || last.at !== undefined ? { ...last, index } : last];
  if (phrases.has('subject') || phrases.has('leg')) {
    const { index: _, ...both } = last;
    return [both];
  }
  return [];
};

const yearEarlier = (date: string): IsoDate => monthsBefore(isoDate(date), 12);

/** `no i meant`, `i wanted … not …`: the turn corrects the one before. */
export const isTurned = (said: RotationWords): boolean =>
  isCorrected(said) || said.utterance.words.includes('wanted') || said.utterance.words.includes('not');

const isCorrected = ({ utterance }: RotationWords): boolean =>
  utterance.marks.some(({ tag }) => tag === 'correction' || tag === 'negation');

const WHOLE_MONTHS = /-(?:28|29|30|31)$/;
/** From the last day of a month to the last day of one: a period by its name. */
const isPeriod = ({ from, to }: RotationQuestion): boolean =>
  WHOLE_MONTHS.test(from ?? '') && WHOLE_MONTHS.test(to ?? '');
