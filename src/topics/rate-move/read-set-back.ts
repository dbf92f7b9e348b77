import type { Assumed, Place } from '../../language/index.ts';
import { isOnly, marked, rateWays } from '../../language/index.ts';
import type { Question } from '../questions.ts';
import type { Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { asksOther, isBare } from './read-elliptic.ts';
import { moveButtonName } from './read-names.ts';
import { type Change, has } from './read-noted.ts';
import { moveReading, type Turned } from './read-turned.ts';

const NAMED: ReadonlyMap<string, Assumed> = new Map(
  Object.entries({
    floatingShare: 'floatingShare',
    fixedShare: 'floatingShare',
    debtToEbitda: 'debtToEbitda',
    rate: 'rate',
    plainRate: 'rate',
    ebitda: 'ebitda',
    netIncome: 'netIncome',
  }),
);

/** Assumptions named to be as in the note again: `the default leverage`, `forget the floating change`, `without the 7x`. */
const namedBack = ({ utterance, figures, base }: Turned): readonly Change[] => {
  const isBack =
    has(utterance, 'reset', 'usual') ||
    has(utterance, 'reset', 'reset') ||
    has(utterance, 'drop', 'drop') ||
    has(utterance, 'undo', 'undo') ||
    has(utterance, 'negation');
  if (!isBack || !base) return [];
  return marked(utterance, 'parameter').flatMap((mark): readonly Change[] => {
    const parameter = NAMED.get(mark.value);
    const isSet = figures.changes.some(({ uses }) => uses.some(({ from, to }) => from <= mark.from && mark.from < to));
    const isKept =
      /^(?:keep|keeping|leave|but)$/.test(utterance.words[mark.from - 1] ?? '') ||
      /^(?:keep|keeping)$/.test(utterance.words[mark.from - 2] ?? '');
    const isChanged =
      parameter !== undefined && (base.small?.[parameter] !== undefined || base.large?.[parameter] !== undefined);
    return parameter === undefined || isSet || isKept || !isChanged
      ? []
      : [{ parameter, value: 'default', company: 'both', uses: [mark] }];
  });
};

/** The words that set something back, and those that keep the rest. */
const backWords = ({ utterance }: Turned): readonly Place[] => [
  ...['reset', 'drop', 'undo', 'negation', 'parameter', 'correction', 'reference'].flatMap((tag) =>
    marked(utterance, tag),
  ),
];

/** `start over`, `back to normal`, `forget the leverage change`: without what was changed, all of it or what is named. */
export const setBack = (turned: Turned): readonly Reading[] => {
  const { utterance, base, isReset, figures, numbers } = turned;
  if (!base || !isBare(turned) || utterance.unknown.size > 0) return [];
  const named = namedBack(turned);
  const isBrief = ['brief', 'views', 'advice', 'other'].some((tag) => has(utterance, tag));
  if (isBrief) return [];
  if (named.length > 0) {
    const changes = [...figures.changes, ...named];
    return [
      moveReading({ ...turned, isReset: false, figures: { ...figures, changes } }, base.moveBps, [], backWords(turned)),
    ];
  }
  if (!isReset || figures.changes.some(({ value }) => value === 'default')) return [];
  const isOverAll = numbers.active !== 'rate-move' && numbers.active !== undefined;
  return isOverAll && !numbers.move
    ? []
    : [moveReading(turned, base.moveBps, [], backWords(turned), { kept: { scope: 'both' } })];
};

/** `what if 60% floats`, `6x`, `both companies at 60`: the move asked about last under other assumptions. */
export const otherwise = (turned: Turned): readonly Reading[] => {
  const { figures, base, utterance, numbers } = turned;
  const { active } = numbers;
  if (!base || figures.changes.length === 0 || !isBare(turned) || utterance.unknown.size > 0) return [];
  if (
    has(utterance, 'reset', 'reset') &&
    namedBack(turned).length === 0 &&
    !figures.changes.some(({ value }) => value === 'default')
  ) {
    return [moveReading(turned, base.moveBps, [], backWords(turned))];
  }
  if (active !== undefined && active !== 'rate-move') return [];
  if (namedBack(turned).length > 0) return [];
  const isDenied = ['other', 'brief', 'advice', 'views', 'odds'].some((tag) => has(utterance, tag));
  if (isDenied || has(utterance, 'wants') || asksOther(turned)) return [];
  const isSetBack = figures.changes.every(({ value }) => value === 'default');
  const hold = figures.isHold ? 0 : undefined;
  const own = { ...turned, isReset: false };
  return [moveReading(own, hold ?? wayed(turned, base), [], isSetBack ? backWords(turned) : marked(utterance, 'drop'))];
};

/** The size asked about last, in the direction said here. */
const wayed = ({ utterance }: Turned, base: RateMoveQuestion): number => {
  const way = rateWays(utterance).find((one) => one.way !== 'hold')?.way;
  return way === undefined ? base.moveBps : way === 'cut' ? -Math.abs(base.moveBps) : Math.abs(base.moveBps);
};

/** `undo that`, `put it back`: one step back over the number kinds, and forth again. */
export const stepBack = (turned: Turned): readonly Reading[] => {
  const { utterance, context, figures, numbers } = turned;
  const [undo] = marked(utterance, 'undo');
  // the first turn of all: what it changed is taken back
  const { small: _, large: __, ...plain } = numbers.move ?? {};
  const isChanged = numbers.move?.small !== undefined || numbers.move?.large !== undefined;
  const first =
    isChanged && undo?.value === 'undo' ? { active: 'rate-move' as const, move: plain as RateMoveQuestion } : undefined;
  const before = context?.before ?? first;
  if (!undo || !before || figures.free.length > 0 || figures.changes.length > 0) return [];
  const others = ['brief', 'advice', 'views', 'other', 'parameter', 'wants'].some((tag) => has(utterance, tag));
  const asides = [undo, ...['correction', 'reference', 'undo', 'reset'].flatMap((tag) => marked(utterance, tag))];
  if (others || !isOnly(utterance, asides)) return [];
  const asks: Question | undefined =
    before.active === 'compare-moves' ? before.compare : before.active === 'solve' ? before.solve : before.move;
  if (!asks) return [];
  return [
    {
      asks,
      name: asks.kind === 'rate-move' ? moveButtonName(asks) : 'The one before',
      how: 'exact',
      uses: asides,
      ...(context?.stale && { isOffer: true as const }),
      keeps: { isUndo: true },
    },
  ];
};
