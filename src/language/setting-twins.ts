import type { Mark } from './lexicon.ts';
import { inOwnUnit, isStepAway, type Setting, scopeOf } from './setting-pairs.ts';
import type { Amount, Parameter } from './slots.ts';
import { hullOf, isIn, isLinked, marked, slotsOf, type Utterance } from './utterance.ts';

/** Numbers of companies whose assumption is not said again. */

/** The company right before a number, with an `at` between or not, or right behind it. */
const companyBeside = (utterance: Utterance, { from, to }: Amount): Mark | undefined => {
  const companies = marked(utterance, 'company');
  return (
    companies.find((mark) => isLinked(utterance, mark.to, from, /^(?:at|to|with|has)$/, 1)) ??
    companies.find((mark) => isLinked(utterance, to, mark.from, /^(?:on|for|at|in|of)$/, 1))
  );
};

const MOST_TURNS = 15;
/** Bare numbers up to these may be of the same assumption as the one before. */
const MOST_OF: Readonly<Partial<Record<Parameter, number>>> = {
  floatingShare: 100,
  fixedShare: 100,
  debtToEbitda: MOST_TURNS,
  rate: MOST_TURNS,
};
const TWIN_LINK = /^(?:and|n|&|but|,|;|for|at|on|in|the|with|one|only|is|to|%|pct|percent)$/;

/** `float at 60 for small and 20 for large`: a bare number of the other company, right behind that of the first. */
const twinOf = (utterance: Utterance, amount: Amount, mark: Mark, found: readonly Setting[]): Setting | undefined => {
  const most = (parameter: Parameter): number => MOST_OF[parameter] ?? 0;
  const isTurned = slotsOf(utterance, 'direction').some(({ from, to }) => from === amount.to || to === amount.from);
  const [own, companies] = [hullOf([amount, mark]), marked(utterance, 'company')];
  return found.find((one) => {
    const to = one.amount?.to ?? own.from;
    const between = utterance.words.slice(to, own.from);
    const isLink = between.every(
      (word, at) => TWIN_LINK.test(word) || isIn(companies, to + at) || isIn(one.uses, to + at),
    );
    const isLoose = between.every((word) => !/^(?:and|n|&|but)$/.test(word));
    const others = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must').length;
    return (
      to < own.from &&
      isLink &&
      !isTurned &&
      amount.sign === '' &&
      amount.value <= most(one.parameter) &&
      !(isLoose && others < 3)
    );
  });
};

/** A number whose parameter is not said again: `small at 70% floating and large at 20%`, `70% floating at 7.25%`, `5x on large`. */
export const withoutName = (utterance: Utterance, amount: Amount, found: readonly Setting[]): Setting | undefined => {
  const mark = companyBeside(utterance, amount);
  const twin = found.find(
    (one) =>
      one.amount?.unit === amount.unit &&
      one.amount !== undefined &&
      one.parameter !== 'tax' &&
      utterance.hard[one.amount.from] === utterance.hard[amount.from],
  );
  const isOf = (parameter: Parameter): Setting => ({
    parameter,
    value: inOwnUnit(parameter, amount),
    amount,
    uses: [mark ? hullOf([mark, amount]) : amount],
  });
  // "2x25bp" counts
  const isCounting = slotsOf(utterance, 'amount').some(({ from }) => from === amount.to);
  // "small at 18x": rather of its earnings
  if (amount.unit === 'x' && !isCounting && amount.value <= MOST_TURNS && (mark || found.length > 0))
    return { ...isOf('debtToEbitda'), ...(isStepAway(utterance, amount) && { isChange: true as const }) };
  // the other company of the two that are named
  const isOther = mark && marked(utterance, 'company').some((one) => scopeOf(one) !== scopeOf(mark));
  if (mark && twin && isOther && amount.unit === '%' && amount.sign === '') return isOf(twin.parameter);
  const bare = mark && isOther && amount.unit === undefined ? twinOf(utterance, amount, mark, found) : undefined;
  if (bare) return isOf(bare.parameter);
  const isRate =
    amount.unit === '%' && utterance.words[amount.from - 1] === 'at' && amount.value >= 1.5 && amount.value <= 50;
  const floats = found.find(({ parameter }) => parameter === 'floatingShare')?.uses[0];
  if (!isRate || !floats || mark || utterance.hard[floats.from] !== utterance.hard[amount.from]) return undefined;
  if (found.some(({ parameter }) => parameter === 'rate')) return undefined;
  return { ...isOf('rate'), uses: [{ from: amount.from - 1, to: amount.to }] };
};
