import type { PostedMessage } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { Icon } from '../icons.tsx';
import { navigate } from '../navigation.ts';
import { clockTime } from '../times.ts';
import { useWorkspace } from '../workspace.ts';
import type { MessageThread } from '../workspace-state.ts';
import { MessageItem } from './message.tsx';
import { MessageList } from './message-list.tsx';

/** Below a message: the number of replies in its thread. */
export const ThreadSummary = ({
  replies,
  open,
}: {
  readonly replies: readonly PostedMessage[];
  readonly open: () => void;
}) => {
  const { me } = useWorkspace();
  const last = replies.at(-1);
  if (last === undefined) return null;
  return (
    <button type="button" className="thread-line" onClick={open}>
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      <span className="hint">last at {clockTime(last.at, me.timeZone)}</span>
    </button>
  );
};

interface Props {
  readonly root: MessageThread;
  readonly channelName: string;
}

/** The thread of one message. */
export const ThreadPane = ({ root: { message, replies }, channelName }: Props) => {
  const { state, location } = useWorkspace();
  const close = (): void => navigate({ view: location.view });
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
        autoFocus
      />
    </aside>
  );
};
