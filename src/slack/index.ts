import { setTimeout as realWait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Command } from '../../commands/command.ts';
import type { Connection } from '../config.ts';
import type { Store } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import { createBriefRunner } from './briefs/running.ts';
import { type Connected, connect } from './connection.ts';
import type { Desk } from './context.ts';
import { reportFailure } from './failure.ts';
import { identify } from './identity.ts';
import { createOrder } from './in-order.ts';
import type { Log } from './log.ts';
import { createMemory } from './memory.ts';
import type { OwnReceiver } from './receivers.ts';
import { createRecentAnswers, type FactsNow } from './recent-answers.ts';
import { interactiveClientOptions } from './retry.ts';
import { createChannels } from './visibility.ts';

export interface RunningDesk extends Connected {
  /** Begins the briefs that are due, for a timer to call each minute; does not wait until they are posted. */
  readonly tick: (now: IsoInstant) => Promise<void>;
  /** The same by the desk's own clock, and waits until nothing of it is under way. */
  readonly runDue: () => Promise<void>;
}

/** What the desk needs from the house. */
export interface DeskParts {
  readonly connection: Connection | OwnReceiver;
  readonly commands: readonly Command[];
  /** Who opened it closes it, once the desk has stopped. */
  readonly store: Store;
  readonly now: () => IsoInstant;
  /** Taken anew for each answer, without waiting for anything. */
  readonly facts: () => FactsNow;
  readonly log: Log;
  /** How long a call to Slack may take, its answer included; ten seconds unless said. */
  readonly callTimeoutMs?: number | undefined;
  /** How the work on briefs lets time pass between two calls; rejects when the signal aborts. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/**
 * Starts the bot on Slack and resolves once requests are answered.
 *
 * @throws {ConfigError} where Slack refuses a token
 */
export const startDesk = async ({
  connection,
  commands,
  store,
  now,
  facts,
  log,
  callTimeoutMs,
  wait = (ms, signal) => realWait(ms, undefined, { signal }),
}: DeskParts): Promise<RunningDesk> => {
  const desk: Desk = {
    channels: createChannels(() => performance.now()),
    answers: createRecentAnswers(facts),
    memory: createMemory(store, now, log),
    inOrder: createOrder(),
    ...{ store, now, facts },
    inBackground: (what: string, work: () => Promise<void>) => {
      work().catch((error: unknown) => reportFailure(log, what, error));
    },
  };
  const { apiUrl, botToken } = connection;
  const identity = identify(connection, log);
  const connected = await connect(connection, { identity, apiUrl, commands, desk, log, callTimeoutMs });
  const client = new webApi.WebClient(botToken, interactiveClientOptions(apiUrl, log, callTimeoutMs));
  const briefs = createBriefRunner(client, desk, log, wait);
  return {
    ...connected,
    tick: briefs.tick,
    runDue: async () => {
      await briefs.tick(now());
      await briefs.quiet();
    },
    stop: async () => {
      await briefs.stop();
      await connected.stop();
    },
  };
};
export { createLog, type Log } from './log.ts';
export type { FactsNow } from './recent-answers.ts';
