import { type ReactNode, useEffect } from 'react';
import type { Channel } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { navigate } from '../navigation.ts';
import { DataOffer } from '../shell/data-control.tsx';
import { useWorkspace } from '../workspace.ts';
import type { MessageThread } from '../workspace-state.ts';
import { MessageItem } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { ThreadSummary } from './thread-pane.tsx';

interface SuggestedText {
  readonly label: string;
  readonly text: string;
}

interface SuggestionsProps {
  readonly title: string;
  readonly words: string;
  readonly channel: string;
  readonly suggestions: readonly SuggestedText[];
  readonly children?: ReactNode;
}

/** Questions for an empty channel; one click asks one. */
const Suggestions = ({ title, words, channel, suggestions, children }: SuggestionsProps) => {
  const { perform } = useWorkspace();
  const ask = (text: string): void => {
    void perform({ kind: 'send text', channel, text });
    // the button disappears, so the focus moves to the composer
    if (window.matchMedia('(hover: hover)').matches) document.querySelector<HTMLElement>('#main textarea')?.focus();
  };
  return (
    <div className="suggestions">
      <h3>{title}</h3>
      <p>{words}</p>
      <ul>
        {suggestions.map(({ label, text }) => (
          <li key={text}>
            <button type="button" className="suggestion" onClick={() => ask(text)}>
              <span>{label}</span>
              {label !== text && <code>{text}</code>}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
};

interface Props {
  readonly channel: Channel;
  readonly threads: readonly MessageThread[];
}

const EmptyChannel = ({ channel }: { readonly channel: Channel }) => {
  const { state, me } = useWorkspace();
  if (channel.kind === 'channel') {
    return (
      <Suggestions
        title={`Ask ${state.botName}`}
        words={`What a Fed move does to a small and a large company, and what bulls and bears say about it. One click asks, or type / in the field below. A note of your own, such as a pdf, goes to ${state.botName} under Apps; /note add takes its text.`}
        channel={channel.id}
        suggestions={state.suggestions}
      >
        <DataOffer />
      </Suggestions>
    );
  }
  const prompts = (state.prompts[me.id] ?? []).map(({ title, message }) => ({ label: title, text: message }));
  return (
    <Suggestions
      title={`A conversation with ${state.botName}`}
      words="Nobody else reads along here. Free words will do. A note (pdf, docx, txt, md or html) that is dropped or attached here is read, and its claims are yours to confirm."
      channel={channel.id}
      suggestions={prompts}
    />
  );
};

/** The messages of a channel or of the direct message with the bot, and where to write. */
export const ChannelView = ({ channel, threads }: Props) => {
  const { state, me, location, perform } = useWorkspace();
  const isChannel = channel.kind === 'channel';
  const isOpened = state.prompts[me.id] !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each person, and anew where somebody has started over
  useEffect(() => {
    if (!isChannel && !isOpened) void perform({ kind: 'open direct message' });
  }, [isChannel, me.id, isOpened]);
  const open = (ts: string) => () => navigate({ view: location.view, thread: ts });
  return (
    <>
      <MessageList
        key={channel.id}
        label={isChannel ? `Messages in #${channel.name}` : `Messages with ${channel.name}`}
        items={threads}
        isWorking={state.isWorking && location.thread === undefined}
        empty={<EmptyChannel channel={channel} />}
      >
        {({ message, replies }) => (
          // nobody can answer in the thread of a message that is seen by one person alone
          <MessageItem message={message} {...(message.onlyFor === undefined && { reply: open(message.ts) })}>
            <ThreadSummary replies={replies} open={open(message.ts)} />
          </MessageItem>
        )}
      </MessageList>
      <Composer
        key={`write in ${channel.id}`}
        channel={channel.id}
        label={isChannel ? `Message #${channel.name}` : `Message ${channel.name}`}
        placeholder={isChannel ? `Message #${channel.name}, or / for a command` : `Message ${state.botName}`}
        autoFocus={location.thread === undefined && window.matchMedia('(hover: hover)').matches}
      />
    </>
  );
};
