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

/** What is counted, each kind by the words that tell one basis from another. */
const BASES: readonly (readonly RegExp[])[] = [
  [/\bnet debt\b|\bin net\b|\bnet of cash\b/i],
  [
    /\bforward\b|\bexpected\b|\bforecast\b|\bnext (?:year|12|twelve)/i,
    /\btrailing\b|\breported\b|\blast (?:year|12|twelve)/i,
  ],
  [/\bmedian\b/i, /\b(?:average|mean)\b/i, /\baggregate\b|\bas a whole\b/i],
  [/\bafter tax\b/i, /\bbefore tax\b|\bpre-?tax\b/i],
  [/\breal\b|\binflation-adjusted\b/i],
  [/\b(?:our|their|his|her|own) (?:[\p{L}-]+ )?(?:universe|portfolio|fund|holdings|sample|coverage|book|model)\b/iu],
];
const basesOf = (text: string): string => BASES.map((kind) => kind.findIndex((words) => words.test(text))).join();

const YEARS = /(?<!Russell )\b(?:19|20)\d\d\b/g;
const wordsAround = ({ claim, figure }: Printed): string => [figure.label, figure.basis, claim.paraphrase].join(' ');
/** The years that its words name, or else the one it is of. */
const yearsOf = ({ claim, figure }: Printed, named: readonly string[] | null): readonly string[] =>
  named ?? [(figure.asOf ?? claim.note.date).slice(0, 4)];

/** Counted in the same way and of the same time, as far as their words show: net debt is not all debt. */
const isSameBasis = (one: Printed, other: Printed): boolean => {
  const [words, others] = [wordsAround(one), wordsAround(other)];
  const [named, othersNamed] = [words.match(YEARS), others.match(YEARS)];
  const isOfOneTime =
    (named === null && othersNamed === null) ||
    yearsOf(one, named).some((year) => yearsOf(other, othersNamed).includes(year));
  return isOfOneTime && basesOf(words) === basesOf(others);
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
      shared / words.length >= SAME_LABEL &&
      isSameBasis({ claim, figure, words: [] }, { claim: other, figure: theirs, words })
    );
  });
  const isAtOdds = ({ figure: theirs }: Printed): boolean =>
    (Math.abs(theirs.value - figure.value) / Math.max(Math.abs(theirs.value), Math.abs(figure.value), 1e-9)) * 100 >
    AT_ODDS;
  return same.filter(isAtOdds).sort((one, other) => other.claim.note.date.localeCompare(one.claim.note.date))[0];
};

/** Another note's figure of the same thing, where the two differ. It is no record. */
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
    verdict: 'differs',
    record: [`note ${number}: `, givenValue(other.figure), ` for “${other.figure.label}” (`, dayValue(date), ').'],
    other,
  };
};
