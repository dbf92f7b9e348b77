import { z } from 'zod';
import { slotsOf } from '../../language/index.ts';
import { NOTE_TOPICS, STANCES } from '../../notes/index.ts';
import {
  dayArgument,
  defineTool,
  fieldsOf,
  notesArgument,
  type ToolContext,
  unknownNote,
  type WrongArgument,
  wrongArgument,
} from '../tool.ts';
import { HORIZONS, NEEDS, page, type ViewsQuestion } from './question.ts';

const MOST_NAMED = 6;
const LONGEST_NAME = 60;

/** A person or a firm exactly as the library spells it; else by a family name, a short form, a slip of the pen. */
const namesFor = (name: string, { utteranceOf, notes: { claims } }: ToolContext): readonly string[] => {
  const isNamed = claims.some(({ voice, speaker, firm }) => [voice, speaker, firm].includes(name));
  return isNamed ? [name] : slotsOf(utteranceOf(name), 'who').map(({ value }) => value);
};

const peopleIn = ({ notes: { claims } }: ToolContext): string =>
  [...new Set(claims.flatMap(({ speaker, stance }) => (speaker && stance ? [speaker] : [])))].join(', ');

const namedIn = (who: readonly string[], context: ToolContext, argument = 'who'): readonly string[] | WrongArgument => {
  const found = who.map((name) => namesFor(name, context));
  const stranger = found.findIndex((names) => names.length === 0);
  return stranger === -1
    ? [...new Set(found.flat())].slice(0, MOST_NAMED)
    : wrongArgument(
        `${argument}.${stranger}`,
        `nobody of that name is in the notes; allowed are ${peopleIn(context)}, and their firms`,
      );
};

/** Who says what about small caps against large caps. */
export const viewsTool = defineTool({
  name: 'analyst_views',
  title: 'Analyst views on small caps',
  description:
    'What named analysts and firms say for and against small caps, from five analyst notes of 2024 and 2025: bulls, bears, mixed and neutral voices, each dated and cited. Use it for “who is bearish and why”, “what does Calvasina say”, “views on tariffs”, “what could go wrong”, “who needs a soft landing”, “whose view was proved wrong”, “which views are new since Monday”, “whose calls came out”. Arguments narrow one another; none: everybody with counts. Not for figures that the notes print (note_figures), for whether their statements hold (check_notes), or for news after 2025. It gives other people’s views, never advice.',
  input: z.strictObject({
    stances: z.array(z.enum(STANCES)).max(STANCES.length).optional().describe('Only these sides'),
    who: z
      .array(z.string().max(LONGEST_NAME))
      .max(MOST_NAMED)
      .optional()
      .describe('People or firms, such as Calvasina or Goldman Sachs'),
    topics: z.array(z.enum(NOTE_TOPICS)).max(MOST_NAMED).optional().describe('Only views on these'),
    notes: notesArgument('Only of these notes', MOST_NAMED),
    withoutWho: z.array(z.string().max(LONGEST_NAME)).max(MOST_NAMED).optional().describe('Leave these out'),
    withoutTopics: z.array(z.enum(NOTE_TOPICS)).max(MOST_NAMED).optional().describe('Leave these out'),
    withoutNotes: notesArgument('Leave these out', MOST_NAMED),
    needs: z.enum(NEEDS).optional().describe('Only views that rest on this condition'),
    horizon: z.enum(HORIZONS).optional().describe('Only views that look so far ahead'),
    risks: z.boolean().optional().describe('What could go wrong for small caps'),
    expired: z.boolean().optional().describe('Only views whose time has run out'),
    proved: z.enum(['right', 'wrong']).optional().describe('Only what the record has borne out, or spoken against'),
    since: dayArgument('Only views of notes that the workspace has added on this day or since'),
    scored: z.boolean().optional().describe('What became of views whose horizon has ended, by person and firm'),
    page: page.describe('Which part of a long list, from 1'),
  }),
  others: 'Other views',
  question: (
    { who, risks, expired, scored, stances, topics, notes, withoutWho, withoutTopics, withoutNotes, ...rest },
    context,
  ) => {
    const named = who && namedIn(who, context);
    if (named && 'kind' in named) return named;
    const left = withoutWho && namedIn(withoutWho, context, 'withoutWho');
    if (left && 'kind' in left) return left;
    for (const [argument, numbers = []] of Object.entries({ notes, withoutNotes })) {
      for (const number of numbers) {
        const unknown = unknownNote(argument, number, context.notes);
        if (unknown) return unknown;
      }
    }
    return {
      kind: 'views',
      ...(stances && { stances }),
      ...(named && { who: named }),
      ...(topics && { topics }),
      ...(notes && { notes }),
      ...(left && { withoutWho: left }),
      ...(withoutTopics && { withoutTopics }),
      ...(withoutNotes && { withoutNotes }),
      ...rest,
      ...(risks && { risks }),
      ...(expired && { expired }),
      ...(scored && { scored }),
    } as ViewsQuestion;
  },
  argumentsFor: (question) =>
    question.kind === 'views'
      ? fieldsOf(
          question,
          ...([
            'stances',
            'who',
            'topics',
            'notes',
            'withoutWho',
            'withoutTopics',
            'withoutNotes',
            'needs',
            'horizon',
            'risks',
            'expired',
            'proved',
            'since',
            'scored',
            'page',
          ] as const),
        )
      : undefined,
});
