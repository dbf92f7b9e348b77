import type { IsoInstant } from '../../units.ts';

/** Unique ids, numbered by prefix: `Ev1`, `Ev2`. */
export const createIds = () => {
  const counts = new Map<string, number>();
  return (prefix: string): string => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}${count}`;
  };
};

export type NewId = ReturnType<typeof createIds>;

/** A file that the bot is sending. */
interface Upload {
  readonly name: string;
  readonly content: string;
}

/** Uploads under way: announced, then received, then taken to be shared in a channel. */
export const createUploads = (address: string, newId: NewId) => {
  const uploads = new Map<string, Upload>();
  return {
    announce: (name: string): { readonly id: string; readonly url: string } => {
      const id = newId('F0FILE');
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
    /** @returns the file, which is removed here */
    take: (id: string): Upload | undefined => {
      const upload = uploads.get(id);
      uploads.delete(id);
      return upload;
    },
  };
};

export type Uploads = ReturnType<typeof createUploads>;

const MAX_RESPONSES = 5;
const RESPONSE_URL_LIFETIME_MS = 30 * 60_000;

/** What a response URL answers. */
interface ResponseOrigin {
  readonly user: string;
  readonly channel: string;
  /** The message whose control was used; absent for a command. */
  readonly ts?: string;
}

/** Response URLs. Each takes five responses within 30 minutes by the workspace's clock. */
export const createResponseUrls = (address: string, now: () => IsoInstant, newId: NewId) => {
  const issued = new Map<string, { readonly origin: ResponseOrigin; readonly at: IsoInstant; left: number }>();
  return {
    issue: (origin: ResponseOrigin): string => {
      const id = newId('R');
      issued.set(id, { origin, at: now(), left: MAX_RESPONSES });
      return `${address}/response/${id}`;
    },
    /** @returns what is answered; undefined if the URL is used up, too old or unknown */
    use: (id: string): ResponseOrigin | undefined => {
      const one = issued.get(id);
      if (one === undefined || one.left === 0 || Date.parse(now()) - Date.parse(one.at) > RESPONSE_URL_LIFETIME_MS)
        return undefined;
      one.left -= 1;
      return one.origin;
    },
  };
};

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

const TRIGGER_LIFETIME_MS = 3_000;

/** Trigger ids. Each opens one modal within three seconds. */
export const createTriggers = (newId: NewId) => {
  const issued = new Map<string, { readonly user: string; readonly atMs: number; isUsed: boolean }>();
  return {
    issue: (user: string): string => {
      const trigger = newId('1.2.');
      issued.set(trigger, { user, atMs: performance.now(), isUsed: false });
      return trigger;
    },
    /** @returns the user it was issued for, or Slack's error code */
    use: (id: unknown): { readonly user: string } | { readonly error: string } => {
      const trigger = issued.get(String(id));
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      trigger.isUsed = true;
      return performance.now() - trigger.atMs > TRIGGER_LIFETIME_MS
        ? { error: 'expired_trigger_id' }
        : { user: trigger.user };
    },
  };
};

export type Triggers = ReturnType<typeof createTriggers>;
