import type { RespondFn, webApi } from '@slack/bolt';
import type { OwnFacts } from '../facts/index.ts';
import type { Filings } from '../market-data/index.ts';
import type { Metrics } from '../metrics.ts';
import type { KeyedQueue } from '../queues.ts';
import type { BriefStore, TeamRecordStore } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import type { AgentSessions } from './agent-sessions.ts';
import type { AnswerCache, CurrentFacts } from './answer-cache.ts';
import type { Backlog } from './backlog.ts';
import type { RequestInHand } from './request-in-hand.ts';
import type { RequestOrigin } from './request-origin.ts';
import type { ResilientStore } from './resilient-store.ts';
import type { Channels } from './visibility.ts';

/** Whoever sent a request. */
export interface Sender {
  readonly client: webApi.WebClient;
  readonly user: string;
  /** The workspace that the bot is installed in. */
  readonly team: string;
  readonly origin: RequestOrigin;
}

/** Who asked, where, and the way back to them alone. */
export interface Asker extends Sender {
  /** The request's own address; a message or a form has none. */
  readonly respond?: RespondFn;
  /** A channel; or a user, for the direct message with them. */
  readonly channel: string;
  /** The thread that a private reply belongs in; Slack shows none in a thread that has no reply yet. */
  readonly privateThreadTs?: string | undefined;
  /** What they asked, where it is kept until it is answered. */
  readonly request?: RequestInHand | undefined;
  /** To be called before a long wait: whatever is said next is not held up by it. */
  readonly letOthersPass?: () => void;
}

/** What listeners need to answer a request, whoever asks. */
export interface BotContext {
  /** What has been asked in a workspace and is not answered yet. */
  readonly backlogOf: (team: string) => Backlog;
  readonly channels: Channels;
  readonly answers: AnswerCache;
  /** Threads, votes and settings; a store that fails costs nobody an answer. */
  readonly store: ResilientStore;
  /** Briefs; rejects where the store fails. */
  readonly briefStore: BriefStore;
  /** Companies, notes and their drafts; rejects where the store fails. */
  readonly listStore: Omit<TeamRecordStore, 'settings' | 'changeSettings'>;
  /** What companies file; absent where nobody has said who asks for it. */
  readonly filings?: Filings | undefined;
  /** What each workspace has of its own, as answers know it. */
  readonly own: { readonly ofTeam: (team: string) => Promise<OwnFacts | undefined> };
  /** By thread: what is said in one thread is read in order. */
  readonly readingQueue: KeyedQueue;
  /** By thread: what is said in one thread is answered in order, unless Slack makes an answer wait for long. */
  readonly threadQueue: KeyedQueue;
  /** What is being answered in direct messages. */
  readonly agentSessions: AgentSessions;
  readonly now: () => IsoInstant;
  readonly facts: () => CurrentFacts;
  /** Counts what is done, where somebody looks at it. */
  readonly metrics?: Metrics | undefined;
  /** Runs work that nobody waits for; what fails is logged. */
  readonly inBackground: (what: string, work: () => Promise<void>) => void;
}
