import { isZone } from '../../brief/index.ts';
import { type BriefEffect, BriefTimingSchema, type OnClosed, type OnStale, WEEKDAYS } from '../../questions/index.ts';
import { BRIEF_FIELDS } from './form.ts';

/** What was filled into the form, by block id: several values for the days, one for everything else. */
export type BriefFilledIn = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** The form, read: a brief to be set up in a channel, or what is wrong, by block id. */
export type BriefFormRead =
  | {
      readonly kind: 'schedule';
      readonly effect: Extract<BriefEffect, { readonly do: 'schedule' }> & { readonly channel: string };
    }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

type Field = keyof typeof BRIEF_FIELDS;

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What a field has to hold; what it says where it does not. */
const RULES: Readonly<Record<Exclude<Field, 'days'>, readonly [fits: (value: string) => boolean, error: string]>> = {
  channel: [(value) => value !== '', 'Choose a channel'],
  time: [(value) => CLOCK.test(value), 'Between 00:00 and 23:59'],
  zone: [isZone, 'Choose a zone from the list'],
  closed: [(value) => value === 'say' || value === 'skip', 'Choose one'],
  stale: [(value) => value === 'say' || value === 'hold', 'Choose one'],
};

/** Reads the form field by field; what was left empty is asked for, not filled in. */
export const readBriefForm = (filledIn: BriefFilledIn): BriefFormRead => {
  const text = (field: Field): string => {
    const value = filledIn[BRIEF_FIELDS[field]];
    return typeof value === 'string' ? value : '';
  };
  const chosen = filledIn[BRIEF_FIELDS.days];
  const days = WEEKDAYS.filter((one) => Array.isArray(chosen) && chosen.includes(one));
  const errors = Object.fromEntries([
    ...(Object.keys(RULES) as (keyof typeof RULES)[]).flatMap((field) => {
      const [fits, error] = RULES[field];
      return fits(text(field)) ? [] : [[BRIEF_FIELDS[field], error] as const];
    }),
    ...(days.length > 0 ? [] : [[BRIEF_FIELDS.days, 'At least one day'] as const]),
  ]);
  if (Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  return {
    kind: 'schedule',
    effect: {
      kind: 'brief',
      do: 'schedule',
      timing: BriefTimingSchema.parse({ kind: 'clock', days, time: text('time'), zone: text('zone') }),
      channel: text('channel'),
      onClosed: text('closed') as OnClosed,
      onStale: text('stale') as OnStale,
    },
  };
};
