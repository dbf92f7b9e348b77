import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createBacklog } from '../../src/slack/backlog.ts';

const quiet = pino({ level: 'silent' });

/** A backlog on a clock that is set by hand. */
const onClock = () => {
  let nowMs = 0;
  return {
    backlog: createBacklog(() => nowMs, quiet),
    pass: (ms: number): void => {
      nowMs += ms;
    },
  };
};

const times = (count: number, work: () => void): void => {
  for (let done = 0; done < count; done += 1) work();
};

/** Long enough for all that is begun by turns of the event loop. */
const settled = () => wait(50);

describe('what is asked and not answered yet', () => {
  it('is taken up to three hundred at once, also by a bot that has answered nothing lately', () => {
    const { backlog } = onClock();
    times(299, () => void backlog.take());
    expect(backlog.isFull()).toBe(false);
    const last = backlog.take();
    expect(backlog.isFull()).toBe(true);
    last.end(true);
    expect(backlog.isFull()).toBe(false);
  });

  it('may be as much as was answered in the last three seconds, and no more once that is past', () => {
    const { backlog, pass } = onClock();
    times(6, () => {
      times(80, () => backlog.take().end(true));
      pass(500);
    });
    times(479, () => void backlog.take());
    expect(backlog.isFull()).toBe(false);
    backlog.take();
    expect(backlog.isFull()).toBe(true);
    pass(1_500);
    times(200, () => backlog.take().end(true));
    expect(backlog.isFull()).toBe(true);
  });

  it('is not taken for answered where it was passed over', () => {
    const { backlog } = onClock();
    times(1_000, () => backlog.take().end(false));
    times(300, () => void backlog.take());
    expect(backlog.isFull()).toBe(true);
  });
});

describe('answers', () => {
  it('are made sixty at once, in the order of their requests', async () => {
    const { backlog } = onClock();
    const begun: number[] = [];
    const taken = Array.from({ length: 100 }, () => backlog.take());
    taken.forEach((one, index) => void one.begin().then(() => begun.push(index)));
    await settled();
    expect(begun).toEqual(Array.from({ length: 60 }, (_, index) => index));
    taken.slice(0, 10).forEach(({ end }) => void end(true));
    await settled();
    expect(begun).toEqual(Array.from({ length: 70 }, (_, index) => index));
  });

  it('are made behind what else came in at the same time', async () => {
    const { backlog } = onClock();
    const happened: string[] = [];
    void backlog
      .take()
      .begin()
      .then(() => happened.push('answer'));
    await Promise.resolve();
    happened.push('acknowledgement of the next one');
    await settled();
    expect(happened).toEqual(['acknowledgement of the next one', 'answer']);
  });

  it('that wait as long as Slack asks for keep nobody from being answered', async () => {
    const { backlog } = onClock();
    const { promise, resolve } = Promise.withResolvers<void>();
    const taken = Array.from({ length: 300 }, () => backlog.take());
    const done = taken.map(async ({ begin, hold, end }) => {
      await begin();
      await hold(promise);
      end(true);
    });
    expect(backlog.isFull()).toBe(true);
    await settled();
    expect(backlog.isFull()).toBe(false);
    const another = backlog.take();
    await another.begin();
    another.end(true);
    resolve();
    await Promise.all(done);
    times(300, () => void backlog.take());
    expect(backlog.isFull()).toBe(false);
    backlog.take();
    expect(backlog.isFull()).toBe(true);
  });

  it('do so up to two thousand', async () => {
    const { backlog } = onClock();
    const endless = new Promise<void>(() => undefined);
    times(1_999, () => void backlog.take().hold(endless));
    expect(backlog.isFull()).toBe(false);
    void backlog.take().hold(endless);
    expect(backlog.isFull()).toBe(true);
  });
});

describe('whoever asks beyond that', () => {
  it('is told once in ten seconds', () => {
    const { backlog, pass } = onClock();
    expect(backlog.isToBeTold('one')).toBe(true);
    expect(backlog.isToBeTold('one')).toBe(false);
    expect(backlog.isToBeTold('another')).toBe(true);
    pass(10_000);
    expect(backlog.isToBeTold('one')).toBe(true);
  });
});
