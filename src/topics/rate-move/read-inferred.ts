import {
  type Amount,
  type Assumed,
  has,
  hasAny,
  isStepAway,
  type Mark,
  marked,
  type Place,
  rateWays,
  type Scope,
  says,
  scopeOf,
  type Utterance,
} from '../../language/index.ts';
import type { Numbers } from '../context.ts';
import { assumedIn, type Change, COMPANY_IDS, NOTED } from './read-assumed.ts';

const ASSUMED: readonly Assumed[] = ['floatingShare', 'debtToEbitda', 'rate', 'loanFloor', 'ebitda', 'netIncome'];

export const isAssumption = (what: string): what is Assumed => ASSUMED.some((one) => one === what);

/** What the conversation has the assumptions at, and where they were before. */
const known = (numbers: Numbers, before: Numbers | undefined) =>
  COMPANY_IDS.flatMap((company) =>
    ASSUMED.map((parameter) => ({
      company,
      parameter,
      now: assumedIn(numbers)?.[company]?.[parameter],
      was: assumedIn(before)?.[company]?.[parameter],
      noted: NOTED[company][parameter],
    })),
  );

const isMoveSize = (numbers: Numbers, { value, unit }: Amount): boolean =>
  (unit === undefined || unit === 'bp') && Math.abs(numbers.move?.moveBps ?? 0) === value;

const hasUnitOf = ({ unit }: Amount, parameter: Assumed): boolean =>
  unit === '%'
    ? parameter === 'floatingShare' || parameter === 'rate' || parameter === 'loanFloor'
    : unit !== 'money' || parameter === 'ebitda' || parameter === 'netIncome';

/** The one company that stands beside a number, or both. */
const scopeNamed = (utterance: Utterance): { scope: Scope; marks: readonly Mark[] } | undefined => {
  const marks = marked(utterance, 'company');
  const [first] = marks;
  return first && new Set(marks.map(scopeOf)).size === 1 ? { scope: scopeOf(first), marks } : undefined;
};

/** `the same for`, `small too`, `small as well`. */
const isToo = (utterance: Utterance): boolean =>
  has(utterance, 'reference', 'same') || says(utterance, /^(?:same|too|also|likewise|well)$/);

/** The sizes that moves have: such a number may well be one. */
export const isRoundSize = (value: number): boolean => value >= 25 && value <= 300 && value % 25 === 0;

/** `a fifth, rather`, behind an EBITDA that was a tenth lower: so much of the note's, the same way. */
const partOfLast = ({ value, unit, isFraction }: Amount, numbers: Numbers, of: Scope = 'small'): number | undefined => {
  const company = of === 'large' ? 'large' : 'small';
  const noted = NOTED[company].ebitda;
  const now = assumedIn(numbers)?.[company]?.ebitda ?? noted;
  const part = unit === '%' ? value / 100 : unit === undefined && isFraction ? value : Number.NaN;
  return part < 1 && now !== noted ? Number((noted * (1 + Math.sign(now - noted) * part)).toFixed(6)) : undefined;
};

const LEAST_POINTS = 2;

/** A number that a follow-up takes for an assumption: by its unit, by what it was, or by what was changed last. */
export const inferred = (
  utterance: Utterance,
  amounts: readonly Amount[],
  numbers: Numbers,
  before: Numbers | undefined,
): readonly Change[] => {
  if (!assumedIn(numbers)) return [];
  const values = known(numbers, before);
  const last = numbers.changed?.find(({ what }) => isAssumption(what));
  const isBack = has(utterance, 'undo', 'undo') || has(utterance, 'drop', 'drop') || has(utterance, 'reset');
  const isUsual = has(utterance, 'reset') || utterance.words.includes('back');
  // "16 not 60", "i said 9 meant 7.5"
  const denied = hasAny(utterance, 'negation', 'correction')
    ? amounts.find(({ from }) => /^(?:not|than|of|said|typed|wrote)$/.test(utterance.words[from - 1] ?? ''))
    : undefined;
  const named = scopeNamed(utterance);
  return amounts.flatMap((amount): readonly Change[] => {
    const { value, unit } = amount;
    const isOld = amount === denied && amounts.length > 1;
    // "down 5 points", behind a floating share
    const lead = utterance.words[amount.from - 1] ?? '';
    if (unit === 'points' && last?.what === 'floatingShare' && value >= LEAST_POINTS && /^(?:up|down)$/.test(lead)) {
      const company = (named?.scope ?? last.company) === 'large' ? 'large' : 'small';
      const now = assumedIn(numbers)?.[company]?.floatingShare ?? NOTED[company].floatingShare;
      const set = now + (lead === 'up' ? value : -value);
      return [
        {
          parameter: 'floatingShare',
          value: set,
          company,
          amount,
          uses: [amount, { from: amount.from - 1, to: amount.to }],
        },
      ];
    }
    if (!Number.isFinite(value) || amount.duty === 'free' || unit === 'bp' || unit === 'points' || isOld) return [];
    const uses: readonly Place[] = [amount, ...(named?.marks ?? [])];
    const fits = values.filter(({ parameter }) => hasUnitOf(amount, parameter));
    const isSize = isMoveSize(numbers, amount);
    // "undo the 70% thing", "the usual 45"
    // "forget that third": of what floats
    const isNow = ({ now, parameter }: (typeof fits)[number]): boolean =>
      now === value || (amount.isFraction && parameter === 'floatingShare' && Math.abs((now ?? 0) - value * 100) < 0.5);
    const isNoted = ({ now, noted }: (typeof fits)[number]): boolean => now !== undefined && noted === value;
    const set = isBack ? fits.filter(isNow) : [];
    const again = set.length > 0 || !isUsual || unit === 'x' ? set : fits.filter(isNoted);
    const [first] = again;
    // "back to normal but keep the 5x"
    const isKept = /\b(?:keep|keeping|leave|but|except|bar) (?:for )?(?:the |that |its )?$/.test(
      `${utterance.words.slice(0, amount.from).join(' ')} `,
    );
    // both companies may have it
    if (first && !isSize)
      return again
        .filter(({ parameter }) => parameter === first.parameter)
        .map(({ parameter, company }) => ({
          parameter,
          value: isKept ? value : ('default' as const),
          company,
          amount,
          uses,
        }));
    // "back to 7 for small", behind another value of it
    const [old, second] = isUsual
      ? fits.filter(
          ({ was, now, company }) =>
            was === value && now !== value && (!named || named.scope === 'both' || named.scope === company),
        )
      : [];
    if (old && !second && !isSize) return [{ parameter: old.parameter, value, company: old.company, amount, uses }];
    if (unit === 'x' && isStepAway(utterance, amount)) return [];
    if (unit === 'x') {
      const company = named?.scope ?? (last?.what === 'debtToEbitda' ? last.company : undefined);
      return [{ parameter: 'debtToEbitda', value, ...(company && { company }), amount, uses }];
    }
    // "70, not 60": the one denied says which it is
    if (denied && denied !== amount && !isMoveSize(numbers, denied)) {
      const meant = fits.find(({ now, was }) => now === denied.value || was === denied.value);
      if (meant) return [{ parameter: meant.parameter, value, company: meant.company, amount, uses: [amount, denied] }];
      // said in billions
      const large = fits.find(({ now }) => now !== undefined && now === denied.value * 1_000);
      if (large && unit === undefined)
        return [
          { parameter: large.parameter, value: value * 1_000, company: large.company, amount, uses: [amount, denied] },
        ];
    }
    // behind "for large instead", of a sum: its target
    const isSizeToo =
      numbers.changed?.some(({ what }, at) => what === 'size' || (at === 0 && what === 'scope')) ?? false;
    const part = last?.what === 'ebitda' ? partOfLast(amount, numbers, last.company) : undefined;
    if (part !== undefined)
      return [{ parameter: 'ebitda', value: part, ...(last?.company && { company: last.company }), amount, uses }];
    if (last?.what === 'ebitda' && amount.isFraction && value < 1) return [];
    return last && isAssumption(last.what) ? byLastChange(utterance, amount, last.what, last.company, isSizeToo) : [];
  });
};

/** Numbers up to these may stand for an assumption that is put right. */
export const MOST_BARE: Readonly<Record<Assumed, number>> = {
  floatingShare: 100,
  debtToEbitda: 15,
  rate: 15,
  loanFloor: 10,
  ebitda: 1_000_000,
  netIncome: 1_000_000,
};
/** The least percentage that is rather a share than a size of move. */
const LEAST_SHARE = 6;

/** `and 70%?` after a floating share, `both companies at 60`: what was changed last is meant. */
const byLastChange = (
  utterance: Utterance,
  amount: Amount,
  parameter: Assumed,
  company: Scope | undefined,
  isSizeToo: boolean,
): readonly Change[] => {
  const { unit, value, isFraction, from, sign } = amount;
  const length = utterance.tokens.length;
  const lead = utterance.words[from - 1] ?? '';
  const isOfRate = rateWays(utterance).length > 0 || ['rate', 'move', 'wants'].some((tag) => has(utterance, tag));
  const isAt = marked(utterance, 'company').some(
    ({ to }) => to <= from && from - to <= 2 && utterance.soft[to - 1] === utterance.soft[from],
  );
  const isOfShare = parameter === 'floatingShare';
  const isShare =
    isOfShare &&
    unit === '%' &&
    // "100%" agrees
    !(value === 100 && length <= 2) &&
    (value > LEAST_SHARE || (lead === 'at' && length <= 5));
  // "and a third", of what floats; a quarter may be one of a point
  const isPart = isOfShare && isFraction && unit === undefined && value < 1 && value !== 0.25 && length <= 4;
  const isMoney = (parameter === 'ebitda' || parameter === 'netIncome') && unit === 'money';
  // "no, 65": what was said last, put right, where it is none of the sizes that moves have
  const isCorrected =
    !isSizeToo &&
    has(utterance, 'correction', 'no') &&
    length <= 12 &&
    unit === undefined &&
    value <= MOST_BARE[parameter] &&
    !isRoundSize(value);
  // "and 55 for the small one too"
  const isOfOther =
    company !== undefined &&
    marked(utterance, 'company').some((mark) => scopeOf(mark) !== company) &&
    isToo(utterance) &&
    hasUnitOf(amount, parameter) &&
    value <= MOST_BARE[parameter] &&
    !isRoundSize(value);
  const isMeant =
    isAt ||
    isOfOther ||
    isShare ||
    (parameter === 'rate' && unit === '%' && value >= 2) ||
    isMoney ||
    isCorrected ||
    isPart;
  if (isOfRate || !isMeant || sign !== '') return [];
  const [named] = marked(utterance, 'company').map(scopeOf);
  const scope = named ?? company;
  return [
    {
      parameter,
      value: isPart ? Number((value * 100).toFixed(6)) : value,
      ...(scope && { company: scope }),
      amount,
      uses: [amount, ...marked(utterance, 'company')],
    },
  ];
};
