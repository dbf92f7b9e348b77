import {
  choiceInput,
  context,
  dateInput,
  type FieldText,
  type InputBlock,
  inlineCode,
  field as inputField,
  type ModalView,
  modal,
  type Option,
  option,
  plainText,
  section,
  textInput,
  type ViewBlock,
} from '../message/index.ts';
import { WEEKDAYS, type Weekday } from './day-reference.ts';
import type { BriefTrigger } from './effect.ts';
import { beforeOpenWords, DAY_NAMES, minutesToOpen, zoneName } from './message-timing.ts';
import type { Recurrence } from './recurrence.ts';
import type { ClockTiming, Schedule } from './schedule.ts';

/** The form of a brief, new or there already: how it is shown. What was filled in is parsed in `form-values.ts`. */

/** Callback id of the form. */
export const BRIEF_FORM = 'new-brief';
/** Action id of every field; the block id tells them apart. */
const BRIEF_FIELD_ACTION = 'brief-field';

/** Block ids of the fields. */
export const BRIEF_FIELDS = {
  channel: 'brief-channel',
  often: 'brief-often',
  days: 'brief-days',
  date: 'brief-date',
  time: 'brief-time',
  zone: 'brief-zone',
  closed: 'brief-closed',
  watch: 'brief-watch',
  level: 'brief-level',
  stale: 'brief-stale',
} as const;
export type BriefField = keyof typeof BRIEF_FIELDS;

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

/** Shown where another event is waited for. */
const USUAL_LEVEL = '0.40';

const dayOption = (day: Weekday): Option => option(day, DAY_NAMES[day]);

/** Minutes before the open, each a choice of its own: the time of day follows. */
const BEFORE_OPEN = [30, 60, 120];

/** How often a brief comes, by the value of its choice. */
const OFTEN: readonly Option[] = [
  option('weekly', 'Every week'),
  option('second-week', 'Every second week'),
  option('month-first', 'First business day of the month'),
  option('month-last', 'Last business day of the month'),
  option('fed-before', 'The day before a Fed decision'),
  option('fed-same', 'The day of a Fed decision'),
  option('once', 'Once, on a date'),
];

const openOption = (minutes: number): Option => option(`open-${minutes}`, `Trading days, ${beforeOpenWords(minutes)}`);

const ON_CLOSED = [
  option('say', 'Say that it is closed, in a few lines'),
  option('skip', 'Leave the brief out'),
] as const;
const ON_STALE = [option('say', 'Say so in the first line'), option('hold', 'Hold the brief back')] as const;

const WATCHED = [
  option('above', 'The ratio closes above the level'),
  option('below', 'The ratio closes below the level'),
  option('record-close', 'The Russell 2000 sets a record close'),
  option('odds-flip', 'The likeliest Fed outcome changes'),
] as const;

/** What the form is opened with. */
interface BriefFormInput {
  /** The channel it was asked for in; absent in a direct message and on the Home tab. */
  readonly channel?: string | undefined;
  /** The person's own zone, an IANA name; it comes first. */
  readonly zone: string;
  /** Returned by Slack with what is filled in; never empty. */
  readonly privateMetadata: string;
  /** The brief that is edited; absent for a new one. */
  readonly edited?: Schedule | undefined;
}

const field = (id: BriefField, label: string, element: InputBlock['element'], text?: Omit<FieldText, 'label'>) =>
  inputField(BRIEF_FIELDS[id], { label, ...text }, element);

const action_id = BRIEF_FIELD_ACTION;

const select = (options: readonly Option[], value: string): InputBlock['element'] =>
  choiceInput('static_select', action_id, options, value);

const choice = (options: readonly Option[], value: string): InputBlock['element'] =>
  choiceInput('radio_buttons', action_id, options, value);

const zoneOptions = (own: string, chosen: string): readonly Option[] => [
  option(own, `${zoneName(own)} (yours)`),
  ...(chosen === own || MARKET_ZONES.includes(chosen) ? [] : [option(chosen, zoneName(chosen))]),
  ...MARKET_ZONES.filter((zone) => zone !== own).map((zone) => option(zone, zoneName(zone))),
];

/** The value of the choice that stands for a recurrence. */
const oftenOf = (on: Recurrence | undefined, time: string): string => {
  if (on === undefined) return 'weekly';
  switch (on.kind) {
    case 'month':
      return `month-${on.which}`;
    case 'fed':
      return `fed-${on.day}`;
    case 'open':
      return `open-${minutesToOpen(time)}`;
    default:
      return on.kind;
  }
};

const dateOf = (on: Recurrence | undefined): string | undefined =>
  on?.kind === 'once' ? on.on : on?.kind === 'second-week' ? on.from : undefined;

const clockFields = (own: string, timing: ClockTiming | undefined): readonly InputBlock[] => {
  const { on, time = USUAL_TIME, days = WORKDAYS, zone = own } = timing ?? {};
  const minutes = on?.kind === 'open' ? minutesToOpen(time) : undefined;
  const beforeOpen = [...new Set([...BEFORE_OPEN, ...(minutes === undefined ? [] : [minutes])])];
  const often = [...OFTEN.slice(0, 2), ...beforeOpen.map(openOption), ...OFTEN.slice(2)];
  const date = dateOf(on);
  return [
    field('often', 'How often', select(often, oftenOf(on, time))),
    field(
      'days',
      'Days',
      {
        type: 'multi_static_select',
        action_id,
        placeholder: plainText('Choose days'),
        options: WEEKDAYS.map(dayOption),
        initial_options: days.map(dayOption),
      },
      { hint: 'For every week, every second week and trading days' },
    ),
    field('date', 'Date', dateInput(action_id, date), {
      hint: 'For once; and for every second week, a day of the first one',
      isOptional: true,
    }),
    field('time', 'Time', { type: 'timepicker', action_id, initial_time: time }, { hint: 'Not for “before the open”' }),
    field('zone', 'Time zone', select(zoneOptions(own, zone), zone)),
  ];
};

const closedField = ({ onClosed }: Pick<Schedule, 'onClosed'>): InputBlock =>
  field('closed', 'When the NYSE is closed', choice(ON_CLOSED, onClosed));

const triggerFields = (of: BriefTrigger): readonly InputBlock[] => [
  field('watch', 'When', choice(WATCHED, of.kind === 'ratio' ? of.side : of.kind)),
  field('level', 'Level', textInput(action_id, of.kind === 'ratio' ? String(of.level) : USUAL_LEVEL), {
    hint: 'Of the ratio, for the first two',
    isOptional: true,
  }),
];

/** Renders the form, filled in for weekdays at 07:30 in the person's own zone, or as a brief is now. */
export const renderBriefForm = ({ channel, zone, privateMetadata, edited }: BriefFormInput): ModalView => {
  const { timing, onClosed = 'say', onStale = 'say' } = edited ?? {};
  const initial = edited?.channel ?? channel;
  const blocks: readonly ViewBlock[] = [
    ...(edited ? [] : [section('The ratio, the Fed and what changed, before the open.')]),
    field(
      'channel',
      'Channel',
      {
        type: 'conversations_select',
        action_id,
        placeholder: plainText('Choose a channel'),
        ...(initial !== undefined && { initial_conversation: initial }),
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
      { hint: 'I have to be in it' },
    ),
    ...(timing?.kind === 'crossing'
      ? triggerFields(timing.of)
      : [...clockFields(zone, timing), closedField({ onClosed })]),
    field('stale', 'When data are old or missing', choice(ON_STALE, onStale)),
    ...(edited
      ? []
      : [
          context(
            `On an event instead: ${inlineCode('/brief when ratio > 0.40')}. Another zone: ${inlineCode('/brief weekdays 07:30 Asia/Kathmandu')}.`,
          ),
        ]),
  ];
  const title = edited ? { title: 'Edit brief', submit: 'Save' } : { title: 'New brief', submit: 'Set it up' };
  return modal(BRIEF_FORM, title, privateMetadata, blocks);
};
