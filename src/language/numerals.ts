import type { Token } from './tokens.ts';

/** A number among the words, in digits or spelled out. Tokens `from` to `to`, the last not included. */
export interface Numeral {
  /** Never negative; NaN where the digits are no number anybody writes (`1,2,3`, `25,50`). */
  readonly value: number;
  readonly sign: '' | '-' | '+';
  readonly isMoney: boolean;
  /** A half, three quarters, 1/4: without a unit those are parts of a whole. */
  readonly isFraction: boolean;
  readonly isSpelled: boolean;
  /** Typed with a decimal point. */
  readonly isDecimal: boolean;
  readonly from: number;
  readonly to: number;
}

const SMALL = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const HUNDRED = /^(?:hundred|hundo|hunnid|hundy)$/;
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
  ['fourty', 40],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 0.25],
  ['quarters', 0.25],
  ['qtr', 0.25],
  ['qtrs', 0.25],
  ['eighth', 0.125],
  ['eighths', 0.125],
  ['eigth', 0.125],
  ['fifth', 0.2],
  ['fifths', 0.2],
  ['tenth', 0.1],
]);
const DENOMINATORS = new Set([2, 3, 4, 5, 8]);

const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token?.kind === 'word' ? token.word : '';
};

/**
 * Digits as a number. Commas separate thousands where they stand before groups of three; a single comma behind a zero,
 * or behind nothing, is a decimal comma, and so is that of `17,55` and `3,00`. `25,50` and `5,10` may be two numbers.
 */
const decimal = (digits: string): number => {
  if (!digits.includes(',')) return Number(digits);
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  return /^(?:0?,\d+|[1-9],(?:[05]0|\d[1-9])|[1-9][1-46-9],\d\d)$/.test(digits)
    ? Number(digits.replace(',', '.'))
    : Number.NaN;
};

const fraction = (tokens: readonly Token[], at: number): number | undefined => {
  const [above, slash, below] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (above?.kind !== 'number' || slash?.word !== '/' || below?.kind !== 'number' || !slash.isGlued) return undefined;
  const [top, bottom] = [Number(above.word), Number(below.word)];
  return DENOMINATORS.has(bottom) && Number.isInteger(top) && top < bottom && tokens[at + 3]?.word !== '/'
    ? top / bottom
    : undefined;
};

const numeral = (first: Token, from: number, to: number, value: number, rest: Partial<Numeral> = {}): Numeral => ({
  value,
  sign: first.sign,
  isMoney: first.isMoney,
  isFraction: false,
  isSpelled: false,
  isDecimal: false,
  from,
  to,
  ...rest,
});

const SHARED = /^(?:hedg(?:ed?|es|ing)|unhedged|float(?:s|ing|ers?)?|fixed|variable|swapped)$/;

/** `one in five hedged`, `a hedge on 1 in 4`, `3 out of 10 float`: a part of something; `3 of the next 5` are meetings. */
const oneIn = (tokens: readonly Token[], at: number): { value: number; to: number } | undefined => {
  const link = wordAt(tokens, at + 1) === 'out' ? at + 2 : at + 1;
  if (!/^(?:in|of)$/.test(wordAt(tokens, link))) return undefined;
  const [above, below] = [at, link + 1].map((one) => {
    const { kind, word, sign } = tokens[one] ?? {};
    return kind === 'number' && sign === '' && /^\d{1,2}$/.test(word ?? '') ? Number(word) : VALUES.get(word ?? '');
  });
  const isShare = tokens.some(
    ({ word }, place) => SHARED.test(word) && place >= at - 4 && place <= link + 5 && tokens[place]?.kind === 'word',
  );
  return above && below && above < below && below <= 20 && isShare ? { value: above / below, to: link + 2 } : undefined;
};

const inDigits = (tokens: readonly Token[], at: number): Numeral | undefined => {
  const first = tokens[at] as Token;
  if (/[:/]|\d-\d|\..*\./.test(first.word)) return undefined;
  // "5o bp"
  if (tokens[at + 1]?.isGlued && /^o+$/.test(wordAt(tokens, at + 1))) return numeral(first, at, at + 2, Number.NaN);
  const [colon, behindColon] = [tokens[at + 1], tokens[at + 2]];
  if (colon?.word === ':' && colon.isGlued && behindColon?.kind === 'number' && behindColon.isGlued)
    return numeral(first, at, at + 3, Number.NaN);
  const part = fraction(tokens, at);
  if (part !== undefined) return numeral(first, at, at + 3, part, { isFraction: true });
  const whole = decimal(first.word);
  // 4-1/2, 3 1/2: but not three ¼ point cuts, where the fraction is a size that comes three times
  const gap = tokens[at + 1]?.word === '-' ? 1 : 0;
  const more = Number.isInteger(whole) ? fraction(tokens, at + 1 + gap) : undefined;
  const behind = wordAt(tokens, at + 5 + gap);
  if (more !== undefined && !/^(?:cuts|hikes|moves|steps)$/.test(behind)) {
    return numeral(first, at, at + 4 + gap, whole + more, { isFraction: gap === 0 });
  }
  // "3 quarters of a point"; "3 quarters" alone are nine months
  const isOfPoint =
    /^(?:quarters|qtrs|eighths) (?:of )?(?:(?:a|one) )?(?:full |whole |percentage )?(?:point|pt|percent)$/;
  const behindWhole = [1, 2, 3, 4, 5].map((step) => wordAt(tokens, at + step));
  const isParts = [2, 3, 4, 5].some((length) => isOfPoint.test(behindWhole.slice(0, length).join(' ')));
  const each = FRACTIONS.get(wordAt(tokens, at + 1));
  if (isParts && each && Number.isInteger(whole))
    return numeral(first, at, at + 2, whole * each, { isSpelled: true, isFraction: true });
  // "2 hundred"
  if (Number.isInteger(whole) && whole > 0 && whole < 10 && HUNDRED.test(wordAt(tokens, at + 1)))
    return numeral(first, at, at + 2, whole * 100);
  const andHalf = wordAt(tokens, at + 1) === 'and' ? addedFraction(tokens, at + 2) : undefined;
  if (Number.isInteger(whole) && andHalf) {
    return numeral(first, at, andHalf.to, whole + andHalf.value, { isFraction: true });
  }
  return numeral(first, at, at + 1, whole, { isDecimal: /[.,]/.test(first.word) && !/,\d{3}/.test(first.word) });
};

/** `a half`, `three quarters` behind an `and`. */
export const addedFraction = (tokens: readonly Token[], at: number): { value: number; to: number } | undefined => {
  const typed = fraction(tokens, at);
  if (typed !== undefined) return { value: typed, to: at + 3 };
  const skip = wordAt(tokens, at) === 'a' ? 1 : 0;
  const value = FRACTIONS.get(wordAt(tokens, at + skip));
  if (value !== undefined) return { value, to: at + skip + 1 };
  const count = VALUES.get(wordAt(tokens, at));
  const each = FRACTIONS.get(wordAt(tokens, at + 1));
  return count !== undefined && each !== undefined && count < 8 ? { value: count * each, to: at + 2 } : undefined;
};

const underHundred = (tokens: readonly Token[], at: number): { value: number; to: number } | undefined => {
  const value = VALUES.get(wordAt(tokens, at));
  if (value === undefined) return undefined;
  const next = value >= 20 ? VALUES.get(wordAt(tokens, at + 1)) : undefined;
  return next !== undefined && next > 0 && next < 10 ? { value: value + next, to: at + 2 } : { value, to: at + 1 };
};

const wholeInWords = (tokens: readonly Token[], at: number): { value: number; to: number } | undefined => {
  const first = wordAt(tokens, at);
  const below = underHundred(tokens, at);
  const times = HUNDRED.test(first) ? { value: 1, to: at } : first === 'a' ? { value: 1, to: at + 1 } : below;
  // "one twenty five"
  const tens = below?.value === 1 || below?.value === 2 ? underHundred(tokens, below.to) : undefined;
  if (below && tens && tens.value > 20 && tens.value % 10 !== 0 && !tokens[below.to]?.isGlued)
    return { value: below.value * 100 + tens.value, to: tens.to };
  if (times === undefined || !HUNDRED.test(wordAt(tokens, times.to))) return below;
  const skip = wordAt(tokens, times.to + 1) === 'and' ? 1 : 0;
  const rest = underHundred(tokens, times.to + 1 + skip);
  return rest === undefined
    ? { value: times.value * 100, to: times.to + 1 }
    : { value: times.value * 100 + rest.value, to: rest.to };
};

const ZERO = /^(?:zero|nought|naught|nil|oh|o|0)$/;
/** A `point` that is a matter or a unit, and what is counted behind one. */
const NO_DECIMAL = /^(?:a|the|this|that|my|your|good|percentage|basis|full|whole|what)$/;
const COUNTED = /^(?:day|week|month|quarter|year|time|cut|hike|meeting|move|people)s?$/;

/** `zero point two five`, `point five`, `1 point 25`: a decimal read out. */
const readOut = (tokens: readonly Token[], at: number): Numeral | undefined => {
  const first = tokens[at] as Token;
  const isLed = wordAt(tokens, at) !== 'point';
  if (!isLed && NO_DECIMAL.test(wordAt(tokens, at - 1))) return undefined;
  const lead = !isLed
    ? { value: 0, to: at }
    : ZERO.test(first.word)
      ? { value: 0, to: at + 1 }
      : first.kind === 'number' && /^\d+$/.test(first.word)
        ? { value: Number(first.word), to: at + 1 }
        : underHundred(tokens, at);
  if (!lead || wordAt(tokens, lead.to) !== 'point') return undefined;
  let [to, digits] = [lead.to + 1, ''];
  for (;;) {
    const token = tokens[to];
    const isTyped = token?.kind === 'number' && /^\d+$/.test(token.word) && digits === '' && token.sign === '';
    const next = isTyped
      ? { value: token.word, to: to + 1 }
      : ZERO.test(token?.word ?? '')
        ? { value: '0', to: to + 1 }
        : underHundred(tokens, to);
    if (!next || (digits !== '' && Number(next.value) > 9)) break;
    digits += String(next.value);
    to = next.to;
    if (isTyped) break;
  }
  if (digits === '' || (COUNTED.test(wordAt(tokens, to)) && lead.value > 0)) return undefined;
  return numeral(first, at, to, Number(`${lead.value}.${digits}`), { isSpelled: true, isDecimal: true });
};

const inWords = (tokens: readonly Token[], at: number): Numeral | undefined => {
  const first = tokens[at] as Token;
  const spelled = (value: number, to: number, isFraction: boolean): Numeral =>
    numeral(first, at, to, value, { isSpelled: true, isFraction });
  const whole = wholeInWords(tokens, at);
  const next = whole?.to ?? at;
  const part = FRACTIONS.get(wordAt(tokens, next));
  if (whole === undefined) return part === undefined ? undefined : spelled(part, at + 1, true);
  if (part !== undefined && !/^(?:half|third|fifth|tenth|eighth)$/.test(wordAt(tokens, next))) {
    return spelled(whole.value * part, next + 1, true);
  }
  if (part !== undefined && whole.value === 1) return spelled(part, next + 1, true);
  const added = wordAt(tokens, next) === 'and' ? addedFraction(tokens, next + 1) : undefined;
  if (added) return spelled(whole.value + added.value, added.to, true);
  // one in twenty sentences is no count
  return spelled(whole.value, whole.to, false);
};

/** The number that begins at a token, if one does. `one-fifty` is left as two, which no reading takes together. */
export const numeralAt = (tokens: readonly Token[], at: number): Numeral | undefined => {
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign') return undefined;
  const part = oneIn(tokens, at);
  if (part) return numeral(token, at, part.to, part.value, { isFraction: true, isSpelled: true });
  return readOut(tokens, at) ?? (token.kind === 'number' ? inDigits(tokens, at) : inWords(tokens, at));
};

/** A typed decimal times a factor, without the noise of binary fractions: 0.57 × 100 is 57. */
export const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(12));
