import {
  type Amount,
  type Company,
  has,
  isAssumed,
  isLinked,
  isScaledBefore,
  type Mark,
  madeOnce,
  marked,
  overlaps,
  type Place,
  rateWays,
  type Scope,
  type Setting,
  type Size,
  type Sizes,
  scaleSaid,
  settingsIn,
  sizesIn,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { type Context, type Numbers, numbersOf } from '../context.ts';
import { assumedIn, type Change, NOTED, outcomesOf } from './read-assumed.ts';
import { borrowed } from './read-borrowed.ts';
import { inferred } from './read-inferred.ts';
import { OTHER_COMPANY, type SaidScope, scopeIn } from './read-scope.ts';

/** What the numbers of an utterance are, after what the conversation has been about. */
export interface Figures extends Sizes {
  readonly changes: readonly Change[];
  /** What the model does not know, or that names a change without its outcome: no answer takes account of it. */
  readonly others: readonly Setting[];
  /** Numbers that belong to no assumption. */
  readonly free: readonly Amount[];
  /** Whom the turn is about, where companies stand beside no assumption. */
  readonly scope?: SaidScope;
  readonly isHold: boolean;
}

/** What so much more or less of an assumption may come to. */
export const outcomesIn = (utterance: Utterance, setting: Setting, numbers: Numbers): readonly Change[] => {
  const { parameter, company, amount, uses } = setting;
  const owner = company ?? assumedIn(numbers)?.only;
  const one = owner === 'large' ? 'large' : 'small';
  if (!isAssumed(parameter)) return [];
  const isCounted = /\bturns?\b/.test(utterance.words.slice(amount?.from, amount?.to).join(' '));
  const now = assumedIn(numbers)?.[one]?.[parameter] ?? NOTED[one][parameter];
  const rest = { ...(company && { company }), ...(amount && { amount }), uses };
  return outcomesOf(setting, now, isCounted).map((value) => ({ parameter, value, ...rest }));
};

/** Settings as changes: a fixed share is the rest of a floating one, a part is of what floats now. */
const changeOf = (
  utterance: Utterance,
  setting: Setting,
  numbers: Numbers,
  others: readonly Setting[] = [],
): Change | undefined => {
  const { parameter, value, company, amount, uses, factor, isChange, isAmount } = setting;
  const rest = { ...(company && { company }), ...(amount && { amount }), uses };
  if (isChange) {
    const [change, other] = outcomesIn(utterance, setting, numbers);
    return other ? undefined : change;
  }
  if (factor !== undefined) {
    const owner = company ?? assumedIn(numbers)?.only;
    const one = owner === 'large' ? 'large' : 'small';
    const what = isAssumed(parameter) ? parameter : 'floatingShare';
    const now = assumedIn(numbers)?.[one]?.[what] ?? NOTED[one][what];
    return { parameter: what, value: Number((now * factor).toFixed(6)), ...rest };
  }
  if (isAmount) {
    const owner = company ?? assumedIn(numbers)?.only;
    const one = owner === 'large' ? 'large' : 'small';
    const told = others.find((other) => other.parameter === 'ebitda' && (other.company ?? 'small') === one);
    const ebitda = told?.value ?? assumedIn(numbers)?.[one]?.ebitda ?? NOTED[one].ebitda;
    return { parameter: 'debtToEbitda', value: Number((value / ebitda).toFixed(6)), ...rest };
  }
  if (parameter === 'fixedShare') return { parameter: 'floatingShare', value: 100 - value, ...rest };
  return isAssumed(parameter) ? { parameter, value: Number(value.toFixed(6)), ...rest } : undefined;
};

/** The same said twice, as a part and as what comes of it, is one change. */
const withoutRepeats = (changes: readonly Change[]): readonly Change[] =>
  changes.flatMap((change, at) => {
    const twins = changes.filter(
      (one) =>
        one.parameter === change.parameter &&
        one.value === change.value &&
        (one.company ?? 'small') === (change.company ?? 'small'),
    );
    if (twins[0] !== changes[at]) return [];
    const company = twins.find((one) => one.company)?.company;
    return [{ ...change, ...(company && { company }), uses: twins.flatMap(({ uses }) => uses) }];
  });

const NAMES_PARAMETER = /^(?:floatingShare|fixedShare|debtToEbitda|ebitda|netIncome|tax|hedged|loss)$/;

/** `net income 40`: a bare number right behind a parameter is no size, even where it does not fit. */
const isBesideParameter = (utterance: Utterance, { from, unit }: Amount): boolean =>
  unit === undefined &&
  marked(utterance, 'parameter').some(
    ({ value, to }) =>
      NAMES_PARAMETER.test(value) &&
      // "swap 100 for 75" is of a comparison
      utterance.words[to - 1] !== 'swap' &&
      isLinked(utterance, to, from, /^(?:of|at|is|was|to|the|a|about)$/, 2),
  );

/** `and the other one paying 5%`: the company that is not shown, or that was not changed last. */
const otherCompany = (
  utterance: Utterance,
  numbers: Numbers,
): { readonly company: Company; readonly mark: Mark } | undefined => {
  const [mark] = marked(utterance, 'reference', 'other').filter(
    (one) =>
      !marked(utterance, 'scale').some((scale) => overlaps(scale, one)) &&
      !/^(?:hand|way|day|side|thing|note|week|news|stuff)$/.test(utterance.words[one.to] ?? ''),
  );
  const standing = assumedIn(numbers);
  const changed = numbers.changed?.find(({ company }) => company && company !== 'both')?.company;
  const last = standing?.only ?? changed ?? (standing?.large && !standing.small ? 'large' : 'small');
  return mark && last !== 'both' ? { company: OTHER_COMPANY[last], mark } : undefined;
};

/** `double that`; not "and half a point", nor "twice the cash", which is of an assumption. */
export const scalesIn = (utterance: Utterance): readonly Mark[] =>
  [...marked(utterance, 'scale'), ...scaleSaid(utterance)].filter(
    (mark) =>
      !slotsOf(utterance, 'amount').some((one) => one.unit === 'points' && overlaps(one, mark)) &&
      !marked(utterance, 'parameter').some(
        (parameter) =>
          parameter.value !== 'rate' &&
          parameter.value !== 'plainRate' &&
          (isLinked(
            utterance,
            mark.to,
            parameter.from,
            /^(?:the|its|their|his|as|much|many|of|a|small|large|net|in)$/,
            3,
          ) ||
            isScaledBefore(utterance, parameter, mark.from)),
      ),
  );

const figuresIn = (utterance: Utterance, numbers: Numbers, before: Numbers | undefined): Figures => {
  const settings = settingsIn(utterance);
  const set = settings
    .flatMap((setting): readonly Setting[] =>
      (setting.isAmount || setting.factor !== undefined || setting.step) && setting.company === 'both'
        ? [
            { ...setting, company: 'small' },
            { ...setting, company: 'large' },
          ]
        : [setting],
    )
    .flatMap((setting) => changeOf(utterance, setting, numbers, settings) ?? []);
  const taken = settings.flatMap(({ uses }) => uses);
  const other = otherCompany(utterance, numbers);
  // "half of that" is of the move, and no half a point
  const scales = numbers.move || numbers.solve ? scalesIn(utterance) : [];
  const amounts = slotsOf(utterance, 'amount').filter(
    (amount) => ![...taken, ...scales].some((place) => overlaps(place, amount)),
  );
  const more = [...inferred(utterance, amounts, numbers, before), ...borrowed(utterance, numbers, taken)];
  const free = amounts.filter((amount) => !more.some(({ uses }) => uses.includes(amount)));
  const scope = scopeIn(utterance, [...taken, ...more.flatMap(({ uses }) => uses)], assumedIn(numbers)?.only);
  const sized = sizesIn(
    utterance,
    free.filter((amount) => !isBesideParameter(utterance, amount)),
    numbers.active === 'rate-move',
  );
  return {
    ...sized,
    // "twice the debt"
    counts: sized.counts.filter((count) => !taken.some((place) => overlaps(place, count))),
    changes: withoutRepeats([...set, ...more]).map((change) =>
      other && !change.company ? { ...change, company: other.company, uses: [...change.uses, other.mark] } : change,
    ),
    others: settings.filter((setting) => changeOf(utterance, setting, numbers) === undefined),
    free,
    ...(scope && { scope }),
    isHold: rateWays(utterance).some(({ way }) => way === 'hold'),
  };
};

const figuresOfOpening = madeOnce((utterance: Utterance) => figuresIn(utterance, {}, undefined));
const figuresBehind = madeOnce((context: Context) =>
  madeOnce((utterance: Utterance) => figuresIn(utterance, numbersOf(context), context.before)),
);

/** What the numbers of an utterance are: several topics look at them. */
export const figuresOf = (utterance: Utterance, context: Context | undefined): Figures =>
  (context ? figuresBehind(context) : figuresOfOpening)(utterance);

/** Whom a follow-up asks about: `only the large one`, `both again`, `the other one` of the one shown. */
export const scopeMeant = (
  { utterance, figures: { scope } }: { readonly utterance: Utterance; readonly figures: Figures },
  shown: Company | undefined,
): { scope: Scope; marks: readonly Place[] } | undefined => {
  // "the other way": of the move
  const scales = marked(utterance, 'scale');
  const pointing = (value: string): readonly Mark[] =>
    marked(utterance, 'reference', value).filter((mark) => !scales.some((scale) => overlaps(scale, mark)));
  const [other, both] = [pointing('other'), pointing('both')];
  const marks = [...other, ...both, ...(scope?.marks ?? [])];
  if (other.length > 0 && shown) return { scope: OTHER_COMPANY[shown], marks };
  if (scope && (!scope.isPlural || scope.isOnly)) return { scope: scope.scope, marks };
  return both.length > 0 ? { scope: 'both', marks } : undefined;
};

const ASSUMPTION_NAMED = /^(?:floatingShare|fixedShare|debtToEbitda|hedged|ebitda)$/;

/** `SmallCap's floating share`, `the same leverage`, `if it had no debt floating`: an assumption that is named and not understood. */
export const isUnread = ({
  utterance,
  figures,
}: {
  readonly utterance: Utterance;
  readonly figures: Figures;
}): boolean =>
  marked(utterance, 'parameter').some(({ value, from, to }) => {
    const word = utterance.words[from] ?? '';
    // "4 times its ebitda"
    const isMultiple =
      value === 'ebitda' &&
      slotsOf(utterance, 'amount').some(
        (one) => one.unit === 'x' && isLinked(utterance, one.to, from, /^(?:of|the|its|their)$/, 2),
      );
    const isNamed = (ASSUMPTION_NAMED.test(value) && !isMultiple) || /^(?:coupons?|borrowing)$/.test(word);
    // what is swapped into fixed debt is said by the share that floats
    const parameter = /^(?:fixedShare|hedged)$/.test(value) ? 'floatingShare' : value;
    const isRead =
      [...figures.changes, ...figures.others].some((one) => one.uses.some((use) => overlaps(use, { from, to }))) ||
      figures.changes.some((one) => one.parameter === parameter);
    // "ebitda 240, same leverage": it stays
    const isKept =
      value === 'debtToEbitda' &&
      (word === 'same' || utterance.words[from - 1] === 'same') &&
      utterance.words[to] !== 'as' &&
      figures.changes.length > 0;
    return isNamed && !isKept && word !== 'swap' && !isRead;
  });

/** Both directions said of one size: which is meant is asked. */
export const pointsBothWays = (
  { utterance, figures: { isHold } }: { readonly utterance: Utterance; readonly figures: Pick<Figures, 'isHold'> },
  { way, sign, levels, bps }: Size,
): boolean => {
  const counted = slotsOf(utterance, 'count').flatMap(({ of }) => (of === 'cut' || of === 'hike' ? [of] : []));
  const ways = new Set([...rateWays(utterance).flatMap((one) => (one.way === 'hold' ? [] : [one.way])), ...counted]);
  const isHeld = isHold && !(has(utterance, 'sum') && ways.size > 0) && bps !== 0 && sign === '';
  const isAgainst = (sign === '-' && way === 'hike') || (sign === '+' && way === 'cut');
  // "50 on small today and up": said of nothing else, it may be of the rate
  const isLoose =
    way === undefined &&
    sign === '' &&
    levels === undefined &&
    slotsOf(utterance, 'direction').some(
      (one) =>
        one.of === 'other' && one.way === 'hike' && /^(?:up|upwards?|higher)$/.test(utterance.words[one.from] ?? ''),
    );
  return (levels === undefined && ways.size > 1) || isAgainst || isHeld || isLoose;
};
