import type { IsoInstant } from '../../units.ts';
import { CHANNELS } from '../cast.ts';
import type { Emit, State } from '../protocol.ts';
import {
  createFiles,
  createNames,
  createResponseUrls,
  createTriggers,
  type Files,
  type Names,
  type ResponseUrls,
  type Triggers,
} from './ids.ts';
import { createMessages, createStamps, type Messages } from './messages.ts';
import { createViews, type Views } from './views.ts';

/** What a workspace is opened with. */
export interface WorkspaceParts {
  /** Where its Web API is reached: `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly now: () => IsoInstant;
  /** Whether prices are made up now. */
  readonly isSynthetic: () => boolean;
  readonly emit: Emit;
}

/** The part of Slack that the bot sees: what was said, what stands open, and who is where. All of it in memory. */
export interface Workspace extends WorkspaceParts {
  readonly messages: Messages;
  readonly views: Views;
  readonly files: Files;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly newName: Names;
  /** A time stamp, later than every one before. */
  readonly newStamp: () => string;
  /** Channels that the bot is in. */
  readonly members: Set<string>;
  /** By person. */
  readonly prompts: Map<string, State['prompts'][string]>;
}

export const openWorkspace = (parts: WorkspaceParts): Workspace => {
  const { address, now, emit } = parts;
  const newName = createNames();
  const newStamp = createStamps(now);
  return {
    ...parts,
    newName,
    newStamp,
    messages: createMessages(emit, now, newStamp),
    views: createViews(emit, newName),
    files: createFiles(address, newName),
    triggers: createTriggers(newName),
    responseUrls: createResponseUrls(address, now, newName),
    members: new Set(CHANNELS.filter(({ isMember }) => isMember).map(({ id }) => id)),
    prompts: new Map(),
  };
};
