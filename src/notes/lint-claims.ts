import type { ClaimRecord, NoteFile } from './format.ts';
import type { CheckedFile, LintProblem } from './lint.ts';

type Fault = Pick<LintProblem, 'field' | 'wrong' | 'mend'>;

interface ClaimFault extends Fault {
  readonly claim: string;
}

const fault = (is: boolean, field: string, wrong: string, mend: string): readonly Fault[] =>
  is ? [{ field, wrong, mend }] : [];

const noteFaults = (note: NoteFile['note'], file: string): readonly Fault[] => [
  ...fault(!file.startsWith(note.id.slice(0, 3)), 'note.id', `is ${note.id} in ${file}`, 'name the file by the number'),
  ...fault(note.id.slice(4) !== note.date, 'note.id', `does not end in the note's date ${note.date}`, 'make them one'),
  ...fault(
    (note.dateBasis === 'inferred') !== (note.inferredFrom !== undefined),
    'note.inferredFrom',
    `does not go with a date that is ${note.dateBasis}`,
    'say from what an inferred date is inferred, and only then',
  ),
  ...fault(!note.summary.endsWith('.'), 'note.summary', 'ends without a full stop', 'add one'),
];

const idFaults = ({ id, figures }: ClaimRecord, number: string): readonly Fault[] =>
  [{ id, field: 'id' }, ...figures.map((figure, at) => ({ id: figure.id, field: `figures.${at}.id` }))].flatMap((one) =>
    fault(!one.id.startsWith(`${number}-`), one.field, `"${one.id}" is not of note ${number}`, `start it ${number}-`),
  );

const claimFaults = (claim: ClaimRecord, note: NoteFile['note']): readonly Fault[] => {
  const { paraphrase, short, topics, kind, speaker, firm, horizon, locator } = claim;
  return [
    ...idFaults(claim, note.id.slice(0, 3)),
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

/** Sections follow one another: the last claim of one stands above the first claim of the next. */
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
