import type { Mark } from './lexicon.ts';
import type { Setting } from './setting-pairs.ts';
import type { Amount, Parameter } from './slots.ts';
import { hasAny, hullOf, isLinked, marked, slotsOf, type Utterance } from './utterance.ts';

/** Assumptions said by what they are now: so many times it, or a part more or less. */

/** `ebitda at the small one drops 10%`: how many words between two places say whose it is. */
const wordsOfCompanies = (utterance: Utterance, from: number, to: number): number =>
  marked(utterance, 'company')
    .filter((mark) => mark.from >= from && mark.to <= to)
    .reduce((sum, mark) => sum + mark.to - mark.from, 0);

/** `ebitda down 10%`, `10% less ebitda`, `ebitda a tenth lower`: a part more or less of what it is. */
export const partsOfEbitda = (utterance: Utterance, amounts: readonly Amount[]): readonly Setting[] =>
  marked(utterance, 'parameter', 'ebitda').flatMap((mark) => {
    const amount = amounts.find(
      ({ unit, isFraction, value, from, to }) =>
        (unit === '%' || (unit === undefined && isFraction && value < 1)) &&
        Math.max(from - mark.to, mark.from - to) -
          wordsOfCompanies(utterance, Math.min(mark.to, to), Math.max(mark.from, from)) <=
          3,
    );
    const between = amount && utterance.words.slice(Math.min(amount.to, mark.to) - 1, Math.max(amount.to, mark.to) + 1);
    const isLess = between?.some((word) => LESS.test(word));
    const isMore = between?.some((word) => MORE.test(word));
    if (!amount || isLess === isMore) return [];
    const part = amount.unit === '%' ? amount.value / 100 : amount.value;
    const { from, to } = hullOf([mark, amount]);
    const isBehind = LESS.test(utterance.words[to] ?? '') || MORE.test(utterance.words[to] ?? '');
    return [
      {
        parameter: 'ebitda' as const,
        value: Number.NaN,
        factor: 1 + (isLess ? -part : part),
        amount,
        uses: [{ from, to: to + Number(isBehind) }],
      },
    ];
  });

const BETWEEN_SCALED = /^(?:the|its|their|his|as|much|many|of|a|small|large|net|s)$/;
const SCALED =
  /^(?:is|was|were|gets|got|had|has|be|at|for|of|in|the|its|their|small|large|big|little|smaller|larger|one|company|firm|smallcap|largecap|smallco|largeco|both)$/;
const MOST_SCALED = 5;

/** `net income at the small one halved`: a scale that is said of an assumption before it. */
export const isScaledBefore = (utterance: Utterance, parameter: Mark, from: number): boolean =>
  isLinked(utterance, parameter.to, from, SCALED, MOST_SCALED);

/** `twice the debt`, `leverage doubles`, `a third of the ebitda`: so many times what it is. */
export const scaledSettings = (utterance: Utterance, marks: readonly Mark[]): readonly Setting[] =>
  [
    ...marked(utterance, 'scale').map(({ from, to, value }) => ({ from, to, factor: Number(value) })),
    ...marked(utterance, 'worded').map(({ from, to, value }) => ({ from, to, factor: 1 + Number(value) / 100 })),
    ...slotsOf(utterance, 'amount').flatMap(({ from, to, value, unit, isFraction }) =>
      isFraction && value < 1 && unit === undefined ? [{ from, to, factor: value }] : [],
    ),
  ].flatMap(({ from, to, factor }) => {
    const mark = marks.find(
      (one) =>
        (/^(?:floatingShare|debtToEbitda|ebitda)$/.test(one.value) &&
          (isLinked(utterance, to, one.from, BETWEEN_SCALED, 3) || isScaledBefore(utterance, one, from))) ||
        // "doubles net income" is what is wanted of a move
        (one.value === 'netIncome' && !hasAny(utterance, 'wants') && isScaledBefore(utterance, one, from)),
    );
    return mark && factor > 0 && factor !== 1
      ? [{ parameter: mark.value as Parameter, value: Number.NaN, factor, uses: [hullOf([{ from, to }, mark])] }]
      : [];
  });

const LESS = /^(?:down|falls?|fell|drops?|dropped|lower|less|shrinks?|below|cut|off|weaker|lighter)$/;
const MORE = /^(?:up|rises?|rose|grows?|grew|higher|more|above|stronger)$/;
