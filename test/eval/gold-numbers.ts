import { isNear } from './expected-numbers.ts';
import type { Expectation, Gold, GoldValue } from './files.ts';
import { judgeNumbers, type NumbersJudged } from './judge-numbers.ts';
import { KINDS_THAT_COMPUTE } from './mapping.ts';
import { kindOf, type Reply, wordsOf } from './reply.ts';

/** Holds a reply against the numbers, dates and ranges of a turn's gold: by its figures, else by what it prints. */

type Values = Readonly<Record<string, GoldValue>>;

const isGroup = (value: GoldValue | undefined): value is Values => typeof value === 'object' && !Array.isArray(value);

/** What the judge of figures calls the companies' results. */
const NAMED: Readonly<Record<string, readonly [company: string, measure: string]>> = {
  smallSavingM: ['SmallCap', 'savingsM'],
  smallLiftPct: ['SmallCap', 'niLiftPct'],
  largeSavingM: ['LargeCap', 'savingsM'],
  largeLiftPct: ['LargeCap', 'niLiftPct'],
};

const IS_MOVE = /^[-+]?\d+$/;

/** A group under a move belongs to that move; one under a word (`fromUpper`, `exact`) is another right answer. */
const alternatives = (numbers: Values): readonly Values[] => {
  const entries = Object.entries(numbers);
  const groups = entries.filter(([key, value]) => isGroup(value) && !IS_MOVE.test(key));
  const rest = Object.fromEntries(entries.filter((entry) => !groups.includes(entry)));
  return groups.length === 0 ? [rest] : groups.map(([, value]) => ({ ...rest, ...(value as Values) }));
};

const expectationOf = (values: Values): Expectation => {
  const companies: Record<string, Record<string, number>> = {};
  const others = Object.entries(values).flatMap(([key, value]): [string, number | Expectation][] => {
    if (isGroup(value)) return [[key, expectationOf(value)]];
    if (typeof value !== 'number') return [];
    const named = NAMED[key];
    if (named === undefined) return [key === 'moveBps' ? ['cutBps', -value] : [key, value]];
    const [company, measure] = named;
    companies[company] = { ...companies[company], [measure]: value };
    return [];
  });
  return { ...Object.fromEntries(others), ...companies };
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date with its year or none, a range in percent, a clock time; undefined for words that a reader judges. */
const printedAs = (value: string): RegExp | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (day) return new RegExp(`\\b${Number(day)}\\s${MONTHS[Number(month) - 1]}[a-z]*(?!\\s(?!${year})\\d{4})`, 'u');
  const [, low, high] = /^(\d+\.\d+)[-–](\d+\.\d+)$/.exec(value) ?? [];
  if (low && high) return new RegExp(`${low}\\s?(?:to|–|-)\\s?${high}`.replaceAll('.', '\\.'), 'u');
  return /^\d\d:\d\d$/.test(value) ? new RegExp(`\\b${value.replace(/^0/, '0?')}\\b`, 'u') : undefined;
};

const missingWords = (values: Values, words: string): readonly string[] =>
  Object.entries(values).flatMap(([key, value]) =>
    (typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [])
      .filter((one) => printedAs(one)?.test(words) === false)
      .map((one) => `${key}: no ${one}`),
  );

const DECIMAL = /\d[\d,]*\.(\d+)/gu;

/** Whether some printed number is this one at the decimals it is printed with. Signs are often words; whole numbers are too common to tell. */
const isPrinted = (value: number, words: string): boolean =>
  [...words.matchAll(DECIMAL)].some(([printed, decimals = '']) => {
    const digits = printed.replaceAll(',', '');
    return digits.replace(/[0.]/g, '').length > 1 && digits === Math.abs(value).toFixed(decimals.length);
  });

const numbersIn = (values: Values): readonly (readonly [key: string, value: number])[] =>
  Object.entries(values).flatMap(([key, value]) => {
    if (isGroup(value)) return numbersIn(value).map(([inner, number]) => [`${key}.${inner}`, number] as const);
    return typeof value === 'number' ? [[key, value] as const] : [];
  });

/** Numbers that are the result of a kind: where it states others of their unit and none of them, it answers something else. */
const RESULTS: Readonly<Record<string, { readonly keys: readonly string[]; readonly units: readonly string[] }>> = {
  'fed-history': { keys: ['moveBps', 'totalBps', 'cuts', 'hikes', 'count'], units: ['bp', 'count'] },
  rotation: { keys: ['ratio'], units: ['ratio'] },
};

const otherResult = (values: Values, reply: Reply): readonly string[] => {
  const { keys = [], units = [] } = RESULTS[kindOf(reply)] ?? {};
  const asked = numbersIn(values).filter(([key]) => keys.includes(key));
  const stated = reply.answer.figures.filter(({ unit }) => units.includes(unit));
  if (asked.length === 0 || stated.length === 0) return [];
  if (asked.some(([, value]) => stated.some((figure) => isNear(figure.value, value)))) return [];
  return [`expected ${asked.map(([key, value]) => `${key} ${value}`).join(', ')}, got ${stated[0]?.value}`];
};

/** A rate move where numbers of another kind were asked for. */
const strayMove = (values: Values, reply: Reply): readonly string[] => {
  const all = numbersIn(values);
  const isAboutMove = all.some(([key]) => /lift|saving|move/i.test(key));
  if (all.length === 0 || isAboutMove || !KINDS_THAT_COMPUTE.includes(kindOf(reply))) return [];
  return [`a rate move (${kindOf(reply)}) for ${all.map(([key]) => key).join(', ')}`];
};

const judgeOne = (values: Values, reply: Reply): NumbersJudged => {
  const words = wordsOf(reply);
  const { wrong, missing } = judgeNumbers(expectationOf(values), reply);
  const isShown = (path: string): boolean => {
    const value = Number(/-?[\d.]+(?= bp$)|-?[\d.]+$/.exec(path)?.[0]);
    return isPrinted(value, words) || (/ bp$/.test(path) && new RegExp(`\\b${Math.abs(value)}\\sbp`, 'u').test(words));
  };
  return {
    wrong: [...wrong, ...otherResult(values, reply), ...strayMove(values, reply)],
    missing: [...missing.filter((path) => !isShown(path)), ...missingWords(values, words)],
  };
};

/** Of several right answers the one that the reply comes nearest to. */
export const judgeGoldNumbers = ({ numbers }: Gold, reply: Reply): NumbersJudged => {
  const judged = alternatives(numbers).map((values) => judgeOne(values, reply));
  const faults = ({ wrong, missing }: NumbersJudged): number => 1000 * wrong.length + missing.length;
  return [...judged].sort((one, other) => faults(one) - faults(other))[0] ?? { wrong: [], missing: [] };
};
