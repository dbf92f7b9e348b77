import { useState } from 'react';
import type { PostedMessage } from '../../protocol.ts';
import type { Block } from '../block-kit.ts';
import { BlockList } from '../blocks/block.tsx';
import { ErrorBoundary } from '../blocks/unsupported.tsx';
import { SurfaceContext, useSurfaceState } from '../controls/surface.ts';
import { BotAvatar, Icon, PersonAvatar } from '../icons.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { clockTime, shortDay } from '../times.ts';
import { useWorkspace } from '../workspace.ts';

const PREVIEWED_LINES = 5;

const sizeOf = (content: string): string => {
  const bytes = new Blob([content]).size;
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
};

const download = (name: string, content: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** A file on a message: its first lines, and the whole of it to keep. */
const FileCard = ({ file: { name, title, content } }: { readonly file: NonNullable<PostedMessage['file']> }) => {
  const lines = content.trimEnd().split('\n');
  return (
    <div className="file">
      <div className="file-head">
        <Icon name="file" />
        <span>
          <strong>{title || name}</strong>
          <span className="hint">
            {name}, {lines.length} lines, {sizeOf(content)}
          </span>
        </span>
        <button type="button" className="button" onClick={() => download(name, content)}>
          Download
        </button>
      </div>
      <pre>
        {lines.slice(0, PREVIEWED_LINES).join('\n')}
        {lines.length > PREVIEWED_LINES && '\n…'}
      </pre>
    </div>
  );
};

/** A file that a person has sent. */
const SharedFileCard = ({ file: { name, bytes } }: { readonly file: NonNullable<PostedMessage['sharedFile']> }) => (
  <div className="file">
    <div className="file-head">
      <Icon name="file" />
      <span>
        <strong>{name}</strong>
        <span className="hint">{bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`}</span>
      </span>
    </div>
  </div>
);

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const CopyButton = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const { notify } = useWorkspace();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      notify('The browser did not let the page copy. Mark the text and copy it by hand.', true);
    }
  };
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Icon name="copy" /> {isCopied ? 'Copied' : label}
    </button>
  );
};

/** The call that would have gone to Slack. */
const RawJson = ({ sent }: { readonly sent: NonNullable<PostedMessage['sent']> }) => {
  const { blocks } = sent.arguments;
  return (
    <section className="raw" aria-label={`What goes to Slack: ${sent.method}`}>
      <div className="raw-head">
        <code>{sent.method}</code>
        <CopyButton label="Copy JSON" text={json(sent.arguments)} />
        {blocks !== undefined && <CopyButton label="Copy for Block Kit Builder" text={json({ blocks })} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
      <pre tabIndex={0}>{json(sent.arguments)}</pre>
    </section>
  );
};

/** Takes the place of a message that Slack would refuse. */
const RefusedMessage = ({ reasons }: { readonly reasons: readonly string[] }) => (
  <div className="refused" role="alert">
    <strong>Slack would refuse this message</strong>
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  </div>
);

const BOT = 'bot';

const Author = ({ message }: { readonly message: PostedMessage }) => {
  const { state, me } = useWorkspace();
  const isBot = message.author === BOT;
  const name = isBot ? state.botName : state.users.find(({ id }) => id === message.author)?.name;
  return (
    <div className="message-head">
      <span className="author">{name}</span>
      {isBot && <span className="badge">App</span>}
      <time dateTime={message.at} title={`${shortDay(message.at, me.timeZone)}, ${clockTime(message.at, me.timeZone)}`}>
        {clockTime(message.at, me.timeZone)}
      </time>
      {message.isSynthetic && <span className="badge badge-synthetic">Synthetic data</span>}
    </div>
  );
};

const Avatar = ({ author }: { readonly author: string }) => {
  const { state } = useWorkspace();
  const index = state.users.findIndex(({ id }) => id === author);
  const user = state.users[index];
  return user === undefined ? <BotAvatar /> : <PersonAvatar initials={user.initials} index={index} />;
};

const Content = ({ message }: { readonly message: PostedMessage }) => {
  const surface = useSurfaceState({ kind: 'message', channel: message.channel, ts: message.ts });
  if (message.refused !== undefined) return <RefusedMessage reasons={message.refused} />;
  return (
    <SurfaceContext value={surface}>
      {message.blocks.length > 0 ? (
        <BlockList blocks={message.blocks as readonly Block[]} />
      ) : (
        message.text !== '' && <Mrkdwn text={message.text} />
      )}
      {message.isEdited && <span className="edited">(edited)</span>}
      {message.file && <FileCard file={message.file} />}
      {message.sharedFile && <SharedFileCard file={message.sharedFile} />}
    </SurfaceContext>
  );
};

interface Props {
  readonly message: PostedMessage;
  /** Opens the thread; absent where there is none to open. */
  readonly reply?: () => void;
  readonly children?: React.ReactNode;
}

/** A message with its author, time and buttons. */
export const MessageItem = ({ message, reply, children }: Props) => {
  const [isRaw, setRaw] = useState(false);
  const { state, perform } = useWorkspace();
  return (
    <article className="message" data-ts={message.ts} data-author={message.author === BOT ? BOT : 'person'}>
      <Avatar author={message.author} />
      <div className="message-body">
        {message.onlyFor !== undefined && (
          <p className="private">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        <Author message={message} />
        {isRaw && message.sent && <RawJson sent={message.sent} />}
        {/* hidden, not gone: what is unfolded or filled in stays so */}
        <div hidden={isRaw}>
          <ErrorBoundary>
            <Content message={message} />
          </ErrorBoundary>
        </div>
        {children}
      </div>
      <div className="tools">
        {reply && (
          <button type="button" className="tool" onClick={reply}>
            <Icon name="thread" /> Reply
          </button>
        )}
        {message.author !== BOT &&
          message.text !== '' &&
          state.shortcuts.map(({ name, callback }) => (
            <button
              key={callback}
              type="button"
              className="tool"
              onClick={() =>
                void perform({ kind: 'message shortcut', channel: message.channel, ts: message.ts, callback })
              }
            >
              <Icon name="file" /> {name}
            </button>
          ))}
        {message.sent && (
          <button type="button" className="tool" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
            <Icon name="code" /> Raw
          </button>
        )}
      </div>
    </article>
  );
};
