import { z } from 'zod';
import { defineTool, noteArgument, unknownNote, wrongArgument } from '../tool.ts';

/** What this is, how fresh it is, and what it rests on. */
export const aboutTool = defineTool({
  name: 'about_rotation_desk',
  title: 'About Rotation Desk and its data',
  description:
    'What Rotation Desk is and can do, how fresh its market data are and where they come from, what its model is, what is stored of a person, and the five analyst notes behind it (all, or one in short). Use it for “how old is this data”, “what can you do”, “who wrote these answers”, “summarise note 003”. Not for the content of an answer.',
  input: z.strictObject({
    about: z
      .enum(['what', 'can do', 'data', 'model', 'privacy', 'notes'])
      .describe('data: how fresh and from where; notes: the five analyst notes'),
    note: noteArgument('With notes: one of them in short'),
  }),
  others: 'More about it',
  question: ({ about, note }, { notes }) => {
    if (note !== undefined && about !== 'notes') return wrongArgument('note', 'goes with about = notes');
    const unknown = unknownNote('note', note, notes);
    if (unknown) return unknown;
    return about === 'notes' ? { kind: 'notes', ...(note && { note }) } : { kind: 'about', aspect: about };
  },
  argumentsFor: (question) => {
    if (question.kind === 'about') return question.aspect === 'terms' ? undefined : { about: question.aspect };
    if (question.kind !== 'notes') return undefined;
    return { about: 'notes', ...(question.note && { note: question.note }) } as const;
  },
});
