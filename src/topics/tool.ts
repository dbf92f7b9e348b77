import { z } from 'zod';
import type { Utterance } from '../language/index.ts';
import { month } from '../message/index.ts';
import { type Library, NOTES } from '../notes/index.ts';
import { isIsoDate } from '../units.ts';
import { byline, shortTitle } from '../wording/index.ts';
import type { Question } from './questions.ts';
import { noteNumber } from './views/question.ts';

/** What a topic offers to language models and buttons of other programs: a tool, whose arguments stand for a question. */

/** An argument that cannot be used as it is. */
export interface WrongArgument {
  readonly kind: 'wrong-argument';
  /** As the input schema names it: `sizeBps`, `compareWith.0.sizeBps`. */
  readonly argument: string;
  /** What is wrong with it and what is allowed: a sentence without its full stop. */
  readonly problem: string;
}

/** What arguments in words are looked up in. */
export interface ToolContext {
  readonly notes: Library;
  readonly utteranceOf: (words: string) => Utterance;
}

/** A question that goes well with an answer whose message leaves something out. */
export interface FollowUp {
  readonly label: string;
  readonly question: Question;
}

/** How a topic's tool is described, filled in and mapped. */
interface ToolDefinition<Input extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** What it is chosen by: when to use it, when not, units and signs. */
  readonly description: string;
  /** Made for a model to fill: nothing has a sign, and every argument says its unit. */
  readonly input: Input;
  /** What the list of further questions of this tool is called: `Another move`. */
  readonly others: string;
  readonly question: (args: z.infer<Input>, context: ToolContext) => Question | WrongArgument;
  /** The arguments that stand for exactly this question; undefined for a question that the tool does not ask. */
  readonly argumentsFor: (question: Question) => z.input<Input> | undefined;
  readonly followUps?: (question: Question) => readonly FollowUp[];
}

/** A tool whose arguments are checked where they enter. */
export interface Tool extends Omit<ToolDefinition<z.ZodObject>, 'question' | 'argumentsFor'> {
  readonly question: (args: unknown, context: ToolContext) => Question | WrongArgument;
  readonly argumentsFor: (question: Question) => Readonly<Record<string, unknown>> | undefined;
}

const LONGEST_NAMED = 60;

export const wrongArgument = (argument: string, problem: string): WrongArgument => ({
  kind: 'wrong-argument',
  argument,
  problem,
});

/** Of an argument that there is not, only what a name may hold is repeated. */
export const strangerNamed = (argument: string): string => argument.replace(/\W/g, '').slice(0, LONGEST_NAMED);

/** What is absent, null, false or empty says nothing: models write all four for an argument they have no value for. */
const given = (args: unknown): unknown => {
  if (Array.isArray(args)) return args.map(given);
  if (typeof args !== 'object' || args === null) return args;
  return Object.fromEntries(
    Object.entries(args)
      .filter(([, value]) => value !== null && value !== false && value !== '' && value !== undefined)
      .map(([name, value]) => [name, given(value)])
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
};

type OutOfBounds = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

const COUNTED: ReadonlyMap<string, string> = new Map([
  ['string', ' characters'],
  ['array', ' of them'],
]);

const boundOf = (issue: OutOfBounds): string => {
  const counted = COUNTED.get(issue.origin) ?? '';
  if (issue.code === 'too_big') return `must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}${counted}`;
  return `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}${counted}`;
};

const problemOf = (issue: z.core.$ZodIssue, allowed: readonly string[]): WrongArgument => {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return wrongArgument(
      [...issue.path, strangerNamed(name)].join('.'),
      `there is no such argument; allowed are ${allowed.join(', ')}`,
    );
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') return wrongArgument(at, boundOf(issue));
  if (issue.code === 'invalid_type') return wrongArgument(at || 'arguments', `must be given as ${issue.expected}`);
  if (issue.code === 'invalid_value') return wrongArgument(at, `must be one of ${issue.values.join(', ')}`);
  return wrongArgument(at || 'arguments', issue.message.replace(/^Invalid input: /, ''));
};

/** Describes a tool; its arguments are checked against its input schema before they are mapped. */
export const defineTool = <Input extends z.ZodObject>(tool: ToolDefinition<Input>): Tool => ({
  ...tool,
  question: (args, context) => {
    const read = tool.input.safeParse(given(args ?? {}));
    if (read.success) return tool.question(read.data, context);
    const [issue] = read.error.issues;
    return issue ? problemOf(issue, Object.keys(tool.input.shape)) : wrongArgument('arguments', 'cannot be read');
  },
});

type FieldsOf<Q> = Q extends Question ? Exclude<keyof Q, 'kind'> : never;

/** The fields of a question besides its kind; undefined where it has others than these. */
export const fieldsOf = <Q extends Question, Field extends FieldsOf<Q>>(
  question: Q,
  ...fields: readonly Field[]
): Pick<Q, Field> | undefined => {
  const { kind: _, ...asked } = question;
  const named = Object.entries(asked).filter(([, value]) => value !== undefined);
  return named.every(([name]) => (fields as readonly string[]).includes(name))
    ? (Object.fromEntries(named) as unknown as Pick<Q, Field>)
    : undefined;
};

/** A calendar day as an argument. */
export const dayArgument = (what: string) =>
  z.string().refine(isIsoDate, 'must be a day that exists, YYYY-MM-DD').optional().describe(`${what}, YYYY-MM-DD`);

/** The number of a note as an argument: people name a note by its author or publisher, so every number says whose it is. */

const WHOSE = NOTES.notes
  .toSorted((one, other) => one.number.localeCompare(other.number))
  .map((note) => `${note.number}: ${byline(note)}, ${month(note.date)}, “${shortTitle(note.title)}”`)
  .join('; ');

const described = (what: string): string => `${what}. ${WHOSE}`;

/** One note; `what` says what it does there, without a full stop. */
export const noteArgument = (what: string) => noteNumber.optional().describe(described(what));

/** Several of them, up to `most`. */
export const notesArgument = (what: string, most: number) =>
  noteNumber.array().max(most).optional().describe(described(what));

/** So many numbers are told. */
const MOST_NAMED = 30;

/** What is wrong with the number of a note that is none; undefined for that of one. */
export const unknownNote = (
  argument: string,
  number: string | undefined,
  { notes }: Library,
): WrongArgument | undefined => {
  const numbers = notes.map((note) => note.number).sort();
  if (number === undefined || numbers.includes(number)) return undefined;
  const [some, left] = [numbers.slice(0, MOST_NAMED), numbers.length - MOST_NAMED];
  return wrongArgument(argument, `must be one of ${some.join(', ')}${left > 0 ? ` or of ${left} more` : ''}`);
};
