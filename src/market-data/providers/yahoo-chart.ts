import { z } from 'zod';
import type { IsoDate, IsoInstant } from '../../units.ts';
import type { SentClose } from '../final-closes.ts';
import type { Client } from '../http/client.ts';
import { readJson, unreadable } from '../http/reading.ts';
import { because, type Outcome, ok } from '../outcome.ts';

/** Yahoo's chart endpoint, which needs no key, cookie or crumb. Undocumented, so everything used of it is checked. */

const zoneFormat = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    return undefined;
  }
};

const ResultSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    exchangeTimezoneName: z.string().transform(zoneFormat).pipe(z.custom<Intl.DateTimeFormat>(Boolean)),
  }),
  // left out by Yahoo where it has no bars
  timestamp: z.array(z.number().int()).default([]),
  indicators: z.object({ quote: z.array(z.object({ close: z.array(z.number().nullable()).default([]) })) }),
});

const ChartSchema = z.object({
  chart: z.object({
    result: z.array(ResultSchema).nullable(),
    error: z.object({ code: z.string() }).nullish(),
  }),
});

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);

/**
 * Daily bars of one symbol as sent: a bar's day is the one its exchange's clocks show, the running day among them.
 * @param symbol as Yahoo writes it, `^RUT`; percent-encoded here
 */
export const yahooBars = async (
  client: Client,
  symbol: string,
  from: IsoDate,
  now: IsoInstant,
): Promise<Outcome<readonly SentClose[]>> => {
  const span = `period1=${secondsOf(from)}&period2=${secondsOf(now)}&interval=1d`;
  const reply = await client(`/v8/finance/chart/${encodeURIComponent(symbol)}?${span}`, symbol);
  if (reply.kind !== 'ok') return reply;
  const read = readJson('Yahoo', reply.value, ChartSchema);
  if (read.kind !== 'ok') return read;
  const { result, error } = read.value.chart;
  if (error) {
    return /not found/i.test(error.code)
      ? because('Yahoo', 'not-found', `Yahoo does not know ${symbol}`)
      : because('Yahoo', 'rejected', `Yahoo answered with an error for ${symbol}`);
  }
  const [bars] = result ?? [];
  if (bars === undefined) return because('Yahoo', 'empty', `Yahoo sent nothing for ${symbol}`);
  if (bars.meta.symbol.toUpperCase() !== symbol.toUpperCase()) {
    return because('Yahoo', 'implausible', `Yahoo answered for another symbol than ${symbol}`);
  }
  const closes = bars.indicators.quote[0]?.close ?? [];
  if (closes.length !== bars.timestamp.length) return unreadable('Yahoo', '', `a close for each day of ${symbol}`);
  const zone = bars.meta.exchangeTimezoneName;
  return ok(
    bars.timestamp.map((seconds, at) => ({
      on: zone.format(seconds * 1_000) as IsoDate,
      close: closes[at] ?? null,
    })),
  );
};
