import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { BRIEF_TOOL, buildBrief, renderBrief } from '../brief/index.ts';
import type { Answered, Facts } from '../facts/index.ts';
import { utteranceOf } from '../language/index.ts';
import { type Message, type SlackbotBlock, slackbotProblems, unescaped } from '../message/index.ts';
import { STANCES } from '../notes/index.ts';
import { answerTurn, renderTurn } from '../surface/index.ts';
import { type Question, QuestionSchema } from '../topics/questions.ts';
import { withFittingInputs } from '../topics/rate-move/read-misfit.ts';
import { TOPIC_TOOLS } from '../topics/registry.ts';
import { type FollowUp, strangerNamed, type ToolContext, type WrongArgument, wrongArgument } from '../topics/tool.ts';
import type { AskedTurn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import type { IsoDate } from '../units.ts';
import { slackbotBlocks } from './slackbot-message.ts';

/** A call of a tool, and its result: text, blocks, and the figures, views and sources of the answer for programs. */

const FigureSchema = z.object({
  id: z.string().describe('Stable, such as smallcap.lift'),
  value: z.number().describe('In full precision, in unit; a fall or a cut is negative'),
  unit: z.string().describe('%, bp, ×, US$ m, index points, ratio, count, …'),
  label: z.string(),
  source: z.string().describe('The id of a note, or the name of a publication or provider'),
  asOf: z.string().describe('The day it is of, YYYY-MM-DD'),
});

const ViewSchema = z.object({
  person: z.string().optional(),
  firm: z.string(),
  stance: z.enum(STANCES).describe('Toward small caps against large caps'),
  note: z.string().describe('The id of the note'),
  claim: z.string(),
  paraphrase: z.string(),
});

/** What every tool answers with besides its text. */
export const ResultSchema = z.object({
  id: z.string().describe('Names the answer: the same question on the same facts and day has the same id'),
  kind: z.string().describe('The kind of answer; unclear where the arguments do not fit one another'),
  asOf: z.string().describe('The day of the answer, YYYY-MM-DD, UTC'),
  figures: z.array(FigureSchema),
  views: z.array(ViewSchema),
  sources: z.array(z.string()).describe('Ids of notes and names of data sources'),
});
export type StructuredResult = z.infer<typeof ResultSchema>;

/** The day that what a source gave is of; the day of the answer where it gives none. */
const asOfBySource = ({ notes, market, fed }: Facts, today: IsoDate): ((source: string) => string) => {
  const days = new Map<string, string>(notes.notes.map(({ id, date }) => [id, date]));
  if (market.kind === 'live') days.set(market.provenance.source, market.provenance.asOf);
  if (fed.range.kind === 'range') days.set(fed.source.name, fed.range.through);
  if (fed.odds.kind === 'path') days.set(fed.odds.source, fed.odds.asOf);
  return (source) => days.get(source) ?? today;
};

/** An answer as a structured result. */
const structuredResult = (
  kind: string,
  { id, asOf, figures, views, sources }: Answered,
  facts: Facts,
): StructuredResult => {
  const dayOf = asOfBySource(facts, asOf);
  return {
    ...{ id, kind, asOf },
    figures: figures.map((figure) => ({ ...figure, asOf: dayOf(figure.source) })),
    views: views.map((view) => ({ ...view })),
    sources: [...sources],
  };
};

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
