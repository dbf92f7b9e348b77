import { align } from '../../index-ratio/index.ts';
import type { IsoInstant } from '../../units.ts';
import type { FinalCloses } from '../final-closes.ts';
import { because, type Outcome, ok, type Provider, unavailable } from '../outcome.ts';
import type { Closes } from '../values.ts';

export const RUSSELL = 'Russell 2000';
export const SP500 = 'S&P 500';

interface Origin {
  readonly provider: Provider;
  readonly source: string;
  readonly fetchedAt: IsoInstant;
  readonly isSynthetic?: boolean;
  readonly remarks?: readonly string[];
}

/** Both indexes of one provider as one value. Legs of two providers are never put together. */
export const pairOf = (
  russell: Outcome<FinalCloses>,
  sp500: Outcome<FinalCloses>,
  { provider, source, fetchedAt, isSynthetic = false, remarks = [] }: Origin,
): Outcome<Closes> => {
  if (russell.kind !== 'ok' || sp500.kind !== 'ok') {
    const problems = [russell, sp500].flatMap((leg) => (leg.kind === 'ok' ? [] : leg.problems));
    return unavailable(...new Map(problems.map((problem) => [problem.words, problem])).values());
  }
  const basis = 'price index' as const;
  const aligned = align({ name: RUSSELL, basis, ...russell.value }, { name: SP500, basis, ...sp500.value });
  const asOf = aligned.kind === 'aligned' ? aligned.series.dates.at(-1) : undefined;
  if (aligned.kind !== 'aligned' || asOf === undefined) {
    return because(provider, 'implausible', `${provider} has no day on which both indexes closed`);
  }
  return ok({
    ratio: aligned.series,
    check: { kind: 'not-applicable' },
    provenance: {
      provider,
      source,
      asOf,
      fetchedAt,
      isFallback: false,
      isCached: false,
      isSynthetic,
      remarks: [...remarks, ...russell.value.remarks, ...sp500.value.remarks],
      problems: [],
    },
  });
};
