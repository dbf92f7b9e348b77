import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serve, signedFetch } from './calling.ts';

/**
 * The protocol's own suite, as far as it asks for what is here: its scenarios for resources, prompts, completion and tools of
 * its own have nothing to ask. It signs nothing, so that a server in between does.
 */

const SUITE = resolve(import.meta.dirname, '../../node_modules/@modelcontextprotocol/conformance/dist/index.js');
const run = promisify(execFile);

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** Passes requests on, signed. */
const signing = async (to: URL): Promise<string> => {
  const passOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const named = Object.entries(request.headers).filter(([name]) => /^(?:content-type|accept|mcp-.*)$/.test(name));
    const headers = Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
    const { method = 'POST' } = request;
    const body = await bodyOf(request);
    const answer = await signedFetch(to, { method, headers, ...(method === 'POST' && { body }) });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(await answer.text());
  };
  const server = createServer((request, response) => void passOn(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
};

describe('the conformance suite', () => {
  it.each(['server-initialize', 'ping', 'tools-list'])('is passed: %s', async (scenario) => {
    const url = await signing((await serve()).url);
    const { stdout } = await run(process.execPath, [SUITE, 'server', '--url', url, '--scenario', scenario]);
    expect(stdout).toMatch(/Passed: (\d+)\/\1, 0 failed, 0 warnings/);
  });
});
