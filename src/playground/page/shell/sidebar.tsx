import { useEffect, useState } from 'react';
import type { Channel, Message, Person, State } from '../../protocol.ts';
import { BotAvatar, Icon, PersonAvatar } from '../icons.tsx';
import { AGENT, HOME, hashOf } from '../navigation.ts';
import { directMessageOf, useWorkspace } from '../workspace.ts';
import { seenBy } from '../workspace-state.ts';

type Newest = Readonly<Record<string, number>>;

/** By channel id, when somebody else said something last. */
const newestIn = ({ channels, messages }: State, me: string): Newest =>
  Object.fromEntries(
    channels.map(({ id }) => [
      id,
      Math.max(
        0,
        ...seenBy(messages, id, me)
          .filter(({ author }: Message) => author !== me)
          .map(({ ts }) => Number(ts)),
      ),
    ]),
  );

/**
 * The channels in which somebody else has spoken since this person was there; what was there when the page opened is read.
 *
 * @param here the channel that is shown, if one is
 */
export const useUnread = (state: State, me: string, here: Channel | undefined): ReadonlySet<string> => {
  const newest = newestIn(state, me);
  const [read, setRead] = useState<Newest>(newest);
  const hereId = here?.id ?? '';
  const newestHere = newest[hereId] ?? 0;
  useEffect(() => setRead((before) => ({ ...before, [hereId]: newestHere })), [hereId, newestHere]);
  return new Set(
    Object.entries(newest)
      .filter(([id, ts]) => id !== hereId && ts > (read[id] ?? 0))
      .map(([id]) => id),
  );
};

interface Props {
  /** Ids of the channels in which something was said since this person was there. */
  readonly unread: ReadonlySet<string>;
  readonly become: (person: Person) => void;
}

const Room = ({
  room,
  isUnread,
  children,
}: {
  readonly room: string;
  readonly isUnread: boolean;
  readonly children: React.ReactNode;
}) => {
  const { place } = useWorkspace();
  const isHere = place.room === room || (room === AGENT && place.room === HOME);
  return (
    <a
      className={isUnread ? 'room room-unread' : 'room'}
      href={hashOf({ room })}
      aria-current={isHere ? 'page' : undefined}
    >
      {children}
      {isUnread && <span className="unseen">, unread</span>}
    </a>
  );
};

/** Who one is, where one can go. */
export const Sidebar = ({ unread, become }: Props) => {
  const { state, me, act } = useWorkspace();
  return (
    <nav className="sidebar" aria-label="Workspace">
      <h1>Playground</h1>
      <h2>Channels</h2>
      {state.channels
        .filter(({ kind }) => kind === 'channel')
        .map(({ id, name }) => (
          <Room key={id} room={name} isUnread={unread.has(id)}>
            <Icon name="channel" /> {name}
          </Room>
        ))}
      <h2>Apps</h2>
      <Room room={AGENT} isUnread={unread.has(directMessageOf(state, me.id)?.id ?? '')}>
        <BotAvatar /> {state.botName}
      </Room>
      <div className="sidebar-foot">
        <fieldset className="people">
          <legend>You are</legend>
          {state.people.map((person, place) => (
            <label key={person.id} className="person">
              <input type="radio" name="person" checked={person.id === me.id} onChange={() => become(person)} />
              <PersonAvatar initials={person.initials} place={place} />
              <span>
                {person.name}
                {person.isAdmin && <span className="person-role"> admin</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <button type="button" className="room" onClick={() => void act({ kind: 'start over' })}>
          <Icon name="restart" /> Start over
        </button>
      </div>
    </nav>
  );
};
