import type { Note } from '../notes/index.ts';

/** Who wrote a note and what it is called, short enough for a line. */

const LONGEST_TITLE = 48;

/** A title that is too long is cut after a word. */
export const shortTitle = (title: string): string => {
  if (title.length <= LONGEST_TITLE) return title;
  const words = title.slice(0, LONGEST_TITLE).split(' ').slice(0, -1).join(' ');
  return `${words.replace(/[\s:,.]+$/, '')}…`;
};

/** `Tom Stevenson, Fidelity International`; only the publisher where no author is named. */
export const byline = ({ author, publisher }: Pick<Note, 'author' | 'publisher'>): string => {
  if (author.kind === 'unnamed' || author.name === undefined) return publisher;
  return `${author.name}, ${author.kind === 'AI agent' ? 'AI agent, ' : ''}${publisher}`;
};
