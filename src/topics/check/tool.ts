import { z } from 'zod';
import { defineTool, fieldsOf, noteArgument, unknownNote, wrongArgument } from '../tool.ts';
import { id, page } from '../views/question.ts';
import { CheckSchema } from './question.ts';

const MOST_IDS = 8;

/** The notes' statements against the record. */
export const checkTool = defineTool({
  name: 'check_notes',
  title: 'The notes against the record',
  description:
    'Which figures and dates of the five analyst notes hold against the record, and which do not: each with what the note says, what the record says and its source, worst first. Use it for “which figures are wrong”, “a printed number looks wrong: the note says 17.55, I get 17.56”, “can I trust note 002”, “did the Fed really cut 50 bp in July”. With what = conflicts: where two notes disagree. Not for how the model rounds (explain_model), for opinions (analyst_views) or a claim no note makes.',
  input: z.strictObject({
    what: z.enum(['findings', 'conflicts']).optional().describe('findings without it'),
    note: noteArgument('With findings: only this note'),
    verdicts: CheckSchema.shape.verdicts.describe('With findings'),
    ids: z.array(id).max(MOST_IDS).optional().describe('Ids of findings or conflicts from an earlier answer'),
    page: page.describe('Which part of a long list, from 1'),
  }),
  others: 'More findings',
  question: ({ what, note, verdicts, ids, page: part }, { notes }) => {
    const listed = ids as [string, ...string[]] | undefined;
    const kept = { ...(part && { page: part }) };
    const unknown = unknownNote('note', note, notes);
    if (unknown) return unknown;
    if (what !== 'conflicts') {
      return {
        kind: 'check',
        ...(note && { note }),
        ...(listed && { findings: listed }),
        ...(verdicts && { verdicts }),
        ...kept,
      };
    }
    const wrong = note === undefined ? verdicts && 'verdicts' : 'note';
    return wrong === undefined
      ? { kind: 'conflicts', ...(listed && { conflicts: listed }), ...kept }
      : wrongArgument(wrong, 'goes with findings: a conflict is between two notes');
  },
  argumentsFor: (question) => {
    if (question.kind === 'conflicts') {
      const { conflicts: ids, page: part } = question;
      return { what: 'conflicts', ...(ids && { ids }), ...(part && { page: part }) } as const;
    }
    const asked = question.kind === 'check' ? fieldsOf(question, 'note', 'findings', 'verdicts', 'page') : undefined;
    if (asked === undefined) return undefined;
    const { findings: ids, ...rest } = asked;
    return { ...rest, ...(ids && { ids }) };
  },
});
