import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in since the count began. */
interface CountedPosts {
  readonly posts: () => number;
  /** The most connections that were open at once. */
  readonly mostConnections: () => number;
  /** Messages are waited for again. */
  readonly stop: () => void;
}

export interface FakeSlack {
  readonly port: number;
  /**
   * Resolves when the next message for this channel has come in completely, with its form still encoded: decoding it
   * would take time from the apps.
   */
  readonly nextPost: (channel: string) => Promise<string>;
  /** From now on messages are counted, and none is waited for. */
  readonly countPosts: () => CountedPosts;
  /** Rejects on the first request that a bot in channels it belongs to has no reason to make. */
  readonly surprise: Promise<never>;
  readonly stop: () => void;
}

const POST_MESSAGE = '/api/chat.postMessage';

const REPLIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '/api/auth.test': { ok: true, url: 'http://127.0.0.1/', team_id: 'T1', user_id: 'U0', bot_id: 'B0' },
    '/api/conversations.info': { ok: true, channel: { id: 'C1', is_channel: true, is_member: true } },
    [POST_MESSAGE]: { ok: true, channel: 'C1', ts: '1700000000.000100' },
  }).map(([path, reply]) => [path, JSON.stringify(reply)]),
);

const CHANNEL = /(?:^|&)channel=([^&]+)/;

const readForm = (request: IncomingMessage, done: (form: string) => void): void => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => done(Buffer.concat(parts).toString('latin1')));
};

/** As much of Slack as a bot needs to answer slash commands: it says yes to everything. */
export const startFakeSlack = async (): Promise<FakeSlack> => {
  const waiting = new Map<string, (form: string) => void>();
  const { promise: surprise, reject } = Promise.withResolvers<never>();
  surprise.catch(() => undefined);
  let isCounting = false;
  let posts = 0;
  let connections = 0;
  let mostConnections = 0;
  // an app that waits for its turn finds its connections still open
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const path = request.url ?? '';
    readForm(request, (form) => {
      const reply = REPLIES.get(path);
      response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(reply ?? '{"ok":false}');
      if (reply === undefined) reject(new Error(`the fake Slack did not expect ${request.method} ${path}`));
      if (path !== POST_MESSAGE) return;
      if (isCounting) {
        posts += 1;
        return;
      }
      const channel = CHANNEL.exec(form)?.[1] ?? '';
      const take = waiting.get(channel);
      waiting.delete(channel);
      if (take) take(form);
      else reject(new Error(`the fake Slack did not expect a message for channel "${channel}"`));
    });
  });
  server.on('connection', (socket) => {
    connections += 1;
    mostConnections = Math.max(mostConnections, connections);
    socket.once('close', () => {
      connections -= 1;
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    nextPost: (channel) => new Promise((resolve) => void waiting.set(channel, resolve)),
    countPosts: () => {
      isCounting = true;
      posts = 0;
      mostConnections = connections;
      return {
        posts: () => posts,
        mostConnections: () => mostConnections,
        stop: () => {
          isCounting = false;
        },
      };
    },
    surprise,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
