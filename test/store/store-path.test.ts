import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { withStoreErrors } from '../../src/store/durable-file.ts';
import { StoreError } from '../../src/store/store.ts';
import { it, openAt, ownFile } from './own-file.ts';
import { KEY, NOW, turn } from './scenario.ts';

describe('a link', () => {
  it('to a file that is not made yet stays a link, also one to another link in a folder that is not made', async ({
    path,
  }) => {
    const folder = dirname(dirname(path));
    const target = join(folder, 'volume', 'store', 'real.json');
    const [link, between] = [join(folder, 'link.json'), join(folder, 'between.json')];
    symlinkSync('between.json', link);
    symlinkSync(target, between);
    const { store } = await openAt(link);
    await store.claimTurn(turn('1.1'), NOW);
    expect(readlinkSync(link)).toBe('between.json');
    expect(readlinkSync(between)).toBe(target);
    expect(readFileSync(target, 'utf8')).toContain(KEY.thread);
    await expect(openAt(target)).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it('in a circle is refused', async ({ path }) => {
    mkdirSync(dirname(path));
    symlinkSync('other.json', path);
    symlinkSync('desk.json', join(dirname(path), 'other.json'));
    await expect(openAt(path)).rejects.toThrow(/^STORE_PATH: .* cannot be written: its links lead in a circle/);
  });

  it('where the temporary file stands is not followed', async ({ path }) => {
    const bystander = join(dirname(dirname(path)), 'bystander');
    mkdirSync(dirname(path));
    writeFileSync(bystander, 'mine');
    symlinkSync(bystander, join(dirname(path), '.desk.json.tmp'));
    const { store } = await openAt(path);
    await store.claimTurn(turn('1.1'), NOW);
    expect(readFileSync(bystander, 'utf8')).toBe('mine');
    expect(lstatSync(path).isFile()).toBe(true);
  });
});

describe('a file that others may read', () => {
  it('is its owner’s only once the bot has started, its copy and what a killed process left behind too', async ({
    path,
    opened: { store },
  }) => {
    await store.close();
    for (const file of [path, `${path}.backup`]) chmodSync(file, 0o644);
    writeFileSync(join(dirname(path), '.desk.json.tmp'), '', { mode: 0o644 });
    await openAt(path);
    for (const file of [path, `${path}.backup`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a path where no file can be', () => {
  it.each([
    [
      'below a file system that takes no folders',
      '/proc/x/s.json',
      'its folder cannot be made, is gone or takes no files',
    ],
    ['in a folder that takes no files', '/proc/s.json', 'its folder cannot be made, is gone or takes no files'],
    ['with a name too long', `/tmp/${'n'.repeat(300)}.json`, 'the name is too long'],
  ])('stops the start at once where it is %s', { timeout: 5_000 }, async (_, path, reason) => {
    const start = openAt(path);
    await expect(start).rejects.toThrow(StoreError);
    await expect(start).rejects.toThrow(`cannot be written: ${reason}`);
  });

  it('says of a file that is mounted by itself what to mount instead', async () => {
    const busy = () => Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }));
    await expect(withStoreErrors('/data/desk.json', 'written', busy)).rejects.toThrow(
      'STORE_PATH: /data/desk.json cannot be written: it is mounted as a single file, and a write replaces the file: mount its folder instead.',
    );
  });

  it('keeps nothing of a write that could not take the place of the file', async ({ path, opened: { store } }) => {
    rmSync(path);
    mkdirSync(path);
    await expect(store.claimTurn(turn('1.1'), NOW)).rejects.toThrow(StoreError);
    expect(readdirSync(dirname(path))).not.toContain('.desk.json.tmp');
  });

  it.each(['backup', 'requests', 'requests.before', 'requests.next'])(
    'stops the start where a pipe or a folder has the name of its .%s, and names that',
    { timeout: 5_000 },
    async (ending) => {
      const path = ownFile();
      const beside = `${path}.${ending}`;
      mkdirSync(beside, { recursive: true });
      await expect(openAt(path)).rejects.toThrow(`${beside} cannot be read: it is a folder, not a file`);
      rmSync(beside, { recursive: true });
      execFileSync('mkfifo', [beside]);
      await expect(openAt(path)).rejects.toThrow(`${beside} cannot be read: it is no file`);
    },
  );

  it('stops the start where something else than a file is there, and leaves it alone', async ({ path }) => {
    mkdirSync(dirname(path));
    const server = createServer();
    onTestFinished(() => void server.close());
    await once(server.listen(path), 'listening');
    await expect(openAt(path)).rejects.toThrow('it is no file, or the file system cannot do it');
    expect(lstatSync(path).isSocket()).toBe(true);
  });
});
