import {
  type Amount,
  isAssumed,
  type Mark,
  marked,
  overlaps,
  type Place,
  rateWays,
  type Scope,
  type Setting,
  type Sizes,
  settingsIn,
  sizesIn,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { Numbers } from '../context.ts';
import { inferred } from './read-inferred.ts';
import { type Change, changed, has, NOTED } from './read-noted.ts';

/** What the numbers of an utterance are, after what the conversation has been about. */
export interface Figures extends Sizes {
  readonly changes: readonly Change[];
  /** What the model does not know, or that names a change without its outcome: no answer takes account of it. */
  readonly others: readonly Setting[];
  /** Numbers that belong to no assumption. */
  readonly free: readonly Amount[];
  /** Whom the turn is about, where companies stand beside no assumption. */
  readonly scope?: {
    readonly scope: Scope;
    readonly isOnly: boolean;
    readonly isPlural: boolean;
    readonly marks: readonly Mark[];
  };
  readonly isHold: boolean;
}

/** Settings as changes: a fixed share is the rest of a floating one, a part is of what floats now. */
const changeOf = (setting: Setting, numbers: Numbers): Change | undefined => {
  const { parameter, value, company, amount, uses, factor, isChange } = setting;
  const rest = { ...(company && { company }), ...(amount && { amount }), uses };
  if (isChange) return undefined;
  if (factor !== undefined) {
    const one = company === 'large' ? 'large' : 'small';
    const now = changed(numbers)?.[one]?.floatingShare ?? NOTED[one].floatingShare;
    return { parameter: 'floatingShare', value: Number((now * factor).toFixed(6)), ...rest };
  }
  if (parameter === 'fixedShare') return { parameter: 'floatingShare', value: 100 - value, ...rest };
  return isAssumed(parameter) ? { parameter, value: Number(value.toFixed(6)), ...rest } : undefined;
};

/** The same said twice, as a part and as what comes of it, is one change. */
const withoutRepeats = (changes: readonly Change[]): readonly Change[] =>
  changes.flatMap((change, at) => {
    const twin = changes.findIndex(
      (one) =>
        one.parameter === change.parameter &&
        (one.company ?? 'small') === (change.company ?? 'small') &&
        one.value === change.value,
    );
    if (twin !== at) return [];
    const uses = changes
      .filter((one) => one.parameter === change.parameter && one.value === change.value)
      .flatMap((one) => one.uses);
    const company = changes.find(
      (one) => one.parameter === change.parameter && one.value === change.value && one.company,
    )?.company;
    return [{ ...change, ...(company && { company }), uses }];
  });

const SIZE_WORD = /^(?:small|large|both|smaller|larger|big)$/;

const scopeIn = (utterance: Utterance, used: readonly Place[]): Figures['scope'] => {
  const marks = marked(utterance, 'company').filter((mark) => {
    if (used.some((place) => overlaps(place, mark))) return false;
    const [word, next, before] = [
      utterance.words[mark.from] ?? '',
      utterance.words[mark.to] ?? '',
      utterance.words[mark.from - 1] ?? '',
    ];
    const isSizeWord = mark.to - mark.from === 1 && SIZE_WORD.test(word);
    // "a small cut", "how large"
    const isAdjective =
      isSizeWord &&
      (/^(?:cut|cuts|hike|hikes|move|moves|change|rate|drop|rise|fall|increase|reduction|effect|impact)$/.test(next) ||
        (before === 'a' && /^\d/.test(next)) ||
        before === 'how' ||
        before === 'too');
    // "leave small alone"
    const isLeft =
      /^(?:leave|leaving|keep|keeping)$/.test(before) || /^(?:leave|keep)$/.test(utterance.words[mark.from - 2] ?? '');
    // "a smaller one" is a move
    const isMove = before === 'a' && /\bone$/.test(utterance.words.slice(mark.from, mark.to).join(' '));
    return !isAdjective && !isLeft && !isMove;
  });
  if (marks.length === 0) return undefined;
  const isOnly = has(utterance, 'only');
  const sides = new Set(
    marks.flatMap(({ value }) => (value === 'both' ? ['small', 'large'] : [value.replace(/s$/, '')])),
  );
  const scope: Scope = sides.size > 1 ? 'both' : ([...sides][0] as Scope);
  return { scope, isOnly, isPlural: marks.every(({ value }) => value.endsWith('s')), marks };
};

const NAMES_PARAMETER = new Set([
  'floatingShare',
  'fixedShare',
  'debtToEbitda',
  'ebitda',
  'netIncome',
  'tax',
  'hedged',
  'loss',
]);

/** `net income 40`: a bare number right behind a parameter is no size, even where it does not fit. */
const isBesideParameter = (utterance: Utterance, { from, unit }: Amount): boolean =>
  unit === undefined &&
  marked(utterance, 'parameter').some(({ value, to }) => {
    const gap = utterance.words.slice(to, from);
    return (
      NAMES_PARAMETER.has(value) &&
      to <= from &&
      gap.length <= 2 &&
      gap.every((word) => /^(?:of|at|is|was|to|the|a|about)$/.test(word))
    );
  });

/** What the numbers of an utterance are. */
export const figuresOf = (utterance: Utterance, numbers: Numbers, before: Numbers | undefined): Figures => {
  const settings = settingsIn(utterance);
  const set = settings.flatMap((setting) => changeOf(setting, numbers) ?? []);
  const others = settings.filter((setting) => changeOf(setting, numbers) === undefined);
  const taken = settings.flatMap(({ uses }) => uses);
  // "half of that" is of the move, and no half a point
  const scales = numbers.move || numbers.solve ? marked(utterance, 'scale') : [];
  const amounts = slotsOf(utterance, 'amount').filter(
    (amount) => ![...taken, ...scales].some((place) => overlaps(place, amount)),
  );
  const beside = new Set(amounts.filter((amount) => isBesideParameter(utterance, amount)));
  const more = inferred(utterance, amounts, numbers, before);
  const changes = withoutRepeats([...set, ...more]);
  const free = amounts.filter((amount) => !more.some(({ uses }) => uses.includes(amount)));
  const scope = scopeIn(utterance, [...taken, ...more.flatMap(({ uses }) => uses)]);
  const ways = rateWays(utterance);
  return {
    ...sizesIn(
      utterance,
      free.filter((amount) => !beside.has(amount)),
    ),
    changes,
    others,
    free,
    ...(scope && { scope }),
    isHold: ways.some(({ way }) => way === 'hold'),
  };
};
