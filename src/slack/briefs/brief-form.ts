import { z } from 'zod';
import { type BriefFormRead, readBriefForm } from '../../blocks/index.ts';

const Chosen = z.looseObject({ value: z.string() });

const ValueSchema = z.looseObject({
  selected_conversation: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_time: z.string().nullish(),
});

/** Where the form was asked for; it travels with the form and comes back. */
const CarriedSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  isHome: z.boolean(),
});
export type Carried = z.infer<typeof CarriedSchema>;

const FormSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), ValueSchema)) }),
});

const filledIn = (value: z.infer<typeof ValueSchema> | undefined) =>
  value?.selected_conversation ??
  value?.selected_time ??
  value?.selected_option?.value ??
  value?.selected_options?.map((one) => one.value);

/** The form *New brief* as Slack sends it back. @throws without repeating what was filled in */
export const newBriefIn = (view: unknown): { readonly carried: Carried; readonly read: BriefFormRead } => {
  try {
    const { private_metadata: carried, state } = FormSchema.parse(view);
    const fields = Object.entries(state.values).map(([block, actions]) => [block, filledIn(Object.values(actions)[0])]);
    return { carried: CarriedSchema.parse(JSON.parse(carried)), read: readBriefForm(Object.fromEntries(fields)) };
  } catch {
    throw new Error('the form is none of ours');
  }
};
