import type { ClaimRecord, Figure, NoteFile } from './format.ts';
import { noteNumberOf } from './format.ts';

/** A note's file that the schema has passed, with the name it is read under. */
export interface CheckedFile extends NoteFile {
  readonly name: string;
}

/** One thing that is wrong with a note's file. */
export interface LintProblem {
  readonly file: string;
  /** Id of the claim, where it lies in one. */
  readonly claim?: string;
  /** The field as a path inside the claim or the note: `figures.1.asOf`. */
  readonly field: string;
  readonly wrong: string;
  /** What to do about it, as an order. */
  readonly mend: string;
}

type Fault = Pick<LintProblem, 'field' | 'wrong' | 'mend'>;

interface ClaimFault extends Fault {
  readonly claim: string;
}

const fault = (is: boolean, field: string, wrong: string, mend: string): readonly Fault[] =>
  is ? [{ field, wrong, mend }] : [];

const noteFaults = (note: NoteFile['note'], file: string): readonly Fault[] => [
  ...fault(
    !file.startsWith(noteNumberOf(note.id)),
    'note.id',
    `is ${note.id} in ${file}`,
    'name the file by the number',
  ),
  ...fault(note.id.slice(4) !== note.date, 'note.id', `does not end in the note's date ${note.date}`, 'make them one'),
  ...fault(
    (note.dateBasis === 'inferred') !== (note.inferredFrom !== undefined),
    'note.inferredFrom',
    `does not go with a date that is ${note.dateBasis}`,
    'say from what an inferred date is inferred, and only then',
  ),
  ...fault(
    note.summary?.endsWith('.') !== true,
    'note.summary',
    note.summary === undefined ? 'is missing' : 'ends without a full stop',
    'add one',
  ),
];

const idFaults = ({ id, figures }: ClaimRecord, number: string): readonly Fault[] =>
  [{ id, field: 'id' }, ...figures.map((figure, at) => ({ id: figure.id, field: `figures.${at}.id` }))].flatMap((one) =>
    fault(!one.id.startsWith(`${number}-`), one.field, `"${one.id}" is not of note ${number}`, `start it ${number}-`),
  );

const claimFaults = (claim: ClaimRecord, note: NoteFile['note']): readonly Fault[] => {
  const { paraphrase, short, topics, kind, speaker, firm, horizon, locator } = claim;
  return [
    ...idFaults(claim, noteNumberOf(note.id)),
    ...fault(!paraphrase.endsWith('.'), 'paraphrase', 'ends without a full stop', 'add one'),
    ...fault(short?.endsWith('.') === true, 'short', 'ends with a full stop', 'take it away'),
    ...fault(new Set(topics).size < topics.length, 'topics', 'names a topic twice', 'name it once'),
    ...fault(kind === 'mention' && speaker === undefined, 'speaker', 'is missing', 'say who is mentioned'),
    ...fault(
      speaker !== undefined && speaker === note.author.name && firm !== note.publisher,
      'firm',
      `"${firm}" is not the publisher, for whom the note's author speaks`,
      `make it "${note.publisher}"`,
    ),
    ...fault(
      horizon?.ends !== undefined && horizon.ends <= note.date,
      'horizon.ends',
      `${horizon?.ends} had passed when the note was written`,
      'correct it',
    ),
    ...fault(
      locator.through !== undefined && locator.through <= locator.paragraph,
      'locator.through',
      `${locator.through} does not come after paragraph ${locator.paragraph}`,
      'name the last paragraph, or leave it out where there is one',
    ),
  ];
};

interface Section {
  readonly heading: string;
  /** Its claims from the top of the note to its end. */
  readonly claims: readonly ClaimRecord[];
}

const byParagraph = (one: ClaimRecord, other: ClaimRecord): number => one.locator.paragraph - other.locator.paragraph;

const sectionsOf = (claims: readonly ClaimRecord[]): readonly Section[] =>
  [...Map.groupBy([...claims].sort(byParagraph), ({ locator }) => locator.heading)].flatMap(([heading, own]) =>
    heading === undefined ? [] : [{ heading, claims: own }],
  );

/** Sections follow one another: the last claim of one comes before the first claim of the next. */
const overlapFaults = (sections: readonly Section[]): readonly ClaimFault[] =>
  sections.flatMap((section, at) => {
    const last = sections[at - 1]?.claims.at(-1);
    const first = section.claims[0];
    if (first === undefined || last === undefined || last.locator.paragraph < first.locator.paragraph) return [];
    const { id, locator } = last;
    return [
      {
        claim: first.id,
        field: 'locator.heading',
        wrong: `"${section.heading}" has begun at paragraph ${first.locator.paragraph}, and ${id} still puts paragraph ${locator.paragraph} under "${locator.heading}"`,
        mend: 'correct the heading or the paragraph of one of the two',
      },
    ];
  });

/** A note with headings has them on all its claims but those above its first one. */
const headlessFaults = (claims: readonly ClaimRecord[], top: number): readonly ClaimFault[] =>
  claims
    .filter(({ locator }) => locator.heading === undefined && locator.paragraph >= top)
    .map(({ id }) => ({
      claim: id,
      field: 'locator.heading',
      wrong: `is missing, though a heading stands above paragraph ${top} already`,
      mend: 'give it as printed',
    }));

const headingFaults = (claims: readonly ClaimRecord[]): readonly ClaimFault[] => {
  const sections = sectionsOf(claims);
  const top = sections[0]?.claims[0]?.locator.paragraph;
  return top === undefined ? [] : [...headlessFaults(claims, top), ...overlapFaults(sections)];
};

/** What a note's file must hold beyond its schema: ids, full stops, places, and who speaks for whom. */
export const claimProblems = ({ name, note, claims }: CheckedFile): readonly LintProblem[] => [
  ...noteFaults(note, name).map((one) => ({ file: name, ...one })),
  ...claims.flatMap((claim) => claimFaults(claim, note).map((one) => ({ file: name, claim: claim.id, ...one }))),
  ...headingFaults(claims).map((one) => ({ file: name, ...one })),
];

/** The numbers in a figure as printed: `1 160.9 million` is 1160.9, `12-24 months` is 12 and 24, `about half` is none. */
const numbersIn = (printed: string): readonly number[] =>
  (printed.match(/\d+(?:[ ,\u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?/g) ?? []).map((number) =>
    Number(number.replace(/[^\d.]/g, '')),
  );

const MONTHS_A_YEAR = 12;

/** True where the value is one of the printed numbers; a span printed in years may be stored in months. */
const isAsPrinted = ({ value, unit, printed }: Figure): boolean => {
  const numbers = numbersIn(printed);
  const years = unit === 'months' && /year/.test(printed) ? numbers.map((number) => number * MONTHS_A_YEAR) : [];
  return numbers.length === 0 || [...numbers, ...years].includes(Math.abs(value));
};

/**
 * A figure without a date misleads as soon as it is a year old. So each has a day (the note's own for "now" and "today"),
 * or a period in words; or it says why it has neither, and then it has neither.
 */
const dateFault = (
  { asOf, period, undated }: Figure,
  written: string,
): Pick<LintProblem, 'wrong' | 'mend'> | undefined => {
  const isDated = asOf !== undefined || period !== undefined;
  if (!isDated && undated === undefined) {
    return { wrong: 'has no date', mend: `give asOf (${written} for "now"), a period in words, or why it is undated` };
  }
  if (isDated && undated !== undefined) return { wrong: 'is dated and called undated', mend: 'drop undated' };
  if (asOf !== undefined && asOf > written) {
    return { wrong: `speaks of ${asOf}, after the note of ${written}`, mend: 'correct asOf, or say a period' };
  }
  return undefined;
};

/** Every figure dated, and its value the one it prints. */
export const figureProblems = ({ name, note, claims }: CheckedFile): readonly LintProblem[] =>
  claims.flatMap(({ id: claim, figures }) =>
    figures.flatMap((figure, at) => {
      const fault = dateFault(figure, note.date);
      const { value, unit, printed } = figure;
      return [
        ...(fault ? [{ file: name, claim, field: `figures.${at} (${figure.id})`, ...fault }] : []),
        ...(isAsPrinted(figure)
          ? []
          : [
              {
                file: name,
                claim,
                field: `figures.${at} (${figure.id}).value`,
                wrong: `${value} ${unit} is not the printed "${printed}"`,
                mend: 'correct the one that is wrong',
              },
            ]),
      ];
    }),
  );
