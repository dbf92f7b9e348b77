import { z } from 'zod';

/** What hangs on a posted brief where nobody sees it, so that it can be found again. */

const EVENT = 'rotation_desk_brief';

const BriefMetadataSchema = z.looseObject({
  event_type: z.literal(EVENT),
  event_payload: z.looseObject({ schedule: z.string(), slot: z.string() }),
});

/** @param schedule its id */
export const briefMetadata = (schedule: string, slot: string) => ({
  event_type: EVENT,
  event_payload: { schedule, slot },
});

/** Whether a message is that brief. */
export const isBrief = (metadata: unknown, schedule: string, slot: string): boolean => {
  const { data } = BriefMetadataSchema.safeParse(metadata);
  return data?.event_payload.schedule === schedule && data.event_payload.slot === slot;
};
