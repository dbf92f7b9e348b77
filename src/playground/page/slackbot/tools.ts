import { PATHS, type ToolArgument, type ToolCall, type ToolInfo, type ToolReply } from '../../protocol.ts';

/** The tools, their forms and their calls. */

const OUT_OF_REACH = 'The playground does not answer. Is npm start still running?';

export const fetchTools = async (): Promise<readonly ToolInfo[]> => {
  const response = await fetch(PATHS.tools);
  return (await response.json()) as readonly ToolInfo[];
};

/** Calls a tool through the door. Never rejects. */
export const postToolCall = async (call: ToolCall): Promise<ToolReply> => {
  try {
    const response = await fetch(PATHS.callTool, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
    });
    if (response.ok) return (await response.json()) as ToolReply;
    return { status: response.status, sent: call, text: await response.text(), isError: true, blocks: [] };
  } catch {
    return { status: 0, sent: call, text: OUT_OF_REACH, isError: true, blocks: [] };
  }
};

/** What is typed into the field of an argument. */
export type ArgumentValue = string | boolean;

/** `value` is written as JSON in the field, unless it is plain words or a number. */
export const isWritten = ({ type, enum: choices }: ToolArgument): boolean =>
  choices === undefined && ['array', 'object'].includes(type ?? 'object');

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    // the tool says what it wants instead
    return words;
  }
};

/** The arguments that a filled form stands for; what is left empty is left out. */
export const argumentsIn = (
  properties: Readonly<Record<string, ToolArgument>>,
  filled: Readonly<Record<string, ArgumentValue>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, argument]) => {
      const value = filled[name];
      if (value === undefined || value === '' || value === false) return [];
      const isPlain = typeof value === 'boolean' || (argument.type === 'string' && !isWritten(argument));
      return [[name, isPlain ? value : parsed(value)]];
    }),
  );
