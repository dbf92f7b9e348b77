import { randomUUID } from 'node:crypto';
import type { Facts } from '../facts/index.ts';
import type { Metrics } from '../metrics.ts';
import type { Log } from '../slack/index.ts';
import type { ProposeNote } from './propose-note.ts';
import type { ToolDoor, ToolDoorParts } from './tool-door.ts';
import { TOOL_PATH, TOOL_SCOPE } from './tool-path.ts';

/** What the tools are served with over HTTP. */
interface ToolRouteParts {
  readonly signingSecret: string;
  /** Taken anew for each call, without waiting for anything. */
  readonly facts: () => Facts;
  /** What the workspace of a caller has of its own; nobody has anything unless said. */
  readonly own?: ToolDoorParts['own'];
  /** Keeps a draft of a note for a person of a workspace. */
  readonly propose?: ProposeNote;
  /** Milliseconds since 1970; the machine's clock unless said. */
  readonly clock?: () => number;
  readonly log: Log;
  /** Counts the calls; nothing is counted without it. */
  readonly metrics?: Pick<Metrics, 'toolAnswered'> | undefined;
}

const ID_LENGTH = 8;

/**
 * The tools as a route of the bot's port. They are loaded with the first call, which a bot that nobody calls never gets. The log
 * has ids, durations and kinds, never arguments.
 */
export const toolRoute = ({ signingSecret, facts, own, propose, clock = Date.now, log, metrics }: ToolRouteParts) => ({
  path: TOOL_PATH,
  scope: TOOL_SCOPE,
  open: (isOurs: ToolDoorParts['isOurs']): ToolDoor => {
    const load = async (): Promise<ToolDoor> => {
      const { createToolDoor } = await import('./tool-door.ts');
      return createToolDoor({
        ...{ signingSecret, facts, clock, isOurs },
        ...{ own, propose },
        blocksDropped: (tool, problems) => log.error({ tool, problems }, 'Slackbot would drop these blocks'),
        failed: (tool, error) => {
          const id = randomUUID().slice(0, ID_LENGTH);
          const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
          log.error({ tool, id, error: name, stack }, 'a tool failed');
          return id;
        },
        refused: (status, why) => log.warn({ path: TOOL_PATH, status, why }, 'refused a request'),
        answered: ([caller], ms, status) => {
          metrics?.toolAnswered(ms, status);
          log.info({ path: TOOL_PATH, team: caller?.team, user: caller?.user, ms: Math.round(ms), status }, 'tools');
        },
      });
    };
    let door: Promise<ToolDoor> | undefined;
    return async (request, response) => {
      door ??= load();
      return (await door)(request, response);
    };
  },
});
