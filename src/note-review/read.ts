import type { NoteEffect } from '../team-notes/index.ts';

const LONGEST = 200;
const LONGEST_QUOTED = 60;
const LONGEST_TEXT = 100_000;

const numbered = (say: 'edit' | 'retire' | 'restore') => (number: string) =>
  ({ kind: 'note', do: say, number: number.toUpperCase() }) as const;
const LIST = (): NoteEffect => ({ kind: 'note', do: 'list' });

/** `add`, `list`, `edit T2`, `retire T2`, `merge A into B`, `export`, `import`, `house off`; anything else is explained. */
const ACTIONS: readonly (readonly [words: RegExp, effect: (said: string, other: string) => NoteEffect])[] = [
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

const unquoted = (words = ''): string => words.replace(/^["“”']|["“”']$/g, '').trim();

/** Reads what is typed behind `/note`. */
export const readNoteCommand = (typed: string): NoteEffect => {
  const words = typed.replace(/\s+/g, ' ').trim();
  if (words === '') return { kind: 'note', do: 'help' };
  for (const [pattern, effect] of words.length > LONGEST ? [] : ACTIONS) {
    const found = pattern.exec(words);
    if (found) return effect(unquoted(found.groups?.['said']), unquoted(found.groups?.['other']));
  }
  const [, text] = /^\s*(?:add|new)\s+([\s\S]+)$/i.exec(typed) ?? [];
  if (text !== undefined) return { kind: 'note', do: 'add', text: text.slice(0, LONGEST_TEXT) };
  return { kind: 'note', do: 'help', unread: words.slice(0, LONGEST_QUOTED) };
};
