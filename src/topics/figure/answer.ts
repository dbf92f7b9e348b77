import {
  type Answered,
  type AnsweredFigure,
  answeredFigure,
  answerIdOf,
  type Facts,
  figuresFrom,
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
  /** What the person takes the only figure to be, in its own unit, and whether the note prints that. */
  readonly claimed?: { readonly value: number; readonly agrees: boolean };
}

const FIGURES_A_PAGE = 6;

const MILLIONS_A_BILLION = 1_000;

const MOST_DECIMALS = 3;
const decimalsOf = (value: number): number => {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  // a third is no claim to the thousandth
  return decimals > MOST_DECIMALS ? 0 : decimals;
};

/** Whether two values are the same to the digits of the coarser one. */
const isSame = (one: number, other: number): boolean => {
  const scale = 10 ** Math.min(decimalsOf(one), decimalsOf(other));
  return Math.round(one * scale) === Math.round(other * scale);
};

/** The same in the unit of the model, so that it can be compared with what is computed. */
const inMillions = ({ id, value, label, source }: AnsweredFigure): AnsweredFigure =>
  figuresFrom(source)(`${id}.millions`, Math.round(value * MILLIONS_A_BILLION * 1_000) / 1_000, 'US$ m', label);

/** Figures as the notes print them, each with its basis, its day and what the record says of it. */
export const answerFigure = (question: FigureQuestion, facts: Facts): FigureAnswer => {
  const known = notedFigures(facts);
  const noted = pageOf(
    question.figures.flatMap((id) => known.get(id) ?? []),
    question.page,
    FIGURES_A_PAGE,
  );
  const [only, second] = noted.shown;
  const claimed =
    question.claimed !== undefined && only !== undefined && second === undefined
      ? { value: question.claimed, agrees: isSame(question.claimed, only.figure.value) }
      : undefined;
  return {
    kind: 'figure',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    noted,
    ...(claimed && { claimed }),
    figures: noted.shown.flatMap(({ figure, claim }) => [
      answeredFigure(figure, claim.note.id),
      ...(figure.unit === 'US$ bn' ? [inMillions(answeredFigure(figure, claim.note.id))] : []),
    ]),
    views: [],
    sources: [...new Set(noted.shown.map(({ claim }) => claim.note.id))],
  };
};
