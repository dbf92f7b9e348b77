import { z } from 'zod';

/** A file of requests in free words, with the calls of tools that answer them: how well tools are chosen is judged by it. */

const CallSchema = z.strictObject({
  tool: z.string().min(1),
  arguments: z.record(z.string(), z.unknown()),
  /** Arguments that the answer to the call before gives; the values here are an example of them. */
  fromBefore: z.array(z.string().min(1)).nonempty().optional(),
});

const RequestSchema = z.strictObject({
  id: z.string().regex(/^T\d{2}$/),
  /** As it is typed to an assistant: no command, no name of a tool. */
  says: z.string().min(3).max(300),
  /** The day on which it is asked, where the arguments depend on it. */
  today: z.iso.date().optional(),
  /** The calls that answer it, in order; none where no tool should be called. */
  right: z.array(CallSchema).max(3),
  /** What would be no worse: each a call, or several in order. */
  alsoFine: z.array(z.array(CallSchema).min(1).max(3)).default([]),
});

const FileSchema = z.strictObject({ about: z.string().optional(), requests: z.array(RequestSchema).min(1) });

export type ToolRequest = z.infer<typeof RequestSchema>;

/** Reads it strictly: a misspelt key, an id twice or a file of another form throws. */
export const readToolRequests = (file: unknown): readonly ToolRequest[] => {
  const { requests } = FileSchema.parse(file);
  const ids = requests.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`${twice} is there twice`);
  return requests;
};
