import { z } from 'zod';
import { BOT, CHANNELS, USERS } from '../seed.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiArguments, type ApiMethods, type ApiResponse, apiError, parseMessage, parseView } from './call.ts';
import { chatMethods, conversationMethods } from './methods.ts';

const PromptsSchema = z.looseObject({
  channel_id: z.string(),
  prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4),
});
const StatusSchema = z.looseObject({ status: z.enum(['processing', 'active', 'suspended', 'closed']) });

/** The methods of an agent's Messages tab. */
const agentMethods = ({ prompts, emit }: Workspace): ApiMethods => ({
  'assistant.threads.setSuggestedPrompts': (given) => {
    const read = PromptsSchema.safeParse(given);
    if (!read.success) return apiError('invalid_arguments');
    const user = CHANNELS.find(({ id }) => id === read.data.channel_id)?.user;
    if (user === undefined) return apiError('channel_not_found');
    prompts.set(user, read.data.prompts);
    emit({ kind: 'prompts', user, prompts: read.data.prompts });
    return { ok: true };
  },
  // the page shows by itself whether the bot is working
  'agents.sessions.setStatus': (given) =>
    StatusSchema.safeParse(given).success ? { ok: true } : apiError('invalid_arguments'),
});

const AnnouncedSchema = z.looseObject({ filename: z.string().min(1), length: z.coerce.number().int().positive() });
const CompletedSchema = z.looseObject({
  files: z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1),
  channel_id: z.string(),
  thread_ts: z.string().optional(),
  initial_comment: z.string().default(''),
});

/** `files.*`: uploading a file and sharing it in a channel. */
const fileMethods = (workspace: Workspace): ApiMethods => {
  const { uploads, members, messages, isSynthetic } = workspace;
  return {
    'files.getUploadURLExternal': (given) => {
      const read = AnnouncedSchema.safeParse(given);
      if (!read.success) return apiError('invalid_arguments');
      const { id, url } = uploads.announce(read.data.filename);
      return { ok: true, file_id: id, upload_url: url };
    },
    'files.completeUploadExternal': (given) => {
      const read = CompletedSchema.safeParse(given);
      if (!read.success) return apiError('invalid_arguments');
      const { channel_id: channel, thread_ts: threadTs, initial_comment: text } = read.data;
      if (!members.has(channel)) return apiError('channel_not_found');
      for (const { id, title } of read.data.files) {
        const file = uploads.take(id);
        if (file === undefined) return apiError('file_not_found');
        messages.add({
          ...{ channel, author: 'bot', text, blocks: [], file: { ...file, title: title ?? file.name } },
          ...(threadTs !== undefined && { threadTs }),
          isSynthetic: isSynthetic(),
          sent: { method: 'files.completeUploadExternal', arguments: given },
        });
      }
      return { ok: true, files: read.data.files };
    },
  };
};

/** `views.*`: modals and Home tabs. */
const viewMethods = (workspace: Workspace): ApiMethods => {
  const { views, triggers } = workspace;
  // what is pushed stands before what was open, and goes by itself
  const open =
    (method: 'views.open' | 'views.push') =>
    (given: ApiArguments): ApiResponse => {
      const trigger = triggers.use(given['trigger_id']);
      if ('error' in trigger) return apiError(trigger.error);
      const read = parseView(workspace, { method, given }, 'modal', trigger.user);
      if ('error' in read) return read;
      return { ok: true, view: { ...read.view, id: views.open(trigger.user, read.view).id } };
    };
  return {
    'views.open': open('views.open'),
    'views.push': open('views.push'),
    'views.update': (given) => {
      const id = String(given['view_id']);
      const modal = views.modal(id);
      if (modal === undefined) return apiError('not_found');
      const read = parseView(workspace, { method: 'views.update', given }, 'modal', modal.user);
      if ('error' in read) return read;
      views.update(id, read.view);
      return { ok: true, view: { ...read.view, id } };
    },
    'views.publish': (given) => {
      const user = String(given['user_id']);
      if (!USERS.some(({ id }) => id === user)) return apiError('user_not_found');
      const read = parseView(workspace, { method: 'views.publish', given }, 'home', user);
      if ('error' in read) return read;
      return { ok: true, view: { ...read.view, id: views.publish(user, read.view) } };
    },
  };
};

/** The methods of Slack's Web API that the bot calls. */
export const createWebApi = (workspace: Workspace) => {
  const methods = new Map(
    [agentMethods, chatMethods, conversationMethods, fileMethods, viewMethods].flatMap((some) =>
      Object.entries(some(workspace)),
    ),
  );
  return (method: string, given: ApiArguments, authorization = ''): ApiResponse => {
    if (authorization !== `Bearer ${BOT.token}`) return apiError('invalid_auth');
    return methods.get(method)?.(given) ?? apiError('unknown_method');
  };
};

interface ResponseUrlResult {
  readonly status: 200 | 400 | 404;
  readonly body: string;
}

/** Handles a post to a response URL: an ephemeral message, a public one, or a replacement of the original. */
export const postToResponseUrl = (workspace: Workspace, id: string, given: ApiArguments): ResponseUrlResult => {
  const origin = workspace.responseUrls.use(id);
  if (origin === undefined) return { status: 404, body: 'used_url' };
  const { messages } = workspace;
  const { user, channel, ts } = origin;
  const clicked = ts === undefined ? undefined : messages.of(channel, ts);
  if (given['delete_original'] === true) {
    if (clicked !== undefined) messages.remove(channel, clicked.ts);
    return { status: 200, body: 'ok' };
  }
  const isReplaced = given['replace_original'] === true && clicked !== undefined;
  const onlyFor = isReplaced ? clicked.onlyFor : given['response_type'] === 'in_channel' ? undefined : user;
  const named = given['thread_ts'];
  const threadTs = isReplaced ? clicked.threadTs : typeof named === 'string' ? named : undefined;
  const read = parseMessage(workspace, { method: 'response_url', given }, { channel, threadTs, onlyFor });
  if ('error' in read) return { status: 400, body: read.error };
  if (isReplaced) messages.update(channel, clicked.ts, read.message);
  else messages.add(read.message);
  return { status: 200, body: 'ok' };
};
