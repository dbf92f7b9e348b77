import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type FakeSlack, startFakeSlack } from '../doubles/fake-slack.ts';
import { httpSender } from '../doubles/sending.ts';
import { type Fault, holds, startKillable } from './killable.ts';

const MOST_MS = 15_000;
const ASKED_EACH_TIME = 10;
const SPACE_KB = 256;

const eventually = async (isSo: () => boolean | Promise<boolean>, words: string): Promise<void> => {
  const giveUpAt = performance.now() + MOST_MS;
  while (!(await isSo())) {
    holds(performance.now() < giveUpAt, words);
    await wait(100);
  }
};

/** The store's file is mounted by itself, as containers do: no other file can take its place. */
const singleFile = async (slack: FakeSlack, folder: string): Promise<void> => {
  const file = join(folder, 'desk.json');
  const text = '{"version":1,"threads":[],"claims":[],"votes":[],"voters":[],"settings":[]}';
  writeFileSync(file, text);
  const said = await startKillable(slack, folder, `mount --bind ${file} ${file}`).then(
    async (program) => {
      await program.kill();
      return 'it started';
    },
    (error: unknown) => String(error),
  );
  holds(/it is mounted as a single file.*mount its folder instead/.test(said), `the start was not refused: ${said}`);
  holds(readFileSync(file, 'utf8') === text, 'the file was changed');
};

/** The disk fills up while the bot runs, and has room again later. */
const fullDisk = async (slack: FakeSlack, folder: string): Promise<number> => {
  const program = await startKillable(slack, folder, `mount -t tmpfs -o size=${SPACE_KB}k none ${folder}`);
  const sender = httpSender(program.port);
  const ballast = join('/proc', String(program.pid), 'root', folder, 'ballast');
  let size = 0;
  const ask = async (): Promise<void> => {
    const before = slack.posted.length;
    for (let count = 0; count < ASKED_EACH_TIME; count += 1) {
      size += 1;
      await sender.sendCommand({ text: `${size}bps`, responseUrl: slack.newResponseUrl() });
    }
    await eventually(() => slack.posted.length === before + ASKED_EACH_TIME, 'questions went without an answer');
  };
  const isReady = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${program.port}/readyz`)).ok;
  try {
    await ask();
    await eventually(isReady, 'it was not ready on a sound disk');
    try {
      for (const kilobyte of Array(SPACE_KB).fill(Buffer.alloc(1_024))) writeFileSync(ballast, kilobyte, { flag: 'a' });
      holds(false, 'the disk took it all');
    } catch (error) {
      holds(error instanceof Error && 'code' in error && error.code === 'ENOSPC', `the disk is not full: ${error}`);
    }
    await ask();
    await eventually(async () => !(await isReady()), 'a full disk left it ready');
    rmSync(ballast);
    await eventually(isReady, 'it was not ready again once there was room');
    await ask();
    const stored = readFileSync(join('/proc', String(program.pid), 'root', folder, 'desk.json'), 'utf8');
    holds(JSON.parse(stored).version === 1, 'the file is damaged');
  } finally {
    await program.kill();
  }
  return size;
};

export const fault: Fault = {
  name: 'a store mounted as a single file, and a disk that fills up',
  run: async (report) => {
    const slack = await startFakeSlack();
    const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-faults-'));
    try {
      await singleFile(slack, folder);
      report('a single file is refused');
      const asked = await fullDisk(slack, folder);
      return { 'single file': 'refused, with the reason', 'answered before, on and after the full disk': asked };
    } finally {
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
