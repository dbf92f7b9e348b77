import { z } from 'zod';
import { messageProblems, type Message as OutgoingMessage, type View, viewProblems } from '../../message/index.ts';
import { directMessageId } from '../seed.ts';
import type { NewMessage, Workspace } from '../workspace/workspace.ts';

/** The arguments of a call to the Web API. */
export type ApiArguments = Readonly<Record<string, unknown>>;

/** Arguments that are JSON within a form. */
const NESTED = new Set(['attachments', 'blocks', 'files', 'metadata', 'prompts', 'view']);

const ArgumentsSchema = z.record(z.string(), z.unknown());

/**
 * Parses the body of a call, which is JSON or a form.
 *
 * @throws {SyntaxError} where a value that should be JSON is not
 */
export const parseArguments = (body: string, contentType = ''): ApiArguments =>
  contentType.startsWith('application/json')
    ? ArgumentsSchema.parse(JSON.parse(body || '{}'))
    : Object.fromEntries(
        [...new URLSearchParams(body)].map(([name, value]) => [name, NESTED.has(name) ? JSON.parse(value) : value]),
      );

/** The response of a Web API method. */
export type ApiResponse = { readonly ok: true; readonly [key: string]: unknown } | ReturnType<typeof apiError>;

/** @param error Slack's error code */
export const apiError = (error: string) => ({ ok: false, error }) as const;

/** Web API methods by name. */
export type ApiMethods = Readonly<Record<string, (given: ApiArguments) => ApiResponse>>;

const MessageSchema = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
});

const ViewSchema = z.looseObject({
  type: z.enum(['modal', 'home']),
  blocks: z.array(z.looseObject({ type: z.string() })),
});

const shapeProblems = ({ issues }: z.ZodError): readonly string[] =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

/** The problems found, or one that says that a block lacks a required part. */
const problemsOrShape = (look: () => readonly string[]): readonly string[] => {
  try {
    return look();
  } catch (error) {
    return [`a block lacks what its type needs (${error instanceof Error ? error.message : 'unknown'})`];
  }
};

/** A call that the bot made. */
interface ApiCall {
  readonly method: string;
  readonly given: ApiArguments;
}

/** Fields of every message from the bot. */
const fromBot = ({ isSynthetic }: Workspace, { method, given }: ApiCall) => ({
  author: 'bot',
  isSynthetic: isSynthetic(),
  sent: { method, arguments: given },
});

/** Where a message is posted. */
interface Destination {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly onlyFor?: string | undefined;
}

/** The message in a call, or Slack's error. A message that breaks Slack's limits is shown with the reasons, not posted. */
export const parseMessage = (
  workspace: Workspace,
  call: ApiCall,
  { channel, threadTs, onlyFor }: Destination,
): { readonly message: NewMessage } | ReturnType<typeof apiError> => {
  const read = MessageSchema.safeParse(call.given);
  const where = { channel, ...(threadTs !== undefined && { threadTs }), ...(onlyFor !== undefined && { onlyFor }) };
  const bare = { ...where, ...fromBot(workspace, call), text: '', blocks: [] };
  if (!read.success) {
    workspace.messages.add({ ...bare, refused: shapeProblems(read.error) });
    return apiError('invalid_blocks_format');
  }
  const { text } = read.data;
  const blocks = read.data.blocks as unknown as OutgoingMessage['blocks'];
  if (blocks.length === 0) return text === '' ? apiError('no_text') : { message: { ...bare, text } };
  const problems = problemsOrShape(() => messageProblems({ text, blocks }));
  if (problems.length === 0) return { message: { ...bare, text, blocks } };
  workspace.messages.add({ ...bare, text, refused: problems });
  return apiError('invalid_blocks');
};

/** The view in a call, or Slack's error. For a view that breaks Slack's limits, its user is shown the reasons. */
export const parseView = <Type extends View['type']>(
  workspace: Workspace,
  call: ApiCall,
  type: Type,
  user: string,
): { readonly view: Extract<View, { type: Type }> } | ReturnType<typeof apiError> => {
  const read = ViewSchema.safeParse(call.given['view']);
  const view = read.data as unknown as Extract<View, { type: Type }>;
  const problems = read.success
    ? [...problemsOrShape(() => viewProblems(view)), ...(read.data.type === type ? [] : [`the view is no ${type}`])]
    : shapeProblems(read.error);
  if (problems.length === 0) return { view };
  const refused: NewMessage = {
    ...fromBot(workspace, call),
    ...{ channel: directMessageId(user), onlyFor: user, text: '', blocks: [], refused: problems },
  };
  workspace.messages.add(refused);
  return apiError('invalid_arguments');
};
