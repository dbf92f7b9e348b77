import type { RatioAnswer } from '../answers/index.ts';
import type { Cell, DataTableBlock, Message } from './block-kit.ts';
import { cell, type Line, numberCell, type Offer } from './build.ts';
import { closesSource, liveWords } from './closes-words.ts';
import { written } from './phrases.ts';
import { levelOf, ratioTitle, startOf } from './ratio-title.ts';
import { renderShort } from './short-answer.ts';
import { CHECK, ROTATION } from './usage.ts';
import { age, change, day, listed, ratioGiven, sentence } from './wording.ts';

/** Each day with what the note prints and what the record has; no record, no number. */
export const printedTable = ({ rows }: Pick<RatioAnswer, 'rows'>): DataTableBlock | undefined => {
  if (rows.length === 0) return undefined;
  const notes = listed([...new Set(rows.map(({ claim }) => claim.note.number))]);
  const recorded = (value: number | undefined): Cell =>
    value === undefined ? cell('not at hand') : numberCell(value, ratioGiven(value));
  return {
    type: 'data_table',
    caption: 'Russell 2000 over S&P 500, as printed and as recorded',
    rows: [
      [cell('Day'), cell(`Note ${notes}`), cell('Record')],
      ...rows.map(({ figure, on, recorded: value }) => [
        cell(day(on)),
        numberCell(figure.value, figure.printed),
        recorded(value),
      ]),
    ],
    row_header_column_index: 0,
  };
};

const neededLine = ({ reading, needed }: RatioAnswer): readonly Line[] => {
  if (reading === undefined || needed === undefined) return [];
  const { level, lead: percent, leadAsRecorded } = needed;
  const sum = `${levelOf(level)} ÷ ${startOf(needed, reading.printed)} − 1 = ${change(percent)}`;
  const recorded = leadAsRecorded === undefined ? '' : `; from the record of that day ${change(leadAsRecorded)}`;
  return [{ label: 'Target', words: `${sum}${recorded}` }];
};

const changeLine = ({ reading, recordedChange }: RatioAnswer): readonly Line[] => {
  if (reading?.before === undefined || reading.changeSince === undefined) return [];
  const { before, printed, changeSince } = reading;
  const recorded = recordedChange === undefined ? '' : `; by the record ${change(recordedChange)}`;
  return [
    {
      label: 'Change',
      words: `${printed} ÷ ${before.printed} − 1 = ${change(changeSince)} since ${day(before.on)}${recorded}`,
    },
  ];
};

/** A printed ratio that the record contradicts. */
const flags = ({ rows }: RatioAnswer): readonly Line[] =>
  rows.flatMap(({ figure, finding, on }) =>
    finding?.verdict === 'disagrees'
      ? [
          {
            label: 'Flag',
            words: `${figure.printed} for ${day(on)} is wrong. Record: ${sentence(written(finding.record))}`,
          } as const,
        ]
      : [],
  );

const marketLine = ({ reading, live, needed, asOf }: RatioAnswer): readonly Line[] => {
  // the header has it already, unless it says what a level would take
  if (live) return needed ? [{ label: 'Market', words: liveWords(live, asOf) }] : [];
  if (reading === undefined) return [];
  const old = reading.monthsOld === 0 ? 'of this month' : age(reading.monthsOld);
  return [{ label: 'Market', words: `The newest reading is ${old}; later closes are not in the data` }];
};

const basisLine = ({ reading, live }: RatioAnswer): readonly Line[] => {
  const level = live?.ratio ?? reading?.level;
  return level === undefined
    ? []
    : [
        {
          label: 'Basis',
          words: `Price indexes, dividends left out; the other way up ${levelOf(Number((1 / level).toFixed(3)))}`,
        },
      ];
};

const offers = ({ reading, needed, rows, live }: RatioAnswer): readonly Offer[] => {
  const level = rows.map(({ recorded }) => recorded).find((value) => value !== undefined);
  const numbers = [...new Set(rows.map(({ claim }) => claim.note.number))];
  const goals =
    reading === undefined ? [] : [...new Set([0.6, ...(level === undefined ? [] : [Number(level.toFixed(3))])])];
  return [
    ...(live ? [ROTATION] : []),
    ...goals
      .filter((to) => to !== needed?.level)
      .map((to): Offer => ({ label: `To reach ${levelOf(to)}`, question: { kind: 'ratio', to } })),
    ...numbers.slice(0, 1).map((note): Offer => ({ label: `Check note ${note}`, question: { kind: 'check', note } })),
    ...(numbers.length === 0 ? [CHECK] : []),
  ];
};

/** Russell 2000 ÷ S&P 500 as printed and as recorded, how it changed, and what a level would take. */
export const renderRatio = (answer: RatioAnswer): Message => {
  const numbers = [...new Set(answer.rows.map(({ claim }) => claim.note.number))];
  const records = [...new Set(answer.rows.flatMap(({ finding }) => finding?.sources ?? []))];
  return renderShort({
    heading: ratioTitle(answer),
    table: printedTable(answer),
    lines: [
      ...neededLine(answer),
      ...changeLine(answer),
      ...flags(answer),
      ...marketLine(answer),
      ...basisLine(answer),
    ],
    offers: offers(answer),
    source: [
      ...(answer.live ? closesSource(answer.live, answer.live.isProvisional) : []),
      ...(numbers.length > 0
        ? [`As printed in ${numbers.length === 1 ? 'note' : 'notes'} ${listed(numbers)}`]
        : ['The five notes']),
      ...(records.length > 0 ? [`Record: ${listed(records)}`] : []),
    ],
    id: answer.id,
  });
};
