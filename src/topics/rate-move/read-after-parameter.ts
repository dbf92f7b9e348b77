import type { Assumed } from '../../language/index.ts';
import { asTyped, marked, rateWays } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { withChanges } from './read-assumed.ts';
import { type Change, has } from './read-noted.ts';
import { type Turned, wordsOfMove } from './read-turned.ts';

/** Bare numbers beyond these are rather sizes of a move. */
const MOST: Readonly<Record<Assumed, number>> = {
  floatingShare: 100,
  debtToEbitda: 15,
  rate: 15,
  ebitda: Number.POSITIVE_INFINITY,
  netIncome: Number.POSITIVE_INFINITY,
};

const parameterOf = (what: string): Assumed => (what in MOST ? (what as Assumed) : 'floatingShare');

const SAME_UNIT: ReadonlySet<string> = new Set(['floatingShare', 'rate', 'ebitda', 'netIncome', 'debtToEbitda']);

/** `and 40?` behind a change of an assumption: that, or a move; which is asked. */
export const afterParameter = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers, base } = turned;
  const last = numbers.changed?.at(-1);
  const [size] = figures.sizes;
  if (!base || !last || !SAME_UNIT.has(last.what) || !size || figures.sizes.length > 1 || size.unit === 'bp') return [];
  const [amount] = size.amounts;
  const isOfRate =
    rateWays(utterance).length > 0 || has(utterance, 'rate') || has(utterance, 'move') || has(utterance, 'reset');
  const isPlain =
    marked(utterance, 'reference', 'same').length > 0 ||
    figures.changes.length > 0 ||
    (amount?.value ?? 0) > MOST[parameterOf(last.what)];
  if (amount?.sign !== '' || isOfRate || isPlain) return [];
  const parameter = last.what as Assumed;
  const change: Change = {
    parameter,
    value: amount.value,
    ...(last.company && { company: last.company }),
    amount,
    uses: [amount],
  };
  const overridden = withChanges(base, [change], undefined);
  const { readAs: _, small: __, large: ___, ...rest } = base;
  const question: RateMoveQuestion = { ...rest, ...overridden };
  return [
    {
      asks: question,
      name: `${LABELS[parameter]} ${asTyped(utterance, amount)}`.slice(0, 30),
      how: 'exact',
      uses: [amount, ...wordsOfMove(utterance)],
      isOffer: true,
    },
  ];
};

const LABELS: Readonly<Record<Assumed, string>> = {
  floatingShare: 'Floating share',
  debtToEbitda: 'Debt to EBITDA',
  rate: 'Interest rate',
  ebitda: 'EBITDA',
  netIncome: 'Net income',
};
