import { newYorkTime } from '../../calendar/index.ts';
import { type IsoDate, type IsoInstant, percent } from '../../units.ts';
import { because, type Outcome, ok, type Provider } from '../outcome.ts';
import type { RateDay, Rates } from '../values.ts';

/** A day as a provider sent it; what is not a plausible rate is absent. */
export interface SentRates {
  readonly on: IsoDate;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  readonly effective?: number | undefined;
}

interface Origin {
  readonly provider: Provider;
  readonly source: string;
  readonly now: IsoInstant;
  readonly notice?: string;
}

/** The federal funds rate has stood between 0 and 20 % since 1954, but for a few days. */
export const plausibleRate = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 25 ? value : undefined;

/** The days up to today whose range is known, in order; a problem where there is none. */
export const ratesFrom = (sent: readonly SentRates[], { provider, source, now, notice }: Origin): Outcome<Rates> => {
  const today = newYorkTime(now).date;
  const days = sent.flatMap(({ on, lower, upper, effective }): RateDay[] => {
    if (on > today || lower === undefined || upper === undefined || lower > upper) return [];
    return [
      {
        on,
        lower: percent(lower),
        upper: percent(upper),
        ...(effective !== undefined && { effective: percent(effective) }),
      },
    ];
  });
  const sorted = [...new Map(days.map((day) => [day.on, day])).values()].sort((one, other) =>
    one.on < other.on ? -1 : 1,
  );
  const asOf = sorted.at(-1)?.on;
  if (asOf === undefined) return because(provider, 'empty', `${provider} sent no day with a target range`);
  return ok({
    days: sorted,
    provenance: {
      provider,
      source,
      asOf,
      fetchedAt: now,
      isFallback: false,
      isCached: false,
      isSynthetic: false,
      ...(notice !== undefined && { notice }),
      remarks: [],
      problems: [],
    },
  });
};
