import { RECESSION_SOURCE } from '../../calendar/index.ts';
import { type AnsweredFigure, answeredFigure, figuresFrom, readingFigures } from '../../facts/index.ts';
import { FED_SOURCE } from '../../fed/index.ts';
import { type ChangeSpan, inverseRatio } from '../../index-ratio/index.ts';
import type { DayCloses, Measured, MeasuredDistance, RotationAnswer } from './answer-type.ts';
import { figuresOfPair, rateFigures, studyFigures } from './figures-beside.ts';
import type { Index } from './question.ts';

type Computed = Pick<RotationAnswer, 'result' | 'reading' | 'rows' | 'neededFromPrint'>;
type Unit = AnsweredFigure['unit'];

const SPAN_IDS: Record<Exclude<ChangeSpan, 'year to date'>, string> = {
  '1 week': '1w',
  '1 month': '1m',
  '3 months': '3m',
  '12 months': '12m',
};

const RATIO = 'Russell 2000 ÷ S&P 500';

const measuredFigures = (measured: Measured): readonly AnsweredFigure[] => {
  const { end, spans, asked, percentile, ranks, drawdown, trend, record, firstDay, needed, stamp } = measured;
  const { source } = stamp.provenance;
  const figure = figuresFrom(source);
  const moves = (name: string, from: string, ratio: number, russell: number, sp: number): readonly AnsweredFigure[] => [
    figure(`ratio.change.${name}`, ratio, '%', `${RATIO}, change from ${from} to ${end.on}`),
    figure(`rut.return.${name}`, russell, '%', `Russell 2000, price return from ${from} to ${end.on}`),
    figure(`spx.return.${name}`, sp, '%', `S&P 500, price return from ${from} to ${end.on}`),
  ];
  return [
    figure('ratio.level', end.ratio, 'ratio', `${RATIO} at the close of ${end.on}`),
    figure('ratio.inverse', inverseRatio(end.ratio), 'ratio', `S&P 500 ÷ Russell 2000 at the close of ${end.on}`),
    ...(asked
      ? [
          ...moves('since', asked.change.from, asked.change.ratio, asked.change.numerator, asked.change.denominator),
          figure('ratio.level.start', asked.start.ratio, 'ratio', `${RATIO} at the close of ${asked.change.from}`),
        ]
      : []),
    ...spans.flatMap(({ span, change }) =>
      change.kind === 'change'
        ? moves(SPAN_IDS[span], change.from, change.ratio, change.numerator, change.denominator)
        : [],
    ),
    figure('ratio.percentile', percentile, '%', `share of days up to ${end.on} at or below this level`),
    ...ranks.map(({ years, percentile: rank }) =>
      figure(
        `ratio.percentile.${years}y`,
        rank,
        '%',
        `share of days of the last ${years} years up to ${end.on} at or below this level`,
      ),
    ),
    figure('ratio.drawdown', drawdown.drawdown, '%', `${RATIO}, distance from its high of ${drawdown.highOn}`),
    figure('ratio.high', drawdown.high, 'ratio', `${RATIO}, its high, ${drawdown.highOn}`),
    ...(trend.kind === 'trend'
      ? [
          figure(
            'ratio.average50.distance',
            trend.short.distance,
            '%',
            'distance of the ratio from its 50-day average',
          ),
          figure(
            'ratio.average200.distance',
            trend.long.distance,
            '%',
            'distance of the ratio from its 200-day average',
          ),
        ]
      : []),
    figure(
      'rut.record-close',
      record.close,
      'index points',
      `Russell 2000, highest close since ${firstDay}, ${record.on}`,
    ),
    figure(
      'rut.sessions-since-record',
      record.sessionsSince,
      'count',
      'sessions since that highest close of the Russell 2000',
    ),
    ...(needed
      ? [
          figure(
            'ratio.outperformance',
            needed.lead,
            '%',
            `lead of the Russell 2000 over the S&P 500 needed for ${needed.level}`,
          ),
        ]
      : []),
  ];
};

const printedFigures = ({ reading, rows, neededFromPrint }: Computed): readonly AnsweredFigure[] => [
  ...readingFigures(reading),
  ...(neededFromPrint && reading
    ? [
        figuresFrom(reading.note)(
          'ratio.outperformance',
          neededFromPrint.lead,
          '%',
          'lead over the S&P 500 needed from the printed ratio',
        ),
      ]
    : []),
  ...rowFigures(rows),
];

/** The ratios the notes print, by their own ids. */
const rowFigures = (rows: Computed['rows']): readonly AnsweredFigure[] =>
  rows.map(({ figure, claim }) => answeredFigure(figure, claim.note.id));

const INDEX_NAMES: Readonly<Record<Index, string>> = { ratio: RATIO, rut: 'Russell 2000', spx: 'S&P 500' };
const INDEXES = ['ratio', 'rut', 'spx'] as const;
const unitOf = (index: Index): Unit => (index === 'ratio' ? 'ratio' : 'index points');
const levelId = (index: Index): string => (index === 'ratio' ? 'ratio.level' : `${index}.close`);

const dayFigures = ({ on, closes, since, stamp }: DayCloses): readonly AnsweredFigure[] => {
  const figure = figuresFrom(stamp.provenance.source);
  const moved = since && { ratio: since.change.ratio, rut: since.change.numerator, spx: since.change.denominator };
  return INDEXES.flatMap((index): AnsweredFigure[] => [
    figure(levelId(index), closes[index], unitOf(index), `${INDEX_NAMES[index]}, close of ${on}`),
    ...(moved && since
      ? [
          figure(
            `${index}.${index === 'ratio' ? 'change' : 'return'}.since`,
            moved[index],
            '%',
            `${INDEX_NAMES[index]}, change from ${on} to ${since.on}`,
          ),
        ]
      : []),
  ]);
};

const distanceFigures = ({ on, of, sessions, distances, stamp }: MeasuredDistance): readonly AnsweredFigure[] => {
  const figure = figuresFrom(stamp.provenance.source);
  const name = sessions === undefined ? of : `${sessions}-session average`;
  return INDEXES.flatMap((index): AnsweredFigure[] => {
    const { value, level, distance, on: day } = distances[index];
    return [
      figure(levelId(index), value, unitOf(index), `${INDEX_NAMES[index]}, close of ${on}`),
      figure(`${index}.${of}`, level, unitOf(index), `${INDEX_NAMES[index]}, its ${name}${day ? `, ${day}` : ''}`),
      figure(`${index}.${of}.distance`, distance, '%', `${INDEX_NAMES[index]}, distance from its ${name}`),
    ];
  });
};

/** Every number of the answer, in full precision. */
export const rotationFigures = (computed: Computed): readonly AnsweredFigure[] => {
  const { result } = computed;
  const figures = figuresOf(computed);
  return 'stamp' in result && result.stamp.pair ? figuresOfPair(figures, result.stamp.pair) : figures;
};

const figuresOf = (computed: Computed): readonly AnsweredFigure[] => {
  const { result } = computed;
  switch (result.kind) {
    case 'measured':
      return measuredFigures(result);
    case 'cycles':
      return studyFigures(result);
    case 'rates':
      return rateFigures(result);
    case 'day-closes':
      return dayFigures(result);
    case 'distance':
      return distanceFigures(result);
    case 'no-closes':
      return printedFigures(computed);
    default:
      return [];
  }
};

/** Whose closes, the notes whose readings are shown, and the record they stand beside. */
export const rotationSources = ({ result, rows, reading }: Computed): readonly string[] => {
  const notes = rows.flatMap(({ claim, finding }) => [claim.note.id, ...(finding?.sources ?? [])]);
  switch (result.kind) {
    case 'measured':
      return [result.stamp.provenance.source];
    case 'day-closes':
    case 'distance':
      return [result.stamp.provenance.source];
    case 'cycles':
      return [result.stamp.provenance.source, FED_SOURCE.name];
    case 'rates':
      return [result.stamp.provenance.source, FED_SOURCE.name, RECESSION_SOURCE.name];
    case 'no-closes':
      return [...new Set([...(reading ? [reading.note] : []), ...notes])];
    default:
      return [];
  }
};
