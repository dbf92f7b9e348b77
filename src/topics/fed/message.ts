import {
  day,
  dayNear,
  fitHeading,
  type Line,
  type Message,
  month,
  percentOf,
  renderShortAnswer,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  FED,
  fedSource,
  futuresSource,
  likeliestWords,
  missingOutcomeLines,
  movedBy,
  PRICED,
  ROTATION,
  rangeWords,
  SYNTHETIC,
  whyNoOdds,
} from '../../wording/index.ts';
import type { FedAnswer } from './answer.ts';
import { calendarLines, calendarTable, calendarTitle } from './message-calendar.ts';
import {
  byItselfLines,
  columnsOf,
  doubtLines,
  impliedIn,
  MOST_COLUMNS,
  missingLines,
  nextImplied,
  ODDS_METHOD,
  oddsTable,
  rateLine,
  tickLine,
  unknownOutcome,
  yearEndOf,
} from './message-odds.ts';
import { meetingAsked, pricedHeading, pricedLines } from './message-priced.ts';

/** `, a rate of 4.21% at year-end`: after the last meeting of the next one's year. */
const yearEndWords = (fed: FedAnswer['fed']): string => {
  const yearEnd = yearEndOf(fed);
  return yearEnd === undefined ? '' : `, a rate of ${percentOf(yearEnd.end)} at year-end`;
};

const title = (answer: FedAnswer): string => {
  const { fed, asOf: today } = answer;
  const range = rangeWords(fed);
  if (fed.range.kind !== 'range' || range === undefined) return 'Not in the data: the Fed’s range on that day';
  const odds = nextImplied(fed);
  const isMade = fed.source.isSynthetic || (odds && fed.odds.kind === 'path' && fed.odds.isSynthetic);
  const made = isMade ? `${SYNTHETIC}. ` : '';
  const known = `${made}Fed at ${range} as of ${day(fed.range.through)}`;
  const outcome = unknownOutcome(fed, today);
  const implied = odds && `imply ${likeliestWords(odds)} on ${dayNear(odds.meeting.decision, today)}`;
  if (outcome !== undefined) {
    const unknown = `${known}; ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`;
    return implied ? fitHeading(`${unknown}; futures ${implied}`, `${known}; futures ${implied}`) : unknown;
  }
  if (implied) return `${made}Futures ${implied}${yearEndWords(fed)}`;
  const since = fed.range.last ? ` since ${day(fed.range.last.on)}` : '';
  const next = fed.next.kind === 'meeting' ? `; next decision ${dayNear(fed.next.meeting.decision, today)}` : '';
  return `${made}Fed at ${range}${since}${next}`;
};

const fedLine = ({ fed }: FedAnswer): readonly Line[] => {
  const range = rangeWords(fed);
  if (fed.range.kind !== 'range' || range === undefined) {
    return fed.range.kind === 'before-first'
      ? [{ label: 'Fed', words: `Its decisions are on record here from ${day(fed.range.first)}` }]
      : [];
  }
  const { last } = fed.range;
  const words = last ? `${range} since ${day(last.on)}, when it ${movedBy(last.change)}` : `Target range ${range}`;
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

/** The odds of the next meetings in words: why there are none, the rate, each later meeting by itself, what one tick does. */
const oddsLines = (answer: FedAnswer): readonly Line[] => {
  const { fed, asOf: today } = answer;
  const columns = columnsOf(fed);
  // without odds of the next meeting nothing adds up from today, and later ones stand by themselves
  const shown = columns.length > 0 ? columns : impliedIn(fed).slice(0, MOST_COLUMNS);
  return [
    ...(nextImplied(fed) === undefined ? [{ label: 'Priced', words: whyNoOdds(fed.odds) } as const] : []),
    ...rateLine(fed, columns, today),
    ...byItselfLines(fed, shown, today),
    ...missingLines(fed, columns, today),
    ...doubtLines(answer),
    ...tickLine(shown, today),
  ];
};

const TO_COMPANIES: Offer = { ...PRICED, label: 'Apply to companies' };
const LAST_MOVES: Offer = { label: 'Last moves', question: { kind: 'fed-history', ask: 'cycle' } };
const OFFERS: readonly Offer[] = [TO_COMPANIES, LAST_MOVES, ROTATION];

/** One thing that futures imply: from live futures, and from nothing else. */
const renderPriced = (answer: FedAnswer, priced: NonNullable<FedAnswer['priced']>): Message => {
  const { fed, id, asOf: today } = answer;
  const asked = meetingAsked(priced);
  const columns = asked ? columnsOf(fed, asked) : [];
  const isSaid = priced.kind === 'odds' || priced.kind === 'no-meeting';
  return renderShortAnswer({
    heading: pricedHeading(answer, priced),
    table: asked && oddsTable(fed, today, asked),
    lines: [
      ...pricedLines(answer, priced),
      ...rateLine(fed, columns, today),
      ...byItselfLines(fed, isSaid ? columns.slice(0, -1) : columns, today),
      ...doubtLines(answer),
      ...tickLine(columns, today),
    ],
    offers: [FED, ...OFFERS],
    source: [...(columns.length > 0 ? [ODDS_METHOD] : []), ...futuresSource(fed)],
    id,
  });
};

/** The likeliest move and the rate at year-end; the odds of each move by meeting; the range and since when, and what is not known of it. */
export const renderFed = (answer: FedAnswer): Message => {
  const { fed, id, priced, calendar } = answer;
  if (priced !== undefined) return renderPriced(answer, priced);
  if (calendar !== undefined)
    return renderShortAnswer({
      heading: fitHeading(calendarTitle(answer, calendar)),
      table: calendarTable(calendar, answer.asOf),
      lines: calendarLines(answer, calendar),
      offers: [FED, ...OFFERS],
      source: [
        `Calendar: ${calendar.kind === 'session' || calendar.kind === 'closures' ? 'New York Stock Exchange' : 'Federal Reserve'}`,
      ],
      id,
    });
  const heading = title(answer);
  const outcome = unknownOutcome(fed, answer.asOf)?.slice(1);
  const isSaid = outcome !== undefined && heading.includes(outcome);
  return renderShortAnswer({
    heading,
    table: oddsTable(fed, answer.asOf),
    lines: [...fedLine(answer), ...(isSaid ? [] : missingOutcomeLines(fed)), ...nextLine(answer), ...oddsLines(answer)],
    offers: OFFERS,
    source: [...(columnsOf(fed).length > 0 ? [ODDS_METHOD] : []), ...futuresSource(fed), ...fedSource(fed)],
    id,
  });
};
