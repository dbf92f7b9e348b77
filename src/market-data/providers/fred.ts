import { z } from 'zod';
import { addDays, newYorkTime } from '../../calendar/index.ts';
import { type IsoDate, isIsoDate } from '../../units.ts';
import type { Client } from '../http/client.ts';
import { readJson } from '../http/reading.ts';
import type { Tools } from '../http/tools.ts';
import { because, type Outcome, ok } from '../outcome.ts';
import type { Rates } from '../values.ts';
import { plausibleRate, ratesFrom } from './rate-days.ts';

/** FRED, with a key of one's own. Its terms ask for a sentence wherever its data are shown. */

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

export const fredRates = async (client: Client, apiKey: string, tools: Tools): Promise<Outcome<Rates>> => {
  const now = tools.now();
  const since = addDays(newYorkTime(now).date, -DAYS_BACK);
  const series = async (id: string): Promise<Outcome<Observations>> => {
    const query = new URLSearchParams({ series_id: id, file_type: 'json', observation_start: since, api_key: apiKey });
    const reply = await client(`/fred/series/observations?${query}`, id);
    if (reply.kind !== 'ok') return reply;
    if (readJson('FRED', reply.value, ErrorSchema).kind === 'ok') {
      return because('FRED', 'rejected', `FRED answered with an error for ${id}`);
    }
    const read = readJson('FRED', reply.value, ObservationsSchema);
    return read.kind === 'ok'
      ? ok(new Map(read.value.observations.map(({ date, value }) => [date, rateFrom(value)])))
      : read;
  };
  const upper = await series('DFEDTARU');
  if (upper.kind !== 'ok') return upper;
  await tools.wait(BETWEEN_REQUESTS_MS);
  const lower = await series('DFEDTARL');
  if (lower.kind !== 'ok') return lower;
  await tools.wait(BETWEEN_REQUESTS_MS);
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
