import { utteranceOf } from '../../src/language/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import { contextAfter } from '../../src/reading/context-after.ts';
import type { Context } from '../../src/topics/context.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';
import { turnOf } from './asked-turns.ts';

/** Prints how the messages given as arguments are read, as one conversation: slots, marks, and the turn. */

const show = (line: string): void => void process.stdout.write(`${line}\n`);

let context: Context | undefined;
for (const typed of process.argv.slice(2)) {
  const { slots, marks, words, unknown } = utteranceOf(typed, namesOf(NOTES));
  show(`# ${typed}`);
  for (const { kind, duty, start, end, from: _, to: __, ...rest } of slots) {
    const said = Object.entries(rest).filter(([, value]) => value !== false && value !== '' && value !== undefined);
    show(`  ${duty.padEnd(4)} ${kind} [${typed.slice(start, end)}] ${JSON.stringify(Object.fromEntries(said))}`);
  }
  show(
    `  marks ${marks.map(({ tag, value, from, to }) => `${tag}=${value}(${words.slice(from, to).join(' ')})`).join(' ')}`,
  );
  if (unknown.size > 0) show(`  unknown ${[...unknown].map((at) => words[at]).join(' ')}`);
  const turn = turnOf(typed, context);
  show(`  turn ${JSON.stringify(turn)}`);
  context = contextAfter(turn, context);
}
