import { z } from 'zod';
import type { Workspace } from '../workspace/workspace.ts';
import { type Methods, refusal } from './answer.ts';

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
