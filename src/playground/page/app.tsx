import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PlaygroundState } from '../protocol.ts';
import { ChannelView } from './messages/channel.tsx';
import { ThreadPane } from './messages/thread-pane.tsx';
import { AGENT_VIEW, DEFAULT_VIEW, HOME_VIEW, MENU_VIEW, useOpenReplyThread, usePageLocation } from './navigation.ts';
import { Announcements, Notice, type NoticeContent } from './shell/announcements.tsx';
import { CsvDrop } from './shell/data-control.tsx';
import { Sidebar, useUnread } from './shell/sidebar.tsx';
import { PaneHeader, TopBar } from './shell/top-bar.tsx';
import { restoreTheme } from './theme.ts';
import { AppHome, ModalDialog } from './views.tsx';
import { directMessageOf, sendAction, useServerState, WorkspaceContext, type WorkspaceView } from './workspace.ts';
import { groupThreads, visibleMessages } from './workspace-state.ts';

const CONNECTION_LOST: NoticeContent = { words: 'The playground does not answer. It is tried again.', isProblem: true };

/** Session storage key of the chosen user's id. */
const USER_KEY = 'person';

interface Props {
  readonly state: PlaygroundState;
  readonly isConnected: boolean;
}

const OpenWorkspace = ({ state, isConnected }: Props) => {
  const location = usePageLocation();
  const [chosenUser, setChosenUser] = useState(() => sessionStorage.getItem(USER_KEY) ?? '');
  const [notice, setNotice] = useState<NoticeContent>();
  useEffect(() => {
    // a notice from before the connection was lost is out of date
    if (isConnected) setNotice(undefined);
  }, [isConnected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice stays where it was given
  useEffect(() => setNotice(undefined), [location.view]);
  const selectUser = (id: string): void => {
    sessionStorage.setItem(USER_KEY, id);
    setChosenUser(id);
  };
  const me = state.users.find(({ id }) => id === chosenUser) ?? state.users[0];
  if (me === undefined) throw new Error('the workspace has no users');

  const isAgent = location.view === AGENT_VIEW || location.view === HOME_VIEW;
  const named = (name: string) => state.channels.find((one) => one.kind === 'channel' && one.name === name);
  const channel = isAgent ? directMessageOf(state, me.id) : (named(location.view) ?? named(DEFAULT_VIEW));
  const isHome = location.view === HOME_VIEW;
  const visible = useMemo(
    () => visibleMessages(state.messages, channel?.id ?? '', me.id),
    [state.messages, channel?.id, me.id],
  );
  const threads = useMemo(() => groupThreads(visible), [visible]);
  const root = isHome ? undefined : threads.find(({ message }) => message.ts === location.thread);
  const unread = useUnread(state, me.id, isHome ? undefined : channel);
  const awaitReply = useOpenReplyThread(threads, me.id, location);

  const notify: WorkspaceView['notify'] = (words, isProblem = false) => setNotice({ words, isProblem });
  const perform: WorkspaceView['perform'] = async (action) => {
    awaitReply(action);
    const result = await sendAction({ ...action, user: me.id });
    const words = result.ok ? result.notice : result.problem;
    // the modal shows its own errors; a notice behind it could not be closed
    if (action.kind === 'submit modal') return result;
    if (words !== undefined) notify(words, !result.ok);
    else if (result.ok) setNotice(undefined);
    return result;
  };
  const takeFile = (file: File): void =>
    void file.text().then((text) => perform({ kind: 'upload csv', name: file.name, text }));

  const modal = state.modals.findLast(({ user }) => user === me.id);
  if (channel === undefined) throw new Error('the workspace has no channels');
  const pane = location.view === MENU_VIEW ? 'menu' : root ? 'thread' : 'main';

  return (
    <WorkspaceContext value={{ state, me, location, perform, notify }}>
      <div className="workspace" data-pane={pane}>
        <TopBar takeFile={takeFile} />
        <Sidebar unread={unread} selectUser={({ id }) => selectUser(id)} />
        <main className="pane main" id="main" tabIndex={-1}>
          <PaneHeader channel={channel} isHome={isHome} isUnread={unread.has(channel.id)} />
          {isHome ? <AppHome key={me.id} /> : <ChannelView channel={channel} threads={threads} />}
        </main>
        {root && <ThreadPane root={root} channelName={isAgent ? state.botName : `#${channel.name}`} />}
      </div>
      {modal && <ModalDialog key={modal.id} modal={modal} />}
      <Notice notice={isConnected ? notice : CONNECTION_LOST} close={() => setNotice(undefined)} />
      <Announcements messages={visible} />
      <CsvDrop takeFile={takeFile} />
    </WorkspaceContext>
  );
};

const skipToMain = (): void => document.querySelector<HTMLElement>('#main')?.focus();

const App = () => {
  const { state, isConnected } = useServerState();
  return (
    <>
      <button type="button" className="skip" onClick={skipToMain}>
        Skip to the messages
      </button>
      {state === undefined ? (
        <p className="opening">{isConnected ? 'Opening the workspace' : CONNECTION_LOST.words}</p>
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
