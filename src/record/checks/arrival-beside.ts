import type { Claim, Figure, Library } from '../../notes/index.ts';
import type { ArrivedStatement } from '../check.ts';
import { dayValue, givenValue, phrase } from '../phrase.ts';

/** Figures of a team's note beside those of other notes, by the words that tell what is measured. */

const SMALL = new Set(
  'the a an of in on to and or for with at by from is are was were that this its their as per than about roughly around nearly almost more less'.split(
    ' ',
  ),
);
/** A company of the worked example stands for its index. */
const SAME_THING: readonly (readonly [name: RegExp, word: string])[] = [
  [/\bsmallcap industries\b|\brussell(?: 2000)?\b|\bsmall(?:er)?[- ](?:caps?|firms?|companies)\b/g, 'smallcap'],
  [/\blargecap corporation\b|s&p(?: 500)?|\blarge[- ]caps?\b/g, 'largecap'],
];
const named = (text: string): string =>
  SAME_THING.reduce((words, [name, word]) => words.replace(name, word), text.toLowerCase());

const wordsOf = (text: string): readonly string[] =>
  (named(text).match(/[\p{L}\p{N}&]+/gu) ?? [])
    .filter((word) => word.length > 1 && !SMALL.has(word))
    .map((word) => word.replace(/(?:s|ing)$/, ''));

/** A figure with its claim, and the words of its label. */
export interface Printed {
  readonly claim: Claim;
  readonly figure: Figure;
  readonly words: readonly string[];
}

/** Every figure of a library by the words of its label. */
export const labelled = ({ claims }: Library): ReadonlyMap<string, readonly Printed[]> => {
  const index = new Map<string, Printed[]>();
  for (const claim of claims) {
    for (const figure of claim.figures) {
      const one: Printed = { claim, figure, words: [...new Set(wordsOf(figure.label))] };
      for (const word of one.words) {
        const some = index.get(word);
        if (some === undefined) index.set(word, [one]);
        else some.push(one);
      }
    }
  }
  return index;
};

const LEAST_SHARED = 3;
const SAME_LABEL = 0.75;
/** Apart by more than this, two figures of one thing are at odds; percent of the larger. */
const AT_ODDS = 5;
/** A word that so many labels have tells nothing apart. */
const MOST_LABELLED = 60;

const otherFigure = (
  claim: Claim,
  figure: Figure,
  labels: ReadonlyMap<string, readonly Printed[]>,
): Printed | undefined => {
  const own = new Set(wordsOf(`${figure.label} ${claim.paraphrase}`));
  const near = new Set(
    [...own].flatMap((word) => {
      const some = labels.get(word) ?? [];
      return some.length <= MOST_LABELLED ? some : [];
    }),
  );
  const same = [...near].filter(({ claim: other, figure: theirs, words }) => {
    const shared = words.filter((word) => own.has(word)).length;
    return (
      other.note.id !== claim.note.id &&
      theirs.unit === figure.unit &&
      shared >= LEAST_SHARED &&
      shared / words.length >= SAME_LABEL
    );
  });
  const isAtOdds = ({ figure: theirs }: Printed): boolean =>
    (Math.abs(theirs.value - figure.value) / Math.max(Math.abs(theirs.value), Math.abs(figure.value), 1e-9)) * 100 >
    AT_ODDS;
  return same.filter(isAtOdds).sort((one, other) => other.claim.note.date.localeCompare(one.claim.note.date))[0];
};

/** Another note's figure of the same thing, where the two are at odds. */
export const conflict = (
  claim: Claim,
  figure: Figure,
  at: number,
  labels: ReadonlyMap<string, readonly Printed[]>,
): ArrivedStatement | undefined => {
  const other = otherFigure(claim, figure, labels);
  if (other === undefined) return undefined;
  const { number, date } = other.claim.note;
  return {
    ...{ name: `beside-${at}`, figures: [figure], subject: figure.label, said: phrase`${givenValue(figure)}` },
    verdict: 'conflicts',
    record: [`note ${number} has `, givenValue(other.figure), ` for “${other.figure.label}” (`, dayValue(date), ').'],
    flag: [`note ${number}: `, givenValue(other.figure)],
    other,
  };
};
