import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import { utteranceOf } from '../../src/language/index.ts';
import { callTool, ResultSchema, type StructuredResult } from '../../src/mcp/call-tool.ts';
import { createToolDoor, type ToolDoorParts } from '../../src/mcp/tool-door.ts';
import type { SlackbotBlock } from '../../src/message/slackbot-blocks.ts';
import { NOTES } from '../../src/notes/index.ts';
import { type Question, QuestionSchema } from '../../src/topics/questions.ts';
import { TOPIC_TOOLS } from '../../src/topics/registry.ts';
import type { ToolContext } from '../../src/topics/tool.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';
import { isoInstant } from '../../src/units.ts';
import { nowSeconds, SIGNING_SECRET, signatureOf } from '../doubles/sending.ts';

/** Calls of tools, as they come out. */

export const FACTS = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));

const CONTEXT: ToolContext = { notes: NOTES, utteranceOf: (words) => utteranceOf(words, namesOf(NOTES)) };

interface Called {
  readonly isError: boolean;
  readonly text: string;
  readonly structured: StructuredResult | undefined;
  readonly blocks: readonly SlackbotBlock[];
}

/** Calls a tool, and expects that Slackbot would draw every block of what comes of it. */
export const call = (name: string, args: unknown = {}, facts = FACTS): Called => {
  const problems: string[] = [];
  const result = callTool(name, args, facts, (_, found) => problems.push(...found));
  expect(problems, JSON.stringify(args)).toEqual([]);
  if (result === undefined) throw new Error(`no tool ${name}`);
  const [content] = result.content;
  if (content?.type !== 'text') throw new Error('no text');
  const slack = result._meta?.['slack'] as { blocks: readonly SlackbotBlock[] } | undefined;
  return {
    isError: result.isError === true,
    text: content.text,
    structured: result.structuredContent === undefined ? undefined : ResultSchema.parse(result.structuredContent),
    blocks: slack?.blocks ?? [],
  };
};

/** The tool and the arguments that a button would carry for a question. */
export const toolFor = (question: Question): { name: string; args: unknown } | undefined => {
  for (const { name, argumentsFor } of TOPIC_TOOLS) {
    const args = argumentsFor(question);
    if (args !== undefined) return { name, args: JSON.parse(JSON.stringify(args)) };
  }
  return undefined;
};

/** What arguments stand for; the argument that is wrong, where one is. */
export const questionOf = (name: string, args: unknown): Question | string => {
  const tool = TOPIC_TOOLS.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  const mapped = tool.question(args, CONTEXT);
  return mapped.kind === 'wrong-argument' ? `${mapped.argument}: ${mapped.problem}` : QuestionSchema.parse(mapped);
};

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
