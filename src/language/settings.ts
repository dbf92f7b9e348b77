import type { Mark } from './lexicon.ts';
import {
  inOwnUnit,
  isStepAway,
  pairsOf,
  parameterOf,
  type Setting,
  type SettingPair,
  scopeOf,
} from './setting-pairs.ts';
import { partsOfEbitda, scaledSettings } from './setting-scales.ts';
import { withoutName } from './setting-twins.ts';
import type { Amount, Assumed, Parameter, Span } from './slots.ts';
import { hullOf, marked, overlaps, slotsOf, type Utterance } from './utterance.ts';

type Place = Pick<Span, 'from' | 'to'>;

/** The company that a setting names: before it with no other setting between, inside of it, or right behind. */
const companyOf = (utterance: Utterance, own: Place, others: readonly Place[]): Mark | undefined => {
  const moves = marked(utterance, 'move');
  const companies = marked(utterance, 'company').filter(({ from, to }) => {
    // "a large cut": of its size; "large.rate=5%": of what is set onto it only
    const isSizeOfMove = to - from === 1 && moves.some((move) => move.from === to);
    const isSetOn = utterance.words[to] === '.' && utterance.tokens[to]?.isGlued === true;
    return !isSizeOfMove && (!isSetOn || own.from === to + 1);
  });
  const thought = utterance.hard[own.from];
  const inside = companies.find((mark) => mark.from >= own.from && mark.to <= own.to);
  if (inside) return inside;
  const part = utterance.soft[own.to - 1];
  const follows = companies.find((mark) => {
    const gap = utterance.words.slice(own.to, mark.from);
    const isBehind = mark.from >= own.to && gap.length <= 2 && utterance.soft[mark.from] === part;
    const isLinked =
      gap.length === 0 ? utterance.soft[mark.to] !== part : /^(?:at|for|in|on|of|with)$/.test(gap[0] ?? '');
    return (
      isBehind &&
      isLinked &&
      !others.some((other) => other.from >= mark.to && other.from - mark.to <= 1 && utterance.soft[other.from] === part)
    );
  });
  const before = companies.filter((mark) => mark.to <= own.from && utterance.hard[mark.from] === thought).at(-1);
  if (before && utterance.soft[before.from] === utterance.soft[own.from]) return before;
  return follows ?? before;
};

/** `swaps half its floating into fixed`: a part of what floats now. */
const isPartOfFloating = (utterance: Utterance, { mark, amount, isBefore, between }: SettingPair): boolean =>
  isBefore &&
  amount.isFraction &&
  mark.value === 'floatingShare' &&
  !between.includes('debt') &&
  !between.includes('is') &&
  [...marked(utterance, 'parameter', 'hedged'), ...marked(utterance, 'parameter', 'fixedShare')].some(
    ({ from }) => utterance.hard[from] === utterance.hard[mark.from],
  );

const LESS =
  /^(?:down|lower|less|fewer|drops?|falls?|fell|dropped|lose|loses|slips|slid|sinks|shrinks|cut|reduce|decrease|knock|shave|trim|decline)$/;
const MORE =
  /^(?:up|higher|more|rises?|rose|jumps?|jumped|raise|increase|add|gain|gains|climbs|grows|lift|bump|push|put)$/;
/** `leverage goes up one turn`, `ebitda is down 10`: no word says that it is what it comes to. */
const STEPS =
  /^(?:up|down|higher|lower|drops|falls|fell|rises|rose|jumps|slips|slid|sinks|climbs|grows|shrinks|gains|loses|another)$/;
const COMES_TO = /^(?:to|at|from|now|was|=|:|>)$/;

/** Whether a change by so much is a rise; undefined where nothing says. */
const stepOf = (utterance: Utterance, { mark, amount, between }: SettingPair): 1 | -1 | undefined => {
  const { words } = utterance;
  const around = [
    words[amount.to] ?? '',
    ...between.toReversed(),
    ...words.slice(0, mark.from).toReversed().slice(0, 3),
  ];
  const said = around.find((word) => LESS.test(word) || MORE.test(word));
  if (amount.sign !== '' || said === undefined || marked(utterance, 'wants').length > 0) return undefined;
  return LESS.test(said) ? -1 : 1;
};

/** `a drop of 12m in net income`. */
const CHANGE_OF = /^(?:drop|fall|rise|cut|increase|decline|jump|gain) of$/;

const ON_DEBT = /^on (?:(?:its|their|the|that|all|his) )*(?:debt|loans?|borrowings?)(?= |$)/;
const placesBehind = ({ words }: Utterance, { to }: Place): readonly Place[] => {
  const [said] = ON_DEBT.exec(words.slice(to, to + 5).join(' ')) ?? [];
  return said === undefined ? [] : [{ from: to, to: to + said.split(' ').length }];
};

const settingOf = (utterance: Utterance, pair: SettingPair, parameter: Parameter): Setting => {
  const { mark, amount, between, isBefore } = pair;
  const uses = [mark, amount];
  // "half its floating share": of what it is now
  const isOfNow =
    between.length > 0 && between.every((word) => /^(?:of|the|its|their|that)$/.test(word)) && between.at(-1) !== 'of';
  if (isOfNow && isBefore && amount.isFraction && amount.value < 1 && mark.value === 'floatingShare')
    return { parameter, value: Number.NaN, factor: amount.value, amount, uses };
  if (isPartOfFloating(utterance, pair))
    return { parameter, value: Number.NaN, factor: 1 - amount.value, amount, uses };
  const isAmount = parameter === 'debtToEbitda' && amount.unit === 'money' && amount.sign === '';
  const value = isAmount ? amount.value : inOwnUnit(parameter, amount);
  const isLoss = mark.value === 'loss';
  const lead = utterance.words.slice(Math.max(amount.from - 2, 0), amount.from).join(' ');
  const isStep = !isBefore && STEPS.test(between.at(-1) ?? '') && !between.some((word) => COMES_TO.test(word));
  const isBy = (/\bby$/.test(lead) && !isBefore) || CHANGE_OF.test(lead) || isStep || isStepAway(utterance, amount);
  const step = isBy ? stepOf(utterance, pair) : undefined;
  return {
    parameter,
    value: isLoss ? -Math.abs(value) : value,
    ...(isAmount && { isAmount }),
    ...((isBy || (amount.sign !== '' && parameter !== 'netIncome' && !between.includes('='))) && {
      isChange: true as const,
    }),
    ...(step && { step }),
    amount,
    uses: [
      ...uses,
      // "paying 8 pct on debt": what the rate is of
      ...(parameter === 'rate' ? placesBehind(utterance, amount) : []),
      ...(between.length > 0 ? [{ from: Math.min(mark.to, amount.to), to: Math.max(mark.from, amount.from) }] : []),
    ],
  };
};

const costOf = ({ away, isSet, isBefore, amount, between }: SettingPair): number => {
  if (between.includes('=') || between.includes(':')) return -3;
  return isBefore && away === 0 && amount.unit !== undefined ? -2 : away - Number(isSet);
};

/** The nearer of two pairs; a number and its parameter behind it before a looser one, a unit before none. */
const byCloseness = (one: SettingPair, other: SettingPair): number =>
  Number(other.amount.unit !== undefined) - Number(one.amount.unit !== undefined) ||
  costOf(one) - costOf(other) ||
  Number(one.isBefore) - Number(other.isBefore);

/** `floating from 45 to 60`: the first of the two is what it was. */
const oldValueBefore = (utterance: Utterance, amount: Amount, amounts: readonly Amount[]): Amount | undefined =>
  amounts.find(
    (other) =>
      other.to === amount.from - 1 && utterance.words[other.to] === 'to' && utterance.words[other.from - 1] === 'from',
  );

/** Every number of the text that belongs to a company, each parameter and each number taken once. */
export const settingsIn = (utterance: Utterance): readonly Setting[] => {
  const marks = marked(utterance, 'parameter').filter(({ value }) => value !== 'cash');
  const isShare = marks.some(({ value }) => value === 'floatingShare');
  const amounts = slotsOf(utterance, 'amount').filter(
    // "floating share 10 points higher"
    (one) =>
      (one.unit !== 'points' ||
        (isShare && (isStepAway(utterance, one) || /^(?:up|down)$/.test(utterance.words[one.from - 1] ?? '')))) &&
      one.duty === 'must',
  );
  const taken = new Set<Amount | Mark>();
  const found: Setting[] = [];
  const pairs = [...pairsOf(utterance, marks, amounts)].sort(
    (one, other) =>
      Number(isPartOfFloating(utterance, other)) - Number(isPartOfFloating(utterance, one)) || byCloseness(one, other),
  );
  for (const pair of pairs) {
    if (taken.has(pair.amount) || taken.has(pair.mark)) continue;
    const parameter = parameterOf(utterance, pair);
    // "50bp on 1000m of debt": of a loan of somebody's own
    const isOwnLoan =
      parameter === 'debtToEbitda' && pair.amount.unit === 'money' && utterance.words[pair.amount.from - 1] === 'on';
    // "60 float 50 cut": the size is the one before its direction
    const isBeforeMove =
      pair.amount.unit === undefined &&
      /^(?:cuts?|hikes?|off|lower|higher)$/.test(utterance.words[pair.amount.to] ?? '') &&
      pairs.some((other) => other.mark === pair.mark && other.amount !== pair.amount && other.isBefore);
    if (isOwnLoan || isBeforeMove) continue;
    // "a loan floor of 75bp"; else basis points are a size
    const isSize =
      pair.amount.unit === 'bp' && !pair.between.includes('=') && (parameter !== 'loanFloor' || pair.isBefore);
    if (parameter === undefined || isSize) continue;
    taken.add(pair.amount);
    taken.add(pair.mark);
    found.push(settingOf(utterance, pair, parameter));
  }
  found.push(...partsOfEbitda(utterance, amounts).filter(({ amount }) => amount && !taken.has(amount)));
  found.push(
    ...scaledSettings(utterance, marks).filter(
      ({ uses: [one] }) => one && !found.some(({ uses }) => uses.some((use) => overlaps(use, one))),
    ),
  );
  for (const { amount } of found) if (amount) taken.add(amount);
  for (const mark of [...marked(utterance, 'share'), ...marked(utterance, 'noIncome')]) {
    if (found.some(({ uses }) => uses.some((use) => overlaps(use, mark)))) continue;
    const parameter = mark.tag === 'share' ? 'floatingShare' : 'netIncome';
    found.push({ parameter, value: Number(mark.value), uses: [mark] });
  }
  for (const amount of amounts.filter((one) => !taken.has(one))) {
    const more = withoutName(utterance, amount, found);
    if (more) found.push(more);
  }
  return owned(utterance, withOldValues(utterance, found, amounts));
};

const withOldValues = (
  utterance: Utterance,
  found: readonly Setting[],
  amounts: readonly Amount[],
): readonly Setting[] =>
  found.map((setting) => {
    const { amount } = setting;
    if (!amount) return setting;
    // the first of "from 45 to 60" was taken for the value: the second is
    const next = amounts.find(({ from }) => from > amount.to - 1);
    const between = next ? utterance.words.slice(amount.to, next.from).join(' ') : '';
    const second = /^(?:(?:down |up |back )?to|- >|>)$/.test(between) && next?.unit !== 'bp' ? next : undefined;
    if (second)
      return {
        ...setting,
        value: inOwnUnit(setting.parameter, second),
        amount: second,
        uses: [...setting.uses, second],
      };
    // "4x from 4.8"
    const behind =
      utterance.words[amount.to] === 'from' ? amounts.find(({ from }) => from === amount.to + 1) : undefined;
    // "70, not 45"
    const denied = amounts.find(
      ({ from }) =>
        from >= amount.to &&
        from - amount.to <= 6 &&
        utterance.hard[from] === utterance.hard[amount.from] &&
        marked(utterance, 'negation').some((mark) => mark.from >= amount.to && mark.to === from),
    );
    const old = denied ?? oldValueBefore(utterance, amount, amounts) ?? behind;
    return old ? { ...setting, uses: [...setting.uses, old] } : setting;
  });

const owned = (utterance: Utterance, found: readonly Setting[]): readonly Setting[] => {
  const places = found.map(({ uses }) => hullOf(uses));
  // "60 floating small 15 floating large"
  const behind = places.map(({ to }) => marked(utterance, 'company').find(({ from }) => from === to));
  const isEach = behind.length > 1 && behind.every((mark) => mark !== undefined);
  return found.map((setting, at) => {
    const own = places[at] as Place;
    const next = isEach ? behind[at] : undefined;
    if (next) return { ...setting, company: scopeOf(next), uses: [...setting.uses, next] };
    const mark = companyOf(
      utterance,
      own,
      places.filter((_, other) => other !== at),
    );
    if (!mark) return setting;
    // "cut for 10% at smallcap if 60% floats": whose debt it is, and whom the turn is about too
    const isApart = utterance.soft[mark.from] !== utterance.soft[own.from] && utterance.words[mark.to] !== ':';
    return { ...setting, company: scopeOf(mark), uses: isApart ? setting.uses : [...setting.uses, mark] };
  });
};

/** Whether a parameter is one that may be changed. */
export const isAssumed = (parameter: Parameter): parameter is Assumed =>
  !['fixedShare', 'tax', 'hedged', 'cash'].includes(parameter);
