import type { MeetingOdds } from '../../fed/index.ts';
import {
  capitalized,
  cell,
  type DataTableBlock,
  day,
  dayNear,
  fitHeading,
  type Line,
  listed,
  type Message,
  month,
  numberCell,
  renderShortAnswer,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  fedSource,
  futuresSource,
  impliedWords,
  missingOutcomeLines,
  movedBy,
  movePriced,
  movesOffered,
  oddsOf,
  PRICED,
  ROTATION,
  rangeWords,
  SYNTHETIC,
  unknownMeetings,
  whyNoOdds,
} from '../../wording/index.ts';
import type { FedAnswer } from './answer.ts';

const impliedIn = ({ fed }: Pick<FedAnswer, 'fed'>): readonly MeetingOdds[] =>
  fed.odds.kind === 'path' ? fed.odds.meetings.filter((one) => one.kind === 'odds') : [];

const nextImplied = ({ fed }: FedAnswer): MeetingOdds | undefined => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  return next?.kind === 'odds' ? next : undefined;
};

const title = (answer: FedAnswer): string => {
  const { fed, asOf: today } = answer;
  const range = rangeWords(fed);
  if (fed.range.kind !== 'range' || range === undefined) return 'Not in the data: the Fed’s range on that day';
  const odds = nextImplied(answer);
  const unknown = unknownMeetings(fed);
  const isMade = fed.source.isSynthetic || (odds && fed.odds.kind === 'path' && fed.odds.isSynthetic);
  const at = `${isMade ? `${SYNTHETIC}. ` : ''}Fed at ${range}`;
  const known = `${at} as of ${day(fed.range.through)}`;
  const days = unknown.map((one) => dayNear(one, today));
  const outcome = days.length > 2 ? `${days.length} later outcomes are` : `the outcome of ${listed(days)} is`;
  if (unknown.length > 0 && odds) {
    return fitHeading(
      `${known}, ${outcome} not in my data; ${impliedWords(odds, today)}`,
      `${known}; ${impliedWords(odds, today)}`,
    );
  }
  if (unknown.length > 0) return `${known}; ${outcome} not in my data`;
  if (odds) return `${at}; ${impliedWords(odds, today)}`;
  const since = fed.range.last ? ` since ${day(fed.range.last.on)}` : '';
  const next = fed.next.kind === 'meeting' ? `; next decision ${dayNear(fed.next.meeting.decision, today)}` : '';
  return `${at}${since}${next}`;
};

/** Odds at each meeting alone, whole percents. */
export const oddsTable = (answer: Pick<FedAnswer, 'fed'>): DataTableBlock | undefined => {
  const implied = impliedIn(answer);
  if (implied.length === 0) return undefined;
  return {
    type: 'data_table',
    caption: 'Odds at each meeting that futures imply',
    rows: [
      [cell('Decision'), cell('Cut'), cell('Hold'), cell('Hike')],
      ...implied.map((odds) => [
        cell(day(odds.meeting.decision)),
        ...(['cut', 'hold', 'hike'] as const).map((way) => numberCell(odds[way] * 100, oddsOf(odds[way]))),
      ]),
    ],
    row_header_column_index: 0,
  };
};

const fedLine = ({ fed }: FedAnswer): readonly Line[] => {
  const range = rangeWords(fed);
  if (fed.range.kind !== 'range' || range === undefined) {
    return fed.range.kind === 'before-first'
      ? [{ label: 'Fed', words: `Its decisions are on record here from ${day(fed.range.first)}` }]
      : [];
  }
  const { last } = fed.range;
  const words = last ? `${capitalized(movedBy(last.change))} to ${range} on ${day(last.on)}` : `Target range ${range}`;
  return [{ label: 'Fed', words }];
};

const nextLine = ({ fed, daysToNext }: FedAnswer): readonly Line[] => {
  if (fed.next.kind === 'no-calendar') {
    const { first, last } = fed.next;
    const named = (one: string) => month(`${one}-01` as FedAnswer['asOf']);
    return [{ label: 'Next', words: `My calendar of meetings runs from ${named(first)} to ${named(last)} only` }];
  }
  const { decision, hasProjections, isTentative } = fed.next.meeting;
  const days = daysToNext === 0 ? 'today' : daysToNext === 1 ? 'tomorrow' : `in ${daysToNext} days`;
  return [
    {
      label: 'Next',
      words: [
        `${day(decision)}, 14:00 New York time`,
        days,
        ...(hasProjections ? ['with projections'] : []),
        ...(isTentative ? ['date tentative'] : []),
      ].join(', '),
    },
  ];
};

const pricedLines = (answer: FedAnswer): readonly Line[] => {
  const { fed, asOf: today } = answer;
  const { odds } = fed;
  if (odds.kind !== 'path' || nextImplied(answer) === undefined) return [{ label: 'Priced', words: whyNoOdds(odds) }];
  const implied = impliedIn(answer);
  const last = implied.findLast(({ fromToday }) => fromToday !== undefined);
  const without = odds.meetings
    .filter(({ kind }) => kind === 'not-implied')
    .map(({ meeting }) => day(meeting.decision));
  const path =
    last?.fromToday && implied.length > 1
      ? [`Futures imply ${movePriced(last.fromToday.expectedMove)} in all by ${day(last.meeting.decision)}`]
      : [];
  return [
    {
      label: 'Priced',
      words: `${capitalized(impliedWords(implied[0] as MeetingOdds, today))}; oldest price used ${day((implied[0] as MeetingOdds).asOf)}`,
    },
    ...path.map((words): Line => ({ label: 'Path', words })),
    ...(without.length > 0 ? [{ label: 'Missing', words: `No odds for ${listed(without)}` } as const] : []),
    ...(implied.some(({ isClamped }) => isClamped)
      ? [{ label: 'Flag', words: 'A price implies more than 100 bp at one meeting, and is shown as 100' } as const]
      : []),
  ];
};

export const ODDS_METHOD = 'Odds by the method of CME FedWatch: one tick moves them by about 2 points';

const OFFERS: readonly Offer[] = [PRICED, ...movesOffered(-25, 25), ROTATION];

/** The range and since when, what is not known of it, the next meeting, and the odds meeting by meeting. */
export const renderFed = (answer: FedAnswer): Message => {
  const { fed, id } = answer;
  const hasOdds = impliedIn(answer).length > 0;
  return renderShortAnswer({
    heading: title(answer),
    table: oddsTable(answer),
    lines: [...fedLine(answer), ...missingOutcomeLines(fed), ...nextLine(answer), ...pricedLines(answer)],
    offers: OFFERS,
    source: [...fedSource(fed), ...futuresSource(fed), ...(hasOdds ? [ODDS_METHOD] : [])],
    id,
  });
};
