import type { LiveSettings, MarketSettings } from '../market-data/index.ts';
import type { Log } from '../slack/index.ts';
import type { IsoInstant } from '../units.ts';
import { say } from './acts/saying.ts';
import { closeModal, openTab, operate, submit } from './acts/using.ts';
import { BOT, CHANNELS, COMMANDS, OWN_COMMANDS, PEOPLE, SUGGESTIONS } from './cast.ts';
import { createClock, createRunning } from './clock.ts';
import { openData } from './data.ts';
import type { Act, Acted, Change, Emit, State } from './protocol.ts';
import { beginSession } from './session.ts';

/** What the playground is made from. */
export interface PlaygroundParts {
  /** The data to begin with. */
  readonly market: MarketSettings;
  /** What data are where a person chooses live ones. */
  readonly live: LiveSettings;
  /** The clock of the machine. */
  readonly now: () => IsoInstant;
  readonly log: Log;
}

/** Hands every change to all who follow, in order. */
export const createChanges = () => {
  const followers = new Set<(change: Change) => void>();
  return {
    emit: (change: Change): void => {
      for (const follower of followers) follower(change);
    },
    /** @returns ends it */
    follow: (follower: (change: Change) => void): (() => void) => {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
};

/** Whether the bot works on something, for the page to show. */
export const createWorking = (emit: Emit) => {
  let underWay = 0;
  const count = (by: 1 | -1): void => {
    underWay += by;
    // begun, or ended
    if (underWay === (by === 1 ? 1 : 0)) emit({ kind: 'working', isWorking: underWay > 0 });
  };
  return {
    isWorking: (): boolean => underWay > 0,
    during: <T>(work: Promise<T>): Promise<T> => {
      count(1);
      return work.finally(() => count(-1));
    },
  };
};

/** What is the same in every session. */
const CAST: Pick<State, 'botName' | 'people' | 'channels' | 'commands' | 'suggestions'> = {
  botName: BOT.name,
  people: PEOPLE,
  channels: CHANNELS.map(({ isMember: _, ...channel }) => channel),
  commands: [...COMMANDS, ...OWN_COMMANDS].map(({ name, description, usageHint }) => ({
    ...{ name, description, usageHint },
  })),
  suggestions: SUGGESTIONS,
};

/**
 * The local workspace with the bot in it.
 *
 * @param address where its Web API is reached already: `http://127.0.0.1:3000`
 */
export const openPlayground = async ({ market, live, now: machine, log }: PlaygroundParts, address: string) => {
  const { emit, follow } = createChanges();
  const clock = createClock(machine);
  const { now } = clock;
  const data = await openData({ settings: market, live, now, emit });
  const { during, isWorking } = createWorking(emit);
  const reportFault = (error: unknown): void => log.error({ error: String(error) }, 'the playground failed');
  const begin = () =>
    beginSession({
      ...{ address, now, emit, log, isSynthetic: data.isSynthetic, facts: data.facts },
      during: (work) => void during(work).catch(reportFault),
    });

  let session = begin();
  let ready: Promise<unknown> = Promise.resolve();
  const running = createRunning({ clock, data, emit, runDue: () => session.runDue() });

  const state = (): State => {
    const { messages, views, prompts } = session.workspace;
    return {
      ...CAST,
      ...{ messages: messages.all(), modals: views.modals(), homes: views.homes() },
      ...{ prompts: Object.fromEntries(prompts), clock: running.state(), data: data.state(), isWorking: isWorking() },
    };
  };

  const startOver = async (): Promise<void> => {
    await running.reset();
    await session.end();
    session = begin();
    await session.start();
    emit({ kind: 'state', state: state() });
  };

  const carryOut = async (act: Act): Promise<Acted> => {
    const { workspace, deliver } = session;
    switch (act.kind) {
      case 'say':
        return say(workspace, deliver, act);
      case 'use':
        return operate(workspace, deliver, act);
      case 'submit':
        return submit(workspace, deliver, act);
      case 'close':
        return closeModal(workspace, act);
      case 'open home':
        return openTab(workspace, deliver, act.as, 'home');
      case 'open direct message':
        return openTab(workspace, deliver, act.as, 'messages');
      case 'use data':
        return data.choose(act.source);
      case 'use csv':
        return data.chooseCsv(act.name, act.text);
      case 'set clock':
        await during(act.to === null ? running.release() : running.moveTo(act.to));
        return { ok: true };
      case 'run':
        await during(running.run(act.minutes));
        return { ok: true };
      case 'start over':
        ready = ready.then(startOver, startOver);
        await ready;
        return { ok: true };
    }
  };

  return {
    /** Starts the bot; its Web API is to be reached by now. */
    start: (): Promise<void> => session.start(),
    state,
    follow,
    /** Does what a person does, once a new beginning that is under way has ended. Never rejects. */
    act: async (act: Act): Promise<Acted> => {
      try {
        await ready;
        return await carryOut(act);
      } catch (error) {
        reportFault(error);
        return {
          ok: false,
          problem: 'That failed on our side: the terminal that runs the playground names the error.',
        };
      }
    },
    session: () => session,
    stop: async (): Promise<void> => {
      await running.reset();
      data.stop();
      await session.end();
    },
  };
};

export type Playground = Awaited<ReturnType<typeof openPlayground>>;
