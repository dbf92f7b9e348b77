import type { Log } from './log.ts';

/** A new request is answered within about this time, or refused. */
const IN_TIME_MS = 5_000;
/** So many at once are taken even by a bot that has had nothing to do. */
const ALWAYS_TAKEN = 300;
const SLOT_MS = 500;
/** A person who goes on asking is told again after this time. */
const TOLD_FOR_MS = 10_000;
const MOST_TOLD = 1_000;
/** How many answers were given in the last five seconds, counted by half seconds. */
const createRecentCount = (nowMs: () => number) => {
  const slots: { readonly slot: number; count: number }[] = [];
  const slotNow = (): number => Math.floor(nowMs() / SLOT_MS);
  return {
    add: (): void => {
      const slot = slotNow();
      const last = slots.at(-1);
      if (last?.slot === slot) last.count += 1;
      else slots.push({ slot, count: 1 });
    },
    count: (): number => {
      const oldest = slotNow() - IN_TIME_MS / SLOT_MS;
      while (slots[0] !== undefined && slots[0].slot < oldest) slots.shift();
      return slots.reduce((sum, { count }) => sum + count, 0);
    },
  };
};

/**
 * What has been taken and is not answered yet. It is full where it holds more than was answered in the last five seconds: at
 * that rate the next one would wait longer. What is asked then is refused in words, before anything is done for it.
 */
export const createBacklog = (nowMs: () => number, log: Log) => {
  const answered = createRecentCount(nowMs);
  const toldAt = new Map<string, number>();
  let unanswered = 0;
  let warnedAt = Number.NEGATIVE_INFINITY;

  const warn = (): void => {
    if (nowMs() - warnedAt < TOLD_FOR_MS) return;
    warnedAt = nowMs();
    log.warn({ unanswered }, 'more is asked than can be answered in time');
  };

  return {
    isFull: (): boolean => {
      const isFull = unanswered >= ALWAYS_TAKEN && unanswered >= answered.count();
      if (isFull) warn();
      return isFull;
    },
    /** Counts a request as unanswered until what it returns is called, and then, if it was answered, as that. */
    take: (): ((isAnswered: boolean) => void) => {
      unanswered += 1;
      return (isAnswered) => {
        unanswered -= 1;
        if (isAnswered) answered.add();
      };
    },
    /** False for whoever has been told within ten seconds that more is asked than can be answered. */
    isToBeTold: (person: string): boolean => {
      if (nowMs() - (toldAt.get(person) ?? Number.NEGATIVE_INFINITY) < TOLD_FOR_MS) return false;
      if (toldAt.size >= MOST_TOLD) toldAt.clear();
      toldAt.set(person, nowMs());
      return true;
    },
  };
};

/** How much has been taken and is not answered yet. */
export type Backlog = ReturnType<typeof createBacklog>;
