import { z } from 'zod';

/** Who calls a tool through Slackbot, as Slack says in `params._meta.slack`. */

export interface Caller {
  readonly user?: string | undefined;
  readonly team?: string | undefined;
  readonly enterprise?: string | undefined;
}

const Id = z.string().max(40).nullish();
const MessageSchema = z.object({
  params: z.object({ _meta: z.object({ slack: z.object({ user_id: Id, team_id: Id, enterprise_id: Id }) }) }),
});
/** As far as it is needed to see whether anybody is named. */
const NamedSchema = z.object({ params: z.object({ _meta: z.object({ slack: z.unknown() }) }) });

/**
 * Everybody named in the messages of a request, which may be several; `unreadable` where one is named in no known form.
 * A message that names nobody is Slack's own: what is available, and whether the server is there.
 */
export const callersIn = (body: unknown): readonly Caller[] | 'unreadable' => {
  const callers: Caller[] = [];
  for (const message of Array.isArray(body) ? body : [body]) {
    const named = NamedSchema.safeParse(message);
    if (!named.success || named.data.params._meta.slack === undefined) continue;
    const read = MessageSchema.safeParse(message);
    if (!read.success) return 'unreadable';
    const { user_id: user, team_id: team, enterprise_id: enterprise } = read.data.params._meta.slack;
    callers.push({ user: user ?? undefined, team: team ?? undefined, enterprise: enterprise ?? undefined });
  }
  return callers;
};
