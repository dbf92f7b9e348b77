import { RespondError, type RespondFn, type webApi } from '@slack/bolt';
import { createKeyedQueue } from '../queues.ts';
import { contextAfter } from '../reading/index.ts';
import type { Asked, KeptRequest, OpenRequest, RequestInHands } from '../store/index.ts';
import type { Turn } from '../topics/turn.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import { isStopped } from './agent-sessions.ts';
import { answerMessage } from './answer-message.ts';
import type { Asker, BotContext } from './asker.ts';
import { applyBriefEffect, postBriefDetails } from './briefs/apply-brief-effect.ts';
import { findMessage, type MessageSearch } from './find-message.ts';
import { conversationKey } from './incoming-message.ts';
import { requestId } from './interaction-payload.ts';
import { answerClick, countThumb } from './listeners/buttons.ts';
import { answerCommand } from './listeners/commands.ts';
import { changeList } from './listeners/home.ts';
import { ifMayAsk } from './members.ts';
import { type LateNotice, lateHint, renderLateNotice } from './notices.ts';
import { shareAnswer } from './post-answer.ts';
import { replyToAsker } from './post-message.ts';
import { isAnswerTo, keptQuestion, resumeInHand } from './request-in-hand.ts';
import type { RequestOutcome, RunRequest } from './request-runner.ts';
import { isDirectMessage } from './visibility.ts';
import type { BotWorkspace, Workspaces } from './workspaces.ts';

/** How long Slack takes an answer at the address of a request. */
const HALF_HOUR_MS = 30 * 60_000;
/** What was asked longer ago is nobody's question any more. */
const DAY_MS = 24 * 60 * 60_000;
/** Slack may still be carrying out what it was sent. */
const BEFORE_SEARCH_MS = 5_000;
const SEARCH_PATIENCE_MS = 5 * 60_000;
/** Slack's clock and this one may differ. */
const CLOCK_SKEW_MS = 120_000;

/** What late answers need. */
interface LateParts {
  readonly workspaces: Workspaces;
  readonly bot: BotContext;
  readonly runRequest: RunRequest;
  /** Sends to the address of a request. */
  readonly fetch: webApi.FetchFunction;
  /** Rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when the bot stops; what is open then is taken up at the next start. */
  readonly signal: AbortSignal;
}

/** Replies to the address of a request that another process was given, as Bolt does to one of its own. */
const respondTo =
  (send: webApi.FetchFunction, address: string): RespondFn =>
  async (message) => {
    const response = await send(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(typeof message === 'string' ? { text: message } : message),
    });
    if (!response.ok) throw new RespondError(`the address answered ${response.status}`, response.status);
    return response;
  };

/** A turn as it was read; undefined where it has to be said again. */
const turnOf = (asked: Asked): Exclude<Turn, { kind: 'unclear' | 'company' | 'note' }> | undefined => {
  switch (asked.kind) {
    case 'question':
      return keptQuestion(asked);
    case 'silence':
      return { kind: 'silence' };
    case 'brief':
      return { kind: 'brief', do: asked.do };
    default:
      return undefined;
  }
};

/** Whoever is answered later than they asked. */
const saysLate = ({ request, ...asker }: Asker, byMs: number): Asker => ({
  ...asker,
  request: request && { ...request, late: lateHint(byMs) },
});

const ageMs = ({ at }: KeptRequest, now: IsoInstant): number => Date.parse(now) - Date.parse(at);

/**
 * Answers what was taken from Slack and not answered when this bot or another instance of it was stopped. What was not sent is answered and says that it
 * is late. What may have been sent is looked for by its metadata; where it cannot be found out, its asker is told, with the
 * question as a button. What is more than half an hour old is not answered, and its asker is told.
 */
export const createLateAnswers = ({ workspaces, bot, runRequest, fetch, wait, signal }: LateParts) => {
  const { store, now } = bot;
  const channelQueue = createKeyedQueue();
  const searchQueue = createKeyedQueue();

  const askerOf = (workspace: BotWorkspace, open: RequestInHands, letOthersPass: () => void): Asker => {
    const { id, request, fence } = open;
    const { user, channel, affiliation, privateThreadTs, responseUrl } = request;
    const isInTime = ageMs(request, now()) <= HALF_HOUR_MS;
    return {
      ...{ client: workspace.client, user, channel, privateThreadTs, team: request.team },
      origin: { workspace, affiliation },
      request: resumeInHand(store, id, fence),
      letOthersPass,
      ...(responseUrl !== undefined && isInTime && { respond: respondTo(fetch, responseUrl) }),
    };
  };

  const tell = (asker: Asker, { request }: OpenRequest, notice: LateNotice): Promise<RequestOutcome> =>
    replyToAsker(asker, renderLateNotice(notice, request.asked), { threadTs: request.threadTs });

  /** Looks for an answer that may have been posted. */
  const look = async (
    { client }: BotWorkspace,
    { id, request }: OpenRequest,
  ): Promise<Exclude<MessageSearch, { kind: 'retry later' }>> => {
    const { channel, threadTs, at } = request;
    const since = addMilliseconds(at, -CLOCK_SKEW_MS);
    const giveUpAt = addMilliseconds(now(), SEARCH_PATIENCE_MS);
    for (;;) {
      const found = await findMessage(client, {
        channel,
        threadTs,
        since,
        isIt: ({ metadata }) => isAnswerTo(metadata, id),
      });
      if (found.kind !== 'retry later') return found;
      const pauseMs = Math.max(1, found.seconds) * 1_000;
      if (addMilliseconds(now(), pauseMs) > giveUpAt) return { kind: 'unreadable' };
      await wait(pauseMs, signal);
    }
  };

  /** The answer is there: what follows from it may not be. */
  const finish = async (
    asker: Asker,
    open: OpenRequest,
    { ts, hasThread }: Extract<MessageSearch, { kind: 'found' }>,
  ): Promise<RequestOutcome> => {
    const { team, channel, user, asked, threadTs } = open.request;
    if (threadTs !== undefined) return 'answered before';
    const turn = turnOf(asked);
    const context = turn?.kind === 'question' ? contextAfter(turn, undefined) : undefined;
    await store.rememberRoot({ team, channel, thread: ts }, { user, ...(context && { context }) });
    if (asked.kind === 'brief' && !hasThread) await postBriefDetails(bot, asker, ts);
    return 'answered before';
  };

  const answerTurn = async (
    asker: Asker,
    { id, request }: OpenRequest,
    turn: NonNullable<ReturnType<typeof turnOf>>,
  ): Promise<RequestOutcome> => {
    const { team, channel, user, via, threadTs, claim, isPrivate = false } = request;
    if (via === 'message' && threadTs !== undefined) {
      const key = { team, channel, thread: threadTs };
      const message = {
        ...{ key, ts: claim ?? threadTs, user, turn, isDirect: isDirectMessage(channel) },
        ...{ isAddressed: request.isOverheard === undefined, isLate: true as const },
      };
      const begin = async (stopped: AbortSignal) => {
        const read = () => answerMessage(bot, asker, message, AbortSignal.any([signal, stopped]));
        return (await bot.readingQueue.run(conversationKey(key), read)).answered;
      };
      return message.isDirect ? bot.agentSessions.run(asker.client, message, begin) : begin(signal);
    }
    if (turn.kind === 'brief') return applyBriefEffect(bot, asker, turn, { threadTs });
    return ifMayAsk(bot, asker, () =>
      via === 'control' && turn.kind === 'question'
        ? answerClick(bot, asker, { ...turn, request: requestId(id, now()), channel, isPrivate, threadTs })
        : answerCommand(bot, asker, turn),
    );
  };

  const answer = (asker: Asker, open: OpenRequest): Promise<RequestOutcome> => {
    const { asked, threadTs } = open.request;
    const late = saysLate(asker, ageMs(open.request, now()));
    if (asked.kind === 'share') {
      return ifMayAsk(bot, late, () => shareAnswer(bot, late, asked.question, threadTs));
    }
    const turn = turnOf(asked);
    return turn ? answerTurn(late, open, turn) : tell(asker, open, asked.kind === 'change' ? 'change' : 'again');
  };

  /** Whether its asker has stopped it, while nobody or another process was answering it. */
  const wasStopped = async ({ team, channel, threadTs: thread, claim }: KeptRequest): Promise<boolean> => {
    if (thread === undefined || claim === undefined) return false;
    const [stop] = await store.lastStops([{ team, channel, thread }]);
    return isStopped(stop, claim);
  };

  const takeUp = async (open: RequestInHands, searchable: Promise<void>): Promise<void> => {
    const age = ageMs(open.request, now());
    const workspace = await workspaces.named(open.request.team);
    if (workspace === undefined || age > DAY_MS) return store.dropRequest(open.id, open.fence);
    const isSearched = age <= HALF_HOUR_MS && open.sending === 'channel';
    // one after the other, and without holding up what was certainly not sent
    const found = isSearched
      ? await searchQueue.run('search', () => searchable.then(() => look(workspace, open)))
      : undefined;
    const { asked } = open.request;
    const work = async (asker: Asker): Promise<RequestOutcome> => {
      // values, which come to the same however often and however late they are stored
      if (asked.kind === 'vote') return countThumb(bot, asker, asked);
      if (asked.kind === 'setting') return changeList(bot, asker, asked);
      if (await wasStopped(open.request)) return 'stopped';
      if (age > HALF_HOUR_MS) return tell(asker, open, 'too late');
      if (open.sending === 'asker' || found?.kind === 'unreadable') return tell(asker, open, 'unsure');
      return found?.kind === 'found' ? finish(asker, open, found) : answer(asker, open);
    };
    const { channel } = open.request;
    await channelQueue.run(channel, async (letOthersPass) => {
      const asker = askerOf(workspace, open, letOthersPass);
      if (!signal.aborted) await runRequest('late', () => work(asker), asker);
    });
  };

  /** Settles once all are answered, or the bot stops. In each channel they go in order. */
  return async (left: readonly RequestInHands[]): Promise<void> => {
    if (left.length === 0) return;
    const searchable = wait(BEFORE_SEARCH_MS, signal);
    const ended = (error: unknown): void => {
      if (!signal.aborted) throw error;
    };
    await Promise.all([searchable.catch(ended), ...left.map((open) => takeUp(open, searchable).catch(ended))]);
  };
};
