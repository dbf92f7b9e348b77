import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type IsoDate, type IsoInstant, type IsoMonth, isIsoDate, isoInstant, percent } from '../units.ts';
import { jsonIn } from './http-client.ts';
import {
  type Closes,
  type DataResult,
  type Futures,
  type LoadProvenance,
  ok,
  type Rates,
  unavailableBecause,
} from './port.ts';

/** What is cached on disk, by kind. */
interface Cached {
  readonly closes: Closes;
  readonly rates: Rates;
  readonly futures: Futures;
}

/** A kind of data that is cached. */
type CachedKind = keyof Cached;

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const instant = z.string().transform((text, context): IsoInstant => {
  if (!Number.isNaN(Date.parse(text))) return isoInstant(text);
  context.addIssue('no instant');
  return z.NEVER;
});
const positive = z.number().positive();
const rate = z.number().min(0).max(25).transform(percent);
const month = z.custom<IsoMonth>((value) => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value));

const ProvenanceSchema = z.object({
  provider: z.enum(['Yahoo', 'Cboe', 'New York Fed', 'FRED']),
  source: z.string(),
  asOf: date,
  fetchedAt: instant,
  isFallback: z.boolean(),
  firstEnds: date.optional(),
  notice: z.string().optional(),
  remarks: z.array(z.string()),
  doubts: z.array(z.string()).optional(),
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

const fromCache = ({ notice, firstEnds, doubts, ...rest }: z.output<typeof ProvenanceSchema>): LoadProvenance => ({
  ...rest,
  ...(notice !== undefined && { notice }),
  ...(firstEnds !== undefined && { firstEnds }),
  ...(doubts !== undefined && { doubts }),
  isCached: true,
  isSynthetic: false,
  problems: [],
});

/** How each kind is written, and the schema it is read back by. Nothing is trusted for having been written here. */
const CACHE_FORMATS = {
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
        provenance: fromCache(provenance),
      }),
    ),
  },
  rates: {
    write: (value: Rates): unknown => value,
    read: RatesSchema.transform(
      ({ days, provenance }): Rates => ({
        days: days.map(({ effective, ...day }) => ({ ...day, ...(effective !== undefined && { effective }) })),
        provenance: fromCache(provenance),
      }),
    ),
  },
  futures: {
    write: (value: Futures): unknown => value,
    read: FuturesSchema.transform(
      ({ prices, provenance }): Futures => ({ prices, missing: [], provenance: fromCache(provenance) }),
    ),
  },
};

/** The last good value of each kind, on disk. What is read back is checked as strictly as what comes from a provider. */
interface Cache {
  readonly read: <Kind extends CachedKind>(kind: Kind) => Promise<DataResult<Cached[Kind]>>;
  /** Whole or not at all: written beside and then renamed. */
  readonly write: <Kind extends CachedKind>(kind: Kind, value: Cached[Kind]) => Promise<DataResult<undefined>>;
}

const VERSION = 1;

const FileSchema = z.object({ version: z.literal(VERSION), value: z.unknown() });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/**
 * A cache of one JSON file a kind.
 *
 * @param folder created with the first write
 * @returns none of its functions throws or rejects
 */
export const createCache = (folder: string): Cache => {
  const fileOf = (kind: CachedKind): string => join(folder, `${kind}.json`);
  return {
    read: async <Kind extends CachedKind>(kind: Kind): Promise<DataResult<Cached[Kind]>> => {
      let text: string;
      try {
        text = await readFile(fileOf(kind), 'utf8');
      } catch (error) {
        return codeOf(error) === 'ENOENT'
          ? unavailableBecause('cache', 'empty', `nothing is kept of ${kind} yet`)
          : unavailableBecause('cache', 'no-answer', `what is kept of ${kind} cannot be read (${codeOf(error)})`);
      }
      const file = FileSchema.safeParse(jsonIn(text));
      const value = file.success ? CACHE_FORMATS[kind].read.safeParse(file.data.value) : undefined;
      return value?.success
        ? ok(value.data as Cached[Kind])
        : unavailableBecause(
            'cache',
            'unreadable',
            `what is kept of ${kind} is damaged or of another version, and is not used`,
          );
    },
    write: async (kind, value) => {
      const beside = `${fileOf(kind)}.${randomUUID()}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        const form = CACHE_FORMATS[kind] as { readonly write: (value: Cached[typeof kind]) => unknown };
        await writeFile(beside, JSON.stringify({ version: VERSION, value: form.write(value) }));
        await rename(beside, fileOf(kind));
        return ok(undefined);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined);
        return unavailableBecause('cache', 'fault', `${kind} cannot be kept on disk (${codeOf(error)})`);
      }
    },
  };
};

/** A cache that stores nothing. */
export const noCache: Cache = {
  read: async (kind) => unavailableBecause('cache', 'empty', `nothing is kept of ${kind}`),
  write: async () => ok(undefined),
};
