import type { Question } from '../../src/topics/questions.ts';
import type { Overrides } from '../../src/topics/rate-move/question.ts';
import type { Turn } from '../../src/topics/turn.ts';

/** Turns in short, so that a table of them can be read: `cut 50, floating 60, only small`. */

const NAMES: Readonly<Record<keyof Overrides, string>> = {
  floatingShare: 'floating',
  debtToEbitda: 'debt',
  rate: 'rate',
  loanFloor: 'loan floor',
  ebitda: 'ebitda',
  netIncome: 'income',
  cash: 'cash',
  cashYield: 'cash yield',
  hedgedShare: 'hedged',
  passThrough: 'pass-through',
  taxRate: 'tax',
  interestCap: 'interest cap',
};

const overridden = (whose: string, overrides: Overrides = {}): readonly string[] =>
  Object.entries(overrides).map(([key, value]) => `${whose}${NAMES[key as keyof Overrides]} ${value}`);

const OF_NUMBERS: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve']);

const move = (bps: number): string => (bps === 0 ? 'hold' : `${bps < 0 ? 'cut' : 'hike'} ${Math.abs(bps)}`);

const question = (asked: Question): string => {
  const parts = (
    first: string,
    { small, large, only }: { small?: Overrides | undefined; large?: Overrides | undefined; only?: string | undefined },
  ) => [first, ...overridden('', small), ...overridden('large ', large), ...(only ? [`only ${only}`] : [])].join(', ');
  switch (asked.kind) {
    case 'rate-move':
      return parts(move(asked.moveBps), asked);
    case 'compare-moves':
      return parts(`compare ${asked.moves.map(move).join(' / ')}`, asked);
    case 'solve':
      return parts(
        `solve ${asked.target.of === 'lift' ? `${asked.target.percent}%` : `$${asked.target.millions}m`}`,
        asked,
      );
    case 'method':
      return `method ${asked.aspect}${asked.taxRate === undefined ? '' : ` ${asked.taxRate}%`}${asked.of ? ` of ${question(asked.of)}` : ''}`;
    default:
      return asked.kind;
  }
};

export const said = (turn: Turn): string => {
  if (turn.kind === 'question')
    return `${question(turn.question)}${turn.notUsed ? ` (not ${turn.notUsed.words})` : ''}`;
  if (turn.kind !== 'unclear') return turn.kind;
  if (turn.reason !== 'which') return `unclear ${turn.reason}`;
  // what else is offered beside numbers, and in which order, is for the ranker's own tests
  const numbers = turn.readings.filter(({ question: { kind } }) => OF_NUMBERS.has(kind)).map(({ name }) => name);
  return `ask ${numbers.sort().join(' | ') || 'of something else'}`;
};
