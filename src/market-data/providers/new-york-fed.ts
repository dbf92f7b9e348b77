import { z } from 'zod';
import { addDays, newYorkTime } from '../../calendar/index.ts';
import { type IsoInstant, isIsoDate } from '../../units.ts';
import type { Client } from '../http/client.ts';
import { readJson } from '../http/reading.ts';
import type { Outcome } from '../outcome.ts';
import type { Rates } from '../values.ts';
import { plausibleRate, ratesFrom } from './rate-days.ts';

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

/** Back over the last two or three meetings. */
const DAYS_BACK = 150;

export const newYorkFedRates = async (client: Client, now: IsoInstant): Promise<Outcome<Rates>> => {
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
