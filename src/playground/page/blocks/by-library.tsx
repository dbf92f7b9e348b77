import { type Block as LibraryBlock, Message } from 'slack-blocks-to-jsx';
import type { Block } from '../block-kit.ts';
import { useTheme } from '../theme.ts';
import { useWorkspace } from '../workspace.ts';

/**
 * A block as slack-blocks-to-jsx draws it.
 * An emoji is left as written, since the library takes the middle of `9:30–16:00` for one.
 */
export const ByLibrary = ({ block }: { readonly block: Block }) => {
  const { state } = useWorkspace();
  const { theme } = useTheme();
  return (
    <Message
      withoutWrapper
      unstyled
      className="by-library"
      logo=""
      name={state.botName}
      theme={theme}
      blocks={[block as unknown as LibraryBlock]}
      data={{
        users: state.people.map(({ id, name }) => ({ id, name })),
        channels: state.channels.map(({ id, name }) => ({ id, name })),
      }}
      hooks={{
        emoji: ({ name }) => (name.startsWith(':') ? name : `:${name}:`),
        user: ({ id }) => (
          <span className="mention">@{state.people.find((person) => person.id === id)?.name ?? state.botName}</span>
        ),
      }}
    />
  );
};
