import { type CallToolResult, type McpServerFactory, ProtocolError, Server } from '@modelcontextprotocol/server';
import manifest from '../../manifest.json' with { type: 'json' };
import { BRIEF_TOOL } from '../brief/index.ts';
import { type Facts, haveSameAnswers, type OwnFacts } from '../facts/index.ts';

import { companiesTool } from '../topics/companies/tool.ts';
import { callTool, TOOL_LIST } from './call-tool.ts';
import { type Caller, callersIn } from './caller.ts';
import { callProposal, PROPOSE_TOOL, type ProposeNote } from './propose-note.ts';

/** The server of the tools: the same over HTTP, where each request has one of its own, and over stdio. */

const INSTRUCTIONS =
  'Rotation Desk computes what moves of the Fed’s rate do to a small and a large example company, compares the Russell 2000 with the S&P 500, and cites analyst views from five notes and those that the workspace has added. Its figures are computed, not generated: repeat them as they are, with units, sources and days, and pass on what an answer says is missing. It gives no investment advice.';

const NAME = manifest.display_information.name;
/** Of the tools: it changes where one of them asks for or answers something else. */
const VERSION = '1.0.0';
const INVALID_PARAMS = -32_602;
const MOST_NAME = 60;

/** What the server is made from. */
export interface ToolServerParts {
  /** Taken anew for each call, without waiting for anything. */
  readonly facts: () => Facts;
  /** What the workspace of whoever calls has of its own; undefined where it has nothing, or nobody is named. */
  readonly own?: ((caller: Caller | undefined) => Promise<OwnFacts | undefined>) | undefined;
  /** Keeps a draft of a note; where nothing can, there is no such tool. */
  readonly propose?: ProposeNote | undefined;
  /** Gets the ways in which Slackbot would drop the blocks of a result, which then goes as text. */
  readonly blocksDropped: (tool: string, problems: readonly string[]) => void;
  /** Gets a call's failure. @returns the id that the caller is told */
  readonly failed: (tool: string, error: unknown) => string;
}

const nameShown = (name: string): string => name.replace(/\W/g, '').slice(0, MOST_NAME);

const failure = (id: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: `That failed on Rotation Desk’s side, and nothing was computed. Error ${id}.` }],
});

const MOST_CACHED = 200;
const LONGEST_KEY = 2_000;

/**
 * Calls tools, and keeps the last two hundred results: the same call has the same result until the facts change. The
 * brief says how late it is, and is built each time.
 */
const createCalls = ({ facts, own: ownOf, propose, blocksDropped }: ToolServerParts) => {
  const cached = new Map<string, CallToolResult>();
  let cachedFrom: Facts | undefined;
  return async (name: string, given: unknown, caller: Caller | undefined): Promise<CallToolResult | undefined> => {
    const proposed = await callProposal(name, given, caller, propose);
    if (proposed !== undefined) return proposed;
    const own = await ownOf?.(caller);
    const companies = name === companiesTool.name ? own?.companies : undefined;
    const asked = facts();
    const now = own?.notes ? { ...asked, notes: own.notes } : asked;
    if (name === BRIEF_TOOL.name) return callTool(name, given, now, blocksDropped);
    if (cachedFrom === undefined || !haveSameAnswers(cachedFrom, now)) cached.clear();
    cachedFrom = now;
    const key = `${own?.version ?? ''} ${name} ${JSON.stringify(given)}`;
    const result = cached.get(key) ?? callTool(name, given, companies ? { ...now, companies } : now, blocksDropped);
    if (result === undefined || key.length > LONGEST_KEY) return result;
    cached.delete(key);
    cached.set(key, result);
    const [oldest] = cached.keys();
    if (cached.size > MOST_CACHED && oldest !== undefined) cached.delete(oldest);
    return result;
  };
};

/** Makes a server for each connection or request. */
export const createToolServer = (parts: ToolServerParts): McpServerFactory => {
  const call = createCalls(parts);
  return () => {
    const server = new Server(
      { name: 'rotation-desk', title: NAME, version: VERSION },
      { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
    );
    server.setRequestHandler('tools/list', () => ({ tools: parts.propose ? [...TOOL_LIST, PROPOSE_TOOL] : TOOL_LIST }));
    server.setRequestHandler('tools/call', async ({ params }) => {
      const { name, arguments: given } = params;
      const callers = callersIn({ params });
      const [caller] = callers === 'unreadable' ? [] : callers;
      const answered = async (): Promise<CallToolResult | undefined> => {
        try {
          return await call(name, given, caller);
        } catch (error) {
          return failure(parts.failed(nameShown(name), error));
        }
      };
      const result = await answered();
      if (result === undefined) throw new ProtocolError(INVALID_PARAMS, `There is no tool ${nameShown(name)}`);
      return result;
    });
    return server;
  };
};
