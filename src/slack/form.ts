import { z } from 'zod';
import type { FilledIn } from '../blocks/index.ts';

/** Where the answer stands that a form was opened from; it travels with the form and comes back. */
const OriginSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  /** The thread that the new answer belongs in. */
  threadTs: z.string().optional(),
  isPrivate: z.boolean(),
  /** How often the form has been drawn anew. */
  drawing: z.int().nonnegative(),
});

export type Origin = z.infer<typeof OriginSchema>;

const ValueSchema = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

const FormSchema = z.looseObject({
  id: z.string(),
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), ValueSchema)) }),
});

/** A form as Slack sends it back. */
export interface Form {
  readonly id: string;
  readonly origin: Origin;
  readonly filledIn: FilledIn;
}

/** @throws without repeating what was filled in */
export const formIn = (view: unknown): Form => {
  try {
    const { id, private_metadata: carried, state } = FormSchema.parse(view);
    const filledIn = Object.entries(state.values).map(([block, actions]) => {
      const [field] = Object.values(actions);
      return [block, field?.value ?? field?.selected_option?.value];
    });
    return { id, origin: OriginSchema.parse(JSON.parse(carried)), filledIn: Object.fromEntries(filledIn) };
  } catch {
    throw new Error('the form is none of ours');
  }
};
