import { reportFailure } from './failure.ts';
import type { Log } from './log.ts';
import type { Asker } from './posting.ts';

/** What came of a request, for the log. */
export type Outcome =
  | 'channel'
  | 'private'
  /** The same, since Slack did not say whether the post in the channel stands, or did not take it. */
  | 'not confirmed'
  | `not taken: ${string}`
  /** Said to others, or where the bot is to be silent. */
  | 'silent'
  | 'answered before'
  /** The asker pressed stop. */
  | 'stopped'
  | 'opened'
  | 'published'
  | 'changed'
  | 'refused'
  | 'counted'
  | 'forgotten';

/** Overheard words come in their thousands; they are no entry. */
const QUIET: readonly Outcome[] = ['silent', 'answered before'];

/** Carries out requests that have been acknowledged, and knows which are under way. */
export const createAttempts = (log: Log) => {
  const running = new Set<Promise<void>>();

  const carryOut = async (what: string, run: () => Promise<Outcome>, asker?: Asker): Promise<void> => {
    const start = performance.now();
    try {
      const outcome = await run();
      const entry = { what, outcome, ms: Math.round(performance.now() - start) };
      if (QUIET.includes(outcome)) log.debug(entry, 'passed over');
      else log.info(entry, 'answered');
    } catch (error) {
      await reportFailure(log, what, error, asker);
    }
  };

  return {
    /** Never rejects: what fails is logged, and told to the asker. */
    attempt: (what: string, run: () => Promise<Outcome>, asker?: Asker): Promise<void> => {
      const attempted = carryOut(what, run, asker).finally(() => running.delete(attempted));
      running.add(attempted);
      return attempted;
    },
    settled: async (): Promise<void> => void (await Promise.allSettled(running)),
  };
};

export type Attempt = ReturnType<typeof createAttempts>['attempt'];
