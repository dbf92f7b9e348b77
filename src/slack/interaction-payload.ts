import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Question, QuestionSchema } from '../topics/questions.ts';

/** The id of a person, which is shown as a mention. */
export const UserIdSchema = z.string().regex(/^[UW][A-Z0-9]+$/);

const ContainerSchema = z.looseObject({
  message_ts: z.string().optional(),
  thread_ts: z.string().optional(),
  channel_id: z.string().optional(),
  is_ephemeral: z.boolean().optional(),
});

/** What Slack sends about a click, on a message or on the Home tab. */
const ClickSchema = z.looseObject({
  user: z.looseObject({ id: UserIdSchema }),
  trigger_id: z.string().default(''),
  channel: z.looseObject({ id: z.string() }).optional(),
  container: ContainerSchema.default({}),
  message: z.looseObject({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
});

/** Who clicked a button, and on which message. */
export interface Click {
  readonly user: string;
  /** The direct message with the clicker, where the button is on the Home tab. */
  readonly channel: string;
  readonly isHome: boolean;
  /** The message holding it is seen by the clicker only. */
  readonly isPrivate: boolean;
  readonly messageTs?: string;
  /** The thread that a reply belongs in. */
  readonly threadTs?: string;
  /** That thread, where it has begun already. */
  readonly begunThreadTs?: string;
  readonly triggerId: string;
}

const SentSchema = z.looseObject({ user: z.looseObject({ id: UserIdSchema }) });

/** The id of whoever sent a form or used a control. @throws {z.ZodError} where nobody is named */
export const parseSender = (body: unknown): string => SentSchema.parse(body).user.id;

/** Parses a click. @throws {z.ZodError} for anything else */
export const parseClick = (body: unknown): Click => {
  const { user, trigger_id: triggerId, channel, container, message } = ClickSchema.parse(body);
  const channelId = channel?.id ?? container.channel_id;
  const begun = message?.thread_ts ?? container.thread_ts;
  const isPrivate = container.is_ephemeral === true;
  const messageTs = message?.ts ?? container.message_ts;
  const threadTs = begun ?? (isPrivate ? undefined : messageTs);
  return {
    user: user.id,
    channel: channelId ?? user.id,
    isHome: channelId === undefined,
    isPrivate,
    triggerId,
    ...(messageTs !== undefined && { messageTs }),
    ...(threadTs !== undefined && { threadTs }),
    ...(begun !== undefined && { begunThreadTs: begun }),
  };
};

/** The question that a button carries. @throws without repeating what it carries instead, which must reach no log */
export const parseButtonQuestion = (value = ''): Question => {
  try {
    return QuestionSchema.parse(JSON.parse(value));
  } catch {
    throw new Error('the button carries no question');
  }
};

/** Identifies a request that Slack may send again: the same parts give the same id. */
export const requestId = (...parts: readonly (string | undefined)[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

const OptionSchema = z.looseObject({ value: z.string() });

/** The value of one field, whichever control it is. */
const FieldSchema = z.looseObject({
  value: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: OptionSchema.nullish(),
  selected_options: z.array(OptionSchema).nullish(),
});

const FormSchema = z.looseObject({
  id: z.string(),
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), FieldSchema)) }),
});

/** What a field holds: several values where several can be chosen; undefined where it was left empty. */
type FieldValue = string | readonly string[] | undefined;

/** A form as Slack sends it back. */
export interface SubmittedForm<Carried> {
  /** Of the view. */
  readonly id: string;
  /** What the bot put into `private_metadata` when it opened the form. */
  readonly carried: Carried;
  /** By block id. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

const fieldValue = (field: z.infer<typeof FieldSchema> | undefined): FieldValue =>
  field?.value ??
  field?.selected_conversation ??
  field?.selected_time ??
  field?.selected_date ??
  field?.selected_option?.value ??
  field?.selected_options?.map(({ value }) => value);

/**
 * Parses a form that was filled in.
 *
 * @param carried the schema of what the form carries
 * @throws without repeating what was filled in
 */
export const parseForm = <Carried>(view: unknown, carried: z.ZodType<Carried>): SubmittedForm<Carried> => {
  try {
    const { id, private_metadata: metadata, state } = FormSchema.parse(view);
    const values = Object.entries(state.values).map(([block, actions]) => [
      block,
      fieldValue(Object.values(actions)[0]),
    ]);
    return { id, carried: carried.parse(JSON.parse(metadata)), values: Object.fromEntries(values) };
  } catch {
    throw new Error('the form is none of ours');
  }
};
