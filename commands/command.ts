import type { Library } from '../src/notes/index.ts';
import { readCommand } from '../src/reading/index.ts';
import type { Known } from '../src/topics/reading.ts';
import type { ReadingResult, Turn } from '../src/topics/turn.ts';

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

/** What words do to a list that a team keeps: the first pattern that fits counts. Its group `said` is handed on, and `other`. */
export type ListActions<Effect> = readonly (readonly [
  words: RegExp,
  effect: (said: string, other: string) => Effect,
])[];

const HELP = /^\s*(?:help|usage|\?)\s*$/i;
const LONGEST = 200;
const LONGEST_QUOTED = 60;

const unquoted = (words = ''): string => words.replace(/^["“”']|["“”']$/g, '').trim();

/**
 * Reads what is typed behind a command that changes a list which a team keeps.
 *
 * @param explain what the command does; it is given the words that were not understood, and all that was typed
 */
export const readListCommand =
  <Effect>(actions: ListActions<Effect>, explain: (unread: string | undefined, typed: string) => Effect) =>
  (typed: string, library: Library, known: Known): Effect | ReadingResult => {
    if (HELP.test(typed))
      return readCommand(() => ({ kind: 'unclear', reason: 'nothing-typed' }), typed, library, known);
    const words = typed.replace(/\s+/g, ' ').trim();
    for (const [pattern, effect] of words.length > LONGEST ? [] : actions) {
      const found = pattern.exec(words);
      if (found) return effect(unquoted(found.groups?.['said']), unquoted(found.groups?.['other']));
    }
    return explain(words === '' ? undefined : words.slice(0, LONGEST_QUOTED), typed);
  };
