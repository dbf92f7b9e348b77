import { randomBytes } from 'node:crypto';
import { TOOL_PATH } from '../mcp/index.ts';
import { signatureOf } from '../signed-request.ts';
import type { ToolCall, ToolInfo, ToolReply } from './protocol.ts';
import { TEAM } from './seed.ts';

/**
 * Slackbot's side of the tools, without its model: calls go to the door as Slack sends them, signed, over HTTP. Who calls
 * chooses the tool and fills in its arguments.
 */

/** Signs the calls of this process; another one has another. */
export const SIGNING_SECRET = randomBytes(16).toString('hex');

const MS_A_SECOND = 1_000;

interface Answer {
  readonly result?: {
    readonly tools?: readonly ToolInfo[];
    readonly content?: readonly { readonly text?: string }[];
    readonly isError?: boolean;
    readonly structuredContent?: unknown;
    readonly _meta?: { readonly slack?: { readonly blocks?: readonly unknown[] } };
  };
  readonly error?: { readonly message: string };
}

/** An answer comes as JSON, or as the data of one event. */
const answerIn = (body: string): Answer => JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? body) as Answer;

/** @param address where the playground listens: `http://127.0.0.1:3000` */
export const createSlackbot = (address: string) => {
  const post = async (message: object): Promise<{ readonly status: number; readonly answer: Answer }> => {
    const body = JSON.stringify(message);
    const seconds = String(Math.floor(Date.now() / MS_A_SECOND));
    const response = await fetch(`${address}${TOOL_PATH}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': signatureOf(SIGNING_SECRET, seconds, Buffer.from(body)),
      },
      body,
    });
    return { status: response.status, answer: answerIn(await response.text()) };
  };

  return {
    list: async (): Promise<readonly ToolInfo[]> => {
      const { answer } = await post({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
      return answer.result?.tools ?? [];
    },
    call: async ({ user, name, arguments: given }: ToolCall): Promise<ToolReply> => {
      const slack = { user_id: user, team_id: TEAM.id, enterprise_id: null };
      const params = { name, arguments: given, _meta: { slack } };
      const sent = { jsonrpc: '2.0', id: 1, method: 'tools/call', params };
      const { status, answer } = await post(sent);
      const { result, error } = answer;
      return {
        ...{ status, sent },
        text: result?.content?.map(({ text = '' }) => text).join('\n') ?? error?.message ?? '',
        isError: error !== undefined || result?.isError === true,
        blocks: result?._meta?.slack?.blocks ?? [],
        ...(result?.structuredContent !== undefined && { structured: result.structuredContent }),
      };
    },
  };
};
