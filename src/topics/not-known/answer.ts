import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  type DatedClaim,
  type DatedReading,
  dated,
  effectsOf,
  type Facts,
  FIGURES_OF,
  type LiveReading,
  liveFigures,
  liveReading,
  MODEL_NOTE,
  type Pair,
  printedReading,
  readingFigures,
  type StanceCounts,
  stanceFigures,
} from '../../facts/index.ts';
import { type Claim, stanceCounts } from '../../notes/index.ts';
import type { RateMoveEffect } from '../../sensitivity/index.ts';
import { basisPoints, utcDateOf } from '../../units.ts';
import type { NotKnownQuestion } from './question.ts';

/** Something in neither the notes nor the data, and the nearest that is. */
export interface NotKnownAnswer extends Answered {
  readonly kind: 'not-known';
  readonly question: NotKnownQuestion;
  /** What the notes do say of it. */
  readonly claims: readonly DatedClaim[];
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  /** The two example companies before any move. */
  readonly effects: Pair<RateMoveEffect>;
  /** In the whole library. */
  readonly stanceCounts: StanceCounts;
}

const POWELL = 'Jerome Powell';

const isAskedFor = ({ what }: NotKnownQuestion, { speaker }: Claim): boolean => what === 'Powell' && speaker === POWELL;

const coverFigures = ({ effects }: Pick<NotKnownAnswer, 'effects'>): readonly AnsweredFigure[] =>
  (['small', 'large'] as const).flatMap((company): readonly AnsweredFigure[] => {
    const { borrower, coverageBefore } = effects[company];
    return coverageBefore === undefined
      ? []
      : [
          {
            id: `${FIGURES_OF[company]}.coverage.before`,
            value: coverageBefore,
            unit: '×',
            label: `${borrower.name}, interest coverage before any move`,
            source: MODEL_NOTE,
          },
        ];
  });

/** Only what the answer states. */
const figuresOf = (answer: Omit<NotKnownAnswer, 'figures' | 'sources'>): readonly AnsweredFigure[] => {
  switch (answer.question.what) {
    case 'price':
    case 'data':
      return answer.live ? liveFigures(answer.live) : readingFigures(answer.reading);
    case 'forecast':
    case 'person':
      return stanceFigures(answer.stanceCounts);
    case 'coverage of the index':
      return coverFigures(answer);
    case 'Powell':
    case 'Bitcoin':
    case 'topic':
      return [];
  }
};

/** Answers that something is in neither the notes nor the data, with the nearest that is. */
export const answerNotKnown = (question: NotKnownQuestion, facts: Facts): NotKnownAnswer => {
  const reading = printedReading(facts);
  const live = liveReading(facts);
  const claims = facts.notes.claims.filter((claim) => isAskedFor(question, claim)).map((claim) => dated(claim, facts));
  const computed = {
    kind: 'not-known' as const,
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    claims,
    ...(reading && { reading }),
    ...(live && { live }),
    effects: effectsOf(facts.borrowers, basisPoints(0)),
    stanceCounts: stanceCounts(facts.notes.views),
    views: [],
  };
  const figures = figuresOf(computed);
  const rests = figures.some(({ source }) => source === 'the notes') ? facts.notes.notes.map(({ id }) => id) : [];
  return {
    ...computed,
    figures,
    sources: [
      ...new Set([
        ...claims.map(({ claim }) => claim.note.id),
        ...figures.map(({ source }) => source).filter((source) => source !== 'the notes'),
        ...rests,
      ]),
    ],
  };
};
