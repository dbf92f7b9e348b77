import type { Judgement, Outcome } from './judge.ts';

/** One thing asked, and what came of it. */
export interface Result {
  /** Category, or the behaviour expected where the file names none. */
  readonly group: string;
  readonly previous: readonly string[];
  readonly text: string;
  readonly judgement: Judgement;
  /** Facts nobody judged, for a reader. */
  readonly facts: readonly string[];
  readonly reply: string;
}

const OUTCOMES: readonly Outcome[] = ['right', 'wrong', 'refused'];
const HEAD = ['', 'asked', ...OUTCOMES, 'wrong number', 'right, %'];

export const countOf = (results: readonly Result[], outcome: Outcome): number =>
  results.filter(({ judgement }) => judgement.outcome === outcome).length;

export const wrongNumbersIn = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ judgement }) => judgement.wrongNumbers.length > 0);

export const shareRight = (results: readonly Result[]): number =>
  results.length === 0 ? 0 : countOf(results, 'right') / results.length;

const row = (name: string, results: readonly Result[]): readonly string[] => [
  name,
  `${results.length}`,
  ...OUTCOMES.map((outcome) => `${countOf(results, outcome)}`),
  `${wrongNumbersIn(results).length}`,
  (100 * shareRight(results)).toFixed(1),
];

/** Rows as columns of one width each; the first row has them all. */
export const drawn = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
};

export const table = (results: readonly Result[]): string => {
  const groups = [...new Set(results.map(({ group }) => group))];
  return drawn([
    HEAD,
    ...groups.map((group) =>
      row(
        group,
        results.filter((one) => one.group === group),
      ),
    ),
    row('all', results),
  ]);
};

const asked = ({ group, previous, text }: Result): string => `${group}: ${[...previous, text].join(' → ')}`;

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);

/** What was not right, with the reason; with `verbose` everything, with the facts that only a reader can judge. */
export const listing = (results: readonly Result[], verbose: boolean): string =>
  results
    .filter(({ judgement }) => verbose || judgement.outcome !== 'right')
    .flatMap((result) => [
      `${result.judgement.outcome.toUpperCase()} ${asked(result)}`,
      ...indented(result.judgement.wrongNumbers.map((words) => `WRONG NUMBER ${words}`)),
      ...indented(result.judgement.reasons),
      ...(verbose ? indented([...result.facts.map((fact) => `fact: ${fact}`), result.reply.slice(0, 400)]) : []),
    ])
    .join('\n');
