import { inverse, outperformanceTo, percentChange } from '../index-ratio/index.ts';
import type { RatioQuestion } from '../questions/index.ts';
import { basisPoints, dateOf, type IsoDate, isoDate, multiple } from '../units.ts';
import type { AnsweredFigure, DatedReading, RatioAnswer, RatioRow } from './answer.ts';
import { backgroundOf } from './background.ts';
import { answeredFigure } from './check.ts';
import type { Facts } from './facts.ts';
import { notedFigures } from './noted-figures.ts';
import { readingFigures } from './rate-move-figures.ts';
import { receiptOf } from './receipt.ts';

/** The ratios the notes print for a day known by now, oldest first, each beside the record of that day. */
const rowsOf = (facts: Facts, today: IsoDate): readonly RatioRow[] =>
  [...notedFigures(facts).values()]
    .flatMap((noted): readonly RatioRow[] => {
      const { unit, asOf } = noted.figure;
      if (unit !== 'ratio' || asOf === undefined || asOf > today) return [];
      const on = isoDate(asOf);
      const recorded = noted.finding?.recomputed.find((one) => one.unit === 'ratio' && one.asOf === on);
      return [{ ...noted, on, ...(recorded && { recorded: multiple(recorded.value) }) }];
    })
    .sort((one, other) => one.on.localeCompare(other.on));

const recordedChangeOf = (rows: readonly RatioRow[]): RatioAnswer['recordedChange'] => {
  const [before, newest] = rows.slice(-2);
  return before?.recorded === undefined || newest?.recorded === undefined
    ? undefined
    : percentChange(before.recorded, newest.recorded);
};

const neededFor = (
  { from, to }: RatioQuestion,
  reading: DatedReading | undefined,
  rows: readonly RatioRow[],
): RatioAnswer['needed'] => {
  if (to === undefined || reading === undefined) return undefined;
  const recorded = from === undefined && rows.at(-1)?.on === reading.on ? rows.at(-1)?.recorded : undefined;
  return {
    level: multiple(to),
    ...(from !== undefined && { from: multiple(from) }),
    lead: outperformanceTo(from ?? reading.level, to),
    ...(recorded !== undefined && { leadAsRecorded: outperformanceTo(recorded, to) }),
  };
};

const figuresOf = ({
  rows,
  reading,
  recordedChange,
  needed,
}: Pick<RatioAnswer, 'rows' | 'reading' | 'recordedChange' | 'needed'>): readonly AnsweredFigure[] => {
  const source = reading?.note ?? '';
  const record = rows.at(-1)?.finding?.sources.join('; ') ?? '';
  const percentFigure = (id: string, value: number | undefined, label: string, from: string): AnsweredFigure[] =>
    value === undefined ? [] : [{ id, value, unit: '%', label, source: from }];
  return [
    ...readingFigures(reading),
    ...(reading
      ? [
          {
            id: 'ratio.inverse',
            value: inverse(reading.level),
            unit: 'ratio',
            label: 'S&P 500 ÷ Russell 2000',
            source,
          } as const,
        ]
      : []),
    ...percentFigure('ratio.change.recorded', recordedChange, 'the same change by the record', record),
    ...(needed
      ? [
          {
            id: 'ratio.target',
            value: needed.level,
            unit: 'ratio',
            label: 'level asked for',
            source: 'the question',
          } as const,
        ]
      : []),
    ...percentFigure(
      'ratio.outperformance',
      needed?.lead,
      `lead over the S&P 500 needed from ${needed?.from ?? 'the printed ratio'}`,
      needed?.from === undefined ? source : 'the question',
    ),
    ...percentFigure(
      'ratio.outperformance.recorded',
      needed?.leadAsRecorded,
      'lead over the S&P 500 needed from the recorded ratio of that day',
      record,
    ),
    ...rows.map(({ figure, claim }) => answeredFigure(figure, claim.note.id)),
    ...rows.flatMap(({ finding, on }) =>
      (finding?.recomputed ?? []).flatMap(({ id, value, unit, label, source: from, asOf }): AnsweredFigure[] =>
        unit === 'ratio' && asOf === on ? [{ id, value, unit, label, source: from }] : [],
      ),
    ),
  ];
};

/** Russell 2000 ÷ S&P 500 as the notes print it, how it changed, and what it takes to reach a level. */
export const answerRatio = (question: RatioQuestion, facts: Facts): RatioAnswer => {
  const today = dateOf(facts.now);
  const { reading } = backgroundOf(facts, basisPoints(0));
  const rows = rowsOf(facts, today);
  const recordedChange = recordedChangeOf(rows);
  const needed = neededFor(question, reading, rows);
  const computed = {
    rows,
    ...(reading && { reading }),
    ...(recordedChange !== undefined && { recordedChange }),
    ...(needed && { needed }),
  };
  return {
    kind: 'ratio',
    id: receiptOf(question, facts),
    asOf: today,
    question,
    ...computed,
    figures: figuresOf(computed),
    views: [],
    sources: [...new Set(rows.flatMap(({ claim, finding }) => [claim.note.id, ...(finding?.sources ?? [])]))],
  };
};
