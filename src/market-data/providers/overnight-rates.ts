import { z } from 'zod';
import { addDays, newYorkTime } from '../../calendar/index.ts';
import { type IsoDate, type IsoInstant, isIsoDate, percent } from '../../units.ts';
import { type Client, type MarketDependencies, readJson } from '../http-client.ts';
import { type DataResult, ok, type Provider, type RateDay, type Rates, unavailableBecause } from '../port.ts';

/** A day as a provider sent it; what is not a plausible rate is absent. */
interface RawRates {
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

/** A rate in percent a year, where it can be one. The federal funds rate has stood between 0 and 20 % since 1954, but for a few days. */
const plausibleRate = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 25 ? value : undefined;

/** The days up to today whose range is known, in order; a problem where there is none. */
const ratesFrom = (sent: readonly RawRates[], { provider, source, now, notice }: Origin): DataResult<Rates> => {
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
  if (asOf === undefined) return unavailableBecause(provider, 'empty', `${provider} sent no day with a target range`);
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

/** FRED, with a key of one's own. Its terms ask for a sentence wherever its data are shown. */

/** The sentence FRED asks for wherever its data are shown. */
export const FRED_NOTICE =
  'This product uses the FRED® API but is not endorsed or certified by the Federal Reserve Bank of St. Louis.';

const ObservationsSchema = z.object({
  observations: z.array(z.object({ date: z.string().refine(isIsoDate), value: z.string() })),
});
const ErrorSchema = z.object({ error_code: z.number() });

const DAYS_BACK = 150;
/** In practice FRED takes two requests a second. */
const BETWEEN_REQUESTS_MS = 600;

type Observations = ReadonlyMap<IsoDate, number | undefined>;

/** `.` stands for a day without a value. */
const rateFrom = (text: string): number | undefined =>
  /^\d+(\.\d+)?$/.test(text) ? plausibleRate(Number(text)) : undefined;

/** Target range and effective rate of the last 150 days, percent a year: three requests, one after another. */
export const loadFredRates = async (
  client: Client,
  apiKey: string,
  dependencies: MarketDependencies,
): Promise<DataResult<Rates>> => {
  const now = dependencies.now();
  const since = addDays(newYorkTime(now).date, -DAYS_BACK);
  const series = async (id: string): Promise<DataResult<Observations>> => {
    const query = new URLSearchParams({ series_id: id, file_type: 'json', observation_start: since, api_key: apiKey });
    const reply = await client(`/fred/series/observations?${query}`, id);
    if (reply.kind !== 'ok') return reply;
    if (readJson('FRED', reply.value, ErrorSchema).kind === 'ok') {
      return unavailableBecause('FRED', 'rejected', `FRED answered with an error for ${id}`);
    }
    const read = readJson('FRED', reply.value, ObservationsSchema);
    return read.kind === 'ok'
      ? ok(new Map(read.value.observations.map(({ date, value }) => [date, rateFrom(value)])))
      : read;
  };
  const upper = await series('DFEDTARU');
  if (upper.kind !== 'ok') return upper;
  await dependencies.wait(BETWEEN_REQUESTS_MS);
  const lower = await series('DFEDTARL');
  if (lower.kind !== 'ok') return lower;
  await dependencies.wait(BETWEEN_REQUESTS_MS);
  const effective = await series('DFF');
  if (effective.kind !== 'ok') return effective;
  const sent = [...upper.value].map(([on, above]) => ({
    on,
    upper: above,
    lower: lower.value.get(on),
    effective: effective.value.get(on),
  }));
  const source = 'FRED, DFEDTARL, DFEDTARU and DFF';
  return ratesFrom(sent, { provider: 'FRED', source, now, notice: FRED_NOTICE });
};

/**
 * The New York Fed's Markets Data API: the effective rate and the target range of a day in one row, published about
 * 09:00 New York time for the business day before.
 * @see https://markets.newyorkfed.org/static/docs/markets-api.html
 */

const rate = z.unknown().transform(plausibleRate).optional();

const ReplySchema = z.object({
  refRates: z.array(
    z.object({
      effectiveDate: z.string().refine(isIsoDate),
      percentRate: rate,
      targetRateFrom: rate,
      targetRateTo: rate,
    }),
  ),
});

/** Target range and effective rate of the last 150 days, percent a year. */
export const loadNewYorkFedRates = async (client: Client, now: IsoInstant): Promise<DataResult<Rates>> => {
  const today = newYorkTime(now).date;
  const span = `startDate=${addDays(today, -DAYS_BACK)}&endDate=${today}`;
  const reply = await client(`/api/rates/unsecured/effr/search.json?${span}`, 'EFFR');
  if (reply.kind !== 'ok') return reply;
  const read = readJson('New York Fed', reply.value, ReplySchema);
  if (read.kind !== 'ok') return read;
  const sent = read.value.refRates.map(({ effectiveDate, percentRate, targetRateFrom, targetRateTo }) => ({
    on: effectiveDate,
    lower: targetRateFrom,
    upper: targetRateTo,
    effective: percentRate,
  }));
  return ratesFrom(sent, { provider: 'New York Fed', source: 'Federal Reserve Bank of New York, EFFR', now });
};
