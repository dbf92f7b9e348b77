import {
  age,
  capitalized,
  day,
  type Line,
  listed,
  type Message,
  month,
  renderShortAnswer,
  unbroken,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  AFTER_CUTS,
  CHECK,
  FED,
  noDataWords,
  noteNumberOf,
  pairNames,
  printedTable,
  ROTATION,
  ratioLevelGiven,
  withinPair,
  YEAR_TO_DATE,
} from '../../wording/index.ts';
import type { NotMeasured, RotationAnswer } from './answer-type.ts';
import { leadWords } from './message-title.ts';
import type { Benchmark } from './question.ts';

/** Why each is not available. The Russell's figure is never given in place of one. */
const REASONS: Record<Benchmark, string> = {
  'S&P 600':
    'No free source of its daily closes is connected; it drops loss makers, so the Russell 2000 is no stand-in',
  'S&P 400': 'No free source of its daily closes is connected, and mid caps are neither leg of the ratio',
  'Russell 1000': 'No free source of its daily closes is connected; the large leg here is the S&P 500',
  Nasdaq: 'The large leg here is the S&P 500; no closes of a Nasdaq index are connected',
  'equal weight': 'No free source of the equal-weight S&P 500 is connected; the large leg here is weighted by size',
  'total return': 'The closes are price indexes, dividends left out; no total-return series is connected',
  'IWM and SPY': 'Fund prices carry fees and distributions; they are no index levels and never stand in for them',
  OMXSSCPI: 'No history of the Swedish small-cap index was found that could be checked',
};

/** The columns of a file of one's own that bring each. */
const COLUMNS: Partial<Record<Benchmark, string>> = {
  'S&P 600': 'sp600_close and spx_close',
  Nasdaq: 'rut_close and ndx_close',
  'equal weight': 'rut_close and spx_ew_close',
  'total return': 'rut_tr and spx_tr',
  OMXSSCPI: 'omxsscpi_close and omxs30_close',
};

const missingOf = ({ benchmark, refused }: Extract<NotMeasured, { kind: 'not-available' }>): string => {
  if (refused) return refused.join('; ');
  const columns = COLUMNS[benchmark];
  return columns ? `${REASONS[benchmark]}. A CSV file of your own with ${columns} brings it` : REASONS[benchmark];
};

const notAvailable = (result: Extract<NotMeasured, { kind: 'not-available' }>): Explained => ({
  heading: `${result.refused ? 'Not used: the closes of' : 'Not in the data:'} ${result.benchmark}`,
  lines: [
    { label: 'Missing', words: missingOf(result) },
    { label: 'Instead', words: 'Russell 2000 against S&P 500, both price indexes, under their own names' },
  ],
  offers: TODAY,
});

interface Explained {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly offers: readonly Offer[];
}

const TODAY: readonly Offer[] = [ROTATION, YEAR_TO_DATE, AFTER_CUTS];

/** What can be asked of closes only. */
const MEASURED_BY_CLOSES = [
  'from',
  'to',
  'ytd',
  'cycles',
  'rates',
  'toDate',
  'back',
  'sessions',
  'sinceLast',
  'sinceEvent',
  'at',
  'distance',
] as const;

const missingWords = ({ at, distance }: RotationAnswer['question']): string => {
  if (at !== undefined) return 'The closes of a day need a source of daily closes';
  if (distance !== undefined) return 'A distance from a high, a low or an average needs daily closes';
  return 'A change between days, and what followed past moves of the Fed, need daily closes';
};

const withoutCloses = (answer: RotationAnswer, { why }: Extract<NotMeasured, { kind: 'no-closes' }>): Explained => {
  const { reading, neededFromPrint, question } = answer;
  const isMore = MEASURED_BY_CLOSES.some((field) => question[field] !== undefined);
  const reason =
    why.kind === 'before-first' ? `The closes begin on ${day(why.first)}` : noDataWords('live prices', why);
  const last = reading
    ? `${unbroken(`Note ${noteNumberOf(reading.note)}`)}'s last reading: ${reading.printed}, ${month(reading.on)}`
    : 'The notes print no reading by this day';
  return {
    heading: `No live prices. ${last}`,
    lines: [
      { label: 'Market', words: reason },
      ...(reading
        ? [
            {
              label: 'Notes',
              words: `The newest reading is ${reading.monthsOld === 0 ? 'of this month' : age(reading.monthsOld)}; it is the note's own, not a close`,
            } as const,
          ]
        : []),
      ...(isMore ? [{ label: 'Missing', words: missingWords(question) } as const] : []),
      ...(neededFromPrint
        ? [
            {
              label: `To ${ratioLevelGiven(neededFromPrint.level)}`,
              words: `From the printed ${reading?.printed}: ${leadWords(neededFromPrint.lead, pairNames({}))}`,
            } as const,
          ]
        : []),
    ],
    offers: [...(reading ? [{ label: 'Printed ratios', question: { kind: 'ratio' } } as const] : []), FED, CHECK],
  };
};

/** A day and a distance aside. */
const spanOnly = ({ at: _, distance: __, index: ___, ...rest }: RotationAnswer['question']) => rest;

const explain = (answer: RotationAnswer, result: NotMeasured): Explained => {
  switch (result.kind) {
    case 'no-closes':
      return withoutCloses(answer, result);
    case 'in-the-future':
      return {
        heading: `${day(result.date)} has not come yet`,
        lines: [{ label: 'Instead', words: `Any day up to ${day(result.today)}` }],
        offers: TODAY,
      };
    case 'before-first':
      return {
        heading: `The closes begin on ${day(result.first)}, after ${day(result.date)}`,
        lines: [{ label: 'Instead', words: `Any day from ${day(result.first)} on` }],
        offers: [
          { label: `Since ${day(result.first)}`, question: { ...spanOnly(answer.question), from: result.first } },
          ...TODAY.slice(0, 2),
        ],
      };
    case 'from-after-to':
      return {
        heading: `${capitalized(day(result.from))} to ${day(result.to)} runs backwards`,
        lines: [{ label: 'Instead', words: `From ${day(result.to)} to ${day(result.from)}` }],
        offers: [
          {
            label: 'Turn it round',
            question: { ...answer.question, from: result.to, to: result.from },
            accessibilityLabel: `From ${day(result.to)} to ${day(result.from)}`,
          },
          ...TODAY.slice(0, 2),
        ],
      };
    case 'same-session':
      return {
        heading: `No session lies in that span: it begins and ends with the close of ${day(result.on)}`,
        lines: [{ label: 'Instead', words: 'An earlier start' }],
        offers: TODAY,
      };
    case 'too-few-months':
      return {
        heading: `Rate moves need months of closes with a move among them: there are ${result.months}`,
        lines: [{ label: 'Instead', words: 'A longer series of daily closes; the Fed’s moves are known from 1990 on' }],
        offers: TODAY,
      };
    case 'too-few-sessions':
      return {
        heading: `An average of ${result.needed} sessions needs as many closes: there are ${result.sessions}`,
        lines: [{ label: 'Instead', words: `Any average of up to ${result.sessions} sessions` }],
        offers: TODAY,
      };
    case 'not-available':
      return notAvailable(result);
  }
};

/** What is said of another pair says so, and its buttons stay with it. */
const ofBenchmark = ({ question }: RotationAnswer, { kind }: NotMeasured, explained: Explained): Explained => {
  const { benchmark } = question;
  if (benchmark === undefined || kind === 'not-available') return explained;
  return {
    heading: `${benchmark}: ${explained.heading}`,
    lines: explained.lines.map((line) => ({ ...line, words: `${benchmark}: ${line.words}` })),
    offers: withinPair(question, explained.offers),
  };
};

/** Why there is no figure, and the nearest one that there is. */
export const renderNotMeasured = (answer: RotationAnswer, result: NotMeasured): Message => {
  const { heading, lines, offers } = ofBenchmark(answer, result, explain(answer, result));
  const isPrinted = result.kind === 'no-closes' && answer.rows.length > 0;
  const numbers = [...new Set(answer.rows.map(({ claim }) => claim.note.number))];
  const records = [...new Set(answer.rows.flatMap(({ finding }) => finding?.sources ?? []))];
  return renderShortAnswer({
    heading,
    table: isPrinted ? printedTable(answer) : undefined,
    lines,
    offers,
    source: isPrinted
      ? [`As printed in note ${listed(numbers)}`, ...(records.length > 0 ? [`Record: ${listed(records)}`] : [])]
      : ['Price indexes, daily closes'],
    id: answer.id,
  });
};
