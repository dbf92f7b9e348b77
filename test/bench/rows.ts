import type { CompanyTimes } from './companies-core.ts';
import type { TurnTimes } from './conversation-core.ts';
import { type CoreRates, median, quantile } from './core.ts';
import type { ExtractTimes } from './extract-core.ts';
import type { RotationTimes } from './market-core.ts';
import type { AnswerTimes } from './notes-core.ts';
import type { PageTimes, ScriptBytes } from './page.ts';
import type { BothPressures } from './pressure.ts';
import { atLeast, atMost, megabytes, milliseconds, perSecond, type Row } from './report.ts';
import type { SharedStoreCosts } from './shared-store.ts';
import type { StoreCosts } from './store.ts';
import type { TeamLibraryTimes } from './team-library.ts';

/** What was measured of the parts, each with its aim. */

export const coreRows = ({ read, answered, drawn }: CoreRates): Row[] => [
  { measure: 'Core: questions answered', ours: perSecond(answered), target: atLeast(answered, 20_000) },
  { measure: 'Core: words read', ours: perSecond(read) },
  { measure: 'Core: answers drawn', ours: perSecond(drawn) },
];

const MOST_ANSWER_MS = 1;

/** The yardstick stands beside it: what the machine takes to write the same answers as JSON and to read them. */
export const notesRows = (times: Readonly<Record<'views' | 'check', AnswerTimes>>): Row[] =>
  (['views', 'check'] as const).flatMap((command) => {
    const { answerMs, slowestMs, jsonMs } = times[command];
    return [
      {
        measure: `Core: any /${command} answer, median`,
        ours: milliseconds(answerMs),
        target: atMost(answerMs, MOST_ANSWER_MS),
      },
      { measure: '  the slowest of them', ours: milliseconds(slowestMs) },
      { measure: '  the same answers through JSON', ours: milliseconds(jsonMs) },
    ];
  });

const MOST_EXTRACT_MS = 200;

export const extractRows = ({ firstMs, medianMs }: ExtractTimes): Row[] => [
  {
    measure: 'Core: a note of 3,000 words into claims, median',
    ours: milliseconds(medianMs),
    target: atMost(medianMs, MOST_EXTRACT_MS),
  },
  { measure: '  the first note of a process', ours: milliseconds(firstMs) },
];

const MOST_TEAM_VIEWS_MS = 5;
const MOST_START_MS = 1_000;

/** @param startsMs from the spawn to the first ack, with the notes in the store */
export const teamLibraryRows = (
  { medianMs, slowestMs, slowest, firstMs }: TeamLibraryTimes,
  startsMs: readonly number[],
): Row[] => [
  {
    measure: 'Core: any /views answer from 500 notes, drawn, median',
    ours: milliseconds(medianMs),
    target: atMost(medianMs, MOST_TEAM_VIEWS_MS),
  },
  { measure: `  the slowest of them (${slowest})`, ours: milliseconds(slowestMs) },
  { measure: '  from the file to the first', ours: milliseconds(firstMs) },
  {
    measure: 'Start to first ack with 500 notes',
    ours: milliseconds(median(startsMs)),
    target: atMost(median(startsMs), MOST_START_MS),
  },
];

const MOST_READ_MS = 1;
const MOST_SLOW_READ_MS = 5;
const MOST_LONG_READ_MS = 50;
const MOST_TURN_MS = 2;
const MOST_SLOW_TURN_MS = 20;

export const turnRows = ({ readMs, readP99Ms, longestReadMs, medianMs, p99Ms, jsonMs }: TurnTimes): Row[] => [
  { measure: 'Core: words to a question, median', ours: milliseconds(readMs), target: atMost(readMs, MOST_READ_MS) },
  { measure: '  99th percentile', ours: milliseconds(readP99Ms), target: atMost(readP99Ms, MOST_SLOW_READ_MS) },
  {
    measure: '  4,000 characters of any script, the slowest',
    ours: milliseconds(longestReadMs),
    target: atMost(longestReadMs, MOST_LONG_READ_MS),
  },
  { measure: 'Core: any question drawn, median', ours: milliseconds(medianMs), target: atMost(medianMs, MOST_TURN_MS) },
  { measure: '  99th percentile', ours: milliseconds(p99Ms), target: atMost(p99Ms, MOST_SLOW_TURN_MS) },
  { measure: '  the same messages through JSON', ours: milliseconds(jsonMs) },
];

const MOST_COMPANIES_MS = 100;
const MOST_FAN_MS = 1;

/** From the words to the message, on a list that nothing was asked about before. */
export const companyRows = ({ medianMs, slowestMs, tableMs, fanMs, tornadoMs }: CompanyTimes): Row[] => [
  {
    measure: 'Core: 500 companies ranked and drawn, median',
    ours: milliseconds(medianMs),
    target: atMost(medianMs, MOST_COMPANIES_MS),
  },
  { measure: '  the slowest', ours: milliseconds(slowestMs), target: atMost(slowestMs, MOST_COMPANIES_MS) },
  { measure: '  a pasted table of 500 checked', ours: milliseconds(tableMs) },
  { measure: 'Core: a fan drawn, median', ours: milliseconds(fanMs), target: atMost(fanMs, MOST_FAN_MS) },
  { measure: 'Core: a tornado drawn, median', ours: milliseconds(tornadoMs), target: atMost(tornadoMs, MOST_FAN_MS) },
];

const MOST_WRITES = 3;
const MOST_WAIT_MS = 60;

/** A hundred turns at once, with ten thousand threads remembered. */
export const storeRows = ({ writes, slowestMs, worstSlowestMs, plainWriteMs, openMs }: StoreCosts): Row[] => [
  { measure: 'Store: writes for 100 turns at once', ours: String(writes), target: atMost(writes, MOST_WRITES) },
  {
    measure: '  the slowest turn waits, worst round',
    ours: milliseconds(worstSlowestMs),
    target: atMost(worstSlowestMs, MOST_WAIT_MS),
  },
  { measure: '  the same, median of the rounds', ours: milliseconds(slowestMs) },
  { measure: '  one plain write of the same file', ours: milliseconds(plainWriteMs) },
  { measure: '  opening the full file', ours: milliseconds(openMs) },
];

const MOST_ROTATION_MS = 5;
const MOST_LOAD_MS = 150;
const MOST_SERIES_MB = 10;

/** Twice the history may take twice the time, and a timer is a little unsteady. */
const MOST_GROWTH = 2.3;

const MOST_RECALL_RATIO = 1.2;
/** Where there is a processor each for two instances, the database, and Slack with those who ask. */
const CORES_FOR_TWO = 4;

export const sharedStoreRows = (costs: SharedStoreCosts, cores: number): Row[] => {
  const { amongManyMs, amongFewMs, onePerSecond, twoPerSecond } = costs;
  const recall = amongManyMs / amongFewMs;
  const two = twoPerSecond / onePerSecond;
  return [
    {
      measure: 'PostgreSQL: a thread among 1,000,000 v 1,000',
      ours: `${recall.toFixed(2)} × (${milliseconds(amongManyMs)})`,
      target: atMost(recall, MOST_RECALL_RATIO),
    },
    {
      measure: 'PostgreSQL: follow-ups, two instances v one',
      ours: `${two.toFixed(2)} × (${perSecond(twoPerSecond)})`,
      ...(cores >= CORES_FOR_TWO && { target: atLeast(two, 1.6) }),
    },
  ];
};

export const rotationRows = (times: RotationTimes, half: RotationTimes): Row[] => [
  {
    measure: 'Core: any /rotation answer, drawn, median',
    ours: milliseconds(times.answerMs),
    target: atMost(times.answerMs, MOST_ROTATION_MS),
  },
  { measure: `  the slowest of them (${times.slowest})`, ours: milliseconds(times.slowestMs) },
  {
    measure: '  against half the history, median',
    ours: `${(times.answerMs / half.answerMs).toFixed(2)} ×`,
    target: atMost(times.answerMs / half.answerMs, MOST_GROWTH),
  },
  {
    measure: '  the same, the slowest',
    ours: `${(times.slowestMs / half.slowestMs).toFixed(2)} ×`,
    target: atMost(times.slowestMs / half.slowestMs, MOST_GROWTH),
  },
  { measure: '  the same closes through JSON', ours: milliseconds(times.jsonMs) },
  {
    measure: 'Closes of 39 years from disk',
    ours: milliseconds(times.loadMs),
    target: atMost(times.loadMs, MOST_LOAD_MS),
  },
  { measure: '  and in memory', ours: `${times.heldMb.toFixed(1)} MB`, target: atMost(times.heldMb, MOST_SERIES_MB) },
];

const MOST_SCRIPT_KB = 100;
const MOST_PAINT_MS = 2_000;
const BYTES_A_KB = 1_000;

const kilobytes = (bytes: number): string => `${Math.round(bytes / BYTES_A_KB)} kB`;

/** @param times absent where there is no browser */
export const pageRows = (bytes: ScriptBytes, times: readonly PageTimes[] | undefined): Row[] => {
  const paintMs = times && median(times.map(({ startToPaintMs }) => startToPaintMs));
  const useMs = times && median(times.map(({ startToUseMs }) => startToUseMs));
  return [
    {
      measure: 'Playground: script of the page, compressed',
      ours: kilobytes(bytes.all),
      target: atMost(bytes.all / BYTES_A_KB, MOST_SCRIPT_KB),
    },
    { measure: '  of it before the first paint', ours: kilobytes(bytes.first) },
    ...(paintMs === undefined || useMs === undefined
      ? []
      : [
          {
            measure: 'Playground: start to first paint',
            ours: milliseconds(paintMs),
            target: atMost(paintMs, MOST_PAINT_MS),
          },
          { measure: '  start to the first question', ours: milliseconds(useMs) },
        ]),
  ];
};

const MOST_PRESSED_ACK_MS = 3_000;
const MOST_PRESSED_MEMORY = 2;
const MOST_RESTED_MEMORY = 1.3;

/** Commands sent without end, over few connections for the yardstick and over many. */
export const pressureRows = ({ few, many, minuteAfterMb }: BothPressures): Row[] => {
  const slowestMs = many.ackMs.reduce((most, ms) => Math.max(most, ms), 0);
  const against = (measure: string, mb: number | undefined, most: number): Row[] => {
    if (mb === undefined || few.residentMb === undefined) return [];
    const ratio = mb / few.residentMb;
    return [{ measure, ours: megabytes(mb), ratio, target: atMost(ratio, most) }];
  };
  return [
    {
      measure: `Pressure: ${many.connections} connections, ${many.sent} commands, acknowledged`,
      ours: perSecond(many.acksPerSecond),
    },
    { measure: '  ack, 99th percentile', ours: milliseconds(quantile(many.ackMs, 0.99)) },
    { measure: '  the slowest ack', ours: milliseconds(slowestMs), target: atMost(slowestMs, MOST_PRESSED_ACK_MS) },
    {
      measure: '  answers lost or doubled',
      ours: String(many.lost + many.doubled),
      target: atMost(many.lost + many.doubled, 0),
    },
    { measure: '  refused in words', ours: String(many.refused) },
    { measure: '  connections to Slack, the most at once', ours: String(many.mostOutgoing) },
    ...against('  memory after it, against few connections', many.residentMb, MOST_PRESSED_MEMORY),
    ...against('  memory a minute after, against few', minuteAfterMb, MOST_RESTED_MEMORY),
  ];
};
