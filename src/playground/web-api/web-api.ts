import { z } from 'zod';
import { BOT, CHANNELS, PEOPLE } from '../cast.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Answer, type Arguments, type Methods, messageIn, refusal, viewIn } from './call.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';

const PromptsSchema = z.looseObject({
  channel_id: z.string(),
  prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4),
});
const StatusSchema = z.looseObject({ status: z.enum(['processing', 'active', 'suspended', 'closed']) });

/** What an agent may do in its Messages tab. */
export const agentMethods = ({ prompts, emit }: Workspace): Methods => ({
  'assistant.threads.setSuggestedPrompts': (given) => {
    const read = PromptsSchema.safeParse(given);
    if (!read.success) return refusal('invalid_arguments');
    const person = CHANNELS.find(({ id }) => id === read.data.channel_id)?.person;
    if (person === undefined) return refusal('channel_not_found');
    prompts.set(person, read.data.prompts);
    emit({ kind: 'prompts', person, prompts: read.data.prompts });
    return { ok: true };
  },
  // whether the bot works on something shows by itself
  'agents.sessions.setStatus': (given) =>
    StatusSchema.safeParse(given).success ? { ok: true } : refusal('invalid_arguments'),
});

const AnnouncedSchema = z.looseObject({ filename: z.string().min(1), length: z.coerce.number().int().positive() });
const CompletedSchema = z.looseObject({
  files: z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1),
  channel_id: z.string(),
  thread_ts: z.string().optional(),
  initial_comment: z.string().default(''),
});

/** The methods by which the bot sends a file. */
export const fileMethods = (workspace: Workspace): Methods => {
  const { files, members, messages, isSynthetic } = workspace;
  return {
    'files.getUploadURLExternal': (given) => {
      const read = AnnouncedSchema.safeParse(given);
      if (!read.success) return refusal('invalid_arguments');
      const { id, url } = files.announce(read.data.filename);
      return { ok: true, file_id: id, upload_url: url };
    },
    'files.completeUploadExternal': (given) => {
      const read = CompletedSchema.safeParse(given);
      if (!read.success) return refusal('invalid_arguments');
      const { channel_id: channel, thread_ts: threadTs, initial_comment: text } = read.data;
      if (!members.has(channel)) return refusal('channel_not_found');
      for (const { id, title } of read.data.files) {
        const file = files.take(id);
        if (file === undefined) return refusal('file_not_found');
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

/** The methods by which the bot opens modals and draws Home tabs. */
export const viewMethods = (workspace: Workspace): Methods => {
  const { views, triggers } = workspace;
  return {
    'views.open': (given) => {
      const trigger = triggers.use(given['trigger_id']);
      if ('error' in trigger) return refusal(trigger.error);
      const read = viewIn(workspace, { method: 'views.open', given }, 'modal', trigger.person);
      if ('error' in read) return read;
      return { ok: true, view: { ...read.view, id: views.open(trigger.person, read.view).id } };
    },
    'views.update': (given) => {
      const id = String(given['view_id']);
      const modal = views.modal(id);
      if (modal === undefined) return refusal('not_found');
      const read = viewIn(workspace, { method: 'views.update', given }, 'modal', modal.person);
      if ('error' in read) return read;
      views.redraw(id, read.view);
      return { ok: true, view: { ...read.view, id } };
    },
    'views.publish': (given) => {
      const person = String(given['user_id']);
      if (!PEOPLE.some(({ id }) => id === person)) return refusal('user_not_found');
      const read = viewIn(workspace, { method: 'views.publish', given }, 'home', person);
      if ('error' in read) return read;
      return { ok: true, view: { ...read.view, id: views.publish(person, read.view) } };
    },
  };
};

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
