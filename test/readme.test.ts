import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../commands/typed.ts';
import { NOTES } from '../src/notes/index.ts';
import { contextAfter } from '../src/reading/index.ts';
import type { Context } from '../src/topics/context.ts';
import type { Known } from '../src/topics/reading.ts';
import type { Turn } from '../src/topics/turn.ts';
import { isoDate } from '../src/units.ts';

const KNOWN: Known = { targetUpper: 4, targetLower: 3.75, today: isoDate('2026-11-20') };
const README = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

/** The phrases of each row of a table of what can be typed, without the last column. */
const [COMMANDS = [], THREAD = []] = README.split('\n\n')
  .filter((part) => part.startsWith('| typed |'))
  .map((table) =>
    table
      .split('\n')
      .slice(2)
      .map((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase)),
  );

const read = (line: string, context?: Context): Turn => readTyped(line, context, NOTES, KNOWN);
const asked = (turn: Turn) => (turn.kind === 'question' ? turn.question : turn);
const cut = (bps: number, rest: object = {}) => ({ kind: 'rate-move', moveBps: -bps, ...rest });
const hike = (bps: number, rest: object = {}) => ({ kind: 'rate-move', moveBps: bps, ...rest });
const counted = (inputs: object) => ({ small: inputs, large: inputs });
const fan = (by: string) => ({ kind: 'fan', moveBps: -100, by });
const years = (rest: object) => ({ kind: 'years', moveBps: -100, years: 3, ...rest });
const brief = (rest: object) => ({ kind: 'brief', ...rest });
const clock = (days: readonly string[], time: string, zone?: string) =>
  brief({ do: 'schedule', timing: { kind: 'clock', days, time, ...(zone && { zone }) } });
const onDays = (days: readonly string[], time: string, on: object, zone?: string) =>
  brief({ do: 'schedule', timing: { kind: 'clock', days, time, on, ...(zone && { zone }) } });
const crossing = (of: object) => brief({ do: 'schedule', timing: { kind: 'crossing', of } });
const views = (rest: object = {}) => ({ kind: 'views', ...rest });
const rotation = (rest: object = {}) => ({ kind: 'rotation', ...rest });
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'];
const ALL_DAYS = [...WEEK, 'sat', 'sun'];

/** What the table of commands says, a row each. */
const BEHIND_COMMANDS: readonly (readonly object[])[] = [
  [cut(50), cut(50), cut(50), cut(50), cut(50), cut(50, { readAs: ['minus as a cut'] })],
  [hike(25), hike(25, { readAs: ['plus as a hike'] }), hike(25)],
  [cut(25, { levels: { from: 4, to: 3.75 } }), cut(50, { parts: [{ moveBps: -25 }, { moveBps: -25 }] })],
  [hike(0), hike(0)],
  [cut(50, { small: { floatingShare: 60 } })],
  [cut(100, { large: { debtToEbitda: 3, rate: 5 } })],
  [
    cut(100, counted({ taxRate: 21, hedgedShare: 30, interestCap: 30 })),
    cut(50, { small: { cash: 300 } }),
    cut(50, counted({ passThrough: 80 })),
  ],
  [fan('published share'), fan('input')],
  [years({}), years({ matures: [{ year: 1, share: expect.closeTo(33.333333, 5), rate: 8 }] }), years({ lagMonths: 3 })],
  [{ ...years({ path: 'priced' }), moveBps: 0 }],
  [views()],
  [
    views({ stances: ['bearish'] }),
    views({ who: ['Lori Calvasina'] }),
    views({ who: ['Goldman Sachs'] }),
    views({ topics: ['tariffs'] }),
    views({ notes: ['002'] }),
    views({ stances: ['bullish'], topics: ['tariffs'] }),
  ],
  [
    { kind: 'check' },
    { kind: 'check', note: '002' },
    { kind: 'check', verdicts: ['loose'] },
    { kind: 'check', findings: ['003-july-2024-cut'] },
    { kind: 'check', findings: expect.arrayContaining(['000-forward-pe']) },
  ],
  [{ kind: 'conflicts' }],
  [{ kind: 'rate-move-market' }],
  [rotation()],
  [
    rotation({ from: '2024-07-09' }),
    rotation({ from: '2023-10-27', to: '2023-12-26' }),
    rotation({ ytd: true }),
    rotation({ back: { count: 6, unit: 'month' } }),
    rotation({ back: { count: 5, unit: 'year' } }),
    rotation({ from: '2008-01-01', to: '2008-12-31' }),
    rotation({ sinceEvent: 'covid' }),
  ],
  [rotation({ level: 0.6 }), rotation({ cycles: true }), rotation({ csv: true })],
  [rotation({ rates: true })],
  [rotation({ benchmark: 'OMXSSCPI' }), rotation({ benchmark: 'total return' }), rotation({ benchmark: 'S&P 600' })],
  [{ kind: 'fed' }],
  [
    { kind: 'note', do: 'add' },
    { kind: 'note', do: 'list' },
  ],
  [brief({ do: 'form' }), brief({ do: 'now' }), brief({ do: 'preview' })],
  [
    expect.objectContaining(clock(WEEK, '07:30')),
    clock(['mon', 'thu'], '08:00', 'Europe/Stockholm'),
    clock([...WEEK, 'sat', 'sun'], '07:30', 'Europe/London'),
  ],
  [
    onDays(ALL_DAYS, '08:00', { kind: 'month', which: 'first' }),
    onDays(['mon'], '08:00', { kind: 'second-week' }),
    onDays(WEEK, '09:00', { kind: 'open' }, 'America/New_York'),
    onDays(ALL_DAYS, '16:00', { kind: 'fed', day: 'before' }),
    onDays(ALL_DAYS, '08:00', { kind: 'once', on: { month: 12, day: 9 } }),
  ],
  [
    crossing({ kind: 'ratio', side: 'above', level: 0.4 }),
    crossing({ kind: 'record-close' }),
    crossing({ kind: 'odds-flip' }),
  ],
  [
    brief({ do: 'list' }),
    brief({ do: 'history' }),
    brief({ do: 'pause', until: { month: 12, day: 1 } }),
    brief({ do: 'skip' }),
    brief({ do: 'resume' }),
    brief({ do: 'change', which: 2, time: '08:00' }),
    brief({ do: 'remove', which: 2 }),
  ],
  // with `private` behind: see below
  [],
];

/** What the table of threads says, a row each, all in one thread that began with `/ratecut 50bps`. */
const IN_THE_THREAD: readonly (readonly object[])[] = [
  [cut(100), hike(25), hike(50), hike(50, { only: 'large' })],
  [
    hike(50, { large: { floatingShare: 60 }, only: 'large' }),
    hike(50, { small: { debtToEbitda: 5 }, large: { floatingShare: 60 } }),
    hike(50),
  ],
  [
    { kind: 'compare-moves', moves: [-25, -50] },
    { kind: 'solve', target: { of: 'lift', percent: 10 } },
  ],
  ['tax', 'hedges', 'why', 'formula'].map((aspect) => ({ kind: 'method', aspect, of: hike(50) })),
  [
    views({ stances: ['bearish'] }),
    views({ who: ['David Kostin', 'Michael Wilson'] }),
    views({ needs: 'soft landing' }),
    views({ risks: true }),
  ],
  [
    { kind: 'figure', figures: ['000-rut-forward-pe'] },
    { kind: 'valuation', of: '000-rut-forward-pe', against: '000-spx-forward-pe' },
    { kind: 'ratio' },
    { kind: 'ratio', to: 0.6 },
  ],
  [{ kind: 'check', findings: ['003-july-2024-cut'] }, { kind: 'conflicts' }],
  [
    { kind: 'fed-history', ask: 'moves', way: 'cut', from: '2024-01-01', to: '2024-12-31' },
    { kind: 'fed-history', ask: 'meeting', meeting: { month: 9 } },
  ],
  [views({ proved: 'wrong' }), rotation({ sinceLast: 'cut' })],
  ['can do', 'data', 'privacy'].map((aspect) => ({ kind: 'about', aspect })),
  [
    { kind: 'source', of: rotation({ sinceLast: 'cut' }) },
    { kind: 'notes', note: '002' },
    { kind: 'solve', target: { of: 'lift', percent: 10 } },
    { kind: 'silence' },
  ],
];

/** A phrase behind the command of its row, channels as Slack hands them over. */
const lineOf = (row: readonly string[], phrase: string): string => {
  const [command = ''] = (row[0] ?? '').split(' ');
  return (phrase.startsWith('/') ? phrase : `${command} ${phrase}`).replace('#macro', '<#C0MACRO|macro>');
};

const behindCommands = COMMANDS.slice(0, -1).flatMap((row, at) =>
  row.map((phrase, place) => [lineOf(row, phrase), BEHIND_COMMANDS[at]?.[place]] as const),
);

describe("README's examples behind commands", () => {
  it('are all in this test', () => {
    expect(COMMANDS.slice(0, -1).map((row) => row.length)).toEqual(
      BEHIND_COMMANDS.slice(0, -1).map((row) => row.length),
    );
    expect(COMMANDS.at(-1)).toEqual(['private']);
  });

  it.each(behindCommands)('%s', (line, expected) => {
    expect(asked(read(line))).toEqual(expected);
  });

  it.each(behindCommands.filter(([line]) => !/^\/(?:brief|note)/.test(line)))('%s private', (line) => {
    expect(read(`${line} private`)).toEqual({ ...read(line), private: true });
  });
});

describe("README's examples in a thread", () => {
  const said = THREAD.flat();
  let context = contextAfter(read('/ratecut 50bps'), undefined);
  const turns = said.map((phrase) => {
    const turn = read(phrase, context);
    context = contextAfter(turn, context);
    return asked(turn);
  });

  it('are all in this test', () => {
    expect(THREAD.map((row) => row.length)).toEqual(IN_THE_THREAD.map((row) => row.length));
  });

  it.each(said.map((phrase, at) => [phrase, at] as const))('%s', (_, at) => {
    expect(turns[at]).toEqual(IN_THE_THREAD.flat()[at]);
  });
});
