import type { IsoInstant } from '../units.ts';

/** What calls for work, minute by minute. One process's timer here; what claims the work is the store. */
interface MinuteTimer {
  /** Calls at once, and then at each full minute; one call at a time, so that a minute may be left out. */
  start(tick: (now: IsoInstant) => Promise<void>): void;
  /** Begins no further call; settles once the running one has ended. */
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** By this much a timer may wake before the full minute, since the system's clock may be corrected while it waits. */
const EARLY_MS = 1_000;

const untilFullMinuteMs = (now: IsoInstant): number => MINUTE_MS - (Date.parse(now) % MINUTE_MS);

/**
 * The timer of one process. It counts each minute anew by the clock, so that a clock that is set forward or back costs
 * no more than a minute.
 *
 * @param failed receives the error of every call that rejects; the next call is made all the same
 */
export const createMinuteTimer = ({
  now,
  failed,
}: {
  readonly now: () => IsoInstant;
  readonly failed: (error: unknown) => void;
}): MinuteTimer => {
  let timer: NodeJS.Timeout | undefined;
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
      const waitForMinute = (): void => {
        timer = setTimeout(() => {
          if (untilFullMinuteMs(now()) > EARLY_MS) callOnce();
          waitForMinute();
        }, untilFullMinuteMs(now()));
      };
      callOnce();
      waitForMinute();
    },
    stop: async () => {
      clearTimeout(timer);
      await call;
    },
  };
};
