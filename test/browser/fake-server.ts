import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  type ActionResult,
  PATHS,
  type PlaygroundState,
  type PostedMessage,
  type UserAction,
} from '../../src/playground/protocol.ts';
import { readPageFile } from '../../src/playground/server/routes.ts';
import { isoInstant } from '../../src/units.ts';

const NOW = isoInstant('2026-11-20T14:30:00Z');

/** The page over a state of the test's own, for what the bot does not send, or not yet. */
interface FakeServer {
  readonly address: string;
  /** The actions sent from the page, in order. */
  readonly actions: UserAction[];
  /** What the page is answered next; `{ ok: true }` unless said. */
  readonly answers: ActionResult[];
  readonly close: () => Promise<void>;
}

export const MAYA = { id: 'U1', name: 'Maya', initials: 'MA', timeZone: 'America/New_York', isAdmin: true };

export const stateWith = (more: Partial<PlaygroundState>): PlaygroundState => ({
  botName: 'Rotation Desk',
  users: [MAYA, { ...MAYA, id: 'U2', name: 'Jonas', timeZone: 'Europe/Stockholm' }],
  channels: [
    { id: 'C1', name: 'macro', kind: 'channel' },
    { id: 'C2', name: 'general', kind: 'channel' },
    { id: 'D1', name: 'Rotation Desk', kind: 'direct message', user: 'U1' },
    { id: 'D2', name: 'Rotation Desk', kind: 'direct message', user: 'U2' },
  ],
  commands: [],
  shortcuts: [],
  suggestions: [],
  messages: [],
  modals: [],
  homes: {},
  prompts: {},
  isWorking: false,
  clock: { now: NOW, isSet: false },
  data: { source: 'notes', label: 'the notes' },
  ...more,
});

/** A message of the bot's with these blocks, whether or not the bot's own types know them. */
export const botMessage = (blocks: readonly object[], more: Partial<PostedMessage> = {}): PostedMessage => ({
  ...{ channel: 'C1', ts: '1.000001', author: 'bot', at: NOW, text: 'said' },
  blocks: blocks.map((block, index) => ({ block_id: `b${index}`, ...block })) as unknown as PostedMessage['blocks'],
  ...more,
});

export const startFakeServer = async (state: PlaygroundState): Promise<FakeServer> => {
  const actions: UserAction[] = [];
  const answers: ActionResult[] = [];
  const answered = async (request: IncomingMessage): Promise<ActionResult> => {
    actions.push((await json(request)) as UserAction);
    return answers.shift() ?? { ok: true };
  };
  const server = createServer(async (request, response) => {
    if (request.url === PATHS.events) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify({ kind: 'state', state })}\n\n`);
    } else if (request.url === PATHS.action) {
      response.end(JSON.stringify(await answered(request)));
    } else {
      const file = await readPageFile(request.url ?? '/');
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.content);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    actions,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
