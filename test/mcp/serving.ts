import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createToolDoor, type ToolDoorParts } from '../../src/mcp/tool-door.ts';
import { nowSeconds, SIGNING_SECRET, signatureOf } from '../doubles/sending.ts';
import { FACTS } from './calling.ts';

/** The door over HTTP on this machine, and requests to it as Slack signs them. */

export const TEAM = 'T0DESK';
export const SLACK_CALLER = { user_id: 'U0MIA', team_id: TEAM, enterprise_id: null };

interface Served {
  readonly url: URL;
  /** What was refused, in order. */
  readonly refused: readonly number[];
  /** What failed, in order. */
  readonly failures: readonly unknown[];
}

/** Serves the tools until the test ends. */
export const serve = async (more: Partial<ToolDoorParts> = {}): Promise<Served> => {
  const refused: number[] = [];
  const failures: unknown[] = [];
  const door = createToolDoor({
    signingSecret: SIGNING_SECRET,
    facts: () => FACTS,
    isOurs: async (team) => team === TEAM,
    clock: Date.now,
    blocksDropped: (_, problems) => void failures.push(problems),
    failed: (_, error) => {
      failures.push(error);
      return 'e1';
    },
    refused: (status) => void refused.push(status),
    answered: () => undefined,
    ...more,
  });
  const server = createServer((request, response) => void door(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`), refused, failures };
};

type Headers = Readonly<Record<string, string>>;

/** The answer to a JSON-RPC message, whichever way it was sent. */
export interface Answer {
  readonly status: number;
  readonly message:
    | { readonly id?: unknown; readonly result?: unknown; readonly error?: { code: number; message: string } }
    | undefined;
  readonly headers: globalThis.Headers;
}

const messageIn = (body: string): Answer['message'] => {
  const data = /^data: (.*)$/m.exec(body)?.[1] ?? body;
  return data === '' ? undefined : (JSON.parse(data) as Answer['message']);
};

/** Posts a body signed as Slack signs it; headers given take the place of the signature's. */
export const postSigned = async (url: URL, body: string, headers: Headers = {}): Promise<Answer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureOf(body, SIGNING_SECRET, nowSeconds()), ...headers },
    body,
  });
  return { status: response.status, message: messageIn(await response.text()), headers: response.headers };
};

/** A call of a tool as Slackbot makes it. */
export const callBody = (name: string, args: unknown = {}, slack: unknown = SLACK_CALLER): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: args, ...(slack !== undefined && { _meta: { slack } }) },
  });

/** A fetch that signs what it sends, for clients that know nothing of Slack. */
export const signedFetch: typeof fetch = (input, init = {}) => {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(signatureOf(String(init.body ?? ''), SIGNING_SECRET, nowSeconds()))) {
    headers.set(name, value);
  }
  return fetch(input, { ...init, headers });
};
