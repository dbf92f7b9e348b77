import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefTimingSchema } from '../../src/brief/effect.ts';
import { BRIEF_FIELDS, renderBriefForm } from '../../src/brief/form.ts';
import { type BriefFormValues, fieldErrorsOf, parseBriefFormValues } from '../../src/brief/form-values.ts';
import type { Schedule } from '../../src/brief/schedule.ts';
import type { ModalView } from '../../src/message/view-blocks.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import { isoDate } from '../../src/units.ts';
import { plain } from '../topics/rendered.ts';
import { at, EVERY_DAY, schedule, when } from './clocks.ts';

const FORM = renderBriefForm({ channel: 'C0MACRO', zone: 'Europe/Stockholm', privateMetadata: '{}' });

type Input = Extract<ModalView['blocks'][number], { type: 'input' }>;
const inputs = ({ blocks }: ModalView): readonly Input[] => blocks.filter((one) => one.type === 'input');

/** What Slack hands back of a field that nobody touches. */
const begun = ({ element }: Input): BriefFormValues[string] => {
  switch (element.type) {
    case 'conversations_select':
      return element.initial_conversation;
    case 'multi_static_select':
      return element.initial_options.map(({ value }) => value);
    case 'timepicker':
      return element.initial_time;
    case 'datepicker':
      return element.initial_date;
    case 'plain_text_input':
      return element.initial_value;
    default:
      return element.initial_option.value;
  }
};

const untouched = (form: ModalView): BriefFormValues =>
  Object.fromEntries(inputs(form).map((one) => [one.block_id, begun(one)]));

describe('the form of a new brief', () => {
  it.each(['America/New_York', 'Europe/Stockholm', 'Asia/Kathmandu', 'UTC'])(
    'is sound for Slack for someone in %s',
    (zone) => {
      for (const channel of ['C0MACRO', undefined]) {
        expect(viewProblems(renderBriefForm({ channel, zone, privateMetadata: '{"from":"command"}' }))).toEqual([]);
      }
    },
  );

  it('has the person’s own zone first and chosen, and no zone twice', () => {
    for (const zone of ['Europe/Stockholm', 'Asia/Kathmandu']) {
      const select = inputs(renderBriefForm({ zone, privateMetadata: '{}' })).find(
        (one) => one.block_id === BRIEF_FIELDS.zone,
      );
      if (select?.element.type !== 'static_select') return expect.unreachable();
      const { options, initial_option: chosen } = select.element;
      expect(chosen).toEqual(options[0]);
      expect(chosen.value).toBe(zone);
      expect(plain(chosen.text.text)).toMatch(/^(Stockholm|Kathmandu) \(yours\)$/);
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    }
  });

  it('sets up weekdays at half past seven in that zone, where nobody touches it', () => {
    expect(parseBriefFormValues(untouched(FORM))).toEqual({
      kind: 'filled in',
      brief: {
        channel: 'C0MACRO',
        timing: { kind: 'clock', days: ['mon', 'tue', 'wed', 'thu', 'fri'], time: '07:30', zone: 'Europe/Stockholm' },
        onClosed: 'say',
        onStale: 'say',
      },
    });
  });

  it('takes days in any order, and both choices', () => {
    const read = parseBriefFormValues({
      ...untouched(FORM),
      [BRIEF_FIELDS.days]: ['sun', 'mon'],
      [BRIEF_FIELDS.closed]: 'skip',
      [BRIEF_FIELDS.stale]: 'hold',
    });
    expect(read).toMatchObject({ brief: { timing: { days: ['mon', 'sun'] }, onClosed: 'skip', onStale: 'hold' } });
  });

  it.each([
    ['channel', undefined, 'Choose a channel'],
    ['days', [], 'At least one day'],
    ['days', null, 'At least one day'],
    ['time', null, 'Between 00:00 and 23:59, such as 07:45'],
    ['time', '25:61', 'Between 00:00 and 23:59, such as 07:45'],
    ['zone', 'Mars/Base', 'Choose a zone from the list'],
    ['closed', null, 'Choose one'],
    ['often', null, 'Choose one'],
    ['often', 'month-second', 'Choose one'],
    ['often', 'open-999', 'Choose one'],
    ['stale', 'never', 'Choose one'],
  ] as const)('refuses the field %s filled in with %j, by its own block', (field, value, words) => {
    expect(parseBriefFormValues({ ...untouched(FORM), [BRIEF_FIELDS[field]]: value })).toEqual({
      kind: 'wrong',
      errors: { [BRIEF_FIELDS[field]]: words },
    });
  });

  it('reads anything that is sent into a brief that can be set up, or says which fields do not fit', () => {
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.constant(null),
      fc.constantFrom('07:30', 'UTC', 'say'),
    );
    const filledIn = fc.dictionary(fc.constantFrom(...Object.values(BRIEF_FIELDS)), value);
    fc.assert(
      fc.property(filledIn, (sent) => {
        const read = parseBriefFormValues({ ...untouched(FORM), ...sent });
        if (read.kind === 'filled in') expect(BriefTimingSchema.parse(read.brief.timing)).toEqual(read.brief.timing);
        else
          expect(Object.keys(read.errors).every((id) => Object.values<string>(BRIEF_FIELDS).includes(id))).toBe(true);
      }),
    );
  });
});

describe('how often a brief comes', () => {
  const filled = (often: string, more: BriefFormValues = {}) =>
    parseBriefFormValues({ ...untouched(FORM), [BRIEF_FIELDS.often]: often, ...more });
  const date = (on: string) => ({ [BRIEF_FIELDS.date]: on });

  it.each<readonly [string, BriefFormValues, object]>([
    ['month-first', {}, { days: EVERY_DAY, on: { kind: 'month', which: 'first' }, time: '07:30' }],
    ['month-last', { [BRIEF_FIELDS.days]: [] }, { days: EVERY_DAY, on: { kind: 'month', which: 'last' } }],
    ['second-week', {}, { on: { kind: 'second-week' } }],
    ['second-week', date('2026-12-07'), { on: { kind: 'second-week', from: '2026-12-07' } }],
    ['fed-before', {}, { days: EVERY_DAY, on: { kind: 'fed', day: 'before' } }],
    ['fed-same', {}, { days: EVERY_DAY, on: { kind: 'fed', day: 'same' } }],
    ['once', date('2026-12-09'), { days: EVERY_DAY, on: { kind: 'once', on: '2026-12-09' } }],
    ['open-30', {}, { on: { kind: 'open' }, time: '09:00', zone: 'America/New_York' }],
    ['open-60', { [BRIEF_FIELDS.time]: null }, { on: { kind: 'open' }, time: '08:30', zone: 'America/New_York' }],
  ])('%s with %j', (often, more, timing) => {
    expect(filled(often, more)).toMatchObject({ kind: 'filled in', brief: { timing } });
  });

  it('asks for the date of a single one, and for days where days count', () => {
    expect(filled('once')).toEqual({ kind: 'wrong', errors: { [BRIEF_FIELDS.date]: 'Choose its date' } });
    expect(filled('open-30', { [BRIEF_FIELDS.days]: [] })).toEqual({
      kind: 'wrong',
      errors: { [BRIEF_FIELDS.days]: 'At least one day' },
    });
  });
});

describe('the form of a brief that is there', () => {
  const formOf = (edited: Schedule) => renderBriefForm({ zone: 'Europe/Stockholm', privateMetadata: '{}', edited });
  const timings: readonly Schedule['timing'][] = [
    at('08:15', 'Europe/London', ['mon', 'thu']),
    { ...at('08:00', 'Asia/Kathmandu', EVERY_DAY), on: { kind: 'month', which: 'last' } },
    { ...at('08:00'), on: { kind: 'second-week', from: isoDate('2026-12-07') } },
    { ...at('08:45'), on: { kind: 'open' } },
    { ...at('16:00', 'Europe/Stockholm', EVERY_DAY), on: { kind: 'fed', day: 'before' } },
    { ...at('16:00', 'Europe/Stockholm', EVERY_DAY), on: { kind: 'once', on: isoDate('2026-12-09') } },
    when({ kind: 'ratio', side: 'below', level: 0.385 }),
    when({ kind: 'record-close' }),
    when({ kind: 'odds-flip' }),
  ];

  it.each(timings)('shows and gives back %j as it is', (timing) => {
    const form = formOf(schedule({ channel: 'C0MACRO', timing, onClosed: 'skip', onStale: 'hold' }));
    expect(viewProblems(form)).toEqual([]);
    expect(form.title.text).toBe('Edit brief');
    expect(parseBriefFormValues(untouched(form))).toEqual({
      kind: 'filled in',
      brief: {
        ...{ channel: 'C0MACRO', timing, onStale: 'hold' },
        ...(timing.kind === 'clock' && { onClosed: 'skip' }),
      },
    });
  });

  it('takes another trigger, and a level with a decimal comma', () => {
    const filledIn = untouched(formOf(schedule({ channel: 'C1', timing: when({ kind: 'record-close' }) })));
    const read = (more: BriefFormValues) => parseBriefFormValues({ ...filledIn, ...more });
    expect(read({ [BRIEF_FIELDS.watch]: 'above', [BRIEF_FIELDS.level]: '0,41' })).toMatchObject({
      brief: { timing: { of: { kind: 'ratio', side: 'above', level: 0.41 } } },
    });
    expect(read({ [BRIEF_FIELDS.watch]: 'above', [BRIEF_FIELDS.level]: '40' })).toEqual({
      kind: 'wrong',
      errors: { [BRIEF_FIELDS.level]: 'A ratio, such as 0.40' },
    });
  });

  it('has a field for what cannot be carried out there, and none for the rest', () => {
    const same = schedule();
    expect(fieldErrorsOf({ kind: 'not in channel', channel: 'C1' })).toEqual({
      [BRIEF_FIELDS.channel]: 'I am not in this channel. Type /invite @Rotation Desk in it, then press again',
    });
    expect(fieldErrorsOf({ kind: 'set up already', schedule: same })).toHaveProperty([BRIEF_FIELDS.time]);
    expect(
      fieldErrorsOf({ kind: 'set up already', schedule: { ...same, timing: when({ kind: 'odds-flip' }) } }),
    ).toHaveProperty([BRIEF_FIELDS.watch]);
    expect(fieldErrorsOf({ kind: 'over already' })).toEqual({ [BRIEF_FIELDS.date]: 'That time has passed' });
    expect(fieldErrorsOf({ kind: 'not allowed', schedule: same })).toBeUndefined();
  });
});

describe('the check of its elements', () => {
  type Element = Input['element'];
  const withElement = (type: Element['type'], change: Record<string, unknown>): ModalView => ({
    ...FORM,
    blocks: FORM.blocks.map((one) =>
      one.type === 'input' && one.element.type === type
        ? { ...one, element: { ...one.element, ...change } as Element }
        : one,
    ),
  });
  const option = (value: string) => ({ text: { type: 'plain_text', text: value, emoji: false }, value });

  it.each([
    ['a time that is none', 'timepicker', { initial_time: '7:30' }],
    ['no day chosen', 'multi_static_select', { initial_options: [] }],
    [
      'a day chosen twice',
      'multi_static_select',
      { options: [option('mon')], initial_options: [option('mon'), option('mon')] },
    ],
    ['a day that is not offered', 'multi_static_select', { initial_options: [option('one')] }],
    [
      'a placeholder that is empty',
      'conversations_select',
      { placeholder: { type: 'plain_text', text: '', emoji: false } },
    ],
    ['a channel without a name', 'conversations_select', { initial_conversation: '' }],
    ['an action id that is too long', 'timepicker', { action_id: 'x'.repeat(256) }],
    ['a date that is none', 'datepicker', { initial_date: '2026-13-01' }],
  ] as const)('notices %s', (_, type, change) => {
    expect(viewProblems(withElement(type, change))).toHaveLength(1);
  });

  it('notices choices that are not offered', () => {
    // how often, and the zone
    expect(viewProblems(withElement('static_select', { initial_option: option('Mars') }))).toHaveLength(2);
  });

  it('notices more choices than radio buttons may have, and one that is not offered', () => {
    const options = Array.from({ length: 11 }, (_, at) => option(`o${at}`));
    // both pairs of radio buttons are changed
    expect(viewProblems(withElement('radio_buttons', { options, initial_option: options[0] }))).toHaveLength(2);
    expect(viewProblems(withElement('radio_buttons', { initial_option: option('maybe') }))).toHaveLength(2);
  });
});
