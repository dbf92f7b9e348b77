const TICKER = /^[A-Z][A-Z0-9-]{0,9}$/;

/**
 * The ticker that a text may be, as the SEC writes it; undefined for what can be none.
 *
 * @example
 * tickerIn(' brk.b ') // 'BRK-B'
 */
export const tickerIn = (text: string): string | undefined => {
  const ticker = text.trim().toUpperCase().replaceAll('.', '-');
  return TICKER.test(ticker) ? ticker : undefined;
};
