import type { Channel } from '../../protocol.ts';
import { BotAvatar, Icon } from '../icons.tsx';
import { AGENT, HOME, hashOf } from '../place.ts';

interface Props {
  readonly channel: Channel;
  readonly isHome: boolean;
  readonly isUnread: boolean;
}

/** The name of what is shown; of the bot, its two tabs. */
export const RoomHead = ({ channel, isHome, isUnread }: Props) => (
  <header className="pane-head">
    {channel.kind === 'channel' ? (
      <h2>
        <Icon name="channel" />
        {channel.name}
      </h2>
    ) : (
      <>
        <h2>
          <BotAvatar />
          {channel.name}
        </h2>
        <nav className="tabs" aria-label={channel.name}>
          <a href={hashOf({ room: HOME })} aria-current={isHome ? 'page' : undefined}>
            Home
          </a>
          <a href={hashOf({ room: AGENT })} aria-current={isHome ? undefined : 'page'}>
            Messages
            {isHome && isUnread && <span className="badge">new</span>}
          </a>
        </nav>
      </>
    )}
  </header>
);
