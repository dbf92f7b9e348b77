/** The months by name, and as people shorten them. */
export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const SHORT_MONTHS: readonly string[] = MONTHS.map((month) => month.slice(0, 3));
