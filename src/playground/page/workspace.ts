import { createContext, use } from 'react';
import type { Act, Acted, Channel, Person, State } from '../protocol.ts';
import type { Place } from './place.ts';

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
