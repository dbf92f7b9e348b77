import { createContext, use, useEffect, useReducer, useState } from 'react';
import { type Act, type Acted, type Change, type Channel, PATHS, type Person, type State } from '../protocol.ts';
import type { Place } from './navigation.ts';
import { afterChange } from './workspace-state.ts';

type WithoutActor<Acting> = Acting extends Act ? Omit<Acting, 'as'> : never;

/** What a person does, whoever it is. */
export type Deed = WithoutActor<Act>;

/** The workspace as the person at the page sees it. */
export interface Workspace {
  readonly state: State;
  readonly me: Person;
  readonly place: Place;
  /** Does it as this person; a problem or a notice in the answer is shown. */
  readonly act: (deed: Deed) => Promise<Acted>;
  /** Shows a sentence until it is closed or another takes its place. */
  readonly say: (words: string, isProblem?: boolean) => void;
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export const useWorkspace = (): Workspace => {
  const workspace = use(WorkspaceContext);
  if (workspace === undefined) throw new Error('outside of the workspace');
  return workspace;
};

/** The direct message of a person with the bot. */
export const directMessageOf = (state: State, person: string): Channel | undefined =>
  state.channels.find((channel) => channel.kind === 'direct message' && channel.person === person);

/** Hears every change; ends hearing when what it returns is called. */
export const hearChanges = (
  hear: (change: Change) => void,
  connected: (isConnected: boolean) => void,
): (() => void) => {
  const source = new EventSource(PATHS.changes);
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as Change);
  return () => source.close();
};

const OUT_OF_REACH = 'The playground does not answer. Is npm start still running?';

/** Tells the server what a person did. */
export const tell = async (act: Act): Promise<Acted> => {
  try {
    const response = await fetch(PATHS.act, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    const words = await response.text();
    // what is refused before it is read is refused in plain words
    return words.startsWith('{') ? (JSON.parse(words) as Acted) : { ok: false, problem: words };
  } catch {
    return { ok: false, problem: OUT_OF_REACH };
  }
};

/** The workspace as the server tells it, and whether it can be heard. */
export const useKnown = () => {
  const [state, hear] = useReducer(afterChange, undefined);
  const [isConnected, setConnected] = useState(true);
  useEffect(() => hearChanges(hear, setConnected), []);
  return { state, isConnected };
};
