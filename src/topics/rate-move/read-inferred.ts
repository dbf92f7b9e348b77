import {
  type Amount,
  type Assumed,
  type Company,
  type Mark,
  marked,
  type Place,
  rateWays,
  type Scope,
  type Utterance,
} from '../../language/index.ts';
import type { Numbers } from '../context.ts';
import { type Change, changed, has, NOTED } from './read-noted.ts';

const ASSUMPTIONS: readonly Assumed[] = ['floatingShare', 'debtToEbitda', 'rate', 'ebitda', 'netIncome'];
const COMPANIES: readonly Company[] = ['small', 'large'];

/** What the conversation has the assumptions at, and where they were before. */
const known = (numbers: Numbers, before: Numbers | undefined) =>
  COMPANIES.flatMap((company) =>
    ASSUMPTIONS.flatMap((parameter) => {
      const now = changed(numbers)?.[company]?.[parameter];
      const was = changed(before)?.[company]?.[parameter];
      return [{ company, parameter, now, was, noted: NOTED[company][parameter] }];
    }),
  );

const isMoveSize = (numbers: Numbers, { value, unit }: Amount): boolean =>
  (unit === undefined || unit === 'bp') && Math.abs(numbers.move?.moveBps ?? 0) === value;

/** A number that a follow-up takes for an assumption: by its unit, by what it was, or by what was changed last. */
export const inferred = (
  utterance: Utterance,
  amounts: readonly Amount[],
  numbers: Numbers,
  before: Numbers | undefined,
): readonly Change[] => {
  const base = changed(numbers);
  if (!base) return [];
  const values = known(numbers, before);
  const last = numbers.changed?.find(({ what }) => ASSUMPTIONS.some((one) => one === what));
  const parameter = last?.what as Assumed | undefined;
  const isUndone = has(utterance, 'undo', 'undo') || has(utterance, 'drop', 'drop') || has(utterance, 'reset');
  const isUsual =
    has(utterance, 'reset', 'usual') || has(utterance, 'reset', 'reset') || utterance.words.includes('back');
  const denied = amounts.find(
    (amount) => /^(?:not|than|of)$/.test(utterance.words[amount.from - 1] ?? '') && has(utterance, 'negation'),
  );
  // what it is not: named beside what it is
  const isOld = (amount: Amount): boolean => amount === denied && amounts.length > 1;
  return amounts.flatMap((amount): readonly Change[] => {
    if (!Number.isFinite(amount.value) || amount.duty === 'free' || amount.unit === 'bp' || isOld(amount)) return [];
    const uses: readonly Place[] = [amount];
    if (amount.unit === 'points') return [];
    const sameUnit = (one: Assumed): boolean =>
      amount.unit === '%'
        ? one === 'floatingShare' || one === 'rate'
        : amount.unit === 'money'
          ? one === 'ebitda' || one === 'netIncome'
          : true;
    // "undo the 70% thing", "drop the 60"
    const held = values.find(({ now, parameter: one }) => now === amount.value && sameUnit(one));
    if (held && isUndone && !isMoveSize(numbers, amount)) {
      return [
        {
          parameter: held.parameter,
          value: 'default',
          company: held.company,
          amount,
          uses: [...uses, ...(scopeNamed(utterance)?.marks ?? [])],
        },
      ];
    }
    if (amount.unit === 'x') {
      const named = scopeNamed(utterance);
      if (named)
        return [
          {
            parameter: 'debtToEbitda',
            value: amount.value,
            company: named.scope,
            amount,
            uses: [...uses, ...named.marks],
          },
        ];
      const company = parameter === 'debtToEbitda' ? last?.company : undefined;
      return [{ parameter: 'debtToEbitda', value: amount.value, ...(company && { company }), amount, uses }];
    }
    // "the usual 45", "back to 45%": named by the figure that the note has
    const usual = values.find(
      ({ now, noted, parameter: one }) => now !== undefined && noted === amount.value && sameUnit(one),
    );
    if (usual && isUsual && !isMoveSize(numbers, amount)) {
      return [
        {
          parameter: usual.parameter,
          value: 'default',
          company: usual.company,
          amount,
          uses: [...uses, ...(scopeNamed(utterance)?.marks ?? [])],
        },
      ];
    }
    // "70, not 60": the one denied says which it is
    if (denied && denied !== amount) {
      const meant = values.find(
        ({ now, was, parameter: one }) => (now === denied.value || was === denied.value) && sameUnit(one),
      );
      if (meant && !isMoveSize(numbers, denied)) {
        return [
          { parameter: meant.parameter, value: amount.value, company: meant.company, amount, uses: [...uses, denied] },
        ];
      }
    }
    const isSizeToo = numbers.changed?.some(({ what }) => what === 'size') ?? false;
    return byLastChange(utterance, amount, parameter, last?.company, isSizeToo);
  });
};

/** The one company that stands beside a number, or both. */
const scopeNamed = (utterance: Utterance): { scope: Scope; marks: readonly Mark[] } | undefined => {
  const marks = marked(utterance, 'company');
  const [first] = marks;
  if (!first || new Set(marks.map(({ value }) => value.replace(/s$/, ''))).size > 1) return undefined;
  return { scope: first.value === 'both' ? 'both' : first.value.startsWith('small') ? 'small' : 'large', marks };
};

/** Numbers up to these may stand for an assumption that is put right. */
const MOST_CORRECTED: Readonly<Record<Assumed, number>> = {
  floatingShare: 100,
  debtToEbitda: 15,
  rate: 20,
  ebitda: 1_000_000,
  netIncome: 1_000_000,
};

/** The least percentage that is rather a share than a size of move. */
const LEAST_SHARE = 6;

/** `and 70%?` after a floating share, `both companies at 60`: what was changed last is meant. */
const byLastChange = (
  utterance: Utterance,
  amount: Amount,
  parameter: Assumed | undefined,
  company: Scope | undefined,
  isSizeToo: boolean,
): readonly Change[] => {
  if (parameter === undefined || amount.sign !== '') return [];
  const isOfRate =
    rateWays(utterance).length > 0 || has(utterance, 'rate') || has(utterance, 'move') || has(utterance, 'wants');
  const isAt = marked(utterance, 'company').some(
    ({ to }) => to <= amount.from && amount.from - to <= 2 && utterance.soft[to - 1] === utterance.soft[amount.from],
  );
  const isShare = parameter === 'floatingShare' && amount.unit === '%' && amount.value > LEAST_SHARE;
  const isRate = parameter === 'rate' && amount.unit === '%' && amount.value >= 2;
  const isAtShare =
    parameter === 'floatingShare' &&
    amount.unit === '%' &&
    utterance.words[amount.from - 1] === 'at' &&
    utterance.tokens.length <= 5;
  // "and a third", of what floats; a quarter may be one of a point
  const isPart =
    parameter === 'floatingShare' &&
    amount.isFraction &&
    amount.unit === undefined &&
    amount.value < 1 &&
    amount.value !== 0.25 &&
    utterance.tokens.length <= 4;
  const isMoney = (parameter === 'ebitda' || parameter === 'netIncome') && amount.unit === 'money';
  // "no, 65": what was said last, put right
  const isCorrected =
    !isSizeToo &&
    has(utterance, 'correction', 'no') &&
    utterance.tokens.length <= 6 &&
    amount.unit === undefined &&
    amount.value <= MOST_CORRECTED[parameter];
  const isMeant = isAt || isShare || isRate || isMoney || isCorrected || isAtShare || isPart;
  if (isOfRate || !isMeant) return [];
  const named = marked(utterance, 'company').map(({ value }) => value)[0];
  const scope: Scope | undefined =
    named === undefined ? company : named.startsWith('small') ? 'small' : named.startsWith('large') ? 'large' : 'both';
  return [
    {
      parameter,
      value: isPart ? Number((amount.value * 100).toFixed(6)) : amount.value,
      ...(scope && { company: scope }),
      amount,
      uses: [amount, ...marked(utterance, 'company')],
    },
  ];
};
