import { wholeMonthsBetween } from '../../calendar/index.ts';
import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  type DatedReading,
  type Facts,
  type Fed,
  figuresFrom,
  type LiveReading,
  liveFigures,
  liveReading,
  type NoData,
  printedReading,
  readingFigures,
} from '../../facts/index.ts';
import type { Note } from '../../notes/index.ts';
import { utcDateOf } from '../../units.ts';
import type { AboutQuestion } from './question.ts';

/** The data behind every answer, and how old they are on the day of this one. */
export interface DataAges {
  /** Oldest first. */
  readonly notes: readonly Note[];
  /** Whole months since the newest note's day. */
  readonly newestNoteMonths: number;
  /** The ratio at its newest close; without closes, why, and the newest ratio that a note prints. */
  readonly closes: LiveReading | { readonly kind: 'none'; readonly why: NoData | { readonly kind: 'later' } };
  readonly reading?: DatedReading;
  readonly fed: Fed;
}

export interface AboutAnswer extends Answered {
  readonly kind: 'about';
  readonly question: AboutQuestion;
  readonly data: DataAges;
}

const agesIn = (facts: Facts): DataAges => {
  const { notes, market, fed, now } = facts;
  const today = utcDateOf(now);
  const live = liveReading(facts);
  const reading = printedReading(facts);
  return {
    notes: notes.notes,
    newestNoteMonths: wholeMonthsBetween(notes.notes.at(-1)?.date ?? today, today),
    closes: live ?? { kind: 'none', why: market.kind === 'printed' ? market.why : { kind: 'later' } },
    ...(reading && { reading }),
    fed,
  };
};

/** Only what the answer states: the age of the newest note, the ratio, and the Fed's range. */
const figuresIn = ({ notes, newestNoteMonths, closes, reading, fed }: DataAges): readonly AnsweredFigure[] => [
  { id: 'notes.count', value: notes.length, unit: 'count', label: 'analyst notes', source: 'the notes' },
  figuresFrom(notes.at(-1)?.id ?? 'the notes')(
    'notes.age.newest',
    newestNoteMonths,
    'months',
    'age of the newest note',
  ),
  ...('kind' in closes ? readingFigures(reading) : liveFigures(closes)),
  ...(fed.range.kind === 'range'
    ? [
        figuresFrom(fed.source.name)('fed.lower', fed.range.lower, '%', 'target range, lower bound'),
        figuresFrom(fed.source.name)('fed.upper', fed.range.upper, '%', 'target range, upper bound'),
      ]
    : []),
];

/** Answers what this is, what it can do, how fresh its data are, what its model leaves out, and what it stores. */
export const answerAbout = (question: AboutQuestion, facts: Facts): AboutAnswer => {
  const data = agesIn(facts);
  const figures = question.aspect === 'data' ? figuresIn(data) : [];
  const named = figures.map(({ source }) => source).filter((source) => source !== 'the notes');
  return {
    kind: 'about',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    data,
    figures,
    views: [],
    sources: figures.length === 0 ? [] : [...new Set([...data.notes.map(({ id }) => id), ...named])],
  };
};
