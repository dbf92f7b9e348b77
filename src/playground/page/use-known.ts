import { useEffect, useReducer, useState } from 'react';
import { hearChanges } from './connection.ts';
import { afterChange } from './workspace-state.ts';

/** The workspace as the server tells it, and whether it can be heard. */
export const useKnown = () => {
  const [state, hear] = useReducer(afterChange, undefined);
  const [isConnected, setConnected] = useState(true);
  useEffect(() => hearChanges(hear, setConnected), []);
  return { state, isConnected };
};
