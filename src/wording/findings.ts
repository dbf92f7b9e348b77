import {
  basisPointsOf,
  capitalized,
  change,
  day,
  dollars,
  dollarsGiven,
  escaped,
  levelGiven,
  NBSP,
  percentOf,
  pointsOf,
  ratioGiven,
  sentence,
  share,
  timesGiven,
  unbroken,
} from '../message/index.ts';
import { noteNumberOf } from '../notes/index.ts';
import type { Finding, Phrase, PhraseValue } from '../record/index.ts';

/** Three years and more are told in years. */
const LEAST_IN_YEARS = 36;
const MONTHS_A_YEAR = 12;

type Given = Extract<PhraseValue, { readonly as: 'given' }>;

/** A note's own number, with the decimals it has. */
const writtenGiven = ({ value, unit }: Given): string => {
  switch (unit) {
    case '%':
      return share(value);
    case 'bp':
      return basisPointsOf(value);
    case '×':
      return timesGiven(value);
    case 'US$ m':
      return dollarsGiven(value);
    case 'US$ bn':
      return `$${value}bn`;
    case 'US$ tn':
      return `$${value}tn`;
    case 'index points':
      return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
    case 'months':
      return value >= LEAST_IN_YEARS && value % MONTHS_A_YEAR === 0
        ? `${value / MONTHS_A_YEAR}${NBSP}years`
        : `${value}${NBSP}${value === 1 ? 'month' : 'months'}`;
    case 'ratio':
    case 'count':
      return String(value);
  }
};

const writtenMeasure = (measured: PhraseValue): string => {
  switch (measured.as) {
    case 'given':
      return writtenGiven(measured);
    case 'ratio':
      return ratioGiven(measured.value);
    case 'change':
      return change(measured.value);
    case 'percent':
      return percentOf(measured.value);
    case 'points':
      return `${pointsOf(measured.value)} points`;
    case 'range':
      return `${measured.lower.toFixed(2)}–${measured.upper.toFixed(2)}%`;
    case 'level':
      return levelGiven(measured.value);
    case 'US$ m':
      return dollars(measured.value);
    case 'US$ tn':
      return `$${measured.value.toFixed(3)}tn`;
    case 'bp':
      return basisPointsOf(measured.value);
    case 'count':
      return measured.value.toLocaleString('en-US');
    case 'year':
      return String(measured.value);
    case 'day':
      return day(measured.on);
  }
};

/** The sentence with its numbers rounded, once, and written as they are everywhere. Not escaped. */
export const phraseText = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === 'string' ? part : writtenMeasure(part))).join('');

export const VERDICT_LABEL: Record<Finding['verdict'], string> = {
  disagrees: 'Wrong',
  conflicts: 'Conflict',
  differs: 'Differs',
  loose: 'Loose',
  rounding: 'Rounding',
  agrees: 'Agrees',
  'cannot be checked': 'Open',
};

const numberOf = ({ note }: Finding): string => unbroken(`Note ${noteNumberOf(note)}`);

/** What stands beside a note's words: the record by its name; another note is none. */
const besideNote = ({ verdict, record }: Finding): string => {
  const isRecord = verdict !== 'conflicts' && verdict !== 'differs' && verdict !== 'cannot be checked';
  return isRecord ? `Record: ${phraseText(record)}` : capitalized(phraseText(record));
};

/** `Note 002: 0.6. Record: 0.526 (1,974.86 ÷ 3,756.07).` */
const compared = (finding: Finding, withNumber: boolean): string => {
  const { said } = finding;
  const head = withNumber ? numberOf(finding) : 'Note';
  return `${head}: ${sentence(phraseText(said))} ${sentence(besideNote(finding))}`;
};

/** A finding in two or three lines: what it is about, what note and record say, and what follows. */
export const findingLines = (finding: Finding, withNumber: boolean): readonly string[] => [
  compared(finding, withNumber),
  ...(finding.consequence ? [sentence(phraseText(finding.consequence))] : []),
];

/** The same as mrkdwn. */
export const findingMrkdwn = (finding: Finding, withNumber: boolean): string =>
  [
    `*${VERDICT_LABEL[finding.verdict]}*  ${escaped(finding.subject)}`,
    ...findingLines(finding, withNumber).map(escaped),
  ].join('\n');

/** The same as one sentence, for the top-level text. */
export const findingWords = (finding: Finding, withNumber: boolean): string =>
  `${VERDICT_LABEL[finding.verdict]}, ${finding.subject}: ${findingLines(finding, withNumber).join(' ')}`;

/** One line, for collapsed findings: `Ratio on the eve of July 2024: 0.36, record 0.364 …`. */
export const foldedMrkdwn = (finding: Finding, withNumber: boolean): string => {
  const { said, subject } = finding;
  const about = `${withNumber ? `${numberOf(finding)}, ` : ''}${subject}: ${phraseText(said)}`;
  return escaped(`${about}. ${sentence(besideNote(finding))}`);
};
