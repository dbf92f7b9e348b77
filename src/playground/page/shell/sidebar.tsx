import { useEffect, useState } from 'react';
import type { Channel, PlaygroundState, PostedMessage, User } from '../../protocol.ts';
import { ConfirmDialog } from '../controls/button.tsx';
import { BotAvatar, Icon, PersonAvatar, SlackbotAvatar } from '../icons.tsx';
import { AGENT_VIEW, HOME_VIEW, locationHash, SLACKBOT_VIEW } from '../navigation.ts';
import { directMessageOf, useWorkspace } from '../workspace.ts';
import { visibleMessages } from '../workspace-state.ts';

type LatestByChannel = Readonly<Record<string, number>>;

/** By channel id, the ts of the last message from anyone else, in seconds; 0 if there is none. */
const latestFromOthers = ({ channels, messages }: PlaygroundState, me: string): LatestByChannel =>
  Object.fromEntries(
    channels.map(({ id }) => [
      id,
      Math.max(
        0,
        ...visibleMessages(messages, id, me)
          .filter(({ author }: PostedMessage) => author !== me)
          .map(({ ts }) => Number(ts)),
      ),
    ]),
  );

/**
 * Ids of the channels with unread messages. Messages that were there when the page opened count as read.
 *
 * @param here the channel on show, if any
 */
export const useUnread = (state: PlaygroundState, me: string, here: Channel | undefined): ReadonlySet<string> => {
  const latest = latestFromOthers(state, me);
  const [read, setRead] = useState<LatestByChannel>(latest);
  const hereId = here?.id ?? '';
  const latestHere = latest[hereId] ?? 0;
  useEffect(() => setRead((before) => ({ ...before, [hereId]: latestHere })), [hereId, latestHere]);
  return new Set(
    Object.entries(latest)
      .filter(([id, ts]) => id !== hereId && ts > (read[id] ?? 0))
      .map(([id]) => id),
  );
};

interface Props {
  /** Ids of the channels with unread messages. */
  readonly unread: ReadonlySet<string>;
  readonly selectUser: (user: User) => void;
}

const ViewLink = ({
  view,
  isUnread,
  children,
}: {
  readonly view: string;
  readonly isUnread: boolean;
  readonly children: React.ReactNode;
}) => {
  const { location } = useWorkspace();
  const isHere = location.view === view || (view === AGENT_VIEW && location.view === HOME_VIEW);
  return (
    <a
      className={isUnread ? 'room room-unread' : 'room'}
      href={locationHash({ view })}
      aria-current={isHere ? 'page' : undefined}
    >
      {children}
      {isUnread && <span className="unseen">, unread</span>}
    </a>
  );
};

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

const START_OVER = {
  title: plain('Start over?'),
  text: plain(
    'All messages, notes, companies, briefs and settings of this workspace are forgotten, for everybody in it, and its clock shows this machine’s time. The data stay as they were chosen.',
  ),
  confirm: plain('Start over'),
  deny: plain('Keep it'),
  style: 'danger',
} as const;

/** Empties the workspace, once that is confirmed. */
const StartOver = () => {
  const { perform } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="room" onClick={() => setAsking(true)}>
        <Icon name="restart" /> Start over
      </button>
      {isAsking && (
        <ConfirmDialog
          confirm={START_OVER}
          answered={(isConfirmed) => {
            setAsking(false);
            if (isConfirmed) void perform({ kind: 'reset' });
          }}
        />
      )}
    </>
  );
};

/** The channels, the bot and the choice of user. */
export const Sidebar = ({ unread, selectUser }: Props) => {
  const { state, me } = useWorkspace();
  return (
    <nav className="sidebar" aria-label="Workspace">
      <h1>Playground</h1>
      <h2>Channels</h2>
      {state.channels
        .filter(({ kind }) => kind === 'channel')
        .map(({ id, name }) => (
          <ViewLink key={id} view={name} isUnread={unread.has(id)}>
            <Icon name="channel" /> {name}
          </ViewLink>
        ))}
      <h2>Apps</h2>
      <ViewLink view={AGENT_VIEW} isUnread={unread.has(directMessageOf(state, me.id)?.id ?? '')}>
        <BotAvatar /> {state.botName}
      </ViewLink>
      <ViewLink view={SLACKBOT_VIEW} isUnread={false}>
        <SlackbotAvatar /> Slackbot
      </ViewLink>
      <div className="sidebar-foot">
        <fieldset className="people">
          <legend>You are</legend>
          {state.users.map((user, index) => (
            <label key={user.id} className="person">
              <input type="radio" name="person" checked={user.id === me.id} onChange={() => selectUser(user)} />
              <PersonAvatar initials={user.initials} index={index} />
              <span>
                {user.name}
                {user.isAdmin && <span className="person-role"> admin</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <StartOver />
      </div>
    </nav>
  );
};
