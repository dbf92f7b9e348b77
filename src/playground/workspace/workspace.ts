import type { IsoInstant } from '../../units.ts';
import type { Emit, PlaygroundState } from '../protocol.ts';
import { CHANNELS } from '../seed.ts';
import {
  createIds,
  createResponseUrls,
  createTriggers,
  createUploads,
  type NewId,
  type ResponseUrls,
  type Triggers,
  type Uploads,
} from './ids.ts';
import { createMessages, createTimestamps, type Messages } from './messages.ts';
import { createViews, type Views } from './views.ts';

/** What a workspace is created with. */
export interface WorkspaceParts {
  /** Where its Web API is reached: `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly now: () => IsoInstant;
  /** Whether the market data are synthetic now. */
  readonly isSynthetic: () => boolean;
  readonly emit: Emit;
}

/** The state of a Slack workspace, in memory. */
export interface Workspace extends WorkspaceParts {
  readonly messages: Messages;
  readonly views: Views;
  readonly uploads: Uploads;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly newId: NewId;
  /** A message time stamp, later than all before. */
  readonly newTimestamp: () => string;
  /** Ids of the channels that the bot is a member of. */
  readonly members: Set<string>;
  /** By user id. */
  readonly prompts: Map<string, PlaygroundState['prompts'][string]>;
}

/** Creates a workspace with the seed's channels and no messages. */
export const openWorkspace = (parts: WorkspaceParts): Workspace => {
  const { address, now, emit } = parts;
  const newId = createIds();
  const newTimestamp = createTimestamps(now);
  return {
    ...parts,
    newId,
    newTimestamp,
    messages: createMessages(emit, now, newTimestamp),
    views: createViews(emit, newId),
    uploads: createUploads(address, newId),
    triggers: createTriggers(newId),
    responseUrls: createResponseUrls(address, now, newId),
    members: new Set(CHANNELS.filter(({ isMember }) => isMember).map(({ id }) => id)),
    prompts: new Map(),
  };
};
