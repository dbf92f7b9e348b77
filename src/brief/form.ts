import { context, type InputBlock, type ModalView, type Option, plainText, section } from '../message/index.ts';
import { type BriefEffect, BriefTimingSchema, type OnClosed, type OnStale, WEEKDAYS, type Weekday } from './effect.ts';
import { inlineCode } from './message-reply.ts';
import { DAY_NAMES, zoneName } from './message-timing.ts';
import { isZone } from './schedule.ts';

/** The form *New brief*: how it is shown, and how what was filled in is parsed. */

/** Callback id of the form. */
export const BRIEF_FORM = 'new-brief';
/** Action id of every field; the block id tells them apart. */
const BRIEF_FIELD_ACTION = 'brief-field';

/** Block ids of the fields. */
export const BRIEF_FIELDS = {
  channel: 'brief-channel',
  days: 'brief-days',
  time: 'brief-time',
  zone: 'brief-zone',
  closed: 'brief-closed',
  stale: 'brief-stale',
} as const;

const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** Two hours before the open in New York. */
const USUAL_TIME = '07:30';

/** Zones to choose from, west to east. */
const MARKET_ZONES = [
  'America/Los_Angeles',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Zurich',
  'Europe/Stockholm',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Australia/Sydney',
];

const option = (value: string, words: string): Option => ({ text: plainText(words), value });

const dayOption = (day: Weekday): Option => option(day, DAY_NAMES[day]);

const ON_CLOSED = [
  option('say', 'Say that it is closed, in a few lines'),
  option('skip', 'Leave the brief out'),
] as const;
const ON_STALE = [option('say', 'Say so in the first line'), option('hold', 'Hold the brief back')] as const;

/** What the form is opened with. */
export interface BriefFormInput {
  /** The channel it was asked for in; absent in a direct message and on the Home tab. */
  readonly channel?: string | undefined;
  /** The person's own zone, an IANA name; it comes first. */
  readonly zone: string;
  /** Returned by Slack with what is filled in; never empty. */
  readonly privateMetadata: string;
}

const field = (
  id: keyof typeof BRIEF_FIELDS,
  label: string,
  element: InputBlock['element'],
  hint?: string,
): InputBlock => ({
  type: 'input',
  block_id: BRIEF_FIELDS[id],
  label: plainText(label),
  element,
  ...(hint !== undefined && { hint: plainText(hint) }),
});

const zoneOptions = (own: string): readonly [Option, ...Option[]] => [
  option(own, `${zoneName(own)} (yours)`),
  ...MARKET_ZONES.filter((zone) => zone !== own).map((zone) => option(zone, zoneName(zone))),
];

/** Renders the form, filled in for weekdays at 07:30 in the person's own zone. */
export const renderBriefForm = ({ channel, zone, privateMetadata }: BriefFormInput): ModalView => {
  const action_id = BRIEF_FIELD_ACTION;
  const zones = zoneOptions(zone);
  return {
    type: 'modal',
    callback_id: BRIEF_FORM,
    title: plainText('New brief'),
    submit: plainText('Set it up'),
    close: plainText('Cancel'),
    private_metadata: privateMetadata,
    blocks: [
      section('The ratio, the Fed and what changed, before the open.'),
      field(
        'channel',
        'Channel',
        {
          type: 'conversations_select',
          action_id,
          placeholder: plainText('Choose a channel'),
          ...(channel !== undefined && { initial_conversation: channel }),
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
        'I have to be in it',
      ),
      field('days', 'Days', {
        type: 'multi_static_select',
        action_id,
        placeholder: plainText('Choose days'),
        options: WEEKDAYS.map(dayOption),
        initial_options: WORKDAYS.map(dayOption),
      }),
      field('time', 'Time', { type: 'timepicker', action_id, initial_time: USUAL_TIME }),
      field('zone', 'Time zone', { type: 'static_select', action_id, options: zones, initial_option: zones[0] }),
      field('closed', 'When the NYSE is closed', {
        type: 'radio_buttons',
        action_id,
        options: ON_CLOSED,
        initial_option: ON_CLOSED[0],
      }),
      field('stale', 'When data are old or missing', {
        type: 'radio_buttons',
        action_id,
        options: ON_STALE,
        initial_option: ON_STALE[0],
      }),
      context(
        `On an event instead: ${inlineCode('/brief when ratio > 0.40')}. Another zone: ${inlineCode('/brief weekdays 07:30 Asia/Kathmandu')}.`,
      ),
    ],
  };
};

/** What was filled into the form, by block id: several values for the days, one for everything else. */
export type BriefFormValues = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** The parsed form: a brief to be set up in a channel, or an error for each wrong field, by block id. */
export type BriefFormResult =
  | {
      readonly kind: 'schedule';
      readonly effect: Extract<BriefEffect, { readonly do: 'schedule' }> & { readonly channel: string };
    }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

type Field = keyof typeof BRIEF_FIELDS;

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The check of each field, and its error. */
const RULES: Readonly<Record<Exclude<Field, 'days'>, readonly [fits: (value: string) => boolean, error: string]>> = {
  channel: [(value) => value !== '', 'Choose a channel'],
  time: [(value) => CLOCK.test(value), 'Between 00:00 and 23:59'],
  zone: [isZone, 'Choose a zone from the list'],
  closed: [(value) => value === 'say' || value === 'skip', 'Choose one'],
  stale: [(value) => value === 'say' || value === 'hold', 'Choose one'],
};

/** Parses what was filled in, field by field; an empty field is an error, not a default. */
export const parseBriefFormValues = (filledIn: BriefFormValues): BriefFormResult => {
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
