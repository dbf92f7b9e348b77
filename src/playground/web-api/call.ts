import { z } from 'zod';
import { type Message as Drawn, problemsWith, problemsWithView, type View } from '../../message/index.ts';
import { directMessageOf } from '../cast.ts';
import type { NewMessage } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The arguments of a call to Slack, as values. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Slack takes these as JSON in a form. */
const NESTED = new Set(['attachments', 'blocks', 'files', 'metadata', 'prompts', 'view']);

const ArgumentsSchema = z.record(z.string(), z.unknown());

/**
 * Reads the body of a call: a form in which nested values are JSON, or JSON.
 *
 * @throws where a value is no JSON
 */
export const argumentsOf = (body: string, contentType = ''): Arguments =>
  contentType.startsWith('application/json')
    ? ArgumentsSchema.parse(JSON.parse(body || '{}'))
    : Object.fromEntries(
        [...new URLSearchParams(body)].map(([name, value]) => [name, NESTED.has(name) ? JSON.parse(value) : value]),
      );

/** What a method of the Web API answers. */
export type Answer = { readonly ok: true; readonly [key: string]: unknown } | ReturnType<typeof refusal>;

/** @param error Slack's own word for it */
export const refusal = (error: string) => ({ ok: false, error }) as const;

/** Methods by their names, each without its side of the wire. */
export type Methods = Readonly<Record<string, (given: Arguments) => Answer>>;

/** What the bot sends, held against Slack's limits. */

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

/** Blocks of an unheard-of shape are found as such, not stumbled over. */
const found = (look: () => readonly string[]): readonly string[] => {
  try {
    return look();
  } catch (error) {
    return [`a block lacks what its type needs (${error instanceof Error ? error.message : 'unknown'})`];
  }
};

/** A call that arrived: the method, and what it was given. */
export interface Call {
  readonly method: string;
  readonly given: Arguments;
}

/** What a message of the bot's is, for the page's own part. */
const fromBot = ({ isSynthetic }: Workspace, { method, given }: Call) => ({
  author: 'bot',
  isSynthetic: isSynthetic(),
  sent: { method, arguments: given },
});

/** Where a message goes. */
export interface Towards {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly onlyFor?: string | undefined;
}

/** A message of the bot's as it is to stand, or Slack's word for why it may not; what breaks a limit is shown as such. */
export const messageIn = (
  workspace: Workspace,
  call: Call,
  { channel, threadTs, onlyFor }: Towards,
): { readonly message: NewMessage } | ReturnType<typeof refusal> => {
  const read = MessageSchema.safeParse(call.given);
  const where = { channel, ...(threadTs !== undefined && { threadTs }), ...(onlyFor !== undefined && { onlyFor }) };
  const bare = { ...where, ...fromBot(workspace, call), text: '', blocks: [] };
  if (!read.success) {
    workspace.messages.add({ ...bare, refused: shapeProblems(read.error) });
    return refusal('invalid_blocks_format');
  }
  const { text } = read.data;
  const blocks = read.data.blocks as unknown as Drawn['blocks'];
  if (blocks.length === 0) return text === '' ? refusal('no_text') : { message: { ...bare, text } };
  const problems = found(() => problemsWith({ text, blocks }));
  if (problems.length === 0) return { message: { ...bare, text, blocks } };
  workspace.messages.add({ ...bare, text, refused: problems });
  return refusal('invalid_blocks');
};

/** A view that breaks no limit, or Slack's word for it; one that does is shown to the person it was for. */
export const viewIn = <Type extends View['type']>(
  workspace: Workspace,
  call: Call,
  type: Type,
  person: string,
): { readonly view: Extract<View, { type: Type }> } | ReturnType<typeof refusal> => {
  const read = ViewSchema.safeParse(call.given['view']);
  const view = read.data as unknown as Extract<View, { type: Type }>;
  const problems = read.success
    ? [...found(() => problemsWithView(view)), ...(read.data.type === type ? [] : [`the view is no ${type}`])]
    : shapeProblems(read.error);
  if (problems.length === 0) return { view };
  const refused: NewMessage = {
    ...fromBot(workspace, call),
    ...{ channel: directMessageOf(person), onlyFor: person, text: '', blocks: [], refused: problems },
  };
  workspace.messages.add(refused);
  return refusal('invalid_arguments');
};
