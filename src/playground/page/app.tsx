import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { State } from '../protocol.ts';
import { ChannelView } from './messages/channel.tsx';
import { ThreadPane } from './messages/thread-pane.tsx';
import { AGENT, FIRST_ROOM, HOME, MENU, useOpenedReply, usePlace } from './navigation.ts';
import { Announcements, Notice, type Said } from './shell/announcements.tsx';
import { CsvDrop } from './shell/data-control.tsx';
import { Sidebar, useUnread } from './shell/sidebar.tsx';
import { RoomHead, TopBar } from './shell/top-bar.tsx';
import { restoreTheme } from './theme.ts';
import { Home, Modal } from './views.tsx';
import { directMessageOf, tell, useKnown, type Workspace, WorkspaceContext } from './workspace.ts';
import { rooted, seenBy } from './workspace-state.ts';

const LOST: Said = { words: 'The playground does not answer. It is tried again.', isProblem: true };

/** Who somebody is in this window, kept over a reload. */
const PERSON = 'person';

interface Props {
  readonly state: State;
  readonly isConnected: boolean;
}

const OpenWorkspace = ({ state, isConnected }: Props) => {
  const place = usePlace();
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(PERSON) ?? '');
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    // what was said of the time before is of no use any more
    if (isConnected) setSaid(undefined);
  }, [isConnected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice stays where it was given
  useEffect(() => setSaid(undefined), [place.room]);
  const become = (id: string): void => {
    sessionStorage.setItem(PERSON, id);
    setChosen(id);
  };
  const me = state.people.find(({ id }) => id === chosen) ?? state.people[0];
  if (me === undefined) throw new Error('a workspace of nobody');

  const isAgent = place.room === AGENT || place.room === HOME;
  const named = (name: string) => state.channels.find((one) => one.kind === 'channel' && one.name === name);
  const channel = isAgent ? directMessageOf(state, me.id) : (named(place.room) ?? named(FIRST_ROOM));
  const isHome = place.room === HOME;
  const seen = useMemo(() => seenBy(state.messages, channel?.id ?? '', me.id), [state.messages, channel?.id, me.id]);
  const items = useMemo(() => rooted(seen), [seen]);
  const root = isHome ? undefined : items.find(({ message }) => message.ts === place.thread);
  const unread = useUnread(state, me.id, isHome ? undefined : channel);
  const awaitAnswer = useOpenedReply(items, me.id, place);

  const say: Workspace['say'] = (words, isProblem = false) => setSaid({ words, isProblem });
  const act: Workspace['act'] = async (deed) => {
    awaitAnswer(deed);
    const acted = await tell({ ...deed, as: me.id });
    const words = acted.ok ? acted.notice : acted.problem;
    // a form says itself what is wrong with it: what lies behind it is out of reach
    if (deed.kind === 'submit') return acted;
    if (words !== undefined) say(words, !acted.ok);
    else if (acted.ok) setSaid(undefined);
    return acted;
  };
  const takeFile = (file: File): void =>
    void file.text().then((text) => act({ kind: 'use csv', name: file.name, text }));

  const modal = state.modals.findLast(({ person }) => person === me.id);
  if (channel === undefined) throw new Error('a workspace without channels');
  const pane = place.room === MENU ? 'menu' : root ? 'thread' : 'main';

  return (
    <WorkspaceContext value={{ state, me, place, act, say }}>
      <div className="workspace" data-pane={pane}>
        <TopBar takeFile={takeFile} />
        <Sidebar unread={unread} become={({ id }) => become(id)} />
        <main className="pane main" id="main" tabIndex={-1}>
          <RoomHead channel={channel} isHome={isHome} isUnread={unread.has(channel.id)} />
          {isHome ? <Home key={me.id} /> : <ChannelView channel={channel} items={items} />}
        </main>
        {root && <ThreadPane root={root} channelName={isAgent ? state.botName : `#${channel.name}`} />}
      </div>
      {modal && <Modal key={modal.id} modal={modal} />}
      <Notice said={isConnected ? said : LOST} close={() => setSaid(undefined)} />
      <Announcements seen={seen} />
      <CsvDrop takeFile={takeFile} />
    </WorkspaceContext>
  );
};

const skipToMain = (): void => document.querySelector<HTMLElement>('#main')?.focus();

export const App = () => {
  const { state, isConnected } = useKnown();
  return (
    <>
      <button type="button" className="skip" onClick={skipToMain}>
        Skip to the messages
      </button>
      {state === undefined ? (
        <p className="opening">{isConnected ? 'Opening the workspace' : LOST.words}</p>
      ) : (
        <OpenWorkspace state={state} isConnected={isConnected} />
      )}
    </>
  );
};

restoreTheme();
const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no #page');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
