import { COMMANDS } from '../../commands/index.ts';
import { createMinuteTimer } from '../scheduler/index.ts';
import { type FactsNow, type Log, type RunningDesk, startDesk } from '../slack/index.ts';
import { memoryStore } from '../store/index.ts';
import { createReceiver } from './acts/receiver.ts';
import { BOT } from './cast.ts';
import { createWebApi } from './web-api/web-api.ts';
import { openWorkspace, type WorkspaceParts } from './workspace/workspace.ts';

/** What a session is begun with. */
export interface SessionParts extends WorkspaceParts {
  readonly facts: () => FactsNow;
  /** Told of what the bot works on. */
  readonly during: (work: Promise<unknown>) => void;
  readonly log: Log;
}

/** A workspace in which nothing is said yet, with a bot that remembers nothing; it lasts until somebody starts over. */
export const beginSession = ({ facts, during, log, ...parts }: SessionParts) => {
  const workspace = openWorkspace(parts);
  const store = memoryStore();
  const { receiver, deliver } = createReceiver(during);
  let desk: RunningDesk | undefined;
  const jobs = createMinuteTimer({
    now: parts.now,
    failed: (error) => log.error({ error: String(error) }, 'the minute could not be dealt with'),
  });
  return {
    workspace,
    deliver,
    answer: createWebApi(workspace),
    /** Starts the bot; by now its calls are to lead to this session. */
    start: async (): Promise<void> => {
      desk = await startDesk({
        connection: { kind: 'own', receiver, botToken: BOT.token, apiUrl: `${parts.address}/api/` },
        ...{ commands: COMMANDS, store, now: parts.now, facts, log },
      });
      jobs.start(desk.tick);
    },
    /** Deals with everything that is due by the clock. */
    runDue: async (): Promise<void> => desk?.runDue(),
    end: async (): Promise<void> => {
      await jobs.stop();
      await desk?.stop();
      await store.close();
    },
  };
};

export type Session = ReturnType<typeof beginSession>;
