import { randomBytes } from 'node:crypto';
import { setTimeout as realWait } from 'node:timers/promises';
import type { Command } from '../../commands/command.ts';
import type { Connection } from '../config.ts';
import type { OwnFacts } from '../facts/index.ts';
import type { Filings } from '../market-data/index.ts';
import type { Metrics } from '../metrics.ts';
import { createKeyedQueue } from '../queues.ts';
import type { DeliveryJobs, DeliveryWorker } from '../scheduler/index.ts';
import { RENEWAL_MS, type Store, type StoreFinding } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import { createAgentSessions } from './agent-sessions.ts';
import { type CurrentFacts, createAnswerCache } from './answer-cache.ts';
import type { BotContext } from './asker.ts';
import { createBacklogs } from './backlog.ts';
import { createBriefRunner } from './briefs/brief-runner.ts';
import { type Connected, connect, type InProcessConnection } from './connection.ts';
import { createHealth, type Health } from './health.ts';
import { type OwnRoute, takenBy } from './http-receiver.ts';
import { createLateAnswers } from './late-answers.ts';
import type { Log } from './log.ts';
import { type NoteProposal, proposeNote } from './notes/propose-note.ts';
import { tellWhatWasLost } from './notices.ts';
import { openWorkspaces } from './open-workspaces.ts';
import { createOwnFacts } from './own-facts.ts';
import { createRequestRunner, reportFailure } from './request-runner.ts';
import { createResilientStore } from './resilient-store.ts';
import { createChannels } from './visibility.ts';
import { webClientOptions } from './web-client.ts';
import type { WorkspaceIds } from './workspaces.ts';

/** A bot that answers requests and posts briefs until it is stopped. */
export interface RunningBot extends Connected {
  /** Begins the briefs that are due, for a timer to call each minute; does not wait until they are posted. */
  readonly tick: (now: IsoInstant) => Promise<void>;
  /** Keeps a note that an assistant hands in as a draft of the person in whose place it calls. @returns what it is told */
  readonly proposeNote: (caller: Parameters<typeof proposeNote>[2], note: NoteProposal) => Promise<string>;
  /** What somebody's workspace has of its own; rejects where the store fails. */
  readonly ownFacts: (caller: WorkspaceIds | undefined) => Promise<OwnFacts | undefined>;
  /** The same by the bot's own clock, and waits until nothing of it is under way. */
  readonly runDue: () => Promise<void>;
  /** What keeps requests from being answered, as `/readyz` has it. */
  readonly troubles: () => Promise<readonly string[]>;
}

/** What the bot is started with. */
interface BotParts {
  readonly connection: Connection | InProcessConnection;
  readonly commands: readonly Command[];
  /** Who opened it closes it, once the bot has stopped. */
  readonly store: Store;
  /** What was wrong with the store when it was opened; those concerned are told in Slack. */
  readonly storeFindings?: readonly StoreFinding[];
  readonly now: () => IsoInstant;
  /** Taken anew for each answer, without waiting for anything. */
  readonly facts: () => CurrentFacts;
  /** What companies file; without it `/company add` opens its form at once. */
  readonly filings?: Filings | undefined;
  readonly log: Log;
  /** Counts what is done; nothing is counted without it. */
  readonly metrics?: Metrics | undefined;
  /** Served beside Slack's events, where the bot is reached over HTTP. */
  readonly route?: OwnRoute | undefined;
  /** How long a call to Slack may take, its answer included; ten seconds unless said. */
  readonly callTimeoutMs?: number | undefined;
  /** What brings deliveries to their worker, where several processes share them. */
  readonly jobsOf?: ((worker: DeliveryWorker) => DeliveryJobs) | undefined;
  /** How the work on briefs lets time pass between two calls; rejects when the signal aborts. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const LAST_LATE_MS = 2_000;
const OWNER_BYTES = 9;

/**
 * Starts the bot on Slack and resolves once requests are answered.
 *
 * @throws {ConfigError} where Slack refuses a token
 */
export const startBot = async ({
  connection,
  commands,
  store,
  storeFindings = [],
  now,
  facts,
  filings,
  log,
  metrics,
  route,
  callTimeoutMs,
  jobsOf,
  wait = (ms, signal) => realWait(ms, undefined, { signal }),
}: BotParts): Promise<RunningBot> => {
  const { apiUrl } = connection;
  const owner = randomBytes(OWNER_BYTES).toString('base64url');
  const health = createHealth(() => performance.now());
  const newOptions = (heard?: Health['heard']) => webClientOptions(apiUrl, log, { timeoutMs: callTimeoutMs, heard });
  const resilient = createResilientStore(store, now, log, { owner, metrics });
  const bot: BotContext = {
    backlogOf: createBacklogs(() => performance.now(), log),
    channels: createChannels(() => performance.now()),
    answers: createAnswerCache(facts),
    store: resilient,
    briefStore: store,
    listStore: store,
    own: createOwnFacts(resilient),
    readingQueue: createKeyedQueue(),
    threadQueue: createKeyedQueue(),
    agentSessions: createAgentSessions(resilient),
    ...{ now, facts, filings, metrics },
    inBackground: (what: string, work: () => Promise<void>) => {
      work().catch((error: unknown) => reportFailure(log, what, error));
    },
  };
  const { workspaces, routes } = await openWorkspaces(connection, {
    ...{ bot, store, owner, log, health, newOptions },
    scopes: route ? [route.scope] : [],
  });
  const left = await bot.store.takeRequests();
  const connected = await connect(connection, {
    ...{ workspaces, apiUrl, commands, bot, log, health, callTimeoutMs },
    ...{ takes: route && takenBy(route, workspaces), routes },
  });
  health.watch({ slack: workspaces.touch, store: store.checkWritable });
  const stopping = new AbortController();
  const { runRequest, settled } = createRequestRunner(log, bot);
  if (left.length > 0) log.info({ what: 'late', requests: left.length }, 'requests left open');
  const unlessStopping = (error: unknown): void => {
    if (!stopping.signal.aborted) throw error;
  };
  const answerLate = createLateAnswers({
    ...{ workspaces, bot, runRequest, wait, signal: stopping.signal },
    fetch: newOptions().fetch ?? fetch,
  });
  const keepLeases = async (): Promise<void> => {
    for (;;) {
      await realWait(RENEWAL_MS, undefined, { signal: stopping.signal, ref: false });
      const taken = await bot.store.renewAndTake();
      bot.inBackground('late', () => answerLate(taken));
    }
  };
  bot.inBackground('late', () => answerLate(left));
  bot.inBackground('leases', () => keepLeases().catch(unlessStopping));
  for (const workspace of storeFindings.length > 0 ? await workspaces.all() : []) {
    bot.inBackground('store notice', () => tellWhatWasLost(workspace, store, storeFindings));
  }
  const own = createOwnFacts(store);
  const briefs = createBriefRunner(workspaces, bot, log, { owner, wait, jobsOf });
  return {
    ...connected,
    tick: briefs.tick,
    ownFacts: async (caller) => {
      const workspace = caller && (await workspaces.find([caller]));
      return workspace && own.ofTeam(workspace.installation.team);
    },
    proposeNote: (caller, note) => proposeNote(bot, workspaces, caller, note),
    troubles: health.troubles,
    runDue: async () => {
      await briefs.tick(now());
      await briefs.settled();
    },
    stop: async () => {
      stopping.abort();
      // no new request is taken while a brief comes to its end
      await Promise.all([connected.stop(), briefs.stop()]);
      // what is not answered by then is taken up at the next start
      await Promise.race([settled(), realWait(LAST_LATE_MS, undefined, { ref: false })]);
    },
  };
};
export type { CurrentFacts } from './answer-cache.ts';
export { listenProblem } from './connection.ts';
export { createLog, type Log, loggable } from './log.ts';
