import type { Filings, LiveSettings, MarketSettings } from '../market-data/index.ts';
import { toolRoute } from '../mcp/index.ts';
import type { Log } from '../slack/index.ts';
import type { IsoInstant } from '../units.ts';
import { closeModal, openAppHome, sendBlockAction, submitModal } from './actions/interactions.ts';
import { sendFile, sendMessageShortcut, sendText } from './actions/send-text.ts';
import { createClock, createClockControl } from './clock.ts';
import { openDataSource } from './data-source.ts';
import type { ActionResult, Emit, PlaygroundEvent, PlaygroundState, UserAction } from './protocol.ts';
import { BOT, BUILT_IN_COMMANDS, CHANNELS, MANIFEST_COMMANDS, SHORTCUTS, SUGGESTIONS, TEAM, USERS } from './seed.ts';
import { createSession } from './session.ts';
import { createSlackbot, SIGNING_SECRET } from './slackbot.ts';

/** What the playground is started with. */
export interface PlaygroundParts {
  /** The market data at the start. */
  readonly market: MarketSettings;
  /** The settings used when a user chooses live data. */
  readonly live: LiveSettings;
  /** What companies file; absent where nobody has said who asks for it. */
  readonly filings?: Filings | undefined;
  /** The clock of the machine. */
  readonly now: () => IsoInstant;
  readonly log: Log;
}

/** Delivers every event to all subscribers, in order. */
const createEventStream = () => {
  const subscribers = new Set<Emit>();
  return {
    emit: (event: PlaygroundEvent): void => {
      for (const subscriber of subscribers) subscriber(event);
    },
    /** @returns unsubscribes */
    subscribe: (subscriber: Emit): (() => void) => {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
  };
};

/** Counts the requests that the bot is handling, and tells the page when the first starts and the last ends. */
const createActivity = (emit: Emit) => {
  let pending = 0;
  const count = (by: 1 | -1): void => {
    pending += by;
    if (pending === (by === 1 ? 1 : 0)) emit({ kind: 'working', isWorking: pending > 0 });
  };
  return {
    isWorking: (): boolean => pending > 0,
    trackWork: <T>(work: Promise<T>): Promise<T> => {
      count(1);
      return work.finally(() => count(-1));
    },
  };
};

/** The part of the state that is the same in every session. */
const SEED_STATE: Pick<PlaygroundState, 'botName' | 'users' | 'channels' | 'commands' | 'shortcuts' | 'suggestions'> = {
  botName: BOT.name,
  users: USERS,
  channels: CHANNELS.map(({ isMember: _, ...channel }) => channel),
  commands: [...MANIFEST_COMMANDS, ...BUILT_IN_COMMANDS].map(({ name, description, usageHint }) => ({
    ...{ name, description, usageHint },
  })),
  shortcuts: SHORTCUTS,
  suggestions: SUGGESTIONS,
};

/**
 * Opens a local workspace with the bot in it, and carries out what users do there.
 *
 * @param address where the server listens already, and the bot reaches the Web API: `http://127.0.0.1:3000`
 */
export const openPlayground = async (
  { market, live, filings, now: machine, log }: PlaygroundParts,
  address: string,
) => {
  const { emit, subscribe } = createEventStream();
  const clock = createClock(machine);
  const { now } = clock;
  const data = await openDataSource({ settings: market, live, now, emit });
  const { trackWork, isWorking } = createActivity(emit);
  const logError = (error: unknown): void => log.error({ error: String(error) }, 'the playground failed');
  const newSession = () =>
    createSession({
      ...{ address, now, emit, log, filings, isSynthetic: data.isSynthetic, facts: data.facts },
      trackWork: (work) => void trackWork(work).catch(logError),
    });

  let session = newSession();
  let ready: Promise<unknown> = Promise.resolve();
  const clockControl = createClockControl({ clock, data, emit, runDue: () => session.runDue() });

  const state = (): PlaygroundState => {
    const { messages, views, prompts } = session.workspace;
    return {
      ...SEED_STATE,
      ...{ messages: messages.all(), modals: views.modals(), homes: views.homes() },
      ...{
        prompts: Object.fromEntries(prompts),
        clock: clockControl.state(),
        data: data.state(),
        isWorking: isWorking(),
      },
    };
  };

  const reset = async (): Promise<void> => {
    await clockControl.reset();
    await session.end();
    session = newSession();
    await session.start();
    emit({ kind: 'state', state: state() });
  };

  const dispatch = async (action: UserAction): Promise<ActionResult> => {
    const { workspace, deliver } = session;
    switch (action.kind) {
      case 'send text':
        return sendText(workspace, deliver, action);
      case 'send file':
        return sendFile(workspace, deliver, action);
      case 'message shortcut':
        return sendMessageShortcut(workspace, deliver, action);
      case 'block action':
        return sendBlockAction(workspace, deliver, action);
      case 'submit modal':
        return submitModal(workspace, deliver, action);
      case 'close modal':
        return closeModal(workspace, action);
      case 'open home':
        return openAppHome(workspace, deliver, action.user, 'home');
      case 'open direct message':
        return openAppHome(workspace, deliver, action.user, 'messages');
      case 'choose data':
        return data.choose(action.source);
      case 'upload csv':
        return data.chooseCsv(action.name, action.text);
      case 'set clock':
        await trackWork(action.to === null ? clockControl.release() : clockControl.moveTo(action.to));
        return { ok: true };
      case 'advance clock':
        await trackWork(clockControl.advance(action.minutes));
        return { ok: true };
      case 'stop clock':
        await clockControl.stop();
        return { ok: true };
      case 'reset':
        ready = ready.then(reset, reset);
        await ready;
        return { ok: true };
    }
  };

  const { open } = toolRoute({
    ...{ signingSecret: SIGNING_SECRET, facts: () => data.facts().facts, log },
    own: (caller) => session.ownFacts(caller),
    propose: (caller, note) => session.proposeNote(caller, note),
  });

  return {
    /** The door that Slackbot calls. */
    toolDoor: open(async (team) => team === TEAM.id),
    slackbot: createSlackbot(address),
    /** Starts the bot. The Web API must be reachable by now, since the bot calls it. */
    start: (): Promise<void> => session.start(),
    state,
    subscribe,
    /** Carries out a user's action, after any reset that is still running. Never rejects. */
    perform: async (action: UserAction): Promise<ActionResult> => {
      try {
        await ready;
        return await dispatch(action);
      } catch (error) {
        logError(error);
        return {
          ok: false,
          problem: 'That failed on our side: the terminal that runs the playground names the error.',
        };
      }
    },
    session: () => session,
    stop: async (): Promise<void> => {
      await clockControl.reset();
      data.stop();
      await session.end();
    },
  };
};

export type Playground = Awaited<ReturnType<typeof openPlayground>>;
