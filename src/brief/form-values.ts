import { MARKET_ZONE } from '../calendar/index.ts';
import { isIsoDate } from '../units.ts';
import { WEEKDAYS } from './day-reference.ts';
import type { BriefTrigger, OnClosed, OnStale, RequestedTiming } from './effect.ts';
import { BRIEF_FIELDS, type BriefField } from './form.ts';
import type { BriefRefusal } from './message-refusals.ts';
import { minutesToOpen } from './message-timing.ts';
import { hasOwnDays, type RequestedRecurrence } from './recurrence.ts';
import { isZone } from './schedule.ts';

/** What was filled into the form of a brief, by block id: several values for the days, one for everything else. */
export type BriefFormValues = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** Errors of fields, by block id. */
type BriefFieldErrors = Readonly<Record<string, string>>;

/** A brief as the form has it. */
export interface FilledInBrief {
  readonly channel: string;
  readonly timing: RequestedTiming;
  /** Absent for a trigger, which no closed day holds back. */
  readonly onClosed?: OnClosed;
  readonly onStale: OnStale;
}

/** The parsed form, or an error for each wrong field. */
type BriefFormResult =
  | { readonly kind: 'filled in'; readonly brief: FilledInBrief }
  | { readonly kind: 'wrong'; readonly errors: BriefFieldErrors };

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const BEFORE_OPEN = /^open-(\d{1,3})$/;
const MINUTES_BEFORE_OPEN = minutesToOpen('00:00');
const LEVEL = /^[01]?[.,]\d{1,6}$|^1$/;

/** The time of day so many minutes before the open in New York. */
const timeBeforeOpen = (minutes: number): string => {
  const ofDay = MINUTES_BEFORE_OPEN - minutes;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

/** Parses what was filled in, field by field; an empty field is an error, not a default. */
export const parseBriefFormValues = (filledIn: BriefFormValues): BriefFormResult => {
  const errors: [BriefField, string][] = [];
  const text = (field: BriefField): string => {
    const value = filledIn[BRIEF_FIELDS[field]];
    return typeof value === 'string' ? value : '';
  };
  const checked = (field: BriefField, fits: boolean, error: string): string => {
    if (!fits) errors.push([field, error]);
    return text(field);
  };
  const oneOf = <T extends string>(field: BriefField, ...values: readonly T[]): T =>
    checked(field, (values as readonly string[]).includes(text(field)), 'Choose one') as T;

  /** `NaN` for another choice. */
  const minutesBeforeOpen = (): number => Number(BEFORE_OPEN.exec(text('often'))?.[1] ?? Number.NaN);

  const recurrence = (): RequestedRecurrence | undefined => {
    // a form that an earlier version opened has no such field
    const often = BRIEF_FIELDS.often in filledIn ? text('often') : 'weekly';
    const date = text('date');
    const isDate = isIsoDate(date);
    const [kind, part] = often.split('-');
    if (kind === 'month' && (part === 'first' || part === 'last')) return { kind, which: part };
    if (kind === 'fed' && (part === 'before' || part === 'same')) return { kind, day: part };
    if (minutesBeforeOpen() <= MINUTES_BEFORE_OPEN) return { kind: 'open' };
    if (often === 'second-week') return { kind: often, ...(isDate && { from: date }) };
    if (often === 'once') {
      if (isDate) return { kind: often, on: date };
      errors.push(['date', 'Choose its date']);
    } else checked('often', often === 'weekly', 'Choose one');
    return undefined;
  };

  const clock = (): RequestedTiming => {
    const on = recurrence();
    const chosen = filledIn[BRIEF_FIELDS.days];
    const days = WEEKDAYS.filter((one) => Array.isArray(chosen) && chosen.includes(one));
    const isOfDays = on === undefined || !hasOwnDays(on);
    if (isOfDays && text('often') !== 'once' && days.length === 0) errors.push(['days', 'At least one day']);
    const of = { kind: 'clock' as const, days: isOfDays ? days : [...WEEKDAYS], ...(on && { on }) };
    if (on?.kind === 'open') return { ...of, time: timeBeforeOpen(minutesBeforeOpen()), zone: MARKET_ZONE };
    const time = checked('time', CLOCK.test(text('time')), 'Between 00:00 and 23:59, such as 07:45');
    const zone = checked('zone', isZone(text('zone')), 'Choose a zone from the list');
    return { ...of, time, zone };
  };

  const trigger = (): BriefTrigger => {
    const watch = oneOf('watch', 'above', 'below', 'record-close', 'odds-flip');
    if (watch === 'record-close' || watch === 'odds-flip') return { kind: watch };
    const level = Number(text('level').trim().replace(',', '.'));
    checked('level', LEVEL.test(text('level').trim()) && level > 0, 'A ratio, such as 0.40');
    return { kind: 'ratio', side: watch, level };
  };

  const isTrigger = BRIEF_FIELDS.watch in filledIn;
  const channel = checked('channel', text('channel') !== '', 'Choose a channel');
  const timing: RequestedTiming = isTrigger ? { kind: 'crossing', of: trigger() } : clock();
  const onClosed = isTrigger ? undefined : oneOf('closed', 'say', 'skip');
  const onStale = oneOf('stale', 'say', 'hold');
  if (errors.length > 0) {
    return { kind: 'wrong', errors: Object.fromEntries(errors.map(([name, words]) => [BRIEF_FIELDS[name], words])) };
  }
  return { kind: 'filled in', brief: { channel, timing, ...(onClosed && { onClosed }), onStale } };
};

/** At which field a brief that cannot be set up or changed is wrong; undefined where no field is. */
export const fieldErrorsOf = (refusal: BriefRefusal): BriefFieldErrors | undefined => {
  switch (refusal.kind) {
    case 'not in channel':
      return {
        [BRIEF_FIELDS.channel]: 'I am not in this channel. Type /invite @Rotation Desk in it, then press again',
      };
    case 'may not post':
      return { [BRIEF_FIELDS.channel]: 'It is archived, or only some may post in it' };
    case 'shared channel':
      return { [BRIEF_FIELDS.channel]: 'Another company reads along. A workspace admin may allow it on my Home tab' };
    case 'silent channel':
      return { [BRIEF_FIELDS.channel]: 'I am to be silent there. A workspace admin may change that on my Home tab' };
    case 'direct message':
      return { [BRIEF_FIELDS.channel]: 'A brief goes to a channel, not to a direct message' };
    case 'readers unknown':
      return { [BRIEF_FIELDS.channel]: 'Slack does not tell me who can read it. Press again in a minute' };
    case 'set up already':
      return {
        [refusal.schedule.timing.kind === 'clock' ? BRIEF_FIELDS.time : BRIEF_FIELDS.watch]:
          'The same brief is set up in that channel already',
      };
    case 'over already':
      return { [BRIEF_FIELDS.date]: 'That time has passed' };
    case 'too many':
      return { [BRIEF_FIELDS.channel]: `A workspace has room for ${refusal.most} briefs. Remove one first` };
    default:
      return undefined;
  }
};
