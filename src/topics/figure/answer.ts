import {
  type Answered,
  type AnsweredFigure,
  answeredFigure,
  answerIdOf,
  type Facts,
  type NotedFigure,
  notedFigures,
  type Page,
  pageOf,
} from '../../facts/index.ts';
import { utcDateOf } from '../../units.ts';
import type { FigureQuestion } from './question.ts';

export interface FigureAnswer extends Answered {
  readonly kind: 'figure';
  readonly question: FigureQuestion;
  readonly noted: Page<NotedFigure>;
}

const FIGURES_A_PAGE = 6;

const MILLIONS_A_BILLION = 1_000;

/** The same in the unit of the model, so that it can be compared with what is computed. */
const inMillions = ({ id, value, label, source }: AnsweredFigure): AnsweredFigure => ({
  id: `${id}.millions`,
  value: Math.round(value * MILLIONS_A_BILLION * 1_000) / 1_000,
  unit: 'US$ m',
  label,
  source,
});

/** Figures as the notes print them, each with its basis, its day and what the record says of it. */
export const answerFigure = (question: FigureQuestion, facts: Facts): FigureAnswer => {
  const known = notedFigures(facts);
  const noted = pageOf(
    question.figures.flatMap((id) => known.get(id) ?? []),
    question.page,
    FIGURES_A_PAGE,
  );
  return {
    kind: 'figure',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    noted,
    figures: noted.shown.flatMap(({ figure, claim }) => [
      answeredFigure(figure, claim.note.id),
      ...(figure.unit === 'US$ bn' ? [inMillions(answeredFigure(figure, claim.note.id))] : []),
    ]),
    views: [],
    sources: [...new Set(noted.shown.map(({ claim }) => claim.note.id))],
  };
};
