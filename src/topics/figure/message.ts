import {
  askButton,
  buttonRow,
  context,
  day,
  escaped,
  header,
  listed,
  type Message,
  noteDay,
  screenReaderText,
  section,
  unbroken,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { nextPageOffer, pageLabel, paragraphOf, phraseText, VERDICT_LABEL } from '../../wording/index.ts';
import type { FigureAnswer } from './answer.ts';

type Noted = FigureAnswer['noted']['shown'][number];

/** As the note prints it; months that stand for years keep the note's own words. */
const printed = ({ figure }: Noted): string => figure.printed;

const UNDATED: Record<NonNullable<Noted['figure']['undated']>, string> = {
  example: 'no date: part of an example',
  'not given': 'no date given',
  'figure of speech': 'no date',
};

const dayOf = ({ figure, claim }: Noted): string => {
  const { asOf, period, undated } = figure;
  if (period !== undefined) return period;
  if (undated !== undefined) return UNDATED[undated];
  return asOf === undefined || asOf === claim.note.date ? `when written, ${noteDay(claim.note)}` : day(asOf);
};

const basisOf = (noted: Noted): string => {
  const { figure, claim } = noted;
  const { basis, creditedTo } = figure;
  return [
    basis,
    dayOf(noted),
    ...(creditedTo ? [`credited to ${creditedTo}`] : []),
    unbroken(`note ${claim.note.number}, ${paragraphOf(claim.locator)}`),
  ].join(' · ');
};

const recordOf = ({ finding }: Noted): string | undefined =>
  finding &&
  `${VERDICT_LABEL[finding.verdict]}${finding.verdict === 'differs' ? ' from ' : ': '}${phraseText(finding.record)}`;

const inUnit = (value: number, unit: string): string => {
  const amount = String(Number(value.toFixed(2)));
  if (unit === '%') return `${amount}%`;
  if (unit === '×') return `${amount}x`;
  return unit === 'US$ tn' ? `$${amount} trillion` : amount;
};

/** `50% agrees with the note, which prints about half`. */
const claimOf = ({ claimed, noted }: FigureAnswer): string | undefined => {
  const [only] = noted.shown;
  if (claimed === undefined || only === undefined) return undefined;
  const said = inUnit(claimed.value, only.figure.unit);
  return claimed.agrees
    ? `${said} agrees with the note, which prints ${printed(only)}`
    : `${said} is not what the note prints: ${printed(only)}`;
};

const title = ({ noted }: FigureAnswer): string => {
  const [only] = noted.shown;
  if (only === undefined) return 'Not in the notes: that figure';
  return noted.total === 1 ? `${only.figure.label}: ${printed(only)}` : `${noted.total} figures in the notes`;
};

const offers = ({ question, noted }: FigureAnswer): readonly Offer[] => {
  const notes = [...new Set(noted.shown.map(({ claim }) => claim.note.number))];
  return [
    ...nextPageOffer(noted, question),
    ...notes.slice(0, 2).map((note): Offer => ({ label: `Check note ${note}`, question: { kind: 'check', note } })),
  ];
};

/** Figures as the notes print them: value, basis, day, place, and what the record says. */
export const renderFigures = (answer: FigureAnswer): Message => {
  const { noted } = answer;
  const isOnly = noted.total === 1;
  const heading = title(answer);
  const rows = noted.shown.map((one) => ({
    head: isOnly ? undefined : `*${escaped(printed(one))}*  ${escaped(one.figure.label)}`,
    spokenHead: isOnly ? '' : `${one.figure.label}: ${printed(one)}, `,
    basis: basisOf(one),
    record: recordOf(one),
  }));
  const claim = claimOf(answer);
  const numbers = [...new Set(noted.shown.map(({ claim }) => claim.note.number))];
  const source = [
    `As printed in ${numbers.length === 1 ? 'note' : 'notes'} ${listed(numbers)}`,
    ...pageLabel(noted),
    'Not investment advice',
    `Answer ${answer.id}`,
  ];
  const buttons = offers(answer);
  return {
    text: screenReaderText(
      escaped(
        [
          `${heading}.`,
          ...(claim ? [`${claim}.`] : []),
          ...rows.map(
            ({ spokenHead, basis, record }) =>
              `${spokenHead}${basis.replaceAll(' · ', ', ')}.${record ? ` ${record}${/[.]$/.test(record) ? '' : '.'}` : ''}`,
          ),
          `${source.join('. ')}.`,
        ].join(' '),
      ),
    ),
    blocks: [
      header(heading),
      ...(claim ? [section(escaped(claim))] : []),
      ...rows.map(({ head, basis, record }) =>
        section([...(head ? [head] : []), escaped(basis), ...(record ? [escaped(record)] : [])].join('\n')),
      ),
      ...buttonRow(buttons.map(askButton)),
      context(escaped(source.join(' · '))),
    ],
  };
};
