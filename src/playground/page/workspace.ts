import { createContext, use, useEffect, useReducer, useState } from 'react';
import {
  type ActionResult,
  type Channel,
  PATHS,
  type PlaygroundEvent,
  type PlaygroundState,
  type User,
  type UserAction,
} from '../protocol.ts';
import type { PageLocation } from './navigation.ts';
import { applyEvent, type PageAction } from './workspace-state.ts';

/** The workspace as the current user sees it, and what they can do in it. */
export interface WorkspaceView {
  readonly state: PlaygroundState;
  readonly me: User;
  readonly location: PageLocation;
  /** Sends an action to the server, and shows a problem or notice in its result. */
  readonly perform: (action: PageAction) => Promise<ActionResult>;
  /** Takes a CSV of closes as the data. */
  readonly takeFile: (file: File) => void;
  /** Sends a file to the bot: a note, or notes that were exported. */
  readonly sendFile: (channel: string, file: File) => Promise<void>;
  /** Takes a file that is dropped, by what it is and where it was dropped. */
  readonly dropFile: (file: File) => void;
  /** Shows a sentence until the user closes it or another replaces it. */
  readonly notify: (words: string, isProblem?: boolean) => void;
}

/** Hands the workspace to all components. */
export const WorkspaceContext = createContext<WorkspaceView | undefined>(undefined);

/** @throws outside a {@link WorkspaceContext} */
export const useWorkspace = (): WorkspaceView => {
  const workspace = use(WorkspaceContext);
  if (workspace === undefined) throw new Error('outside of the workspace');
  return workspace;
};

/** A user's direct message with the bot. */
export const directMessageOf = (state: PlaygroundState, user: string): Channel | undefined =>
  state.channels.find((channel) => channel.kind === 'direct message' && channel.user === user);

/** Subscribes to the server's events; returns a function that unsubscribes. */
const subscribe = (
  onEvent: (event: PlaygroundEvent) => void,
  onConnection: (isConnected: boolean) => void,
): (() => void) => {
  const source = new EventSource(PATHS.events);
  source.onopen = () => onConnection(true);
  source.onerror = () => onConnection(false);
  source.onmessage = ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as PlaygroundEvent);
  return () => source.close();
};

/** Said where the server is gone. */
export const OUT_OF_REACH = 'The playground does not answer. Is npm start still running?';

/** Sends an action to the server. Never rejects. */
export const sendAction = async (action: UserAction): Promise<ActionResult> => {
  try {
    const response = await fetch(PATHS.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    const body = await response.text();
    // requests that the server refuses outright get plain text
    return body.startsWith('{') ? (JSON.parse(body) as ActionResult) : { ok: false, problem: body };
  } catch {
    return { ok: false, problem: OUT_OF_REACH };
  }
};

/** The state on the server, undefined until it has arrived, and whether the connection holds. */
export const useServerState = () => {
  const [state, onEvent] = useReducer(applyEvent, undefined);
  const [isConnected, setConnected] = useState(true);
  useEffect(() => subscribe(onEvent, setConnected), []);
  return { state, isConnected };
};
