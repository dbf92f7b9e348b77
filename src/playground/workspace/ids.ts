import type { IsoInstant } from '../../units.ts';

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

export interface Upload {
  readonly name: string;
  readonly content: string;
}

/** Files on their way: announced, then sent, then shared in a channel. */
export const createFiles = (address: string, newName: Names) => {
  const uploads = new Map<string, Upload>();
  return {
    announce: (name: string): { readonly id: string; readonly url: string } => {
      const id = newName('F0FILE');
      uploads.set(id, { name, content: '' });
      return { id, url: `${address}/upload/${id}` };
    },
    /** @returns whether it was announced */
    receive: (id: string, content: string): boolean => {
      const announced = uploads.get(id);
      if (announced === undefined) return false;
      uploads.set(id, { ...announced, content });
      return true;
    },
    /** @returns the file, which is here no longer */
    take: (id: string): Upload | undefined => {
      const upload = uploads.get(id);
      uploads.delete(id);
      return upload;
    },
  };
};

export type Files = ReturnType<typeof createFiles>;

const MOST_USES = 5;
const URL_GOOD_FOR_MS = 30 * 60_000;

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
      if (one === undefined || one.left === 0 || Date.parse(now()) - Date.parse(one.at) > URL_GOOD_FOR_MS)
        return undefined;
      one.left -= 1;
      return one.origin;
    },
  };
};

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

const TRIGGER_GOOD_FOR_MS = 3_000;

/** Triggers: each opens one modal, within three seconds of the act it came from. */
export const createTriggers = (newName: Names) => {
  const issued = new Map<string, { readonly person: string; readonly atMs: number; isUsed: boolean }>();
  return {
    issue: (person: string): string => {
      const trigger = newName('1.2.');
      issued.set(trigger, { person, atMs: performance.now(), isUsed: false });
      return trigger;
    },
    /** @returns whose act it came from, or Slack's word for why it opens nothing */
    use: (id: unknown): { readonly person: string } | { readonly error: string } => {
      const trigger = issued.get(String(id));
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      trigger.isUsed = true;
      return performance.now() - trigger.atMs > TRIGGER_GOOD_FOR_MS
        ? { error: 'expired_trigger_id' }
        : { person: trigger.person };
    },
  };
};

export type Triggers = ReturnType<typeof createTriggers>;
