import {
  type Answered,
  type AnsweredFigure,
  answeredFigure,
  answerIdOf,
  type DatedReading,
  type Facts,
  figuresFrom,
  type LiveReading,
  liveFigures,
  liveReading,
  printedRatios,
  printedReading,
  type RatioRow,
  readingFigures,
} from '../../facts/index.ts';
import { inverseRatio, percentChange, requiredOutperformance } from '../../index-ratio/index.ts';
import { type Multiple, multiple, type Percent, utcDateOf } from '../../units.ts';
import type { RatioQuestion } from './question.ts';

export interface RatioAnswer extends Answered {
  readonly kind: 'ratio';
  readonly question: RatioQuestion;
  /** Known on the day of the answer, oldest first. */
  readonly rows: readonly RatioRow[];
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  /** From the row before the newest to the newest, as recorded. */
  readonly recordedChange?: Percent;
  /** By how much the Russell 2000 must beat the S&P 500 to reach the level asked for. */
  readonly needed?: {
    /** The level asked to start from, or the newest close's; the newest printed reading otherwise. */
    readonly from?: Multiple;
    readonly isFromLive?: true;
    readonly level: Multiple;
    readonly lead: Percent;
    readonly leadAsRecorded?: Percent;
  };
}

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
  live: LiveReading | undefined,
): RatioAnswer['needed'] => {
  if (to === undefined || reading === undefined) return undefined;
  if (from === undefined && live) {
    return { level: multiple(to), from: live.ratio, isFromLive: true, lead: requiredOutperformance(live.ratio, to) };
  }
  const recorded = from === undefined && rows.at(-1)?.on === reading.on ? rows.at(-1)?.recorded : undefined;
  return {
    level: multiple(to),
    ...(from !== undefined && { from: multiple(from) }),
    lead: requiredOutperformance(from ?? reading.level, to),
    ...(recorded !== undefined && { leadAsRecorded: requiredOutperformance(recorded, to) }),
  };
};

const figuresOf = ({
  rows,
  reading,
  recordedChange,
  needed,
  live,
}: Pick<RatioAnswer, 'rows' | 'reading' | 'recordedChange' | 'needed' | 'live'>): readonly AnsweredFigure[] => {
  const source = reading?.note ?? '';
  const record = rows.at(-1)?.finding?.sources.join('; ') ?? '';
  const percentFigure = (id: string, value: number | undefined, label: string, from: string): AnsweredFigure[] =>
    value === undefined ? [] : [{ id, value, unit: '%', label, source: from }];
  return [
    ...readingFigures(reading),
    ...(reading
      ? [figuresFrom(source)('ratio.inverse', inverseRatio(reading.level), 'ratio', 'S&P 500 ÷ Russell 2000')]
      : []),
    ...percentFigure('ratio.change.recorded', recordedChange, 'the same change by the record', record),
    ...(needed ? [figuresFrom('the question')('ratio.target', needed.level, 'ratio', 'level asked for')] : []),
    ...percentFigure(
      'ratio.outperformance',
      needed?.lead,
      `lead over the S&P 500 needed from ${needed?.from ?? 'the printed ratio'}`,
      needed?.from === undefined ? source : needed.isFromLive && live ? live.provenance.source : 'the question',
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

/** Of the printed reading; `ratio.printed.level` and so on where there is a newer close. */
const OF_READING = ['ratio.level', 'ratio.age', 'ratio.change', 'ratio.inverse'];

/** The newest close comes first, under the plain ids; printed readings have ids of their own. */
const withLive = (figures: readonly AnsweredFigure[], live: LiveReading | undefined): readonly AnsweredFigure[] =>
  live === undefined
    ? figures
    : [
        ...liveFigures(live),
        figuresFrom(live.provenance.source)(
          'ratio.inverse',
          inverseRatio(live.ratio),
          'ratio',
          'S&P 500 ÷ Russell 2000',
        ),
        ...figures.map((figure) =>
          OF_READING.includes(figure.id) ? { ...figure, id: figure.id.replace('ratio.', 'ratio.printed.') } : figure,
        ),
      ];

/** Russell 2000 ÷ S&P 500 as the notes print it, how it changed, and what it takes to reach a level. */
export const answerRatio = (question: RatioQuestion, facts: Facts): RatioAnswer => {
  const today = utcDateOf(facts.now);
  const reading = printedReading(facts);
  const rows = printedRatios(facts, today);
  const recordedChange = recordedChangeOf(rows);
  const live = liveReading(facts);
  const needed = neededFor(question, reading, rows, live);
  const computed = {
    rows,
    ...(live && { live }),
    ...(reading && { reading }),
    ...(recordedChange !== undefined && { recordedChange }),
    ...(needed && { needed }),
  };
  return {
    kind: 'ratio',
    id: answerIdOf(question, facts),
    asOf: today,
    question,
    ...computed,
    figures: withLive(figuresOf(computed), live),
    views: [],
    sources: [
      ...new Set([
        ...rows.flatMap(({ claim, finding }) => [claim.note.id, ...(finding?.sources ?? [])]),
        ...(live ? [live.provenance.source] : []),
      ]),
    ],
  };
};
