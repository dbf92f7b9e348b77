import { z } from 'zod';
import { claimsById } from '../figure-subjects.ts';
import {
  defineTool,
  fieldsOf,
  noteArgument,
  type ToolContext,
  unknownNote,
  type WrongArgument,
  wrongArgument,
} from '../tool.ts';
import { id, page } from '../views/question.ts';
import type { FigureQuestion } from './question.ts';
import { readFigure } from './read.ts';
import { figuresSearch } from './read-printed.ts';

const MOST_FIGURES = 12;
const MOST_FOUND = 4;
const LONGEST_WORDS = 120;

/** The figures that words name, in one note or any: as the command reads them, else those that fit every word. */
const figuresNamed = (
  words: string,
  note: string | undefined,
  { notes, utteranceOf }: ToolContext,
): readonly string[] => {
  const claims = claimsById(notes);
  const keeps = (id: string): boolean => note === undefined || claims.get(id)?.note.number === note;
  for (const { asks } of readFigure(utteranceOf(words), undefined, notes, {})) {
    const kept = asks.kind === 'figure' ? asks.figures.filter(keeps) : [];
    if (kept.length > 0) return kept;
  }
  const { ids, isFull } = figuresSearch(notes)(words, keeps);
  return isFull ? ids.slice(0, MOST_FOUND) : [];
};

/** All that one note prints, where one list holds them. */
const figuresIn = (note: string, { notes: { claims } }: ToolContext): readonly string[] | WrongArgument => {
  const ids = claims.flatMap((claim) => (claim.note.number === note ? claim.figures.map((figure) => figure.id) : []));
  return ids.length <= MOST_FIGURES
    ? ids
    : wrongArgument('figure', `is missing: note ${note} prints ${ids.length} figures, so name a measure`);
};

const figuresFor = (
  words: string | undefined,
  note: string | undefined,
  context: ToolContext,
): readonly string[] | WrongArgument =>
  words === undefined && note !== undefined ? figuresIn(note, context) : figuresNamed(words ?? '', note, context);

/** Figures that the notes print. */
export const figureTool = defineTool({
  name: 'note_figures',
  title: 'Figures of the notes',
  description:
    'Figures that the five analyst notes print, each with its note, date and basis: forward P/E of the Russell 2000 and S&P 500, the share of floating-rate debt, share of unprofitable members, money-fund assets, the example companies’ EBITDA, debt and interest, index levels, the dots. Use it for “forward P/E of small caps”, “how much of the Russell loses money”. Name one measure and whom it is of, or a note of few figures alone for all of them. These are the notes’ numbers of 2024 and 2025. Not for today’s index levels (index_ratio), for whether a figure holds (check_notes) or for opinions (analyst_views).',
  input: z.strictObject({
    figure: z
      .string()
      .max(LONGEST_WORDS)
      .optional()
      .describe('The measure and whom it is of, in a few words: “forward P/E Russell 2000”, “floating share SmallCap”'),
    note: noteArgument('Only figures of this note'),
    ids: z.array(id).max(MOST_FIGURES).optional().describe('Ids of figures, as an earlier answer gave them'),
    comparedWith: id
      .optional()
      .describe('With one id of a multiple: the id of another, for the discount of the first to it'),
    page: page.describe('Which part of a long list, from 1'),
  }),
  others: 'Other figures',
  question: ({ figure, note, ids, comparedWith, page: part }, context) => {
    const noNote = unknownNote('note', note, context.notes);
    if (noNote) return noNote;
    if (note !== undefined && ids !== undefined) return wrongArgument('note', 'goes with figure: ids say the note');
    const known = new Map(context.notes.claims.flatMap(({ figures }) => figures.map((one) => [one.id, one.label])));
    const unknown = [...(ids ?? []), ...(comparedWith ? [comparedWith] : [])].find((one) => !known.has(one));
    if (unknown !== undefined)
      return wrongArgument('ids', 'one of them is no figure’s; name the figure in words instead');
    const [of, second] = ids ?? [];
    if (comparedWith !== undefined) {
      return of === undefined || second !== undefined
        ? wrongArgument('comparedWith', 'goes with exactly one id in ids')
        : { kind: 'valuation', of, against: comparedWith };
    }
    const figures = ids ?? figuresFor(figure, note, context);
    if ('kind' in figures) return figures;
    if (figures.length > 0) {
      return { kind: 'figure', figures: [...figures] as FigureQuestion['figures'], ...(part && { page: part }) };
    }
    return wrongArgument(
      'figure',
      'no figure of the notes fits that; allowed are measures such as forward P/E, reported P/E, floating share, unprofitable members, EBITDA, net income, debt, interest, money fund assets, record highs, dots',
    );
  },
  argumentsFor: (question) => {
    if (question.kind === 'valuation') return { ids: [question.of], comparedWith: question.against };
    const asked = question.kind === 'figure' ? fieldsOf(question, 'figures', 'page') : undefined;
    return asked && { ids: asked.figures, ...(asked.page && { page: asked.page }) };
  },
});
