import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Filings } from '../../src/market-data/filings.ts';
import type { MarketSettings } from '../../src/market-data/settings.ts';
import { startPlayground } from '../../src/playground/index.ts';
import {
  type ActionResult,
  PATHS,
  type PlaygroundEvent,
  type PlaygroundState,
  type PostedMessage,
  type UserAction,
} from '../../src/playground/protocol.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import { eventually } from '../e2e/eventually.ts';

/** People at the playground, over HTTP as a page would. */

export const MAYA = 'U0MAYA';
export const JONAS = 'U0JONAS';
export const MACRO = 'C0MACRO';
export const RANDOM = 'C0RANDOM';
export const DIRECT = 'D0MAYA';
const TOKEN = 'xoxb-playground';

export const NOW = isoInstant('2026-11-20T14:30:00Z');

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';
const LIVE = {
  kind: 'live',
  ...{ yahooUrl: NOWHERE, cboeUrl: NOWHERE, newYorkFedUrl: NOWHERE, fredUrl: NOWHERE },
} as const;

export interface TestPlayground {
  readonly address: string;
  readonly state: () => Promise<PlaygroundState>;
  /** Does something and waits until the bot is through with it. */
  readonly act: (act: UserAction) => Promise<ActionResult>;
  /** Says something as Maya, unless told otherwise; what stands there since. */
  readonly say: (
    text: string,
    where?: Partial<Extract<UserAction, { kind: 'send text' }>>,
  ) => Promise<readonly PostedMessage[]>;
  /** Clicks a button by its label. */
  readonly click: (label: string, on: PostedMessage, as?: string) => Promise<readonly PostedMessage[]>;
  /** Every change since the beginning. */
  readonly changes: readonly PlaygroundEvent[];
  /** Calls the workspace's Web API as the bot does. */
  readonly call: (method: string, given: object, token?: string) => Promise<Record<string, unknown>>;
  /** What the clock of the machine shows from now on. */
  readonly machine: (to: IsoInstant) => void;
  readonly stop: () => Promise<void>;
}

interface Control {
  readonly action_id: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly value: string }[];
}

/** A control with the block it stands in. */
export interface Found extends Control {
  readonly blockId: string;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const controlsIn = (part: unknown): readonly Control[] => {
  if (!isObject(part)) return [];
  return 'action_id' in part ? [part as Control] : Object.values(part).flatMap(controlsIn);
};

/** Every control of a message or a view. */
export const controlsOf = ({ blocks }: { readonly blocks: readonly object[] }): readonly Found[] =>
  blocks.flatMap((block) =>
    controlsIn(block).map((control) => ({ ...control, blockId: (block as { block_id: string }).block_id })),
  );

export const labelled = (label: string, on: { readonly blocks: readonly object[] }): Found => {
  const found = controlsOf(on).find(({ text }) => text?.text.replaceAll('\u00a0', ' ') === label);
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return found;
};

export const headerOf = ({ blocks }: PostedMessage): string | undefined =>
  blocks.flatMap((block) => (block.type === 'header' ? block.text.text.replaceAll('\u00a0', ' ') : []))[0];

const followChanges = async (address: string, changes: PlaygroundEvent[], signal: AbortSignal): Promise<void> => {
  const response = await fetch(`${address}${PATHS.events}`, { signal });
  let rest = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = `${rest}${part}`.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events)
      if (event.startsWith('data: ')) changes.push(JSON.parse(event.slice(6)) as PlaygroundEvent);
  }
};

const open = async (market: MarketSettings, filings?: Filings): Promise<TestPlayground> => {
  let machineNow = NOW;
  const { address, stop } = await startPlayground(
    { host: 'localhost', port: 0, live: LIVE },
    { market, filings, now: () => machineNow, log: pino({ level: 'silent' }) },
  );
  const changes: PlaygroundEvent[] = [];
  const following = new AbortController();
  const followed = followChanges(address, changes, following.signal).catch(() => undefined);
  await eventually(() => expect(changes).toHaveLength(1), 15_000);

  const state = async (): Promise<PlaygroundState> =>
    (await fetch(`${address}${PATHS.state}`)).json() as Promise<PlaygroundState>;
  const act = async (wanted: UserAction): Promise<ActionResult> => {
    const response = await fetch(`${address}${PATHS.action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    const acted = (await response.json()) as ActionResult;
    await eventually(async () => expect((await state()).isWorking).toBe(false), 15_000);
    return acted;
  };
  const since = async (wanted: UserAction): Promise<readonly PostedMessage[]> => {
    const before = (await state()).messages.length;
    expect(await act(wanted)).toMatchObject({ ok: true });
    return (await state()).messages.slice(before);
  };
  return {
    address,
    state,
    act,
    changes,
    say: (text, where) => since({ user: MAYA, kind: 'send text', channel: MACRO, text, ...where }),
    click: (label, { channel, ts, blocks }, user = MAYA) => {
      const { blockId, action_id: actionId, value = '' } = labelled(label, { blocks });
      return since({ user, kind: 'block action', on: { kind: 'message', channel, ts }, blockId, actionId, value });
    },
    call: async (method, given, token = TOKEN) => {
      const response = await fetch(`${address}/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(given),
      });
      return (await response.json()) as Record<string, unknown>;
    },
    machine: (to) => {
      machineNow = to;
    },
    stop: async () => {
      following.abort();
      await followed;
      await stop();
    },
  };
};

/** A test that has a playground with the notes only, or opens one with other data. */
export const it = test
  .extend('play', ({ onTestFinished }) => async (market: MarketSettings = { kind: 'off' }, filings?: Filings) => {
    const playground = await open(market, filings);
    onTestFinished(playground.stop);
    return playground;
  })
  .extend('playground', ({ play }) => play());

/** The one of a list. */
export const only = <T>(all: readonly T[]): T => {
  expect(all).toHaveLength(1);
  return all[0] as T;
};
