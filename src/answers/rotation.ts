import { newYorkTime } from '../calendar/index.ts';
import { FIRST_CUTS } from '../fed/index.ts';
import { outperformanceTo, type RatioSeries, studyCycles } from '../index-ratio/index.ts';
import type { RotationQuestion } from '../questions/index.ts';
import { basisPoints, dateOf, type IsoDate, multiple } from '../units.ts';
import type { RotationAnswer } from './answer.ts';
import { backgroundOf } from './background.ts';
import type { Facts } from './facts.ts';
import { closesKnown } from './known-closes.ts';
import { rowsOf } from './printed-rows.ts';
import { receiptOf } from './receipt.ts';
import { csvOf } from './rotation-csv.ts';
import { rotationFigures, rotationSources } from './rotation-figures.ts';
import { measured } from './rotation-measures.ts';

const upTo = ({ dates, numerator, denominator, ratios }: RatioSeries, last: IsoDate): RatioSeries => {
  const count = dates.at(-1) === last ? dates.length : dates.findIndex((date) => date > last);
  if (count < 0 || count === dates.length) return { dates, numerator, denominator, ratios };
  const cut = <T>(values: readonly T[]): readonly T[] => values.slice(0, count);
  return { dates: cut(dates), numerator: cut(numerator), denominator: cut(denominator), ratios: cut(ratios) };
};

const resultOf = (question: RotationQuestion, { market, now }: Facts, printed?: number): RotationAnswer['result'] => {
  if (question.benchmark !== undefined) return { kind: 'not-available', benchmark: question.benchmark };
  if (market.kind === 'printed') return { kind: 'no-closes', why: market.why };
  const stamp = closesKnown(market, now);
  if (stamp === undefined) {
    return { kind: 'no-closes', why: { kind: 'before-first', first: market.ratio.dates[0] as IsoDate } };
  }
  if (!question.cycles) return measured(question, market, stamp, newYorkTime(now).date, printed);
  const known = FIRST_CUTS.filter(({ on }) => on <= stamp.on);
  return {
    kind: 'cycles',
    stamp,
    study: studyCycles(
      upTo(market.ratio, stamp.on),
      known.map(({ on }) => on),
    ),
    firstCuts: known,
  };
};

/**
 * Where small caps stand against large caps: the ratio, how it and both indexes changed, its rank, trend and peak, and what
 * a level would take; or how both did after the first cuts of past cycles. Without closes, what the notes print.
 */
export const answerRotation = (question: RotationQuestion, facts: Facts): RotationAnswer => {
  const { reading } = backgroundOf(facts, basisPoints(0));
  const result = resultOf(question, facts, reading?.level);
  const isPrinted = result.kind === 'no-closes';
  const rows = result.kind === 'cycles' || question.benchmark !== undefined ? [] : rowsOf(facts, dateOf(facts.now));
  const { level } = question;
  const answered = {
    result,
    ...(reading && { reading }),
    rows,
    ...(isPrinted &&
      reading &&
      level !== undefined && {
        neededFromPrint: { level: multiple(level), lead: outperformanceTo(reading.level, level) },
      }),
  };
  const csv = question.csv && facts.market.kind === 'live' ? csvOf(result, facts.market) : undefined;
  return {
    kind: 'rotation',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
    question,
    ...answered,
    ...(csv !== undefined && { csv }),
    figures: rotationFigures(answered),
    views: [],
    sources: rotationSources(answered),
  };
};
