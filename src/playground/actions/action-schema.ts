import { z } from 'zod';
import { isoInstant } from '../../units.ts';
import { MAX_ADVANCE_MINUTES } from '../clock.ts';
import type { ToolCall, UserAction } from '../protocol.ts';
import { USERS } from '../seed.ts';

const MAX_CHARACTERS = 4_000;

const id = z.string().max(255);
const user = z.enum(
  USERS.map(({ id }) => id),
  'There is no such person here',
);
const words = z.string().max(MAX_CHARACTERS, `A message has at most ${MAX_CHARACTERS} characters`);
/** Longer than Slack takes: what is too long is said at its field. */
const MAX_TYPED = 100_000;
const option = z.object({ value: words });

const ValueSchema = z.object({
  type: z.string(),
  value: z.string().max(MAX_TYPED, `A field has at most ${MAX_TYPED} characters`).nullable().exactOptional(),
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

/** Validates what the page sends; its messages are shown to the user. */
export const UserActionSchema: z.ZodType<UserAction> = z.discriminatedUnion(
  'kind',
  [
    z.object({ user, kind: z.literal('send text'), channel: id, threadTs: id.exactOptional(), text: words }),
    z.object({
      user,
      kind: z.literal('send file'),
      channel: id,
      name: id,
      base64: z.base64('A file is sent as base64'),
    }),
    z.object({ user, kind: z.literal('message shortcut'), channel: id, ts: id, callback: id }),
    z.object({
      user,
      kind: z.literal('block action'),
      on: SurfaceSchema,
      blockId: id,
      actionId: id,
      value: words.exactOptional(),
      set: FilledSchema.exactOptional(),
      values: ValuesSchema.exactOptional(),
    }),
    z.object({ user, kind: z.literal('submit modal'), modal: id, values: ValuesSchema }),
    z.object({ user, kind: z.literal('close modal'), modal: id }),
    z.object({ user, kind: z.literal('open home') }),
    z.object({ user, kind: z.literal('open direct message') }),
    z.object({
      user,
      kind: z.literal('set clock'),
      to: z.iso.datetime({ offset: true, error: 'The clock takes a date and a time' }).transform(isoInstant).nullable(),
    }),
    z.object({
      user,
      kind: z.literal('advance clock'),
      minutes: z.int().positive().max(MAX_ADVANCE_MINUTES, 'The clock runs ahead by at most 31 days at a time'),
    }),
    z.object({ user, kind: z.literal('stop clock') }),
    z.object({ user, kind: z.literal('choose data'), source: z.enum(['notes', 'synthetic', 'live']) }),
    z.object({ user, kind: z.literal('upload csv'), name: id, text: z.string() }),
    z.object({ user, kind: z.literal('reset') }),
  ],
  'There is no such action',
);

/** Validates a call of a tool; what the arguments may be is for the tool to say. */
export const ToolCallSchema: z.ZodType<ToolCall> = z.object({
  user,
  name: id,
  arguments: z.record(z.string(), z.unknown(), 'A call has arguments'),
});
