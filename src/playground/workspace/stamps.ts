import type { IsoInstant } from '../../units.ts';

const MICROSECONDS = 1_000_000;

/** `1795185000.000100`: seconds, and six digits that make it unique. */
const inSlacksForm = (microseconds: number): string =>
  `${Math.floor(microseconds / MICROSECONDS)}.${String(microseconds % MICROSECONDS).padStart(6, '0')}`;

/**
 * Time stamps as Slack gives them to messages: the time of the clock, yet always later than the one before, also where
 * the clock was set back.
 */
export const createStamps = (now: () => IsoInstant) => {
  let last = 0;
  return (): string => {
    last = Math.max(last + 1, Date.parse(now()) * 1_000);
    return inSlacksForm(last);
  };
};

/** Names that are given once, counted by their beginning: `Ev1`, `Ev2`. */
export const createNames = () => {
  const given = new Map<string, number>();
  return (beginning: string): string => {
    const count = (given.get(beginning) ?? 0) + 1;
    given.set(beginning, count);
    return `${beginning}${count}`;
  };
};

export type Names = ReturnType<typeof createNames>;
