import { Icon } from '../icons.tsx';
import { goTo, MENU } from '../place.ts';
import { useTheme } from '../theme.ts';
import { ClockControl } from './clock-control.tsx';
import { DataControl } from './data-control.tsx';

/** Over everything: the workspace's time, its data, the theme. */
export const TopBar = ({ takeFile }: { readonly takeFile: (file: File) => void }) => {
  const { theme, toggle } = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="top-bar">
      <button type="button" className="quiet narrow-only" onClick={() => goTo({ room: MENU })}>
        <Icon name="menu" />
        <span className="unseen">Channels</span>
      </button>
      <p className="top-words wide-only">A workspace on this machine; nothing goes to Slack</p>
      <ClockControl />
      <DataControl takeFile={takeFile} />
      <button type="button" className="quiet" title={`Show it ${other}`} onClick={toggle}>
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        <span className="unseen">Show it {other}</span>
      </button>
    </header>
  );
};
