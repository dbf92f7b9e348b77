import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { shippedFacts } from '../../src/facts/facts.ts';
import { callTool } from '../../src/mcp/call-tool.ts';
import { toolRoute } from '../../src/mcp/tool-route.ts';
import { createLog } from '../../src/slack/log.ts';
import { NOW } from './core.ts';
import { SIGNING_SECRET } from './slash-command.ts';

/**
 * The tools over HTTP, ours or the smallest server of the same package, which returns our result of a 50 bp cut as a
 * constant and checks nobody's signature. Prints its port, and tells whoever started it what processor time it has used.
 */

const facts = shippedFacts(NOW);

const ours = () => {
  const { open } = toolRoute({ signingSecret: SIGNING_SECRET, facts: () => facts, log: createLog('warn') });
  return open(async () => true);
};

const bare = () => {
  const result = callTool('rate_move', { direction: 'cut', sizeBps: 50 }, facts, () => undefined);
  if (result === undefined) throw new Error('no result to return');
  const input = z.object({ direction: z.enum(['cut', 'hike', 'hold']), sizeBps: z.number() });
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'bare', version: '1' });
    server.registerTool('rate_move', { description: 'A constant', inputSchema: input }, () => result);
    return server;
  });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const body = Buffer.concat(parts).toString();
    const answer = await handler.fetch(new Request('http://localhost/mcp', { method: 'POST', headers, body }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    for await (const part of answer.body ?? []) response.write(part);
    response.end();
  };
};

const answer = process.argv[2] === 'bare' ? bare() : ours();
const server = createServer((request, response) => void answer(request, response));
await once(server.listen(0, '127.0.0.1'), 'listening');
process.on('message', () => process.send?.(process.cpuUsage()));
process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
