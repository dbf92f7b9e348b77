import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { BRIEF_TOOL, buildBrief, renderBrief } from '../brief/index.ts';
import type { Facts } from '../facts/index.ts';
import { utteranceOf } from '../language/index.ts';
import { type Message, type SlackbotBlock, slackbotProblems, unescaped } from '../message/index.ts';
import { answerTurn, renderTurn } from '../surface/index.ts';
import { type Question, QuestionSchema } from '../topics/questions.ts';
import { withFittingInputs } from '../topics/rate-move/read-misfit.ts';
import { TOPIC_TOOLS } from '../topics/registry.ts';
import { type FollowUp, strangerNamed, type ToolContext, type WrongArgument, wrongArgument } from '../topics/tool.ts';
import type { AskedTurn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import { ResultSchema, structuredResult } from './result.ts';
import { slackbotBlocks } from './slackbot-message.ts';

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
const topicTool = (name: string) => TOPIC_TOOLS.find((tool) => tool.name === name);

/** A call of one tool, answered from a snapshot of facts: at once, and the same every time. */

/** Gets the ways in which Slackbot would drop a result's blocks, where there are any. */
type ReportProblems = (tool: string, problems: readonly string[]) => void;

const contextOf = ({ notes }: Facts): ToolContext => ({
  notes,
  utteranceOf: (words) => utteranceOf(words, namesOf(notes)),
});

const refusal = ({ argument, problem }: WrongArgument): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: `Nothing was computed. Argument ${argument}: ${problem}.` }],
});

const resultOf = (
  message: Message,
  structured: ReturnType<typeof structuredResult>,
  blocks: readonly SlackbotBlock[],
): CallToolResult => ({
  content: [{ type: 'text', text: unescaped(message.text) }],
  structuredContent: { ...structured },
  ...(blocks.length > 0 && { _meta: { slack: { blocks: [...blocks] } } }),
});

/** The blocks, or none where Slackbot would drop them: the text then stands alone. */
const soundBlocks = (
  tool: string,
  message: Message,
  followUps: readonly FollowUp[],
  report: ReportProblems,
): readonly SlackbotBlock[] => {
  const blocks = slackbotBlocks(message, followUps);
  const problems = slackbotProblems(blocks, TOOL_NAMES);
  if (problems.length === 0) return blocks;
  report(tool, problems);
  return [];
};

const callBrief = (args: unknown, facts: Facts, report: ReportProblems): CallToolResult => {
  const [unknown] = Object.keys(args ?? {});
  if (unknown !== undefined) return refusal(wrongArgument(strangerNamed(unknown), 'this tool takes no arguments'));
  const brief = buildBrief(facts);
  const message = renderBrief(brief, { isAlone: true });
  return resultOf(message, structuredResult('brief', brief, facts), soundBlocks(BRIEF_TOOL.name, message, [], report));
};

/** The question, or what is asked back where a company's inputs cannot both be right. */
const askedTurn = (question: Question): AskedTurn => {
  const turn = withFittingInputs({ kind: 'question' as const, question, private: false }, '');
  if (turn.kind === 'question' || turn.reason !== 'which') return turn;
  // nothing was typed, and the same arguments once more would be asked about once more
  const { words: _, readings, ...rest } = turn;
  return { ...rest, readings: readings.filter((one) => JSON.stringify(one.question) !== JSON.stringify(question)) };
};

/**
 * Answers one call. What cannot be answered is a result that says why.
 *
 * @returns undefined where there is no such tool
 */
export const callTool = (
  name: string,
  args: unknown,
  facts: Facts,
  report: ReportProblems,
): CallToolResult | undefined => {
  if (name === BRIEF_TOOL.name) return callBrief(args, facts, report);
  const tool = topicTool(name);
  if (tool === undefined) return undefined;
  const mapped = tool.question(args, contextOf(facts));
  if (mapped.kind === 'wrong-argument') return refusal(mapped);
  const read = QuestionSchema.safeParse(mapped);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refusal(wrongArgument(issue?.path.join('.') || 'arguments', issue?.message ?? 'cannot be read'));
  }
  const answered = answerTurn(askedTurn(read.data), facts);
  const message = renderTurn(answered);
  const followUps = answered.kind === 'unclear' ? [] : (tool.followUps?.(read.data) ?? []);
  return resultOf(
    message,
    structuredResult(answered.kind, answered, facts),
    soundBlocks(name, message, followUps, report),
  );
};
