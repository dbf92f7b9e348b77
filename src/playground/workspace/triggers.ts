import type { Names } from './stamps.ts';

const GOOD_FOR_MS = 3_000;

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
      return performance.now() - trigger.atMs > GOOD_FOR_MS
        ? { error: 'expired_trigger_id' }
        : { person: trigger.person };
    },
  };
};

export type Triggers = ReturnType<typeof createTriggers>;
