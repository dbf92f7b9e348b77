import { BOT } from '../cast.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { agentMethods } from './agent-methods.ts';
import { type Answer, refusal } from './answer.ts';
import type { Arguments } from './arguments.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import { messageIn } from './sent.ts';
import { viewMethods } from './view-methods.ts';

/** The part of Slack's Web API that the bot calls, as Slack answers on an ordinary day. */
export const createWebApi = (workspace: Workspace) => {
  const methods = new Map(
    [agentMethods, chatMethods, conversationMethods, fileMethods, viewMethods].flatMap((some) =>
      Object.entries(some(workspace)),
    ),
  );
  return (method: string, given: Arguments, authorization = ''): Answer => {
    if (authorization !== `Bearer ${BOT.token}`) return refusal('invalid_auth');
    return methods.get(method)?.(given) ?? refusal('unknown_method');
  };
};

interface Responded {
  readonly status: 200 | 400 | 404;
  readonly body: string;
}

/** Takes an answer by a response address: a message to who asked, or to all, or in the place of the one clicked. */
export const respond = (workspace: Workspace, id: string, given: Arguments): Responded => {
  const origin = workspace.responseUrls.use(id);
  if (origin === undefined) return { status: 404, body: 'used_url' };
  const { messages } = workspace;
  const { person, channel, ts } = origin;
  const clicked = ts === undefined ? undefined : messages.of(channel, ts);
  if (given['delete_original'] === true) {
    if (clicked !== undefined) messages.remove(channel, clicked.ts);
    return { status: 200, body: 'ok' };
  }
  const isReplaced = given['replace_original'] === true && clicked !== undefined;
  const onlyFor = isReplaced ? clicked.onlyFor : given['response_type'] === 'in_channel' ? undefined : person;
  const named = given['thread_ts'];
  const threadTs = isReplaced ? clicked.threadTs : typeof named === 'string' ? named : undefined;
  const read = messageIn(workspace, { method: 'response_url', given }, { channel, threadTs, onlyFor });
  if ('error' in read) return { status: 400, body: read.error };
  if (isReplaced) messages.change(channel, clicked.ts, read.message);
  else messages.add(read.message);
  return { status: 200, body: 'ok' };
};
