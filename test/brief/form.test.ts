import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefTimingSchema } from '../../src/brief/effect.ts';
import { BRIEF_FIELDS, type BriefFormValues, parseBriefFormValues, renderBriefForm } from '../../src/brief/form.ts';
import type { ModalView } from '../../src/message/view-blocks.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import { plain } from '../topics/rendered.ts';

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
        (one) => one.element.type === 'static_select',
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
      kind: 'schedule',
      effect: {
        kind: 'brief',
        do: 'schedule',
        channel: 'C0MACRO',
        timing: {
          kind: 'clock',
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          time: '07:30',
          zone: 'Europe/Stockholm',
        },
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
    expect(read).toMatchObject({ effect: { timing: { days: ['mon', 'sun'] }, onClosed: 'skip', onStale: 'hold' } });
  });

  it.each([
    ['channel', undefined, 'Choose a channel'],
    ['days', [], 'At least one day'],
    ['days', null, 'At least one day'],
    ['time', null, 'Between 00:00 and 23:59'],
    ['time', '25:61', 'Between 00:00 and 23:59'],
    ['zone', 'Mars/Base', 'Choose a zone from the list'],
    ['closed', null, 'Choose one'],
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
        if (read.kind === 'schedule') expect(BriefTimingSchema.parse(read.effect.timing)).toEqual(read.effect.timing);
        else
          expect(Object.keys(read.errors).every((id) => Object.values<string>(BRIEF_FIELDS).includes(id))).toBe(true);
      }),
    );
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
    ['a zone that is not offered', 'static_select', { initial_option: option('Mars') }],
  ] as const)('notices %s', (_, type, change) => {
    expect(viewProblems(withElement(type, change))).toHaveLength(1);
  });

  it('notices more choices than radio buttons may have, and one that is not offered', () => {
    const options = Array.from({ length: 11 }, (_, at) => option(`o${at}`));
    // both pairs of radio buttons are changed
    expect(viewProblems(withElement('radio_buttons', { options, initial_option: options[0] }))).toHaveLength(2);
    expect(viewProblems(withElement('radio_buttons', { initial_option: option('maybe') }))).toHaveLength(2);
  });
});
