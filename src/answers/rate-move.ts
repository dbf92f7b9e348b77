import { newestPrinted, type PrintedReading, percentChange } from '../index-ratio/index.ts';
import { monthsBetween, viewsFor, voicesByStance } from '../notes/index.ts';
import { ASSUMPTIONS, type Overrides, type RateMoveQuestion } from '../questions/index.ts';
import { type Assumption, type Borrower, effectOf, liftRatio, publishedRange } from '../sensitivity/index.ts';
import { type BasisPoints, basisPoints, dateOf, type IsoDate, percent } from '../units.ts';
import type { Changed, CompanyId, DatedReading, Pair, RateMoveAnswer } from './answer.ts';
import { cited, dated } from './dated-view.ts';
import type { Facts } from './facts.ts';
import { figuresOf } from './rate-move-figures.ts';
import { receiptOf } from './receipt.ts';

const VIEWS_A_SIDE = 2;
const LADDER_BPS = [25, 50, 75, 100];
/** Note 000 prints 17.55 % for SmallCap at 200 bp, a rounding slip of its own: 10.4481 ÷ 59.5 is 17.559832 %. */
const PRINTED_SLIP = { moveBps: -200, printed: '17.55%' };

const withOverrides = (borrower: Borrower, overrides: Overrides = {}): Borrower =>
  ({ ...borrower, ...overrides }) as Borrower;

const changesIn = (company: CompanyId, borrower: Borrower, overrides: Overrides = {}): Changed[] =>
  (Object.keys(ASSUMPTIONS) as Assumption[]).flatMap((assumption): Changed[] => {
    const to = overrides[assumption];
    return to === undefined || to === borrower[assumption]
      ? []
      : [{ company, assumption, rule: ASSUMPTIONS[assumption], from: borrower[assumption], to }];
  });

const effectsOf = (borrowers: Pair<Borrower>, move: BasisPoints): RateMoveAnswer['effects'] => ({
  small: effectOf(borrowers.small, move),
  large: effectOf(borrowers.large, move),
});

const datedReading = (readings: readonly PrintedReading[], today: IsoDate): DatedReading | undefined => {
  const newest = newestPrinted(readings, today);
  if (newest === undefined) return undefined;
  const before = newestPrinted(
    readings.filter(({ on }) => on < newest.on),
    today,
  );
  return {
    ...newest,
    monthsOld: monthsBetween(newest.on, today),
    ...(before && { before, changeSince: percentChange(before.level, newest.level) }),
  };
};

/** Answers what a rate move does to the two example companies, and who says what about it. */
export const answerRateMove = (question: RateMoveQuestion, facts: Facts): RateMoveAnswer => {
  const { notes, borrowers, market } = facts;
  const today = dateOf(facts.now);
  const move = basisPoints(question.moveBps);
  const asked: Pair<Borrower> = {
    small: withOverrides(borrowers.small, question.small),
    large: withOverrides(borrowers.large, question.large),
  };
  const changed = [
    ...changesIn('small', borrowers.small, question.small),
    ...changesIn('large', borrowers.large, question.large),
  ];
  const effects = effectsOf(asked, move);
  const ratio = liftRatio(effects.small, effects.large);
  const reading = datedReading(market.readings, today);
  const voices = voicesByStance(notes.views);
  const side = (stance: 'bullish' | 'bearish') =>
    viewsFor(notes, stance, move, today, VIEWS_A_SIDE).map((view) => dated(view, today));
  const bullish = side('bullish');
  const bearish = side('bearish');
  const range = publishedRange(asked.small, move);
  const views = [...bullish, ...bearish].map(cited);
  const lift = effects.small.netIncome;
  const computed: Omit<RateMoveAnswer, 'figures' | 'sources'> = {
    kind: 'rate-move',
    id: receiptOf(question, facts),
    asOf: today,
    question,
    move,
    effects,
    ...(changed.length > 0 && { original: effectsOf(borrowers, move) }),
    changed,
    ...(ratio !== undefined && { liftRatio: ratio }),
    range,
    ladder:
      move === 0
        ? []
        : LADDER_BPS.map((size) => {
            const step = basisPoints(Math.sign(move) * size);
            return { move: step, effects: effectsOf(asked, step) };
          }),
    ...(move === PRINTED_SLIP.moveBps &&
      !changed.some(({ company }) => company === 'small') &&
      lift.kind === 'lift' && { slip: { printed: PRINTED_SLIP.printed, computed: percent(lift.lift) } }),
    ...(reading && { reading }),
    bullish,
    bearish,
    voices: {
      bullish: voices.bullish.length,
      bearish: voices.bearish.length,
      mixed: voices.mixed.length,
      neutral: voices.neutral.length,
    },
    views,
  };
  const figures = figuresOf(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...views.map(({ note }) => note)])],
  };
};
