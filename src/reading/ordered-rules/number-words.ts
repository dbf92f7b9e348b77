const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['third', 1 / 3],
  ['quarter', 0.25],
  ['quarters', 0.25],
  ['thirds', 1 / 3],
  ['eighth', 0.125],
  ['eighths', 0.125],
]);
const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
]);

export interface SpelledNumber {
  readonly value: number;
  /** True for a half, a quarter and the like: without a unit those are parts of a percentage point. */
  readonly isFraction: boolean;
  /** How many words it takes. */
  readonly length: number;
}

/**
 * The number spelled out at the start of `words`: `fifty`, `twenty-five`, `one hundred and fifty`, `three quarters`,
 * `one and a half`.
 *
 * @returns undefined where the words start with no number
 */
export const spelledNumber = (words: readonly string[]): SpelledNumber | undefined => {
  const whole = spelledWhole(words);
  const rest = words.slice(whole?.length ?? 0);
  const fraction = FRACTIONS.get(rest[0] ?? '');
  if (whole === undefined) {
    return fraction === undefined ? undefined : { value: fraction, isFraction: true, length: 1 };
  }
  if (fraction !== undefined) return { value: whole.value * fraction, isFraction: true, length: whole.length + 1 };
  const andHalf = rest[0] === 'and' ? rest.slice(rest[1] === 'a' ? 2 : 1) : [];
  const added = FRACTIONS.get(andHalf[0] ?? '');
  if (added !== undefined) {
    return { value: whole.value + added, isFraction: true, length: words.length - andHalf.length + 1 };
  }
  return { ...whole, isFraction: false };
};

const spelledWhole = (words: readonly string[]): { value: number; length: number } | undefined => {
  const first = words[0] ?? '';
  const below = underHundred(words);
  const times = first === 'hundred' ? { value: 1, length: 0 } : first === 'a' ? { value: 1, length: 1 } : below;
  if (times === undefined || words[times.length] !== 'hundred') return below;
  const after = words.slice(times.length + 1);
  const skip = after[0] === 'and' ? 1 : 0;
  const rest = underHundred(after.slice(skip));
  return rest === undefined
    ? { value: times.value * 100, length: times.length + 1 }
    : { value: times.value * 100 + rest.value, length: times.length + 1 + skip + rest.length };
};

const underHundred = (words: readonly string[]): { value: number; length: number } | undefined => {
  const [tens, ones] = (words[0] ?? '').split('-');
  const value = VALUES.get(tens ?? '');
  if (value === undefined) return undefined;
  if (ones !== undefined) {
    const unit = VALUES.get(ones) ?? 0;
    return value >= 20 && unit >= 1 && unit <= 9 ? { value: value + unit, length: 1 } : undefined;
  }
  const next = value >= 20 ? VALUES.get(words[1] ?? '') : undefined;
  return next !== undefined && next > 0 && next < 10 ? { value: value + next, length: 2 } : { value, length: 1 };
};
