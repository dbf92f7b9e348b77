import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import { StoreError } from '../../src/store/store.ts';
import { limitsContract } from '../contracts/request-store.ts';
import { storeContract } from '../contracts/store.ts';
import { readAsked } from '../doubles/asked.ts';
import { it, openAt, ownFile } from './own-file.ts';
import { cut, DAYS, KEY, later, NOW, threadNumber, turn } from './scenario.ts';

storeContract('in a file', () => openStore({ path: ownFile(), now: NOW, report: () => undefined }));
limitsContract('in a file', () => openStore({ path: ownFile(), now: NOW, report: () => undefined }));

const VOTE = { team: 'T1', channel: 'C1', message: '1.1', user: 'U1', kind: 'rate-move', thumb: 'up' } as const;

describe('the file', () => {
  it('brings everything back after a restart', async ({ path, opened: first }) => {
    await first.store.claimTurn(turn('1.1', { user: 'U1', context: cut(-50) }), NOW);
    await first.store.vote(VOTE, NOW);
    await first.store.changeSettings('T1', (was) => ({ ...was, installer: 'U1', replies: { C1: 'private' } }));
    const remembered = await first.store.thread(KEY, NOW);
    await first.store.close();

    const { store, findings } = await openAt(path);
    expect(await store.thread(KEY, NOW)).toEqual(remembered);
    expect(await store.claimTurn(turn('1.1'), NOW)).toBe('answered before');
    expect(await store.vote(VOTE, NOW)).toBe('unchanged');
    expect(await store.votes()).toEqual([{ kind: 'rate-move', up: 1, down: 0 }]);
    expect(await store.settings('T1')).toMatchObject({ installer: 'U1', replies: { C1: 'private' } });
    expect(findings).toEqual([]);
  });

  it('is for its owner only, and nothing else is left in the folder', async ({ path, opened: { store } }) => {
    await store.claimTurn(turn('1.1'), NOW);
    await store.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(path)).filter((name) => !name.includes('requests'))).toEqual([
      'desk.json',
      'desk.json.backup',
    ]);
  });

  it('becomes its owner’s only even where it was open to all', async ({ path }) => {
    mkdirSync(dirname(path));
    writeFileSync(path, 'null', { mode: 0o666 });
    const { store } = await openAt(path);
    await store.claimTurn(turn('1.1'), NOW);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('holds a turn once the turn is taken', async ({ path, opened: { store } }) => {
    await store.claimTurn(turn('1763649000.000100', { context: cut(-50) }), NOW);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('1763649000.000100');
    expect(text).toContain('"moveBps":-50');
  });

  it('is replaced as a whole: who has it open goes on reading what it was', async ({ path, opened: { store } }) => {
    await store.claimTurn(turn('1.1'), NOW);
    const before = readFileSync(path, 'utf8');
    const reader = openSync(path, 'r');
    await store.claimTurn(turn('1.2'), NOW);
    expect(readFileSync(reader, 'utf8')).toBe(before);
    closeSync(reader);
    expect(readFileSync(path, 'utf8')).not.toBe(before);
  });

  it('holds no words that anyone wrote, and no votes by name', async ({ path, opened: { store } }) => {
    const words = 'cut 50bps floating=61% please, Braeburn pension fund';
    for (const [index, text] of [words, '50bps floating=61%', '+25'].entries()) {
      const reading = readAsked(text);
      const context = reading.kind === 'question' ? { last: reading.question } : null;
      await store.claimTurn(turn(`1.${index}`, { key: threadNumber(index), user: 'U1', context }), NOW);
    }
    await store.rememberRoot(threadNumber(9), { user: 'U2', context: cut(-50) }, NOW);
    await store.addSpeaker(threadNumber(9), 'U3', NOW);
    await store.stopAnswers(threadNumber(9), '9.9', NOW);
    await store.vote({ ...VOTE, user: 'UVOTER', message: '9999.000001' }, NOW);
    await store.vote({ ...VOTE, kind: 'xoxb is not a kind' }, NOW).catch(() => undefined);
    await store.changeSettings('T1', (was) => ({ ...was, installer: 'U1' }));
    await store.close();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('"floatingShare":61');
    expect(text).not.toMatch(/50bps|please|braeburn|pension|UVOTER|9999\.000001|xox|xapp|secret|token/i);
  });

  it('purges threads past their time at the next start, and at the next change', async ({ path, opened: first }) => {
    await first.store.claimTurn(turn('1.1'), NOW);
    await first.store.claimTurn(turn('1.2', { key: threadNumber(2) }), later(DAYS));
    await first.store.changeSettings('T1', (was) => was);
    await first.store.close();

    const second = await openAt(path, later(30 * DAYS));
    expect(readFileSync(path, 'utf8')).not.toContain(KEY.thread);
    expect(readFileSync(path, 'utf8')).toContain(threadNumber(2).thread);
    await second.store.stopAnswers(threadNumber(3), '9.9', later(31 * DAYS));
    expect(readFileSync(path, 'utf8')).not.toContain(threadNumber(2).thread);
  });

  it('keeps the order of last turns over a restart, and ten thousand threads', async ({ path, opened: first }) => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => index);
    await Promise.all(numbers.map((one) => first.store.rememberRoot(threadNumber(one), {}, NOW)));
    await first.store.stopAnswers(threadNumber(0), '9.9', NOW);
    await first.store.close();
    const { store } = await openAt(path);
    await store.rememberRoot(threadNumber(10_000), {}, NOW);
    expect(await store.thread(threadNumber(0), NOW)).toBeDefined();
    expect(await store.thread(threadNumber(1), NOW)).toBeUndefined();
    expect(JSON.parse(readFileSync(path, 'utf8')).threads).toHaveLength(10_000);
  });

  it('follows a link to the file rather than replacing it', async ({ path, opened: { store } }) => {
    await store.claimTurn(turn('1.1'), NOW);
    const link = join(dirname(path), 'link.json');
    symlinkSync(path, link);
    await expect(openAt(link)).rejects.toThrow(`in use by process ${process.pid}`);
    await store.close();
    const second = await openAt(link);
    await second.store.claimTurn(turn('1.2', { context: cut(-75) }), NOW);
    expect(readFileSync(path, 'utf8')).toContain('-75');
  });
});

describe('a file that is not as it was left', () => {
  it.each([
    ['cut off', '{"version":1,\n"threads":[[', 'it is not JSON'],
    ['empty', '', 'it is not JSON'],
    ['of another shape', '{"users":[]}', 'it is not the file of a store'],
  ])('is set aside where it is %s, and the bot starts empty', async (_, text, reason) => {
    const path = ownFile();
    mkdirSync(dirname(path));
    writeFileSync(path, text);
    const { store, findings } = await openAt(path);
    const setAsideAs = `${path}.corrupt-2026-11-20T14-30-00.000Z`;
    expect(findings).toEqual([{ kind: 'set aside', file: path, setAsideAs, reason, people: [] }]);
    expect(readFileSync(setAsideAs, 'utf8')).toBe(text);
    expect(await store.claimTurn(turn('1.1'), NOW)).toBe('taken');
  });

  it('never overwrites one that was set aside before', async ({ path }) => {
    mkdirSync(dirname(path));
    for (const text of ['first', 'second']) {
      writeFileSync(path, text);
      await (await openAt(path)).store.close();
    }
    const aside = readdirSync(dirname(path)).filter((name) => name.includes('.corrupt-'));
    expect(aside.toSorted().map((name) => readFileSync(join(dirname(path), name), 'utf8'))).toEqual([
      'first',
      'second',
    ]);
  });

  it('loses single records, counted, and a thread with an unknown question its context only', async ({
    path,
    opened: first,
  }) => {
    await first.store.claimTurn(turn('1.1', { user: 'U1', context: cut(-50) }), NOW);
    await first.store.stopAnswers(KEY, '9.9', NOW);
    await first.store.rememberRoot(threadNumber(2), {}, NOW);
    await first.store.rememberRoot(threadNumber(3), {}, NOW);
    await first.store.close();
    const stored = JSON.parse(readFileSync(path, 'utf8'));
    stored.threads[0][1].context.last.kind = 'a kind of next year';
    stored.threads[1][1].touched = 'yesterday';
    stored.claims.push('not an entry');
    writeFileSync(path, JSON.stringify(stored));

    const { store, findings } = await openAt(path);
    expect(findings).toEqual([{ kind: 'left out', file: path, lost: { contexts: 1, threads: 1, claims: 1 } }]);
    expect(await store.thread(KEY, NOW)).toEqual({
      speakers: ['U1'],
      silent: false,
      stopped: '9.9',
      rooted: false,
      answered: true,
      touched: NOW,
    });
    expect(await store.thread(threadNumber(2), NOW)).toBeUndefined();
    expect(await store.thread(threadNumber(3), NOW)).toBeDefined();
    expect(await store.claimTurn(turn('1.1'), NOW)).toBe('answered before');
  });
});

describe('a path that cannot be used', () => {
  it.each([
    ['a folder', (path: string) => mkdirSync(path, { recursive: true }), 'it is a folder, not a file'],
    ['below a file', (path: string) => writeFileSync(dirname(path), ''), 'a part of the path is a file, not a folder'],
  ])('stops the start where it is %s, in words that name STORE_PATH', async (_, spoil, reason) => {
    const path = ownFile();
    spoil(path);
    const start = openAt(path);
    await expect(start).rejects.toThrow(StoreError);
    await expect(start).rejects.toThrow(/^STORE_PATH: .*desk\.json cannot be/);
    await expect(start).rejects.toThrow(reason);
  });

  it('fails a turn that could not be written, gives its message free, and recovers', async ({
    path,
    opened: { store },
  }) => {
    await store.claimTurn(turn('1.1', { context: cut(-50) }), NOW);
    const obstacle = join(dirname(path), '.desk.json.tmp');
    mkdirSync(obstacle);
    const failed = await Promise.allSettled([
      store.claimTurn(turn('1.2', { context: cut(-75) }), NOW),
      store.claimTurn(turn('1.2', { context: cut(-75) }), NOW),
    ]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(failed[0]).toMatchObject({ reason: { name: 'StoreError', message: expect.stringContaining('STORE_PATH') } });
    expect((await store.thread(KEY, NOW))?.context).toEqual(cut(-50));
    rmdirSync(obstacle);
    expect(await store.claimTurn(turn('1.2'), NOW)).toBe('taken');
  });

  it('leaves settings as they were where a change could not be written', async ({ path, opened: { store } }) => {
    const silent = (channel: string) =>
      store.changeSettings('T1', (was) => ({ ...was, silentChannels: [...was.silentChannels, channel] }));
    const obstacle = join(dirname(path), '.desk.json.tmp');
    mkdirSync(obstacle);
    await expect(silent('C1')).rejects.toThrow(StoreError);
    expect((await store.settings('T1')).silentChannels).toEqual([]);
    rmdirSync(obstacle);
    await silent('C2');
    mkdirSync(obstacle);
    await expect(silent('C3')).rejects.toThrow(StoreError);
    expect((await store.settings('T1')).silentChannels).toEqual(['C2']);
    rmdirSync(obstacle);
  });

  it('writes what could not be written before at the latest when it is closed', async ({ path, opened: { store } }) => {
    const obstacle = join(dirname(path), '.desk.json.tmp');
    mkdirSync(obstacle);
    await expect(store.stopAnswers(KEY, '9.9', NOW)).rejects.toThrow(StoreError);
    rmdirSync(obstacle);
    await store.close();
    expect(await (await openAt(path)).store.thread(KEY, NOW)).toMatchObject({ stopped: '9.9' });
  });
});
