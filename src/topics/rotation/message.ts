import type { ChartPoint } from '../../index-ratio/index.ts';
import {
  type Cell,
  type ChartBlock,
  capitalized,
  cell,
  change,
  changeShown,
  type DataTableBlock,
  dataTable,
  day,
  dayNear,
  dayOfYear,
  type Line,
  levelGiven,
  type Message,
  monthName,
  numberCell,
  ratioGiven,
  renderShortAnswer,
} from '../../message/index.ts';
import {
  AFTER_CUTS,
  closesSource,
  FED,
  missingOutcomeLines,
  type Offer,
  ofPair,
  pairNames,
  ROTATION,
  ratioLevelGiven,
  withinPair,
  YEAR_TO_DATE,
} from '../../wording/index.ts';
import type { Measured, RotationAnswer } from './answer-type.ts';
import { renderCycles } from './message-cycles.ts';
import { renderDay, renderDistance } from './message-day.ts';
import { renderNotMeasured } from './message-none.ts';
import { renderRates } from './message-rates.ts';
import { leadWords, placeLines, rotationTitle } from './message-title.ts';

const LEAST_POINTS = 3;
const DAY_MS = 86_400_000;
/** Up to here every point is a day, up to there a month; beyond, a month and its year. */
const [DAYS_LONG, MONTHS_LONG] = [100, 400];

const withYear = (words: string, { on }: ChartPoint): string => `${words} ’${on.slice(2, 4)}`;

/**
 * A label a point, none twice, since a chart keeps one value a label: months by name, with the last point by its own day;
 * days where the span is short, years where it is long.
 */
const pointLabels = (points: readonly ChartPoint[]): readonly string[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = (Date.parse(last.on) - Date.parse(first.on)) / DAY_MS;
  const wanted = (point: ChartPoint, at: number): string => {
    if (days <= DAYS_LONG) return dayOfYear(point.on);
    if (days > MONTHS_LONG || at === 0) return withYear(monthName(point.on), point);
    return at === points.length - 1 ? dayOfYear(point.on) : monthName(point.on);
  };
  const labels: string[] = [];
  for (const [at, point] of points.entries()) {
    const tries = [wanted(point, at), dayOfYear(point.on), withYear(dayOfYear(point.on), point)];
    labels.push(tries.find((label) => !labels.includes(label)) ?? point.on);
  }
  return labels;
};

/** The furthest that the lead went either way since the chart's first day, on any session. */
const leadLine = ({ points, extremes: { high, low } }: Measured, today: RotationAnswer['asOf']): readonly Line[] => {
  if (points.length < LEAST_POINTS) return [];
  const at = ({ lead, on }: ChartPoint): string => `${change(lead)} on ${dayNear(on, today)}`;
  return [{ label: 'Lead', words: `Highest ${at(high)}, lowest ${at(low)}, of all closes` }];
};

const headsOf = ({ stamp }: Measured): readonly string[] => ['Ratio', pairNames(stamp).small, pairNames(stamp).large];
const unknown = cell('not in the data');

/** Up to the newest close: four spans, the ratio and both indexes. */
const spansTable = (measured: Measured, today: RotationAnswer['asOf']): DataTableBlock =>
  dataTable(
    `Change of the ratio and of both indexes${measured.stamp.pair ? `, ${pairNames(measured.stamp).ratio}` : ''}`,
    [`To ${dayNear(measured.end.on, today)}`, ...headsOf(measured)],
    measured.spans.map(({ span, change: moved }): Cell[] => [
      cell(span),
      ...(moved.kind === 'change'
        ? [moved.ratio, moved.numerator, moved.denominator].map((value) => numberCell(value, change(value)))
        : headsOf(measured).map(() => unknown)),
    ]),
  );

/** Between two days: both closes and the change between them. */
const askedTable = ({
  asked,
  end,
  stamp,
}: Measured & { readonly asked: NonNullable<Measured['asked']> }): DataTableBlock => {
  const { change: moved, closes, start } = asked;
  const { small, large } = pairNames(stamp);
  const level = (points: number): Cell => numberCell(points, levelGiven(points));
  const ratio = (value: number): Cell => numberCell(value, ratioGiven(value));
  const by = (percent: number): Cell => numberCell(percent, change(percent));
  return dataTable(
    'Closes of both days, and the change between them',
    ['Close', day(moved.from), day(moved.to), 'Change'],
    [
      [cell(small), level(closes.russell.from), level(closes.russell.to), by(moved.numerator)],
      [cell(large), level(closes.sp.from), level(closes.sp.to), by(moved.denominator)],
      [cell('Ratio'), ratio(start.ratio), ratio(end.ratio), by(moved.ratio)],
    ],
  );
};

/** Changes of the ratio and of both indexes, a span a row. */
export const rotationTable = (measured: Measured, today: RotationAnswer['asOf']): DataTableBlock => {
  const { asked } = measured;
  return asked ? askedTable({ ...measured, asked }) : spansTable(measured, today);
};

/** By how much the Russell has led since the first day, percent; the zero line is level. */
const rotationChart = ({ points, stamp }: Measured): ChartBlock | undefined => {
  const [first] = points;
  if (first === undefined || points.length < LEAST_POINTS) return undefined;
  const labels = pointLabels(points);
  const { small, largeShort } = pairNames(stamp);
  return {
    type: 'data_visualization',
    title: `${stamp.provenance.isSynthetic ? 'Synthetic: ' : ''}${small} lead over ${largeShort}, %`,
    chart: {
      type: 'line',
      series: [
        {
          name: `since ${day(first.on)}`,
          data: points.map(({ lead }, at) => ({ label: labels[at] as string, value: changeShown(lead) })),
        },
      ],
      axis_config: { categories: labels },
    },
  };
};

/** The exchange never trades on it: its change counts from the year's last close, as everybody expects. */
const NEW_YEAR = '-01-01';

/** Says where a day of the question had no close, so that another day's is shown. */
const readLine = ({ asked, end, stamp }: Measured, { question }: RotationAnswer): readonly Line[] => {
  const { to } = question;
  const last = question.sinceLast;
  const shifted = [
    ...(asked && last !== undefined
      ? [`since the ${stamp.pair ? 'Fed’s ' : ''}last ${last}, of ${day(asked.from)}`]
      : []),
    ...(asked && question.sinceEvent !== undefined
      ? [`since ${question.sinceEvent} from the close of ${day(asked.from)}, the S&P’s last high before it`]
      : []),
    ...(asked && question.from !== undefined && asked.from !== asked.change.from && !asked.from.endsWith(NEW_YEAR)
      ? [`no close on ${day(asked.from)}: ${day(asked.change.from)} stands for it`]
      : []),
    ...(to !== undefined && to !== end.on
      ? [
          to > stamp.on
            ? `the newest close is of ${day(end.on)}`
            : `no close on ${day(to)}: ${day(end.on)} stands for it`,
        ]
      : []),
  ];
  return shifted.length === 0 ? [] : [{ label: 'Read', words: capitalized(shifted.join('; ')) }];
};

const linesOf = (measured: Measured, answer: RotationAnswer): readonly Line[] => {
  const { needed } = measured;
  return [
    ...readLine(measured, answer),
    ...(answer.fed ? missingOutcomeLines(answer.fed) : []),
    ...leadLine(measured, answer.asOf),
    ...placeLines(measured, answer.asOf),
    // a level asked for stands in the title
    ...(needed && answer.question.level === undefined
      ? [
          {
            label: `To ${ratioLevelGiven(needed.level)}`,
            words: capitalized(leadWords(needed.lead, pairNames(measured.stamp))),
          } as const,
        ]
      : []),
  ];
};

const hasSpan = ({
  from,
  to,
  ytd,
  toDate,
  back,
  sessions,
  sinceLast,
  sinceEvent,
}: RotationAnswer['question']): boolean =>
  [from, to, ytd, toDate, back, sessions, sinceLast, sinceEvent].some((one) => one !== undefined);

/** A button for the same start where the span is still running; one for the span up to today otherwise. */
const offers = ({ question }: RotationAnswer): readonly Offer[] => [
  ...(hasSpan(question) ? [ROTATION] : [YEAR_TO_DATE]),
  AFTER_CUTS,
  FED,
];

/** The ratio in one screen: headline, changes, chart, where it stands, and what a level would take. */
export const renderRotation = (answer: RotationAnswer): Message => {
  const { result } = answer;
  if (result.kind === 'cycles') return renderCycles(answer, result);
  if (result.kind === 'rates') return renderRates(answer, result);
  if (result.kind === 'day-closes') return renderDay(answer, result);
  if (result.kind === 'distance') return renderDistance(answer, result);
  if (result.kind !== 'measured') return renderNotMeasured(answer, result);
  return renderShortAnswer({
    heading: rotationTitle(result, answer),
    table: rotationTable(result, answer.asOf),
    chart: rotationChart(result),
    lines: ofPair(result.stamp, linesOf(result, answer)),
    offers: withinPair(answer.question, offers(answer)),
    source: [
      `Ratio is ${pairNames(result.stamp).ratio}, ${pairNames(result.stamp).basis}; lead is its change`,
      ...closesSource(result.stamp, result.isProvisional),
    ],
    id: answer.id,
  });
};
