import type { Log } from './log.ts';

/** A new request is answered within about this time, or refused. */
const IN_TIME_MS = 3_000;
/** So many at once are taken even by a bot that has had nothing to do. */
const ALWAYS_TAKEN = 300;
/** So many answers are made and sent at once: a few more than there are connections to Slack. */
const MOST_AT_WORK = 60;
/** So many may wait as long as Slack asks for, besides. */
const MOST_HELD = 2_000;
const SLOT_MS = 500;
/** A person who goes on asking is told again after this time. */
const TOLD_FOR_MS = 10_000;
const MOST_TOLD = 1_000;

/** How many answers were given in the last three seconds, counted by half seconds. */
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

/** One request that was taken. */
export interface Taken {
  /**
   * To be awaited before an answer is made: settles when it is its turn, and not before what else has come in meanwhile was
   * read and acknowledged. A second call settles at once.
   */
  readonly begin: () => Promise<void>;
  /** Lets others have its turn while it waits as long as Slack asks for. */
  readonly hold: <T>(wait: Promise<T>) => Promise<T>;
  /** @param isAnswered false where it was passed over */
  readonly end: (isAnswered: boolean) => void;
}

/** Answers are made in the order of their requests, so many at once; what waits is held as it was read, and small. */
const createTurns = () => {
  const waiting: (() => void)[] = [];
  let atWork = 0;
  return {
    enter: (): Promise<void> =>
      new Promise((resolve) => {
        const start = (): void => void setImmediate(resolve);
        if (atWork >= MOST_AT_WORK) return void waiting.push(start);
        atWork += 1;
        start();
      }),
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else atWork -= 1;
    },
  };
};

/**
 * What of one workspace has been taken and is not answered yet. It is full where it holds more than was answered in the last three seconds: at
 * that rate the next one would wait longer. What is asked then is refused in words, before anything is done for it.
 */
export const createBacklog = (nowMs: () => number, log: Log) => {
  const answered = createRecentCount(nowMs);
  const turns = createTurns();
  const toldAt = new Map<string, number>();
  let unanswered = 0;
  let held = 0;
  let warnedAt = Number.NEGATIVE_INFINITY;

  const warn = (): void => {
    if (nowMs() - warnedAt < TOLD_FOR_MS) return;
    warnedAt = nowMs();
    log.warn({ unanswered, held }, 'more is asked than can be answered in time');
  };

  const take = (): Taken => {
    let turn: Promise<void> | undefined;
    let isInTurn = false;
    unanswered += 1;

    const leave = (): void => {
      if (isInTurn) turns.leave();
      isInTurn = false;
    };

    return {
      begin: () => {
        turn ??= turns.enter().then(() => {
          isInTurn = true;
        });
        return turn;
      },
      hold: async (wait) => {
        leave();
        unanswered -= 1;
        held += 1;
        try {
          return await wait;
        } finally {
          held -= 1;
          unanswered += 1;
        }
      },
      end: (isAnswered) => {
        leave();
        unanswered -= 1;
        if (isAnswered) answered.add();
      },
    };
  };

  return {
    isFull: (): boolean => {
      const isFull = held >= MOST_HELD || (unanswered >= ALWAYS_TAKEN && unanswered >= answered.count());
      if (isFull) warn();
      return isFull;
    },
    /** Counts a request as unanswered until it ends. */
    take,
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

/** How much of each workspace has been taken: what one asks, or Slack makes one wait for, holds up no other. */
export const createBacklogs = (nowMs: () => number, log: Log): ((team: string) => Backlog) => {
  const backlogs = new Map<string, Backlog>();
  return (team) => {
    const backlog = backlogs.get(team) ?? createBacklog(nowMs, log);
    backlogs.set(team, backlog);
    return backlog;
  };
};
