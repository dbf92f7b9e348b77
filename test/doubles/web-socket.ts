import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's part of RFC 6455 that Socket Mode needs: whole text frames, ping and pong, the close handshake. */

const KEY_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const FINAL = 0x80;
const OPCODES = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

export interface WebSocketPeer {
  readonly send: (text: string) => void;
  readonly ping: () => void;
  /** Starts the close handshake; the peer's answer ends the connection. */
  readonly close: () => void;
}

interface WebSocketEvents {
  readonly onText: (text: string) => void;
  readonly onPong?: () => void;
  readonly onClose: () => void;
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly length: number;
}

/** The first frame in the bytes received so far; nothing while it is incomplete. A client masks every frame. */
const firstFrame = (bytes: Buffer): Frame | undefined => {
  if (bytes.length < 2) return undefined;
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1)];
  if ((first & FINAL) === 0 || (second & 0x80) === 0) throw new Error('the fake Slack reads whole, masked frames only');
  const short = second & 0x7f;
  const maskAt = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < maskAt + 4) return undefined;
  const size = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  const length = maskAt + 4 + size;
  if (bytes.length < length) return undefined;
  const mask = bytes.subarray(maskAt, maskAt + 4);
  const payload = Buffer.from(bytes.subarray(maskAt + 4, length)).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return { opcode: first & 0x0f, payload: Buffer.from(payload), length };
};

const frame = (opcode: number, payload: Buffer): Buffer => {
  const size = payload.length;
  if (size < 126) return Buffer.concat([Buffer.from([FINAL | opcode, size]), payload]);
  const head = Buffer.alloc(size < 65_536 ? 4 : 10);
  head.writeUInt8(FINAL | opcode, 0);
  head.writeUInt8(size < 65_536 ? 126 : 127, 1);
  if (size < 65_536) head.writeUInt16BE(size, 2);
  else head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, payload]);
};

/** Completes the opening handshake on a socket that asked for an upgrade. */
export const acceptWebSocket = (request: IncomingMessage, socket: Duplex, events: WebSocketEvents): WebSocketPeer => {
  const key = request.headers['sec-websocket-key'] ?? '';
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${hash('sha1', key + KEY_SUFFIX, 'base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  const write = (opcode: number, payload: Buffer = Buffer.alloc(0)): void => {
    if (socket.writable) socket.write(frame(opcode, payload));
  };

  let closing = false;
  const take = ({ opcode, payload }: Frame): void => {
    if (opcode === OPCODES.text) events.onText(payload.toString());
    else if (opcode === OPCODES.ping) write(OPCODES.pong, payload);
    else if (opcode === OPCODES.pong) events.onPong?.();
    else if (opcode === OPCODES.close) {
      if (!closing) write(OPCODES.close, payload);
      socket.end();
    }
  };

  let received: Buffer = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (let next = firstFrame(received); next; next = firstFrame(received)) {
      received = received.subarray(next.length);
      take(next);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', events.onClose);

  return {
    send: (text) => write(OPCODES.text, Buffer.from(text)),
    ping: () => write(OPCODES.ping),
    close: () => {
      closing = true;
      write(OPCODES.close, Buffer.from([0x03, 0xe8]));
    },
  };
};
