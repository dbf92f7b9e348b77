import { useEffect, useReducer, useState } from 'react';
import { type Act, type Acted, type Change, PATHS } from '../protocol.ts';
import { afterChange } from './workspace-state.ts';

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
