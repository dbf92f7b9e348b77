import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TOOL_NAMES } from '../../src/mcp/call-tool.ts';
import { serve, signedFetch } from './calling.ts';

/** The protocol's own client, over both ways. */

const ROOT = resolve(import.meta.dirname, '../..');
const REVISIONS = ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'];

type Way = 'http' | 'stdio';

const connected = async (way: Way, options: ConstructorParameters<typeof Client>[1] = {}): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' }, options);
  const transport =
    way === 'http'
      ? new StreamableHTTPClientTransport((await serve()).url, { fetch: signedFetch })
      : new StdioClientTransport({
          command: process.execPath,
          args: ['src/mcp.ts'],
          cwd: ROOT,
          env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e') },
        });
  onTestFinished(() => client.close());
  await client.connect(transport);
  return client;
};

describe.each<Way>(['http', 'stdio'])('the official client over %s', (way) => {
  it('initializes, lists and calls', async () => {
    const client = await connected(way);
    expect(client.getServerVersion()).toMatchObject({ name: 'rotation-desk', title: 'Rotation Desk' });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...TOOL_NAMES]);
    const result = await client.callTool({ name: 'rate_move', arguments: { direction: 'cut', sizeBps: 50 } });
    expect(result.isError).not.toBe(true);
    expect(JSON.stringify(result.content)).toContain('SmallCap net income +4.39%');
    expect(result.structuredContent).toMatchObject({ kind: 'rate-move' });
  });

  it('gets results that fit the output schema, from every tool', async () => {
    const client = await connected(way);
    await client.listTools();
    const given: Readonly<Record<string, Record<string, unknown>>> = {
      rate_move: { direction: 'hike', sizeBps: 25 },
      rate_needed: { wanted: 'net income up', by: 10 },
      own_companies: { direction: 'cut', sizeBps: 50 },
      fed_history: { ask: 'cycle' },
      explain_model: { aspect: 'formula' },
      note_figures: { figure: 'forward P/E' },
      about_rotation_desk: { about: 'can do' },
    };
    for (const name of TOOL_NAMES) {
      const result = await client.callTool({ name, arguments: given[name] ?? {} });
      expect([name, result.isError ?? false]).toEqual([name, false]);
    }
  });

  it('gets a wrong argument as a result and an unknown tool as an error', async () => {
    const client = await connected(way);
    const result = await client.callTool({ name: 'rate_move', arguments: { direction: 'sideways' } });
    expect(result).toMatchObject({ isError: true });
    expect(JSON.stringify(result.content)).toContain('Argument direction: must be one of cut, hike, hold');
    await expect(client.callTool({ name: 'nothing', arguments: {} })).rejects.toThrow(/There is no tool nothing/);
  });

  it('goes on after a call that was cancelled', async () => {
    const client = await connected(way);
    const cancelled = new AbortController();
    const call = client.callTool({ name: 'check_notes', arguments: {} }, { signal: cancelled.signal });
    cancelled.abort('no longer wanted');
    await expect(call).rejects.toThrow();
    await expect(client.callTool({ name: 'fed_outlook', arguments: {} })).resolves.toMatchObject({ content: [{}] });
  });

  it.each(REVISIONS)('speaks the revision of %s', async (revision) => {
    const client = await connected(way, { supportedProtocolVersions: [revision] });
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    expect((await client.listTools()).tools).toHaveLength(TOOL_NAMES.size);
  });

  it('speaks the revision of 2026-07-28, which has no handshake', async () => {
    const client = await connected(way, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
    const result = await client.callTool({ name: 'rate_move', arguments: { direction: 'cut', sizeBps: 50 } });
    expect(JSON.stringify(result.content)).toContain('+4.39%');
  });
});

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
