import type { Channel } from '../../protocol.ts';
import { BotAvatar, Icon } from '../icons.tsx';
import { AGENT_VIEW, HOME_VIEW, locationHash, MENU_VIEW, navigate } from '../navigation.ts';
import { useTheme } from '../theme.ts';
import { ClockControl, ClockRun } from './clock-control.tsx';
import { DataControl } from './data-control.tsx';

interface Props {
  readonly channel: Channel;
  readonly isHome: boolean;
  readonly isUnread: boolean;
}

/** The header of the main pane: a channel's name, or the bot's name and its two tabs. */
export const PaneHeader = ({ channel, isHome, isUnread }: Props) => (
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
          <a href={locationHash({ view: HOME_VIEW })} aria-current={isHome ? 'page' : undefined}>
            Home
          </a>
          <a href={locationHash({ view: AGENT_VIEW })} aria-current={isHome ? undefined : 'page'}>
            Messages
            {isHome && isUnread && <span className="badge">new</span>}
          </a>
        </nav>
      </>
    )}
  </header>
);

/** The clock, the data and the theme. */
export const TopBar = () => {
  const { theme, toggle } = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="top-bar">
      <button type="button" className="quiet narrow-only" onClick={() => navigate({ view: MENU_VIEW })}>
        <Icon name="menu" />
        <span className="unseen">Channels</span>
      </button>
      <p className="top-words wide-only">A workspace on this machine; nothing goes to Slack</p>
      <ClockRun />
      <ClockControl />
      <DataControl />
      <button type="button" className="quiet" title={`Show it ${other}`} onClick={toggle}>
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        <span className="unseen">Show it {other}</span>
      </button>
    </header>
  );
};
