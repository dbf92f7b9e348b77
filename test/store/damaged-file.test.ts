import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { type ListedCompany, withEdited } from '../../src/companies/index.ts';
import { createGroupedWrites } from '../../src/store/durable-file.ts';
import { it, openAt, ownFile } from './own-file.ts';
import { cut, DAYS, KEY, later, NOW, threadNumber, turn } from './scenario.ts';

type Sections = Record<string, unknown[]>;

/** Adds fields to the first record of a section. */
const extend = (file: Sections, section: string, fields: object): void => {
  const [[, record]] = file[section] as [[string, object]];
  Object.assign(record, fields);
};

const stored = (path: string): Sections => JSON.parse(readFileSync(path, 'utf8')) as Sections;

/** A store that was closed, with what a later version wrote into its file. */
const writtenLater = async (change: (file: Sections) => void): Promise<string> => {
  const path = ownFile();
  const { store } = await openAt(path);
  await store.claimTurn(turn('1.1', { user: 'U1', context: cut(-50) }), NOW);
  await store.changeSettings('T0AAAAAAA', (was) => ({ ...was, installer: 'U1' }));
  await store.close();
  const file = stored(path);
  change(file);
  writeFileSync(path, JSON.stringify(file));
  return path;
};

const SCHEDULE = ['0123456789abcdef', { team: 'T2', timing: { kind: 'a kind of next year' } }];
const DELIVERY = ['0123456789abcdef/2026-11-20', { schedule: '0123456789abcdef', due: NOW, outcome: { kind: 'new' } }];
const NEW_SECTION = [['T0AAAAAAA/C1', { colour: 'red' }]];

describe('records that this version cannot read', () => {
  it('are in the file again after each write, with the sections and fields that only a later version has', async () => {
    const path = await writtenLater((file) => {
      file['schedules']?.push(SCHEDULE);
      file['votes']?.push('not an entry');
      file['palettes'] = NEW_SECTION;
      extend(file, 'settings', { theme: 'dark' });
    });
    const { store } = await openAt(path);
    await store.claimTurn(turn('1.2', { key: threadNumber(2) }), NOW);
    await store.changeSettings('T0AAAAAAA', (was) => ({ ...was, silentChannels: ['C9'] }));
    await store.close();
    const { store: again } = await openAt(path);
    await again.claimTurn(turn('1.3', { key: threadNumber(3) }), NOW);
    const file = stored(path);
    expect(file['schedules']).toEqual([SCHEDULE]);
    expect(file['votes']).toEqual(['not an entry']);
    expect(file['palettes']).toEqual(NEW_SECTION);
    expect(file['settings']).toMatchObject([['T0AAAAAAA', { installer: 'U1', silentChannels: ['C9'], theme: 'dark' }]]);
    expect(file['claims']).toHaveLength(3);
  });

  it('keep what a thread was about until its next question', async () => {
    const context = { last: { kind: 'a kind of next year', note: 7 } };
    const path = await writtenLater((file) => extend(file, 'threads', { context }));
    const { store } = await openAt(path);
    await store.stopAnswers(KEY, '9.9', NOW);
    expect(stored(path)['threads']).toMatchObject([[expect.anything(), { context, stopped: '9.9' }]]);
    await store.claimTurn(turn('1.2', { context: cut(-75) }), NOW);
    expect(stored(path)['threads']).toMatchObject([[expect.anything(), { context: cut(-75), stopped: '9.9' }]]);
    await store.claimTurn(turn('1.3', { context: null }), NOW);
    expect(readFileSync(path, 'utf8')).not.toContain('next year');
  });

  it('count as claimed, so that nothing is answered twice', async () => {
    const path = await writtenLater((file) => {
      file['claims'] = [['T0AAAAAAA/C0BBBBBBB/1.1', { since: 'a field of next year' }]];
    });
    const { store } = await openAt(path);
    expect(await store.claimTurn(turn('1.1'), NOW)).toBe('answered before');
  });

  it('go when their time is over, and with their workspace', async () => {
    const path = await writtenLater((file) => {
      file['voters']?.push(['T1/x', { at: NOW, thumb: 'sideways' }]);
      file['schedules']?.push(SCHEDULE);
      file['deliveries']?.push(DELIVERY);
      file['palettes'] = NEW_SECTION;
    });
    const { store } = await openAt(path);
    await store.deleteExpired(later(29 * DAYS));
    expect(stored(path)['voters']).toHaveLength(1);
    await store.deleteExpired(later(30 * DAYS));
    expect(stored(path)['voters']).toEqual([]);
    await store.deleteTeam('T2');
    await store.deleteTeam('T0AAAAAAA');
    for (const file of [path, `${path}.backup`]) {
      expect(stored(file)).toMatchObject({ schedules: [], deliveries: [], palettes: [], threads: [], settings: [] });
    }
  });
});

const schedule = {
  ...{ id: 'a1', number: 1, team: 'T1', channel: 'C1', owner: 'U1', onClosed: 'say', onStale: 'say' },
  ...{ createdAt: NOW, settledTo: NOW },
  timing: { kind: 'clock', days: ['mon'], time: '07:30', zone: 'America/New_York' },
  paused: { until: '2026-12-01', why: { of: 'next year' } },
};
const delivery = {
  ...{ schedule: 'a1', slot: '2026-11-20', due: NOW, at: NOW },
  outcome: { kind: 'claimed', by: 'a process of next year' },
};
const mark = { at: NOW, closes: { on: '2026-11-19', ratio: 1, russell: 1, sp: 1, dow: 1 } };

const companies = {
  ...{ version: 'v1', changedAt: NOW, changedBy: 'U1', currency: 'USD' },
  companies: [{ name: 'Acme', netIncome: 1, debt: 2, floatingShare: 3, rate: 4, sector: { name: 'steel' } }],
};

const withCash = (was: readonly ListedCompany[]): readonly ListedCompany[] => {
  const changed = withEdited(was, 'acme', { name: 'Acme', netIncome: 1, debt: 2, floatingShare: 3, rate: 4, cash: 5 });
  return changed.kind === 'changed' ? changed.companies : was;
};

describe('fields that only a later version knows', () => {
  it('are written back at any depth of a record, also where it was changed beside them', async () => {
    const path = await writtenLater((file) => {
      extend(file, 'claims', { of: { next: 'year' } });
      file['votes'] = [['check', { up: 1, down: 2, sideways: 3 }]];
      file['voters'] = [['T1/x', { kind: 'check', thumb: 'up', at: NOW, from: { device: 'phone' } }]];
      file['schedules'] = [['a1', schedule]];
      file['numbers'] = [['T1', { highest: 1, lowest: 1 }]];
      file['deliveries'] = [['a1/2026-11-20', delivery]];
      file['marks'] = [['T1/C1', mark]];
      file['companies'] = [['T1', companies]];
    });
    const before = stored(path);
    const { store, findings } = await openAt(path);
    await store.stopAnswers(threadNumber(2), '9.9', NOW);
    const after = stored(path);
    for (const section of ['claims', 'votes', 'voters', 'schedules', 'numbers', 'deliveries', 'marks', 'companies']) {
      expect(after[section], section).toEqual(before[section]);
    }
    expect(findings).toEqual([]);
    await store.vote({ team: 'T1', channel: 'C1', message: '1.1', user: 'U9', kind: 'check', thumb: 'up' }, NOW);
    await store.changeSchedule('T1', 'a1', (was) => ({ ...was, onClosed: 'skip' }));
    await store.addSchedule({ ...schedule, number: undefined, paused: undefined } as never, 5);
    const changed = stored(path);
    expect(changed['votes']).toEqual([['check', { up: 2, down: 2, sideways: 3 }]]);
    expect(changed['numbers']).toEqual([['T1', { highest: 2, lowest: 1 }]]);
    expect(changed['schedules']?.[0]).toEqual(['a1', { ...schedule, onClosed: 'skip' }]);
    const [acme] = companies.companies;
    await store.changeCompanies('T1', withCash, { user: 'U2', now: NOW });
    expect(stored(path)['companies']).toEqual([
      ['T1', { ...companies, companies: [{ ...acme, cash: 5 }], version: expect.any(String), changedBy: 'U2' }],
    ]);
    await store.settleDelivery({ ...delivery, outcome: { kind: 'uncertain' } } as never, NOW);
    expect(stored(path)['deliveries']).toEqual([['a1/2026-11-20', { ...delivery, outcome: { kind: 'uncertain' } }]]);
  });
});

describe('a file of a later version', () => {
  it('stops the start in words, and stays as it is', async () => {
    const text = '{"version":2,"threads":{"form":"of next year"}}';
    const path = await writtenLater(() => undefined);
    writeFileSync(path, text);
    await expect(openAt(path)).rejects.toThrow(
      /^STORE_PATH: .*desk\.json was written by a later version of Rotation Desk .*Start that version again, or set STORE_PATH/,
    );
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('a damaged file', () => {
  it.each([
    ['empty', ''],
    ['cut off', '{"version":1,\n"threads":[['],
    ['another file', '{"users":[]}'],
    ['nothing but zeros', '\u0000'.repeat(4096)],
  ])('is set aside where it is %s, and the copy of the last sound start takes its place', async (_, damaged) => {
    const path = await writtenLater(() => undefined);
    await (await openAt(path)).store.close();
    writeFileSync(path, damaged, { mode: 0o644 });
    const { store, findings } = await openAt(path);
    const setAsideAs = `${path}.corrupt-2026-11-20T14-30-00.000Z`;
    expect(findings).toEqual([
      { kind: 'restored', file: path, setAsideAs, reason: expect.any(String), copyOf: expect.any(String) },
    ]);
    expect(readFileSync(setAsideAs, 'utf8')).toBe(damaged);
    expect(statSync(setAsideAs).mode & 0o777).toBe(0o600);
    expect(await store.settings('T0AAAAAAA')).toMatchObject({ installer: 'U1' });
    expect(await store.claimTurn(turn('1.1'), NOW)).toBe('answered before');
    await store.close();
    expect((await openAt(path)).findings).toEqual([]);
  });

  it('is replaced by the copy of the day before, and so is one that is gone', async ({ path, opened: { store } }) => {
    await store.stopAnswers(KEY, '9.9', NOW);
    await store.deleteExpired(later(DAYS));
    await store.stopAnswers(threadNumber(2), '9.9', later(DAYS));
    await store.close();
    expect(statSync(`${path}.backup`).mode & 0o777).toBe(0o600);
    rmSync(path);
    const { store: restored, findings } = await openAt(path, later(DAYS));
    expect(findings).toEqual([{ kind: 'restored', file: path, reason: 'it is gone', copyOf: expect.any(String) }]);
    expect(await restored.thread(KEY, later(DAYS))).toMatchObject({ stopped: '9.9' });
    expect(await restored.thread(threadNumber(2), later(DAYS))).toBeUndefined();
    expect(existsSync(path)).toBe(true);
  });

  it('never costs the copy a record that the file can no longer be read for', async () => {
    const path = await writtenLater(() => undefined);
    await (await openAt(path)).store.close();
    const file = stored(path);
    file['settings'] = [['T0AAAAAAA', 'torn']];
    writeFileSync(path, JSON.stringify(file));
    await (await openAt(path)).store.close();
    expect(stored(`${path}.backup`)['settings']).toMatchObject([['T0AAAAAAA', { installer: 'U1' }]]);
  });

  it('without a good copy is set aside, and names the people to tell', async () => {
    const path = await writtenLater(() => undefined);
    const torn = readFileSync(path, 'utf8').slice(0, -4);
    writeFileSync(path, torn);
    writeFileSync(`${path}.backup`, 'torn too');
    const { findings } = await openAt(path);
    expect(findings).toMatchObject([{ kind: 'set aside', reason: 'it is not JSON', people: ['U1'] }]);
  });
});

/** Writes of a number that changes, and what was written of it. */
const counting = () => {
  let state = 0;
  let isBroken = false;
  const written: number[] = [];
  const writes = createGroupedWrites(async () => {
    const taken = state;
    if (isBroken) throw new Error('the disk is full');
    written.push(taken);
  });
  return {
    writes,
    written,
    change: (): void => {
      state += 1;
    },
    breakDown: (broken: boolean): void => {
      isBroken = broken;
    },
  };
};

describe('changes that nobody waits for', () => {
  it('are written together', async () => {
    const { writes, written, change } = counting();
    const kept = Array.from({ length: 100 }, () => {
      change();
      return writes.requestSoon();
    });
    expect(written).toEqual([]);
    await Promise.all(kept);
    expect(written).toEqual([100]);
  });

  it('go along with a change that somebody waits for', async () => {
    const { writes, written, change } = counting();
    change();
    const patient = writes.requestSoon();
    change();
    await writes.request();
    await patient;
    expect(written).toEqual([2]);
  });

  it('are written before the end', async () => {
    const { writes, written, change } = counting();
    change();
    const patient = writes.requestSoon();
    await writes.flush();
    await patient;
    expect(written).toEqual([1]);
  });

  it('report where they could not be written, and are tried again at the end', async () => {
    const { writes, written, change, breakDown } = counting();
    breakDown(true);
    change();
    await expect(writes.requestSoon()).rejects.toThrow('the disk is full');
    breakDown(false);
    await writes.flush();
    expect(written).toEqual([1]);
  });
});
