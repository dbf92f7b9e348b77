import { type CallToolResult, type McpServerFactory, ProtocolError, Server } from '@modelcontextprotocol/server';
import manifest from '../../manifest.json' with { type: 'json' };
import type { Facts } from '../facts/index.ts';
import { callTool } from './call-tool.ts';
import { TOOL_LIST } from './tool-list.ts';

/** The server of the tools: the same over HTTP, where each request has one of its own, and over stdio. */

const INSTRUCTIONS =
  'Rotation Desk computes what moves of the Fed’s rate do to a small and a large example company, compares the Russell 2000 with the S&P 500, and cites analyst views from five notes. Its figures are computed, not generated: repeat them as they are, with units, sources and days, and pass on what an answer says is missing. It gives no investment advice.';

const NAME = manifest.display_information.name;
/** Of the tools: it changes where one of them asks for or answers something else. */
const VERSION = '1.0.0';
const INVALID_PARAMS = -32_602;
const MOST_NAME = 60;

/** What the server is made from. */
export interface ToolServerParts {
  /** Taken anew for each call, without waiting for anything. */
  readonly facts: () => Facts;
  /** Gets the ways in which Slackbot would drop the blocks of a result, which then goes as text. */
  readonly blocksDropped: (tool: string, problems: readonly string[]) => void;
  /** Gets a call's failure. @returns the id that the caller is told */
  readonly failed: (tool: string, error: unknown) => string;
}

const failure = (id: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: `That failed on Rotation Desk’s side, and nothing was computed. Error ${id}.` }],
});

/** Makes a server; it keeps nothing between two calls. */
export const createToolServer =
  ({ facts, blocksDropped, failed }: ToolServerParts): McpServerFactory =>
  () => {
    const server = new Server(
      { name: 'rotation-desk', title: NAME, version: VERSION },
      { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
    );
    server.setRequestHandler('tools/list', () => ({ tools: TOOL_LIST }));
    server.setRequestHandler('tools/call', ({ params: { name, arguments: given } }) => {
      const answered = (): CallToolResult | undefined => {
        try {
          return callTool(name, given, facts(), blocksDropped);
        } catch (error) {
          return failure(failed(name.slice(0, MOST_NAME), error));
        }
      };
      const result = answered();
      if (result === undefined) throw new ProtocolError(INVALID_PARAMS, `There is no tool ${name.slice(0, MOST_NAME)}`);
      return result;
    });
    return server;
  };
