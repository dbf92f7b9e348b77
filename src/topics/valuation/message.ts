import type { NotedFigure } from '../../facts/index.ts';
import {
  capitalized,
  change,
  day,
  fitHeading,
  type Line,
  type Message,
  noteDay,
  renderShortAnswer,
  SLACK_LIMITS,
  timesGiven,
  unbroken,
  unsignedChange,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { CHECK, noteNumberOf, paragraphOf, phraseText } from '../../wording/index.ts';
import type { ValuationAnswer } from './answer.ts';

/** `Russell 2000` of `Russell 2000, forward P/E`. */
const subjectOf = ({ figure }: NotedFigure): string => figure.label.split(',')[0] ?? figure.label;

/** `forward P/E` of `Russell 2000, forward P/E`; the basis where the label says no more. */
const measureOf = ({ figure }: NotedFigure): string => figure.label.split(', ')[1] ?? figure.basis;

const datedBy = ({ figure, claim }: NotedFigure): string => {
  if (figure.period !== undefined) return figure.period;
  return figure.asOf === undefined ? `note of ${noteDay(claim.note)}` : day(figure.asOf);
};

const placeOf = ({ claim }: NotedFigure): string =>
  `(${unbroken(`note ${claim.note.number}, ${paragraphOf(claim.locator)}`)})`;

/** How it is measured, its date, who says so, and where in the note. */
const basisOf = (noted: NotedFigure): string => {
  const { figure } = noted;
  const credited = figure.creditedTo ? `, credited to ${figure.creditedTo}` : '';
  return `${figure.basis}, ${datedBy(noted)}${credited} ${placeOf(noted)}`;
};

/** One line for both where they share their basis and their paragraph. */
const basisLines = (both: readonly NotedFigure[]): readonly Line[] => {
  const [one, other] = both;
  if (one && other && basisOf(one) === basisOf(other)) return [{ label: 'Basis', words: `Both ${basisOf(one)}` }];
  return both.map((noted) => ({
    label: 'Basis',
    words: `${subjectOf(noted)} ${noted.figure.printed}: ${basisOf(noted)}`,
  }));
};

/** The discount that another note gives for the same two. */
const conflictLine = ({ of, conflict }: ValuationAnswer): readonly Line[] => {
  const other = conflict?.sides.find(({ claims }) => of !== undefined && !claims.includes(of.claim.id));
  if (conflict === undefined || other === undefined) return [];
  const basis = other.basis ? ` (${phraseText(other.basis)})` : '';
  return [
    {
      label: 'Conflict',
      words: `Note ${noteNumberOf(other.claims[0] ?? '')} has it ${phraseText(other.says)}${basis}${conflict.supports === undefined ? '; the record cannot settle it' : ''}`,
    },
  ];
};

const title = ({ of, against, comparison }: ValuationAnswer): string => {
  if (of === undefined || against === undefined) return 'Not in the notes: one of the two multiples';
  const [one, other] = [timesGiven(of.figure.value), timesGiven(against.figure.value)];
  switch (comparison.kind) {
    case 'discount': {
      const { discount } = comparison;
      const where = discount === 0 ? 'level with' : `${unsignedChange(discount)} ${discount > 0 ? 'below' : 'above'}`;
      return fitHeading(
        `${subjectOf(of)} at ${one} ${measureOf(of)}: ${where} the ${subjectOf(against)}'s ${other}`,
        `${one} is ${where} ${other}`,
      );
    }
    case 'unlike':
      return fitHeading(
        `Not comparable: ${subjectOf(of)} at ${one} ${of.figure.basis}, ${subjectOf(against)} at ${other} ${against.figure.basis}`,
        'Not comparable: the two multiples rest on different earnings',
      );
    default:
      return 'No discount: those two are not both price multiples';
  }
};

const linesOf = (answer: ValuationAnswer): readonly Line[] => {
  const { of, against, comparison, apparent } = answer;
  const bases = basisLines([of, against].filter((one) => one !== undefined));
  if (comparison.kind === 'unlike') {
    const why = apparent
      ? capitalized(phraseText(apparent.why))
      : 'Past and forecast earnings are not alike: set beside one another they give no discount';
    return [...bases, { label: 'Why', words: why }];
  }
  if (comparison.kind !== 'discount' || of === undefined || against === undefined) return bases;
  const { discount } = comparison;
  const [one, other] = [of.figure.value, against.figure.value];
  const sum = `1 − ${one} ÷ ${other} = ${discount < 0 ? change(discount) : unsignedChange(discount)}`;
  const [low, high] = one < other ? [one, other] : [other, one];
  const premium = `${high} ÷ ${low} − 1 is a premium of ${unsignedChange((high / low - 1) * 100)}`;
  const isOneNote = of.claim.note === against.claim.note;
  return [
    { label: 'Sum', words: discount === 0 ? sum : `${sum}; the other way, ${premium}` },
    ...bases,
    ...(isOneNote
      ? []
      : [{ label: 'Catch', words: 'Two notes, two days: the gap is not one of a single day' } as const]),
    ...conflictLine(answer),
  ];
};

const MOST_PAIRS = 3;

const offers = ({ alike, conflict }: ValuationAnswer): readonly Offer[] => [
  ...alike
    .slice(0, MOST_PAIRS)
    .map(
      ([one, other]): Offer => ({
        label:
          `${subjectOf(one)} ${timesGiven(one.figure.value)} v ${subjectOf(other)} ${timesGiven(other.figure.value)}`.slice(
            0,
            SLACK_LIMITS.buttonText,
          ),
        question: { kind: 'valuation', of: one.figure.id, against: other.figure.id },
        accessibilityLabel: `${subjectOf(one)} against ${subjectOf(other)}`,
      }),
    ),
  conflict ? { label: 'The conflict', question: { kind: 'conflicts', conflicts: [conflict.id] } } : CHECK,
];

/** One multiple against another: the discount, the sum, the bases, and who says otherwise. */
export const renderValuation = (answer: ValuationAnswer): Message => {
  const notes = answer.sources.map(noteNumberOf);
  return renderShortAnswer({
    heading: title(answer),
    lines: linesOf(answer),
    offers: offers(answer),
    source: [
      notes.length === 0
        ? 'The five notes'
        : `As printed in ${notes.length === 1 ? 'note' : 'notes'} ${notes.join(' and ')}`,
    ],
    id: answer.id,
  });
};
