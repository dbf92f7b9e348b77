import type { Message } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { Icon } from '../icons.tsx';
import { goTo } from '../navigation.ts';
import { clockTime } from '../times.ts';
import { useWorkspace } from '../workspace.ts';
import type { Rooted } from '../workspace-state.ts';
import { MessageItem } from './message.tsx';
import { MessageList } from './message-list.tsx';

/** Under a message: how many answers its thread has. */
export const ThreadLine = ({ replies, open }: { readonly replies: readonly Message[]; readonly open: () => void }) => {
  const { me } = useWorkspace();
  const last = replies.at(-1);
  if (last === undefined) return null;
  return (
    <button type="button" className="thread-line" onClick={open}>
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      <span className="hint">last at {clockTime(last.at, me.zone)}</span>
    </button>
  );
};

interface Props {
  readonly root: Rooted;
  readonly channelName: string;
}

/** The answers to one message, at the right. */
export const ThreadPane = ({ root: { message, replies }, channelName }: Props) => {
  const { state, place } = useWorkspace();
  const close = (): void => goTo({ room: place.room });
  return (
    <aside
      className="pane thread"
      aria-labelledby="thread-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <header className="pane-head">
        <button type="button" className="quiet narrow-only" onClick={close}>
          <Icon name="back" />
          <span className="unseen">Back to {channelName}</span>
        </button>
        <h2 id="thread-title">Thread</h2>
        <span className="hint">{channelName}</span>
        <button type="button" className="quiet push wide-only" onClick={close}>
          <Icon name="close" />
          <span className="unseen">Close the thread</span>
        </button>
      </header>
      <MessageList
        label="Messages in the thread"
        items={[message, ...replies].map((one) => ({ message: one, replies: [] }))}
        isWorking={state.isWorking}
      >
        {(one) => <MessageItem message={one.message} />}
      </MessageList>
      <Composer
        key={message.ts}
        channel={message.channel}
        threadTs={message.ts}
        placeholder="Reply, such as: and for 100?"
        label="Reply in the thread"
        takesFocus
      />
    </aside>
  );
};
