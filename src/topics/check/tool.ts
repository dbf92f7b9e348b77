import { z } from 'zod';
import { defineTool, fieldsOf, unknownNote, wrongArgument } from '../tool.ts';
import { id, noteNumber, page } from '../views/question.ts';

const MOST_IDS = 8;

/** The notes' statements against the record. */
export const checkTool = defineTool({
  name: 'check_notes',
  title: 'The notes against the record',
  description:
    'Which figures and dates that the five analyst notes print hold against the record, and which do not: each finding with what the note says, what the record says and its source, worst first. Use it for “which figures are wrong”, “can I trust note 002”, “did the Fed really cut 50 bp in July”. With what = conflicts: where two notes contradict one another. Not for opinions (analyst_views), and not for a claim that no note makes.',
  input: z.strictObject({
    what: z.enum(['findings', 'conflicts']).optional().describe('findings without it'),
    note: noteNumber.optional().describe('Only one note: 000, 001, 002, 003 or 004; with findings'),
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
