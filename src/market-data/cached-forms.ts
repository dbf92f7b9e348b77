import { z } from 'zod';
import type { Month } from '../fed/index.ts';
import { type IsoDate, type IsoInstant, isIsoDate, isoInstant, percent } from '../units.ts';
import type { Closes, Futures, Provenance, Rates } from './values.ts';

/** What is kept on disk, by kind. */
export interface Cached {
  readonly closes: Closes;
  readonly rates: Rates;
  readonly futures: Futures;
}

export type CachedKind = keyof Cached;

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const instant = z.string().transform((text, context): IsoInstant => {
  if (!Number.isNaN(Date.parse(text))) return isoInstant(text);
  context.addIssue('no instant');
  return z.NEVER;
});
const positive = z.number().positive();
const rate = z.number().min(0).max(25).transform(percent);
const month = z.custom<Month>((value) => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value));

const ProvenanceSchema = z.object({
  provider: z.enum(['Yahoo', 'Cboe', 'New York Fed', 'FRED']),
  source: z.string(),
  asOf: date,
  fetchedAt: instant,
  isFallback: z.boolean(),
  notice: z.string().optional(),
  remarks: z.array(z.string()),
});

const ascending = (dates: readonly string[]): boolean =>
  dates.every((one, at) => at === 0 || (dates[at - 1] as string) < one);

const CheckSchema = z.union([
  z.object({ kind: z.literal('agreed'), with: z.enum(['Yahoo', 'Cboe']), on: z.array(date) }),
  z.object({ kind: z.literal('provisional'), words: z.string() }),
]);

const ClosesSchema = z
  .object({
    dates: z.array(date).nonempty().refine(ascending),
    russell: z.array(positive),
    sp500: z.array(positive),
    check: CheckSchema,
    provenance: ProvenanceSchema,
  })
  .refine(({ dates, russell, sp500 }) => dates.length === russell.length && dates.length === sp500.length)
  .refine(({ dates, provenance }) => dates.at(-1) === provenance.asOf);

const RatesSchema = z.object({
  days: z
    .array(z.object({ on: date, lower: rate, upper: rate, effective: rate.optional() }))
    .nonempty()
    .refine((days) => ascending(days.map(({ on }) => on))),
  provenance: ProvenanceSchema,
});

const FuturesSchema = z.object({
  prices: z.array(z.object({ month, price: positive, asOf: date })).nonempty(),
  provenance: ProvenanceSchema,
});

const broughtBack = ({ notice, ...rest }: z.output<typeof ProvenanceSchema>): Provenance => ({
  ...rest,
  ...(notice !== undefined && { notice }),
  isCached: true,
  isSynthetic: false,
  problems: [],
});

/** How each kind is written, and the schema it is read back by. Nothing is trusted for having been written here. */
export const FORMS = {
  closes: {
    write: ({ ratio, check, provenance }: Closes): unknown => ({
      dates: ratio.dates,
      russell: ratio.numerator,
      sp500: ratio.denominator,
      check,
      provenance,
    }),
    read: ClosesSchema.transform(
      ({ dates, russell, sp500, check, provenance }): Closes => ({
        ratio: {
          dates,
          numerator: russell,
          denominator: sp500,
          ratios: russell.map((one, at) => one / (sp500[at] as number)),
        },
        check,
        provenance: broughtBack(provenance),
      }),
    ),
  },
  rates: {
    write: (value: Rates): unknown => value,
    read: RatesSchema.transform(
      ({ days, provenance }): Rates => ({
        days: days.map(({ effective, ...day }) => ({ ...day, ...(effective !== undefined && { effective }) })),
        provenance: broughtBack(provenance),
      }),
    ),
  },
  futures: {
    write: (value: Futures): unknown => value,
    read: FuturesSchema.transform(
      ({ prices, provenance }): Futures => ({
        prices,
        missing: [],
        provenance: broughtBack(provenance),
      }),
    ),
  },
};
