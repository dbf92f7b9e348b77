import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { acceptWebSocket, type WebSocketPeer } from './web-socket.ts';

/** Slack's end of Socket Mode. @see https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface SocketLink {
  /** Handed to the server for requests that ask for a WebSocket. */
  readonly accept: (request: IncomingMessage, socket: Duplex) => void;
  /** How many connections were ever opened. */
  readonly opened: () => number;
  readonly open: () => number;
  readonly pongs: () => number;
  /** Sends an envelope over the newest connection and waits for its acknowledgement. */
  readonly deliver: (type: 'slash_commands' | 'interactive' | 'events_api', payload: object) => Promise<SocketAck>;
  /** Tells the newest connection that it ends. */
  readonly disconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') => void;
  readonly close: () => void;
}

interface SocketAck {
  readonly payload: unknown;
  readonly ackMs: number;
}

const HELLO = {
  type: 'hello',
  num_connections: 1,
  connection_info: { app_id: 'A0DESK' },
  debug_info: { host: 'fake-slack', approximate_connection_time: 3_600 },
};

export const createSocketLink = (): SocketLink => {
  const peers: WebSocketPeer[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  let opened = 0;
  let pongs = 0;
  let envelopes = 0;

  const onText = (text: string): void => {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: unknown };
    waiting.get(id)?.(payload);
    waiting.delete(id);
  };

  const newest = (): WebSocketPeer => {
    const peer = peers.at(-1);
    if (peer === undefined) throw new Error('no connection is open');
    return peer;
  };

  return {
    accept: (request, socket) => {
      const peer = acceptWebSocket(request, socket, {
        onText,
        onPong: () => {
          pongs += 1;
        },
        onClose: () => void peers.splice(peers.indexOf(peer), 1),
      });
      peers.push(peer);
      opened += 1;
      peer.send(JSON.stringify(HELLO));
      peer.ping();
    },
    opened: () => opened,
    open: () => peers.length,
    pongs: () => pongs,
    deliver: async (type, payload) => {
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      const start = performance.now();
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(id, resolve);
      newest().send(JSON.stringify({ envelope_id: id, type, accepts_response_payload: true, payload }));
      return { payload: await promise, ackMs: performance.now() - start };
    },
    disconnect: (reason) => newest().send(JSON.stringify({ type: 'disconnect', reason, debug_info: HELLO.debug_info })),
    close: () => {
      for (const peer of peers) peer.close();
    },
  };
};
