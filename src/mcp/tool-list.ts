import type { Tool as ListedTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { BRIEF_TOOL } from '../brief/index.ts';
import { TOPIC_TOOLS } from '../topics/registry.ts';
import { ResultSchema } from './result.ts';

/** The list of tools as clients receive it, made once. */

interface Described {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
}

const jsonSchemaOf = (schema: z.ZodObject): ListedTool['inputSchema'] => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest as ListedTool['inputSchema'];
};

const RESULT = jsonSchemaOf(ResultSchema);

const listed = ({ name, title, description, input }: Described): ListedTool => ({
  ...{ name, title, description },
  inputSchema: jsonSchemaOf(input),
  outputSchema: RESULT,
  annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  _meta: { slack: { supportsBlockKit: true } },
});

const ALL: readonly Described[] = [...TOPIC_TOOLS, BRIEF_TOOL];

/** Every tool, as `tools/list` answers. */
export const TOOL_LIST = ALL.map(listed);

export const TOOL_NAMES: ReadonlySet<string> = new Set(ALL.map(({ name }) => name));

/** A topic's tool, by its name; undefined for the brief and for names that are no tool's. */
export const topicTool = (name: string) => TOPIC_TOOLS.find((tool) => tool.name === name);
