import {
  capitalized,
  day,
  type Line,
  listed,
  type Message,
  month,
  RATIO_NAME,
  ratioGiven,
  renderShortAnswer,
  unbroken,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  AFTER_CUTS,
  closesSource,
  FED,
  levelOf,
  missingOutcomeLines,
  ROTATION,
  YEAR_TO_DATE,
} from '../../wording/index.ts';
import type { Measured, RotationAnswer } from './answer-type.ts';
import { renderCycles } from './message-cycles.ts';
import { renderDay, renderDistance } from './message-day.ts';
import { renderNotMeasured } from './message-none.ts';
import { rotationChart, rotationTable } from './message-table.ts';
import { leadWords, placeLines, rotationTitle } from './message-title.ts';

/** Where a day asked for had no close, or the newest one stands in for it. */
const readLine = ({ asked, end, stamp }: Measured, { question }: RotationAnswer): readonly Line[] => {
  const { to } = question;
  const last = question.sinceLast;
  const shifted = [
    ...(asked && last !== undefined ? [`since the last ${last}, of ${day(asked.from)}`] : []),
    ...(asked && question.from !== undefined && asked.from !== asked.change.from
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

/** `0.36 Jul 2024, 0.4 Jul 2024 (note 002); record 0.364, 0.412`. */
const notesLine = ({ rows }: RotationAnswer): readonly Line[] => {
  if (rows.length === 0) return [];
  const notes = [...new Set(rows.map(({ claim }) => claim.note.number))];
  const printed = rows.map(({ figure, on }) => `${figure.printed} ${month(on)}`);
  const recorded = rows.flatMap(({ recorded: value }) => (value === undefined ? [] : [ratioGiven(value)]));
  const record = recorded.length === rows.length ? `; record ${recorded.join(', ')}` : '';
  const named = unbroken(`note${notes.length > 1 ? 's' : ''} ${listed(notes)}`);
  return [{ label: 'Notes', words: `${printed.join(', ')} (${named})${record}` }];
};

const linesOf = (measured: Measured, answer: RotationAnswer): readonly Line[] => {
  const { needed } = measured;
  return [
    ...readLine(measured, answer),
    ...(answer.fed ? missingOutcomeLines(answer.fed) : []),
    ...placeLines(measured, answer.asOf),
    ...(needed ? [{ label: `To ${levelOf(needed.level)}`, words: capitalized(leadWords(needed.lead)) } as const] : []),
    ...notesLine(answer),
  ];
};

const hasSpan = ({ from, to, ytd, toDate, back, sessions, sinceLast }: RotationAnswer['question']): boolean =>
  [from, to, ytd, toDate, back, sessions, sinceLast].some((one) => one !== undefined);

/** The start, where a span was asked for that is still running; the way back to today otherwise. */
const offers = ({ question }: RotationAnswer): readonly Offer[] => [
  ...(hasSpan(question) ? [ROTATION] : [YEAR_TO_DATE]),
  AFTER_CUTS,
  FED,
];

/** The ratio in one screen: headline, changes, chart, where it stands, and what a level would take. */
export const renderRotation = (answer: RotationAnswer): Message => {
  const { result } = answer;
  if (result.kind === 'cycles') return renderCycles(answer, result);
  if (result.kind === 'day-closes') return renderDay(answer, result);
  if (result.kind === 'distance') return renderDistance(answer, result);
  if (result.kind !== 'measured') return renderNotMeasured(answer, result);
  return renderShortAnswer({
    heading: rotationTitle(result, answer),
    table: rotationTable(result, answer.asOf),
    chart: rotationChart(result),
    lines: linesOf(result, answer),
    offers: offers(answer),
    source: [
      `Ratio is ${RATIO_NAME}, price indexes, not total return`,
      ...closesSource(result.stamp, result.isProvisional),
    ],
    id: answer.id,
  });
};
