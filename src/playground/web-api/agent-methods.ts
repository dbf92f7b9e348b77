import { z } from 'zod';
import { CHANNELS } from '../cast.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Methods, refusal } from './answer.ts';

const PromptsSchema = z.looseObject({
  channel_id: z.string(),
  prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4),
});
const StatusSchema = z.looseObject({ status: z.enum(['processing', 'active', 'suspended', 'closed']) });

/** What an agent may do in its Messages tab. */
export const agentMethods = ({ prompts, emit }: Workspace): Methods => ({
  'assistant.threads.setSuggestedPrompts': (given) => {
    const read = PromptsSchema.safeParse(given);
    if (!read.success) return refusal('invalid_arguments');
    const person = CHANNELS.find(({ id }) => id === read.data.channel_id)?.person;
    if (person === undefined) return refusal('channel_not_found');
    prompts.set(person, read.data.prompts);
    emit({ kind: 'prompts', person, prompts: read.data.prompts });
    return { ok: true };
  },
  // whether the bot works on something shows by itself
  'agents.sessions.setStatus': (given) =>
    StatusSchema.safeParse(given).success ? { ok: true } : refusal('invalid_arguments'),
});
