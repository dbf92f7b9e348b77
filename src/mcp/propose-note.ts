import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { isIsoDate } from '../units.ts';
import type { Caller } from './caller.ts';

/** The one tool that writes: a draft of a note, which a person confirms in Slack claim by claim, or drops. */

const MOST_CHARACTERS = 80_000;
const words = (most: number, what: string) => z.string().max(most).optional().describe(what);

const InputSchema = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(MOST_CHARACTERS)
    .describe('The whole text of the note as it stands, with its paragraphs; nothing summarised or translated'),
  title: words(160, 'Its title, where the text does not begin with it'),
  author: words(60, 'Who wrote it'),
  publisher: words(80, 'The house, paper or blog that it is from'),
  date: z
    .string()
    .refine(isIsoDate, 'must be a day that exists, YYYY-MM-DD')
    .optional()
    .describe('The day of the note, YYYY-MM-DD'),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .describe('Where it can be read'),
});

/** A note as it is proposed. */
type ProposedNote = z.infer<typeof InputSchema>;

/** Keeps a draft for a person of a workspace. @returns what to tell whoever proposed it, in a sentence or two */
export type ProposeNote = (caller: Caller, note: ProposedNote) => Promise<string>;

const NAME = 'propose_note';
const TITLE = 'Propose an analyst note';

/** As `tools/list` answers. */
export const PROPOSE_TOOL: ListedTool = {
  ...{ name: NAME, title: TITLE },
  description:
    'Hands in an analyst note that the user wants to keep: its text is read into claims, each with its speaker, stance and place, and kept as a draft. Use it only where the user asks to add or save a note and gives its text. It adds nothing to the library and no answer rests on it before a person has confirmed each claim in Slack; an unconfirmed draft ends after seven days. Not for questions about notes (analyst_views, check_notes).',
  inputSchema: (({ $schema: _, ...schema }) => schema as ListedTool['inputSchema'])(
    z.toJSONSchema(InputSchema, { io: 'input' }),
  ),
  annotations: {
    title: TITLE,
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
};

const said = (text: string, isError = false): CallToolResult => ({
  content: [{ type: 'text', text }],
  ...(isError && { isError }),
});

/** Answers one call of it; undefined for another tool's name. */
export const callProposal = async (
  name: string,
  given: unknown,
  caller: Caller | undefined,
  propose: ProposeNote | undefined,
): Promise<CallToolResult | undefined> => {
  if (name !== NAME || propose === undefined) return undefined;
  const read = InputSchema.safeParse(given ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    return said(
      `Nothing was kept. Argument ${issue?.path.join('.') || 'arguments'}: ${issue?.message ?? 'cannot be read'}.`,
      true,
    );
  }
  if (caller?.user === undefined || caller.team === undefined)
    return said('Nothing was kept: a draft belongs to a person, and the call names none.', true);
  return said(await propose(caller, read.data));
};
