import { z } from 'zod';
import { noteArgument, unknownNote } from '../note-argument.ts';
import { defineTool, fieldsOf, wrongArgument } from '../tool.ts';
import { id, page } from '../views/question.ts';

const MOST_IDS = 8;

/** The notes' statements against the record. */
export const checkTool = defineTool({
  name: 'check_notes',
  title: 'The notes against the record',
  description:
    'Which figures and dates that the five analyst notes print hold against the record, and which do not: each finding with what the note says, what the record says and its source, worst first. Use it for “which figures are wrong”, “a printed number looks wrong: the note says 17.55, I get 17.56”, “can I trust note 002”, “did the Fed really cut 50 bp in July”. With what = conflicts: where two notes contradict one another. Not for how the model rounds (explain_model), for opinions (analyst_views), or for a claim that no note makes.',
  input: z.strictObject({
    what: z.enum(['findings', 'conflicts']).optional().describe('findings without it'),
    note: noteArgument('With findings: only this note'),
    ids: z.array(id).max(MOST_IDS).optional().describe('Ids of findings or conflicts, as an earlier answer gave them'),
    page: page.describe('Which part of a long list, from 1'),
  }),
  others: 'More findings',
  question: ({ what, note, ids, page: part }, { notes }) => {
    const listed = ids as [string, ...string[]] | undefined;
    const kept = { ...(part && { page: part }) };
    const unknown = unknownNote('note', note, notes);
    if (unknown) return unknown;
    if (what !== 'conflicts') {
      return { kind: 'check', ...(note && { note }), ...(listed && { findings: listed }), ...kept };
    }
    return note === undefined
      ? { kind: 'conflicts', ...(listed && { conflicts: listed }), ...kept }
      : wrongArgument('note', 'goes with findings: a conflict is between two notes');
  },
  argumentsFor: (question) => {
    if (question.kind === 'conflicts') {
      const { conflicts: ids, page: part } = question;
      return { what: 'conflicts', ...(ids && { ids }), ...(part && { page: part }) } as const;
    }
    const asked = question.kind === 'check' ? fieldsOf(question, 'note', 'findings', 'page') : undefined;
    if (asked === undefined) return undefined;
    const { findings: ids, ...rest } = asked;
    return { ...rest, ...(ids && { ids }) };
  },
});
