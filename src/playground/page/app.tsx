import { StrictMode, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PlaygroundState, PostedMessage } from '../protocol.ts';
import { base64Of, dropped, TOO_LARGE } from './files.ts';
import { Icon } from './icons.tsx';
import { ChannelView } from './messages/channel.tsx';
import { ThreadPane } from './messages/thread-pane.tsx';
import {
  AGENT_VIEW,
  DEFAULT_VIEW,
  HOME_VIEW,
  MENU_VIEW,
  SLACKBOT_VIEW,
  useOpenReplyThread,
  usePageLocation,
  useRightAddress,
} from './navigation.ts';
import { FileDrop } from './shell/data-control.tsx';
import { Sidebar, useUnread } from './shell/sidebar.tsx';
import { PaneHeader, TopBar } from './shell/top-bar.tsx';
import { SlackbotView } from './slackbot/slackbot.tsx';
import { decodeEntities } from './text/markup.ts';
import { restoreTheme } from './theme.ts';
import { AppHome, ModalDialog } from './views.tsx';
import {
  directMessageOf,
  sendAction,
  useServerState,
  useWorkspace,
  WorkspaceContext,
  type WorkspaceView,
} from './workspace.ts';
import { groupThreads, visibleMessages } from './workspace-state.ts';

const messageKey = ({ channel, ts }: PostedMessage): string => `${channel} ${ts}`;

/**
 * A live region: screen readers read out the text of each new message from the bot, which holds the whole answer.
 *
 * @param messages the visible messages of the channel on show
 */
const Announcements = ({ messages }: { readonly messages: readonly PostedMessage[] }) => {
  const { state } = useWorkspace();
  const known = useRef(new Set(state.messages.map(messageKey)));
  const [words, setWords] = useState('');
  useEffect(() => {
    const news = messages.filter((one) => one.author === 'bot' && !known.current.has(messageKey(one)));
    for (const one of state.messages) known.current.add(messageKey(one));
    if (news.length > 0) setWords(news.map(({ text }) => `${state.botName}: ${decodeEntities(text)}`).join(' '));
  }, [messages, state.messages, state.botName]);
  return (
    <div className="unseen" aria-live="polite" data-announced>
      {words}
    </div>
  );
};

/** A sentence for the user. */
interface NoticeContent {
  readonly words: string;
  readonly isProblem: boolean;
}

interface NoticeProps {
  readonly notice: NoticeContent | undefined;
  readonly close: () => void;
}

/** A sentence for the user, until it is closed. The region is always there, as screen readers need. */
const Notice = ({ notice, close }: NoticeProps) => (
  <div className="notice-place" role="alert">
    {notice && (
      <div className={notice.isProblem ? 'notice notice-problem' : 'notice'}>
        <p>{notice.words}</p>
        <button type="button" className="quiet" onClick={close}>
          <Icon name="close" />
          <span className="unseen">Close</span>
        </button>
      </div>
    )}
  </div>
);

const CONNECTION_LOST: NoticeContent = { words: 'The playground does not answer. It is tried again.', isProblem: true };

/** Session storage key of the chosen user's id. */
const USER_KEY = 'person';

interface Props {
  readonly state: PlaygroundState;
  readonly isConnected: boolean;
}

const OpenWorkspace = ({ state, isConnected }: Props) => {
  const address = usePageLocation();
  const [chosenUser, setChosenUser] = useState(() => sessionStorage.getItem(USER_KEY) ?? '');
  const [notice, setNotice] = useState<NoticeContent>();
  useEffect(() => {
    // a notice from before the connection was lost is out of date
    if (isConnected) setNotice(undefined);
  }, [isConnected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice stays where it was given
  useEffect(() => setNotice(undefined), [address.view]);
  const selectUser = (id: string): void => {
    sessionStorage.setItem(USER_KEY, id);
    setChosenUser(id);
  };
  const me = state.users.find(({ id }) => id === chosenUser) ?? state.users[0];
  if (me === undefined) throw new Error('the workspace has no users');

  const isAgent = address.view === AGENT_VIEW || address.view === HOME_VIEW;
  const named = (name: string) => state.channels.find((one) => one.kind === 'channel' && one.name === name);
  const channel = isAgent ? directMessageOf(state, me.id) : (named(address.view) ?? named(DEFAULT_VIEW));
  const isHome = address.view === HOME_VIEW;
  const isSlackbot = address.view === SLACKBOT_VIEW;
  const visible = useMemo(
    () => visibleMessages(state.messages, channel?.id ?? '', me.id),
    [state.messages, channel?.id, me.id],
  );
  const threads = useMemo(() => groupThreads(visible), [visible]);
  const root = isHome ? undefined : threads.find(({ message }) => message.ts === address.thread);
  useRightAddress(address, root !== undefined, me.id, threads);
  const { view } = address;
  const thread = root?.message.ts;
  const location = useMemo(() => ({ view, ...(thread !== undefined && { thread }) }), [view, thread]);
  const unread = useUnread(state, me.id, isHome || isSlackbot ? undefined : channel);
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
  const sendFile: WorkspaceView['sendFile'] = async (to, file) => {
    const base64 = await base64Of(file);
    if (base64 === undefined) notify(TOO_LARGE, true);
    else await perform({ kind: 'send file', channel: to, name: file.name, base64 });
  };
  const isInMessages = address.view === AGENT_VIEW;
  const dropFile = (file: File): void => {
    const what = dropped(file, isInMessages);
    if (what.kind === 'refused') notify(what.words, true);
    else if (what.kind === 'closes') takeFile(file);
    else if (channel) void sendFile(channel.id, file);
  };

  const modal = state.modals.findLast(({ user }) => user === me.id);
  if (channel === undefined) throw new Error('the workspace has no channels');
  const pane = location.view === MENU_VIEW ? 'menu' : root ? 'thread' : 'main';

  return (
    <WorkspaceContext value={{ state, me, location, perform, notify, takeFile, sendFile, dropFile }}>
      <div className="workspace" data-pane={pane}>
        <TopBar />
        <Sidebar unread={unread} selectUser={({ id }) => selectUser(id)} />
        <main className="pane main" id="main" tabIndex={-1}>
          {isSlackbot ? (
            <SlackbotView key={me.id} />
          ) : (
            <>
              <PaneHeader channel={channel} isHome={isHome} isUnread={unread.has(channel.id)} />
              {isHome ? <AppHome key={me.id} /> : <ChannelView channel={channel} threads={threads} />}
            </>
          )}
        </main>
        {root && <ThreadPane root={root} channelName={isAgent ? state.botName : `#${channel.name}`} />}
      </div>
      {modal && <ModalDialog key={modal.id} modal={modal} />}
      <Notice notice={isConnected ? notice : CONNECTION_LOST} close={() => setNotice(undefined)} />
      <Announcements messages={isSlackbot ? [] : visible} />
      <FileDrop words={isInMessages ? 'Drop a note, or a CSV of closes' : 'Drop the CSV of closes'} />
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
