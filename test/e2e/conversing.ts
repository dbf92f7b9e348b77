import { expect } from 'vitest';
import type { IsoInstant } from '../../src/units.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, BOT_USER, isMention, mentionEvent, messageEvent } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import type { Workspace } from './workspace.ts';

/** The bot's name as Slack writes it in a message. */
export const BOT = `<@${BOT_USER}>`;

/** Long before any test: what Slack stamped a message with, never twice the same. */
let lastTs = 0;
export const newTs = (): string => {
  lastTs += 1;
  return `1795100000.${String(lastTs).padStart(6, '0')}`;
};

export interface SayOptions {
  readonly user?: string;
  readonly channel?: string;
  readonly thread?: string | undefined;
  /** Said again under the same ts. */
  readonly ts?: string;
  /** What else the event holds. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Which of the two events of a mention arrive, and in which order; both unless said. */
  readonly as?: readonly ('app_mention' | 'message')[];
  readonly retry?: number;
}

const EVENTS = { app_mention: mentionEvent, message: messageEvent };

/** People who write in a workspace. */
export const conversing = ({ slack, sender, log }: Pick<Workspace, 'slack' | 'sender' | 'log'>) => {
  const through = (): number =>
    log.entries().filter(({ outcome }) => outcome !== undefined).length + log.references().length;

  /** Waits until what was sent is through, one way or another. */
  const sent = async (events: readonly (() => Promise<unknown>)[]): Promise<void> => {
    const before = through();
    for (const send of events) await send();
    await eventually(() => expect(through()).toBeGreaterThanOrEqual(before + events.length));
  };

  /** Somebody writes; resolves with the ts of the message once the bot is through with it. */
  const say = async (text: string, options: SayOptions = {}): Promise<string> => {
    const { user = ASKER, channel = MEMBER, thread, ts = newTs(), more = {}, retry } = options;
    const twins =
      isMention(text) && !channel.startsWith('D') ? (['app_mention', 'message'] as const) : (['message'] as const);
    const written = { text, user, channel, ts, threadTs: thread, more };
    await sent((options.as ?? twins).map((kind) => () => sender.sendEvent(EVENTS[kind](written), retry)));
    return ts;
  };

  /** Somebody writes; what everybody sees of the bot's doing since. */
  const ask = async (text: string, options: SayOptions = {}): Promise<readonly Shown[]> => {
    const before = slack.posted.length;
    await say(text, options);
    return slack.posted.slice(before);
  };

  return { sent, say, ask };
};

/** The type of a brief's metadata, by which briefs that were posted earlier are found again: it never changes. */
const EVENT_TYPE = 'rotation_desk_brief';

/** The slot in a brief's metadata; undefined for any other message. */
const slotOf = ({ metadata }: Shown): string | undefined => {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as {
    readonly event_type?: string;
    readonly event_payload?: { readonly slot?: string };
  };
  return type === EVENT_TYPE ? payload?.slot : undefined;
};

export const slotsIn = (posted: readonly Shown[]): readonly string[] => posted.flatMap((one) => slotOf(one) ?? []);

export const briefsIn = (posted: readonly Shown[]): readonly Shown[] =>
  posted.filter((one) => slotOf(one) !== undefined);

const MINUTE_MS = 60_000;

/** Lets the clock run in steps, and deals with what is due at each. */
export const runTo = async (
  { runDue }: Workspace,
  clock: { now: IsoInstant },
  end: IsoInstant,
  minutes: number,
): Promise<void> => {
  while (clock.now < end) {
    clock.now = new Date(Date.parse(clock.now) + minutes * MINUTE_MS).toISOString() as IsoInstant;
    await runDue();
  }
};

/** People who type `/brief`. */
export const briefing = (workspace: Workspace) => {
  const type = (words: string, { user = ASKER, channel = MEMBER } = {}): Promise<void> =>
    conversing(workspace).sent([() => workspace.type(words, { command: '/brief', user, channel })]);
  return {
    type,
    /** What the person alone reads of it. */
    privateReplyTo: async (words: string, options?: Parameters<typeof type>[1]): Promise<string> => {
      const before = workspace.slack.privateReplies.length;
      await type(words, options);
      return workspace.slack.privateReplies
        .slice(before)
        .map(({ text }) => text)
        .join('\n');
    },
  };
};
