import type { NoteEffect } from '../src/team-notes/index.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import { type Command, type ListActions, readListCommand } from './command.ts';

const LONGEST_TEXT = 100_000;

const numbered = (say: 'edit' | 'retire' | 'restore') => (number: string) =>
  ({ kind: 'note', do: say, number: number.toUpperCase() }) as const;
const LIST = (): NoteEffect => ({ kind: 'note', do: 'list' });

/** `add`, `list`, `edit T2`, `retire T2`, `merge A into B`, `export`, `import`, `house off`; anything else is explained. */
const ACTIONS: ListActions<NoteEffect> = [
  [/^(?:list|show|drafts?)$/i, LIST],
  [/^(?:add|new)$/i, () => ({ kind: 'note', do: 'add' })],
  [/^(?:edit|change)\s+(?:note\s+)?(?<said>t\d{1,4})$/i, numbered('edit')],
  [/^(?:retire|remove|delete|drop)\s+(?:note\s+)?(?<said>t\d{1,4})$/i, numbered('retire')],
  [/^(?:restore|bring back)\s+(?:note\s+)?(?<said>t\d{1,4})$/i, numbered('restore')],
  // what is meant is chosen from the list
  [/^(?:edit|change|retire|remove|delete|drop|restore)$/i, LIST],
  [
    /^merge\s+(?<said>.+?)\s+(?:into|with|as|->|→)\s+(?<other>.+)$/i,
    (from, to) => ({ kind: 'note', do: 'merge', from, to }),
  ],
  [/^merge$/i, () => ({ kind: 'note', do: 'merge' })],
  [/^export$/i, () => ({ kind: 'note', do: 'export' })],
  [/^import$/i, () => ({ kind: 'note', do: 'import' })],
  [/^house\s+(?<said>on|off)$/i, (said) => ({ kind: 'note', do: 'house', on: said.toLowerCase() === 'on' })],
];

/** `/note add`: notes of a team's own, from which views, checks and briefs cite from then on. */
export const noteCommand: Command<ReadingResult | NoteEffect> = {
  name: '/note',
  description: 'Notes of your own: add, confirm, list, edit, retire, export or import them',
  usageHint: 'add | list | edit T2 | retire T2 | merge | export | import | house off',
  read: readListCommand(ACTIONS, (unread, typed) => {
    const [, text] = /^\s*(?:add|new)\s+([\s\S]+)$/i.exec(typed) ?? [];
    if (text !== undefined) return { kind: 'note', do: 'add', text: text.slice(0, LONGEST_TEXT) };
    return { kind: 'note', do: 'help', ...(unread !== undefined && { unread }) };
  }),
};
