import { useState } from 'react';
import type { Message } from '../../protocol.ts';
import type { Block } from '../block-kit.ts';
import { BlockList } from '../blocks/block.tsx';
import { Drawn } from '../blocks/unknown.tsx';
import { SurfaceContext, useNewSurface } from '../controls/surface.ts';
import { BotAvatar, Icon, PersonAvatar } from '../icons.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { clockTime, longDay } from '../times.ts';
import { useWorkspace } from '../workspace.ts';
import { FileCard } from './file-card.tsx';
import { RawJson } from './raw-json.tsx';
import { Refused } from './refused.tsx';

const BOT = 'bot';

const Author = ({ message }: { readonly message: Message }) => {
  const { state, me } = useWorkspace();
  const isBot = message.author === BOT;
  const name = isBot ? state.botName : state.people.find(({ id }) => id === message.author)?.name;
  return (
    <div className="message-head">
      <span className="author">{name}</span>
      {isBot && <span className="badge">App</span>}
      <time dateTime={message.at} title={`${longDay(message.at, me.zone)}, ${clockTime(message.at, me.zone)}`}>
        {clockTime(message.at, me.zone)}
      </time>
      {message.isSynthetic && <span className="badge badge-synthetic">Synthetic data</span>}
    </div>
  );
};

const Avatar = ({ author }: { readonly author: string }) => {
  const { state } = useWorkspace();
  const place = state.people.findIndex(({ id }) => id === author);
  const person = state.people[place];
  return person === undefined ? <BotAvatar /> : <PersonAvatar initials={person.initials} place={place} />;
};

const Content = ({ message }: { readonly message: Message }) => {
  const surface = useNewSurface({ kind: 'message', channel: message.channel, ts: message.ts });
  if (message.refused !== undefined) return <Refused reasons={message.refused} />;
  return (
    <SurfaceContext value={surface}>
      {message.blocks.length > 0 ? (
        <BlockList blocks={message.blocks as readonly Block[]} />
      ) : (
        message.text !== '' && <Mrkdwn text={message.text} />
      )}
      {message.isEdited && <span className="edited">(edited)</span>}
      {message.file && <FileCard file={message.file} />}
    </SurfaceContext>
  );
};

interface Props {
  readonly message: Message;
  /** Opens the thread; absent where there is none to open. */
  readonly reply?: () => void;
  readonly children?: React.ReactNode;
}

/** A message with who said it and when, and the tools that go with it. */
export const MessageItem = ({ message, reply, children }: Props) => {
  const [isRaw, setRaw] = useState(false);
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
          <Drawn>
            <Content message={message} />
          </Drawn>
        </div>
        {children}
      </div>
      <div className="tools">
        {reply && (
          <button type="button" className="tool" onClick={reply}>
            <Icon name="thread" /> Reply
          </button>
        )}
        {message.sent && (
          <button type="button" className="tool" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
            <Icon name="code" /> Raw
          </button>
        )}
      </div>
    </article>
  );
};
