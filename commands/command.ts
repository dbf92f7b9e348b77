import type { Library } from '../src/notes/index.ts';
import type { Known } from '../src/topics/reading.ts';
import type { Turn } from '../src/topics/turn.ts';

/** A slash command, free of Slack: what it is called, how it is used, and how its words are read. */
export interface Command<T extends Turn = Turn> {
  /** With the slash, as in the manifest. */
  readonly name: `/${string}`;
  readonly description: string;
  readonly usageHint: string;
  /** True where its words may name channels: Slack then hands them over by their ids. */
  readonly shouldEscape?: true;
  /** @param words what stands behind its name */
  readonly read: (words: string, library: Library, known: Known) => T;
}
