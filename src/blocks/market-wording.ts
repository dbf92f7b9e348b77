import { sign, unbroken } from './wording.ts';

/** How rates, odds and ranks are written, the same in every message. */

/** `3.75–4.00%`: the Fed's range; one number before it was a range. */
export const rateRange = (lower: number, upper: number): string =>
  lower === upper ? `${lower.toFixed(2)}%` : `${lower.toFixed(2)}–${upper.toFixed(2)}%`;

/** `55%`: odds, whole. What is neither impossible nor certain is never shown as if it were. */
export const oddsOf = (probability: number): string => {
  if (probability > 0 && probability < 0.005) return 'under 1%';
  if (probability < 1 && probability > 0.995) return 'over 99%';
  return `${Math.round(probability * 100)}%`;
};

/** `8.5%`: a rank among days. */
export const rankOf = (percent: number): string => `${percent.toFixed(1)}%`;

/** `+21 bp`, `0 bp`: an expected move, whole; for tables and sums, where no word says which way. */
export const movePriced = (bps: number): string => {
  const whole = Math.round(bps);
  return unbroken(`${sign(whole)}${Math.abs(whole)} bp`);
};
