import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { renderBriefForTerminal } from '../../src/brief/message-terminal.ts';
import { renderCompanyForTerminal } from '../../src/company-list/index.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { renderNoteForTerminal } from '../../src/note-review/index.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import type { Context } from '../../src/topics/context.ts';
import type { Turn } from '../../src/topics/turn.ts';
import { readerOf, readLine } from '../doubles/asked.ts';
import { contextOf, turnOf } from '../reading/asked-turns.ts';
import { FACTS } from '../topics/rendered.ts';

/** Names that every object has, which find something where words are looked up in one. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

/** Another word that is in no list, as long and of the same signs. */
const strangerFor = (name: string): string =>
  name.replace(/[a-z]+/gi, (letters) => 'zqxjkvwz'.repeat(3).slice(0, letters.length));

const drawn = (turn: Turn) => {
  if (turn.kind === 'brief')
    return turn.do === 'now' || turn.do === 'preview' ? undefined : renderBriefForTerminal(turn, FACTS);
  if (turn.kind === 'company') return renderCompanyForTerminal(turn);
  if (turn.kind === 'note') return renderNoteForTerminal(turn);
  return renderTurn(answerTurn(turn, FACTS));
};

/** What a line is read as, once it has been drawn without a trace of what objects have. */
const readAs = (line: string, read: (line: string) => Turn): Turn => {
  const turn = read(line);
  const message = drawn(turn);
  if (message) expect(messageProblems(message)).toEqual([]);
  expect(JSON.stringify(message ?? {})).not.toMatch(/native code|\[object |function |undefined/);
  return turn;
};

const inKind = (turn: Turn): string => (turn.kind === 'unclear' ? `${turn.kind}: ${turn.reason}` : turn.kind);

/**
 * Free words that are not read may be asked back, or declined, by what they look like, and a name looks like other words than
 * nonsense.
 */
const inFreeKind = (turn: Turn): string => {
  const isAsked = turn.kind === 'unclear' && (turn.reason === 'which' || turn.reason === 'not-understood');
  // what is declined by likeness goes by the letters of a strange word too
  const isDeclined =
    turn.kind === 'question' &&
    ((turn.question.kind === 'refusal' && (turn.how === 'ranked' || turn.question.reason === 'off topic')) ||
      (turn.question.kind === 'not-known' && turn.how === 'ranked'));
  return isAsked || isDeclined ? 'not read' : inKind(turn);
};

const FORMS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => `50bps ${name}`,
  (name) => `${name} 50bps`,
  (name) => `bearish ${name}`,
  (name) => `note 002 ${name}`,
  (name) => `since ${name}`,
  (name) => `${name}=5`,
  (name) => `50bps ${name}=5`,
  (name) => `50bps floating=${name}`,
  (name) => `large ${name} 2000 debt=3x`,
  (name) => `50 ${name}`,
  (name) => `weekdays 07:30 ${name}`,
  (name) => `weekdays 07:30 America/${name}`,
  (name) => `weekdays 07:30 <#C0MACRO|${name}>`,
  (name) => `when ratio > ${name}`,
  (name) => `remove ${name}`,
];

const CONTEXTS: readonly (readonly [name: string, context: Context | undefined])[] = [
  ['alone', undefined],
  ['after a move', contextOf('50bps floating=60%')],
  ['after views', contextOf('bearish views')],
  ['after a figure', contextOf('forward pe of the russell')],
];

const ASKED: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `what does ${name} say`,
  (name) => `what does ${name} think about tariffs`,
  (name) => `and the ${name}?`,
  (name) => `is ${name} true`,
  (name) => `what is the ${name} of the russell`,
  (name) => `back to the default ${name}`,
  (name) => `what if ${name} is 5`,
  (name) => `50 ${name}`,
  (name) => `source of ${name}`,
];

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s', (typed, command) => {
  const read = readerOf(command);
  it.each(NAMES)('reads %s like any other word', (name) => {
    for (const form of FORMS) {
      const kinds = [name, strangerFor(name)].map((word) => inKind(readAs(form(word), read)));
      expect(kinds[0], `${typed} ${form(name)}`).toBe(kinds[1]);
      expect(readAs(`${typed} ${form(name)}`, readLine)).toEqual(read(form(name)));
    }
  });
});

describe.each(CONTEXTS)('free words %s', (_, context) => {
  it.each(NAMES)('may hold %s like any other word', (name) => {
    for (const form of ASKED) {
      const kinds = [name, strangerFor(name)].map((word) =>
        inFreeKind(readAs(form(word), (line) => turnOf(line, context))),
      );
      expect(kinds[0], form(name)).toBe(kinds[1]);
    }
  });
});
