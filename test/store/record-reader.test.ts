import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordReader, withUnreadFields } from '../../src/store/record-reader.ts';
import { KeptNotesSchema, StoredScheduleSchema, ThreadSchema } from '../../src/store/schema.ts';

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

const NOTES: Json = {
  ...{ version: 'v1', highest: 2, house: true, spellings: { RBC: 'RBC Capital' } },
  ...{ changedAt: '2026-01-05T10:00:00.000Z', changedBy: 'U1' },
  notes: [
    {
      file: {
        note: {
          ...{ id: 'T1-2026-01-05', title: 'Size', author: { kind: 'person', name: 'Ada Berg' }, publisher: 'House' },
          ...{ date: '2026-01-05', dateBasis: 'printed', link: 'https://example.com/a' },
          added: { on: '2026-01-05', by: 'U1' },
        },
        claims: [
          {
            ...{ id: 'T1-1', firm: 'House', kind: 'view', stance: 'bullish', topics: ['rates'], quoted: true },
            ...{ paraphrase: 'Small caps will lead.', short: 'they lead', bearsOn: 'cut', locator: { paragraph: 2 } },
            horizon: { label: 'next year', ends: '2027-01-05' },
            figures: [
              {
                ...{ id: 'T1-1-1', label: 'P/E', value: 14.5, unit: '×', printed: '14.5 times', basis: 'forward' },
                asOf: '2026-01-02',
              },
            ],
          },
        ],
      },
      retired: { on: '2026-02-01', by: 'U2' },
    },
  ],
};
const THREAD: Json = {
  ...{ speakers: ['U1'], silent: false, rooted: true, answered: true, touched: '2026-01-05T10:00:00.000Z' },
};

/** The value with one thing in it otherwise, for each thing and each way. */
const mutationsOf = (value: Json): readonly Json[] => {
  const others: readonly Json[] = [null, '', ' untrimmed ', -1, 1.5, true, [], {}, 'x'.repeat(500)];
  if (Array.isArray(value))
    return [...others, ...value.flatMap((item, at) => mutationsOf(item as Json).map((one) => value.with(at, one)))];
  if (value === null || typeof value !== 'object') return others;
  const fields = Object.entries(value as { readonly [name: string]: Json });
  return [
    ...others,
    { ...value, later: 'a field of a later version' },
    ...fields.map(([name]) => Object.fromEntries(fields.filter(([other]) => other !== name))),
    ...fields.flatMap(([name, field]) => mutationsOf(field).map((one) => ({ ...value, [name]: one }))),
  ];
};

describe('a record that is taken as it is', () => {
  it.each<[string, z.ZodType, Json]>([
    ['notes', KeptNotesSchema, NOTES],
    ['a thread', ThreadSchema, THREAD],
    ['a schedule', StoredScheduleSchema, { id: 'a', team: 'T1' }],
  ])('is what its schema reads, however it is changed: %s', (_, schema, stored) => {
    const read = recordReader(schema);
    for (const one of [stored, ...mutationsOf(stored)]) {
      const { data } = schema.safeParse(one);
      expect(read(one), JSON.stringify(one)).toEqual(data === undefined ? undefined : withUnreadFields(data, one));
    }
  });

  it('is the stored object itself, and another one where the schema puts something in', () => {
    const read = recordReader(z.looseObject({ name: z.string().trim(), figures: z.array(z.number()).default([]) }));
    const whole = { name: 'a', figures: [1], later: true };
    expect(read(whole)).toBe(whole);
    expect(read({ name: 'a' })).toEqual({ name: 'a', figures: [] });
    expect(read({ name: ' a ', figures: [] })).toEqual({ name: 'a', figures: [] });
    expect(read({ name: 1, figures: [] })).toBeUndefined();
  });
});
