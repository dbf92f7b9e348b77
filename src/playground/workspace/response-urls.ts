import type { IsoInstant } from '../../units.ts';
import type { Names } from './stamps.ts';

const MOST_USES = 5;
const GOOD_FOR_MS = 30 * 60_000;

/** What a person did, to which an answer may be sent. */
export interface Origin {
  readonly person: string;
  readonly channel: string;
  /** The message that was clicked; a command has none. */
  readonly ts?: string;
}

/** Addresses to answer one act by: five times, within half an hour. */
export const createResponseUrls = (address: string, now: () => IsoInstant, newName: Names) => {
  const issued = new Map<string, { readonly origin: Origin; readonly at: IsoInstant; left: number }>();
  return {
    issue: (origin: Origin): string => {
      const id = newName('R');
      issued.set(id, { origin, at: now(), left: MOST_USES });
      return `${address}/response/${id}`;
    },
    /** @returns what the answer is to; undefined where the address is used up or too old */
    use: (id: string): Origin | undefined => {
      const one = issued.get(id);
      if (one === undefined || one.left === 0 || Date.parse(now()) - Date.parse(one.at) > GOOD_FOR_MS) return undefined;
      one.left -= 1;
      return one.origin;
    },
  };
};

export type ResponseUrls = ReturnType<typeof createResponseUrls>;
