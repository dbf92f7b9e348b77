import { type Assumed, has, inFull, isMadeOf, marked, scopeOf, slotsOf, told, wholeOf } from '../../language/index.ts';
import { ASSUMPTIONS } from '../../sensitivity/index.ts';
import type { Reading } from '../reading.ts';
import { assumedIn, type Change, NOTED } from './read-assumed.ts';
import { outcomesIn } from './read-figures.ts';
import { isAssumption, isRoundSize } from './read-inferred.ts';
import { moveReading, signedBps, type Turned } from './read-turned.ts';

/** Assumptions that go up or down by so much, and `it` for the one that was changed last. */

/** `ebitda is up 10`, `leverage up 7`: what it comes to is asked where it may be two things. */
export const changedEitherWay = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const open = figures.others.filter(({ step }) => step !== undefined);
  const base = turned.base ?? numbers.move;
  const [setting] = open;
  const [size, second] = figures.sizes;
  const moveBps = size ? signedBps(size, turned) : base?.moveBps;
  if (!setting || open.length > 1 || second || moveBps === undefined || numbers.active === 'compare-moves') return [];
  return outcomesIn(utterance, setting, numbers).map((change) => {
    const own = { ...turned, ...(base && { base }), figures: { ...figures, changes: [...figures.changes, change] } };
    return moveReading(own, moveBps, size?.amounts ?? [], [...setting.uses, ...(size?.uses ?? [])], { isOffer: true });
  });
};

/** A bare number from here on is of basis points; a rate moves by no more points than that. */
const [LEAST_BPS, MOST_POINTS] = [10, 5];
const RATE_STEPS =
  /\b(?:rates?|coupon|borrowing cost) (?:(?:goes|go|is|moves|gets|was|were) )?(?:(?:up|rises|higher)|(down|falls|drops|lower))(?: by| another)? #(?: higher| up| lower| down)?$/;

/** `largecap rate goes up 1`, behind a move: what that company pays, and no move of the Fed's. */
export const companyRate = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const [amount, second] = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const [mark, other] = marked(utterance, 'company').filter(({ value }) => value !== 'both');
  const { move, active } = numbers;
  if (!amount || second || !mark || other || !move || active !== 'rate-move' || figures.changes.length > 0) return [];
  const found = RATE_STEPS.exec(told(utterance, [['#', [amount]]]));
  const isPlain = utterance.marks.some(
    ({ tag, value, from }) => tag === 'parameter' && /Rate|rate/.test(value) && from - mark.to <= 2,
  );
  const by = amount.unit === 'bp' || amount.value >= LEAST_BPS ? amount.value / 100 : amount.value;
  if (!found || !isPlain || has(utterance, 'fed', 'fed') || by > MOST_POINTS) return [];
  const company = scopeOf(mark) === 'large' ? 'large' : 'small';
  const now = assumedIn(numbers)?.[company]?.rate ?? NOTED[company].rate;
  const value = Number((now + (found[1] ? -by : by)).toFixed(6));
  const change: Change = { parameter: 'rate', value, company, uses: [wholeOf(utterance)] };
  const { scope: _, ...plain } = figures;
  const own = { ...turned, base: move, figures: { ...plain, sizes: [], changes: [change] } };
  return value >= 0 ? [moveReading(own, move.moveBps, [], [wholeOf(utterance)], { isOffer: true })] : [];
};

const DOWN = /\b(?:lower|drop|cut|reduce|knock|trim|down|off|less|fewer|take|loses?|falls?|minus)\b/;
const UP = /\b(?:raise|lift|bump|push|increase|up|add|adds|more|another|extra|higher|plus|gains?|rises?|on)\b/;
const VERB =
  '(?:up|raise|lower|drop|lift|bump|push|bring|take|move|put|cut|reduce|increase|set|get|knock|trim|pull|shift)';
const SET_TO = inFull(`${VERB} (?:it|that|this)(?: up| down| back| over)? (?:to|at|by) #`);

/** The most a bare number may be for it to be this assumption's and nothing else. */
const fits = (parameter: Assumed, value: number, unit: string | undefined): boolean => {
  const { least, most } = ASSUMPTIONS[parameter];
  const isOwn =
    unit === undefined ||
    (unit === '%' && /^(?:floatingShare|rate|loanFloor)$/.test(parameter)) ||
    (unit === 'x' && parameter === 'debtToEbitda') ||
    (unit === 'money' && /^(?:ebitda|netIncome)$/.test(parameter));
  return isOwn && value >= least && value <= most;
};

/** `raise it to 8`, behind leverage at 7x: what was changed last. A size that moves have is asked about. */
export const lastSetTo = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures, context } = turned;
  const last = numbers.changed?.find(({ what }) => isAssumption(what));
  const [amount, second] = figures.free.length > 0 ? figures.free : figures.changes.flatMap((one) => one.amount ?? []);
  const { move, active } = numbers;
  if (!last || !isAssumption(last.what) || !amount || second || !move || active !== 'rate-move') return [];
  const said = told(utterance, [['#', [amount]]]);
  if (!SET_TO.test(said) || !fits(last.what, amount.value, amount.unit) || amount.sign !== '') return [];
  const company = last.company ?? 'small';
  const whose = company === 'large' ? 'large' : 'small';
  const was = assumedIn(numbers)?.[whose]?.[last.what] ?? NOTED[whose][last.what];
  const isBy = said.includes(' by #');
  const down = DOWN.test(said);
  const value = isBy ? Number((was + (down ? -amount.value : amount.value)).toFixed(6)) : amount.value;
  if (!fits(last.what, value, undefined)) return [];
  const change: Change = { parameter: last.what, value, company, amount, uses: [wholeOf(utterance)] };
  const own = { ...turned, base: move, figures: { ...figures, changes: [change], sizes: [] } };
  const isBare = amount.unit === undefined;
  const isSize = isBare && (isBy ? amount.value >= LEAST_BPS : isRoundSize(value) && value !== Math.abs(move.moveBps));
  // "bring it down to 3.25": the Fed's as well
  const isLevel = amount.isDecimal === true && (amount.value * 4) % 1 === 0;
  const isOpen =
    context?.stale || was === value || isSize || isLevel || (isBy && !isBare && last.what !== 'debtToEbitda');
  const read = moveReading(own, move.moveBps, [], [wholeOf(utterance)], isOpen ? { isOffer: true } : {});
  if (!isSize) return [read];
  const plain = { ...turned, base: move, figures: { ...figures, changes: [] } };
  const size = isBy ? Math.abs(move.moveBps) + (down ? -amount.value : amount.value) : amount.value;
  return [read, moveReading(plain, Math.sign(move.moveBps) * size, [amount], [wholeOf(utterance)], { isOffer: true })];
};

/** That a change goes up or down, beyond that there is more of it. */
const WAY =
  /\b(?:raise|lift|bump|push|increase|up|higher|gains?|rises?|lower|drop|cut|reduce|knock|trim|down|off|less|fewer|take|loses?|falls?|minus|plus)\b/;

const TURNS = /\b(half a|a|an|one|another|an extra|one more|two|three) (?:full |whole |more |extra )*turns?\b/;
const AROUND_TURNS =
  /^(?:knock|lop|raise|lower|falls?|drops?|rises?|higher|extra|another|more|less|top|half|two|three|turns?)$/;
const TURN_COUNTS = new Map([
  ['half a', 0.5],
  ['two', 2],
  ['three', 3],
]);

/** `take a turn off leverage`, `another turn on top` behind one: of debt to EBITDA. */
export const turnsBy = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures, context } = turned;
  const { move, active } = numbers;
  const said = told(utterance);
  const [, counted] = TURNS.exec(said) ?? [];
  const debts = marked(utterance, 'parameter').filter(({ value }) => value === 'debtToEbitda');
  const [company, second] = marked(utterance, 'company');
  const isLast = numbers.changed?.some(({ what }) => what === 'debtToEbitda') ?? false;
  if (
    !counted ||
    second ||
    !move ||
    active !== 'rate-move' ||
    context?.stale ||
    figures.changes.some(({ parameter }) => parameter !== 'debtToEbitda')
  )
    return [];
  const places = [...debts, ...(company ? [company] : [])];
  const isAll = isMadeOf(utterance, places, AROUND_TURNS);
  const which = company ? scopeOf(company) : numbers.changed?.find(({ what }) => what === 'debtToEbitda')?.company;
  const one = which === 'large' ? 'large' : 'small';
  const [as, was] = [numbers, context?.before].map(
    (at) => assumedIn(at)?.[one]?.debtToEbitda ?? NOTED[one].debtToEbitda,
  );
  // "and another turn", behind one less: the same way
  const isSameWay = !WAY.test(said) && /\b(?:another|more|extra)\b/.test(said) && isLast;
  const isDown = isSameWay ? (as ?? 0) < (was ?? 0) : DOWN.test(said);
  if (!isAll || !(debts.length > 0 || isLast) || !(isDown || UP.test(said))) return [];
  const scope = company
    ? scopeOf(company)
    : (numbers.changed?.find(({ what }) => what === 'debtToEbitda')?.company ?? move.only ?? 'small');
  const whose = scope === 'large' ? 'large' : 'small';
  const now = assumedIn(numbers)?.[whose]?.debtToEbitda ?? NOTED[whose].debtToEbitda;
  const value = Number((now + (isDown ? -1 : 1) * (TURN_COUNTS.get(counted) ?? 1)).toFixed(6));
  if (scope === 'both' || !fits('debtToEbitda', value, undefined)) return [];
  const change: Change = { parameter: 'debtToEbitda', value, company: scope, uses: [wholeOf(utterance)] };
  const { scope: _, ...plain } = figures;
  const own = { ...turned, base: move, figures: { ...plain, sizes: [], changes: [change] } };
  return [moveReading(own, move.moveBps, [], [wholeOf(utterance)])];
};
