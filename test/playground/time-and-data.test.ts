import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import { eventually } from '../e2e/eventually.ts';
import { headerOf, it, MAYA, NOW, only } from './playground-client.ts';

const at = (time: string) => isoInstant(time);

const CSV = ['date,rut_close,spx_close', '2026-11-18,2200.10,6600.20', '2026-11-19,2211.00,6610.00', ''].join('\n');

describe('the clock', { timeout: 20_000 }, () => {
  it('is set, runs on from there, and stamps what is said', async ({ playground: { act, state, say, machine } }) => {
    expect(await act({ user: MAYA, kind: 'set clock', to: at('2026-11-26T12:00:00Z') })).toEqual({ ok: true });
    expect((await state()).clock).toEqual({ now: '2026-11-26T12:00:00.000Z', isSet: true });
    machine(at('2026-11-20T14:30:05Z'));
    expect(only(await say('/ratecut 50bps')).at).toBe('2026-11-26T12:00:05.000Z');
    expect(await act({ user: MAYA, kind: 'set clock', to: null })).toEqual({ ok: true });
    expect((await state()).clock).toEqual({ now: '2026-11-20T14:30:05.000Z', isSet: false });
    const [first, second] = [...(await state()).messages, ...(await say('/ratecut 50bps'))];
    expect(Number(second?.ts)).toBeGreaterThan(Number(first?.ts));
  });

  it('runs ahead by a week in the time of a request, and reports its progress', async ({ play }) => {
    const { act, changes, state } = await play({ kind: 'synthetic', seed: 1 });
    expect(await act({ user: MAYA, kind: 'advance clock', minutes: 7 * 24 * 60 })).toEqual({ ok: true });
    expect((await state()).clock).toEqual({ now: '2026-11-27T14:30:00.000Z', isSet: true });
    const told = () => changes.flatMap((change) => (change.kind === 'clock' ? change.clock : []));
    await eventually(() => expect(told().at(-1)?.now).toBe('2026-11-27T14:30:00.000Z'));
    const clocks = told();
    expect(clocks.length).toBeGreaterThan(2);
    expect(clocks.every(({ isSet }) => isSet)).toBe(true);
    expect(clocks.map(({ now }) => now)).toEqual(clocks.map(({ now }) => now).toSorted());
  });

  it('brings two briefs a day over a week within ten seconds, and says from when to when it runs', async ({ play }) => {
    const { act, changes, say, state } = await play({ kind: 'synthetic', seed: 1 });
    await say('/brief every day 07:30 #macro');
    await say('/brief every day 9am Stockholm #macro');
    const begun = performance.now();
    expect(await act({ user: MAYA, kind: 'advance clock', minutes: 7 * 24 * 60 })).toEqual({ ok: true });
    expect(performance.now() - begun).toBeLessThan(10_000);
    const { messages, clock } = await state();
    expect(messages.filter(({ text }) => text.includes('Morning brief')).length).toBeGreaterThan(13);
    expect(clock.run).toBeUndefined();
    const runs = changes.flatMap((change) => (change.kind === 'clock' && change.clock.run ? [change.clock.run] : []));
    expect(new Set(runs.map((run) => JSON.stringify(run)))).toEqual(
      new Set([JSON.stringify({ from: '2026-11-20T14:30:00.000Z', to: '2026-11-27T14:30:00.000Z' })]),
    );
  });

  it('stops a run where it is told to, and goes on from there', async ({ play }) => {
    const { act, state } = await play({ kind: 'synthetic', seed: 1 });
    const run = act({ user: MAYA, kind: 'advance clock', minutes: 31 * 24 * 60 });
    await eventually(async () => expect((await state()).clock.run).toBeDefined());
    expect(await act({ user: MAYA, kind: 'stop clock' })).toEqual({ ok: true });
    expect(await run).toEqual({ ok: true });
    const { clock } = await state();
    expect(clock).toEqual({ now: clock.now, isSet: true });
    expect(clock.now < '2026-12-21T14:30:00.000Z').toBe(true);
    await act({ user: MAYA, kind: 'advance clock', minutes: 60 });
    expect(Date.parse((await state()).clock.now) - Date.parse(clock.now)).toBe(3_600_000);
  });

  it('takes data along: each day the closes of the days before, and none of days to come', async ({ play }) => {
    const { act, say } = await play({ kind: 'synthetic', seed: 1 });
    const asOf = async () =>
      only(await say('/rotation')).text.match(/closes? (?:of|to|at)?\s*(\d{1,2} \w{3} \d{4})/i)?.[1];
    const before = await asOf();
    await act({ user: MAYA, kind: 'set clock', to: at('2026-11-21T00:00:00Z') });
    const ahead = await asOf();
    await act({ user: MAYA, kind: 'set clock', to: null });
    expect([before, ahead, await asOf()]).toEqual(['19 Nov 2026', '20 Nov 2026', '19 Nov 2026']);
  });

  it('is the machine’s again after a new beginning, also in the middle of a run', async ({ play }) => {
    const { act, state } = await play({ kind: 'synthetic', seed: 1 });
    const run = act({ user: MAYA, kind: 'advance clock', minutes: 31 * 24 * 60 });
    await eventually(async () => expect((await state()).clock.isSet).toBe(true));
    expect(await act({ user: MAYA, kind: 'reset' })).toEqual({ ok: true });
    expect(await run).toEqual({ ok: true });
    expect((await state()).clock).toEqual({ now: NOW, isSet: false });
    expect((await state()).data.source).toBe('synthetic');
  });
});

describe('the data', { timeout: 20_000 }, () => {
  it('are made up where that is chosen, and every message of the bot says so', async ({
    playground: { act, say, state, changes },
  }) => {
    expect(only(await say('/rotation')).isSynthetic).toBe(false);
    expect(await act({ user: MAYA, kind: 'choose data', source: 'synthetic' })).toEqual({ ok: true });
    const told = { kind: 'data', data: { source: 'synthetic', label: 'made-up prices' } };
    await eventually(() => expect(changes.at(-1)).toEqual(told));
    const [said, reply] = await say('@Rotation Desk ratio');
    expect(said?.isSynthetic).toBeUndefined();
    expect(reply?.isSynthetic).toBe(true);
    expect(reply?.text).toContain('Synthetic data');
    await act({ user: MAYA, kind: 'choose data', source: 'notes' });
    expect(only(await say('/rotation')).isSynthetic).toBe(false);
    expect((await state()).data.label).toBe('the five notes only');
  });

  it('are a file of closes that was dropped on the page', async ({ playground: { act, say, state } }) => {
    expect(await act({ user: MAYA, kind: 'upload csv', name: 'mine.csv', text: CSV })).toEqual({ ok: true });
    expect((await state()).data).toEqual({ source: 'csv', label: 'closes to 19 Nov 2026, your file mine.csv' });
    const answer = only(await say('/rotation'));
    expect(headerOf(answer)).toContain('0.334');
    expect(answer.text).toContain('CSV file');
    expect(answer.isSynthetic).toBe(false);
  });

  it.for([
    ['', 'line 1, column 1: “” stands where date should'],
    ['date,dax,spx_close\n2026-11-18,1,2\n', 'the file has no column of rut: rut_close would be'],
    [CSV.replace('6610.00', '6,610.00'), 'line 3 has 4 columns, not 3'],
    [CSV.replace('2211.00', '2.211,0'), 'line 3 has 4 columns, not 3'],
    [CSV.replace('2211.00', 'n/a'), 'line 3, column 2 (rut_close): “n/a” is no close; 2222.98 would be'],
    [CSV.replace('2026-11-19', '11/31/2026'), 'line 3, column 1 (date): “11/31/2026” is no date; 2026-11-20 would be'],
    [
      'date,rut_close,spx_close\n03/04/2024,2000,5200\n',
      'line 2, column 1 (date): 03/04/2024 may be 3 April 2024 or 4 March 2024, and no other row tells. Set CSV_DATES=dmy for the day first, CSV_DATES=mdy for the month first, or write 2024-04-03',
    ],
    [CSV.replace('2026-11-19', '2026-11-18'), 'line 3, column 1 (date): 2026-11-18 stands in line 2 already'],
    ['date,rut_close,spx_close\n', 'the file has no rows below its header'],
    [
      '<!doctype html><p>not a file</p>',
      'line 1: “??doctype html??p?not a ” stands where date should: no column is named so',
    ],
    [CSV.replaceAll('2026', '2031'), 'the file has no close up to 2026-11-19, the last session that has ended'],
  ])('stay as they were where a file cannot be read: %j', async ([text = '', words = ''], { play }) => {
    const { act, state, changes } = await play({ kind: 'synthetic', seed: 1 });
    const problem = `mine.csv: ${words}.`;
    expect(await act({ user: MAYA, kind: 'upload csv', name: 'mine.csv', text })).toEqual({ ok: false, problem });
    const { data } = await state();
    expect(data).toEqual({ source: 'synthetic', label: 'made-up prices', problem });
    await eventually(() => expect(changes.at(-1)).toEqual({ kind: 'data', data }));
    await act({ user: MAYA, kind: 'choose data', source: 'notes' });
    expect((await state()).data.problem).toBeUndefined();
  });

  it('say what failed where live ones cannot be had', async ({ playground: { act, state, changes, say } }) => {
    expect(await act({ user: MAYA, kind: 'choose data', source: 'live' })).toEqual({ ok: true });
    await eventually(async () => expect((await state()).data.problem).toBeDefined(), 15_000);
    const { data } = await state();
    expect(data).toMatchObject({ source: 'live', label: 'no closes' });
    for (const provider of ['Yahoo', 'Cboe', 'New York Fed']) expect(data.problem).toContain(provider);
    const labels = () => changes.flatMap((change) => (change.kind === 'data' ? change.data.label : []));
    await eventually(() => expect(labels()).toEqual(['closes are being loaded', 'no closes']));
    expect(only(await say('/rotation')).text).toContain('No live prices');
  });
});
