import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './asking.ts';
import { type Conversation, type EvalSet, readEvalSet } from './files.ts';
import { judgeTurn, TURN_CLASSES, type TurnJudged } from './judge-turn.ts';
import { readReply } from './reply.ts';
import { drawn } from './report.ts';

/** Asks sets of conversations and prints what came of each, opening turns and follow-ups apart. */

const DIRECTORY = join(import.meta.dirname, 'sets');
/** Companies that nobody has heard of, for conversations about one's own. */
const COMPANIES = join(import.meta.dirname, 'companies.csv');
/** The instant that the gold of the sets was written for. */
const WRITTEN_FOR = '2026-11-30T15:00:00Z';

interface Judged extends TurnJudged {
  readonly id: string;
  readonly text: string;
  readonly isOpening: boolean;
  readonly reply: string;
}

interface Options {
  readonly now?: string | undefined;
  /** A file of closes, without which conversations about them are left out. */
  readonly csv?: string | undefined;
  readonly verbose: boolean;
}

/** Every file of the directory is a set. */
export const setPaths = (): readonly string[] =>
  readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(DIRECTORY, name));

const judged = async (
  conversations: readonly Conversation[],
  now: string,
  market: string,
  more: readonly string[] = [],
): Promise<readonly Judged[]> => {
  const turns = conversations.flatMap(({ id, turns }) =>
    turns.map((turn, at) => ({ ...turn, id, isOpening: at === 0 })),
  );
  if (turns.length === 0) return [];
  const lines = await ask(
    turns.map(({ text, id }) => ({ text, thread: id })),
    now,
    market,
    more,
  );
  return turns.map(({ id, text, gold, isOpening }, at) => {
    const reply = readReply(lines[at] as string);
    return { id, text, isOpening, ...judgeTurn(gold, reply), reply: 'error' in reply ? reply.error : reply.text };
  });
};

const row = (name: string, turns: readonly Judged[]): readonly string[] => [
  name,
  `${turns.length}`,
  ...TURN_CLASSES.map((one) => `${turns.filter(({ turnClass }) => turnClass === one).length}`),
];

const listed = (turns: readonly Judged[], verbose: boolean): string =>
  turns
    .filter(({ turnClass }) => verbose || turnClass === 'wrong number' || turnClass === 'not declined')
    .map(({ id, text, turnClass, reasons, reply }) =>
      [`${turnClass.toUpperCase()} ${id}: ${text}`, ...reasons, ...(verbose ? [reply.slice(0, 400)] : [])].join(
        '\n    ',
      ),
    )
    .join('\n');

const reportOf = ({ set }: EvalSet, turns: readonly Judged[], left: number, verbose: boolean): string => {
  const list = listed(turns, verbose);
  const table = drawn([
    [`Set ${set}`, 'turns', ...TURN_CLASSES],
    row(
      'opening turns',
      turns.filter(({ isOpening }) => isOpening),
    ),
    row(
      'follow-ups',
      turns.filter(({ isOpening }) => !isOpening),
    ),
    row('all', turns),
  ]);
  const skipped = left === 0 ? '' : `\n${left} conversations about closes are left out: give --csv FILE`;
  return `${list === '' ? '' : `${list}\n\n`}${table}${skipped}`;
};

/** One report for each set. */
export const reportSets = async (
  paths: readonly string[],
  { now, csv, verbose }: Options,
): Promise<readonly string[]> => {
  const reports: string[] = [];
  for (const path of paths) {
    const set = readEvalSet(path);
    const about = (market: Conversation['market'], companies?: true) =>
      set.conversations.filter((one) => one.market === market && one.companies === companies);
    const at = now ?? WRITTEN_FOR;
    const without = await judged(about('off'), at, 'off');
    const ours = await judged(about('off', true), at, 'off', ['--companies', COMPANIES]);
    const closes = csv === undefined ? [] : await judged(about('csv'), at, `csv:${csv}`);
    const left = csv === undefined ? about('csv').length : 0;
    reports.push(reportOf(set, [...without, ...ours, ...closes], left, verbose));
  }
  return reports;
};

export const HOW_SETS_ARE_JUDGED = `A program judges these by behaviour and numbers only, which is less strict than a reader: "right" may name the wrong
person or miss a fact. First scores, judged by a reader, are in docs/reader-evaluation.md.`;
