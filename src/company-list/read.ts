import type { CompanyListEffect } from '../companies/index.ts';

const LONGEST = 200;
const LONGEST_QUOTED = 60;
const LONGEST_NAME = 60;

/** `add`, `edit NAME`, `remove NAME`, `list`, `import`; anything else is explained. */
const ACTIONS: readonly (readonly [words: RegExp, effect: (name: string) => CompanyListEffect])[] = [
  [/^list$|^show$/i, () => ({ kind: 'company', do: 'list' })],
  [/^import(?: csv| file| table)?$/i, () => ({ kind: 'company', do: 'import' })],
  [/^(?:add|new)$/i, () => ({ kind: 'company', do: 'add' })],
  [/^(?:add|new)\s+(?<name>.+)$/i, (name) => ({ kind: 'company', do: 'add', name })],
  // what is meant is chosen from the list
  [/^(?:edit|change|remove|delete|drop)$/i, () => ({ kind: 'company', do: 'list' })],
  [/^(?:edit|change)\s+(?<name>.+)$/i, (name) => ({ kind: 'company', do: 'edit', name })],
  [/^(?:remove|delete|drop)\s+(?<name>.+)$/i, (name) => ({ kind: 'company', do: 'remove', name })],
];

/** Reads what is typed behind `/company`. */
export const readCompanyList = (typed: string): CompanyListEffect => {
  const words = typed.replace(/\s+/g, ' ').trim();
  if (words === '') return { kind: 'company', do: 'help' };
  for (const [pattern, effect] of words.length > LONGEST ? [] : ACTIONS) {
    const found = pattern.exec(words);
    if (found) return effect((found.groups?.['name'] ?? '').replace(/^["“”']|["“”']$/g, '').slice(0, LONGEST_NAME));
  }
  return { kind: 'company', do: 'help', unread: words.slice(0, LONGEST_QUOTED) };
};
