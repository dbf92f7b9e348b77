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

describe('what is asked and not answered yet', () => {
  it('is taken up to three hundred at once, also by a bot that has answered nothing lately', () => {
    const { backlog } = onClock();
    times(299, () => void backlog.take());
    expect(backlog.isFull()).toBe(false);
    const answered = backlog.take();
    expect(backlog.isFull()).toBe(true);
    answered(true);
    expect(backlog.isFull()).toBe(false);
  });

  it('may be as much as was answered in the last five seconds, and no more once that is past', () => {
    const { backlog, pass } = onClock();
    times(10, () => {
      times(80, () => backlog.take()(true));
      pass(500);
    });
    times(799, () => void backlog.take());
    expect(backlog.isFull()).toBe(false);
    backlog.take();
    expect(backlog.isFull()).toBe(true);
    pass(2_500);
    times(300, () => backlog.take()(true));
    expect(backlog.isFull()).toBe(true);
  });

  it('is not taken for answered where it was passed over', () => {
    const { backlog } = onClock();
    times(1_000, () => backlog.take()(false));
    times(300, () => void backlog.take());
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
