import { z } from 'zod';
import { isoInstant } from '../../units.ts';
import { PEOPLE } from '../cast.ts';
import { MOST_MINUTES_RUN } from '../clock.ts';
import type { Act } from '../protocol.ts';

/** What the page may send. */

const MOST_CHARACTERS = 4_000;

const id = z.string().max(255);
const as = z.enum(
  PEOPLE.map((person) => person.id),
  'There is no such person here',
);
const words = z.string().max(MOST_CHARACTERS, `A message has at most ${MOST_CHARACTERS} characters`);
const option = z.object({ value: words });

const ValueSchema = z.object({
  type: z.string(),
  value: words.nullable().exactOptional(),
  selected_option: option.nullable().exactOptional(),
  selected_options: z.array(option).exactOptional(),
  selected_time: id.nullable().exactOptional(),
  selected_date: id.nullable().exactOptional(),
  selected_conversation: id.nullable().exactOptional(),
  selected_conversations: z.array(id).exactOptional(),
});
const FilledSchema = z.record(id, ValueSchema);
const ValuesSchema = z.record(id, FilledSchema);

const SurfaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: id, ts: id }),
  z.object({ kind: z.literal('modal'), id }),
  z.object({ kind: z.literal('home') }),
]);

export const ActSchema: z.ZodType<Act> = z.discriminatedUnion(
  'kind',
  [
    z.object({ as, kind: z.literal('say'), channel: id, threadTs: id.exactOptional(), text: words }),
    z.object({
      as,
      kind: z.literal('use'),
      on: SurfaceSchema,
      blockId: id,
      actionId: id,
      value: words.exactOptional(),
      set: FilledSchema.exactOptional(),
      values: ValuesSchema.exactOptional(),
    }),
    z.object({ as, kind: z.literal('submit'), modal: id, values: ValuesSchema }),
    z.object({ as, kind: z.literal('close'), modal: id }),
    z.object({ as, kind: z.literal('open home') }),
    z.object({ as, kind: z.literal('open direct message') }),
    z.object({
      as,
      kind: z.literal('set clock'),
      to: z.iso.datetime({ offset: true, error: 'The clock takes a date and a time' }).transform(isoInstant).nullable(),
    }),
    z.object({
      as,
      kind: z.literal('run'),
      minutes: z.int().positive().max(MOST_MINUTES_RUN, 'The clock runs ahead by at most 31 days at a time'),
    }),
    z.object({ as, kind: z.literal('use data'), source: z.enum(['notes', 'synthetic', 'live']) }),
    z.object({ as, kind: z.literal('use csv'), name: id, text: z.string() }),
    z.object({ as, kind: z.literal('start over') }),
  ],
  'There is no such act',
);
