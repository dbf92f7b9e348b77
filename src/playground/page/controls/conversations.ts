import type { ConversationFilter } from '../block-kit.ts';
import { directMessageOf, type Workspace } from '../workspace.ts';

/** The conversations that a select offers to this person: channels, and the direct message with the bot where asked for. */
export const conversationsFor = (
  { state, me }: Workspace,
  { include = ['public', 'private', 'im'], exclude_bot_users = false }: ConversationFilter = {},
): readonly { readonly value: string; readonly label: string }[] => {
  const direct = include.includes('im') && !exclude_bot_users ? directMessageOf(state, me.id) : undefined;
  const channels = include.includes('public') || include.includes('private') ? state.channels : [];
  return [
    ...channels.filter(({ kind }) => kind === 'channel').map(({ id, name }) => ({ value: id, label: `#${name}` })),
    ...(direct ? [{ value: direct.id, label: direct.name }] : []),
  ];
};
