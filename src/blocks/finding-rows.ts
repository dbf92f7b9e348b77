import type { CheckAnswer } from '../answers/index.ts';
import { written } from './phrases.ts';
import { capitalized, escaped, sentence, unbroken } from './wording.ts';

type Finding = CheckAnswer['folded'][number];

export const VERDICT_LABEL: Record<Finding['verdict'], string> = {
  disagrees: 'Wrong',
  conflicts: 'Conflict',
  loose: 'Loose',
  agrees: 'Agrees',
  'cannot be checked': 'Open',
};

const numberOf = ({ note }: Finding): string => unbroken(`Note ${note.slice(0, 3)}`);

/** `Note 002: 0.6. Record: 0.526 (1,974.86 ÷ 3,756.07).` */
const compared = (finding: Finding, withNumber: boolean): string => {
  const { verdict, said, record } = finding;
  const head = withNumber ? numberOf(finding) : 'Note';
  const beside = verdict === 'cannot be checked' ? capitalized(written(record)) : `Record: ${written(record)}`;
  return `${head}: ${sentence(written(said))} ${sentence(beside)}`;
};

/** A finding in two or three lines: what it is about, what note and record say, and what follows. */
export const findingLines = (finding: Finding, withNumber: boolean): readonly string[] => [
  compared(finding, withNumber),
  ...(finding.consequence ? [sentence(written(finding.consequence))] : []),
];

/** The same as mrkdwn. */
export const findingMrkdwn = (finding: Finding, withNumber: boolean): string =>
  [
    `*${VERDICT_LABEL[finding.verdict]}*  ${escaped(finding.subject)}`,
    ...findingLines(finding, withNumber).map(escaped),
  ].join('\n');

/** The same as one spoken sentence. */
export const findingWords = (finding: Finding, withNumber: boolean): string =>
  `${VERDICT_LABEL[finding.verdict]}, ${finding.subject}: ${findingLines(finding, withNumber).join(' ')}`;

/** One line, for what is folded: `Ratio on the eve of July 2024: 0.36, record 0.364 …`. */
export const foldedMrkdwn = (finding: Finding, withNumber: boolean): string => {
  const { verdict, said, record, subject } = finding;
  const about = `${withNumber ? `${numberOf(finding)}, ` : ''}${subject}: ${written(said)}`;
  return verdict === 'agrees'
    ? escaped(`${about}. Record: ${sentence(written(record))}`)
    : escaped(`${about}. ${sentence(capitalized(written(record)))}`);
};
