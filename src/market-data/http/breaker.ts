import { type IsoInstant, laterBy } from '../../units.ts';
import { because, type Provider, type Unavailable } from '../outcome.ts';

/** Keeps a provider that has refused from being asked again too soon. */
export interface Breaker {
  /** The problem that stands in for asking, while the provider is left alone. */
  readonly paused: (now: IsoInstant) => Unavailable | undefined;
  readonly refused: (now: IsoInstant, retryAfterSeconds?: number) => void;
  readonly answered: () => void;
}

const FIRST_PAUSE_SECONDS = 15 * 60;
const LONGEST_PAUSE_SECONDS = 4 * 60 * 60;

/**
 * A quarter of an hour after the first refusal, twice as long after each further one in a row, or as long as the
 * provider asks; never more than four hours.
 */
export const createBreaker = (provider: Provider): Breaker => {
  let refusals = 0;
  let until: IsoInstant | undefined;
  return {
    paused: (now) =>
      until !== undefined && now < until
        ? because(provider, 'paused', `${provider} refused and is left alone until ${until.slice(11, 16)} UTC`)
        : undefined,
    refused: (now, retryAfterSeconds = 0) => {
      const seconds = Math.max(FIRST_PAUSE_SECONDS * 2 ** refusals, retryAfterSeconds);
      refusals += 1;
      until = laterBy(now, Math.min(seconds, LONGEST_PAUSE_SECONDS) * 1_000);
    },
    answered: () => {
      refusals = 0;
      until = undefined;
    },
  };
};
