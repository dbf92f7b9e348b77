import { distance } from 'fastest-levenshtein';
import type { ClaimRecord } from './format.ts';
import type { CheckedFile, LintProblem } from './lint-claims.ts';

/**
 * One spelling for what typesetting spells in several ways: straight quotes, plain hyphens and single spaces, so that
 * a note's print and the library's can be compared.
 */
export const normalizeTypography = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”‟]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** A name, and where it is in a file. */
interface Place {
  readonly file: string;
  readonly claim?: string;
  readonly field: string;
  readonly name: string;
}

interface ClaimPlace extends Place {
  readonly claim: string;
  readonly record: ClaimRecord;
}

const claimPlaces = (files: readonly CheckedFile[], field: 'speaker' | 'firm' | 'firmShort'): readonly ClaimPlace[] =>
  files.flatMap(({ name: file, claims }) =>
    claims.flatMap((record) => {
      const name = record[field];
      return name === undefined ? [] : [{ file, claim: record.id, field, name, record }];
    }),
  );

const people = (files: readonly CheckedFile[]): readonly Place[] => [
  ...files.flatMap(({ name: file, note: { author } }) =>
    author.name === undefined ? [] : [{ file, field: 'note.author.name', name: author.name }],
  ),
  ...claimPlaces(files, 'speaker'),
];

const firms = (files: readonly CheckedFile[]): readonly Place[] => [
  ...files.map(({ name: file, note }) => ({ file, field: 'note.publisher', name: note.publisher })),
  ...claimPlaces(files, 'firm'),
];

const lettersAndDigits = (name: string): string =>
  normalizeTypography(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Letters that may differ before two names are two: one in five, at most two; so UBS and RBC are two firms. */
const isAlmost = (one: string, other: string): boolean => {
  const [first, second] = [lettersAndDigits(one), lettersAndDigits(other)];
  return distance(first, second) <= Math.min(2, Math.floor(Math.min(first.length, second.length) / 5));
};

/** `Tunkel` and `I. Tunkel` are short for `Irene Tunkel`: the same last word after fewer words or an initial. */
const isShortFor = (one: string, other: string): boolean => {
  const [short, long] = [one.split(' '), other.split(' ')];
  if (short.at(-1) !== long.at(-1)) return false;
  const [, initial] = /^(\p{L})\.?$/u.exec(short[0] ?? '') ?? [];
  return short.length < long.length || (initial !== undefined && long[0]?.startsWith(initial) === true);
};

const isOnePerson = (one: string, other: string): boolean =>
  isAlmost(one, other) || isShortFor(one, other) || isShortFor(other, one);

/** The first place of each name, in order: the first spelling is taken as the right one. */
const firstPlaces = (places: readonly Place[]): readonly Place[] => {
  const first = new Map<string, Place>();
  for (const place of places) if (!first.has(place.name)) first.set(place.name, place);
  return [...first.values()];
};

const similarNameProblems = (
  places: readonly Place[],
  isSame: (one: string, other: string) => boolean,
): readonly LintProblem[] => {
  const names = firstPlaces(places);
  return names.flatMap(({ name, ...place }, at) =>
    names
      .slice(0, at)
      .filter((earlier) => isSame(earlier.name, name))
      .map((earlier) => ({
        ...place,
        wrong: `"${name}" is almost "${earlier.name}" in ${earlier.file}`,
        mend: 'spell it one way, or tell the two apart by their full names',
      })),
  );
};

/** Where records that share one thing, such as the speaker, differ in another, such as the firm. */
const differingFieldProblems = (
  files: readonly CheckedFile[],
  by: 'speaker' | 'firm' | 'firmShort',
  field: 'firm' | 'firmShort' | 'role',
): readonly LintProblem[] => {
  const known = new Map<string, ClaimRecord>();
  return claimPlaces(files, by).flatMap(({ file, claim, name, record }) => {
    const first = known.get(name);
    if (first === undefined) known.set(name, record);
    if (first === undefined || first[field] === record[field]) return [];
    return [
      {
        file,
        claim,
        field,
        wrong: `"${name}" has ${field} "${record[field] ?? ''}" here and "${first[field] ?? ''}" in ${first.id}`,
        mend: 'give the same everywhere',
      },
    ];
  });
};

/** Every person and firm spelled one way, each person at one firm and in one role, each firm with one short form of its own. */
export const nameProblems = (files: readonly CheckedFile[]): readonly LintProblem[] => [
  ...similarNameProblems(people(files), isOnePerson),
  ...similarNameProblems(firms(files), isAlmost),
  ...similarNameProblems(claimPlaces(files, 'firmShort'), isAlmost),
  ...differingFieldProblems(files, 'speaker', 'firm'),
  ...differingFieldProblems(files, 'speaker', 'role'),
  ...differingFieldProblems(files, 'firm', 'firmShort'),
  ...differingFieldProblems(files, 'firmShort', 'firm'),
];

/** Every name and title in the library that a paraphrase may print: people with their last names, firms, roles, titles, headings. */
export const properNamesIn = (files: readonly CheckedFile[]): readonly string[] => {
  const lastNames = people(files).flatMap(({ name }) => name.split(' ').slice(1).at(-1) ?? []);
  const roles = claimPlaces(files, 'speaker').flatMap(({ record }) => record.role?.split(/[,;]/)[0] ?? []);
  return [
    ...[...people(files), ...firms(files), ...claimPlaces(files, 'firmShort')].map(({ name }) => name),
    ...lastNames,
    ...roles.filter((role) => role.includes(' ')),
    ...files.flatMap(({ note, claims }) => [note.title, ...claims.flatMap(({ locator }) => locator.heading ?? [])]),
  ];
};
