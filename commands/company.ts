import type { CompanyListEffect } from '../src/companies/index.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import { type Command, type ListActions, readListCommand } from './command.ts';

const LONGEST_NAME = 60;

const named = (say: 'add' | 'edit' | 'remove') => (name: string) =>
  ({ kind: 'company', do: say, name: name.slice(0, LONGEST_NAME) }) as const;

/** `add`, `edit NAME`, `remove NAME`, `list`, `import`; anything else is explained. */
const ACTIONS: ListActions<CompanyListEffect> = [
  [/^list$|^show$/i, () => ({ kind: 'company', do: 'list' })],
  [/^import(?: csv| file| table)?$/i, () => ({ kind: 'company', do: 'import' })],
  [/^(?:add|new)$/i, () => ({ kind: 'company', do: 'add' })],
  [/^(?:add|new)\s+(?<said>.+)$/i, named('add')],
  // what is meant is chosen from the list
  [/^(?:edit|change|remove|delete|drop)$/i, () => ({ kind: 'company', do: 'list' })],
  [/^(?:edit|change)\s+(?<said>.+)$/i, named('edit')],
  [/^(?:remove|delete|drop)\s+(?<said>.+)$/i, named('remove')],
];

/** `/company add`: companies of a team's own, which it may ask about by name. */
export const companyCommand: Command<ReadingResult | CompanyListEffect> = {
  name: '/company',
  description: 'Companies of your own: add, edit, remove, list them, or import a table of up to 500',
  usageHint: 'add | edit ACME | remove ACME | list | import',
  read: readListCommand(ACTIONS, (unread) => ({
    kind: 'company',
    do: 'help',
    ...(unread !== undefined && { unread }),
  })),
};
