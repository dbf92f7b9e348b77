import { yearOf } from '../../calendar/index.ts';
import type { Decision } from '../../fed/index.ts';
import {
  basisPointsOf,
  type Cell,
  capitalized,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  day,
  dayOfYear,
  fitHeading,
  type Line,
  listed,
  type Message,
  moveName,
  numberCell,
  RATIO_NAME,
  renderShortAnswer,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  AFTER_CUTS,
  closesSource,
  FED,
  missingOutcomeLines,
  PRICED,
  ROTATION,
  SYNTHETIC,
} from '../../wording/index.ts';
import { INFERRED_HOLDS_FROM, isMove } from './answer-decisions.ts';
import type { FedHistoryAnswer, History } from './answer-figures.ts';
import { countOf, decisionWords, historyTitle, rangeOf, spanWords, spellWords, tallyOf } from './message-title.ts';

/** More than these are no longer read; the newest stay. */
const MOST_ROWS = 20;
const BPS_A_POINT = 100;

/** What the table lists. */
const rowsOf = (history: History): readonly Decision[] => {
  switch (history.kind) {
    case 'moves':
      return history.asked.length > 0 ? history.asked : history.others;
    case 'one':
      return history.since.length > 0 ? [history.decision, ...history.since] : [];
    case 'decided':
      return history.decisions.length > 1 ? history.decisions : [];
    case 'in-a-row':
      return [...history.run, ...(history.ended ? [history.ended] : [])];
    case 'cycle':
      return [...history.before, ...history.run];
    default:
      return [];
  }
};

const LEAST_ROWS = 2;

/** A row a decision, newest first, since a table shows few rows at a time: day, move, and the range after it. */
const table = (rows: readonly Decision[]): DataTableBlock | undefined =>
  rows.length < LEAST_ROWS
    ? undefined
    : dataTable(
        'The Fed’s decisions, and the range after each',
        ['Decision', 'Move', 'Range after'],
        rows
          .slice(-MOST_ROWS)
          .toReversed()
          .map((one): Cell[] => [cell(day(one.on)), numberCell(one.change, moveName(one.change)), cell(rangeOf(one))]),
      );

/** A row a year, newest first: how many moves, what they add up to, and the range at its end. */
const yearTable = (history: History): DataTableBlock | undefined =>
  history.kind !== 'by-year' || history.years.length < LEAST_ROWS
    ? undefined
    : dataTable(
        'The Fed’s decisions year by year, and the range at the end of each',
        ['Year', 'Moves', 'Sum', 'Range at its end'],
        history.years
          .slice(-MOST_ROWS)
          .toReversed()
          .map(({ year, moves, level }): Cell[] => {
            const sum = moves.reduce((all, { change: one }) => all + one, 0);
            return [
              cell(String(year)),
              numberCell(moves.length, String(moves.length)),
              numberCell(sum, sum === 0 ? basisPointsOf(0) : moveName(sum)),
              cell(level ? rangeOf(level) : 'not on record'),
            ];
          }),
      );

const line = (label: Line['label'], words: string | undefined): readonly Line[] =>
  words === undefined ? [] : [{ label, words: capitalized(words) }];

const heldWords = (history: History): string | undefined => {
  if (history.kind === 'cycle') {
    return history.holdsSince > 0 ? `${countOf(history.holdsSince, 'hold')} on record since the last move` : undefined;
  }
  if (history.kind !== 'moves' || !history.holds || history.asked.some((one) => !isMove(one))) return undefined;
  const [count] = countOf(history.holds, 'hold').split(' ');
  const other = history.asked.length + history.others.length > 0 ? 'other ' : '';
  return `at ${count} ${other}${history.holds === 1 ? 'meeting' : 'meetings'}`;
};

const beforeWords = (history: History): string | undefined => {
  const previous = 'previous' in history ? history.previous : undefined;
  return previous && decisionWords(previous);
};

const marketWords = ({ market }: FedHistoryAnswer): string | undefined => {
  if (market === undefined) return undefined;
  const { from, to, ratio, numerator, denominator } = market.change;
  const made = market.stamp.provenance.isSynthetic ? ` (${SYNTHETIC.toLowerCase()})` : '';
  const days = `${yearOf(from) === yearOf(to) ? dayOfYear(from) : day(from)} to ${day(to)}`;
  return `ratio ${change(ratio)}, ${days}${made}: Russell ${change(numerator)}, S&P ${change(denominator)}`;
};

/** The last meeting, whose outcome the header says is not known. */
const isUnknownLast = (history: History): boolean => history.kind === 'outcome-unknown' && history.isLast;

/** The next meeting, where the one asked about is still to come, or is none. */
const nextWords = ({ history, fed }: FedHistoryAnswer): string | undefined =>
  (history.kind === 'no-meeting' || history.kind === 'to-come' || isUnknownLast(history)) && fed.next.kind === 'meeting'
    ? `the next decision is on ${day(fed.next.meeting.decision)}, 14:00 New York time`
    : undefined;

/** The other way in the same span, where the header has only what was asked for. */
const sinceWords = (history: History): string | undefined => {
  if (history.kind !== 'one' || history.since.length === 0) return undefined;
  // of a span that is over, what came later is not counted
  const { to } = history.span;
  const until = to === undefined ? 'since then' : `after it,${spanWords({ to })}:`;
  return `${until} ${tallyOf(history.since)}`;
};

/** Earlier times at the same level. */
const spellsBefore = (history: History): string | undefined =>
  history.kind === 'stay' && history.spells.length > 1
    ? `also ${listed(history.spells.slice(0, -1).toReversed().map(spellWords))}`
    : undefined;

/** How the range stands now against the day asked about. */
const nowWords = (history: History): string | undefined => {
  if (history.kind !== 'on-day') return undefined;
  const { level, newest } = history;
  const moved = (newest.upper - level.upper) * BPS_A_POINT;
  if (newest.on <= history.on) return undefined;
  const how = moved === 0 ? 'the same' : `${basisPointsOf(moved)} ${moved > 0 ? 'higher' : 'lower'}`;
  return `${how} on ${day(newest.on)}, at ${rangeOf(newest)}`;
};

const flags = (answer: FedHistoryAnswer): readonly Line[] => [
  ...(answer.hasGap
    ? line('Flag', 'the newest change is a provider’s; moves between it and the record may be missing here')
    : []),
  ...(answer.history.kind === 'in-a-row' &&
  (answer.question.from ?? '') < INFERRED_HOLDS_FROM &&
  answer.question.way === 'hold'
    ? line('Catch', `holds are on record here from ${day(INFERRED_HOLDS_FROM)}`)
    : []),
  ...(answer.history.kind === 'cycle' && answer.history.run.length === 1
    ? line('Catch', 'one move is no cycle yet: the record says what was done, not what comes next')
    : []),
];

/** True where all meetings of the time asked about are on record. */
const isOver = ({ history, fed }: FedHistoryAnswer): boolean => {
  const to =
    'span' in history ? history.span.to : history.kind === 'decided' ? history.decisions.at(-1)?.on : undefined;
  return to !== undefined && fed.range.kind === 'range' && to <= fed.range.through;
};

/** True where nothing decided later would change the answer. */
const isKnownTime = (history: History): boolean =>
  (history.kind === 'gap' && history.decisions.length > 1) ||
  (history.kind === 'in-a-row' && history.ended !== undefined) ||
  history.kind === 'on-day' ||
  (history.kind === 'stay' && history.spells.at(-1)?.to !== undefined);

const linesOf = (answer: FedHistoryAnswer): readonly Line[] => {
  const { history, fed } = answer;
  const rows = rowsOf(history);
  return [
    ...line('Change', sinceWords(history) ?? nowWords(history)),
    ...line('Held', heldWords(history)),
    ...line('Before', beforeWords(history) ?? spellsBefore(history)),
    ...line('Market', marketWords(answer)),
    ...line('Next', nextWords(answer)),
    ...(rows.length > MOST_ROWS
      ? line('Left out', `the ${rows.length - MOST_ROWS} before ${day((rows.at(-MOST_ROWS) as Decision).on)}`)
      : []),
    ...flags(answer),
    ...(isOver(answer) || isUnknownLast(history) || isKnownTime(history) ? [] : missingOutcomeLines(fed)),
  ];
};

const LAST_CUT: Offer = { label: 'Last cut', question: { kind: 'fed-history', ask: 'last', way: 'cut' } };
const LAST_HIKE: Offer = { label: 'Last hike', question: { kind: 'fed-history', ask: 'last', way: 'hike' } };
const THIS_YEAR: Offer = {
  label: 'This year',
  question: { kind: 'fed-history', ask: 'moves', yearsAgo: 0 },
  accessibilityLabel: 'The Fed’s moves this year',
};

/** Two ways on into the record, then what is known of today. */
const offers = ({ question }: FedHistoryAnswer): readonly Offer[] => [
  ...[LAST_CUT, LAST_HIKE].filter(
    ({ question: other }) => !(question.ask === 'last' && 'way' in other && other.way === question.way),
  ),
  ...(question.yearsAgo === 0 ? [] : [THIS_YEAR]),
  FED,
  ...(question.way === 'cut' ? [AFTER_CUTS] : question.ask === 'cycle' ? [PRICED] : [ROTATION]),
];

const sourceOf = ({ fed, market }: FedHistoryAnswer): readonly string[] => [
  ...(fed.range.kind === 'range'
    ? [
        `Decisions: Federal Reserve, as of ${day(fed.range.through)}`,
        ...(fed.source.name === 'Federal Reserve'
          ? []
          : [`Range: ${fed.source.isSynthetic ? `${SYNTHETIC}, made up` : fed.source.name}`]),
      ]
    : ['Federal Reserve']),
  ...(market ? [`Ratio is ${RATIO_NAME}, price indexes`, ...closesSource(market.stamp)] : []),
];

/** What the Fed decided: counted and added up in the header, a row a move, what it held and did before, and since. */
export const renderFedHistory = (answer: FedHistoryAnswer): Message =>
  renderShortAnswer({
    heading: fitHeading(historyTitle(answer)),
    table: yearTable(answer.history) ?? table(rowsOf(answer.history)),
    lines: linesOf(answer),
    offers: offers(answer),
    source: sourceOf(answer),
    id: answer.id,
  });
