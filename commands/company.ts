import type { CompanyListEffect } from '../src/companies/index.ts';
import { readCompanyList } from '../src/company-list/index.ts';
import { readCommand } from '../src/reading/index.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import type { Command } from './command.ts';

const HELP = /^\s*(?:help|usage|\?)\s*$/i;

/** `/company add`: companies of a team's own, which it may ask about by name. */
export const companyCommand: Command<ReadingResult | CompanyListEffect> = {
  name: '/company',
  description: 'Companies of your own: add, edit, remove, list them, or import a table of up to 500',
  usageHint: 'add | edit ACME | remove ACME | list | import',
  read: (words, ...known) =>
    HELP.test(words)
      ? readCommand(() => ({ kind: 'unclear', reason: 'nothing-typed' }), words, ...known)
      : readCompanyList(words),
};
