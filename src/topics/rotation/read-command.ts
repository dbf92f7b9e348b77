import { addDays } from '../../calendar/index.ts';
import {
  lexiconOf,
  marked,
  overlaps,
  phrasesFound,
  slotsOf,
  typedAt,
  type Utterance,
  unreadIn,
  words,
} from '../../language/index.ts';
import { lengthsIn } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import type { ReadCommand } from '../reading.ts';
import type { Unclear } from '../turn.ts';
import type { Benchmark, RotationQuestion } from './question.ts';
import { legNamed } from './read-pairs.ts';
import { BARE, type RotationWords, rotationWordsIn } from './read-said.ts';

/** Words that change nothing; one that might is left out, since an unknown word asks back. */
const WORDS = lexiconOf({
  filler: {
    filler: words(`
      rotation ratio the a an of by on in at is it its and or with for me us show give get what whats how where please pls today now
      current currently latest level stand stands standing far much did has have do does doing done small smalls cap caps smallcap
      smallcaps russell r2k rut s&p spx sp500 large largecap largecaps vs versus against over relative performance index indexes
      indices price close closes private privately back regain reach take takes need needs must beat outperform outperformance fed
      first rate past previous earlier history historical study between to until till through since from after start`),
  },
  cycles: { cycles: words('cut cuts cycle cycles') },
  rates: { rates: words('rates moves hikes recession recessions') },
  benchmark: { 'IWM and SPY': 'iwm / spy|iwm|spy|etf|etfs' },
});

const LEAST_LEVEL = 0.001;
const MOST_LEVEL = 2;

/** A level of the ratio: `0.6`, `.45`, `1`; the 1 of `1y` is none. */
const levelsIn = (utterance: Utterance) => {
  const lengths = lengthsIn(utterance);
  return slotsOf(utterance, 'amount').filter((amount) => {
    const { unit, value, sign, isDecimal, isFraction } = amount;
    const isPlain = unit === undefined && sign === '' && !isFraction && (isDecimal || value === 1);
    const isInRange = value >= LEAST_LEVEL && value <= MOST_LEVEL;
    return isPlain && isInRange && !lengths.some((length) => overlaps(length, amount));
  });
};

/** The span that is said: days, or a length of time; undefined where two are. */
const spanIn = (
  { days: { since, until, alone }, start, ago }: RotationWords,
  today: IsoDate | undefined,
): Partial<RotationQuestion> | undefined => {
  const { kind: _, ...counted } = start ?? BARE;
  const [first, second, third] = alone;
  const isStarted = start !== undefined || ago !== undefined;
  if (third || (since && (second || (until && first))) || (isStarted && (since || first))) return undefined;
  if (ago) return { at: ago };
  if (since) {
    const end = until ?? first;
    return { from: since.first, ...(end && { to: end.last }) };
  }
  if (first) {
    const end = second ?? until ?? (first.first === first.last ? undefined : first);
    // a year that is not over has no end yet
    const isOver = end && (today === undefined || end.last < today);
    // a period's own change counts from the close before it; the first of January never has one
    const isPeriod = second === undefined && until === undefined && first.first !== first.last;
    return {
      from: isPeriod && !first.first.endsWith('-01-01') ? addDays(first.first, -1) : first.first,
      ...(isOver && { to: end.last }),
    };
  }
  return { ...counted, ...(until && { to: until.last }) };
};

/**
 * Reads the words behind `/rotation`: nothing, `since 2024-07-09`, `since july 2024`, `from 27 oct 2023 to 26 dec 2023`, `ytd`,
 * `last 6 months`, `since covid`, `to 0.6`, `after cuts`, `rates`, `below its 200 day`, `csv`. A benchmark that is not in the data is read as itself, so
 * that the answer can say so.
 */
export const readRotationCommand: ReadCommand = (utterance, _library, { today, pairs = [] }) => {
  const said = rotationWordsIn(utterance, today);
  const { phrases, days, distance, index } = said;
  const isPrivate = marked(utterance, 'private').length > 0;
  const own = phrasesFound(utterance, WORDS);
  const mark = own.find(({ tag }) => tag === 'benchmark') ?? phrases.of('benchmark')[0];
  const benchmark = mark?.value as Benchmark | undefined;
  const asked = (rest: Partial<RotationQuestion>) =>
    ({
      kind: 'question',
      question: { ...BARE, ...rest, ...(benchmark && { benchmark }) },
      private: isPrivate,
    }) as const;
  const unclear = (reason: 'not-a-rotation' | 'no-such-date' | 'ambiguous-date', quote: string): Unclear => ({
    kind: 'unclear',
    reason,
    words: quote,
  });
  // a pair whose closes are not at hand is told so, whatever else is asked of it
  if (benchmark !== undefined && !pairs.includes(benchmark)) return asked({});
  if (days.not && days.not.why !== 'unknown-day')
    return unclear(days.not.why, utterance.typed.slice(days.not.slot.start, days.not.slot.end));
  const levels = levelsIn(utterance);
  const places = [...said.places, ...own, ...(mark ? [mark] : []), ...levels];
  const isCycles =
    phrases.has('cycles') || (own.some(({ tag }) => tag === 'cycles') && said.start === undefined && !days.since);
  // "after cuts and hikes" is about both ways, "after first rate cuts" about cycles
  const isRates =
    phrases.has('rates') || (!isCycles && own.some(({ tag }) => tag === 'rates') && said.start === undefined);
  const isStudy = isCycles || isRates;
  const span = spanIn(said, today);
  const [level, other] = levels;
  const isSpanned = span !== undefined && Object.keys(span).length > 0;
  const isAtOdds =
    span === undefined || other !== undefined || (isStudy && (isSpanned || level !== undefined || distance));
  // "since" and "from" want a day behind them
  const isLeftOpen = /\b(?:since|from)$/.test(utterance.joined);
  if (days.not || isAtOdds || isLeftOpen || unreadIn(utterance, places).length > 0)
    return unclear('not-a-rotation', typedAt(utterance));
  return asked({
    ...span,
    ...(level && { level: level.value }),
    ...(isRates ? { rates: true as const } : isCycles && { cycles: true as const }),
    ...(phrases.has('csv') && { csv: true }),
    ...(distance && { distance, ...(index && { index }), ...(benchmark && legNamed(utterance)) }),
    ...(span.at !== undefined && index && { index }),
  });
};
