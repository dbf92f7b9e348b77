import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import type { StoreFinding } from '../../src/store/state-file.ts';
import type { Thread } from '../../src/store/store.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { isoInstant } from '../../src/units.ts';
import stored from '../recorded/0.4.0/store.json' with { type: 'json' };

const NOW = isoInstant('2026-11-23T12:31:00Z');
const TEAM = 'T0TEAM';
const NEWER_KINDS = ['about', 'companies', 'fan', 'fed-history', 'years'];

/** Opens a copy of the store that version 0.4.0 wrote, or of another. */
const open = async (file: object = stored) => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-0.4.0-'));
  const path = join(folder, 'rotation-desk.json');
  writeFileSync(path, JSON.stringify(file));
  const findings: StoreFinding[] = [];
  const store = await openStore({ path, now: NOW, report: (finding) => findings.push(finding) });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return { store, path, findings };
};

describe('a store that version 0.4.0 wrote', () => {
  test('opens with every thread and what it is about, of every kind there was', async () => {
    const { store, findings } = await open();
    const threads = stored.threads as unknown as readonly (readonly [key: string, thread: Thread])[];
    for (const [key, thread] of threads) {
      const [team = '', channel = '', ts = ''] = key.split('/');
      expect(await store.thread({ team, channel, thread: ts }, NOW)).toEqual(thread);
    }
    const kinds = new Set(threads.flatMap(([, { context }]) => context?.last.kind ?? []));
    const known = QuestionSchema.options.map(({ shape }) => shape.kind.value);
    expect([...kinds].sort()).toEqual(known.filter((kind) => !NEWER_KINDS.includes(kind)).sort());
    expect(findings).toEqual([]);
  });

  test('opens with its claims, votes and settings', async () => {
    const { store } = await open();
    const key = { team: TEAM, channel: 'C0MEMBER', thread: '1795000001.000001' };
    expect(await store.claimTurn({ key, message: key.thread, change: () => ({}) }, NOW)).toBe('answered before');
    expect(await store.votes()).toEqual(stored.votes.map(([kind, counts]) => ({ kind, ...(counts as object) })));
    const vote = { team: TEAM, channel: 'C0MEMBER', message: '1795000000.000001', user: 'U1', kind: 'check' };
    expect(await store.vote({ ...vote, thumb: 'up' }, NOW)).toBe('unchanged');
    expect(await store.settings(TEAM)).toEqual(stored.settings[0]?.[1]);
  });

  test('opens with its briefs, what became of each, and what was last posted in the channel', async () => {
    const { store } = await open();
    const schedules = await store.schedules(TEAM);
    expect(schedules).toEqual(stored.schedules.map(([, schedule]) => schedule));
    const deliveries = await Promise.all(schedules.map(({ id }) => store.deliveries(TEAM, id)));
    const byKey = deliveries.flat().map((delivery) => [`${delivery.schedule}/${delivery.slot}`, delivery]);
    expect(Object.fromEntries(byKey)).toEqual(Object.fromEntries(stored.deliveries as [string, object][]));
    expect(await store.unsettledDeliveries(NOW)).toHaveLength(1);
    expect(await store.lastTold(TEAM, 'C0MEMBER')).toEqual(stored.marks[0]?.[1]);
  });

  test('is written again with everything in it', async () => {
    const { store, path } = await open();
    await store.changeSettings(TEAM, (settings) => settings);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      ...stored,
      held: [],
      companies: [],
      installations: [],
      teamNotes: [],
      drafts: [],
    });
  });

  test('takes days of a kind that it did not know, and keeps what a later version adds to a brief', async () => {
    const [[id, first] = ['', {}]] = stored.schedules as unknown as readonly [string, object][];
    const timing = {
      ...{ kind: 'clock', days: ['mon'], time: '08:00', zone: 'Europe/London' },
      on: { kind: 'second-week', from: '2026-12-07' },
    };
    const { store, path } = await open({ ...stored, schedules: [[id, { ...first, timing, mood: { later: true } }]] });
    expect(await store.schedules(TEAM)).toMatchObject([{ id, timing }]);
    await store.changeSchedule(TEAM, id, (was) => ({ ...was, onStale: 'hold' }));
    expect(JSON.parse(readFileSync(path, 'utf8')).schedules).toEqual([
      [id, { ...first, timing, onStale: 'hold', mood: { later: true } }],
    ]);
  });
});
