import { expect } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import { utteranceOf } from '../../src/language/index.ts';
import { callTool, ResultSchema, type StructuredResult } from '../../src/mcp/call-tool.ts';
import type { SlackbotBlock } from '../../src/message/slackbot-blocks.ts';
import { NOTES } from '../../src/notes/index.ts';
import { type Question, QuestionSchema } from '../../src/topics/questions.ts';
import { TOPIC_TOOLS } from '../../src/topics/registry.ts';
import type { ToolContext } from '../../src/topics/tool.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';
import { isoInstant } from '../../src/units.ts';

/** Calls of tools, as they come out. */

export const FACTS = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));

const CONTEXT: ToolContext = {
  notes: NOTES,
  utteranceOf: (words) => utteranceOf(words, namesOf(NOTES)),
};

interface Called {
  readonly isError: boolean;
  readonly text: string;
  readonly structured: StructuredResult | undefined;
  readonly blocks: readonly SlackbotBlock[];
}

/** Calls a tool, and expects that Slackbot would draw every block of what comes of it. */
export const call = (name: string, args: unknown = {}, facts = FACTS): Called => {
  const problems: string[] = [];
  const result = callTool(name, args, facts, (_, found) => problems.push(...found));
  expect(problems, JSON.stringify(args)).toEqual([]);
  if (result === undefined) throw new Error(`no tool ${name}`);
  const [content] = result.content;
  if (content?.type !== 'text') throw new Error('no text');
  const slack = result._meta?.['slack'] as { blocks: readonly SlackbotBlock[] } | undefined;
  return {
    isError: result.isError === true,
    text: content.text,
    structured: result.structuredContent === undefined ? undefined : ResultSchema.parse(result.structuredContent),
    blocks: slack?.blocks ?? [],
  };
};

/** The tool and the arguments that a button would carry for a question. */
export const toolFor = (question: Question): { name: string; args: unknown } | undefined => {
  for (const { name, argumentsFor } of TOPIC_TOOLS) {
    const args = argumentsFor(question);
    if (args !== undefined) return { name, args: JSON.parse(JSON.stringify(args)) };
  }
  return undefined;
};

/** What arguments stand for; the argument that is wrong, where one is. */
export const questionOf = (name: string, args: unknown): Question | string => {
  const tool = TOPIC_TOOLS.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  const mapped = tool.question(args, CONTEXT);
  return mapped.kind === 'wrong-argument' ? `${mapped.argument}: ${mapped.problem}` : QuestionSchema.parse(mapped);
};
