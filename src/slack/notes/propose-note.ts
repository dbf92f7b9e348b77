import { plural, unescaped } from '../../message/index.ts';
import { renderNoteNotice } from '../../note-review/index.ts';
import { isIsoDate } from '../../units.ts';
import type { Asker, BotContext } from '../asker.ts';
import { isInstalledIn } from '../request-origin.ts';
import type { Workspaces } from '../workspaces.ts';
import { addText, rightToAdd } from './hand-in.ts';

/** A note that another assistant hands in for a person. */
export interface NoteProposal {
  readonly text: string;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly date?: string | undefined;
  readonly link?: string | undefined;
}

const NOT_OURS = 'Nothing was kept: that person is of no workspace that Rotation Desk is installed in.';

/**
 * Keeps a note as a draft of the person in whose place an assistant calls, and tells them in their direct message: they
 * review it there.
 *
 * @returns what the assistant is told
 */
export const proposeNote = async (
  bot: BotContext,
  workspaces: Workspaces,
  {
    user,
    team,
    enterprise,
  }: {
    readonly user?: string | undefined;
    readonly team?: string | undefined;
    readonly enterprise?: string | undefined;
  },
  { text, date, ...told }: NoteProposal,
): Promise<string> => {
  const workspace = await workspaces.find([{ team, enterprise }]);
  if (user === undefined || team === undefined || workspace === undefined) return NOT_OURS;
  const { installation, client } = workspace;
  const affiliation = isInstalledIn(team, enterprise, installation) ? 'own' : 'unclear';
  const asker: Asker = { client, user, channel: user, team: installation.team, origin: { workspace, affiliation } };
  const refusal = await rightToAdd(bot, asker);
  if (refusal !== undefined)
    return `Nothing was kept. ${refusal === 'not ours' ? NOT_OURS : unescaped(renderNoteNotice({ kind: refusal }).text)}`;
  const given = Object.fromEntries(
    Object.entries({ ...told, date: date !== undefined && isIsoDate(date) ? date : undefined }).filter(
      ([, value]) => value,
    ),
  );
  const { made } = await addText(bot, asker, text, { given });
  if (made.kind !== 'draft') return `Nothing was kept. ${unescaped(renderNoteNotice(made).text)}`;
  const { claims, note } = made.draft;
  const count = plural(claims.length, 'claim');
  const kept =
    note === undefined
      ? `A draft of ${count} is kept, and nothing is in the library yet.`
      : `That is note ${note} already. A draft of the ${count} that it does not have is kept.`;
  return `${kept} <@${user}> has a message from Rotation Desk with a button to review it: each claim is added once they confirm it. The draft ends after seven days.`;
};
