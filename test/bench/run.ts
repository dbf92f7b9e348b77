import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { CHROMIUM } from '../browser/chromium.ts';
import type { Both } from './apps.ts';
import { measureCompanies } from './companies-core.ts';
import { measureTurns } from './conversation-core.ts';
import { measureCore, median, quantile } from './core.ts';
import { measureExtract } from './extract-core.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { PEOPLE } from './load.ts';
import { HALF_HISTORY, measureRotation, WHOLE_HISTORY } from './market-core.ts';
import { measureNotes } from './notes-core.ts';
import { measurePage, scriptBytes } from './page.ts';
import { measurePressure } from './pressure.ts';
import { atLeast, atMost, megabytes, milliseconds, perSecond, type Row, type Target, table } from './report.ts';
import {
  companyRows,
  coreRows,
  extractRows,
  notesRows,
  pageRows,
  pressureRows,
  rotationRows,
  sharedStoreRows,
  storeRows,
  teamLibraryRows,
  turnRows,
} from './rows.ts';
import { measureSharedStore } from './shared-store.ts';
import { questionText } from './slash-command.ts';
import { measureStore } from './store.ts';
import { measureTeamLibrary } from './team-library.ts';
import { measureTools } from './tools.ts';
import {
  measureStarts,
  measureStartsWith,
  measureUnderLoad,
  ROUND_COMMANDS,
  ROUNDS,
  type UnderLoad,
} from './under-load.ts';

/**
 * Our app against a bare Bolt app that acks and posts a constant text: the whole path from a signed slash command to
 * the message at a fake Slack, in one run on one machine.
 */

const USAGE = `Usage: npm run bench -- [PART...] [--no-fail] [--profile DIRECTORY]

  PART                 what is measured, all of it unless named; one of
                       PARTS
  --no-fail            exit with 0 also where a target is missed
  --profile DIRECTORY  write a CPU profile of our app under load there; its figures are then worse than they are`;

/** Where the bench itself takes more than this of a processor, it and not the app may be what is measured. */
const MOST_BENCH_SHARE = 0.8;

/** What everybody types when the Fed has spoken. */
const commonest = (): string => '50bps';

const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** Medians of each side, and the median of the ratios of each pair. */
const compared = (
  measure: string,
  pairs: readonly Both<number>[],
  format: (value: number) => string,
  target?: (ratio: number) => Target,
): Row => {
  const ratio = median(pairs.map(({ bare, other }) => other / bare));
  return {
    measure,
    bare: format(median(pairs.map(({ bare }) => bare))),
    ours: format(median(pairs.map(({ other }) => other))),
    ratio,
    ...(target && { target: target(ratio) }),
  };
};

/** Messages by the clock, and by the processor time of the app, which a busy machine leaves as it is. */
const messageRows = (measure: string, { rounds }: UnderLoad, target?: (ratio: number) => Target): Row[] => [
  compared(
    measure,
    rounds.map(({ bare, other }) => ({ bare: bare.postsPerSecond, other: other.postsPerSecond })),
    perSecond,
    target,
  ),
  compared(
    '  for a second of processor',
    rounds.map(({ bare, other }) => ({ bare: bare.postsPerProcessorSecond, other: other.postsPerProcessorSecond })),
    perSecond,
  ),
];

const loadRows = (load: UnderLoad, varied: UnderLoad, echo: UnderLoad): Row[] => {
  const { rounds, memory, benchShare } = load;
  const { bare, other } = memory;
  const pairs = (value: (round: UnderLoad['rounds'][number]['other']) => number): Both<number>[] =>
    rounds.map((pair) => ({ bare: value(pair.bare), other: value(pair.other) }));
  const isReached = (ratio: number): Target => atLeast(ratio, 0.6);
  const share = `${Math.round(benchShare * 100)}%`;
  const rows = [
    ...messageRows('Messages posted', load, isReached),
    ...messageRows('The same, every question new', varied, isReached),
    ...messageRows('Bare Bolt posting our message', echo),
    compared(
      'Ack, 99th percentile',
      pairs(({ ackMs }) => quantile(ackMs, 0.99)),
      milliseconds,
      (ratio) => atMost(ratio, 2),
    ),
    compared(
      'Command to message, median',
      pairs(({ answerMs }) => median(answerMs)),
      milliseconds,
    ),
    {
      measure: 'Load and fake Slack, of a processor',
      ours: benchShare > MOST_BENCH_SHARE ? `${share}: too much` : share,
    },
  ];
  if (!bare || !other) return rows;
  return [
    ...rows,
    compared('Memory after the load', [{ bare: bare.residentMb, other: other.residentMb }], megabytes, (ratio) =>
      atMost(ratio, 1.6),
    ),
    compared('Memory at its peak', [{ bare: bare.peakMb, other: other.peakMb }], megabytes),
  ];
};

const messagesUnderLoad = async (slack: FakeSlack, profileDirectory: string | undefined): Promise<readonly Row[]> => {
  const profile = profileDirectory === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`];
  const load = await measureUnderLoad('ours', slack, commonest, profile);
  const varied = await measureUnderLoad('ours', slack, questionText, profile);
  return loadRows(load, varied, await measureUnderLoad('echo', slack, commonest));
};

const starts = async (slack: FakeSlack): Promise<readonly Row[]> => {
  const pairs = await measureStarts(slack);
  const of = (what: 'ms' | 'processorMs'): Both<number>[] =>
    pairs.map(({ bare, other }) => ({ bare: bare[what], other: other[what] }));
  return [
    compared('Start to first ack', of('ms'), milliseconds, (ratio) => atMost(ratio, 2.5)),
    compared('  in processor time', of('processorMs'), milliseconds),
  ];
};

const teamLibrary = async (slack: FakeSlack): Promise<readonly Row[]> => {
  const times = await measureTeamLibrary();
  return teamLibraryRows(times, await measureStartsWith(times.file, slack));
};

const rotation = async (): Promise<readonly Row[]> => {
  const half = await measureRotation(HALF_HISTORY);
  return rotationRows(await measureRotation(WHOLE_HISTORY), half);
};

type Part = (slack: FakeSlack, profileDirectory: string | undefined) => Promise<readonly Row[]>;

/** In this order: the store before anything else fills the heap, since a bot's own is as small. */
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['store', async () => storeRows(await measureStore())],
  ['page', async () => pageRows(scriptBytes(), CHROMIUM === undefined ? undefined : await measurePage())],
  ['core', async () => coreRows(measureCore())],
  ['extract', async () => extractRows(measureExtract())],
  ['notes', async () => notesRows(measureNotes())],
  ['library', teamLibrary],
  ['turns', async () => turnRows(measureTurns())],
  ['companies', async () => companyRows(measureCompanies())],
  ['rotation', rotation],
  ['starts', starts],
  ['messages', messagesUnderLoad],
  ['pressure', async (slack) => pressureRows(await measurePressure(slack))],
  [
    'tools',
    async () => [
      compared('Tool calls for a second of processor', await measureTools(), perSecond, (ratio) => atLeast(ratio, 0.8)),
    ],
  ],
  ['shared', async () => sharedStoreRows(await measureSharedStore(), cpus().length)],
]);

const run = async (parts: readonly Part[], profileDirectory: string | undefined): Promise<readonly Row[]> => {
  const slack = await startFakeSlack();
  const rows: Row[] = [];
  for (const measure of parts) rows.push(...(await measure(slack, profileDirectory)));
  slack.stop();
  say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  say(`${ROUNDS} rounds of ${ROUND_COMMANDS} commands each, ${PEOPLE} at once; ratios are medians over the pairs\n`);
  say(table(rows));
  return rows;
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-fail': { type: 'boolean' }, profile: { type: 'string' }, help: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !PARTS.has(name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) process.exitCode = 2;
  say(USAGE.replace('PARTS', [...PARTS.keys()].join(', ')));
} else {
  const parts = [...PARTS].filter(([name]) => positionals.length === 0 || positionals.includes(name));
  const rows = await run(
    parts.map(([, measure]) => measure),
    values.profile,
  );
  const isMissed = rows.some(({ target }) => target?.reached === false);
  if (isMissed && !values['no-fail']) process.exitCode = 1;
}
