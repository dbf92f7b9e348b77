/** One measure of our app, beside the bare one's or alone. */
export interface Row {
  readonly measure: string;
  readonly bare?: string;
  readonly ours: string;
  readonly ratio?: number;
  /** Absent where the row is shown for information only. */
  readonly target?: Target;
}

export interface Target {
  readonly words: string;
  readonly reached: boolean;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const atLeast = (value: number, least: number): Target => ({
  words: `≥ ${number.format(least)}`,
  reached: value >= least,
});

export const atMost = (value: number, most: number): Target => ({
  words: `≤ ${number.format(most)}`,
  reached: value <= most,
});

export const perSecond = (value: number): string => `${whole.format(value)}/s`;
export const milliseconds = (value: number): string => {
  const digits = value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : whole.format(value);
  return `${digits} ms`;
};
export const megabytes = (value: number): string => `${whole.format(value)} MB`;

const HEAD = ['Measure', 'Bare Bolt', 'Ours', 'Ratio', 'Target', 'Reached'];

const cellsOf = ({ measure, bare = '', ours, ratio, target }: Row): string[] => [
  measure,
  bare,
  ours,
  ratio?.toFixed(2) ?? '',
  target?.words ?? '',
  target === undefined ? '' : target.reached ? 'yes' : 'no',
];

/** The first column to the left, the others to the right. */
export const table = (rows: readonly Row[]): string => {
  const all = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const [head = '', ...lines] = all.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return [head, '─'.repeat(head.length), ...lines].join('\n');
};
