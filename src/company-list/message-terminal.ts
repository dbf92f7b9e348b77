import type { CompanyListEffect } from '../companies/index.ts';
import { escaped, type Message, screenReaderText, section, sentence } from '../message/index.ts';

const wordsOf = (effect: CompanyListEffect): string => {
  switch (effect.do) {
    case 'help':
      return '/company add, edit NAME, remove NAME, list and import keep companies of your own in Slack; here they come from a file, with --companies FILE.csv';
    case 'list':
      return 'A terminal keeps no list: it has the companies of the file behind --companies. In Slack this lists them';
    case 'add':
    case 'import':
      return `A terminal has no form. In Slack this opens one; here companies come from a file, with --companies FILE.csv`;
    case 'edit':
      return `A terminal has no form. In Slack this opens that of ${effect.name}`;
    case 'remove':
      return `A terminal keeps no list. In Slack this removes ${effect.name}, once it is confirmed`;
  }
};

/** Renders what a `/company` command would do in Slack, for a terminal, where no list is kept. */
export const renderCompanyForTerminal = (effect: CompanyListEffect): Message => {
  const words = sentence(wordsOf(effect));
  return { text: screenReaderText(escaped(words)), blocks: [section(escaped(words))] };
};
