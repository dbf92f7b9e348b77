import type { Fed } from '../../facts/index.ts';
import type { MeetingOdds } from '../../fed/index.ts';
import {
  basisPointsOf,
  capitalized,
  cell,
  type DataTableBlock,
  dataTable,
  dayNear,
  type Line,
  listed,
  numberCell,
  percentOf,
} from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { oddsOf, oddsWords, rangeWords, rateRange, unknownMeetings, whyNotImplied } from '../../wording/index.ts';
import type { FedAnswer } from './answer.ts';

/** Meetings that fit beside each other. */
export const MOST_COLUMNS = 3;
/** Less than half a percent is not worth a row. */
const LEAST_SHOWN = 0.005;
const BPS_A_POINT = 100;
const PERCENT = 100;

export const impliedIn = ({ odds }: Fed): readonly MeetingOdds[] =>
  odds.kind === 'path' ? odds.meetings.filter((one) => one.kind === 'odds') : [];

/** The odds of the very next meeting; undefined where futures imply none. */
export const nextImplied = ({ odds }: Fed): MeetingOdds | undefined => {
  const next = odds.kind === 'path' ? odds.meetings[0] : undefined;
  return next?.kind === 'odds' ? next : undefined;
};

/** The meetings a table shows: those whose moves add up from today, three at most, the last of them the one asked about. */
export const columnsOf = (fed: Fed, last?: MeetingOdds): readonly MeetingOdds[] => {
  const summed = impliedIn(fed).filter(({ fromToday }) => fromToday !== undefined);
  if (last === undefined) return summed.slice(0, MOST_COLUMNS);
  const until = summed.findIndex(({ meeting }) => meeting.decision === last.meeting.decision) + 1;
  return summed.slice(Math.max(0, until - MOST_COLUMNS), until);
};

/** The last meeting of the year of the next one, where its odds are known. */
export const yearEndOf = (fed: Fed): MeetingOdds | undefined => {
  const next = nextImplied(fed);
  const year = next?.meeting.decision.slice(0, 4);
  if (fed.odds.kind !== 'path' || year === undefined) return undefined;
  const last = fed.odds.meetings.findLast(({ meeting }) => meeting.decision.startsWith(year));
  const after = fed.odds.meetings.at(-1)?.meeting.decision.slice(0, 4);
  // the calendar's own end is not the year's
  const isYearOver = after !== year || last?.meeting.decision.slice(5, 7) === '12';
  return last?.kind === 'odds' && isYearOver ? last : undefined;
};

const isRangeKnown = (fed: Fed): boolean => fed.range.kind === 'range' && fed.outcomes.kind === 'none';

/** `Hike 25, 4.00–4.25%`; without the range where a meeting has passed whose outcome is not known. */
const rowName = (move: number, fed: Fed): string => {
  const size = Math.abs(move);
  const name = move === 0 ? 'Hold' : `${move < 0 ? 'Cut' : 'Hike'} ${size}`;
  if (fed.range.kind !== 'range' || !isRangeKnown(fed)) return move === 0 ? name : `${name} bp`;
  const { lower, upper } = fed.range;
  return lower + move / BPS_A_POINT < 0
    ? name
    : `${name}, ${rateRange(lower + move / BPS_A_POINT, upper + move / BPS_A_POINT)}`;
};

const probabilityOf = ({ fromToday }: MeetingOdds, move: number): number =>
  fromToday?.outcomes.find((one) => one.move === move)?.probability ?? 0;

/** A hold, and every sum of moves that is likely enough at one of the meetings; cuts alone begin with a hold. */
const movesShown = (columns: readonly MeetingOdds[]): readonly number[] => {
  const likely = columns.flatMap(({ fromToday }) =>
    (fromToday?.outcomes ?? []).filter(({ probability }) => probability >= LEAST_SHOWN).map(({ move }) => move),
  );
  const moves: number[] = [...new Set([0, ...likely])].sort((one, other) => one - other);
  return moves.at(-1) === 0 ? moves.toReversed() : moves;
};

/** A row for each move from today, a column for each meeting, as the exchange prints them; whole percents. */
export const oddsTable = (fed: Fed, today: IsoDate, last?: MeetingOdds): DataTableBlock | undefined => {
  const columns = columnsOf(fed, last);
  if (columns.length === 0) return undefined;
  const range = rangeWords(fed);
  return dataTable(
    'Odds that futures imply of each move from today, by meeting',
    [
      range !== undefined && isRangeKnown(fed) ? `From ${range}` : 'From today',
      ...columns.map(({ meeting }) => dayNear(meeting.decision, today)),
    ],
    movesShown(columns).map((move) => [
      cell(rowName(move, fed)),
      ...columns.map((odds) => {
        const probability = probabilityOf(odds, move);
        return numberCell(probability * PERCENT, oddsOf(probability));
      }),
    ]),
  );
};

export const ODDS_METHOD = 'CME FedWatch method, odds rounded: a column may add to 99 or 101';

/** `3.88% now, 4.02% after 28 Oct, 4.21% after 9 Dec and so at year-end`. */
export const rateLine = (fed: Fed, columns: readonly MeetingOdds[], today: IsoDate): readonly Line[] => {
  const next = nextImplied(fed);
  if (next === undefined || columns.length === 0) return [];
  const yearEnd = yearEndOf(fed);
  const isShown = columns.some((one) => one === yearEnd);
  const after = columns.map(({ meeting, end }) => `${percentOf(end)} after ${dayNear(meeting.decision, today)}`);
  const words = [`${percentOf(next.start)} now`, ...after].join(', ');
  const isLast = columns.at(-1) === yearEnd;
  const atYearEnd = isLast
    ? ' and so at year-end'
    : yearEnd && !isShown
      ? `, ${percentOf(yearEnd.end)} at year-end`
      : '';
  return [{ label: 'Rate', words: `${words}${atYearEnd}` }];
};

/** `9 Dec  By itself 75% for a 25 bp hike, 25% for a hold`, for each meeting but the next one, whose column says it. */
export const byItselfLines = (fed: Fed, columns: readonly MeetingOdds[], today: IsoDate): readonly Line[] =>
  columns
    .filter((one) => one !== nextImplied(fed))
    .map((odds) => ({
      label: dayNear(odds.meeting.decision, today) as Line['label'],
      words: `By itself ${oddsWords(odds)}`,
    }));

/** The first meeting without odds, and why. Said where a table has room for it. */
export const missingLines = ({ odds }: Fed, columns: readonly MeetingOdds[], today: IsoDate): readonly Line[] => {
  if (odds.kind !== 'path' || columns.length >= MOST_COLUMNS) return [];
  const first = odds.meetings.find(({ kind }) => kind === 'not-implied');
  if (first?.kind !== 'not-implied' || first === odds.meetings[0]) return [];
  return [
    {
      label: 'Missing',
      words: `${dayNear(first.meeting.decision, today)}: ${whyNotImplied(first.why, first.meeting)}`,
    },
  ];
};

const points = (share: number): string => (share * PERCENT).toFixed(1);

/** `One tick, half a basis point in price, moves 28 Oct by 2.3 points and 9 Dec by 2.7`. */
export const tickLine = (columns: readonly MeetingOdds[], today: IsoDate): readonly Line[] => {
  if (columns.length === 0) return [];
  const moved = columns.map(
    ({ meeting, oddsPerTick }, at) =>
      `${dayNear(meeting.decision, today)} by ${points(oddsPerTick)}${at === 0 ? ' points' : ''}`,
  );
  return [{ label: 'Catch', words: `One tick, half a basis point in price, moves ${listed(moved)}` }];
};

/** What makes odds doubtful: contracts that do not fit the effective rate, a move beyond what is shown. */
export const doubtLines = ({
  fed,
  mismatch,
  asOf: today,
}: Pick<FedAnswer, 'fed' | 'mismatch' | 'asOf'>): readonly Line[] => {
  const next = nextImplied(fed);
  return [
    ...(mismatch && next
      ? [
          {
            label: 'Flag',
            words: `Futures imply ${percentOf(mismatch.implied)} before ${dayNear(next.meeting.decision, today)}, but the effective rate was ${percentOf(mismatch.effective.rate)} on ${dayNear(mismatch.effective.on, today)}`,
          } as const,
        ]
      : []),
    ...(impliedIn(fed).some(({ isClamped }) => isClamped)
      ? [
          {
            label: 'Flag',
            words: `A price implies more than ${basisPointsOf(BPS_A_POINT)} at one meeting, and is shown as 100`,
          } as const,
        ]
      : []),
  ];
};

/** `The outcome of 28 Oct is not in my data`, where meetings have passed since the range was last known. */
export const unknownOutcome = (fed: Fed, today: IsoDate): string | undefined => {
  const days = unknownMeetings(fed).map((one) => dayNear(one, today));
  if (days.length === 0) return undefined;
  return capitalized(
    days.length > 2
      ? `${days.length} later outcomes are not in my data`
      : `the outcome of ${listed(days)} is not in my data`,
  );
};
