import { Cron } from 'croner';
import type { IsoInstant } from '../units.ts';

/** What calls for work, minute by minute. One process's timer here; what claims the work is the store. */
export interface Jobs {
  /** Calls at once, and then at each full minute; one call at a time, so that a minute may be left out. */
  start(tick: (now: IsoInstant) => Promise<void>): void;
  /** No call is begun any more; settles once the one under way is over. */
  stop(): Promise<void>;
}

/** The timer of one process. @param failed told of every call that rejects; the next is made all the same */
export const everyMinute = ({
  now,
  failed,
}: {
  readonly now: () => IsoInstant;
  readonly failed: (error: unknown) => void;
}): Jobs => {
  let timer: Cron | undefined;
  let call: Promise<void> | undefined;
  return {
    start: (tick) => {
      const callOnce = (): void => {
        call ??= tick(now())
          .catch(failed)
          .finally(() => {
            call = undefined;
          });
      };
      timer = new Cron('* * * * *', { timezone: 'UTC' }, callOnce);
      callOnce();
    },
    stop: async () => {
      timer?.stop();
      await call;
    },
  };
};
