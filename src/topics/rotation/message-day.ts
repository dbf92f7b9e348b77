import {
  type Cell,
  capitalized,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  day,
  dayNear,
  fitHeading,
  type Line,
  levelGiven,
  type Message,
  numberCell,
  percentOf,
  ratioGiven,
  renderShortAnswer,
} from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import type { Offer } from '../../wording/index.ts';
import {
  ageOf,
  closesSource,
  inverseWords,
  isStale,
  ofPair,
  pairNames,
  ROTATION,
  SYNTHETIC,
  withinPair,
  YEAR_TO_DATE,
} from '../../wording/index.ts';
import type { DayCloses, MeasuredDistance, RotationAnswer } from './answer-type.ts';
import type { Index } from './question.ts';

/** The closes of one day, and how far a close stands from a high, a low or an average. */

type Stamped = Pick<DayCloses, 'stamp'>;

const rowsOf = ({ stamp }: Stamped): readonly (readonly [index: Index, name: string])[] => [
  ['rut', pairNames(stamp).small],
  ['spx', pairNames(stamp).large],
  ['ratio', 'Ratio'],
];
const nameOf = (index: Index, { stamp }: Stamped): string => {
  const { smallName, largeName, ratio } = pairNames(stamp);
  return { ratio: stamp.pair ? ratio : 'Ratio', rut: smallName, spx: largeName }[index];
};

const levelWords = (index: Index, value: number): string => (index === 'ratio' ? ratioGiven(value) : levelGiven(value));
const levelCell = (index: Index, value: number): Cell => numberCell(value, levelWords(index, value));

const source = ({ stamp, isProvisional }: DayCloses | MeasuredDistance): readonly string[] => [
  `Ratio is ${pairNames(stamp).ratio}, ${pairNames(stamp).basis}`,
  ...closesSource(stamp, isProvisional),
];

const made = ({ stamp }: DayCloses | MeasuredDistance, title: string): string =>
  fitHeading(stamp.provenance.isSynthetic ? `${SYNTHETIC}. ${title}` : title);

const dayTitle = ({ index, closes, on, stamp }: DayCloses): string => {
  const { small, largeShort } = pairNames(stamp);
  const both = `${small} ${levelGiven(closes.rut)}, ${largeShort} ${levelGiven(closes.spx)}`;
  return index === 'ratio'
    ? `Ratio ${ratioGiven(closes.ratio)} at the close of ${day(on)}: ${both}`
    : `${nameOf(index, { stamp })} closed at ${levelGiven(closes[index])} on ${day(on)}; ratio ${ratioGiven(closes.ratio)}`;
};

const dayTable = ({ on, closes, since, stamp }: DayCloses): DataTableBlock => {
  const moved = since && { ratio: since.change.ratio, rut: since.change.numerator, spx: since.change.denominator };
  return dataTable(
    since ? 'Closes of that day and the newest, and the change between them' : 'Closes of that day',
    ['Close', day(on), ...(since ? [day(since.on), 'Change'] : [])],
    rowsOf({ stamp }).map(([index, name]): Cell[] => [
      cell(name),
      levelCell(index, closes[index]),
      ...(since && moved
        ? [levelCell(index, since.closes[index]), numberCell(moved[index], change(moved[index]))]
        : []),
    ]),
  );
};

const dayLines = (
  { asked, on, stamp, closes, isProvisional }: DayCloses,
  { inverse, had }: RotationAnswer['question'],
): readonly Line[] => [
  ...(inverse || had !== undefined ? [{ label: 'Read', words: inverseWords(closes.ratio, had) } as const] : []),
  ...(asked === on
    ? []
    : [
        {
          label: 'Read',
          words:
            asked > stamp.on
              ? `The newest close is of ${day(on)}`
              : `No close on ${day(asked)}: ${day(on)} stands for it`,
        } as const,
      ]),
  ...(isProvisional ? [{ label: 'Flag', words: 'Provisional: only one provider has these closes' } as const] : []),
];

const sinceDay = (on: IsoDate): Offer => ({ label: `Since ${day(on)}`, question: { kind: 'rotation', from: on } });

/** Both closes and the ratio of one day, beside the newest. */
export const renderDay = ({ id, question }: RotationAnswer, closes: DayCloses): Message =>
  renderShortAnswer({
    heading: made(closes, dayTitle(closes)),
    table: dayTable(closes),
    lines: ofPair(closes.stamp, dayLines(closes, question)),
    offers: withinPair(question, [
      ...(closes.since ? [sinceDay(closes.on)] : []),
      ROTATION,
      { label: 'From the high', question: { kind: 'rotation', distance: { of: 'high' } } },
    ]),
    source: source(closes),
    id,
  });

/** `its high since 1987`, `its low since 2 Jan 2026`, `its 200-day average`. */
const levelName = ({ of, sessions, from, firstDay }: MeasuredDistance): string => {
  if (of === 'average') return `its ${sessions}-day average`;
  return `its ${of} since ${from === undefined ? firstDay.slice(0, 4) : day(from)}`;
};

/** `5.20% under its high`, `at its high`. */
const distanceWords = (percent: number, name: string): string =>
  percent === 0 ? `at ${name}` : `${percentOf(Math.abs(percent))} ${percent > 0 ? 'over' : 'under'} ${name}`;

const distanceTitle = (measured: MeasuredDistance, today: IsoDate): string => {
  const { index, of, on, distances, stamp } = measured;
  const { value, level, distance, on: extremeOn } = distances[index];
  const isIt = distance === 0 && of !== 'average';
  const against = isIt
    ? ''
    : `, ${of} ${levelWords(index, level)}${extremeOn === undefined ? '' : ` on ${dayNear(extremeOn, today)}`}`;
  const old = isStale(stamp) ? `, ${ageOf(stamp)}` : '';
  return `${nameOf(index, measured)} is ${distanceWords(distance, levelName(measured))}: ${levelWords(index, value)} on ${dayNear(on, today)}${old}${against}`;
};

const distanceTable = ({ of, sessions, distances, stamp }: MeasuredDistance): DataTableBlock => {
  const head = of === 'average' ? `${sessions}-day average` : capitalized(of);
  return dataTable(
    `Distance from ${of === 'average' ? `the ${head}` : `the ${of}`}`,
    ['Index', 'Close', head, 'Distance'],
    rowsOf({ stamp }).map(([index, name]): Cell[] => {
      const { value, level, distance } = distances[index];
      return [cell(name), levelCell(index, value), levelCell(index, level), numberCell(distance, change(distance))];
    }),
  );
};

const distanceLines = ({
  of,
  sessions,
  from,
  firstDay,
  distances,
  isProvisional,
  stamp,
}: MeasuredDistance): readonly Line[] => {
  const days = rowsOf({ stamp }).flatMap(([index, name]) => {
    const { on } = distances[index];
    return on === undefined ? [] : [`${name} ${day(on)}`];
  });
  const begin = from === undefined && of !== 'average' ? `; the closes begin on ${day(firstDay)}` : '';
  return [
    ...(days.length > 0 ? [{ label: 'Dated', words: `${capitalized(of)}s: ${days.join(', ')}` } as const] : []),
    {
      label: 'Basis',
      words:
        of === 'average'
          ? `The mean of the last ${sessions} closes, the newest among them`
          : `Closes only: highs and lows within a session are not in the data${begin}`,
    },
    ...(isProvisional
      ? [{ label: 'Flag', words: 'Provisional: only one provider has the newest close' } as const]
      : []),
  ];
};

/** Buttons for the other indexes and the other kinds of distance. */
const distanceOffers = ({ index, of, sessions }: MeasuredDistance): readonly Offer[] => {
  const named: readonly (readonly [label: string, of: 'high' | 'low' | 'average'])[] = [
    ['From the high', 'high'],
    ['From the low', 'low'],
    ['From the 200-day average', 'average'],
  ];
  const others = named.filter(([, one]) => one !== of || (one === 'average' && sessions !== 200));
  return [
    ...others.map(
      ([label, one]): Offer => ({
        label,
        question: { kind: 'rotation', distance: { of: one }, ...(index !== 'ratio' && { index }) },
      }),
    ),
    YEAR_TO_DATE,
    ROTATION,
  ];
};

/** How far the newest close stands from a high, a low or an average, of the ratio and both indexes. */
export const renderDistance = ({ id, asOf, question }: RotationAnswer, measured: MeasuredDistance): Message =>
  renderShortAnswer({
    heading: made(measured, distanceTitle(measured, asOf)),
    table: distanceTable(measured),
    lines: ofPair(measured.stamp, distanceLines(measured)),
    offers: withinPair(question, distanceOffers(measured)),
    source: source(measured),
    id,
  });
