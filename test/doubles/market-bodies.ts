import { newYorkInstant } from '../../src/calendar/sessions.ts';
import { contractCode } from '../../src/fed/futures-prices.ts';
import type { IsoDate, IsoMonth } from '../../src/units.ts';

/** Bodies in the shapes the providers send, from whatever closes a test makes up or is handed. */

export interface Row {
  readonly on: IsoDate;
  readonly close: number | null;
}

const openingBell = (on: IsoDate): number => Date.parse(newYorkInstant(on, '09:30')) / 1_000;

export const yahooBody = (symbol: string, rows: readonly Row[]): string => {
  const closes = rows.map(({ close }) => close);
  return JSON.stringify({
    chart: {
      result: [
        {
          meta: { currency: 'USD', symbol, gmtoffset: -18_000, exchangeTimezoneName: 'America/New_York' },
          timestamp: rows.map(({ on }) => openingBell(on)),
          indicators: {
            quote: [{ open: closes, high: closes, low: closes, close: closes }],
            adjclose: [{ adjclose: closes }],
          },
        },
      ],
      error: null,
    },
  });
};

export const yahooUnknown = JSON.stringify({
  chart: { result: null, error: { code: 'Not Found', description: 'No data found, symbol may be delisted' } },
});

export const futureSymbol = (month: IsoMonth): string => `${contractCode(month)}.CBT`;

export const cboeBody = (symbol: 'RUT' | 'SPX', rows: readonly Row[]): string =>
  [
    `DATE,${symbol}`,
    ...rows.map(({ on, close }) => {
      const [year, month, day] = on.split('-');
      return `${month}/${day}/${year},${close === null ? '' : close.toFixed(6)}`;
    }),
    '',
  ].join('\r\n');

export interface RateRow {
  readonly on: IsoDate;
  readonly effective: number;
  readonly lower: number;
  readonly upper: number;
}

export const newYorkFedBody = (rows: readonly RateRow[]): string =>
  JSON.stringify({
    refRates: rows
      .map(({ on, effective, lower, upper }) => ({
        effectiveDate: on,
        type: 'EFFR',
        percentRate: effective,
        targetRateFrom: lower,
        targetRateTo: upper,
        volumeInBillions: 100,
      }))
      .toReversed(),
  });

export const fredBody = (rows: readonly { readonly on: IsoDate; readonly value: number | undefined }[]): string =>
  JSON.stringify({
    count: rows.length,
    observations: rows.map(({ on, value }) => ({ date: on, value: value === undefined ? '.' : value.toFixed(2) })),
  });
