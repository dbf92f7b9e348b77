import {
  type Answered,
  type AnsweredFigure,
  answeredFigure,
  answerIdOf,
  type Facts,
  findingsFor,
  type NotedFigure,
  notedFigures,
} from '../../facts/index.ts';
import {
  type ApparentConflict,
  apparentConflictsIn,
  type Conflict,
  conflictsIn,
  discountOf,
} from '../../record/index.ts';
import { type Percent, percent, utcDateOf } from '../../units.ts';
import type { ValuationQuestion } from './question.ts';

/** One multiple compared with another. */
type Comparison =
  /** Percent: 1 − the one ÷ the other. Negative where the one is the dearer. */
  | { readonly kind: 'discount'; readonly discount: Percent }
  /** Measured on different earnings, so that there is no discount. */
  | { readonly kind: 'unlike' }
  | { readonly kind: 'not-multiples' }
  | { readonly kind: 'not-in-notes' };

export interface ValuationAnswer extends Answered {
  readonly kind: 'valuation';
  readonly question: ValuationQuestion;
  readonly of?: NotedFigure;
  readonly against?: NotedFigure;
  readonly comparison: Comparison;
  /** Where another note gives another discount. */
  readonly conflict?: Conflict;
  /** Why the two do not in fact contradict one another. */
  readonly apparent?: ApparentConflict;
  /** Two multiples of one basis and note, to ask about instead or next. */
  readonly alike: readonly (readonly [NotedFigure, NotedFigure])[];
}

/** Two discounts are one when they differ by less than this, percent. */
const SAME = 1e-6;

const isMultiple = ({ figure, claim }: NotedFigure): boolean =>
  figure.unit === '×' && figure.value > 0 && claim.topics.includes('valuation');

const compared = (of: NotedFigure | undefined, against: NotedFigure | undefined): Comparison => {
  if (of === undefined || against === undefined) return { kind: 'not-in-notes' };
  if (!isMultiple(of) || !isMultiple(against)) return { kind: 'not-multiples' };
  return of.figure.basis === against.figure.basis
    ? { kind: 'discount', discount: discountOf(of.figure.value, against.figure.value) }
    : { kind: 'unlike' };
};

/** Two multiples of one note, one basis and one day, the lower first: those with one that was asked about, else any. */
const alikeIn = (all: Iterable<NotedFigure>, { of, against }: ValuationQuestion): ValuationAnswer['alike'] => {
  const multiples = [...all].filter(isMultiple).sort((one, other) => one.figure.value - other.figure.value);
  const asked = [of, against];
  const isAsked = ([one, other]: readonly [NotedFigure, NotedFigure]): boolean =>
    asked.includes(one.figure.id) || asked.includes(other.figure.id);
  const pairs = multiples.flatMap((one, at) =>
    multiples
      .slice(at + 1)
      .filter(
        (other) =>
          other.claim.note === one.claim.note &&
          other.figure.basis === one.figure.basis &&
          other.figure.asOf === one.figure.asOf &&
          !(asked.includes(one.figure.id) && asked.includes(other.figure.id)),
      )
      .map((other) => [one, other] as const),
  );
  return pairs.some(isAsked) ? pairs.filter(isAsked) : pairs;
};

/** The conflict in which this very discount is one side. */
const conflictOn = (discount: Percent, facts: Facts): Conflict | undefined => {
  const rests = new Set(
    findingsFor(facts)
      .all.filter(({ recomputed }) =>
        recomputed.some(({ unit, value }) => unit === '%' && Math.abs(value - discount) < SAME),
      )
      .map(({ id }) => id),
  );
  return conflictsIn(facts.notes, facts.record).find(({ finding }) => finding !== undefined && rests.has(finding));
};

/** @returns percent: how much dearer the dearer of two multiples is. @example premiumOf(18, 22) // 22.222222 */
const premiumOf = (one: number, other: number): Percent =>
  percent((Math.max(one, other) / Math.min(one, other) - 1) * 100);

const discountFigures = (of: NotedFigure, against: NotedFigure, discount: Percent): readonly AnsweredFigure[] => {
  const source = of.claim.note.id;
  const premium = premiumOf(of.figure.value, against.figure.value);
  return [
    { id: 'discount', value: discount, unit: '%', label: 'discount of the first multiple to the second', source },
    { id: 'premium', value: premium, unit: '%', label: 'premium of the dearer multiple to the cheaper', source },
  ];
};

/** Answers by how much one multiple lies below another, or why that cannot be said. */
export const answerValuation = (question: ValuationQuestion, facts: Facts): ValuationAnswer => {
  const known = notedFigures(facts);
  const [of, against] = [known.get(question.of), known.get(question.against)];
  const comparison = compared(of, against);
  const both = [of, against].filter((one) => one !== undefined);
  const conflict = comparison.kind === 'discount' ? conflictOn(comparison.discount, facts) : undefined;
  const apparent =
    comparison.kind === 'unlike'
      ? apparentConflictsIn(facts.notes).find(({ claims }) => both.every(({ claim }) => claims.includes(claim.id)))
      : undefined;
  const numbers = both.map(({ figure, claim }) => answeredFigure(figure, claim.note.id));
  const contradicting = conflict?.sides.flatMap((side) => side.claims) ?? [];
  const sources = [
    ...both.map(({ claim }) => claim.note.id),
    ...facts.notes.claims.filter(({ id }) => contradicting.includes(id)).map(({ note }) => note.id),
  ];
  return {
    kind: 'valuation',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    ...(of && { of }),
    ...(against && { against }),
    comparison,
    ...(conflict && { conflict }),
    ...(apparent && { apparent }),
    alike: alikeIn(known.values(), question),
    figures: [
      ...numbers.filter(({ id }, at) => numbers.findIndex((other) => other.id === id) === at),
      ...(comparison.kind === 'discount' && of && against ? discountFigures(of, against, comparison.discount) : []),
    ],
    views: [],
    sources: [...new Set(sources)],
  };
};
